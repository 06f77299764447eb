import OpytText

/// Collects the operations of a program; neighbouring literals become one.
struct ProgramBuilder {
  /// More than this is a mistake: no page needs a program of millions of steps.
  static let maximumOperations = 100_000
  static let maximumLiteralBytes = 8 << 20

  private(set) var program = LayoutProgram()
  /// What plurals are told apart by.
  var rule: PluralRule {
    get { program.rule }
    set { program.rule = newValue }
  }
  /// Operations before this one may be jumped to the end of: nothing may be appended to them.
  private var sealed = 0
  private var paths: [ValuePath: LayoutProgram.Path] = [:]

  /// The opening of a section, with what it depends on.
  enum Opening {
    case ifTruthy(ValuePath)
    case unlessTruthy(ValuePath)
    case ifCounted(ValuePath, PluralCategories)
    /// The section is printed once for each item, which is found in `slot`.
    case forEach(ValuePath, slot: Int)
  }

  var isTooLarge: Bool {
    program.operations.count > Self.maximumOperations || program.literals.count > Self.maximumLiteralBytes
  }

  mutating func appendLiteral(_ bytes: ArraySlice<UInt8>) {
    guard !bytes.isEmpty else { return }
    let start = program.literals.count
    program.literals.append(contentsOf: bytes)
    if program.operations.count > sealed, case .literal(let first, let count)? = program.operations.last {
      program.operations[program.operations.count - 1] = .literal(start: first, count: count + UInt32(bytes.count))
    } else {
      program.operations.append(.literal(start: UInt32(start), count: UInt32(bytes.count)))
    }
  }

  mutating func appendPrint(_ path: ValuePath) {
    program.operations.append(.print(packed(path)))
  }

  /// Appends the opening of a section; `end` completes it. Returns what `end` needs.
  mutating func begin(_ opening: Opening) -> Int {
    let operation: LayoutProgram.Operation =
      switch opening {
      case .ifTruthy(let path): .skipUnless(packed(path), to: 0)
      case .unlessTruthy(let path): .skipIf(packed(path), to: 0)
      case .ifCounted(let path, let categories): .skipUnlessCounted(packed(path), as: categories, to: 0)
      case .forEach(let path, let slot): .loop(packed(path), slot: UInt16(slot), end: 0)
      }
    if case .forEach(_, let slot) = opening { program.slotCount = max(program.slotCount, slot + 1) }
    program.operations.append(operation)
    sealed = program.operations.count
    return program.operations.count - 1
  }

  mutating func end(_ index: Int) {
    if case .loop(_, let slot, _) = program.operations[index] {
      program.operations.append(.next(slot: slot, start: UInt32(index + 1)))
    }
    sealed = program.operations.count
    let end = UInt32(sealed)
    switch program.operations[index] {
    case .skipUnless(let path, _): program.operations[index] = .skipUnless(path, to: end)
    case .skipIf(let path, _): program.operations[index] = .skipIf(path, to: end)
    case .skipUnlessCounted(let path, let categories, _):
      program.operations[index] = .skipUnlessCounted(path, as: categories, to: end)
    case .loop(let path, let slot, _): program.operations[index] = .loop(path, slot: slot, end: end)
    case .literal, .print, .next: break
    }
  }

  /// The path with its indices among those of the program; a path that was met before is not written twice.
  private mutating func packed(_ path: ValuePath) -> LayoutProgram.Path {
    if let known = paths[path] { return known }
    let packed = LayoutProgram.Path(
      slot: UInt16(path.slot), depth: UInt16(path.indices.count), start: UInt32(program.fields.count))
    program.fields += path.indices.map(UInt32.init)
    paths[path] = packed
    return packed
  }
}
