import OpytDiagnostics
import OpytMarkup
import Testing

/// libcmark-gfm hangs on some small files, and can't be interrupted: no file may keep it, or the program, long.
struct LimitTests {
  /// Reads a text within the time, and gives it back; a refusal names the limit at a line.
  private static func read(_ body: String, limits: ReadingLimits = ReadingLimits()) -> Reading {
    let name = "\(body.prefix(60).debugDescription)… of \(body.utf8.count) bytes"
    let reading = Pace.read(Array("---\n---\n\(body)".utf8), limits: limits, name)
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

  /// The parser is left in the middle of a text whose tree grows too large.
  @Test func whatIsRefusedLeavesNothingBehind() {
    let text = "~~а~~ \"б\" www.a.ru\n\n- [ ] в [г](a.md)\n\nд ~ е\n"
    let before = Self.read(text).html
    for end in ["", "~", "~~а~~"] {
      #expect(Self.read(LimitTexts.times("\"", 1_000_000) + end).document == nil)
      #expect(Self.read(text).html == before)
    }
    #expect(before.contains("<del>а</del>"))
  }

  // MARK: What methodologists write

  @Test(arguments: LimitTexts.plausible)
  func isRead(_ sample: LimitTexts.Sample) {
    let reading = Self.read(sample.text)
    let warnings = ["raw-html", "markup-lookalike"]
    #expect(reading.problems.filter { problem in !warnings.contains(where: problem.hasSuffix) } == [])
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

  /// One mark, or a few, again and again; at the start of a line or behind a word.
  @Test(arguments: LimitTexts.units, ["", "x "])
  func oneThing(_ unit: String, start: String) {
    func text(bytes: Int) -> [UInt8] {
      Array(("---\n---\n" + start + LimitTexts.times(unit, bytes / unit.utf8.count)).utf8)
    }
    let long = text(bytes: Self.length * 2)
    _ = Pace.read(long, limits: Pace.limits(for: long.count), unit.debugDescription)
    Pace.expectLinear(text, bytes: Self.length, unit.debugDescription)
  }

  private static let length = 8_000

  /// Two runs, one inside the other, and lines inside lists, quotes and tables.
  @Test(arguments: LimitTexts.combined)
  func combined(_ sample: LimitTexts.Sample) {
    let text = sample.text
    _ = Self.read(text, limits: Pace.limits(for: text.utf8.count))
  }

  /// What is usual at greater length is no more work for each of its bytes.
  @Test(arguments: LimitTexts.plausible)
  func usualTextsAreLinear(_ sample: LimitTexts.Sample) {
    let part = sample.text.utf8.prefix(8_000)
    let whole = String(decoding: part[..<(part.lastIndex(of: UInt8(ascii: "\n")) ?? part.endIndex)], as: UTF8.self)
    Pace.expectLinear(
      { bytes in Array(("---\n---\n" + LimitTexts.times(whole + "\n\n", max(1, bytes / 8_000))).utf8) },
      bytes: 16_000, sample.name)
  }

  /// Texts from a seeded generator: the same ones every time. To look for new ones that hang, raise the count.
  @Test(arguments: [(1, 400, 12_000), (10_000, 40, 60_000)])
  func generated(_ seed: UInt64, count: Int, size: Int) {
    for seed in seed..<seed + UInt64(count) {
      let pathological = PathologicalText(seed: seed, size: size)
      let bytes = Array("---\n---\n".utf8) + pathological.text
      let reading = Pace.read(bytes, limits: Pace.limits(for: bytes.count), pathological.description)
      #expect(reading.document != nil || reading.diagnostics.containsErrors, "\(pathological)")
    }
  }
}
