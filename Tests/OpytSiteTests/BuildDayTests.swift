import Foundation
import OpytDiagnostics
import OpytModel
import Testing

@testable import OpytSite

/// Which day it is: asked for once, in the time zone of the configuration.
@Suite struct BuildDayTests {
  private func day(_ text: String?, _ variable: String?, in zone: String = "Europe/Moscow") throws -> String {
    try BuildDay.asked(text, environment: variable.map { [BuildDay.variable: $0] } ?? [:]).date(in: zone).iso
  }

  @Test(
    arguments: [
      ("2026-03-12", nil), ("12.03.2026", "0"), ("12 марта 2026", "чепуха"), (nil, "1773273600"), (nil, "1773348899"),
    ] as [(String?, String?)])
  func theDayNamedGoesBeforeTheVariable(text: String?, variable: String?) throws {
    #expect(try day(text, variable) == "2026-03-12")
  }

  @Test(arguments: [
    // 31 December 2026, 20:59:59 and 21:00:00 of Greenwich.
    ("1798750799", "Europe/Moscow", "2026-12-31"), ("1798750800", "Europe/Moscow", "2027-01-01"),
    ("1798750800", "Europe/London", "2026-12-31"), ("1798750800", "Asia/Kamchatka", "2027-01-01"),
    ("1798718400", "Asia/Kamchatka", "2027-01-01"), ("1798718399", "Asia/Kamchatka", "2026-12-31"),
    ("1798750800", "America/Los_Angeles", "2026-12-31"),
    // With and without summer time, which Moscow had until 2011.
    ("1277928000", "Europe/Moscow", "2010-07-01"), ("1277928000", "Etc/GMT-3", "2010-06-30"),
    ("0", "Europe/Moscow", "1970-01-01"), ("0", "America/Los_Angeles", "1969-12-31"),
    ("951782400", "Etc/UTC", "2000-02-29"), ("253402200000", "Etc/UTC", "9999-12-30"),
  ])
  func aMomentIsADayInATimeZone(seconds: String, zone: String, expected: String) throws {
    #expect(try day(nil, seconds, in: zone) == expected)
  }

  @Test func theClockIsAskedWhereNothingElseSays() throws {
    let before = Date().timeIntervalSince1970
    guard case .moment(let seconds) = try BuildDay.asked(nil, environment: [:]) else {
      Issue.record("a day instead of a moment")
      return
    }
    #expect((Int(before)...Int(Date().timeIntervalSince1970)).contains(seconds))
  }

  static let nonsense = [
    "", " ", "вчера", "2026-03-12", "1773273600.5", "1e9", "-1", "+1", " 1773273600", "1773273600\n", "0x10",
    "99999999999999999999", "253402300800", "١٢٣",
  ]

  @Test(arguments: nonsense)
  func nonsenseIsRefused(variable: String) {
    #expect(throws: SiteBuilder.Failure.self) { try day(nil, variable) }
  }

  // MARK: As it is called

  @Test func nonsenseEndsWithPlainWords() throws {
    let site = try TemporarySite()
    for command in [["check"], ["build"], ["bulletin", "1"], ["report"]] {
      let run = OpytCommand(command + ["--site", site.folder], environment: ["SOURCE_DATE_EPOCH": "завтра"])
      try run.process.run()
      let result = run.wait()
      #expect(result.exitCode == 2)
      #expect(result.errors.contains("SOURCE_DATE_EPOCH – не время: «завтра»"), "\(result.errors)")
      #expect(result.errors.contains("--today 2026-03-12"))
    }
    #expect(!site.exists("public"))
    let told = try OpytCommand.run(
      "check", "--site", site.folder, "--today", "2026-06-01", environment: ["SOURCE_DATE_EPOCH": "завтра"])
    #expect(told.exitCode == 0, "the day that was named asks nothing else")
  }

  /// Half past midnight in Kamchatka is noon of the day before in Greenwich.
  @Test(arguments: [("Asia/Kamchatka", true), ("Europe/Moscow", false)])
  func theZoneIsTheConfigurations(zone: String, isOut: Bool) throws {
    let site = try TemporarySite([
      "site-config.json": #"{"title": "Сеть", "base_url": "https://opyt.example/", "time_zone": "\#(zone)"}"#,
      "content/cases/ssora.md": TemporarySite.material(title: "Ссора", published: "2026-06-02"),
    ])
    let result = try OpytCommand.run(
      "build", "--site", site.folder, environment: ["SOURCE_DATE_EPOCH": "1780317000", "TZ": "Pacific/Honolulu"])
    #expect(result.exitCode == 0, "\(result.errors)")
    #expect(site.exists("public/keysy/ssora.html") == isOut)
    #expect(result.errors.contains("waits-for-its-day") != isOut)
  }

  // MARK: What waits is nowhere

  @Test func whatWaitsIsNowhereUntilItsDay() throws {
    let site = try TemporarySite([
      "content/cases/zavtra.md": TemporarySite.material(
        title: "Завтрашний случай", published: "2026-06-02",
        fields: "keywords: [потаённое]\nattachments: [{file: plan.txt, title: Завтрашний план}]\naliases: [ranshe.html]"
      ),
      "content/cases/plan.txt": "План\n",
      "content/cases/posle.md": TemporarySite.material(
        title: "После", fields: "based_on: [zavtra]", body: "Смотрите [что будет](zavtra.md).\n"),
      "content/bulletins/one.md":
        "---\nnumber: 1\nstart: 2026-05-01\nend: 2026-06-30\neditor: [ilina]\nitems: [zavtra, ssora]\n---\n",
      "content/bulletins/two.md":
        "---\nnumber: 2\ntitle: Тайный выпуск\nstart: 2026-07-01\nend: 2026-07-31\neditor: [ilina]\n---\n",
    ])
    try site.change("content/bulletins/one.md") { $0.replacing("zavtra, ssora", with: "zavtra") }
    let outcome = try site.build()
    #expect(
      outcome.report.entries.map { "\($0.diagnostic.line) +\($0.otherPlaces.count)" } == [
        "content/bulletins/one.md:6:9 reference-to-waiting warning +2",
        "content/bulletins/two.md:4:8 waits-for-its-day warning +0",
        "content/cases/zavtra.md:9:12 waits-for-its-day warning +0",
      ])
    for (path, data) in try site.tree() {
      #expect(!path.contains("zavtra") && !path.contains("ranshe") && !path.contains("plan.txt"))
      for secret in ["Завтрашний", "zavtra", "потаённое", "Тайный выпуск"] {
        #expect(data.firstRange(of: Data(secret.utf8)) == nil, "\(path): \(secret)")
      }
    }
    #expect(try site.read("public/keysy/posle.html").contains("что будет"))
    site.day = .day(try CalendarDate(parsing: "2026-06-02"))
    #expect(
      try site.build().report.entries.map { $0.diagnostic.line } == [
        "content/bulletins/two.md:4:8 waits-for-its-day warning"
      ])
    for path in ["keysy/zavtra.html", "ranshe.html", "keysy/zavtra/plan.txt"] { #expect(site.exists("public/" + path)) }
    for path in [
      "keysy/index.html", "index.html", "feed.xml", "sitemap.xml", "keysy/posle.html", "pedagogi/ilina.html",
    ] {
      #expect(try site.read("public/" + path).contains("zavtra"), "\(path)")
    }
  }

  // MARK: Builds of one day and of the next

  @Test func aNewDayIsANewBuildAndTheSameDayIsNone() throws {
    let site = try TemporarySite()
    let moments = [1_780_300_800, 1_780_333_200].map(BuildDay.moment)
    #expect(try site.build { $0.today = moments[0] }.published?.isUnchanged == false)
    #expect(try site.build { $0.today = moments[1] }.published?.isUnchanged == true, "another hour of the same day")
    #expect(try site.build().published?.isUnchanged == true, "the day by its name")
    site.day = .day(try CalendarDate(parsing: "2026-06-02"))
    #expect(try site.build().published?.isUnchanged == false)
    #expect(try site.build().published?.isUnchanged == true)
  }

  @Test func aRebuildOfTheNextDayIsWhatACleanBuildGives() throws {
    let site = try TemporarySite([
      "content/cases/zavtra.md": TemporarySite.material(title: "Завтра", published: "2026-06-02"),
      "content/events/krug.md":
        "---\ntitle: Круг\nform: клуб\nstart: 2026-06-01\ntask: Встретиться.\ninitiators: [ilina]\n---\n",
    ])
    let rebuilder = SiteRebuilder(site.options)
    _ = try rebuilder.build()
    #expect(try rebuilder.build().published?.renderedCount == 0)
    let next = BuildDay.day(try CalendarDate(parsing: "2026-06-02"))
    let rebuilt = try #require(try rebuilder.build(on: next).published)
    #expect(rebuilt.renderedCount > 0)
    let clean = try TemporarySite.copy(of: site)
    clean.day = next
    _ = try clean.build()
    func pages(_ site: TemporarySite) throws -> [String: Data] { try site.tree().filter { !$0.key.hasPrefix(".") } }
    #expect(try pages(site) == pages(clean))
  }

  /// What days alone do to a network that was right: warnings, never an error.
  @Test(arguments: ["2027-11-27", "2036-02-29", "9999-12-31"])
  func daysThatPassStopNoBuild(day: String) throws {
    var options = SiteBuilder.Options(today: .day(try CalendarDate(parsing: day)))
    options.siteFolder = SitePagesTests.repository
    #expect(try SiteBuilder(options).checkSharingTheme().report.errorCount == 0)
  }
}
