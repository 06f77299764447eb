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
    PagePrinter.print(value, with: program, into: &buffer)
  }
}
