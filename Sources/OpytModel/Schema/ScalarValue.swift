public import OpytDiagnostics
public import OpytMarkup
import OpytText

/// A value written as one scalar. `Located` makes a field of it.
public protocol ScalarValue: Sendable {
  static var type: FieldType { get }
  static var blank: Self { get }
  /// Nil when the text is no such value; then the context has a diagnostic.
  static func read(_ scalar: FrontMatterNode.Scalar, _ context: inout DecodingContext) -> Self?
  var content: FieldContent { get }
  /// Whether no value is longer than a line: what is, need not be read to its end to be told as wrong.
  static var isShort: Bool { get }
  /// The items of a list as one value, where that may be written so; nil for all others.
  static func joined(_ items: [FrontMatterNode], _ range: SourceRange) -> FrontMatterNode.Scalar?
}

extension ScalarValue {
  public static var isShort: Bool { false }
  public static func joined(_: [FrontMatterNode], _: SourceRange) -> FrontMatterNode.Scalar? { nil }
}

extension Located: SchemaValue where Value: ScalarValue {
  public static var type: FieldType { Value.type }
  public static var blank: Self { Located(.blank, at: .nowhere) }
  public var isAbsent: Bool { range == .nowhere }
  public var content: FieldContent { isAbsent ? .absent : value.content }
}

extension Located: FieldValue where Value: ScalarValue {
  public static func decode(_ node: FrontMatterNode, _ context: inout DecodingContext) -> Self? {
    if case .list(let items, let range) = node, let scalar = Value.joined(items, range) {
      return Value.read(scalar, &context).map { Located($0, at: range) }
    }
    guard var scalar = context.scalar(node) else { return nil }
    if Value.isShort { scalar.text = scalar.text.brief }
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
    case .list(let items, let range):
      let texts = items.compactMap { item in
        if case .scalar(let scalar) = item { scalar.text } else { nil }
      }
      let isDecimal = texts.count == 2 && items.count == 2 && texts.allSatisfy { $0.utf8.allSatisfy(\.isASCIIDigit) }
      let number = texts.joined(separator: ",")
      report(
        .valueInvalid, Phrase("здесь нужно одно значение, а записан список", en: "one value is expected, not a list"),
        at: range,
        advice: isDecimal
          ? Phrase("запишите число без скобок: \(number)", en: "write it without brackets: \(number)") : nil)
    case .mapping(let entries, let range):
      var words = Phrase("возьмите его в кавычки", en: "put it in quotes")
      if let entry = entries.first, entries.count == 1, case .scalar(let scalar) = entry.value,
        !scalar.text.isEmpty, !(entry.key + scalar.text).contains("\"")
      {
        let text = "\"\(entry.key): \(scalar.text.prefix(200))\""
        words = Phrase("возьмите его в кавычки: \(text)", en: "put it in quotes: “\(text)”")
      }
      report(
        .valueInvalid,
        Phrase("здесь нужно одно значение, а записаны поля", en: "one value is expected, not fields"), at: range,
        advice: Phrase(
          "если это текст с двоеточием, \(words.russian)", en: "if it is a text with a colon, \(words.english)"))
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
    let text = scalar.text.composed.withoutInvisible
    // No-break spaces inside stay: they were put there on purpose.
    let line = text.hasControls ? text.inOneLine.trimmedOfBlanks : text.trimmedOfBlanks
    context.checkLook(of: line, scalar)
    context.checkSeveral(line, scalar)
    return line
  }
  public var content: FieldContent { .text(self) }
}

extension Paragraphs: ScalarValue {
  public static var type: FieldType { .prose }
  public static var blank: Paragraphs { Paragraphs([]) }
  public static func read(_ scalar: FrontMatterNode.Scalar, _ context: inout DecodingContext) -> Paragraphs? {
    let text = scalar.text.composed.withoutInvisible
    context.checkLook(of: text, scalar)
    guard text.hasControls, text.utf8.contains(UInt8(ascii: "\n")) else { return Paragraphs([text.trimmedOfBlanks]) }
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

  fileprivate mutating func reportNoDate(_ scalar: FrontMatterNode.Scalar, _ proposal: @autoclosure () -> ValueProposal)
  {
    report(
      .dateInvalid, Phrase("это не дата: «\(scalar.text)»", en: "not a date: “\(scalar.text)”"), scalar, proposal())
  }

  fileprivate mutating func reportNoTime(
    _ text: String, _ scalar: FrontMatterNode.Scalar, _ proposal: @autoclosure () -> ValueProposal
  ) {
    report(.dateInvalid, Phrase("это не время: «\(text)»", en: "not a time: “\(text)”"), scalar, proposal())
  }
}

extension CalendarDate: ScalarValue {
  public static var type: FieldType { .date }
  public static var isShort: Bool { true }
  public static func read(_ scalar: FrontMatterNode.Scalar, _ context: inout DecodingContext) -> CalendarDate? {
    do {
      do {
        return try CalendarDate(parsing: scalar.text.composed.trimmed)
      } catch .form {
        return try CalendarDate(parsing: scalar.text.everyday.withoutYearWord)
      }
    } catch .noSuchDay {
      context.reportNoSuchDay(scalar)
    } catch {
      let (language, years) = (context.careful ?? .russian, context.years)
      context.reportNoDate(scalar, .date(scalar.text.everyday, language, years))
    }
    return nil
  }
  public var content: FieldContent { .date(self) }
}

extension ClockTime: ScalarValue {
  public static var type: FieldType { .time }
  public static var isShort: Bool { true }
  public static func read(_ scalar: FrontMatterNode.Scalar, _ context: inout DecodingContext) -> ClockTime? {
    if let time = ClockTime(parsing: scalar.text.trimmed) { return time }
    let text = scalar.text.everyday
    if let time = ClockTime(everyday: text) { return time }
    let language = context.careful ?? .russian
    context.reportNoTime(scalar.text, scalar, .time(text, language))
    return nil
  }
  public var content: FieldContent { .time(self) }
}

extension Moment: ScalarValue {
  public static var type: FieldType { .moment }
  public static var isShort: Bool { true }
  public static func read(_ scalar: FrontMatterNode.Scalar, _ context: inout DecodingContext) -> Moment? {
    let text = scalar.text.everyday
    do {
      do {
        return try Moment(parsing: scalar.text.composed.trimmed)
      } catch .form {
        return try Moment(everyday: text)
      } catch .noSuchTime(_) {
        return try Moment(everyday: text)
      }
    } catch .noSuchDay {
      context.reportNoSuchDay(scalar)
    } catch .noSuchTime(let time) {
      let (language, years) = (context.careful ?? .russian, context.years)
      context.reportNoTime(time, scalar, .moment(text, language, years))
    } catch {
      let (language, years) = (context.careful ?? .russian, context.years)
      context.reportNoDate(scalar, .moment(text, language, years))
    }
    return nil
  }
  public var content: FieldContent { .moment(self) }
}

extension AcademicYear: ScalarValue {
  public static var type: FieldType { .academicYear }
  public static var isShort: Bool { true }
  public static var blank: AcademicYear { AcademicYear(start: 1) }
  public static func read(_ scalar: FrontMatterNode.Scalar, _ context: inout DecodingContext) -> AcademicYear? {
    if let year = AcademicYear(parsing: scalar.text.trimmed) { return year }
    let text = scalar.text.everyday
    if let year = AcademicYear(everyday: text) { return year }
    context.report(
      .dateInvalid,
      Phrase("это не учебный год: «\(scalar.text)»", en: "not an academic year: “\(scalar.text)”"), scalar,
      .academicYear(text))
    return nil
  }
  public var content: FieldContent { .academicYear(self) }
}

extension Int: ScalarValue {
  public static var type: FieldType { .integer }
  public static var isShort: Bool { true }
  public static var blank: Int { 0 }
  public static func read(_ scalar: FrontMatterNode.Scalar, _ context: inout DecodingContext) -> Int? {
    if let number = scalar.text.smallNumber { return number }
    let digits = scalar.text.trimmed
    if digits.utf8.allSatisfy(\.isASCIIDigit), let number = Int(digits) { return number }
    let text = scalar.text.everyday
    let field = context.field?.name
    if !context.isJSON, let number = Int(everyday: text, field) { return number }
    context.report(
      .valueInvalid, Phrase("нужно целое число, а не «\(scalar.text)»", en: "a whole number, not “\(scalar.text)”"),
      scalar, .integer(text, field))
    return nil
  }
  public var content: FieldContent { .integer(self) }
}

extension Double: ScalarValue {
  public static var type: FieldType { .decimal }
  public static var isShort: Bool { true }
  public static var blank: Double { 0 }
  /// A decimal comma is accepted, as Russian writes it.
  public static func read(_ scalar: FrontMatterNode.Scalar, _ context: inout DecodingContext) -> Double? {
    if let number = scalar.text.smallNumber { return Double(number) }
    let permitted = "0123456789.,-".utf8
    let text = String(scalar.text.trimmed.map { $0 == "," ? "." : $0 })
    if text.utf8.allSatisfy(permitted.contains), let number = Double(text) { return number }
    let everyday = scalar.text.everyday
    if !context.isJSON, let number = Double(everyday: everyday) { return number }
    context.report(
      .valueInvalid, Phrase("нужно число, а не «\(scalar.text)»", en: "a number, not “\(scalar.text)”"), scalar,
      .decimal(everyday))
    return nil
  }
  public var content: FieldContent { .decimal(self) }
}

extension Bool: ScalarValue {
  public static var type: FieldType { .flag }
  public static var isShort: Bool { true }
  public static var blank: Bool { false }
  public static func read(_ scalar: FrontMatterNode.Scalar, _ context: inout DecodingContext) -> Bool? {
    switch FieldKey.normalized(scalar.text.trimmedOfBlanks) {
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
    let text = scalar.text.brief
    let index = context.addFile(text, as: role, at: scalar.range)
    return FilePath(text: text, index: index, range: scalar.range)
  }
  public var isAbsent: Bool { index < 0 }
  public var content: FieldContent { isAbsent ? .absent : .file(index) }
}

extension Term: ScalarValue {
  public static var type: FieldType { .term(Terms.vocabulary) }
  public static var isShort: Bool { true }
  public static var blank: Self { Term("") }
  public static func read(_ scalar: FrontMatterNode.Scalar, _ context: inout DecodingContext) -> Self? {
    let vocabulary = context.vocabularies[Terms.vocabulary]
    if let entry = vocabulary.entry(for: scalar.text) { return Term(entry.key) }
    if !context.isJSON, let entry = vocabulary.entry(everyday: scalar.text.everyday) { return Term(entry.key) }
    context.reportUnknown(scalar, vocabulary)
    return nil
  }
  public var content: FieldContent { .term(vocabulary: Terms.vocabulary, key: key) }
}
