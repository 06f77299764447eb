import OpytText
import Testing

struct WebAddressTests {
  @Test(arguments: [
    "javascript:alert(1)", "JavaScript:alert(1)", "JAVASCRIPT:alert(1)", " javascript:alert(1)",
    "\u{1}javascript:alert(1)", "\u{0}javascript:x", "java\tscript:alert(1)", "java\nscript:x", "java\r\nscript:x",
    "javascript\t:x", "\tjavascript:x", "data:text/html,<script>", "DATA:image/svg+xml,x", "vbscript:x", "intent:#x",
    "blob:https://x/y", "file:///etc/passwd", "ftp://example.org", "about:blank", "view-source:x", "ws://x", ":x",
    "//host", "\\\\host", "/\\host", "\\/host", " //host", "\u{1}//host", "/\t/host", "\t//host", "/\n/host",
    "///host", "//", "ｊavascript:x", "javascript&colon:x", "jav\u{301}ascript:x", "ja vascript:x",
  ])
  func refuses(_ address: String) {
    #expect(WebAddress(authored: address) == nil)
    #expect(WebAddress.scheme(of: address) != .relative)
  }

  @Test(arguments: [
    ("https://example.org/a?b=c#d", "https://example.org/a?b=c#d"),
    ("HTTPS://example.org", "HTTPS://example.org"),
    ("http://example.org", "http://example.org"),
    ("mailto:sad5@example.org", "mailto:sad5@example.org"),
    ("tel:+7 812 000-00-00", "tel:+7%20812%20000-00-00"),
    (" https://example.org", "https://example.org"),
    ("ht\ttps://example.org/\n", "https://example.org/"),
    ("projects/ogorod.md", "projects/ogorod.md"),
    ("../projects/ogorod.md#etapy", "../projects/ogorod.md#etapy"),
    ("/sady/", "/sady/"), ("#a:b", "#a:b"), ("?a:b", "?a:b"), ("./a:b", "./a:b"), ("", ""),
    // A colon behind the first slash begins no scheme.
    ("a/javascript:x", "a/javascript:x"),
    // One backslash leads to no other host once it is encoded.
    ("\\host", "%5Chost"),
  ])
  func accepts(_ address: String, text: String) {
    #expect(WebAddress(authored: address)?.text == text)
  }

  @Test(arguments: [
    ("проект.pdf", "%D0%BF%D1%80%D0%BE%D0%B5%D0%BA%D1%82.pdf"),
    ("план 1.pdf", "%D0%BF%D0%BB%D0%B0%D0%BD%201.pdf"),
    // What is encoded already stays; what only looks so is encoded.
    ("%D0%BF", "%D0%BF"), ("%d0", "%d0"), ("100%", "100%25"), ("%", "%25"), ("%2", "%252"), ("%zz", "%25zz"),
    ("%%41", "%25%41"), ("%4п", "%254%D0%BF"),
    ("a\"b'c<d>e", "a%22b%27c%3Cd%3Ee"), ("a`{|}^[]b", "a%60%7B%7C%7D%5E%5B%5Db"),
    ("\u{600}\"", "%D8%80%22"), ("a\u{7F}b", "a%7Fb"), ("-._~:/?#@!$&()*+,;=", "-._~:/?#@!$&()*+,;="),
  ])
  func percentEncodes(_ address: String, text: String) {
    #expect(WebAddress(relative: address).text == text)
  }

  @Test(arguments: [
    ("https:x", WebAddress.Beginning.scheme("https")), ("HtTp:x", .scheme("http")), ("//x", .foreignHost),
    ("x", .relative), ("x/y:z", .relative), ("java\tscript:x", .scheme("javascript")), (" x", .scheme("")),
  ])
  func beginnings(_ address: String, beginning: WebAddress.Beginning) {
    #expect(WebAddress.scheme(of: address) == beginning)
  }
}
