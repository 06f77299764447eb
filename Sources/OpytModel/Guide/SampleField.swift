import OpytMarkup

/// A field with its example, as it is written by hand: Russian keys, records and texts one below the other.
struct SampleField {
  let lines: [String]

  /// - Parameter value: as YAML; keys in it may be English.
  init(_ field: FieldDescription, _ value: String) {
    let written = FrontMatterParser.parse(Array("\(field.name): \(value)".utf8), path: "").node
    guard case .mapping(let entries, _) = written, let value = entries.first?.value else {
      lines = []
      return
    }
    lines = Self.lines(field.russianName, value, field.type)
  }

  private static func lines(_ key: String, _ value: FrontMatterNode, _ type: FieldType) -> [String] {
    switch (value, type) {
    case (.list(let items, _), .list(let item)) where item.isWrittenBelow:
      return ["\(key):"] + items.flatMap { Self.item($0, item) }
    // Results for all are a list, also where they may be told apart.
    case (.list(let items, _), .record): return ["\(key):"] + items.flatMap { Self.item($0, .text) }
    case (.mapping(let entries, _), .record(let fields)):
      return ["\(key):"] + Self.entries(entries, fields).map { "  " + $0 }
    default: return ["\(key): \(inLine(value))"]
    }
  }

  /// An item behind its hyphen.
  private static func item(_ value: FrontMatterNode, _ type: FieldType) -> [String] {
    guard case .mapping(let entries, _) = value, case .record(let fields) = type else {
      return ["  - \(inLine(value))"]
    }
    return Self.entries(entries, fields).enumerated().map { ($0.offset == 0 ? "  - " : "    ") + $0.element }
  }

  private static func entries(_ entries: [FrontMatterNode.Entry], _ fields: [FieldDescription]) -> [String] {
    entries.flatMap { entry in
      let field = fields.first { entry.key == $0.name || entry.key == $0.russianName }
      return lines(field?.russianName ?? entry.key, entry.value, field?.type ?? .text)
    }
  }

  private static func inLine(_ value: FrontMatterNode) -> String {
    switch value {
    case .scalar(let scalar): scalar.isPlain ? scalar.text : "\"\(scalar.text)\""
    case .list(let items, _): "[\(items.map(inLine).joined(separator: ", "))]"
    case .mapping(let entries, _): "{\(entries.map { "\($0.key): \(inLine($0.value))" }.joined(separator: ", "))}"
    }
  }
}

extension FieldDescription {
  /// Its example, or that of its own fields, as YAML.
  var sampleValue: String {
    guard example.isEmpty else { return example }
    switch type {
    case .record(let fields): return Self.record(fields)
    case .list(.record(let fields)): return "[\(Self.record(fields))]"
    default: return ""
    }
  }

  private static func record(_ fields: [FieldDescription]) -> String {
    let shown = fields.map { (name: $0.name, value: $0.sampleValue) }.filter { !$0.value.isEmpty }
    return "{\(shown.map { "\($0.name): \(quoted($0.value))" }.joined(separator: ", "))}"
  }

  /// As it may stand in brackets.
  private static func quoted(_ value: String) -> String {
    let isSafe = value.hasPrefix("[") || value.hasPrefix("{") || value.hasPrefix("\"") || WrittenValue.isPlain(value)
    return isSafe || !value.contains(where: { ",[]{}".contains($0) }) ? value : "\"\(value)\""
  }
}

extension FieldType {
  /// Whether the items of a list of it stand one below the other, each behind its hyphen.
  fileprivate var isWrittenBelow: Bool {
    switch self {
    case .record, .text, .prose: true
    default: false
    }
  }
}
