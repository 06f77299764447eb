import Foundation
import Testing

@testable import OpytSite

/// The media library: every file, set of photos and page elsewhere of published materials, by type, direction and
/// kindergarten.
@Suite struct MediaLibraryTests {
  private static func built(_ status: String = "adopted") throws -> TemporarySite {
    let site = try TemporarySite()
    try site.write("%PDF-1.4\n", to: "content/cases/ssora/plan.pdf")
    try site.write("а;б\n", to: "content/cases/ssora/opros.csv")
    try FileManager.default.removeItem(atPath: site.path("content/cases/ssora.md"))
    try site.write(
      TemporarySite.material(
        title: "Ссора",
        fields: """
          status: \(status)
          attachments: [{file: plan.pdf, title: План}, {file: opros.csv, title: Опрос}]
          links:
            - {title: Фильм о ссоре, url: "https://video.example.org/1", type: видео}
            - {title: Слайды, url: "https://slides.example.org/1", type: презентация}
            - {title: Статья, url: "https://site.example.org/1"}
          """), to: "content/cases/ssora/index.md")
    _ = try site.build()
    return site
  }

  private static func titles(_ site: TemporarySite, _ page: String) throws -> [String] {
    try site.words("public/mediateka/\(page).html").matches(
      of: /<span class="name">(?s:\s*<svg.*?<\/svg>\s*)?<a [^>]*>([^<]*)</
    )
    .map { String($0.output.1) }
  }

  @Test func everythingStandsOnItsShelfAndAtItsPlaces() throws {
    let site = try Self.built()
    #expect(try Self.titles(site, "dokumenty") == ["План"])
    #expect(try Self.titles(site, "tablitsy") == ["Опрос"])
    #expect(try Self.titles(site, "video") == ["Фильм о ссоре"])
    #expect(try Self.titles(site, "prezentatsii") == ["Слайды"])
    #expect(try Self.titles(site, "sayty") == ["Статья"])
    let all = ["План", "Опрос", "Фильм о ссоре", "Слайды", "Статья"]
    #expect(try Self.titles(site, "napravleniya/sreda") == all)
    #expect(try Self.titles(site, "sady/sad-5") == all)
    let index = try site.words("public/mediateka/index.html")
    #expect(index.contains("href=\"../mediateka/sady/sad-5.html\" data-count=\"5\""))
    #expect(!site.exists("public/mediateka/fotografii.html"))
    // Files lead to themselves, pages elsewhere to where they are.
    #expect(try site.read("public/mediateka/dokumenty.html").contains("href=\"../keysy/ssora/plan.pdf\""))
    #expect(try site.read("public/mediateka/video.html").contains("href=\"https://video.example.org/1\""))
  }

  @Test func whatAnEventHasStandsBehindWhatMaterialsHave() throws {
    let site = try Self.built()
    try site.write("а;б\n", to: "content/events/vstrecha.csv")
    try site.write(
      """
      ---
      title: Встреча
      form: клуб
      start: 2026-03-10
      task: Встретиться.
      initiators: [ilina]
      kindergartens: [sad-5]
      attachments: [{file: vstrecha.csv, title: Итоги встречи}]
      links: [{title: Запись встречи, url: "https://video.example.org/2", type: видео}]
      ---
      """, to: "content/events/vstrecha.md")
    _ = try site.build()
    #expect(try Self.titles(site, "tablitsy") == ["Опрос", "Итоги встречи"])
    #expect(try Self.titles(site, "video") == ["Фильм о ссоре", "Запись встречи"])
    #expect(try Self.titles(site, "sady/sad-5").suffix(2) == ["Итоги встречи", "Запись встречи"])
    #expect(try site.words("public/mediateka/tablitsy.html").contains("sobytiya/vstrecha.html"))
  }

  @Test func aNetworkWithoutAnyHasNoLibrary() throws {
    let site = try TemporarySite()
    _ = try site.build()
    #expect(!site.exists("public/mediateka"))
    #expect(try !site.read("public/index.html").contains("mediateka"))
  }

  @Test func draftsHaveNoPlaceInIt() throws {
    #expect(try !Self.built("draft").exists("public/mediateka"))
  }

  @Test func aLongShelfHasPages() throws {
    let site = try TemporarySite()
    let links = (1...200).map { "  - {title: Сайт \($0), url: \"https://site.example.org/\($0)\"}" }
    try site.write(
      TemporarySite.material(title: "Ссора", fields: "links:\n" + links.joined(separator: "\n")),
      to: "content/cases/ssora.md")
    _ = try site.build()
    let parts = try ["sayty", "sayty/2", "sayty/3"].map { try Self.titles(site, $0).count }
    #expect(parts == [96, 96, 8])
  }
}
