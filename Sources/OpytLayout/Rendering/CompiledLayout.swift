/// A checked layout, ready to print any number of pages, on any number of threads.
public struct CompiledLayout: Sendable {
  /// What the layout was compiled for, and what it must be given.
  public let type: RecordType
  /// How much of a page's value the layout can reach, in all its sections, loops, strings, partials and parents.
  public let usage: LayoutUsage
  let program: LayoutProgram

  init(type: RecordType, program: LayoutProgram) {
    self.type = type
    self.program = program
    usage = program.usage
  }

  /// How much the layout asks of records of one type, wherever they stand on the page: to make a value once that is
  /// shown in many places.
  public func usage(of record: RecordType) -> LayoutUsage { usage.usage(of: record, in: type) }

  /// Appends one page to `buffer`. It never fails: all that can be wrong was found when the layout was compiled.
  ///
  /// - Parameter value: a record that fits `type`; a value of a wrong type prints nothing (and traps in debug builds).
  public func render(_ value: LayoutValue, into buffer: inout OutputBuffer) {
    assert(value.fits(.record(type)), "the value doesn't fit the type that the layout was compiled for")
    var slots = [LayoutValue](repeating: .absent, count: program.slotCount)
    slots[0] = value
    run(program.operations.indices, slots: &slots, into: &buffer)
  }

  private func run(_ range: Range<Int>, slots: inout [LayoutValue], into buffer: inout OutputBuffer) {
    var next = range.lowerBound
    while next < range.upperBound {
      let operation = program.operations[next]
      next += 1
      switch operation {
      case .literal(let bytes):
        buffer.append(raw: program.literals[bytes])
      case .print(let path):
        print(Self.value(at: path, in: slots), into: &buffer)
      case .skipUnless(let path, let target):
        if !Self.value(at: path, in: slots).isTruthy { next = target }
      case .skipIf(let path, let target):
        if Self.value(at: path, in: slots).isTruthy { next = target }
      case .skipUnlessCounted(let path, let categories, let target):
        if case .number(let number) = Self.value(at: path, in: slots),
          categories.contains(program.rule.category(of: number))
        {
          continue
        }
        next = target
      case .loop(let path, let slot, let end):
        if case .list(let items) = Self.value(at: path, in: slots) {
          for item in items {
            slots[slot] = item
            run(next..<end, slots: &slots, into: &buffer)
          }
        }
        next = end
      }
    }
  }

  private static func value(at path: LayoutProgram.Path, in slots: [LayoutValue]) -> LayoutValue {
    var value = slots[path.slot]
    for index in path.indices {
      guard case .record(let values) = value, index < values.count else { return .absent }
      value = values[index]
    }
    return value
  }

  private func print(_ value: LayoutValue, into buffer: inout OutputBuffer) {
    switch value {
    case .text(let text): buffer.append(text: text)
    case .url(let address): buffer.append(text: address.text)
    case .html(let fragment): buffer.append(raw: fragment.bytes)
    case .number(let number): buffer.append(raw: String(number).utf8)
    case .absent, .flag, .list, .record: break
    }
  }
}
