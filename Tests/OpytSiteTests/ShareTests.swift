import Foundation
import OpytDiagnostics
import OpytModel
import Testing

@testable import OpytMedia
@testable import OpytPages
@testable import OpytSite

/// What is shown elsewhere beside a link to a page.
@Suite struct ShareTests {
  private static func content(_ property: String, _ html: String) -> String? {
    html.components(separatedBy: "<meta property=\"\(property)\" content=\"").dropFirst().first?
      .components(separatedBy: "\"").first
  }

  private static func built(_ files: [String: String] = [:]) throws -> TemporarySite {
    let site = try TemporarySite()
    try site.write(files)
    let outcome = try site.build()
    try #require(outcome.published != nil, "\(outcome.report.entries.map(\.diagnostic.line))")
    return site
  }

  @Test(
    arguments: [
      ("index.html", "website", "set"), ("keysy/ssora.html", "article", "keysy-sreda"),
      ("napravleniya/sreda.html", "website", "set-sreda"), ("pedagogi/ilina.html", "profile", "set"),
      ("keysy/index.html", "website", "set"),
    ])
  func everyPageHasAPicture(page: String, form: String, picture: String) throws {
    let site = try Self.built()
    let html = try site.read("public/" + page)
    #expect(Self.content("og:type", html) == form)
    #expect(Self.content("og:image", html) == "https://opyt.example/kartinki/\(picture).png")
    #expect(Self.content("og:image:width", html) == "1200" && Self.content("og:image:height", html) == "630")
    #expect(Self.content("og:url", html)?.hasPrefix("https://opyt.example/") == true)
    #expect(Self.content("og:title", html)?.isEmpty == false)
    let png = Array(try #require(try site.tree()["kartinki/\(picture).png"]))
    let size = try #require(ImageSize(png))
    #expect(size.width == 1200 && size.height == 630)
    // Whole, and with something to see.
    let pixels = try LibPNG.decoded(png)
    #expect(Set(stride(from: 0, to: pixels.bytes.count, by: 4).map { pixels.bytes[$0] }).count > 3)
  }

  @Test("there is one picture for each kind and direction, however many materials there are")
  func fewPictures() throws {
    var files: [String: String] = [:]
    for number in 0..<30 { files["content/cases/k\(number).md"] = TemporarySite.material(title: "Случай \(number)") }
    files["content/projects/ogorod.md"] = TemporarySite.project(title: "Огород")
    let pictures = try Self.built(files).tree().keys.filter { $0.hasPrefix("kartinki/") }.sorted()
    #expect(
      pictures == [
        "kartinki/keysy-sreda.png", "kartinki/proekty-sreda.png", "kartinki/set-sreda.png", "kartinki/set.png",
      ])
  }

  @Test(
    "a material's own photo is shown, where it is large enough and its consent holds",
    arguments: [
      (1024, 768, "consent: С-1", true), (320, 240, "consent: С-1", false), (700, 900, "consent: С-1", false),
      (1024, 768, "consent: С-1, until: 2026-01-01", false),
    ])
  func photos(width: Int, height: Int, consent: String, isShown: Bool) throws {
    let png = try LibPNG.encoded(
      Pixels(width: width, height: height, depth: 4, bytes: Array(repeating: 200, count: width * height * 4)))
    let text = TemporarySite.material(
      title: "Ссора",
      fields: "photos: [{file: a.png, alt: Рисунок \"двора\" & <дома>, \(consent)}]"
        .replacing("Рисунок \"двора\" & <дома>", with: "'Рисунок \"двора\" & <дома>'"))
    let site = try TemporarySite(["content/cases/ssora.md": nil, "content/cases/ssora/index.md": text])
    try site.write(png, to: "content/cases/ssora/a.png")
    let outcome = try site.build()
    try #require(outcome.published != nil, "\(outcome.report.entries.map(\.diagnostic.line))")
    let html = try site.read("public/keysy/ssora.html")
    let shown = isShown ? "keysy/ssora/a.png" : "kartinki/keysy-sreda.png"
    #expect(Self.content("og:image", html) == "https://opyt.example/\(shown)")
    #expect((Self.content("og:image:alt", html) != nil) == isShown)
    #expect(
      try site.linkedData("keysy/ssora.html", "LearningResource").first?["image"]?.text
        == "https://opyt.example/\(shown)")
    if isShown { #expect(Self.content("og:image:width", html) == String(width)) }
  }

  @Test("whoever else has a picture's address keeps it, and is told")
  func collisions() throws {
    let site = try TemporarySite([
      "content/pages/kartinki/index.md": "---\ntitle: Картинки\n---\n![Сеть](set.png)\n"
    ])
    try site.write(
      try LibPNG.encoded(Pixels(width: 2, height: 2, depth: 4, bytes: Array(repeating: 9, count: 16))),
      to: "content/pages/kartinki/set.png")
    #expect(try site.problems().contains { $0.contains("address-duplicate") })
  }
}
