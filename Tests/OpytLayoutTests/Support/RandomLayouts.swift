import OpytLayout
import OpytText
import SampleTexts

/// Layouts that compile, and pages for them, of any shape.
struct RandomLayouts {
  var generator: SplitMix64
  /// The partials written so far.
  private(set) var partials: [String: String] = [:]

  init(seed: UInt64) { generator = SplitMix64(seed: seed) }

  // MARK: Types and values

  /// - Parameter depth: how many records may stand in each other.
  mutating func record(depth: Int) -> RecordType {
    // Few names: inner ones hide outer ones.
    var names = ["a", "b", "c", "d", "e", "f", "g"]
    names.shuffle(using: &generator)
    return RecordType(
      names.prefix(Int.random(in: 1...6, using: &generator)).map { ($0, type(depth: depth)) })
  }

  private mutating func type(depth: Int) -> LayoutType {
    switch Int.random(in: 0..<(depth > 0 ? 10 : 6), using: &generator) {
    case 0, 1: .text
    case 2: .html
    case 3: .url
    case 4: .number
    case 5: .flag
    case 6, 7: .record(record(depth: depth - 1))
    case 8: .list(.record(record(depth: depth - 1)))
    default: .list(type(depth: depth - 1))
    }
  }

  mutating func value(_ type: LayoutType) -> LayoutValue {
    if generator.chance(1, in: 6) { return .absent }
    switch type {
    case .text:
      return .text(
        ["", "дом", "<b> & \"x\"", "длинный текст с 'кавычками' внутри"].randomElement(using: &generator) ?? "")
    case .html:
      return .html(HTMLFragment(trusted: Array(["", "<p>Мир</p>"].randomElement(using: &generator)?.utf8 ?? "".utf8)))
    case .url: return .url(WebAddress(relative: "a&b/\(Int.random(in: 0..<9, using: &generator)).html"))
    case .number: return .number(Int.random(in: -3...25, using: &generator))
    case .flag: return .flag(Bool.random(using: &generator))
    case .list(let item):
      return .list((0..<Int.random(in: 0...3, using: &generator)).map { _ in value(item) })
    case .record(let record): return .record(record.fields.map { value($0.type) })
    }
  }

  // MARK: Layouts

  /// What is in reach, innermost last.
  typealias Scope = [LayoutType]

  static let strings = [
    "plain": "Слово & дело", "one": "«{a}»",
    "many": "{b, plural, one {# сад} few {# сада {a}} many {# садов} other {?}}",
  ]

  mutating func layout(for type: RecordType) -> String { body(in: [.record(type)], depth: 4) }

  private mutating func body(in scope: Scope, depth: Int) -> String {
    (0..<Int.random(in: 1...4, using: &generator)).map { _ in node(in: scope, depth: depth) }.joined()
  }

  private mutating func node(in scope: Scope, depth: Int) -> String {
    switch Int.random(in: 0..<12, using: &generator) {
    case 0: return "текст "
    case 1: return "\n<i title=\"x\">строка</i>\n"
    case 2...4: return printed(in: scope) ?? "-"
    case 5: return string(in: scope)
    case 6 where depth > 0: return partial(in: scope, depth: depth)
    default: return depth > 0 ? section(in: scope, depth: depth) : "."
    }
  }

  private mutating func printed(in scope: Scope) -> String? {
    let names = reachable(in: scope).filter {
      switch $0.type {
      case .text, .html, .url, .number: true
      case .flag, .list, .record: false
      }
    }
    guard let name = names.randomElement(using: &generator) else { return nil }
    return name.type == .html || generator.chance(1, in: 2)
      ? "{{\(name.name)}}" : "<b title=\"{{\(name.name)}}\"></b>"
  }

  private mutating func section(in scope: Scope, depth: Int) -> String {
    guard let name = reachable(in: scope).randomElement(using: &generator) else { return "|" }
    if generator.chance(1, in: 4) {
      return "{{^\(name.name)}}\(body(in: scope, depth: depth - 1)){{/\(name.name)}}"
    }
    var inner = name.type
    if case .list(let item) = name.type { inner = item }
    return "{{#\(name.name)}}\(body(in: scope + [inner], depth: depth - 1)){{/\(name.name)}}"
  }

  private mutating func partial(in scope: Scope, depth: Int) -> String {
    let name = "part\(partials.count)"
    partials[name] = ""
    partials[name] = body(in: scope, depth: depth - 1)
    return generator.chance(1, in: 2) ? "{{>\(name)}}" : "\n  {{>\(name)}}\n"
  }

  private mutating func string(in scope: Scope) -> String {
    func type(_ name: String) -> LayoutType? { reachable(in: scope).first { $0.name == name }?.type }
    let isSaid = [LayoutType.text, .number].contains { $0 == type("a") }
    let keys = ["plain"] + (isSaid ? ["one"] : []) + (isSaid && type("b") == .number ? ["many"] : [])
    return "{{strings.\(keys.randomElement(using: &generator) ?? "plain")}}"
  }

  /// Every name of one or two parts, and the dot.
  private func reachable(in scope: Scope) -> [(name: String, type: LayoutType)] {
    var found: [(name: String, type: LayoutType)] = scope.last.map { [(".", $0)] } ?? []
    var seen: Set<String> = []
    for case .record(let record) in scope.reversed() {
      for field in record.fields where seen.insert(field.name).inserted {
        found.append((field.name, field.type))
        guard case .record(let inner) = field.type else { continue }
        found += inner.fields.map { ("\(field.name).\($0.name)", $0.type) }
      }
    }
    return found
  }
}

extension SplitMix64 {
  fileprivate mutating func chance(_ one: Int, in all: Int) -> Bool { Int.random(in: 0..<all, using: &self) < one }
}
