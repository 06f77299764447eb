/// How much an author's file may ask of the machine. libcmark-gfm can't be interrupted, and a table of 3000 × 3000
/// cells in 18 kB takes it 8 s, so a text is looked at before it is parsed.
public struct ReadingLimits: Sendable {
  public var fileBytes = 1 << 20
  public var tableColumns = 100
  /// In all tables of a file together.
  public var tableCells = 50_000
  /// Lists and quotes inside one another.
  public var nesting = 100
  /// How long a text may keep the parser busy beyond the time that its length takes, in the estimated nanoseconds of
  /// `ComplexityCheck`. A page of 20 kB with tables and links takes about 0.1 % of it.
  public var work = 300_000_000
  /// How many bytes links may repeat by referring to one long definition again and again.
  public var repeatedBytes = 32 << 20
  /// How much memory a text's tree may take. An ordinary text of the greatest length takes a tenth of it, one of nothing
  /// but marks twice as much.
  public var treeBytes: Int { 128 * max(fileBytes, 1 << 20) }

  public init() {}
}
