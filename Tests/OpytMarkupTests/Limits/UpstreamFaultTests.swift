import OpytDiagnostics
import OpytMarkup
import Testing

/// The faults of libcmark-gfm that were mended between 0.29.0.gfm.6, which Debian 12 has, and 0.29.0.gfm.13: for each of
/// them a text that shows it is refused with words, or is read in the time that it may take. «Faults of the library» in this
/// room's documentation says which rule closes which of them.
struct UpstreamFaultTests {
  private static func times(_ unit: String, _ count: Int = 100_000) -> String { LimitTexts.times(unit, count) }

  /// With the word of the refusal.
  private static let refused: [(LimitTexts.Sample, words: String)] = [
    (.init("CVE-2023-22486: brackets look through open images", "x " + times("![[]()")), "«![»"),
    (.init("CVE-2023-22485: mail in one text", times("a@b.c ", 150_000)), "«@»"),
    (.init("CVE-2023-22484: comments without an end", "</" + times("<!--")), "«<»"),
    (.init("CVE-2023-22483, 089: heads of tables that are none", times("a\nb|c\n|-|\n", 60_000)), "«"),
    (.init("CVE-2023-22483, 091: very wide tables", times("a|", 3_000) + "\n" + times("-|", 3_000) + "\n"), "столбцов"),
    (.init("CVE-2023-22483, 099: sites with underscores", times("_www.a")), "«_www.»"),
    (.init("CVE-2023-22483, 099: addresses with underscores", times("http://a_")), "«:»"),
    (
      .init("CVE-2023-22483, 109: one address again and again", "[a]: " + times("b") + "\n\n" + times("[a] ", 10_000)),
      "адрес"
    ),
    (.init("CVE-2023-22483, 110: parentheses behind an address", "www.a.b" + times(")", 300_000)), "«)»"),
    (.init("CVE-2023-22483, 111: bars of a row", "| a |\n|---|\n" + times("|", 500_000)), "«|»"),
    (.init("CVE-2023-22483, 120: addresses up to a bracket", times("_www.a<")), "«"),
    (.init("CVE-2023-24824: quotes in quotes", times(">") + "a"), "100 уровней"),
    (.init("CVE-2023-24824: lists in lists", times("- ") + "a"), "100 уровней"),
    (.init("CVE-2023-37463, 118: cells that are not there", LimitTexts.table(columns: 100, rows: 5_000)), "ячеек"),
    (.init("CVE-2023-37463, 117: rows of many columns", LimitTexts.table(columns: 1_000, rows: 100)), "столбцов"),
    (.init("CVE-2023-37463, 119: footnotes in footnotes", times("[^a]: ") + "a"), "уровней"),
  ]

  @Test(arguments: refused)
  func isRefused(_ sample: LimitTexts.Sample, words: String) throws {
    let reading = Reading(body: sample.text)
    let diagnostic = try #require(reading.diagnostics.first { $0.severity == .error })
    #expect(diagnostic.code == .markdownTooComplex)
    #expect(diagnostic.message.russian.contains(words), "\(diagnostic.message.russian)")
    #expect(reading.document == nil)
  }

  /// What may be read, or refused, but keeps nobody waiting; of a length at which a square would show.
  private static let bounded: [LimitTexts.Sample] = [
    .init("CVE-2022-39209: image openers", times("![l", 10_000)),
    .init("CVE-2023-22483, 090: emphasis that does not match", times("*a_ ", 8_000)),
    .init("CVE-2023-22483, 090: kept delimiters", times("*a~~b_c ", 4_000)),
    .init("CVE-2023-22483: strikethrough that does not match", times("~~a ", 8_000) + times("a~~~ ", 4_000)),
    .init("CVE-2023-22483: deep emphasis", times("*a **a ", 5_000) + "b" + times(" a** a*", 5_000)),
    .init("CVE-2023-22483: quotes", times("\"a' ", 8_000)),
    .init("CVE-2023-22483, 099: shorter", times("_www.a", 6_000)),
    .init("CVE-2023-26485: bold in bold", times("_", 20_000) + "bold" + times("_", 20_000)),
    .init("CVE-2023-26485: bold in bold with stars", times("**a", 10_000) + times("b**", 10_000)),
    .init("CVE-2023-24824: a line in ninety-nine lists", times("- ", 99) + "a\n" + times("b\n", 20_000)),
    .init("CVE-2023-24824: lines inside many quotes", times(times(">", 99) + "a\n\n", 500)),
    .init("0.29.0.gfm.11: items that are numbered", LimitTexts.numbered(1..<8_000) { "\($0). a\n" }),
  ]

  @Test(arguments: bounded)
  func keepsNobodyWaiting(_ sample: LimitTexts.Sample) {
    let bytes = Array("---\n---\n\(sample.text)".utf8)
    _ = Pace.read(bytes, limits: Pace.limits(for: bytes.count), sample.name)
  }

  /// CVE-2023-22485: the byte in front of a text that begins with `mailto:` or `:` is looked at. It is always the same one,
  /// and no letter, whatever was in that memory before.
  @Test(arguments: ["mailto:a@b.ru", "xmpp:a@b.ru", ":a@b.ru", "o:a@b.ru", "*mailto:a@b.ru*"])
  func memoryInFrontOfATextIsNoPartOfIt(_ text: String) {
    let first = Reading(body: text).html
    for letter in ["a", "Z", "9", "д"] {
      _ = Reading(body: Self.times(letter, 90_000)).html
      #expect(Reading(body: text).html == first)
    }
    #expect(first.contains("a@b.ru"))
    #expect(!text.hasPrefix("mailto:") || first.contains(">mailto:a@b.ru</a>"), "\(first)")
  }
}
