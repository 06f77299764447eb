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

  /// A mark behind a slash is the first of the name, though both are one `Character`.
  @Test(arguments: [
    ("a/б.md", "a", "б.md"), ("a/\u{301}б.md", "a", "\u{301}б.md"), ("/\u{5AC}", "", "\u{5AC}"), ("б.md", "", "б.md"),
    ("a/b/", "a/b", ""),
  ])
  func folderAndName(path: String, folder: String, name: String) {
    #expect(path.folderPath.utf8.elementsEqual(folder.utf8))
    #expect(path.fileName.utf8.elementsEqual(name.utf8))
  }

  @Test(arguments: [
    ("a/../\u{301}б", ["a", "..", "\u{301}б"]), ("/a/", ["", "a", ""]), ("", [""]),
  ])
  func namesOfAPath(path: String, names: [String]) {
    #expect(path.pathNames.map { Array($0.utf8) } == names.map { Array($0.utf8) })
  }
}
