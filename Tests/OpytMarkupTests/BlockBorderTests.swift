import OpytDiagnostics
import OpytMarkup
import Testing

/// Texts are looked through block by block: what is found is the same wherever in a block it stands.
struct BlockBorderTests {
  private static let shifts = 0..<140

  @Test(arguments: shifts)
  func whatBelongsToNoText(_ shift: Int) {
    let before = Array(("---\nименование: " + String(repeating: "ж", count: shift)).utf8)
    let column = 13 + shift
    for (bytes, code) in [([0xFF], "encoding-invalid"), ([0x07], "control-character")] as [([UInt8], String)] {
      let reading = Reading(bytes: before + bytes + Array("\n---\nтекст\n".utf8))
      #expect(reading.problems.first == "2:\(column)–2:\(column + 1) error \(code)")
    }
    // A letter that is cut off by the end of the file.
    let cut = Reading(bytes: Array(String(repeating: "я", count: shift).utf8) + [0xD0])
    #expect(cut.problems.first == "1:\(shift + 1)–1:\(shift + 2) error encoding-invalid")
  }

  @Test(arguments: shifts)
  func linesAndWords(_ shift: Int) {
    let before = String(repeating: "z", count: shift)
    let reading = Reading(body: "\(before) — «слово» № 5,\r\nпесок и вода: a1 –\n[план](plan.md)\n")
    #expect(reading.problems == [])
    #expect(reading.document?.body.wordCount == (shift == 0 ? 7 : 8))
    #expect(reading.document?.body.links.first?.range?.start == SourcePosition(line: 5, column: 8))
  }

  @Test(arguments: shifts)
  func whatLooksLikeMarkup(_ shift: Int) {
    let reading = Reading(body: "\(String(repeating: "z", count: shift)) слово [^нет] и ещё\n")
    #expect(reading.problems == ["3:\(shift + 8)–3:\(shift + 14) warning markup-lookalike"])
  }
}
