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
}
