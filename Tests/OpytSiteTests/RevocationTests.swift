import Foundation
import OpytDiagnostics
import OpytModel
import OpytText
import Testing

@testable import OpytSite

/// What `opyt revoke` lists is what a build without the consent changes, all of it and nothing else; and then no byte of
/// any output has the name or the photo.
@Suite struct RevocationTests {
  private static func revocation(_ number: String, _ site: TemporarySite) throws -> Revocation {
    let outcome = try SiteBuilder(site.options).revokeSharingTheme(number)
    guard case .revocation(let revocation) = outcome.product else {
      throw CocoaError(.fileReadUnknown, userInfo: ["": outcome.report.entries.map { $0.diagnostic.line }])
    }
    return revocation
  }

  /// All that a site gives: its files, tables and issues, by names as a ``Revocation`` has them.
  private static func outputs(_ site: TemporarySite) throws -> [String: Data] {
    #expect(try site.build().published != nil)
    var all = try site.tree().filter { !$0.key.hasPrefix(".opyt-") }
    for year in ["2023/2024", "2024/2025", "2025/2026", "2026/2027"] {
      let folder = "таблицы"
      _ = try SiteBuilder(site.options).report(year: year, output: site.path(folder))
      for (name, data) in try site.tree(folder) { all["\(year) \(name)"] = data }
    }
    for number in 1...2 {
      for format in BulletinFormat.allCases {
        guard
          case .bulletin(_, let bytes) = try SiteBuilder(site.options).bulletin("\(number)", as: format, output: nil)
            .product
        else { continue }
        all["№ \(number)", default: Data()] += Data(bytes)
      }
    }
    return all
  }

  private static func isOfEmptyYear(_ name: String) -> Bool {
    name.contains("pedagogi.csv") && !["2025/2026", "2026/2027"].contains { name.hasPrefix($0) }
  }

  private static func name(_ copy: Revocation.Copy) -> String {
    switch copy {
    case .issue(let number): "№ \(number)"
    case .table(let year, let file): "\(year.text) \(file)"
    }
  }

  private static func contains(_ word: String, _ data: Data) -> Bool {
    String(decoding: data, as: UTF8.self).replacing("\u{AD}", with: "").replacing("\r\n ", with: "")
      .replacing("\u{A0}", with: " ").contains(word)
  }

  /// The number, the file that names it, what is put behind it, words that only it allows.
  static let consents: [(String, String, String, [String])] = [
    ("С-1", "people/ilina.md", "\nwithdrawn: 2026-04-01", ["Ильин", "ilina"]),
    ("С-2", "people/orlova.md", "\nотозвано: 2026-04-01", ["Орлов", "orlova"]),
    ("С-5", "projects/ogorod/index.md", ", withdrawn: 2026-04-01", ["vesna"]),
  ]

  @Test(arguments: consents.indices)
  func theListIsWhatABuildChanges(index: Int) throws {
    let (number, file, withdrawal, words) = Self.consents[index]
    let site = try ClosedNetwork.site(hasClosed: true)
    let before = try Self.outputs(site)
    let revocation = try Self.revocation(number, site)
    #expect(revocation.number == number)
    #expect(revocation.uses.map(\.location.file) == ["content/" + file])
    #expect(revocation.words == [] && revocation.wordPages.isEmpty && revocation.samePictures.isEmpty)
    for word in words { #expect(before.contains { $0.key.contains(word) || Self.contains(word, $0.value) }) }

    try site.change("content/" + file) { $0.replacing("\(number)", with: number + withdrawal) }
    let after = try Self.outputs(site)
    let listed = (revocation.vanishing + revocation.changing).map(\.path) + revocation.copies.map(Self.name)
    // Tables of years that brought nothing have people in them all the same: they are meant by the others.
    let changed = Set(before.keys).union(after.keys).filter { before[$0] != after[$0] && !Self.isOfEmptyYear($0) }
    #expect(Set(listed) == changed)
    #expect(listed.count == Set(listed).count)
    #expect(revocation.vanishing.map(\.path) == before.keys.filter { after[$0] == nil && !$0.contains(" ") }.sorted())
    for word in words {
      let places = after.filter { $0.key.contains(word) || Self.contains(word, $0.value) }.map(\.key)
      #expect(places == [], "\(word)")
    }
    // There is nothing to do any more.
    let again = try Self.revocation(number, site)
    #expect(again.vanishing.isEmpty && again.changing.isEmpty && again.copies.isEmpty)
    #expect(again.uses.map(\.hasEnded) == again.uses.map { _ in true })
  }

  @Test func nothingIsChanged() throws {
    let site = try ClosedNetwork.site(hasClosed: true)
    _ = try site.build()
    let before = try site.tree(".")
    _ = try Self.revocation("С-1", site)
    #expect(try site.tree(".") == before)
  }

  /// Whoever is named in words stays named: that only people can mend.
  @Test(arguments: [
    ("Рассказывает Ильина Марина.", true), ("У Ильиной М. С. спросили.", true), ("Вместе с М.\u{A0}С. Ильиной.", true),
    ("Марина Сергеевна и Ильин\u{AD}а.", true), ("Ильинское озеро.", false),
    ("Никого.", false),
  ])
  func whoIsNamedInWordsIsTold(text: String, isTold: Bool) throws {
    let site = try TemporarySite()
    try site.change("content/cases/ssora.md") { $0 + "\n\(text)\n" }
    let revocation = try Self.revocation("С-1", site)
    let line = try site.read("content/cases/ssora.md").components(separatedBy: "\n").count - 1
    let told = revocation.words.map { "\($0.file):\($0.range?.start.line ?? 0)" }
    #expect(told == (isTold ? ["content/cases/ssora.md:\(line)"] : []))
    #expect(revocation.wordPages.map(\.path).contains("keysy/ssora.html") == isTold)
  }

  /// Where two have one surname, the first name or an initial tells who is meant.
  @Test(arguments: [
    ("Слово взяла Ильина Марина.", true), ("Слово взяла М. Ильина.", true), ("Слово взяла Ильина Ольга.", false),
  ])
  func namesakesAreToldApart(text: String, isTold: Bool) throws {
    let site = try TemporarySite()
    try site.write(
      try site.read("content/people/ilina.md").replacing("Ильина Марина Сергеевна", with: "Ильина Ольга Петровна")
        .replacing("С-1", with: "С-9"), to: "content/people/ilina-olga.md")
    try site.change("content/cases/ssora.md") { $0 + "\n\(text)\n" }
    #expect(try Self.revocation("С-1", site).words.isEmpty == !isTold)
  }

  @Test func theSamePictureUnderAnotherNameIsTold() throws {
    let site = try ClosedNetwork.site(hasClosed: false)
    try site.write(IssueNetwork.picture, to: "content/cases/kopiya.png")
    try site.change("content/cases/spor.md") { $0 + "\n![Весна](kopiya.png)\n" }
    #expect(try Self.revocation("С-5", site).samePictures.map(\.path) == ["keysy/spor/kopiya.png"])
  }

  /// A photo of several people vanishes with the consent of each of them.
  @Test(arguments: ["С-5", "С-6", "С-1"])
  func aPhotoOfSeveralVanishesWithEach(number: String) throws {
    let site = try ClosedNetwork.site(hasClosed: false)
    try site.change("content/projects/ogorod/index.md") { $0.replacing("С-5", with: "[С-5, С-6, С-1]") }
    let revocation = try Self.revocation(number, site)
    #expect(revocation.vanishing.map(\.path).contains("proekty/ogorod-na-okne/vesna.png"))
    #expect(revocation.uses.count == (number == "С-1" ? 2 : 1))
  }

  /// Two documents may have one number by mistake: both are listed.
  @Test func aNumberOfTwoPeopleListsBoth() throws {
    let site = try ClosedNetwork.site(hasClosed: false)
    try site.change("content/people/orlova.md") { $0.replacing("С-2", with: "c-1") }
    let revocation = try Self.revocation("С-1", site)
    #expect(revocation.uses.map(\.title).sorted() == ["Ильина Марина Сергеевна", "Орлова Вера Павловна"])
    // With her former address, the topic of help that nobody else knows about, and what they alone work as.
    #expect(
      revocation.vanishing.filter { !$0.isSearchIndex }.map(\.path)
        == [
          "dolzhnosti/index.html", "pedagogi/ilina.html", "pedagogi/orlova.html", "pedagogi/petrova.html",
          "pomosch/strategii/pauza.html",
        ])
  }

  // MARK: Numbers

  @Test(arguments: [
    "С-2025-014", "C-2025-014", "с-2025-014", "c-2025-014", " С-2025-014 ", "С – 2025 – 014", "С 2025 014",
    "«С-2025-014»", "С/2025/014", "С.2025.014", "№ С-2025-014", "С‑2025‑014", "С\u{AD}-2025-014",
  ])
  func aNumberIsFoundHoweverItIsTyped(typed: String) throws {
    let site = try TemporarySite()
    try site.change("content/people/ilina.md") { $0.replacing("С-1", with: "С-2025-014") }
    #expect(try Self.revocation(typed, site).number == "С-2025-014")
  }

  @Test(arguments: [
    ("С-2025-015", "записаны: «С-2025-014»"), ("2025-014", "возможно, «С-2025-014»"), ("С2025014", "С-2025-014"),
    ("С-20-25014", "С-2025-014"), ("", "записаны: «С-2025-014»"), ("Ильина", "записаны: «С-2025-014»"),
    (String(repeating: "9", count: 5000), "записаны: «С-2025-014»"), ("нет", "записаны: «С-2025-014»"),
  ])
  func anUnknownNumberIsToldWithTheNearest(typed: String, words: String) throws {
    let site = try TemporarySite()
    try site.change("content/people/ilina.md") { $0.replacing("С-1", with: "С-2025-014") }
    let outcome = try SiteBuilder(site.options).revokeSharingTheme(typed)
    #expect(outcome.product == nil)
    let told = outcome.report.entries.map(\.diagnostic)
    #expect(told.map(\.line) == ["content consent-unknown error"])
    let remedy = told.first?.advice?(in: .russian) ?? ""
    #expect(remedy.contains(words), "\(remedy)")
  }

  // MARK: The command

  @Test func theCommandTellsWhatToDo() throws {
    let site = try ClosedNetwork.site(hasClosed: false)
    let result = try OpytCommand.run(["revoke", "c-1", "--site", site.folder, "--today", "2026-04-01"])
    #expect(result.exitCode == 0 && result.errors == "", "\(result.errors)")
    for words in [
      "Согласие «С-1». По нему показаны:", "Ильина Марина Сергеевна – content/people/ilina.md:14", "С сайта исчезнут:",
      "pedagogi/ilina.html  https://opyt.example/set/pedagogi/ilina.html", "Изменятся:",
      "таблица pedagogi.csv за 2025/2026",
      "под строкой с номером добавьте «withdrawn: 2026-04-01»", "opyt build", "Ничего не изменено",
    ] {
      #expect(result.output.contains(words), "\(words): \(result.output)")
    }
    // What it says to add is understood.
    try site.change("content/people/ilina.md") { $0.replacing("С-1", with: "С-1\nwithdrawn: 2026-04-01") }
    let again = try OpytCommand.run(["revoke", "С-1", "--site", site.folder, "--today", "2026-04-01"])
    #expect(again.output.contains("уже не действует") && again.output.contains("Отмечать нечего"))
    #expect(!again.output.contains("исчезнут"))
  }

  @Test func programsGetOneObject() throws {
    let site = try ClosedNetwork.site(hasClosed: false)
    func object(_ number: String) throws -> (code: Int32, [String: Any]?) {
      let result = try OpytCommand.run([
        "revoke", number, "--site", site.folder, "--today", "2026-04-01", "--format", "json", "--quiet",
      ])
      return (result.exitCode, try JSONSerialization.jsonObject(with: Data(result.output.utf8)) as? [String: Any])
    }
    let (code, known) = try object("С-5")
    let revocation = known?["revocation"] as? [String: Any]
    #expect(code == 0)
    #expect((known?["diagnostics"] as? [Any])?.isEmpty == true)
    #expect(revocation?["number"] as? String == "С-5")
    let vanishing = revocation?["vanishing"] as? [[String: Any]]
    #expect(vanishing?.compactMap { $0["path"] as? String } == ["proekty/ogorod-na-okne/vesna.png"])
    let uses = revocation?["uses"] as? [[String: Any]]
    #expect(uses?.first?["kind"] as? String == "photo" && uses?.first?["photo"] as? String == "vesna.png")
    let (unknown, nothing) = try object("С-77")
    #expect(unknown == 1)
    #expect((nothing?["diagnostics"] as? [[String: Any]])?.first?["code"] as? String == "consent-unknown")
    #expect(nothing?["revocation"] == nil)
  }

  @Test func aNumberTypedWithoutQuotesIsOne() throws {
    let site = try TemporarySite()
    let words = ["revoke", "№", "С", "1", "--site", site.folder]
    #expect(try OpytCommand.run(words).exitCode == 0)
    #expect(try OpytCommand.run(["revoke", "--site", site.folder]).exitCode == 2)
  }

  @Test func errorsOfTheContentComeFirst() throws {
    let site = try TemporarySite()
    try site.change("content/cases/ssora.md") { $0.replacing("[sreda]", with: "[net]") }
    let result = try OpytCommand.run(["revoke", "С-1", "--site", site.folder])
    #expect(result.exitCode == 1)
    #expect(result.output.contains("reference-unresolved") && result.output.contains("сначала исправьте ошибки"))
  }

  /// In a strict network even that a consent has ended keeps the site from being built: that is told beforehand.
  @Test func whatWillHaveToBeMendedIsTold() throws {
    let site = try TemporarySite([
      "site-config.json": #"{"title": "Сеть", "base_url": "https://a.example/", "strict": ["consent-ended"]}"#
    ])
    let result = try OpytCommand.run(["revoke", "С-1", "--site", site.folder])
    #expect(result.exitCode == 0)
    #expect(result.output.contains("сайт не соберётся, пока не исправите и это:"), "\(result.output)")
    #expect(result.output.contains("content/people/ilina.md:5:10: предупреждение: "))
  }
}
