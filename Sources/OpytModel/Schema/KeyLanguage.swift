import OpytDiagnostics
import OpytMarkup

/// In which language a file calls its fields: examples in messages about it do the same.
public enum KeyLanguage: Sendable {
  case russian, english

  /// - Parameter entries: the file's own fields. A file without any is thought to be Russian.
  init(of entries: [FrontMatterNode.Entry]) {
    let latin = entries.count { $0.key.utf8.first.map { $0 < 0x80 } ?? false }
    self = latin * 2 > entries.count ? .english : .russian
  }

  func name(of field: FieldDescription) -> String { self == .russian ? field.russianName : field.name }
}

extension FieldDescription {
  /// «аннотация» (summary)
  var bothNames: String { "«\(russianName)» (\(name))" }

  /// Lines that fill the field with its example, as they may be pasted into a file.
  ///
  /// - Parameter isEnglish: whether its reader reads English: examples are Russian, so a gap stands for them.
  func exampleLines(in language: KeyLanguage, isEnglish: Bool = false) -> [String] {
    let key = language.name(of: self)
    let nested: [FieldDescription]
    switch type {
    case .record(let fields): nested = fields
    case .list(.record(let fields)): nested = fields
    default: return [exampleInLine(in: language, isEnglish: isEnglish)]
    }
    let shown = nested.contains(where: \.isRequired) ? nested.filter(\.isRequired) : Array(nested.prefix(2))
    let lines = shown.flatMap { $0.exampleLines(in: language, isEnglish: isEnglish) }
    if case .list = type {
      let others = secondExample.map { ["  - \($0)"] } ?? []
      return ["\(key):"] + lines.enumerated().map { ($0.offset == 0 ? "  - " : "    ") + $0.element } + others
    }
    return ["\(key):"] + lines.map { "  " + $0 }
  }

  /// The second entry of a list that wants two, where a name alone is one: `[{person: ilina-marina}, orlova-tatyana]`.
  var secondExample: Substring? {
    guard let first = example.firstRange(of: "}, "), example.hasSuffix("]") else { return nil }
    let second = example[first.upperBound...].dropLast()
    return second.contains { "{}[],".contains($0) } ? nil : second
  }

  /// The same in one line, as it may stand in brackets.
  func exampleInLine(in language: KeyLanguage, isEnglish: Bool = false) -> String {
    let key = language.name(of: self)
    switch type {
    case .record(let fields), .list(.record(let fields)):
      let inner = fields.filter(\.isRequired).map { $0.exampleInLine(in: language, isEnglish: isEnglish) }.joined(
        separator: ", ")
      if case .list = type { return "\(key): [{\(inner)}]" }
      return "\(key): {\(inner)}"
    default:
      let isGap = example.isEmpty || isEnglish && !example.utf8.allSatisfy { $0 < 0x80 }
      return "\(key): \(isGap ? "…" : example)"
    }
  }
}
