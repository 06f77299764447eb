import Foundation
import Testing

@testable import OpytSite

/// «№ 5» must not come apart at the end of a line, wherever a text of an author is read.
@Suite struct NumberSignTests {
  /// One document of every kind with every field, whose sentences all end with a number.
  private static func site() throws -> TemporarySite {
    let site = try TemporarySite.allKinds()
    for path in try site.tree("content").keys where path.hasSuffix(".md") {
      let text = try site.read("content/" + path)
      try site.write(text.replacing(/(?<letter>[а-яё])\.(?=\s|,|$)/) { "\($0.letter) № 5." }, to: "content/" + path)
    }
    for (path, old, new) in [
      ("projects/ogorod/index.md", "Подоконник с луком", "Подоконник № 5"),
      ("projects/ogorod/index.md", "## Итоги", "## Итоги № 5"),
      ("projects/ogorod/index.md", "![Лук на окне]", "![Лук № 5]"),
      ("events/vstrecha.md", "Зал, второй этаж", "Зал № 5"),
      ("seminars/igra.md", "room: Зал", "room: Зал № 5"), ("plans/god.md", "Вопросы детей", "Вопросы № 5"),
      ("master-classes/lepbuk.md", "Знакомство", "Знакомство № 5"),
    ] {
      let text = try site.read("content/" + path)
      #expect(text.contains(old), "\(path): \(old)")
      try site.write(text.replacing(old, with: new), to: "content/" + path)
    }
    try site.write(
      try site.read("site-config.json").replacing("\"title\": \"", with: "\"title\": \"Сеть № 5. "),
      to: "site-config.json")
    return site
  }

  @Test func pagesKeepTheNumberBesideItsSign() throws {
    let site = try Self.site()
    _ = try site.build()
    var joined = 0
    for (path, data) in try site.tree() where path.hasSuffix(".html") {
      // What pages tell programs is as it was written.
      let page = String(decoding: data, as: UTF8.self)
        .replacing(/<script type="application\/ld\+json">[^<]*<\/script>/, with: "")
      joined += page.components(separatedBy: "№\u{A0}5").count - 1
      let torn = page.components(separatedBy: "№ ").dropLast().map { String($0.suffix(60)) }
      #expect(torn.isEmpty, "\(path): \(torn)")
    }
    #expect(joined > 300)
  }

  @Test(arguments: BulletinFormat.allCases, ["1", "2"])
  func lettersAndMessagesDoAsWell(format: BulletinFormat, number: String) throws {
    let site = try Self.site()
    let outcome = try SiteBuilder(site.options).bulletin(number, as: format, output: nil)
    guard case .bulletin(_, let bytes) = outcome.product else {
      Issue.record("no issue")
      return
    }
    let text = String(decoding: bytes, as: UTF8.self)
    #expect(text.contains("№\u{A0}") && !text.contains("№ "))
  }

  /// Calendars are searched and compared by programs: nothing in them is what nobody typed.
  @Test func whatProgramsReadIsLeftAsItWasWritten() throws {
    let site = try Self.site()
    _ = try site.build()
    #expect(try site.read("public/sobytiya/kalendar.ics").contains("LOCATION:Зал № 5"))
  }
}
