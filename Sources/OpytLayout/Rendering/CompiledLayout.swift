public import OpytText

/// A checked layout, ready to print any number of pages, on any number of threads.
public struct CompiledLayout: Sendable {
  /// What the layout was compiled for, and what it must be given.
  public let type: RecordType
  /// How much of a page's value the layout can reach, in all its sections, loops, strings, partials and parents.
  public let usage: LayoutUsage
  /// Of all that the layout prints by itself and of all it does with values, the same on every run: layouts of one
  /// fingerprint print the same for the same page.
  public let fingerprint: Fingerprint
  let program: LayoutProgram

  init(type: RecordType, program: LayoutProgram, typography: Typography = .asWritten) {
    self.type = type
    self.program = program
    usage = program.usage.with(typography)
    fingerprint = program.fingerprint
  }

  /// How much the layout asks of records of one type, wherever they stand on the page: to make a value once that is
  /// shown in many places.
  public func usage(of record: RecordType) -> LayoutUsage { usage.usage(of: record, in: type) }

  /// What a page's bytes follow from: the layout and the page's value. Where it is the same, so are they.
  /// - Parameter value: made for ``usage``, so that what the layout doesn't print makes no difference.
  public func fingerprint(of value: LayoutValue) -> Fingerprint {
    var hasher = StableHasher()
    hasher.combine(fingerprint)
    value.hash(into: &hasher)
    return hasher.fingerprint
  }

  /// Appends one page to `buffer`. It never fails: all that can be wrong was found when the layout was compiled.
  ///
  /// - Parameter value: a record that fits `type`; a value of a wrong type prints nothing (and traps in debug builds).
  public func render(_ value: LayoutValue, into buffer: inout OutputBuffer) {
    assert(value.fits(.record(type)), "the value doesn't fit the type that the layout was compiled for")
    PagePrinter.print(value, with: program, into: &buffer)
  }
}
