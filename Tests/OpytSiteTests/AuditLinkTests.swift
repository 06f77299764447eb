import OpytDiagnostics
import Testing

@testable import OpytSite

/// What leads nowhere in a published site, leaves it, or runs within its pages.
@Suite struct AuditLinkTests {
  static let badLinks = [
    ("<a href=\"net.html\">x</a>", "link-unresolved"), ("<a href=\"keysy/net.html#x\">x</a>", "link-unresolved"),
    ("<a href=\"net.html?a=1\">x</a>", "link-unresolved"), ("<a href=\"../index.html\">x</a>", "link-unresolved"),
    ("<a href=\"keysy\">x</a>", "link-unresolved"), ("<a href=\"keysy/spor.html/\">x</a>", "link-unresolved"),
    ("<a href=\"%6eet.html\">x</a>", "link-unresolved"), ("<a href=\"keysy%2Fspor.html\">x</a>", "link-unresolved"),
    ("<a href=\"INDEX.html\">x</a>", "link-unresolved"), ("<a href=\"keysy//spor.html\">x</a>", "link-unresolved"),
    ("<a href=\"index.html%FF\">x</a>", "link-unresolved"), ("<a href=\"/net.html\">x</a>", "link-unresolved"),
    ("<a href=\"https://opyt.example/net.html\">x</a>", "link-unresolved"),
    ("<a href=\"HTTPS://OPYT.EXAMPLE/net.html\">x</a>", "link-unresolved"),
    ("<area href=\"net.html\" alt=\"\">", "link-unresolved"), ("<form action=\"net.html\"></form>", "link-unresolved"),
    ("<img src=\"net.png\" alt=\"\">", "link-unresolved"), ("<img src=\"mailto:a@b.ru\" alt=\"\">", "link-unresolved"),
    (
      "<img src=\"proekty/ogorod-na-okne/okno.png\" srcset=\"proekty/ogorod-na-okne/okno.png 1x, net.png 2x\" alt=\"\">",
      "link-unresolved"
    ),
    ("<picture><source srcset=\"net.webp\"></picture>", "link-unresolved"),
    ("<video poster=\"net.jpg\"></video>", "link-unresolved"), ("<audio src=\"net.mp3\"></audio>", "link-unresolved"),
    ("<object data=\"net.pdf\"></object>", "link-unresolved"), ("<embed src=\"net.pdf\">", "link-unresolved"),
    ("<link rel=\"stylesheet\" href=\"net.css\">", "link-unresolved"),
    ("<link rel=\"alternate\" href=\"net.xml\">", "link-unresolved"),
    ("<meta http-equiv=\"refresh\" content=\"0; url=net.html\">", "link-unresolved"),
    ("<meta property=\"og:image\" content=\"https://opyt.example/net.png\">", "link-unresolved"),
    ("<meta property=\"og:url\" content=\"https://opyt.example/net.html\">", "link-unresolved"),
    (
      "<script type=\"application/ld+json\">{\"url\":\"https://opyt.example/net.html\"}</script>", "link-unresolved"
    ),
    (
      "<script type=\"application/ld+json\">{\"url\":\"https://opyt.example/keysy/spor.html#net\"}</script>",
      "anchor-unresolved"
    ),
    ("<p style=\"background: url(net.png)\">x</p>", "link-unresolved"),
    ("<style>p { background: url('net.png') }</style>", "link-unresolved"),
    ("<script src=\"net.js\"></script>", "link-unresolved"), ("<iframe src=\"net.html\"></iframe>", "link-unresolved"),
    ("<a href=\"#net\">x</a>", "anchor-unresolved"), ("<a href=\"keysy/spor.html#net\">x</a>", "anchor-unresolved"),
    ("<a href=\"https://opyt.example/keysy/spor.html#net\">x</a>", "anchor-unresolved"),
    ("<a href=\"#opyt_mai\u{301}n\">x</a>", "anchor-unresolved"),
    ("<svg><use href=\"#net\"/></svg>", "anchor-unresolved"),
    ("<svg><use xlink:href=\"#net\"/></svg>", "anchor-unresolved"),
    ("<a href=\"data:text/html,x\">x</a>", "link-forbidden"), ("<a href=\"//host/x\">x</a>", "link-forbidden"),
    ("<a href=\"\\\\host\\x\">x</a>", "link-forbidden"), ("<a href=\"file:///etc/passwd\">x</a>", "link-forbidden"),
    ("<a href=\"blob:x\">x</a>", "link-forbidden"), ("<a href=\"intent:x\">x</a>", "link-forbidden"),
  ]

  private static let toldOfLinks = Result { try BuiltSite.codes(inserting: badLinks.map(\.0)) }

  @Test(arguments: badLinks.indices)
  func aLinkThatLeadsNowhereIsTold(index: Int) throws {
    let (markup, code) = Self.badLinks[index]
    #expect(try Self.toldOfLinks.get()[index] == [code], "\(markup)")
  }

  static let sound = [
    "<a href=\"index.html?a=1#opyt_main\">x</a>", "<a href=\"./keysy/../index.html\">x</a>", "<a href=\"\">x</a>",
    "<a href=\"%69ndex.html\">x</a>", "<a href=\"#\">x</a>", "<a href=\"#top\">x</a>", "<a href=\"?a\">x</a>",
    "<a href=\"https://opyt.example\">x</a>", "<a href=\"https://opyt.example/keysy/\">x</a>",
    "<a href=\"https://opyt.example/keysy/spor.html?x#opyt_main\">x</a>", "<a href=\"/keysy/spor.html\">x</a>",
    "<a href=\"keysy/\">x</a>", "<a href=\" index.html\n\">x</a>", "<a href=\"key\nsy/spor.html\">x</a>",
    "<a href=\"mailto:a@b.ru\">x</a>", "<a href=\"tel:+7\">x</a>", "<a href=\"http://opyt.example.org/net\">x</a>",
    "<a href=\"https://example.org/net.html#x\">x</a>", "<a href=\"https://opyt.example:8080/net\">x</a>",
    "<a id=\"имя\" href=\"#имя\">x</a>", "<a id=\"имя\" href=\"#%D0%B8%D0%BC%D1%8F\">x</a>",
    "<a id=\"a%20b\" href=\"#a%20b\">x</a>", "<a href=\"keysy\\spor.html\">x</a>",
    "<a href=\"proekty/ogorod-na-okne/okno.png#x\">x</a>", "<a>x</a>", "<a name=\"x\">x</a>",
    "<img src=\"proekty/ogorod-na-okne/okno.png\" alt=\"\">",
    "<img srcset=\"proekty/ogorod-na-okne/okno.png 1x, proekty/ogorod-na-okne/okno.png 2x\" alt=\"\">",
    "<link rel=\"license\" href=\"https://example.org/\">", "<script type=\"application/ld+json\">{}</script>",
    "<blockquote cite=\"https://example.org/\">x</blockquote>", "<!-- <a href=\"net.html\"> -->",
    "<p title=\"javascript:x\" data-on=\"x\">&lt;script&gt; href=\"net.html\"</p>", "<h2>a</h2><h3>b</h3><h2>c</h2>",
  ]

  private static let toldOfSound = Result { try BuiltSite.codes(inserting: sound) }

  @Test(arguments: sound.indices)
  func whatIsSoundIsSilent(index: Int) throws {
    #expect(try Self.toldOfSound.get()[index] == [], "\(Self.sound[index])")
  }

  // MARK: Requests and scripts

  static let requests = [
    "<script src=\"https://a.example/x.js\"></script>", "<script src=\"//a.example/x.js\"></script>",
    "<link rel=\"stylesheet\" href=\"https://a.example/x.css\">",
    "<link rel=\"icon\" href=\"https://a.example/x.png\">",
    "<link rel=\"preload alternate\" href=\"https://a.example/x\">", "<link href=\"https://a.example/x\">",
    "<link rel=\"dns-prefetch\" href=\"//a.example\">", "<img src=\"http://a.example/x.png\" alt=\"\">",
    "<IMG SRC=\"HTTPS://A.EXAMPLE/x.png\" alt=\"\">", "<img src=\"&#104;ttps://a.example/x.png\" alt=\"\">",
    "<img src=\"data:image/png;base64,AA\" alt=\"\">", "<img srcset=\"https://a.example/x.png 2x\" alt=\"\">",
    "<img src=\"\\\\a.example\\x.png\" alt=\"\">", "<img src=\"https://opyt.example.org/x.png\" alt=\"\">",
    "<iframe src=\"https://a.example/\"></iframe>", "<video src=\"https://a.example/x\"></video>",
    "<video poster=\"https://a.example/x\"></video>", "<audio><source src=\"https://a.example/x\"></audio>",
    "<track src=\"https://a.example/x\">", "<object data=\"https://a.example/x\"></object>",
    "<embed src=\"https://a.example/x\">", "<svg><image href=\"https://a.example/x.png\"/></svg>",
    "<svg><use xlink:href=\"https://a.example/x.svg#a\"/></svg>",
    "<table background=\"https://a.example/x\"><tr><td>x</td></tr></table>",
    "<a href=\"index.html\" ping=\"https://a.example/x\">x</a>",
    "<input type=\"image\" alt=\"x\" src=\"https://a.example/x\">",
    "<meta http-equiv=\"refresh\" content=\"0;URL='https://a.example/'\">", "<base href=\"https://a.example/\">",
    "<p style=\"background: url(https://a.example/x)\">x</p>", "<style>@import 'https://a.example/x.css';</style>",
    "<style>@font-face { src: url(\"https://a.example/x.woff2\") }</style>",
    "<style>p { background: \\75rl(x); background: url(\\68ttps://a.example/x) }</style>",
    "<noscript><img src=\"https://a.example/x\" alt=\"\"></noscript>",
    "<template><img src=\"https://a.example/x\" alt=\"\"></template>",
  ]

  private static let toldOfRequests = Result { try BuiltSite.codes(inserting: requests) }

  @Test(arguments: requests.indices)
  func aRequestThatLeavesTheSiteIsTold(index: Int) throws {
    #expect(try Self.toldOfRequests.get()[index] == ["request-outside"], "\(Self.requests[index])")
  }

  static let scripts = [
    "<script>x</script>", "<SCRIPT>x</SCRIPT>", "<script type=\"module\">x</script>", "<p onclick=\"x\">x</p>",
    "<p ONclick=\"x\">x</p>", "<svg onload=\"x\"></svg>", "<a href=\"javascript:x\">x</a>",
    "<a href=\"  JAVA\tSCRIPT:x\">x</a>", "<a href=\"&#106;avascript:x\">x</a>", "<a href=\"vbscript:x\">x</a>",
    "<form action=\"javascript:x\"></form>", "<iframe srcdoc=\"x\"></iframe>", "<img src=\"javascript:x\" alt=\"\">",
    "<svg><a xlink:href=\"javascript:x\"><text>x</text></a></svg>", "<button formaction=\"javascript:x\">x</button>",
    "<meta http-equiv=\"refresh\" content=\"0; url=javascript:x\">",
  ]

  private static let toldOfScripts = Result { try BuiltSite.codes(inserting: scripts) }

  @Test(arguments: scripts.indices)
  func aScriptWithinAPageIsTold(index: Int) throws {
    #expect(try Self.toldOfScripts.get()[index] == ["script-inline"], "\(Self.scripts[index])")
  }
}
