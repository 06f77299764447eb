import OpytText

extension LayoutProgram {
  /// Programs of the same fingerprint print the same for the same page.
  var fingerprint: Fingerprint {
    var hasher = StableHasher()
    for operation in operations {
      switch operation {
      case .literal(let start, let count): hash(1, nil, start, count, into: &hasher)
      case .print(let path): hash(2, path, into: &hasher)
      case .skipUnless(let path, let target): hash(3, path, target, into: &hasher)
      case .skipIf(let path, let target): hash(4, path, target, into: &hasher)
      case .skipUnlessCounted(let path, let categories, let target):
        hash(5, path, target, UInt32(categories.rawValue), into: &hasher)
      case .loop(let path, let slot, let end): hash(6, path, UInt32(slot), end, into: &hasher)
      case .next(let slot, let start): hash(7, nil, UInt32(slot), start, into: &hasher)
      }
    }
    hasher.combine(literals)
    hasher.combine(slotCount)
    hasher.combine(rule == .russian ? 1 : 2 as UInt64)
    return hasher.fingerprint
  }

  private func hash(
    _ kind: UInt64, _ path: Path?, _ first: UInt32 = 0, _ second: UInt32 = 0, into hasher: inout StableHasher
  ) {
    hasher.combine(kind)
    hasher.combine(UInt64(first) << 32 | UInt64(second))
    guard let path else { return }
    hasher.combine(UInt64(path.slot) << 32 | UInt64(path.depth))
    for index in indices(path) { hasher.combine(UInt64(index)) }
  }
}
