import Testing

@testable import OpytSite

@Suite struct StyleSheetSqueezerTests {
  @Test(arguments: [
    ("body {}\n", "body {}\n"),
    ("/* one */\n\na {\n  color: red;\n}\n", "a {\ncolor: red;\n}\n"),
    ("a/**/b  ,\tc{}", "a b , c{}"),
    ("a::before { content: \"  /* kept */  \"; }", "a::before { content: \"  /* kept */  \"; }"),
    ("a::before { content: \"\\\"  /*\" } /* gone */", "a::before { content: \"\\\"  /*\" }"),
    (".a\\\"  {}  /* x */ .b {}", ".a\\\" {} .b {}"),
    ("a { } /* never closed", "a { }"),
    ("a::before { content: \"never closed\\", "a::before { content: \"never closed\\"),
    ("a\r\n\r\n  b {}", "a\nb {}"),
    ("", ""),
  ])
  func onlyCommentsAndIndentationGo(css: String, expected: String) {
    #expect(String(decoding: StyleSheetSqueezer.squeezed(Array(css.utf8)), as: UTF8.self) == expected)
  }
}
