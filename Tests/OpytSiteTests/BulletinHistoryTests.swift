import Foundation
import OpytDiagnostics
import OpytModel
import Testing

@testable import OpytCatalogue
@testable import OpytFiles
@testable import OpytNetwork
@testable import OpytOutputs
@testable import OpytPages
@testable import OpytSite

/// An issue of the bulletin tells of its days, and goes on telling the same.
@Suite struct BulletinHistoryTests {
  private static let person = "---\ntitle: NAME\nposition: методист\nkindergarten: sad-5\nconsent: С-9\n---\n"

  private static func event(_ start: String, _ initiator: String, _ state: String) -> String {
    """
    ---
    title: Встреча \(initiator)
    form: клуб
    start: \(start)
    task: Встретиться.
    initiators: [\(initiator)]
    state: \(state)
    \(state == "held" ? "outcomes: [Итог]\n" : "")---
    """
  }

  /// The page of an issue, its letter and its text.
  private func issue(_ site: TemporarySite, _ number: Int, today: String) throws -> [String] {
    let day = BuildDay.on(today)
    let outcome = try site.build { $0.today = day }
    try #require(outcome.report.errorCount == 0, "\(outcome.report.entries.map { $0.diagnostic.line })")
    var options = site.options
    options.today = day
    let letters = try BulletinFormat.allCases.map { format in
      let outcome = try SiteBuilder(options).bulletin(String(number), as: format, output: nil)
      guard case .bulletin(_, let bytes) = outcome.product else { return "" }
      return String(decoding: bytes, as: UTF8.self)
    }
    return [try site.read("public/byulleteni/vypusk-\(number).html")] + letters
  }

  // MARK: What is over stays

  private static let later: [(String, @Sendable (TemporarySite) throws -> Void)] = [
    (
      "an update of what it tells of",
      {
        try $0.change("content/cases/spor.md") {
          $0.replacing("published: 2026-03-20", with: "published: 2026-03-20\nupdated: 2026-05-02")
        }
      }
    ),
    (
      "an update in its days is updated again",
      { try $0.change("content/cases/davno.md") { $0.replacing("updated: 2026-03-05", with: "updated: 2026-05-02") } }
    ),
    (
      "an update in its days is found out",
      { try $0.change("content/cases/davno.md") { $0.replacing("updated: 2026-03-05", with: "updated: 2026-03-06") } }
    ),
    (
      "a new material",
      { try $0.write(TemporarySite.material(title: "Новое", published: "2026-05-02"), to: "content/cases/aaa.md") }
    ),
    (
      "people move and rise",
      {
        try $0.write(
          "---\ntitle: Детский сад № 8\nmunicipality: Зареченск\n---\n", to: "content/kindergartens/sad-8.md")
        try $0.change("content/people/pervaya.md") {
          $0.replacing("kindergarten: sad-5", with: "kindergarten: sad-8").replacing("методист", with: "заведующий")
        }
      }
    ),
    (
      "an event of its days that was cancelled, and one to come",
      {
        try $0.write(person.replacing("NAME", with: "Новых Анна"), to: "content/people/novyh.md")
        try $0.write(event("2026-03-15", "novyh", "cancelled"), to: "content/events/otmena.md")
        try $0.write(event("2026-03-16", "novyh", "planned"), to: "content/events/ne-sostoyalos.md")
        try $0.write(event("2026-09-16", "novyh", "planned"), to: "content/events/vperedi.md")
      }
    ),
  ]

  private static func first() throws -> TemporarySite {
    try IssueNetwork.site([
      "content/people/pervaya.md": person.replacing("NAME", with: "Первая Нина"),
      "content/events/pervoe.md": event("2026-03-18", "pervaya", "held"),
    ])
  }

  /// On the day after its last one.
  private static let atFirst = Result { try BulletinHistoryTests().issue(first(), 4, today: "2026-04-01") }

  @Test(arguments: later.indices)
  func anIssueWhoseDaysAreOverStaysAsItIs(number: Int) throws {
    let (_, change) = Self.later[number]
    let site = try Self.first()
    let before = try Self.atFirst.get()
    #expect(before.prefix(2).allSatisfy { $0.asWritten.contains("Первая Нина") })
    #expect(before.allSatisfy { $0.asWritten.contains("Спор у окна") })
    try change(site)
    #expect(try issue(site, 4, today: "2026-06-01") == before)
  }

  @Test func updatesAreToldWhileTheDaysGoOn() throws {
    for (today, isTold) in [("2026-03-31", true), ("2026-04-01", false)] {
      let (page, letter) = try { ($0[0], $0[1]) }(issue(IssueNetwork.site(), 4, today: today))
      #expect(page.contains("Давний случай") == isTold && letter.contains("Давний случай") == isTold)
      #expect(page.contains("Обновлённые материалы") == isTold)
    }
    // The first issue has none before it.
    #expect(try !issue(IssueNetwork.site(), 1, today: "2026-03-31").contains { $0.contains("прошлого выпуска") })
  }

  /// A change has its day, so that an issue whose days are over goes on telling of it.
  @Test func changesAreToldEverAfter() throws {
    let changed = TemporarySite.material(
      title: "Давний случай", published: "2025-02-01",
      fields: "updated: 2026-05-02\nchanges: [{date: 2026-03-05, what: Дополнили.}, {date: 2026-05-02, what: Ещё.}]")
    let site = try IssueNetwork.site(["content/cases/davno.md": changed])
    let texts = try issue(site, 4, today: "2026-06-01")
    #expect(texts.prefix(2).allSatisfy { $0.contains("Обновлённые материалы") && $0.contains("Давний случай") })
    // Not in whose days it was not changed.
    #expect(try !issue(site, 1, today: "2026-06-01")[0].contains("Обновлённые материалы"))
    try site.change("content/cases/davno.md") {
      $0.replacing("updated: 2026-05-02", with: "updated: 2026-05-20").replacing(
        "what: Ещё.}", with: "what: Ещё.}, {date: 2026-05-20, what: Снова.}")
    }
    #expect(try issue(site, 4, today: "2026-06-01") == texts)
  }

  // MARK: What comes next

  @Test(arguments: [
    ("2026-04-01", "", true), ("2026-05-01", "", true), ("2026-05-02", "", false), ("2026-03-31", "", false),
    ("2026-04-01", "announcements: нет", false),
  ])
  func theEventsUntilTheNextIssueAreAnnounced(start: String, field: String, isAnnounced: Bool) throws {
    let site = try IssueNetwork.site(["content/events/vperedi.md": Self.event(start, "orlova", "planned")])
    try site.change("content/bulletins/vypusk-4.md") { $0.replacing("editor:", with: "\(field)\neditor:") }
    let texts = try issue(site, 4, today: "2026-03-31")
    for text in texts.prefix(2) {
      #expect(text.contains("Анонсы") == isAnnounced)
      #expect(text.contains("Встреча orlova") == isAnnounced)
    }
  }

  @Test func theNextIssueSaysUntilWhen() throws {
    let site = try IssueNetwork.site([
      "content/events/skoro.md": Self.event("2026-04-20", "orlova", "planned"),
      "content/events/pozzhe.md": Self.event("2026-06-20", "ilina", "planned"),
      "content/bulletins/vypusk-5.md": IssueNetwork.bulletin(5, "2026-04-01", "2026-06-30"),
    ])
    // It is not out yet.
    let before = try issue(site, 4, today: "2026-03-31")[0]
    #expect(before.contains("Встреча orlova") && !before.contains("Встреча ilina"))
    let after = try issue(site, 4, today: "2026-04-02")[0]
    #expect(after.contains("Встреча orlova") && after.contains("Встреча ilina"))
  }

  // MARK: Rubrics

  @Test func aRubricIsASectionWithASignedNote() throws {
    let rubrics = """
      rubrics:
        - {title: Гость номера, note: Слово о споре., author: [orlova, bez-soglasiya], items: [cases/spor, cases/proba]}
        - {title: Пустая рубрика, items: [cases/proba]}
      """
    let site = try IssueNetwork.site([
      "content/bulletins/vypusk-4.md": IssueNetwork.bulletin(4, "2026-03-01", "2026-03-31", fields: rubrics)
    ])
    let texts = try issue(site, 4, today: "2026-04-02").map(\.asWritten)
    let section = try #require(texts[0].firstMatch(of: /<h2 id="opyt_rubric-1"(?s:.*?)<\/section>/)).0
    for words in ["Гость номера", "Слово о споре.", "Орлова Вера Ильинична", "Спор у окна"] {
      #expect(section.contains(words), "\(words)")
    }
    for text in texts {
      #expect(text.contains("Гость номера") && text.contains("Спор у окна"))
      #expect(!text.contains("Незримова") && !text.contains("Пустая рубрика") && !text.contains(IssueNetwork.draft))
    }
    #expect(texts[1].contains("Слово о споре."))
    // What stands in a rubric does not stand below its direction again.
    let main = try #require(texts[0].firstMatch(of: /<main(?s:.*)<\/main>/)).0
    #expect(main.components(separatedBy: "Спор у окна").count == 2)
  }

  // MARK: Who is new

  @Test(arguments: [
    ("held", "2026-03-15", true), ("planned", "2026-03-15", false), ("cancelled", "2026-03-15", false),
    ("held", "2026-02-28", false), ("held", "2026-04-01", false), ("held", "2026-03-01", true),
    ("held", "2026-03-31", true),
  ])
  func whoIsNewWasAtAnEventThatWasHeld(state: String, start: String, isNew: Bool) throws {
    let site = try IssueNetwork.site([
      "content/people/novyh.md": Self.person.replacing("NAME", with: "Новых Анна Петровна"),
      "content/events/vstrecha.md": Self.event(start, "novyh", state),
    ])
    let texts = try issue(site, 4, today: "2026-04-02")
    let people = try #require(texts[0].firstMatch(of: /<h2 id="opyt_new-people"(?s:.*?)<\/section>|<\/main>/)).0
    #expect(people.contains("Новых Анна Петровна") == isNew && people.contains("Встреча novyh") == isNew)
    #expect(texts[1].contains("Новых Анна Петровна") == isNew)
  }

  // MARK: Items of all kinds

  @Test func itemsOfAnyKindStandOnThePageAndInTheLetters() throws {
    let fields = """
      items: [cases/spor, events/krug, people/orlova, kindergartens/sad-7, directions/sreda, deficits/voprosy, pages/slovo, cases/spor]
      """
    let site = try IssueNetwork.site([
      "content/bulletins/vypusk-4.md": IssueNetwork.bulletin(4, "2026-03-01", "2026-03-31", fields: fields),
      "content/pages/slovo.md": "---\ntitle: Слово о сети\n---\n\nПервые слова страницы.\n",
    ])
    for (number, text) in try issue(site, 4, today: "2026-04-02").enumerated() {
      let main = text.firstMatch(of: /<main(?s:.*)<\/main>/).map { String($0.0) } ?? text
      for title in [
        "Спор у окна", "Круг о вопросах", "Орлова Вера Ильинична", "Детский сад № 7", "Среда — третий учитель",
        "Отвечаем раньше, чем спросят", "Слово о сети",
      ] {
        #expect(main.asWritten.contains(title), "\(number): \(title)")
      }
      if number < 2 { #expect(main.asWritten.contains("Первые слова страницы.") && main.contains("страница")) }
      // Each once, though it was named twice.
      #expect(main.asWritten.components(separatedBy: "Спор у окна").count == 2)
    }
  }
}
