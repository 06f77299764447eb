import Foundation
import OpytModel
import Testing

@testable import OpytFiles
@testable import OpytNetwork
@testable import OpytOutputs
@testable import OpytPages
@testable import OpytSite

/// Communities, events, deficits, strategies, plans, partners and bulletins in the built site.
@Suite struct NetworkPagesTests {
  private static func built(_ change: (TemporarySite) throws -> Void = { _ in }, today: String? = nil) throws
    -> TemporarySite
  {
    let site = try TemporarySite.allKinds()
    try change(site)
    _ = try site.build { options in
      if let day = today.flatMap({ try? CalendarDate(parsing: $0) }) { options.today = .day(day) }
    }
    return site
  }

  // MARK: What is not for everybody

  @Test func membersOnlyAndDraftsAppearNowhere() throws {
    let site = try Self.built()
    let secrets = [
      "Тайное занятие участников", "Закрытый текст занятия", "Закрытая ситуация", "zakryto", "Черновик о лейке",
      "Черновой текст", "chernovik", "Тайный пункт плана",
    ].map { Data($0.utf8) }
    let tree = try site.tree()
    #expect(tree.count > 50)
    for (path, data) in tree {
      #expect(!path.contains("zakryto") && !path.contains("chernovik"))
      for secret in secrets {
        #expect(data.firstRange(of: secret) == nil, "\(path): \(String(decoding: secret, as: UTF8.self))")
      }
    }
  }

  @Test func aSiteWithoutAKindHasNoListOfIt() throws {
    let site = try TemporarySite()
    _ = try site.build()
    for folder in ["soobshchestva", "sobytiya", "defitsity", "strategii", "plany", "partnyory", "byulleteni"] {
      #expect(!site.exists("public/\(folder)"))
      #expect(try !site.read("public/index.html").contains(folder))
    }
    #expect(!site.exists("public/sootvetstvie.html") && !site.exists("public/primenenie.html"))
    #expect(!site.exists("public/otchyot.html"))
  }

  // MARK: Processes: what a network finds missing, does about it, and tells

  /// A step that was taken again keeps both records, and one of a later day is planned.
  @Test func everyRecordOfAPartnersStepIsShown() throws {
    let site = try TemporarySite([
      "content/partners/biblioteka.md": """
      ---
      title: Библиотека
      steps:
        - { step: 1, date: 2025-09-01, note: Подписали }
        - { step: 2, date: 2025-10-01, note: Первая встреча }
        - { step: 2, date: 2026-02-01, note: Вторая встреча }
        - { step: 2, date: 2026-12-01, note: Третья встреча }
        - { step: 3, date: 2026-09-01, note: Составим план }
      ---
      """
    ])
    _ = try site.build()
    let page = try site.read("public/partnyory/biblioteka.html")
    #expect(page.contains("Первая встреча") && page.contains("февраля\u{A0}2026") && page.contains("Вторая встреча"))
    #expect(page.components(separatedBy: "<li class=\"done\"").count == 3)
    #expect(
      page.replacing("\u{A0}", with: " ").contains("запланировано на 1 декабря 2026"), "what is planned is marked")
    #expect(page.contains("aria-current=\"step\"") && page.contains("Составим план"))
    #expect(try site.problems() == [])
  }

  /// A partner, its events and its kindergartens name each other.
  @Test func whoTakesPartIsNamedFromAllSides() throws {
    let site = try TemporarySite.allKinds()
    try site.change("content/events/vperedi.md") { $0.replacing("community: krug", with: "partners: [biblioteka]") }
    func words(_ page: String, today: String = "2026-06-01") throws -> String {
      _ = try site.build { $0.today = BuildDay.on(today) }
      return try site.words("public/\(page).html")
    }
    let partner = try words("partnyory/biblioteka")
    let sections = try [
      #require(partner.firstMatch(of: /<h2 id="opyt_upcoming"(?s:.*?)<\/section>/)).0,
      #require(partner.firstMatch(of: /<h2 id="opyt_past"(?s:.*?)<\/section>/)).0,
      #require(partner.firstMatch(of: /<h2 id="opyt_materials"(?s:.*?)<\/section>/)).0,
    ]
    #expect(sections[0].contains("Прогулка впереди") && !sections[0].contains("Встреча о вопросах"))
    #expect(sections[1].contains("Встреча о вопросах") && !sections[1].contains("Прогулка впереди"))
    #expect(sections[2].contains("zanyatiya/zvuki.html"))
    #expect(partner.contains("Читальный зал, по вторникам") && partner.contains("../sady/sad-5.html"))
    #expect(partner.contains("Соглашение действует до") && !partner.contains("завершено"))
    #expect(try words("sobytiya/vstrecha").contains("href=\"../partnyory/biblioteka.html\""))
    let kindergarten = try words("sady/sad-5")
    let partners = try #require(kindergarten.firstMatch(of: /<h2 id="opyt_partners"(?s:.*?)<\/section>/)).0
    #expect(partners.contains("partnyory/biblioteka.html"))
    #expect(try !words("sady/sad-10").contains("opyt_partners"))
    // On the day after the last one.
    #expect(try words("partnyory/biblioteka", today: "2026-08-31").contains("Соглашение действует до"))
    let ended = try words("partnyory/biblioteka", today: "2026-09-01")
    #expect(ended.contains("Соглашение действовало до") && ended.contains("(завершено)"))
  }

  @Test func whatWasSeenAtAnEventStandsOnItsPage() throws {
    let site = try Self.built()
    let page = try site.words("public/sobytiya/vstrecha.html")
    for words in ["Буду ждать дольше", "Часа мало.", "Вопросы встречи", "Запись встречи", "тяжёлые нарушения речи"] {
      #expect(page.contains(words), "\(words)")
    }
    #expect(page.contains("<dt>Участников</dt><dd>18</dd>") && page.contains("Участвовали сады"))
    #expect(page.contains("alt=\"Пустой зал\""))
    // A photo whose consent has ended is not shown, and its file not published.
    try site.change("content/events/vstrecha.md") {
      $0.replacing("no_people: yes", with: "consent: С-5, withdrawn: 2025-01-15")
    }
    _ = try site.build()
    #expect(try !site.read("public/sobytiya/vstrecha.html").contains("Пустой"))
    #expect(try !site.tree().keys.contains { $0.contains("zal.png") })
  }

  @Test(arguments: [
    ("soobshchestva/krug.html", ["выявление проблем и затруднений", "оценка эффективности"]),
    ("partnyory/biblioteka.html", ["договор", "мониторинг качества"]),
    ("defitsity/voprosy.html", ["единая линия изменений", "педагогическая стратегия"]),
  ])
  func processesAreDrawnWithTheirPresentStep(page: String, labels: [String]) throws {
    let text = try Self.built().words("public/" + page)
    let stepper = try #require(text.firstMatch(of: /<ol class="stepper">(?s:.*?)<\/ol>/)).0
    for label in labels { #expect(stepper.contains(label)) }
    #expect(stepper.matches(of: /aria-current="step"/).count == (page.hasPrefix("defitsity") ? 0 : 1))
    #expect(stepper.contains("class=\"done\""))
  }

  @Test func aDeficitThatNothingAnswersSaysSo() throws {
    let site = try Self.built()
    func page(_ path: String) throws -> String { try site.read("public/\(path).html").replacing("\u{A0}", with: " ") }
    #expect(
      try page("defitsity/bez-otveta").contains("О том, чем восполняется этот дефицит, на сайте пока не рассказано"))
    #expect(try !page("defitsity/voprosy").contains("чем восполняется этот дефицит"))
    let table = try page("sootvetstvie")
    #expect(table.matches(of: /<tr class="deficit-open unanswered">/).count == 1)
    let gaps = try #require(
      table.firstMatch(of: /Дефициты, о работе с которыми сайт пока не рассказывает(?s:.*?)<\/section>/)
    )
    .0
    #expect(gaps.contains("Никто не ответил") && !gaps.contains("Не слышим вопросов"))
    let free = try #require(table.firstMatch(of: /не связаны ни с одним дефицитом(?s:.*?)<\/section>/)).0
    #expect(free.contains("Отчёты") && !free.contains("Вопросы детей"))
  }

  @Test func theChainCanBeWalkedBothWays() throws {
    let site = try Self.built()
    let chain: [(from: String, to: String)] = [
      ("defitsity/voprosy", "strategii/pauza"), ("defitsity/voprosy", "soobshchestva/krug"),
      ("defitsity/voprosy", "sobytiya/vstrecha"), ("defitsity/voprosy", "proekty/ogorod-na-okne"),
      ("defitsity/voprosy", "plany/god"), ("strategii/pauza", "proekty/ogorod-na-okne"),
      ("soobshchestva/krug", "sobytiya/vstrecha"), ("soobshchestva/krug", "proekty/ogorod-na-okne"),
      ("soobshchestva/krug", "pedagogi/ilina"), ("sobytiya/vstrecha", "proekty/ogorod-na-okne"),
      ("plany/god", "sobytiya/vstrecha"), ("plany/god", "pedagogi/ilina"), ("plany/god", "sady/sad-5"),
      ("plany/god", "strategii/pauza"), ("plany/krug", "soobshchestva/krug"), ("plany/krug", "pedagogi/orlova"),
      ("strategii/pauza", "soobshchestva/krug"), ("strategii/pauza", "sobytiya/vstrecha"),
      ("defitsity/voprosy", "sady/sad-5"), ("seminary/igra", "sobytiya/vstrecha"),
    ]
    for (from, to) in chain {
      #expect(try site.read("public/\(from).html").contains("href=\"../\(to).html\""), "\(from) → \(to)")
      if from != "seminary/igra" || to != "sobytiya/vstrecha" {
        #expect(try site.read("public/\(to).html").contains("href=\"../\(from).html\""), "\(to) → \(from)")
      }
    }
  }

  @Test func coverageCountsAndShowsTheGaps() throws {
    let site = try Self.built()
    let page = try site.read("public/okhvat/index.html")
    let row = try #require(page.firstMatch(of: /<tr><th scope="row"><a href="[^"]*sad-10.html"(?s:.*?)<\/tr>/)).0
    let cell = /class="heat-3" data-name="[^"]+"><a href="[^"]+" data-count="3" aria-label="[^"]*">3<\/a>/
    #expect(row.matches(of: cell).count == 1)
    #expect(page.contains("Пустых клеток: 0 из\u{A0}2."))
    let other = try Self.built { site in
      try site.write("---\ntitle: Пустое\nsummary: Никого.\n---\n", to: "content/directions/pustoe.md")
    }
    #expect(try other.read("public/okhvat/index.html").contains("Пустых клеток: 2 из\u{A0}4"))
    #expect(other.exists("public/okhvat/2025-2026.html"))
  }

  @Test func reuseIsATreeOfLists() throws {
    let page = try Self.built { site in
      for (name, base) in [("a", "cases/spor"), ("b", "cases/a"), ("c", "cases/spor"), ("d", "cases/b")] {
        let text = try site.read("content/cases/spor.md").replacing("projects/ogorod", with: base)
          .replacing("title: Спор о поливе", with: "title: Дело \(name)")
        try site.write(text, to: "content/cases/\(name).md")
      }
    }.read("public/primenenie.html")
    let tree = try #require(page.firstMatch(of: /<ul class="tree">(?s:.*)<\/ul>\n<\/section>\n<\/main>/)).0
    #expect(tree.matches(of: /<ul/).count == tree.matches(of: /<\/ul>/).count)
    #expect(tree.matches(of: /<li>/).count == tree.matches(of: /<\/li>/).count)
    #expect(tree.matches(of: /<li>/).count == 9)
  }

  // MARK: Events

  @Test(
    arguments: [
      (nil, ["Прогулка впереди", "Отменённый вебинар", "Итоги круга"]),
      ("2026-10-03", ["Отменённый вебинар", "Итоги круга"]), ("2027-01-01", []),
      ("2026-10-02", ["Прогулка впереди", "Отменённый вебинар", "Итоги круга"]),
    ] as [(String?, [String])])
  func upcomingEventsFollowTheContentNotTheClock(today: String?, expected: [String]) throws {
    let page = try Self.built(today: today).read("public/sobytiya/index.html")
    let titles = page.matches(of: /<h3><a href="[^"]+">([^<]+)<\/a><\/h3>/).map { String($0.1) }
    #expect(titles == expected)
  }

  @Test func pastEventsStandByAcademicYear() throws {
    let site = try Self.built(today: "2027-01-01")
    #expect(try site.words("public/sobytiya/2025-2026.html").contains("Встреча о вопросах; первая"))
    #expect(try site.read("public/sobytiya/2026-2027.html").contains("Отменённый вебинар"))
    #expect(try !site.read("public/sobytiya/2025-2026.html").contains("Отменённый вебинар"))
  }

  @Test func aMonthHasItsDaysAndEvents() throws {
    let page = try Self.built().read("public/sobytiya/index.html")
    let months = page.matches(of: /<table class="month">(?s:.*?)<\/table>/).map { String($0.0) }
    try #require(months.count == 2)
    #expect(months[0].contains("сентябрь 2026"))
    // September 2026 begins on a Tuesday and has 30 days; the walk goes over into October.
    #expect(months[0].firstMatch(of: /<tbody>\s*<tr>\s*<td class="blank"><\/td>\s*<td>1</) != nil)
    #expect(months[0].matches(of: /<td>[0-9]+/).count == 30)
    #expect(months[0].matches(of: /Прогулка впереди/).count == 1)
    // Of the three days two are told, with hours of their own.
    #expect(months[1].matches(of: /Прогулка впереди/).count == 1)
  }

  @Test func calendarsHoldTheirEvents() throws {
    let site = try Self.built()
    let network = try site.read("public/sobytiya/kalendar.ics")
    #expect(network.matches(of: /BEGIN:VEVENT\r\n/).count == 10)
    #expect(network.contains("DTSTART:20260310T103000Z\r\n"), "Moscow is three hours ahead of UTC")
    #expect(network.contains("SUMMARY:Встреча о вопросах\\; первая\r\n"))
    #expect(network.contains("LOCATION:Зал\\, второй этаж\\, Детский сад № 5"))
    #expect(network.contains("DTEND;VALUE=DATE:20261003\r\n"))
    #expect(network.contains("STATUS:CANCELLED\r\n"))
    #expect(network.contains("UID:vstrecha@opyt.example\r\n"))
    for (path, count) in [
      ("napravleniya/sreda", 5), ("sady/sad-5", 3), ("sady/sad-10", 3), ("soobshchestva/krug", 4),
      ("sobytiya/otmena", 1),
    ] {
      let calendar = try site.read("public/\(path).ics")
      #expect(calendar.matches(of: /BEGIN:VEVENT/).count == count, "\(path)")
      // Offered where something is still to come.
      let page = try site.read("public/\(path).html")
      let isOffered = page.contains("opyt_upcoming") || path.hasPrefix("soobshchestva")
      #expect(page.contains(".ics\" type=\"text/calendar\"") == isOffered, "\(path)")
    }
  }

  @Test(arguments: [
    ("Asia/Vladivostok", "DTSTART:20260310T033000Z"), ("Europe/Kaliningrad", "DTSTART:20260310T113000Z"),
    ("UTC", "DTSTART:20260310T133000Z"),
  ])
  func theConfigurationKnowsTheTimeZone(zone: String, expected: String) throws {
    let site = try Self.built { site in
      let configuration = try site.read("site-config.json")
      try site.write(
        configuration.replacing("\"report\": true", with: "\"report\": true, \"time_zone\": \"\(zone)\""),
        to: "site-config.json")
    }
    #expect(try site.read("public/sobytiya/kalendar.ics").contains(expected + "\r\n"))
  }

  @Test func anUnknownTimeZoneIsTold() throws {
    let site = try TemporarySite(["site-config.json": #"{"title": "Сеть", "time_zone": "Москва"}"#])
    #expect(throws: SiteBuilder.Failure.self) { try site.build() }
  }

  // MARK: Bulletins

  @Test func anIssueCollectsItsPeriod() throws {
    let site = try Self.built()
    let first = try site.words("public/byulleteni/1.html")
    #expect(first.contains("Спор о поливе") && !first.contains("Огород на окне</a></h3>"))
    let second = try site.words("public/byulleteni/2.html")
    #expect(second.contains("Огород на окне") && second.contains("Встреча о вопросах"))
    let list = try site.read("public/byulleteni/index.html")
    #expect(
      list.firstRange(of: "2.html")?.lowerBound ?? list.endIndex < list.firstRange(of: "1.html")?.lowerBound
        ?? list.startIndex)
    let feed = try site.read("public/byulleteni/feed.xml")
    #expect(feed.matches(of: /<entry>/).count == 2)
    #expect(feed.contains("<updated>2026-03-31T00:00:00Z</updated>"))
  }

  @Test func anIssueTellsWhatIsNewAndWhatHasChanged() throws {
    let change: (TemporarySite) throws -> Void = { site in
      try site.change("content/projects/ogorod/index.md") {
        $0.replacing("updated: 01.04.2026", with: "updated: 31.03.2026")
      }
      let case1 = try site.read("content/cases/spor.md")
      try site.write(
        case1.replacing("published: 2026-02-14", with: "published: 2026-02-14\nupdated: 2026-03-05"),
        to: "content/cases/spor.md")
      // Published and changed in one period: new, not changed.
      try site.write(
        case1.replacing("published: 2026-02-14", with: "published: 2026-03-04\nupdated: 2026-03-06")
          .replacing("title: Спор о поливе", with: "title: Свежий спор").replacing("[ilina, orlova]", with: "[novaya]"),
        to: "content/cases/novyy.md")
      try site.write(
        "---\ntitle: Новая Анна\nposition: методист\nkindergarten: sad-7\nconsent: С-9\n---\n",
        to: "content/people/novaya.md")
      try site.write(
        "---\ntitle: Детский сад № 7\nmunicipality: Зареченск\njoined: 2026-03-02\n---\n",
        to: "content/kindergartens/sad-7.md")
    }
    let site = try Self.built(change, today: "2026-03-31")
    let page = try site.read("public/byulleteni/2.html")
    let changed = try #require(page.firstMatch(of: /id="opyt_changed"(?s:.*?)<\/section>/)).0
    #expect(changed.contains("Спор о\u{A0}поливе") && !changed.contains("Свежий спор"))
    let people = try #require(page.firstMatch(of: /id="opyt_new-people"(?s:.*?)<\/section>/)).0
    #expect(people.contains("Новая Анна") && !people.contains("Ильина"))
    let kindergartens = try #require(page.firstMatch(of: /id="opyt_new-kindergartens"(?s:.*?)<\/section>/)).0
    #expect(kindergartens.contains("№\u{A0}7") && !kindergartens.contains("№\u{A0}5"))
    #expect(try !site.read("public/byulleteni/1.html").contains("opyt_changed"))
    #expect(try !Self.built(change, today: "2026-04-01").read("public/byulleteni/2.html").contains("opyt_changed"))
  }
}
