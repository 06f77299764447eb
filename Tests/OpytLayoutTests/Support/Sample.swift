import OpytLayout

/// Data as the Mustache spec writes it, without types: the types are inferred, as a page model would declare them.
indirect enum Sample: Sendable, ExpressibleByStringLiteral, ExpressibleByIntegerLiteral, ExpressibleByBooleanLiteral,
  ExpressibleByNilLiteral, ExpressibleByArrayLiteral, ExpressibleByDictionaryLiteral
{
  case null
  case text(String)
  case number(Int)
  case flag(Bool)
  case list([Sample])
  case record([(String, Sample)])

  init(stringLiteral value: String) { self = .text(value) }
  init(integerLiteral value: Int) { self = .number(value) }
  init(booleanLiteral value: Bool) { self = .flag(value) }
  init(nilLiteral: ()) { self = .null }
  init(arrayLiteral elements: Sample...) { self = .list(elements) }
  /// A name with a dot in it can't be declared: it is left out.
  init(dictionaryLiteral elements: (String, Sample)...) { self = .record(elements.filter { !$0.0.contains(".") }) }

  var type: LayoutType {
    switch self {
    case .null, .text: .text
    case .number: .number
    case .flag: .flag
    case .record(let fields): .record(RecordType(fields.map { ($0.0, $0.1.type) }))
    case .list(let items): .list(Self.common(items.map(\.type)))
    }
  }

  /// Words and numbers together are words; otherwise all items are alike.
  private static func common(_ types: [LayoutType]) -> LayoutType {
    guard let first = types.first else { return .text }
    if types.allSatisfy({ $0 == first }) { return first }
    let inner = types.compactMap { if case .list(let item) = $0 { item } else { nil } }
    return inner.isEmpty ? .text : .list(common(inner))
  }

  var record: RecordType {
    if case .record(let type) = type { type } else { RecordType([]) }
  }

  func value(as type: LayoutType) -> LayoutValue {
    switch (self, type) {
    case (.null, _): .absent
    case (.text(let text), _): .text(text)
    case (.number(let number), .text): .text(String(number))
    case (.number(let number), _): .number(number)
    case (.flag(let flag), _): .flag(flag)
    case (.list(let items), .list(let item)): .list(items.map { $0.value(as: item) })
    case (.record(let fields), .record(let type)): .record(zip(fields, type.fields).map { $0.1.value(as: $1.type) })
    default: .absent
    }
  }
}
