import Foundation
import OpytCatalogue
import OpytDiagnostics
import OpytModel
import Testing

@testable import OpytFiles
@testable import OpytNetwork
@testable import OpytOutputs
@testable import OpytPages
@testable import OpytSite

/// One issue of the bulletin on its own: for e-mail and for messengers.
@Suite struct BulletinIssueTests {
  private func printed(
    _ format: BulletinFormat, _ changes: [String: String] = [:], number: String = "4",
    _ change: (inout SiteBuilder.Options) -> Void = { _ in }
  ) throws -> String {
    let site = try IssueNetwork.site(changes)
    var options = site.options
    change(&options)
    let outcome = try SiteBuilder(options).bulletin(number, as: format, output: nil)
    guard case .bulletin(Int(number), let bytes) = outcome.product else {
      Issue.record("\(outcome.report.entries.map { $0.diagnostic.line })")
      return ""
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  // MARK: Both formats

  @Test(arguments: BulletinFormat.allCases, [false, true])
  func membersOnlyNeverAppearsAndDraftsOnlyWhenAsked(format: BulletinFormat, drafts: Bool) throws {
    let text = try printed(format) { $0.includesDrafts = drafts }
    #expect(text.contains("Спор у\u{A0}окна") && text.contains("Круг о\u{A0}вопросах"))
    #expect(!text.contains(IssueNetwork.secret) && !text.contains("Незримова"))
    #expect(text.contains(IssueNetwork.draft) == drafts)
  }

  @Test(arguments: BulletinFormat.allCases)
  func whatTheEditorNamesIsLeftOutWhereItIsNotPublished(format: BulletinFormat) throws {
    let chosen = IssueNetwork.bulletin(
      4, "2026-03-01", "2026-03-31", fields: "items: [cases/proba, cases/spor]")
    let text = try printed(format, ["content/bulletins/vypusk-4.md": chosen])
    #expect(text.contains("Спор у\u{A0}окна") && !text.contains("Круг о\u{A0}вопросах"))
    #expect(!text.contains(IssueNetwork.draft))
    // What is for members only may not even be named.
    let site = try IssueNetwork.site(["content/bulletins/vypusk-4.md": chosen.replacing("proba", with: "tayna")])
    let outcome = try SiteBuilder(site.options).bulletin("4", as: format, output: nil)
    #expect(outcome.product.map { _ in true } == nil && outcome.report.errorCount == 1)
  }

  @Test(arguments: BulletinFormat.allCases)
  func withoutTheSitesAddressThereAreNoLinks(format: BulletinFormat) throws {
    let text = try printed(format, ["site-config.json": IssueNetwork.withoutAddress])
    #expect(text.contains("Спор у\u{A0}окна"))
    let links = PageLinks(text)
    #expect(links.inside.isEmpty)
    #expect(!text.contains("opyt.example") && !text.contains(".html"))
  }

  @Test func theAddressOfTheCallComesBeforeTheConfigurations() throws {
    let text = try printed(.text) { $0.baseURL = "https://drugoy.example/set" }
    #expect(text.contains("  https://drugoy.example/set/keysy/spor.html\n"))
    #expect(!text.contains("opyt.example"))
  }

  @Test(arguments: [
    ("7", "выпуска № 7 нет: есть № 1, № 4"), ("0", "выпуска № 0 нет: есть № 1, № 4"),
    ("9223372036854775807", "есть № 1, № 4"), ("четыре", "целое число"), ("-1", "целое число"), ("", "целое число"),
    ("99999999999999999999", "целое число"),
  ])
  func anUnknownNumberIsToldWithThoseThatAreThere(number: String, message: String) throws {
    let site = try IssueNetwork.site()
    let failure = #expect(throws: SiteBuilder.Failure.self) {
      try SiteBuilder(site.options).bulletin(number, as: .text, output: nil)
    }
    guard case .usage(let phrase) = failure else {
      Issue.record("\(String(describing: failure))")
      return
    }
    #expect(phrase(in: .russian).contains(message))
  }

  @Test func ofManyIssuesTheNearestAreNamed() {
    guard case .usage(let phrase) = SiteBuilder.Failure.noIssue(50, among: Array(1...40) + [60]) else { return }
    #expect(phrase(in: .russian) == "выпуска № 50 нет: ближайшие – № 34, № 35, № 36, № 37, № 38, № 39, № 40, № 60")
    guard case .usage(let none) = SiteBuilder.Failure.noIssue(1, among: []) else { return }
    #expect(none(in: .russian).contains("ни одного бюллетеня"))
  }

  // MARK: E-mail

  @Test func theMailIsOneFileThatFetchesNothing() throws {
    let html = try printed(.html)
    #expect(html.hasPrefix("<!doctype html>\n<html lang=\"ru\">"))
    for forbidden in ["<script", "<img", "<link", " src=", "url(", "@import", " style=", "<input", "Content-Security"] {
      #expect(!html.contains(forbidden), "\(forbidden)")
    }
    #expect(html.matches(of: /<style>/).count == 1)
    #expect(html.contains("prefers-color-scheme: dark"))
    #expect(PageLinks(html).inside.isEmpty, "all links are absolute")
  }

  @Test func theMailTellsTheWholeIssue() throws {
    let html = try printed(.html) { $0.today = .on("2026-03-31") }
    let parts: [String] = [
      "<h1>Весна &lt;в&gt; сети</h1>", "Бюллетень №\u{A0}4, 1–31\u{A0}марта\u{A0}2026\u{A0}г.",
      "<a href=\"https://opyt.example/keysy/spor.html\">спор</a>", "<a href=\"https://gorod.example/\">сайт</a>",
      "Окно с\u{A0}луком", "☑ сделано", "<h2><a href=\"https://opyt.example/napravleniya/sreda.html\">",
      "<h3><a href=\"https://opyt.example/keysy/spor.html\">Спор у\u{A0}окна</a></h3>\n<p class=\"kind\">методический кейс</p>\n<p>О\u{A0}чём это.</p>",
      "<p class=\"kind\">круглый стол</p>\n<p>Решить, кто спрашивает.</p>",
      "<h2>Новые сады в\u{A0}сети</h2>", "Детский сад №\u{A0}7", "<h2>Обновлённые материалы</h2>",
      "Давний случай", "href=\"https://opyt.example/byulleteni/vypusk-4.html\"",
    ]
    for part in parts {
      #expect(html.contains(part), "\(part)")
    }
  }

  /// Its links are those that were checked: an issue made of the one text and the links of the other would lead astray.
  @Test(arguments: [true, false])
  func aTextThatMovedSinceItWasCheckedIsToldAsSuch(stillThere: Bool) throws {
    let site = try IssueNetwork.site()
    let builder = SiteBuilder(site.options)
    let checked = try builder.checkSharingTheme(try builder.readConfiguration())
    let id = try #require(checked.catalogue.ids(of: .bulletin).first)
    let document = checked.network.graph[id].decoded
    let loader = builder.loader(checked.configuration, checked.theme)
    #expect(try loader.letter(of: document, in: checked.reading) != nil)
    if stillThere {
      try site.change(document.path) { $0 + "\nДругое.\n" }
    } else {
      try FileManager.default.removeItem(atPath: site.path(document.path))
    }
    let failure = #expect(throws: MachineFailure.self) { try loader.letter(of: document, in: checked.reading) }
    let words = failure?.explanation(in: .russian)
    #expect(words == (stillThere ? "файл изменился во время чтения" : "нет такого файла или папки"))
  }

  @Test func anIssueWithoutATextOrNewsIsStillAPage() throws {
    let html = try printed(
      .html, ["content/bulletins/vypusk-1.md": IssueNetwork.bulletin(1, "2020-01-01", "2020-01-31", body: "")],
      number: "1")
    #expect(html.contains("<h1>Бюллетень №\u{A0}1, 1–31\u{A0}января\u{A0}2020\u{A0}г.</h1>"))
    #expect(!html.contains("<h2>"))
    #expect(html.hasSuffix("</html>\n"))
  }

  /// A title that only says the number is no second one.
  @Test(arguments: ["Бюллетень №1", "Выпуск 1", "БЮЛЛЕТЕНЬ № 1"])
  func aTitleOfTheNumberAlone(title: String) throws {
    let network = [
      "content/bulletins/vypusk-1.md": IssueNetwork.bulletin(
        1, "2020-01-01", "2020-01-31", fields: "title: \(title)", body: "")
    ]
    let name = "Бюллетень №\u{A0}1, 1–31\u{A0}января\u{A0}2020\u{A0}г."
    let html = try printed(.html, network, number: "1")
    #expect(html.contains("<h1>\(name)</h1>") && html.split(separator: "<body>").last?.split(separator: "№").count == 2)
    #expect(try printed(.text, network, number: "1").hasPrefix(name + "\n"))
  }

  /// On the cover as well, the number stands once: above a title of its own, or in the heading.
  @Test(arguments: [("Весна", true), ("Бюллетень №1", false), ("", false)])
  func theCoverTellsTheNumberOnce(title: String, isAbove: Bool) throws {
    let site = try IssueNetwork.site([
      "content/bulletins/vypusk-1.md": IssueNetwork.bulletin(
        1, "2020-01-01", "2020-01-31", fields: title.isEmpty ? "" : "title: \(title)", body: "")
    ])
    _ = try site.build()
    let page = try site.words("public/byulleteni/vypusk-1.html")
    let cover = try #require(page.firstMatch(of: /<div class="booklet-cover">(?s:.*?)<\/div>/)).output
    #expect(cover.matches(of: /№/).count == 1, "\(cover)")
    #expect(cover.contains("<p class=\"kind\">") == isAbove)
  }

  // MARK: Messengers

  @Test func theDigestIsAPlainText() throws {
    #expect(
      try printed(.text) == """
        Весна <в> сети
        Бюллетень №\u{A0}4, 1–31\u{A0}марта\u{A0}2026\u{A0}г.

        Первое предложение. Второе\u{A0}— со\u{A0}ссылкой на\u{A0}спор & на\u{A0}сайт.

        Среда\u{A0}— третий учитель
        • Ссора (методический кейс)
          https://opyt.example/keysy/ssora.html
        • Круг о\u{A0}вопросах (круглый стол)
          https://opyt.example/sobytiya/krug.html
        • Спор у\u{A0}окна (методический кейс)
          https://opyt.example/keysy/spor.html

        Весь выпуск: https://opyt.example/byulleteni/vypusk-4.html

        """)
  }

  @Test func aLongIssueIsCountedToItsEnd() throws {
    var many: [String: String] = [:]
    for number in 10...99 {
      many["content/cases/mnogo-\(number).md"] = TemporarySite.material(
        title: "Случай номер \(number), о котором рассказали", published: "2026-03-25")
    }
    let text = try printed(.text, many)
    let shown = text.components(separatedBy: "\n• ").count - 1
    let more = try #require(text.firstMatch(of: /\nи\u{A0}ещё (\d+)\n/))
    #expect(shown + (Int(more.1) ?? 0) == 93)
    #expect(text.utf16.count < 4000 && text.utf16.count > 3800)
  }

  private static let mark = "е\u{301}\u{323}"

  /// Words with two units a scalar, with marks, and without any place to cut.
  @Test(
    arguments: [
      "Слово ", "👩‍👩‍👧‍👦 ", "\(mark)\(mark)\(mark) ", "а\u{A0}", "нетпробелов", "х", "Конец. ", "\u{600}\u{301} ",
    ], [1, 30, 700, 5000])
  func theDigestStaysUnderItsLimitAndCutsNoWordAndNoLink(unit: String, count: Int) throws {
    let long = String(repeating: unit, count: count).trimmingCharacters(in: .whitespaces)
    for url in [
      nil, "https://opyt.example/a.html", "https://opyt.example/\(String(repeating: "a", count: count)).html",
    ] {
      let entries = (1...60).map { BulletinDigest.Entry(title: $0 % 3 == 0 ? "Короткий" : long, kind: long, url: url) }
      let digest = BulletinDigest(
        title: long, issue: "Бюллетень № 1", introduction: [long, long],
        groups: [.init(title: long, entries: entries), .init(title: "Другое", entries: entries)], url: url,
        words: .init(more: { "и ещё \($0)" }, whole: { "Весь выпуск: \($0)" }))
      let text = digest.text
      #expect(text.utf16.count < 4000 && text.unicodeScalars.count < 4000)
      let words = Set((long + " Короткий Другое и ещё Бюллетень № 1 Весь выпуск: •").split { " \n".contains($0) })
      let bareWords = Set(words.map { $0.trimmingCharacters(in: ["."]) })
      for word in text.split(whereSeparator: { " \n".contains($0) }) {
        let bare = String(word).trimmingCharacters(in: ["(", ")", "…", "."])
        let isLink = url.map { $0 == word } ?? false
        let isWord = words.contains(word) || bareWords.contains(bare)
        #expect(isLink || isWord || Int(bare) != nil, "\(word.prefix(80))")
      }
      let shown = text.components(separatedBy: "\n• ").count - 1
      let omitted = text.firstMatch(of: /\nи ещё (\d+)\n/).flatMap { Int($0.1) } ?? 0
      #expect(shown + omitted == 120)
    }
  }

  private static let introductions: [(paragraphs: [String], limit: Int, expected: String?)] = [
    (["Одно. Два! Три?"], 100, "Одно. Два! Три?"), (["Одно. Два! Три?"], 10, "Одно. Два!"),
    (["В 2026 г. Сад открылся. Потом"], 25, "В 2026 г. Сад открылся."),
    (["Пишет М. С. Ильина. Потом"], 20, "Пишет М. С. Ильина."), (["«Да.» Нет."], 6, "«Да.»"),
    (["Слово, слово и слово."], 8, "Слово…"), (["Нетпробелов."], 5, nil), ([], 5, nil),
    (["Один.", "Два."], 20, "Один. Два."),
  ]

  @Test(arguments: introductions)
  func theIntroductionIsCutBetweenSentences(paragraphs: [String], limit: Int, expected: String?) {
    #expect(BulletinDigest.sentences(paragraphs, within: limit) == expected)
  }
}
