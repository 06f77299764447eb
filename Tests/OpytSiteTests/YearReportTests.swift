import Foundation
import OpytDiagnostics
import OpytModel
import Testing

@testable import OpytFiles
@testable import OpytNetwork
@testable import OpytOutputs
@testable import OpytPages
@testable import OpytSite

/// The tables of an academic year.
@Suite struct YearReportTests {
  private static let names = ["materialy.csv", "pedagogi.csv", "plany.csv", "sobytiya.csv", "sootvetstvie.csv"]

  private func tables(
    _ changes: [String: String] = [:], year: String? = nil, _ change: (inout SiteBuilder.Options) -> Void = { _ in }
  ) throws -> [String: String] {
    let site = try IssueNetwork.site(changes)
    var options = site.options
    change(&options)
    let outcome = try SiteBuilder(options).report(year: year, output: site.path("tables"))
    #expect(outcome.report.errorCount == 0, "\(outcome.report.entries.map { $0.diagnostic.line })")
    return try site.tree("tables").mapValues { data in
      #expect(data.starts(with: [0xEF, 0xBB, 0xBF]))
      return String(decoding: data.dropFirst(3), as: UTF8.self)
    }
  }

  @Test func whoCameToAnEventIsCounted() throws {
    let came = "outcomes: [Решили]\nattended: 18\nattended_kindergartens: [sad-7, sad-5]\n"
    let site = try IssueNetwork.site()
    try site.write(#"{"title": "Сеть", "base_url": "https://opyt.example/", "report": true}"#, to: "site-config.json")
    try site.change("content/events/krug.md") { $0.replacing("outcomes: [Решили, Записали]\n", with: came) }
    // Who was to come to what was called off did not.
    let cancelled = try site.read("content/events/krug.md").replacing("state: held", with: "state: cancelled")
    try site.write(cancelled.replacing("Круг", with: "Отмена"), to: "content/events/otmena.md")
    // Where it is not said how many came, nobody is counted.
    let untold = try site.read("content/events/krug.md").replacing("attended: 18\n", with: "")
    try site.write(untold.replacing("Круг", with: "Без счёта"), to: "content/events/bez-schyota.md")
    _ = try site.build()
    #expect(PageTree(try site.read("public/otchyot.html")).all("td").map(\.text).contains("18"))
    _ = try SiteBuilder(site.options).report(year: "2025/2026", output: site.path("tables"))
    let table = try site.read("tables/sobytiya.csv").replacing("\u{A0}", with: " ")
    #expect(table.contains(";Решили;18;\"Детский сад № 7; Детский сад № 5\""))
  }

  @Test func theTablesOfAYear() throws {
    let tables = try tables()
    #expect(tables.keys.sorted() == Self.names)
    #expect(
      tables["materialy.csv"]
        == """
        Название;Вид;Опубликовано;Статус;Авторы;Детские сады;Направления;Возраст;Адрес страницы
        Спор у окна;методический кейс;2026-03-20;внедрено;"Ильина Марина Сергеевна; Орлова Вера Ильинична";Детский сад № 5;Среда – третий учитель;"старшая группа; подготовительная группа";https://opyt.example/keysy/spor.html
        Ссора;методический кейс;2026-03-12;внедрено;Ильина Марина Сергеевна;Детский сад № 5;Среда – третий учитель;;https://opyt.example/keysy/ssora.html
        Лепка без образца;мастер-класс;2025-10-01;внедрено;Орлова Вера Ильинична;Детский сад № 5;Среда – третий учитель;;https://opyt.example/master-klassy/lepka.html

        """.replacing("\n", with: "\r\n"))
    #expect(
      tables["sobytiya.csv"]
        == """
        Название;Форма;Начало;Окончание;Состояние;Детские сады;Направления;Итоги;Участников;Участвовали сады
        Круг о вопросах;круглый стол;2026-03-15 13:30;;проведено;Детский сад № 7;Среда – третий учитель;"Решили; Записали";;

        """.replacing("\n", with: "\r\n"))
    #expect(
      tables["pedagogi.csv"]
        == """
        ФИО;Должность;Детский сад;Написано материалов;Проведено мастер-классов и занятий;Выступлений на семинарах;Инициировано событий
        Ильина Марина Сергеевна;воспитатель;Детский сад № 5;2;1;0;0
        Орлова Вера Ильинична;методист;Детский сад № 5;2;0;0;1

        """.replacing("\n", with: "\r\n"))
    #expect(
      tables["sootvetstvie.csv"]
        == """
        Дефицит;Темы методической работы;Стратегии;События;Материалы;Показано на сайте;Состояние
        Отвечаем раньше, чем спросят;;;;Спор у окна;да;восполняется

        """.replacing("\n", with: "\r\n"))
  }

  @Test func plansAreTablesOfTheirLines() throws {
    let plan = """
      ---
      title: План сада
      academic_year: 2025/2026
      kindergarten: sad-5
      topics:
        - title: Вопросы
          deficits: [voprosy]
          actions:
            - { title: "=Показ", form: открытый показ, term: 12 марта 2026, responsible: [ilina, bez-soglasiya], mark: выполнено }
            - { title: Записи, term: октябрь – декабрь 2025 }
          done: Показали.
        - { title: Отчёты, next: Не писать. }
      ---
      """
    let other = plan.replacing("2025/2026", with: "2024/2025").replacing("12 марта 2026", with: "март 2025")
      .replacing("декабрь 2025", with: "декабрь 2024").replacing("[voprosy]", with: "[]")
    let table = try tables(["content/plans/sad.md": plan, "content/plans/bylo.md": other])["plany.csv"]
    #expect(
      table
        == """
        План;Чей план;Тема;Дефициты;Стратегия;Мероприятие;Форма;Срок;Ответственные;Событие;Отметка;Что мы делали;Что было удачно;Что ещё можно сделать
        План сада;Детский сад № 5;Вопросы;Отвечаем раньше, чем спросят;;'=Показ;открытый показ;2026-03-12;Ильина Марина Сергеевна;;выполнено;Показали.;;
        План сада;Детский сад № 5;Вопросы;Отвечаем раньше, чем спросят;;Записи;;2025-10 – 2025-12;;;;;;
        План сада;Детский сад № 5;Отчёты;;;;;;;;;;;Не писать.

        """.replacing("\n", with: "\r\n"))
  }

  @Test(arguments: [
    (nil as String?, nil as String?, "Спор у окна"), ("2024/2025", nil, "Давний случай"),
    ("2024-2025", nil, "Давний случай"),
    (nil, "31 августа 2026", "Спор у окна"),
  ])
  func theYearIsTodaysOrTheOneAskedFor(year: String?, today: String?, title: String) throws {
    let tables = try tables(year: year) { options in
      if let day = today.flatMap({ try? CalendarDate(parsing: $0) }) { options.today = .day(day) }
    }
    #expect(tables["materialy.csv"]?.contains(title) == true)
    #expect(tables["materialy.csv"]?.contains("Спор у окна") == (title == "Спор у окна"))
    #expect(tables["sootvetstvie.csv"]?.contains("Прошлогодний дефицит;;;;;нет;") == (title != "Спор у окна"))
  }

  @Test(arguments: [false, true])
  func draftsAndMembersOnlyNeverAppear(drafts: Bool) throws {
    for (name, text) in try tables(change: { $0.includesDrafts = drafts }) {
      for hidden in [IssueNetwork.secret, IssueNetwork.draft, "Незримова"] {
        #expect(!text.contains(hidden), "\(name)")
      }
    }
  }

  private func tables(change: (inout SiteBuilder.Options) -> Void) throws -> [String: String] {
    try tables([:], year: nil, change)
  }

  @Test func withoutTheSitesAddressItsColumnIsEmpty() throws {
    let table = try tables(["site-config.json": IssueNetwork.withoutAddress])["materialy.csv"]
    #expect(table?.contains(";старшая группа; подготовительная группа\";\r\n") == false)
    #expect(table?.contains("подготовительная группа\";\r\n") == true)
    #expect(table?.contains("https://") == false)
  }

  @Test(arguments: [
    ("=cmd|' /C calc'!A0", "'=cmd|' /C calc'!A0;"), ("+7 дел", "'+7 дел;"), ("@все", "'@все;"),
    ("а; б", "\"а; б\";"), ("«Он» сказал \"да\"", "\"«Он» сказал \"\"да\"\"\";"), ("\u{600}=1", "\u{600}=1;"),
  ])
  func cellsAreInertAndWhole(title: String, cell: String) throws {
    let quoted = "'" + title.replacing("'", with: "''") + "'"
    let table = try tables(["content/cases/ssora.md": TemporarySite.material(title: quoted)])["materialy.csv"]
    #expect(table?.contains("\r\n" + cell) == true, "\(table ?? "")")
  }

  @Test func oldTablesAreReplacedAndNothingElseEver() throws {
    let site = try IssueNetwork.site()
    let builder = SiteBuilder(site.options)
    try site.write("старое", to: "otchyot-2025-2026/materialy.csv")
    try site.write("половина", to: "otchyot-2025-2026/.pedagogi.csv.opyt-99999")
    let outcome = try builder.report(year: nil, output: nil)
    guard case .tables(let year, let folder) = outcome.product else {
      Issue.record("nothing was written")
      return
    }
    #expect(year.text == "2025/2026" && folder.hasSuffix("/otchyot-2025-2026"))
    let written = try site.tree("otchyot-2025-2026")
    #expect(written.keys.sorted() == Self.names)
    #expect(written["materialy.csv"] != Data("старое".utf8))
    // Twice the same.
    _ = try builder.report(year: nil, output: nil)
    #expect(try site.tree("otchyot-2025-2026") == written)
  }

  @Test(arguments: ["zametki.txt", ".gitignore", "materialy.csv/inside", "materialy.csv.opyt-1"])
  func aFolderWithOtherFilesIsRefused(name: String) throws {
    let site = try IssueNetwork.site(["tables/\(name)": "Не терять", "tables/pedagogi.csv": "старое"])
    let before = try site.tree("tables")
    #expect(throws: SiteBuilder.Failure.self) {
      try SiteBuilder(site.options).report(year: nil, output: site.path("tables"))
    }
    #expect(try site.tree("tables") == before)
  }

  @Test(arguments: ["content", "content/cases", ".", "/", "site-config.json"])
  func dangerousPlacesAreRefused(place: String) throws {
    let site = try IssueNetwork.site()
    let before = try site.tree(".")
    let failure = #expect(throws: SiteBuilder.Failure.self) {
      try SiteBuilder(site.options).report(year: nil, output: place == "/" ? "/" : site.path(place))
    }
    guard case .usage = failure else {
      Issue.record("\(String(describing: failure))")
      return
    }
    #expect(try site.tree(".") == before)
  }
}
