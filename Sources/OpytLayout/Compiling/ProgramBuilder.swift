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

  var isTooLarge: Bool {
    program.operations.count > Self.maximumOperations || program.literals.count > Self.maximumLiteralBytes
  }

  mutating func appendLiteral(_ bytes: ArraySlice<UInt8>) {
    guard !bytes.isEmpty else { return }
    let start = program.literals.count
    program.literals.append(contentsOf: bytes)
    let end = program.literals.count
    if program.operations.count > sealed, case .literal(let range)? = program.operations.last {
      program.operations[program.operations.count - 1] = .literal(range.lowerBound..<end)
    } else {
      program.operations.append(.literal(start..<end))
    }
  }

  mutating func append(_ operation: LayoutProgram.Operation) {
    program.operations.append(operation)
  }

  /// Appends the opening of a section; `end` completes it. Returns what `end` needs.
  mutating func begin(_ operation: LayoutProgram.Operation) -> Int {
    program.operations.append(operation)
    sealed = program.operations.count
    return program.operations.count - 1
  }

  mutating func end(_ index: Int) {
    let end = program.operations.count
    sealed = end
    switch program.operations[index] {
    case .skipUnless(let path, _): program.operations[index] = .skipUnless(path, to: end)
    case .skipIf(let path, _): program.operations[index] = .skipIf(path, to: end)
    case .skipUnlessCounted(let path, let categories, _):
      program.operations[index] = .skipUnlessCounted(path, as: categories, to: end)
    case .loop(let path, let slot, _): program.operations[index] = .loop(path, slot: slot, end: end)
    case .literal, .print: break
    }
  }

  mutating func reserveSlot(_ slot: Int) {
    program.slotCount = max(program.slotCount, slot + 1)
  }
}
