/// A text with places for values, as ICU MessageFormat writes them: `Страница {number}`,
/// `{count, plural, one {# проект} few {# проекта} many {# проектов}}`, `{count, plural, =1 {Автор} other {Авторы}}`.
/// Other kinds of argument are not part of it.
public struct MessageFormat: Hashable, Sendable {
  /// A piece of a message.
  public enum Part: Hashable, Sendable {
    case text(String)
    case argument(String)
    case plural(String, [Form])
  }

  /// What is printed for the numbers of one category.
  public struct Form: Hashable, Sendable {
    public let category: PluralCategory
    public let parts: [Part]
  }

  /// What a value is: a plural needs a number.
  public enum Argument: Hashable, Sendable {
    case text(String)
    case number(Int)
  }

  /// What keeps a text from being understood.
  public enum Fault: Error, Hashable, Sendable {
    case unclosedBrace
    case unopenedBrace
    case nameExpected
    /// A kind of argument other than `plural`.
    case unknownType(String)
    case unknownCategory(String)
    case categoryTwice(String)
    case formsExpected
    case nestedTooDeep
  }

  public let parts: [Part]

  public init(parsing text: String) throws(Fault) {
    var parser = Parser(bytes: Array(text.utf8))
    parts = try parser.parts(number: nil, depth: 0)
  }

  /// The names of all arguments, and whether each must be a number.
  public var arguments: [String: Bool] {
    var found: [String: Bool] = [:]
    func visit(_ parts: [Part]) {
      for part in parts {
        switch part {
        case .text: break
        case .argument(let name): found[name] = found[name] ?? false
        case .plural(let name, let forms):
          found[name] = true
          for form in forms { visit(form.parts) }
        }
      }
    }
    visit(parts)
    return found
  }

  /// The categories that a plural of this text leaves out although `rule` gives them to whole numbers.
  public func missingCategories(_ rule: PluralRule) -> [PluralCategory] {
    func missing(in parts: [Part]) -> [PluralCategory] {
      parts.flatMap { part -> [PluralCategory] in
        guard case .plural(_, let forms) = part else { return [] }
        let given = Set(forms.map(\.category))
        let own = given.contains(.other) ? [] : rule.categories.filter { !given.contains($0) }
        return own + forms.flatMap { missing(in: $0.parts) }
      }
    }
    return missing(in: parts)
  }

  /// The text with its values. What has no value prints nothing.
  public func formatted(_ values: [String: Argument], _ rule: PluralRule) -> String {
    var output = ""
    append(parts, values, rule, to: &output)
    return output
  }

  private func append(_ parts: [Part], _ values: [String: Argument], _ rule: PluralRule, to output: inout String) {
    for part in parts {
      switch part {
      case .text(let text): output += text
      case .argument(let name):
        switch values[name] {
        case .text(let text): output += text
        case .number(let number): output += String(number)
        case nil: break
        }
      case .plural(let name, let forms):
        guard case .number(let number) = values[name] else { continue }
        let isApart = number == 1 && forms.contains { $0.category == .exactlyOne }
        let category = isApart ? .exactlyOne : rule.category(of: number)
        let form = forms.first { $0.category == category } ?? forms.first { $0.category == .other }
        if let form { append(form.parts, values, rule, to: &output) }
      }
    }
  }
}

/// Reads the braces of a message.
private struct Parser {
  private static let maximumDepth = 8

  let bytes: [UInt8]
  var offset = 0

  /// The parts up to the end, or inside of a plural up to the closing brace.
  /// - Parameter number: what `#` stands for.
  mutating func parts(number: String?, depth: Int) throws(MessageFormat.Fault) -> [MessageFormat.Part] {
    guard depth <= Self.maximumDepth else { throw .nestedTooDeep }
    var parts: [MessageFormat.Part] = []
    var text: [UInt8] = []
    func flush() {
      if !text.isEmpty { parts.append(.text(String(decoding: text, as: UTF8.self))) }
      text = []
    }
    while offset < bytes.count {
      let byte = bytes[offset]
      switch byte {
      case UInt8(ascii: "{"):
        flush()
        parts.append(try argument(depth: depth))
      case UInt8(ascii: "}"):
        guard depth > 0 else { throw .unopenedBrace }
        flush()
        return parts
      case UInt8(ascii: "#"):
        offset += 1
        if let number {
          flush()
          parts.append(.argument(number))
        } else {
          text.append(byte)
        }
      default:
        text.append(byte)
        offset += 1
      }
    }
    guard depth == 0 else { throw .unclosedBrace }
    flush()
    return parts
  }

  /// `{name}` or `{name, plural, …}`; stands at the brace.
  private mutating func argument(depth: Int) throws(MessageFormat.Fault) -> MessageFormat.Part {
    offset += 1
    let name = try word()
    skipBlanks()
    if take("}") { return .argument(name) }
    guard take(",") else { throw offset < bytes.count ? .nameExpected : .unclosedBrace }
    let type = try word()
    guard type == "plural" else { throw .unknownType(type) }
    skipBlanks()
    guard take(",") else { throw .formsExpected }
    var forms: [MessageFormat.Form] = []
    skipBlanks()
    while !take("}") {
      let written = try word()
      guard let category = PluralCategory(rawValue: written) else { throw .unknownCategory(written) }
      guard !forms.contains(where: { $0.category == category }) else { throw .categoryTwice(written) }
      skipBlanks()
      guard take("{") else { throw .formsExpected }
      let inner = try parts(number: name, depth: depth + 1)
      guard take("}") else { throw .unclosedBrace }
      forms.append(.init(category: category, parts: inner))
      skipBlanks()
    }
    guard !forms.isEmpty else { throw .formsExpected }
    return .plural(name, forms)
  }

  private mutating func word() throws(MessageFormat.Fault) -> String {
    skipBlanks()
    let start = offset
    while offset < bytes.count, !" ,{}\n\t#".utf8.contains(bytes[offset]) { offset += 1 }
    guard offset > start else { throw offset < bytes.count ? .nameExpected : .unclosedBrace }
    return String(decoding: bytes[start..<offset], as: UTF8.self)
  }

  private mutating func take(_ sign: Unicode.Scalar) -> Bool {
    guard offset < bytes.count, bytes[offset] == UInt8(ascii: sign) else { return false }
    offset += 1
    return true
  }

  private mutating func skipBlanks() {
    while offset < bytes.count, " \n\t".utf8.contains(bytes[offset]) { offset += 1 }
  }
}
