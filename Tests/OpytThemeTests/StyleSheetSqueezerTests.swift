import OpytTheme
import Testing

@Suite struct StyleSheetSqueezerTests {
  @Test(arguments: [
    ("body {}\n", "body{}"),
    ("/* one */\n\na {\n  color: red;\n}\n", "a{color:red}"),
    ("a/**/b  ,\tc{}", "a b,c{}"),
    ("a::before { content: \"  /* kept */  \"; }", "a::before{content:\"  /* kept */  \"}"),
    ("a :hover > b\n+ c { }", "a :hover>b + c{}"),
    (".a\\: b { margin: 0 calc(1px + 2px) }", ".a\\: b{margin:0 calc(1px + 2px)}"),
    ("a::before { content: \"\\\"  /*\" } /* gone */", "a::before{content:\"\\\"  /*\"}"),
    (".a\\\"  {}  /* x */ .b {}", ".a\\\"{}.b{}"),
    ("a { } /* never closed", "a{}"),
    ("a::before { content: \"never closed\\", "a::before{content:\"never closed\\"),
    ("a\r\n\r\n  b {}", "a b{}"),
    ("", ""),
  ])
  func onlyCommentsAndIdleBlanksGo(css: String, expected: String) {
    #expect(String(decoding: StyleSheetSqueezer.squeezed(Array(css.utf8)), as: UTF8.self) == expected)
  }
}
