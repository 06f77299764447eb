import OpytModel
import OpytText
import Testing

@testable import OpytFiles
@testable import OpytMedia
@testable import OpytNetwork
@testable import OpytOutputs
@testable import OpytPages
@testable import OpytSite

/// What a page shows in place of photos and beside them: sizes, covers, accents.
@Suite struct PictureTests {
  @Test(
    arguments: [
      (
        [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 0, 0, 0, 13, 73, 72, 68, 82, 0, 0, 4, 0, 0, 0, 3, 0], 1024, 768
      ),
      (Array("GIF89a".utf8) + [0x40, 1, 0xF0, 0], 320, 240),
      (
        Array("RIFF".utf8) + [0, 0, 0, 0] + Array("WEBPVP8X".utf8) + [10, 0, 0, 0, 0, 0, 0, 0, 0x1F, 3, 0, 0x57, 2, 0],
        800, 600
      ),
      (
        Array("RIFF".utf8) + [0, 0, 0, 0] + Array("WEBPVP8L".utf8)
          + [0, 0, 0, 0, 0x2F, 0x3F, 0xC1, 0x3B, 0, 0, 0, 0, 0, 0], 320, 240
      ),
      (
        Array("RIFF".utf8) + [0, 0, 0, 0] + Array("WEBPVP8 ".utf8)
          + [0, 0, 0, 0, 0, 0, 0, 0x9D, 1, 0x2A, 0x40, 1, 0xF0, 0], 320, 240
      ),
      ([0xFF, 0xD8, 0xFF, 0xE0, 0, 4, 1, 2, 0xFF, 0xFF, 0xC2, 0, 11, 8, 1, 0xE0, 2, 0x80, 3], 640, 480),
    ] as [([UInt8], Int, Int)])
  func imageSizes(bytes: [UInt8], width: Int, height: Int) {
    let size = ImageSize(bytes)
    #expect(size?.width == width)
    #expect(size?.height == height)
    // Cut anywhere, it is told or not, and never read beyond.
    for length in bytes.indices { _ = ImageSize(Array(bytes[..<length])) }
  }

  @Test(arguments: [[], [0xFF, 0xD8, 0xFF], Array("RIFF".utf8), Array("<svg/>".utf8)] as [[UInt8]])
  func noImageHasNoSize(bytes: [UInt8]) { #expect(ImageSize(bytes) == nil) }

  @Test func aPageKeepsThePlaceOfAPicture() throws {
    let png = try LibPNG.encoded(
      Pixels(width: 1024, height: 768, depth: 4, bytes: Array(repeating: 200, count: 1024 * 768 * 4)))
    let text = TemporarySite.material(
      title: "Ссора", fields: "photos: [{file: a.png, alt: Рисунок, consent: С-1}]", body: "![План](b.png)\n")
    let site = try TemporarySite(["content/cases/ssora.md": nil, "content/cases/ssora/index.md": text])
    try site.write(png, to: "content/cases/ssora/a.png")
    try site.write(png, to: "content/cases/ssora/b.png")
    _ = try site.build()
    let page = try site.read("public/keysy/ssora.html")
    #expect(page.contains("<img src=\"../keysy/ssora/b.png\" width=\"1024\" height=\"768\" alt=\"План\""))
    #expect(page.contains("<img src=\"../keysy/ssora/a.png\" alt=\"Рисунок\" width=\"1024\" height=\"768\""))
    #expect(!page.contains("class=\"band\""), "a photo needs no drawn cover")
    #expect(try site.read("public/index.html").contains("<img class=\"cover\" src=\"keysy/ssora/a.png\" alt=\"\""))
  }

  @Test(arguments: Kind.materials)
  func coversAreTheirDocumentsOwn(kind: Kind) throws {
    let pattern = try #require((kind.pageType as? any MaterialPage.Type)?.coverPattern)
    func cover(_ id: String, _ direction: String) -> [UInt8] {
      Cover(pattern, kind: kind, id: id, direction: direction).fragment.bytes
    }
    #expect(cover("ogorod", "sreda") == cover("ogorod", "sreda"))
    #expect(Set((0..<100).map { cover("ogorod-\($0)", "sreda") }).count == 100)
    #expect(cover("ogorod", "sreda") != cover("ogorod", "proekty"))
    let text = String(decoding: cover("ogorod", "sreda"), as: UTF8.self)
    #expect(text.hasPrefix("<svg class=\"cover\"") && text.hasSuffix("</svg>"))
    #expect(text.contains("aria-hidden=\"true\"") && !text.contains("style="))
    #expect(text.utf8.count < 800, "covers stand in every list")
  }

  @Test func coversDrawWhatTheirDocumentsTell() throws {
    func cover(_ pattern: Cover.Pattern, _ figures: Cover.Figures) -> String {
      String(
        decoding: Cover(pattern, figures, kind: .project, id: "a", direction: "b").fragment.bytes, as: UTF8.self)
    }
    // As wide and as high as a step is long.
    let steps = cover(.strips, .minutes([10, 20, 30])).matches(of: /<path d="M[0-9]+ [0-9]+h([0-9]+)v([0-9]+)h/)
    #expect(steps.map { String($0.1) } == ["45", "90", "136"])
    #expect(steps.map { String($0.2) } == ["37", "58", "80"])
    // 280 units are the whole time of a project.
    let spans = cover(.hills, .spans([(0, 50), (50, 100)])).matches(of: /M([0-9]+) [0-9]+h([0-9]+)"/)
    #expect(spans.map { "\($0.1) \($0.2)" }.sorted() == ["160 140", "20 140"])
    let days = cover(.board, .days([[(540, 600), (600, 720)], [(540, 570)]]))
    #expect(Set(days.matches(of: /M([0-9]+) [0-9]+v/).map { String($0.1) }) == ["90", "230"], "a column for each day")
    #expect(cover(.circles, .count(3)).matches(of: /<circle/).count == 3)
    #expect(cover(.stairs, .count(5)).matches(of: /h[0-9]+v/).count == 5)
    // As many as there are, however many that is.
    let many: [Cover.Figures] = [
      .minutes(Array(repeating: 480, count: 500)), .minutes([0, -5]), .count(10_000), .spans([(0, 0), (100, 100)]),
      .spans(Array(repeating: (0, 100), count: 90)), .days(Array(repeating: [(0, 1440)], count: 90)),
      .days(Array(repeating: Array(repeating: (480, 1200), count: 90), count: 90)),
    ]
    for pattern in [Cover.Pattern.hills, .strips, .circles, .board, .stairs] {
      for figures in many { #expect(cover(pattern, figures).utf8.count < 2000) }
      #expect(cover(pattern, .minutes([])) == cover(pattern, .none), "who tells nothing has a pattern")
    }
  }

  @Test(arguments: ["#ffffff", "#000000", "#ffff00", "#a3461f", "#88ffcc", "#0000ff", "#777777"])
  func accentsCanBeReadInLightAndDark(color: String) throws {
    let site = try TemporarySite([
      "content/directions/sreda.md": """
      ---
      title: Среда – третий учитель
      summary: Как устроено пространство.
      color: "\(color)"
      ---
      """
    ])
    _ = try site.build()
    let stylesheet = try #require(
      try site.tree().first { $0.key.hasPrefix("assets/site-") && $0.key.hasSuffix(".css") })
    let css = String(decoding: stylesheet.value, as: UTF8.self)
    let accents = css.matches(of: /\.accent-1\{--accent:(#[0-9a-f]{6})\}/).compactMap { RGB(String($0.1)) }
    try #require(accents.count == 2)
    let papers = try ["#faf7f0", "#17191b"].map { try #require(RGB($0)) }
    for (accent, paper) in zip(accents, papers) {
      #expect(css.contains("--paper:\(paper.hex);"), "the theme's papers have changed")
      #expect(accent.contrast(to: paper) >= 4.5)
      #expect(accent.contrast(to: paper.mixed(with: accent, share: 0.08)) >= 4.5)
    }
    #expect(try site.read("public/keysy/ssora.html").contains("<body class=\"accent-1\""))
  }
}

/// Numbers over time.
@Suite struct IndicatorTests {
  private func page(_ values: [String]) throws -> String {
    let points = values.enumerated().map { "{period: \"\($0.offset)\", value: \($0.element)}" }.joined(separator: ", ")
    let fields = "indicators: [{name: Вопросы, unit: штук, points: [\(points)]}]"
    let site = try TemporarySite(["content/cases/ssora.md": TemporarySite.material(title: "Ссора", fields: fields)])
    _ = try site.build()
    return try site.read("public/keysy/ssora.html")
  }

  @Test func fewNumbersAreBarsInProportion() throws {
    let page = try page(["4", "8", "2.5", "0"])
    let widths = page.matches(of: /<svg class="bar" width="([0-9.]+)%"/).compactMap { Double($0.1) }
    #expect(widths == [37.5, 75, 23.44, 0])
    #expect(page.contains("2,5</td>"))
    #expect(!page.contains("class=\"drawing chart\""))
  }

  @Test(arguments: [["1", "2", "3", "4", "5"], ["-1", "2"]])
  func manyNumbersOrNegativeOnesAreALine(values: [String]) throws {
    let page = try page(values)
    let heights = page.matches(of: /<circle class="solid" cx="[0-9.]+%" cy="([0-9.]+)%"/).compactMap { Double($0.1) }
    #expect(heights.count == values.count)
    #expect(heights == heights.sorted(by: >), "what grows, rises")
    #expect(!page.contains("class=\"bar\""))
  }

  @Test(arguments: [
    ["0", "0"], ["7"], ["-3", "-3"],
    [String(repeating: "9", count: 308), "-" + String(repeating: "9", count: 308), "5"],
  ])
  func noNumberBreaksTheDrawing(values: [String]) throws {
    let page = try page(values)
    #expect(!page.contains("nan") && !page.contains("inf"))
  }
}
