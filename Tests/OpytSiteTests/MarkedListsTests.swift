import Foundation
import OpytDiagnostics
import OpytModel
import Testing

@testable import OpytSite

/// In the members' edition, whatever leads to a closed document says that it is for members; in the open one, nothing.
@Suite struct MarkedListsTests {
  private static let mark = " <span class=\"members-only\">для участников</span>"

  private static func members(_ site: TemporarySite) throws -> TemporarySite {
    let outcome = try site.build {
      $0.edition = .members
      $0.output = site.path("izdanie")
    }
    #expect(outcome.published?.edition == .members, "\(outcome.report.entries.map { $0.diagnostic.line })")
    return site
  }

  /// The pages that say of themselves that they are closed.
  private static func closedPages(_ pages: [String: String]) -> Set<String> {
    Set(pages.filter { $0.value.contains("<p class=\"members-only\">Только") }.keys)
  }

  /// Each link that has a name for its text, with whether it is marked; without the menu and what authors wrote.
  private static func links(_ page: String, _ path: String) -> [(target: String, isMarked: Bool)] {
    let lists = page.replacing(/<header class="site-header">(?s:.*?)<\/header>/, with: "")
      .replacing(/<div class="text">(?s:.*?)(<section|<nav|<\/main>)/, with: "")
    return lists.matches(of: /<a href="([^"#]+)">[^<]+<\/a>( <span class="members-only">)?/).map { match in
      (PageLinks.resolve(String(match.1), from: path).target, match.2 != nil)
    }
  }

  @Test func whateverLeadsToAClosedDocumentSaysSo() throws {
    let site = try Self.members(ClosedNetwork.site(hasClosed: true))
    let pages = try site.tree("izdanie").filter { $0.key.hasSuffix(".html") }
      .mapValues { String(decoding: $0, as: UTF8.self).asWritten }
    let closed = Self.closedPages(pages)
    #expect(closed.count >= 20)
    for page in ["pomosch/defitsity/tayna-defitsit.html", "plany/tayna-plan/praktikum.html"] {
      #expect(closed.contains(page))
    }
    var marked: Set<String> = []
    // Pages of old addresses lead on, and are no lists.
    for (path, page) in pages where !page.contains("http-equiv=\"refresh\"") {
      for (target, isMarked) in Self.links(page, path) {
        // To what else is told of the same: its help, its sheet for practical work.
        if closed.contains(path), target.contains(path.dropLast(".html".count)) { continue }
        #expect(isMarked == closed.contains(target), "\(path) → \(target)")
        // The map of the site has a closed page below every page.
        if isMarked, target != "tayna-stranitsa.html" { marked.insert(path) }
      }
    }
    // Cards, short lines, entries of lists, events, a calendar, tables, steps, members, neighbours, menus of the home page.
    let lists = [
      "keysy/index.html", "vozrast/1-2.html", "defitsity/index.html", "pedagogi/index.html", "sobytiya/index.html",
      "sobytiya/vse.html", "sootvetstvie.html", "defitsity/bez-otveta.html", "soobshchestva/tayna-krug.html",
      "keysy/spor.html", "index.html", "primenenie.html", "materialy/index.html", "sady/sad-5.html",
      "sady/sad-5/napravleniya.html", "pomosch/index.html", "byulleteni/index.html", "partnyory/index.html",
      "osobye-potrebnosti/autism.html",
    ]
    for list in lists { #expect(pages[list] != nil && marked.contains(list), "\(list)") }
  }

  /// What members learn, where it is told beside what everybody sees.
  @Test func aClosedItemOfADevelopmentPlanIsMarkedWhereverItStands() throws {
    let site = try Self.members(TemporarySite.allKinds())
    for page in ["pedagogi/ilina.html", "defitsity/bez-otveta.html"] {
      #expect(
        try site.words("izdanie/\(page)").contains(/Тайный пункт плана[^\n]*<span class="members-only">/), "\(page)")
    }
  }

  @Test(arguments: [false, true])
  func theOpenSiteHasNoMarks(hasClosed: Bool) throws {
    let site = try ClosedNetwork.site(hasClosed: hasClosed)
    _ = try site.build()
    for (path, data) in try site.tree() where path.hasSuffix(".html") {
      #expect(!String(decoding: data, as: UTF8.self).contains("members-only"), "\(path)")
    }
  }

  /// A site's own layouts see of a document's fields what their edition shows.
  @Test(arguments: [Edition.open, .members])
  func ownLayoutsSeeTheItemsOfTheirEdition(_ edition: Edition) throws {
    let site = try TemporarySite.allKinds()
    try site.write(
      """
      {{<base}}{{$main}}{{#document.development}}<p>Всего {{count}}</p><ul>{{#items}}<li>{{activity}}\
      {{#visibility}} ({{label}}){{/visibility}}{{#deficits}}{{#items}} {{>partials/link}}{{/items}}{{/deficits}}</li>\
      {{/items}}</ul>{{/document.development}}{{/main}}{{/base}}
      """, to: "layouts/person.mustache")
    _ = try site.build {
      $0.edition = edition
      $0.output = site.path("kopiya")
    }
    let page = try site.words("kopiya/pedagogi/ilina.html")
    let item = "<li>Тайный пункт плана <a href=\"../defitsity/bez-otveta.html\">"
    #expect(page.contains(item) == (edition == .members))
    #expect(page.contains("<p>Всего \(edition == .members ? 3 : 2)</p>"))
  }
}
