import OpytText
import Testing

struct HTMLEscapingTests {
  @Test(arguments: [
    ("", ""),
    ("Огород на окне", "Огород на окне"),
    ("<>&\"'", "&lt;&gt;&amp;&quot;&#39;"),
    ("<<", "&lt;&lt;"),
    ("a<b", "a&lt;b"),
    ("&amp;", "&amp;amp;"),
    ("</script>", "&lt;/script&gt;"),
    // Marks that join the special character into one grapheme with its neighbour must not hide it.
    ("\u{600}<img onerror=alert(1)>", "\u{600}&lt;img onerror=alert(1)&gt;"),
    ("<\u{301}", "&lt;\u{301}"), ("\u{301}<", "\u{301}&lt;"),
    ("\"\u{301}", "&quot;\u{301}"), ("\u{301}\"", "\u{301}&quot;"), ("\u{600}\"", "\u{600}&quot;"),
    ("'\u{20DD}", "&#39;\u{20DD}"), ("&\u{FE0F}", "&amp;\u{FE0F}"), ("<\u{200D}>", "&lt;\u{200D}&gt;"),
    ("\r\n<", "\r\n&lt;"),
    // Full-width look-alikes are letters to a browser.
    ("＜a＞", "＜a＞"),
  ])
  func escapes(_ text: String, html: String) {
    var output = Array("=".utf8)
    HTMLEscaping.append(text, to: &output)
    #expect(Array(String(decoding: output, as: UTF8.self).unicodeScalars) == Array(("=" + html).unicodeScalars))
  }

  @Test func everyByteButFiveIsKept() {
    for byte in UInt8.min...UInt8.max where !"<>&\"'".utf8.contains(byte) {
      var output: [UInt8] = []
      [byte].withUnsafeBufferPointer { HTMLEscaping.append($0, to: &output) }
      #expect(output == [byte])
    }
  }

  /// A special sign is found wherever it stands, in a text of any length, whatever stands around it: text is looked
  /// through many bytes at a time.
  @Test(arguments: [UInt8(ascii: "x"), UInt8(ascii: "#"), UInt8(ascii: "="), UInt8(ascii: "?"), 0x00, 0x7F, 0xA7, 0xFF])
  func specialsAreFoundAnywhere(filling: UInt8) {
    let escapes = ["<": "&lt;", ">": "&gt;", "&": "&amp;", "\"": "&quot;", "'": "&#39;"]
    var wrong: [String] = []
    for count in 1...50 {
      for position in 0..<count {
        for (sign, escape) in escapes {
          var text = [UInt8](repeating: filling, count: count)
          text[position] = Array(sign.utf8)[0]
          let expected = Array(text[..<position]) + Array(escape.utf8) + Array(text[(position + 1)...])
          var output: [UInt8] = []
          text.withUnsafeBufferPointer { HTMLEscaping.append($0, to: &output) }
          if output != expected { wrong.append("\(sign) at \(position) of \(count)") }
        }
      }
    }
    #expect(wrong == [])
  }

  @Test(arguments: ["", "слова без знаков", "<", "a & b", "\"длинный <текст> с 'кавычками' и знаками\" & ещё немного"])
  func intoMemoryOfAnySize(_ text: String) {
    var expected: [UInt8] = []
    HTMLEscaping.append(text, to: &expected)
    let bytes = Array(text.utf8)
    bytes.withUnsafeBufferPointer { #expect(HTMLEscaping.escapedCount(of: $0) == expected.count) }
    for room in 0...expected.count + 3 {
      // What lies behind the room given must not be written to.
      var memory = [UInt8](repeating: 0xEE, count: room + 8)
      let written = memory.withUnsafeMutableBufferPointer { memory in
        bytes.withUnsafeBufferPointer {
          HTMLEscaping.escape($0, into: UnsafeMutableBufferPointer(rebasing: memory[..<room]))
        }
      }
      #expect(written == (room < expected.count ? nil : expected.count))
      if let written { #expect(Array(memory[..<written]) == expected) }
      #expect(memory[room...].allSatisfy { $0 == 0xEE })
    }
  }
}
