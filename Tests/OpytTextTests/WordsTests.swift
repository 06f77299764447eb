import OpytText
import Testing

@Suite struct WordsTests {
  @Test(arguments: [
    (" раз\tдва\r\n три ", "раз два три"), ("раз\u{A0}два", "раз\u{A0}два"), ("", ""), (" \n", ""), ("раз", "раз"),
  ])
  func wordsInOneLine(text: String, line: String) {
    #expect(text.inOneLine == line)
  }

  @Test(arguments: [
    ("  раз два\t\n", "раз два"), ("", ""), (" \n ", ""), ("р", "р"), ("\u{A0}р\u{A0}", "\u{A0}р\u{A0}"), ("р ", "р"),
  ])
  func bytesWithoutBlanksAround(text: String, trimmed: String) {
    #expect(String(decoding: text.utf8.trimmed, as: UTF8.self) == trimmed)
    #expect(String(decoding: Array(text.utf8)[...].trimmed, as: UTF8.self) == trimmed)
  }
}
