public import OpytText

/// What a name stands for on one page. Values carry no names: a record's values stand in the order of its `RecordType`.
public enum LayoutValue: Hashable, Sendable {
  /// Nothing: fits every type, opens no section, prints nothing.
  case absent
  case text(String)
  case html(HTMLFragment)
  case url(WebAddress)
  case number(Int)
  case flag(Bool)
  case list([LayoutValue])
  case record([LayoutValue])

  /// A text that people read, set as the layout's language wants it. Texts of other values, such as the keys of a
  /// vocabulary, are `text` as they are.
  public static func words(_ text: String, for usage: LayoutUsage) -> LayoutValue {
    .text(usage.typography.words(text))
  }

  /// Whether `{{#name}}` opens: not for nothing, no, zero, an empty text or an empty list.
  var isTruthy: Bool {
    switch self {
    case .absent: false
    case .text(let text): !text.isEmpty
    case .html(let fragment): !fragment.bytes.isEmpty
    case .url(let address): !address.text.isEmpty
    case .number(let number): number != 0
    case .flag(let flag): flag
    case .list(let items): !items.isEmpty
    case .record: true
    }
  }

  /// Whether this may stand where a layout was promised `type`.
  public func fits(_ type: LayoutType) -> Bool {
    switch (self, type) {
    case (.absent, _), (.text, .text), (.html, .html), (.url, .url), (.number, .number), (.flag, .flag): true
    case (.list(let items), .list(let itemType)): items.allSatisfy { $0.fits(itemType) }
    case (.record(let values), .record(let type)):
      values.count == type.fields.count && zip(values, type.fields).allSatisfy { $0.fits($1.type) }
    default: false
    }
  }
}
