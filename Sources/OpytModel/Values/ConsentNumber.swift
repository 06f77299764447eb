import OpytDiagnostics
public import OpytMarkup
import OpytText

/// The number of a consent in its registry: letters, digits and signs, no words. «нет», «отозвано 12.03.2025» and
/// «до 31.12.2020» are none.
public struct ConsentNumber: Hashable, Sendable {
  public let text: String

  /// As two numbers are compared: neither case nor the alphabet of a letter tells them apart.
  var key: String { String(String.UnicodeScalarView(ConsentPattern.folded(text))) }
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
