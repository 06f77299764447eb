import Foundation
import OpytModel
import SampleTexts
import Testing

@testable import OpytCatalogue
@testable import OpytPages
@testable import OpytSite

/// The catalogue offers what materials have, and every value has a list that needs no script.
@Suite struct CatalogueTests {
  private static func catalogue(
    _ site: TemporarySite, _ folder: String = "public"
  ) throws -> (catalogue: ReadCatalogue, index: ReadIndex) {
    let files = try site.tree(folder).filter { $0.key.hasPrefix("poisk/") && $0.key.hasSuffix(".js") }.mapValues {
      Array($0)
    }
    return (try ReadCatalogue(files), try ReadIndex(files))
  }

  /// The titles of the materials that have a value.
  private static func titles(_ site: TemporarySite, _ facet: String, _ key: String) throws -> Set<String> {
    let (catalogue, index) = try catalogue(site)
    return Set((catalogue.materials[facet]?[key] ?? []).map { index.documents[catalogue.documents[$0]][0] })
  }

  /// A network with these files besides its kindergarten, its direction and its author.
  private static func built(_ files: [String: String]) throws -> TemporarySite {
    let site = try TemporarySite(["content/cases/ssora.md": nil])
    for (path, text) in files { try site.write(text, to: path) }
    _ = try site.build()
    return site
  }

  /// The materials on a page's list, by the names of their files.
  private static func entries(_ site: TemporarySite, _ page: String) throws -> [String] {
    try site.read("public/\(page)").matches(of: /class="name"><a href="(?:\.\.\/)+keysy\/([^"]+)\.html">/)
      .map { String($0.1) }
  }

  // MARK: What can be chosen is what the lists have

  @Test func whatCanBeChosenIsWhatTheListsHave() throws {
    let site = try TemporarySite.allKinds()
    _ = try site.build()
    let (catalogue, index) = try Self.catalogue(site)
    #expect(catalogue.count == 6 && catalogue.docs.count == 3)
    let folders = [
      "age": "vozrast", "area": "oblasti", "audience": "dlya-kogo", "status": "status", "length": "dlitelnost",
      "form": "formy", "evidence": "proverka-opyta",
    ]
    for (facet, folder) in folders {
      let keys = try #require(catalogue.keys[facet], "\(facet)")
      #expect(keys.count > 1)
      for key in keys {
        let page = PageTree(try site.read("public/\(folder)/\(key).html"))
        let listed = page.place("opyt_materials")?.entries.compactMap { entry in
          entry.all.first { $0.name == "a" }?.attributes["href"].map { $0.replacing("../", with: "") }
        }
        let chosen = (catalogue.materials[facet]?[key] ?? []).map { index.documents[catalogue.documents[$0]][1] }
        #expect(Set(listed ?? []) == Set(chosen) && !chosen.isEmpty, "\(facet) \(key)")
      }
    }
    let titles = catalogue.titles.map { index.documents[catalogue.documents[$0]][0] }
    #expect(titles == titles.sorted { $0.filter { $0 != "«" } < $1.filter { $0 != "«" } } && titles.count == 6)
  }

  /// What all have in common, and what none has, is no choice.
  @Test func whatIsNoChoiceIsNotOffered() throws {
    let site = try Self.built([
      "content/cases/ssora.md": TemporarySite.material(title: "А"),
      "content/cases/vtoraya.md": TemporarySite.material(title: "Б", fields: "ages: [3-4]"),
    ])
    let catalogue = try Self.catalogue(site).catalogue
    for facet in ["kind", "direction", "kindergarten", "municipality", "age", "need", "level", "form"] {
      #expect(catalogue.keys[facet] == nil, "\(facet)")
    }
    // The list of the only value is there all the same.
    #expect(try Self.entries(site, "vozrast/3-4.html") == ["vtoraya"])
  }

  /// Members see what is theirs, and that it is; the others see neither.
  @Test func whatIsForMembersSaysSo() throws {
    let site = try TemporarySite.allKinds()
    _ = try site.build()
    #expect(try Self.catalogue(site).catalogue.closed.isEmpty)
    _ = try site.build {
      $0.edition = .members
      $0.output = site.path("izdanie")
    }
    let (catalogue, index) = try Self.catalogue(site, "izdanie")
    #expect(catalogue.closed.map { index.documents[catalogue.documents[$0]][1] } == ["keysy/zakryto.html"])
    #expect(try site.read("izdanie/materialy/index.html").contains("data-members=\"для"))
  }

  // MARK: The lists

  @Test func statusesAndLevelsLeadToAllThatHaveThem() throws {
    let site = try Self.built([
      "content/cases/ssora.md": TemporarySite.material(title: "А", fields: "status: piloting\nlevel: federal"),
      "content/cases/vtoraya.md": TemporarySite.material(title: "Б", fields: "уровень: ДОО"),
      "content/cases/tretya.md": TemporarySite.material(title: "В", fields: "статус: внедрено"),
      "content/cases/chernovik.md": TemporarySite.material(title: "Г", fields: "status: draft"),
    ])
    #expect(try Self.entries(site, "status/piloting.html") == ["ssora"])
    // Left out, it is in use.
    #expect(try Set(Self.entries(site, "status/adopted.html")) == ["vtoraya", "tretya"])
    #expect(!site.exists("public/status/draft.html") && !site.exists("public/status/archived.html"))
    #expect(try Self.entries(site, "uroven/federal.html") == ["ssora"])
    #expect(try Self.entries(site, "uroven/institution.html") == ["vtoraya"])
    #expect(!site.exists("public/uroven/regional.html"))
    let page = try site.read("public/keysy/ssora.html")
    #expect(page.contains("<a href=\"../status/piloting.html\">апробация</a>"))
    #expect(page.contains("<a href=\"../uroven/federal.html\">федеральный</a>"))
    #expect(try site.read("public/keysy/vtoraya.html").contains("<a href=\"../status/adopted.html\">внедрено</a>"))
    #expect(try Self.titles(site, "status", "adopted") == ["Б", "В"])
    #expect(try Self.titles(site, "level", "federal") == ["А"])
  }

  private static func event(_ form: String, _ fields: String) -> String {
    "---\ntitle: \(form)\nform: \(form)\nstart: 2026-11-10\ntask: А.\ninitiators: [ilina]\n\(fields)\n---\n"
  }

  @Test func aFormLeadsToItsEventsAndToWhatTheyShow() throws {
    let site = try Self.built([
      "site-config.json":
        #"{"title": "Сеть", "base_url": "https://opyt.example/", "vocabularies": {"form": ["Чаепитие"]}}"#,
      "content/cases/ssora.md": TemporarySite.material(title: "А"),
      "content/cases/vtoraya.md": TemporarySite.material(title: "Б"),
      "content/events/klub.md": Self.event("клуб", "materials: [cases/ssora]"),
      "content/events/otmena.md": Self.event("тренинг", "materials: [cases/ssora]\nstate: cancelled"),
      "content/events/svoyo.md": Self.event("Чаепитие", "materials: [cases/ssora, cases/vtoraya]"),
    ])
    #expect(try Self.entries(site, "formy/klub.html") == ["ssora"])
    #expect(try Set(Self.entries(site, "formy/chaepitie.html")) == ["ssora", "vtoraya"])
    // What was called off has shown nothing, and has its form all the same.
    #expect(try Self.entries(site, "formy/trening.html").isEmpty)
    #expect(try site.read("public/formy/trening.html").contains("sobytiya/otmena.html"))
    #expect(try site.read("public/sobytiya/klub.html").contains("<a href=\"../formy/klub.html\">клуб</a>"))
    #expect(!site.exists("public/formy/seminar.html"))
    #expect(try Self.titles(site, "form", "chaepitie") == ["А", "Б"])
  }

  @Test func aSeminarHasTheFormsOfItsSessionsAndAMasterClassItsOwn() throws {
    let site = try TemporarySite.allKinds()
    _ = try site.build()
    let seminar = try site.read("public/seminary/igra.html")
    let forms = seminar.matches(of: /<a href="\.\.\/formy\/([^"]+)\.html">/).map { String($0.1) }
    #expect(!forms.isEmpty)
    for form in forms { #expect(try site.read("public/formy/\(form).html").contains("seminary/igra.html"), "\(form)") }
    #expect(try site.read("public/formy/master-klass.html").contains("master-klassy/lepbuk.html"))
  }

  private static func kindergarten(_ title: String, _ municipality: String) -> String {
    "---\ntitle: \(title)\nmunicipality: \(municipality)\n---\n"
  }

  @Test func aMunicipalityLeadsToTheMaterialsOfAllItsKindergartens() throws {
    let site = try Self.built([
      "content/kindergartens/a.md": Self.kindergarten("А", "Озёрный район"),
      "content/kindergartens/b.md": Self.kindergarten("Б", "озерный  район"),
      "content/kindergartens/v.md": Self.kindergarten("В", "</script>"),
      "content/cases/ssora.md": TemporarySite.material(title: "А").replacing("[sad-5]", with: "[a, b]"),
      "content/cases/vtoraya.md": TemporarySite.material(title: "Б").replacing("[sad-5]", with: "[b]"),
      "content/cases/tretya.md": TemporarySite.material(title: "В").replacing("[sad-5]", with: "[v]"),
    ])
    // Spelled in two ways, it is one.
    #expect(try Set(Self.entries(site, "munitsipalitety/ozyornyy-rayon.html")) == ["ssora", "vtoraya"])
    #expect(!site.exists("public/munitsipalitety/ozernyy-rayon.html"))
    for page in ["a", "b"] {
      #expect(try site.read("public/sady/\(page).html").contains("munitsipalitety/ozyornyy-rayon.html"), "\(page)")
    }
    #expect(try Self.titles(site, "municipality", "ozyornyy-rayon") == ["А", "Б"])
    #expect(try Self.titles(site, "municipality", "script") == ["В"])
  }

  @Test(arguments: [
    ("Index", "index-2"), ("con", "con-1"), ("«»", "bez-bukv"), ("Округ: 1", "okrug-1"), ("Мол", "mol"),
    ("Моль", "mol"),
  ])
  func aMunicipalityMayHaveAnyName(name: String, slug: String) throws {
    let site = try Self.built([
      "content/kindergartens/a.md": Self.kindergarten("А", "\"\(name)\""),
      "content/cases/ssora.md": TemporarySite.material(title: "А").replacing("[sad-5]", with: "[a]"),
      "content/cases/vtoraya.md": TemporarySite.material(title: "Б"),
    ])
    #expect(try Self.entries(site, "munitsipalitety/\(slug).html") == ["ssora"])
    #expect(try site.read("public/munitsipalitety/index.html").contains("munitsipalitety/\(slug).html"))
  }

  /// Its list would be the catalogue again.
  @Test func theOnlyMunicipalityHasNoList() throws {
    let site = try TemporarySite.allKinds()
    _ = try site.build()
    #expect(!site.exists("public/munitsipalitety"))
    #expect(try site.words("public/sady/sad-5.html").contains("<span>Зареченск</span>"))
  }

  @Test(arguments: [
    (30, "do-30-minut"), (31, "do-chasa"), (60, "do-chasa"), (61, "bolshe-chasa"),
  ])
  func minutesMakeALength(minutes: Int, key: String) throws {
    let site = try TemporarySite.allKinds()
    let path = "content/master-classes/lepbuk.md"
    try site.write(site.read(path).replacing(/длительность: \d+/, with: "длительность: \(minutes)"), to: path)
    _ = try site.build()
    #expect(try site.read("public/dlitelnost/\(key).html").contains("master-klassy/lepbuk.html"))
  }

  @Test(arguments: [
    ("2026-03-01", "2026-04-01", "do-mesyatsa"), ("2026-03-01", "2026-04-02", "do-polugoda"),
    ("2025-09-01", "2026-03-01", "do-polugoda"), ("2025-09-01", "2026-03-02", "bolshe-polugoda"),
  ])
  func daysMakeALength(start: String, end: String, key: String) throws {
    let site = try Self.built([
      "content/projects/les.md": TemporarySite.project(title: "Лес")
        .replacing(/start: .*/, with: "start: \(start)").replacing(/end: .*/, with: "end: \(end)")
    ])
    #expect(try site.read("public/dlitelnost/\(key).html").contains("proekty/les.html"))
  }

  // MARK: The page

  @Test func aLongCatalogueIsCut() throws {
    var files: [String: String] = [:]
    for number in 0..<130 {
      files["content/cases/s\(number).md"] = TemporarySite.material(title: "Случай \(number)")
    }
    let site = try Self.built(files)
    let pages = try ["index", "2", "3"].map { PageTree(try site.read("public/materialy/\($0).html")) }
    #expect(pages.map { $0.place("opyt_materials")?.entries.count } == [24, 96, 10])
    #expect(!site.exists("public/materialy/4.html"))
    // Only the first can be chosen from.
    #expect(try site.read("public/materialy/index.html").contains("catalogue-"))
    #expect(try !site.read("public/materialy/2.html").contains("catalogue-"))
    #expect(try Self.catalogue(site).catalogue.count == 130)
  }

  @Test func itLeadsToTheListsWithoutScripts() throws {
    let site = try TemporarySite.allKinds()
    _ = try site.build()
    let page = try site.words("public/materialy/index.html")
    #expect(page.contains("<noscript><p><a href=\"#opyt_lists\">"))
    let lists = page[try #require(page.range(of: "id=\"opyt_lists\"")).upperBound...]
    for address in [
      "proekty/index", "napravleniya/index", "napravleniya/sreda", "sady/sad-5", "vozrast/index", "status/piloting",
      "formy/master-klass", "uroven/municipal", "gody/index", "gody/2025-2026", "proverka-opyta/opisan",
    ] {
      #expect(lists.contains("href=\"../\(address).html\""), "\(address)")
      #expect(site.exists("public/\(address).html"), "\(address)")
    }
    #expect(page.contains("data-part=\"tools\" hidden") && page.contains("data-facet=\"kind\" hidden"))
    #expect(try site.words("public/proekty/ogorod-na-okne.html").contains("href=\"../materialy/index.html\""))
  }

  /// From a list a reader goes on choosing, where there is something to choose.
  @Test func aListLeadsToTheSameChoice() throws {
    let site = try TemporarySite.allKinds()
    _ = try site.build()
    let page = try site.read("public/status/piloting.html")
    #expect(page.contains("<a href=\"../materialy/index.html?status=piloting\">"))
    #expect(try site.read("public/proverka-opyta/izmeren.html").contains("materialy/index.html?evidence=izmeren\""))
    #expect(try Self.catalogue(site).catalogue.materials["status"]?["piloting"]?.count == 1)
    let alone = try Self.built(["content/cases/ssora.md": TemporarySite.material(title: "А")])
    #expect(try !alone.read("public/status/adopted.html").contains("materialy/index.html?"))
  }

  @Test func yearsHaveAListOfTheirOwn() throws {
    let site = try TemporarySite.allKinds()
    _ = try site.build()
    let page = try site.words("public/gody/index.html")
    #expect(page.contains("href=\"../gody/2025-2026.html#opyt_materials\" data-count=\"6\""))
    #expect(page.contains("href=\"../gody/2025-2026.html#opyt_events\""))
  }

  @Test func aNetworkWithoutMaterialsHasNoCatalogue() throws {
    let site = try Self.built([:])
    #expect(!site.exists("public/materialy"))
    #expect(try !site.read("public/index.html").contains("materialy/"))
  }
}
