import Foundation
import OpytDiagnostics
public import OpytMarkup
import OpytText

/// The number of a consent in its registry: letters, digits and signs, no words. «нет», «отозвано 12.03.2025» and
/// «до 31.12.2020» are none.
public struct ConsentNumber: Hashable, Sendable {
  public let text: String

  /// As two numbers are compared: neither case nor the alphabet of a letter tells them apart.
  var key: String { String(String.UnicodeScalarView(ConsentPattern.folded(text))) }

  /// Whether both are the number of one consent.
  public func isSame(as other: ConsentNumber) -> Bool { key == other.key }

  /// What somebody typed for one of these: the same number, else the only one that has the same letters and digits
  /// whatever stands between them; nil where there is none.
  public static func meant(by typed: String, among numbers: [ConsentNumber]) -> ConsentNumber? {
    let typed = ConsentNumber(text: typed)
    if let same = numbers.first(where: typed.isSame) { return same }
    let bare = typed.bareKey
    let near = numbers.filter { !bare.isEmpty && $0.bareKey == bare }
    return near.first.flatMap { first in near.allSatisfy(first.isSame) ? first : nil }
  }

  /// The numbers that were most likely meant; none where none is near.
  public static func near(_ typed: String, among numbers: [ConsentNumber]) -> [ConsentNumber] {
    let bare = ConsentNumber(text: typed).bareKey
    let digits = bare.filter(\.isNumber)
    let near = numbers.filter { number in
      !bare.isEmpty && (number.bareKey.contains(bare) || !digits.isEmpty && number.bareKey.filter(\.isNumber) == digits)
    }
    if !near.isEmpty { return near }
    return Suggester.nearest(to: typed, among: numbers.map(\.text)).map { [ConsentNumber(text: $0)] } ?? []
  }

  /// All numbers, those first that begin as what was typed.
  public static func ordered(_ numbers: [ConsentNumber], by typed: String) -> [ConsentNumber] {
    let bare = ConsentNumber(text: typed).bareKey
    return numbers.map { (number: $0, likeness: $0.bareKey.commonPrefix(with: bare).count) }
      .sorted { ($1.likeness, $0.number.key) < ($0.likeness, $1.number.key) }.map(\.number)
  }

  /// Letters and digits alone: «С 2025/014» is «С-2025-014». Where numbers end still tells «С-1-12» from «С-11-2».
  private var bareKey: String {
    key.split { !$0.isLetter && !$0.isNumber }.joined(separator: " ")
  }
}

public typealias RegistryNumber = Located<ConsentNumber>

extension ConsentNumber: ScalarValue {
  public static var type: FieldType { .text }
  public static var blank: Self { ConsentNumber(text: "") }
  public var content: FieldContent { .text(text) }

  public static func read(_ scalar: FrontMatterNode.Scalar, _ context: inout DecodingContext) -> Self? {
    let text = scalar.text.composed.withoutInvisible.inOneLine.trimmedOfBlanks
    let reading = ConsentNumberReading(text, pattern: context.vocabularies.consentPattern)
    guard let fault = reading.fault else { return ConsentNumber(text: text) }
    if context.onlyCounts(.valueInvalid) { return nil }
    let advice = reading.advice(
      for: fault, context.careful ?? .russian, context.vocabularies.consentPattern, isOneOfMany: context.fieldIsList)
    let shown = text.count > 60 ? text.prefix(60) + "…" : text
    context.report(
      .valueInvalid, Phrase("это не номер согласия: «\(shown)»", en: "not the number of a consent: “\(shown)”"),
      at: scalar.range, advice: advice)
    return nil
  }
}

extension DecodingContext {
  /// Whether the present field may have several values.
  fileprivate var fieldIsList: Bool {
    if case .list? = field?.type { true } else { false }
  }
}
