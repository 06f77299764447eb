import OpytDiagnostics
import OpytMarkup
import Testing

/// «It hangs on small files» (`architecture.md`, Traps): no file does.
@Suite(.serialized)
struct LimitTests {
  /// Reads a text within the time, and gives it back; a refusal names the limit at a line.
  private static func read(_ body: String) -> Reading {
    var reading = Reading("")
    let time = Limits.measure { reading = Reading(body: body) }
    #expect(time < Limits.time, "\(time) for \(body.prefix(60).debugDescription)… of \(body.utf8.count) bytes")
    if reading.document == nil {
      #expect(reading.diagnostics.map(\.code) == [.markdownTooComplex])
      #expect((reading.diagnostics.first?.location.range?.start.line ?? 0) >= 3)
      #expect(reading.diagnostics.first?.advice != nil)
    }
    return reading
  }

  // MARK: What must be refused

  @Test(arguments: LimitTexts.excessive)
  func isRefused(_ sample: LimitTexts.Sample, line: Int32, words: String) throws {
    let reading = Self.read(sample.text)
    let diagnostic = try #require(reading.diagnostics.first)
    #expect(diagnostic.message.russian.contains(words), "\(diagnostic.message.russian)")
    #expect((diagnostic.location.range?.start.line ?? 0) >= line)
    #expect(reading.document == nil)
  }

  // MARK: What methodologists write

  @Test(arguments: LimitTexts.plausible)
  func isRead(_ sample: LimitTexts.Sample) {
    let reading = Self.read(sample.text)
    #expect(reading.problems.filter { !$0.hasSuffix("raw-html") } == [])
    #expect(reading.document != nil)
  }

  @Test func limitsThemselvesAreAllowed() {
    let columns = "|" + LimitTexts.times("a|", 100) + "\n|" + LimitTexts.times("-|", 100) + "\n"
    #expect(Self.read(columns).html.contains("<table>"))
    #expect(Self.read(LimitTexts.times(">", 100) + "a").document != nil)
    #expect(Self.read(LimitTexts.times("- ", 100) + "a").document != nil)
    let cells = LimitTexts.table(columns: 100, rows: 500)
    #expect(Self.read(cells).html.contains("<table>"))
  }

  @Test func limitsCanBeSet() {
    var limits = ReadingLimits()
    limits.nesting = 2
    limits.tableColumns = 3
    limits.tableCells = 9
    limits.work = 1_000
    #expect(Reading(body: "> > > a", limits: limits).problems == ["3:1–3:8 error markdown-too-complex"])
    #expect(Reading(body: "a|b|c|d\n-|-|-|-\n", limits: limits).problems == ["4:1–4:8 error markdown-too-complex"])
    #expect(Reading(body: "a|b|c\n-|-|-\n1\n2\n3\n", limits: limits).problems == ["7:1–7:2 error markdown-too-complex"])
    #expect(
      Reading(body: LimitTexts.times("<a ", 40), limits: limits).problems == ["3:1–3:41 error markdown-too-complex"])
    #expect(Reading(body: "> > a\n\na|b|c\n-|-|-\n1\n2\n", limits: limits).problems == [])
  }

  // MARK: What was made to hang

  /// One mark, or a few, up to the limit of a file; at the start of a line or behind a word.
  @Test(arguments: LimitTexts.units)
  func oneThing(_ unit: String) {
    let count = Limits.size / unit.utf8.count
    _ = Self.read(LimitTexts.times(unit, count))
    _ = Self.read("x " + LimitTexts.times(unit, count))
  }

  /// Two runs, one inside the other, and lines inside lists, quotes and tables.
  @Test(arguments: LimitTexts.combined)
  func combined(_ sample: LimitTexts.Sample) {
    _ = Self.read(sample.text)
  }

  /// Texts from a seeded generator: the same ones every time. To look for new ones that hang, raise the count.
  @Test(arguments: [(1, 400, 120_000), (10_000, 40, Limits.size)])
  func generated(_ seed: UInt64, count: Int, size: Int) {
    for seed in seed..<seed + UInt64(count) {
      let pathological = PathologicalText(seed: seed, size: size)
      var reading = Reading("")
      let bytes = Array("---\n---\n".utf8) + pathological.text
      let time = Limits.measure { reading = Reading(bytes: bytes) }
      #expect(time < Limits.time, "\(time): \(pathological)")
      #expect(reading.document != nil || reading.diagnostics.containsErrors, "\(pathological)")
    }
  }
}
