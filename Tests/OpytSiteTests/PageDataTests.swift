import Foundation
import OpytDiagnostics
import OpytModel
import Testing

@testable import OpytPages
@testable import OpytSite

/// What pages tell programs: JSON-LD from what they show, and nothing but data whatever authors write.
@Suite struct PageDataTests {
  /// The site of one document of every kind, by its files.
  private static let allKinds = Result {
    let site = try TemporarySite.allKinds()
    let outcome = try site.build()
    try #require(outcome.published != nil, "\(outcome.report.entries.map(\.diagnostic.line))")
    return try site.tree()
  }

  private static func page(_ name: String) throws -> String {
    let files = try allKinds.get()
    return String(decoding: try #require(files[name], "\(name)"), as: UTF8.self)
  }

  private static func thing(_ page: String, _ type: String) throws -> JSONTree {
    let things = try JSONTree.linkedData(in: Self.page(page))
    return try #require(things.first { $0.isOf(type) }, "\(page)")
  }

  private static func built(_ files: [String: String] = [:]) throws -> TemporarySite {
    let site = try TemporarySite()
    try site.write(files)
    let outcome = try site.build()
    try #require(outcome.published != nil, "\(outcome.report.entries.map(\.diagnostic.line))")
    return site
  }

  // MARK: Materials

  @Test(
    "a material is a learning resource, and what its kind is besides",
    arguments: [
      ("proekty/ogorod-na-okne.html", "Report", "text"), ("master-klassy/lepbuk.html", "HowTo", "text"),
      ("keysy/spor.html", "Article", "case_study"), ("seminary/igra.html", "Course", "course"),
      ("zanyatiya/zvuki.html", "TextDigitalDocument", "lesson_plan"), ("rekomendatsii/progulka.html", "Guide", "text"),
    ])
  func materials(page: String, type: String, resourceType: String) throws {
    let resource = try Self.thing(page, "LearningResource")
    #expect(resource["type"]?.texts == ["LearningResource", type])
    #expect(resource["id"]?.text == "https://opyt.example/set/" + page)
    #expect(resource["@context"]?.items.first?.text == "https://w3id.org/kim/amb/context.jsonld")
    #expect(
      resource["learningResourceType"]?.items.first?["id"]?.text == "https://w3id.org/kim/hcrt/\(resourceType)")
    #expect(resource["datePublished"]?.text?.count == 10)
    #expect(resource["publisher"]?.items.last?["name"]?.text == "Сеть «Все виды»")
  }

  @Test func aMaterialNamesItsAuthorsFilesAndOriginals() throws {
    let project = try Self.thing("proekty/ogorod-na-okne.html", "LearningResource")
    #expect(
      project["creator"]?.items.compactMap { $0["name"]?.text } == ["Ильина Марина Сергеевна", "Орлова Вера Павловна"])
    #expect(project["creator"]?.items.first?["id"]?.text == "https://opyt.example/set/pedagogi/ilina.html")
    let file = try #require(project["encoding"]?.items.first)
    #expect(file["contentUrl"]?.text == "https://opyt.example/set/proekty/ogorod-na-okne/dnevnik.pdf")
    #expect(file["encodingFormat"]?.text == "application/pdf" && file["contentSize"]?.text == "9")
    let masterClass = try Self.thing("master-klassy/lepbuk.html", "LearningResource")
    #expect(
      masterClass["isBasedOn"]?.items.compactMap { $0["id"]?.text }.contains(
        "https://opyt.example/set/proekty/ogorod-na-okne.html")
        == true)
    #expect(masterClass["duration"]?.text?.hasPrefix("PT") == true)
  }

  @Test("whoever is not published is not named", arguments: ["consent:", "until: 2026-01-01", "withdrawn: 2026-05-31"])
  func silence(field: String) throws {
    let person = """
      ---
      title: Незнакомова Зинаида Фёдоровна
      position: воспитатель
      kindergarten: sad-5
      \(field == "consent:" ? "" : "consent: С-9\n" + field)
      ---
      """
    let site = try Self.built([
      "content/people/zinaida.md": person,
      "content/cases/ssora.md": TemporarySite.material(
        title: "Ссора", fields: "roles: [{person: zinaida, role: консультант}]"
      ).replacing("[ilina]", with: "[zinaida, ilina]"),
    ])
    let resource = try #require(try site.linkedData("keysy/ssora.html", "LearningResource").first)
    #expect(resource["creator"]?.items.compactMap { $0["name"]?.text } == ["Ильина Марина Сергеевна"])
    #expect(resource["contributor"] == nil)
    for (path, bytes) in try site.tree() where !path.hasPrefix(".") {
      #expect(!String(decoding: bytes, as: UTF8.self).contains("Незнакомова"), "\(path)")
    }
  }

  // MARK: Hostile texts

  static let hostile = [
    "</script><script>alert(1)</script>", "<!--<script>", "\\\"кавычки\\\" и \\\\u003c", "a\u{2028}b\u{2029}c",
    "👩‍👧 e\u{301} \u{600}<img src=x>", "]]> &amp; &lt;b&gt;",
  ]

  @Test("a title stays a text", arguments: hostile)
  func titles(title: String) throws {
    let site = try Self.built([
      "content/cases/ssora.md": TemporarySite.material(title: "\"\(title)\"", fields: "keywords: [\"\(title)\"]")
    ])
    let resource = try #require(try site.linkedData("keysy/ssora.html", "LearningResource").first)
    let told = try #require(resource["name"]?.text)
    let expected = title.replacing("\\\"", with: "\"").replacing("\\\\", with: "\\")
    // Ends of lines are blanks in every title.
    let line = { (text: String) in text.replacing("\u{2028}", with: " ").replacing("\u{2029}", with: " ") }
    #expect(line(told) == line(expected))
    #expect(resource["keywords"]?.texts.map(line) == [line(expected)])
    let html = try site.read("public/keysy/ssora.html")
    #expect(!html.contains("alert(1)</script>") && !html.contains("<img src=x>"))
    #expect(html.components(separatedBy: "<script").count == html.components(separatedBy: "</script>").count)
  }

  // MARK: All else

  @Test func anEventHasItsDaysAndPlace() throws {
    let held = try Self.thing("sobytiya/vstrecha.html", "EducationEvent")
    #expect(held["startDate"]?.text == "2026-03-10T13:30+03:00" && held["endDate"]?.text == "2026-03-10T15:00+03:00")
    #expect(held["eventStatus"]?.text == "https://schema.org/EventScheduled")
    #expect(held["eventAttendanceMode"]?.text == "https://schema.org/OfflineEventAttendanceMode")
    #expect(held["location"]?["name"]?.text == "Зал, второй этаж")
    #expect(held["location"]?["address"]?["streetAddress"]?.text == "Речная улица, 5")
    #expect(held["organizer"]?.items.compactMap { $0["@type"]?.text } == ["Preschool", "Person"])
    #expect(held["superEvent"]?["@id"]?.text == "https://opyt.example/set/seminary/igra.html")
    let ahead = try Self.thing("sobytiya/vperedi.html", "EducationEvent")
    #expect(
      ahead["subEvent"]?.items.compactMap { $0["startDate"]?.text } == ["2026-09-30T10:00+03:00", "2026-10-02"])
    #expect(ahead["endDate"]?.text == "2026-10-02T13:00+03:00")
    let cancelled = try Self.thing("sobytiya/otmena.html", "EducationEvent")
    #expect(cancelled["eventStatus"]?.text == "https://schema.org/EventCancelled" && cancelled["endDate"] == nil)
  }

  @Test func aProgrammeIsAnEventOfItsSessions() throws {
    let programme = try Self.thing("seminary/igra.html", "EducationEvent")
    // A break and the registration are no events.
    let sessions = try #require(programme["subEvent"]).items
    #expect(sessions.compactMap { $0["name"]?.text } == ["Открытие", "Мастерская", "Разговор", "Завершение"])
    #expect(programme["startDate"]?.text == "2025-10-16T09:00+03:00")
    #expect(programme["endDate"]?.text == "2025-11-20T11:00+03:00")
    #expect(sessions.first?["performer"]?.items.compactMap { $0["name"]?.text } == ["Ильина Марина Сергеевна"])
    let anchor = try #require(sessions.first?["@id"]?.text?.components(separatedBy: "#").last)
    #expect(try Self.page("seminary/igra.html").contains("id=\"\(anchor)\""))
  }

  @Test func kindergartensAndPeopleTellWhatTheirPagesShow() throws {
    let kindergarten = try Self.thing("sady/sad-5.html", "Preschool")
    #expect(
      kindergarten["telephone"]?.text == "+7 000 500-00-05"
        && kindergarten["sameAs"]?.text == "https://sad5.example.org/")
    #expect(kindergarten["alternateName"]?.texts == ["Детский сад № 5 «Ромашка»"])
    #expect(kindergarten["address"]?["addressLocality"]?.text == "Зареченск")
    let person = try Self.thing("pedagogi/ilina.html", "Person")
    #expect(person["jobTitle"]?.text == "воспитатель" && person["knowsAbout"]?.texts == ["Наблюдения", "Огород"])
    #expect(person["worksFor"]?.items.compactMap { $0["name"]?.text } == ["Детский сад № 5 «Кувшинка»"])
    let told = try Self.page("pedagogi/ilina.html")
    #expect(person["email"]?.text.map(told.contains) == true)
  }

  @Test func vocabulariesBulletinsAndTheSite() throws {
    let ages = try Self.thing("vozrast/index.html", "DefinedTermSet")
    let term = try #require(ages["hasDefinedTerm"]?.items.first)
    #expect(term["@type"]?.text == "DefinedTerm")
    let page = try #require(term["url"]?.text).replacing("https://opyt.example/set/", with: "")
    let own = try Self.thing(page, "DefinedTerm")
    #expect(own["name"] == term["name"])
    #expect(own["inDefinedTermSet"]?["@id"]?.text == "https://opyt.example/set/vozrast/")
    let issue = try Self.thing("byulleteni/1.html", "PublicationIssue")
    #expect(issue["issueNumber"]?.text == "1" && issue["isPartOf"]?["@type"]?.text == "Periodical")
    let home = try Self.thing("index.html", "WebSite")
    #expect(home["url"]?.text == "https://opyt.example/set/")
    #expect(home["potentialAction"]?["target"]?.text == "https://opyt.example/set/poisk/?q={search_term_string}")
  }

  @Test("the way to a page is told in whole addresses, and each is a page")
  func breadcrumbs() throws {
    var count = 0
    let files = try Self.allKinds.get()
    for path in files.keys where path.hasSuffix(".html") {
      for list in try JSONTree.linkedData(in: Self.page(path)) where list.isOf("BreadcrumbList") {
        let items = try #require(list["itemListElement"]).items
        count += 1
        #expect(items.count > 1 && items.last?["item"] == nil)
        for item in items.dropLast() {
          let url = try #require(item["item"]?.text)
          #expect(url.hasPrefix("https://opyt.example/set/"))
          let file = url.replacing("https://opyt.example/set/", with: "")
          #expect(files[file.isEmpty || file.hasSuffix("/") ? file + "index.html" : file] != nil, "\(url)")
        }
      }
    }
    #expect(count > 20)
  }

  @Test("none of it is told where the site's address is not known, or may not be")
  func silentSites() throws {
    let unknown = try Self.built(["site-config.json": #"{"title": "Сеть"}"#])
    for (path, bytes) in try unknown.tree() where path.hasSuffix(".html") {
      let html = String(decoding: bytes, as: UTF8.self)
      #expect(!html.contains("ld+json") && !html.contains("og:"), "\(path)")
    }
    #expect(!unknown.exists("public/kartinki"))
    let members = try TemporarySite()
    let outcome = try members.build {
      $0.edition = .members
      $0.output = members.path("members")
      $0.baseURL = "https://opyt.example/"
    }
    try #require(outcome.published != nil)
    for (path, bytes) in try members.tree("members") where path.hasSuffix(".html") {
      let html = String(decoding: bytes, as: UTF8.self)
      #expect(!html.contains("ld+json") && !html.contains("og:"), "\(path)")
    }
    #expect(!members.exists("members/dannye") && !members.exists("members/kartinki"))
  }

  @Test(
    arguments: [
      ("CC BY 4.0", "https://creativecommons.org/licenses/by/4.0/"),
      ("cc by-nc-sa 3.0", "https://creativecommons.org/licenses/by-nc-sa/3.0/"),
      ("CC\u{A0}BY-SA", "https://creativecommons.org/licenses/by-sa/4.0/"),
      ("CC0", "https://creativecommons.org/publicdomain/zero/1.0/"),
      ("https://creativecommons.org/licenses/by/4.0/", "https://creativecommons.org/licenses/by/4.0/"),
      ("https://creativecommons.org.example/licenses/by/4.0/", nil), ("CC BY 9.9", nil), ("CC", nil), ("", nil),
      ("Можно всем, с указанием автора", nil), ("javascript:creativecommons.org/licenses/", nil), ("CC BY ME 4.0", nil),
    ] as [(String, String?)])
  func licenses(text: String, address: String?) { #expect(License.address(of: text) == address) }
}
