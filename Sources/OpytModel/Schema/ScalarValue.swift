import OpytDiagnostics
public import OpytMarkup
import OpytText

/// A value written as one scalar. `Located` makes a field of it.
public protocol ScalarValue: Sendable {
  static var type: FieldType { get }
  static var blank: Self { get }
  /// Nil when the text is no such value; then the context has a diagnostic.
  static func read(_ scalar: FrontMatterNode.Scalar, _ context: inout DecodingContext) -> Self?
  var content: FieldContent { get }
}

extension Located: SchemaValue where Value: ScalarValue {
  public static var type: FieldType { Value.type }
  public static var blank: Self { Located(.blank, at: .nowhere) }
  public var isAbsent: Bool { range == .nowhere }
  public var content: FieldContent { isAbsent ? .absent : value.content }
}

extension Located: FieldValue where Value: ScalarValue {
  public static func decode(_ node: FrontMatterNode, _ context: inout DecodingContext) -> Self? {
    guard let scalar = context.scalar(node) else { return nil }
    if context.isJSON, !context.checkQuotes(scalar, Value.type) { return nil }
    return Value.read(scalar, &context).map { Located($0, at: scalar.range) }
  }
}

extension SourceRange {
  /// Of a value that was not read: no text stands on line 0.
  static let nowhere = SourceRange(
    start: SourcePosition(line: 0, column: 0), end: SourcePosition(line: 0, column: 0))
}

extension DecodingContext {
  /// The node as one value, or a diagnostic.
  mutating func scalar(_ node: FrontMatterNode) -> FrontMatterNode.Scalar? {
    switch node {
    case .scalar(let scalar) where !scalar.text.isBlank: return scalar
    case .scalar(let scalar):
      report(.valueMissing, Phrase("значение пустое", en: "the value is empty"), at: scalar.range)
    case .list(_, let range):
      report(
        .valueInvalid, Phrase("здесь нужно одно значение, а записан список", en: "one value is expected, not a list"),
        at: range)
    case .mapping(_, let range):
      report(
        .valueInvalid,
        Phrase("здесь нужно одно значение, а записаны поля", en: "one value is expected, not fields"), at: range,
        advice: Phrase(
          "если это текст с двоеточием, возьмите его в кавычки", en: "if it is a text with a colon, put it in quotes"))
    }
    return nil
  }
}

extension DecodingContext {
  /// In JSON `"5"` is a text and `5` is a number.
  mutating func checkQuotes(_ scalar: FrontMatterNode.Scalar, _ type: FieldType) -> Bool {
    let wantsPlain =
      switch type {
      case .integer, .decimal, .flag: true
      default: false
      }
    guard wantsPlain != scalar.isPlain else { return true }
    let message =
      wantsPlain
      ? Phrase("здесь нужно число или true/false без кавычек", en: "a number or a truth is expected, without quotes")
      : Phrase("здесь нужен текст в кавычках", en: "a text in quotes is expected")
    report(.valueInvalid, message, at: scalar.range)
    return false
  }
}

extension String: ScalarValue {
  public static var type: FieldType { .text }
  public static var blank: String { "" }
  public static func read(_ scalar: FrontMatterNode.Scalar, _ context: inout DecodingContext) -> String? {
    let text = scalar.text.composed
    guard text.hasControls else { return text.trimmed }
    // No-break spaces stay: they were put there on purpose.
    return text.inOneLine
  }
  public var content: FieldContent { .text(self) }
}

extension Paragraphs: ScalarValue {
  public static var type: FieldType { .prose }
  public static var blank: Paragraphs { Paragraphs([]) }
  public static func read(_ scalar: FrontMatterNode.Scalar, _ context: inout DecodingContext) -> Paragraphs? {
    let text = scalar.text.composed
    guard text.hasControls, text.utf8.contains(UInt8(ascii: "\n")) else { return Paragraphs([text.trimmed]) }
    let lines = text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
    // Only a literal value has an empty line for an empty line; all others have one line end for it.
    let blocks =
      scalar.style == .literal ? lines.split { $0.allSatisfy(\.isWhitespace) }.map(Array.init) : lines.map { [$0] }
    let paragraphs = blocks.map { $0.map { String($0).trimmed }.joined(separator: " ") }
    return Paragraphs(paragraphs.filter { !$0.isEmpty })
  }
  public var content: FieldContent { .prose(paragraphs) }
}

extension DecodingContext {
  fileprivate mutating func reportNoSuchDay(_ scalar: FrontMatterNode.Scalar) {
    report(
      .dateInvalid, Phrase("такого дня нет: «\(scalar.text)»", en: "no such day: “\(scalar.text)”"), at: scalar.range)
  }

  fileprivate mutating func reportNoDate(_ scalar: FrontMatterNode.Scalar, advice: Phrase) {
    report(
      .dateInvalid, Phrase("это не дата: «\(scalar.text)»", en: "not a date: “\(scalar.text)”"), at: scalar.range,
      advice: advice)
  }

  fileprivate mutating func reportNoTime(_ text: String, at range: SourceRange) {
    report(
      .dateInvalid, Phrase("это не время: «\(text)»", en: "not a time: “\(text)”"), at: range,
      advice: Phrase("запишите 9:00 или 09:00", en: "write 9:00 or 09:00"))
  }
}

extension CalendarDate: ScalarValue {
  public static var type: FieldType { .date }
  public static func read(_ scalar: FrontMatterNode.Scalar, _ context: inout DecodingContext) -> CalendarDate? {
    do {
      return try CalendarDate(parsing: scalar.text.composed.trimmed)
    } catch .noSuchDay {
      context.reportNoSuchDay(scalar)
    } catch {
      context.reportNoDate(
        scalar,
        advice: CalendarDate.twoDigitAdvice(for: scalar.text.composed.trimmed)
          ?? Phrase("запишите 2026-03-12, 12.03.2026 или 12 марта 2026", en: "write 2026-03-12 or 12.03.2026"))
    }
    return nil
  }
  public var content: FieldContent { .date(self) }
}

extension ClockTime: ScalarValue {
  public static var type: FieldType { .time }
  public static func read(_ scalar: FrontMatterNode.Scalar, _ context: inout DecodingContext) -> ClockTime? {
    if let time = ClockTime(parsing: scalar.text.trimmed) { return time }
    context.reportNoTime(scalar.text, at: scalar.range)
    return nil
  }
  public var content: FieldContent { .time(self) }
}

extension Moment: ScalarValue {
  public static var type: FieldType { .moment }
  public static func read(_ scalar: FrontMatterNode.Scalar, _ context: inout DecodingContext) -> Moment? {
    do {
      return try Moment(parsing: scalar.text.composed.trimmed)
    } catch .noSuchDay {
      context.reportNoSuchDay(scalar)
    } catch .noSuchTime(let text) {
      context.reportNoTime(text, at: scalar.range)
    } catch {
      context.reportNoDate(
        scalar,
        advice: Phrase(
          "запишите 2026-03-12, 12.03.2026 или 12 марта 2026, а если нужно – и время: 2026-03-12 13:30",
          en: "write 2026-03-12 or 12.03.2026, with a time where wanted: 2026-03-12 13:30"))
    }
    return nil
  }
  public var content: FieldContent { .moment(self) }
}

extension AcademicYear: ScalarValue {
  public static var type: FieldType { .academicYear }
  public static var blank: AcademicYear { AcademicYear(start: 1) }
  public static func read(_ scalar: FrontMatterNode.Scalar, _ context: inout DecodingContext) -> AcademicYear? {
    if let year = AcademicYear(parsing: scalar.text.trimmed) { return year }
    context.report(
      .dateInvalid,
      Phrase("это не учебный год: «\(scalar.text)»", en: "not an academic year: “\(scalar.text)”"), at: scalar.range,
      advice: Phrase("запишите два года подряд: 2025/2026", en: "write two consecutive years: 2025/2026"))
    return nil
  }
  public var content: FieldContent { .academicYear(self) }
}

extension Int: ScalarValue {
  public static var type: FieldType { .integer }
  public static var blank: Int { 0 }
  public static func read(_ scalar: FrontMatterNode.Scalar, _ context: inout DecodingContext) -> Int? {
    if let number = scalar.text.smallNumber { return number }
    let digits = scalar.text.trimmed
    if digits.utf8.allSatisfy(\.isASCIIDigit), let number = Int(digits) { return number }
    context.report(
      .valueInvalid, Phrase("нужно целое число, а не «\(scalar.text)»", en: "a whole number, not “\(scalar.text)”"),
      at: scalar.range)
    return nil
  }
  public var content: FieldContent { .integer(self) }
}

extension Double: ScalarValue {
  public static var type: FieldType { .decimal }
  public static var blank: Double { 0 }
  /// A decimal comma is accepted, as Russian writes it.
  public static func read(_ scalar: FrontMatterNode.Scalar, _ context: inout DecodingContext) -> Double? {
    if let number = scalar.text.smallNumber { return Double(number) }
    let permitted = "0123456789.,-".utf8
    let text = String(scalar.text.trimmed.map { $0 == "," ? "." : $0 })
    if text.utf8.allSatisfy(permitted.contains), let number = Double(text) { return number }
    context.report(
      .valueInvalid, Phrase("нужно число, а не «\(scalar.text)»", en: "a number, not “\(scalar.text)”"),
      at: scalar.range)
    return nil
  }
  public var content: FieldContent { .decimal(self) }
}

extension Bool: ScalarValue {
  public static var type: FieldType { .flag }
  public static var blank: Bool { false }
  public static func read(_ scalar: FrontMatterNode.Scalar, _ context: inout DecodingContext) -> Bool? {
    switch FieldKey.normalized(scalar.text) {
    case "true", "yes", "да": return true
    case "false", "no", "нет": return false
    default:
      context.report(
        .valueInvalid, Phrase("нужно «да» или «нет», а не «\(scalar.text)»", en: "yes or no, not “\(scalar.text)”"),
        at: scalar.range)
      return nil
    }
  }
  public var content: FieldContent { .flag(self) }
}

extension FilePath: PointingValue {
  public static var type: FieldType { .file }
  public static var blank: FilePath { FilePath(text: "", index: -1, range: .nowhere) }
  public static func decode(
    _ node: FrontMatterNode, as role: FileUse.Role, _ context: inout DecodingContext
  ) -> FilePath? {
    guard let scalar = context.scalar(node) else { return nil }
    let index = context.addFile(scalar.text, as: role, at: scalar.range)
    return FilePath(text: scalar.text, index: index, range: scalar.range)
  }
  public var isAbsent: Bool { index < 0 }
  public var content: FieldContent { isAbsent ? .absent : .file(index) }
}

extension Term: ScalarValue {
  public static var type: FieldType { .term(Terms.vocabulary) }
  public static var blank: Self { Term("") }
  public static func read(_ scalar: FrontMatterNode.Scalar, _ context: inout DecodingContext) -> Self? {
    let vocabulary = context.vocabularies[Terms.vocabulary]
    if let entry = vocabulary.entry(for: scalar.text) { return Term(entry.key) }
    let names = vocabulary.entries.flatMap { [$0.key, $0.label] }
    let nearest = Suggester.nearest(to: scalar.text, among: names)
    let permitted = vocabulary.entries.map { $0.key == $0.label ? $0.key : "\($0.key) (\($0.label))" }
    let list = permitted.joined(separator: ", ")
    let keys = vocabulary.entries.map { "“\($0.key)”" }.joined(separator: ", ")
    context.report(
      .vocabularyUnknown,
      Phrase("неизвестное значение «\(scalar.text)»", en: "unknown value “\(scalar.text)”"), at: scalar.range,
      suggestion: nearest.map { near in Suggestion(near, title: vocabulary.label(for: near)) },
      advice: nearest == nil ? Phrase("можно: \(list)", en: "one of: \(keys)") : nil,
      fix: nearest.flatMap { nearest in
        let meant = vocabulary.entry(for: nearest)
        let others = vocabulary.entries.lazy.filter { $0 != meant }.flatMap { [$0.key, $0.label] }
        return Suggester.isCertain(nearest, for: scalar.text, among: others)
          ? .value(scalar.text, at: scalar.range, with: nearest) : nil
      })
    return nil
  }
  public var content: FieldContent { .term(vocabulary: Terms.vocabulary, key: key) }
}
