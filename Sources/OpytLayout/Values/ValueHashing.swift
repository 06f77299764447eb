public import OpytText

extension LayoutValue {
  /// Feeds all there is of the value, so that values of the same bytes, and no others, make equal fingerprints. This is
  /// stricter than `==`, by which two spellings of `й`, composed or not, are equal.
  public func hash(into hasher: inout StableHasher) {
    switch self {
    case .absent: hasher.combine(0 as UInt64)
    case .flag(let flag): hasher.combine(flag ? 1 : 2 as UInt64)
    case .text(let text): hash(3, into: &hasher) { $0.combine(text) }
    case .html(let fragment): hash(4, into: &hasher) { $0.combine(fragment.bytes) }
    case .url(let address): hash(5, into: &hasher) { $0.combine(address.text) }
    case .number(let number): hash(6, into: &hasher) { $0.combine(number) }
    case .list(let items): hash(7, into: &hasher) { Self.hash(items, into: &$0) }
    case .record(let values): hash(8, into: &hasher) { Self.hash(values, into: &$0) }
    }
  }

  private func hash(_ kind: UInt64, into hasher: inout StableHasher, _ content: (inout StableHasher) -> Void) {
    hasher.combine(kind)
    content(&hasher)
  }

  private static func hash(_ values: [LayoutValue], into hasher: inout StableHasher) {
    hasher.combine(values.count)
    for value in values { value.hash(into: &hasher) }
  }
}
