import Foundation
import OpytDiagnostics
import OpytModel
import OpytText
import Testing

@testable import OpytFiles
@testable import OpytSite

/// The members' edition has all that is closed, says so, keeps to itself, and never meets the open site.
@Suite struct MembersEditionTests {
  private static func buildMembers(
    _ site: TemporarySite, _ output: String = "izdanie", _ change: (inout SiteBuilder.Options) -> Void = { _ in }
  ) throws -> SiteBuilder.Outcome {
    try site.build {
      $0.edition = .members
      $0.output = site.path(output)
      change(&$0)
    }
  }

  /// A network with a closed event.
  private static func network() throws -> TemporarySite {
    try TemporarySite([
      "content/events/tayna.md": """
      ---
      title: Сокровенная встреча
      form: клуб
      start: 2026-09-15
      task: Поговорить.
      initiators: [ilina]
      доступ: участникам
      ---
      """
    ])
  }

  // MARK: What stands in it

  @Test(arguments: [nil, "https://chleny.example/"])
  func everythingForMembersIsThereAndMarked(address: String?) throws {
    let site = try ClosedNetwork.site(hasClosed: true)
    let outcome = try Self.buildMembers(site) { $0.baseURL = address }
    #expect(outcome.published?.edition == .members, "\(outcome.report.entries.map { $0.diagnostic.line })")
    let tree = try site.tree("izdanie")
    var marked = 0
    for (kind, document) in ClosedNetwork.closedForMembers {
      let name = "\(kind.description.address)/\(document.name).html"
      let page = try site.words("izdanie/\(name.hasPrefix("/") ? String(name.dropFirst()) : name)")
      #expect(page.contains("Только для участников сети"), "\(name)")
      marked += 1
    }
    #expect(marked == Kind.allCases.filter { !$0.isMaterial && $0 != .kindergarten && $0 != .direction }.count)
    for name in ["keysy/zh-members.html", "keysy/zakryto.html", "proekty/zh-projects-members.html"] {
      #expect(try site.words("izdanie/\(name)").contains("<p class=\"members-only\">Только для участников сети</p>"))
    }
    // What is open is not called closed.
    for name in ["index.html", "keysy/spor.html", "sady/sad-5.html"] {
      #expect(try !site.words("izdanie/\(name)").contains("<p class=\"members-only\">Только для участников сети</p>"))
    }
    // Closed items of a development plan, and where they lead to.
    #expect(try site.words("izdanie/pedagogi/ilina.html").contains("Тайный пункт плана"))
    for (path, data) in tree where path.hasSuffix(".html") {
      #expect(String(decoding: data, as: UTF8.self).contains(#"<meta name="robots" content="noindex">"#), "\(path)")
    }
    #expect(try site.read("izdanie/robots.txt") == "User-agent: *\nDisallow: /\n")
    #expect(tree["feed.xml"] == nil && tree["sitemap.xml"] == nil)
    #expect(tree.filter { $0.key.hasSuffix(".xml") }.isEmpty)
    #expect(tree.values.allSatisfy { !String(decoding: $0, as: UTF8.self).contains("application/atom+xml") })
    // Members are no reason to show drafts, what waits, or who has given no consent.
    let all = tree.values.map { String(decoding: $0, as: UTF8.self).asWritten }.joined()
    for word in ["Незнакомова", "Скрытая задумка", "Ждущая затея", "Истекшева", "Скрытый снимок"] {
      #expect(!all.contains(word), "\(word)")
    }
    #expect(all.contains("opyt.example/keysy") == false, "the address of the open site is not that of this one")
  }

  @Test func theEditionIsSound() throws {
    let site = try ClosedNetwork.site(hasClosed: true)
    _ = try Self.buildMembers(site)
    let result = try OpytCommand.run("audit", site.path("izdanie"))
    #expect(result.exitCode == 0, "\(result.told)")
    #expect(result.output.contains("Издание для участников в \(site.path("izdanie")) цело"))
  }

  @Test func aPageThatSearchEnginesMayFindIsTold() throws {
    let site = try Self.network()
    try site.write("{{<base}}{{$robots}}{{/robots}}{{$main}}{{/main}}{{/base}}", to: "layouts/event.mustache")
    _ = try Self.buildMembers(site)
    let result = try OpytCommand.run("audit", site.path("izdanie"))
    #expect(result.exitCode == 1)
    #expect(result.output.contains("sobytiya/tayna.html"))
    #expect(result.output.contains("не закрыта от поисковых систем"))
    // Of the open site nobody asks that.
    _ = try site.build()
    #expect(try OpytCommand.run("audit", site.path("public")).exitCode == 0)
  }

  // MARK: Where it stands

  @Test(arguments: [
    ([], 2, "укажите отдельную папку"), (["--output", "public"], 2, "для открытого сайта"),
    (["--output", "public/izdanie"], 2, "для открытого сайта"), (["--output", "kopiya"], 2, "собран открытый сайт"),
    (["--output", "kopiya/vnutri"], 2, "собран открытый сайт"), (["--output", "izdanie"], 0, "издание для участников"),
    (["--output", "content/izdanie"], 2, "заменять нельзя"),
  ])
  func membersHaveAFolderOfTheirOwn(words: [String], exitCode: Int32, told: String) throws {
    let site = try Self.network()
    _ = try site.build { $0.output = site.path("kopiya") }
    let before = try site.tree("kopiya")
    let command = OpytCommand(["build", "--members"] + words)
    command.process.currentDirectoryURL = URL(filePath: site.folder)
    try command.process.run()
    let result = command.wait()
    #expect(result.exitCode == exitCode, "\(result.errors)")
    #expect(result.errors.contains(told), "\(result.errors)")
    #expect(try site.tree("kopiya") == before)
    #expect(!site.exists("public"))
    #expect(site.exists("izdanie") == (exitCode == 0))
  }

  @Test(arguments: [["--output", "izdanie"], ["--output", "izdanie/vnutri"], []])
  func theOpenSiteKeepsAwayFromThem(words: [String]) throws {
    let site = try Self.network()
    if words.isEmpty { try site.write(#"{"title": "Сеть", "output": "izdanie"}"#, to: "site-config.json") }
    // Where it is configured now it was built before it was.
    var options = site.options
    options.edition = .members
    options.output = site.path("izdanie")
    if words.isEmpty {
      try site.write(TemporarySite.configuration, to: "site-config.json")
      _ = try SiteBuilder(options).build()
      try site.write(#"{"title": "Сеть", "output": "izdanie"}"#, to: "site-config.json")
    } else {
      _ = try SiteBuilder(options).build()
    }
    let before = try site.tree("izdanie")
    let command = OpytCommand(["build"] + words)
    command.process.currentDirectoryURL = URL(filePath: site.folder)
    try command.process.run()
    let result = command.wait()
    #expect(result.exitCode == 2, "\(result.errors)")
    #expect(result.errors.contains("собрано издание для участников сети"), "\(result.errors)")
    #expect(try site.tree("izdanie") == before)
  }

  /// A manifest that is gone or damaged leaves no doubt where it matters: nothing closed gets there.
  @Test(arguments: [nil, "", "что угодно"])
  func whereTheEditionCantBeToldItIsOpen(manifest: String?) throws {
    let site = try Self.network()
    _ = try site.build { $0.output = site.path("kopiya") }
    let path = "kopiya/" + SiteManifest.fileName
    if let manifest {
      try site.write(manifest, to: path)
    } else {
      try FileManager.default.removeItem(atPath: site.path(path))
    }
    #expect(throws: SiteBuilder.Failure.self) { try Self.buildMembers(site, "kopiya") }
    #expect(!site.exists("kopiya/sobytiya/tayna.html"))
  }

  @Test func aManifestTellsItsEdition() throws {
    let entry = SiteManifest.Entry(path: "a.html", size: 3, digest: .init(of: [1, 2, 3]))
    for isForMembers in [false, true] {
      let bytes = SiteManifest([entry], isForMembers: isForMembers).bytes
      #expect(SiteManifest(bytes)?.isForMembers == isForMembers)
      #expect(SiteManifest(bytes)?.entries.map(\.path) == ["a.html"])
      #expect(SiteManifest.paths(in: bytes) == ["a.html"])
      #expect(SiteManifest.entryCount(in: bytes) == 1)
      #expect(SiteManifest(Array(bytes.dropLast(2))) == nil)
    }
    // The mark can't be put on or taken off without being seen.
    let bytes = SiteManifest([entry], isForMembers: true).bytes
    #expect(SiteManifest(Array(bytes.drop { $0 != UInt8(ascii: "\n") }.dropFirst())) == nil)
  }

  // MARK: From build to build

  @Test func eachEditionRemembersItself() throws {
    let site = try Self.network()
    for _ in 0..<2 {
      _ = try site.build()
      _ = try Self.buildMembers(site)
    }
    #expect(try site.build().published?.isUnchanged == true)
    #expect(try Self.buildMembers(site).published?.isUnchanged == true)
    #expect(site.exists("izdanie/sobytiya/tayna.html") && !site.exists("public/sobytiya/tayna.html"))
    // One that opens is seen by both.
    try site.change("content/events/tayna.md") { $0.replacing("доступ: участникам", with: "доступ: открыто") }
    #expect(try site.build().published?.isUnchanged == false)
    #expect(try Self.buildMembers(site).published?.isUnchanged == false)
    #expect(site.exists("public/sobytiya/tayna.html"))
    #expect(try !site.words("izdanie/sobytiya/tayna.html").contains("<p class=\"members-only\">Только"))
  }

  @Test func theMemoryOfOneIsOfNoUseToTheOther() throws {
    let site = try Self.network()
    _ = try site.build()
    let memory = try Data(contentsOf: URL(filePath: site.path(".opyt-memory")))
    _ = try Self.buildMembers(site)
    try memory.write(to: URL(filePath: site.path(".opyt-memory-members")))
    let outcome = try Self.buildMembers(site)
    #expect(outcome.published?.isUnchanged == false)
    #expect(site.exists("izdanie/sobytiya/tayna.html"))
  }

  @Test func aRebuiltEditionStaysOne() throws {
    let site = try Self.network()
    var options = site.options
    options.edition = .members
    options.output = site.path("izdanie")
    let rebuilder = SiteRebuilder(options)
    _ = try rebuilder.build()
    try site.change("content/events/tayna.md") { $0.replacing("Поговорить", with: "Обсудить") }
    #expect(try rebuilder.build().published?.edition == .members)
    #expect(try OutputFolder.isForMembers(site.path("izdanie")))
    #expect(try site.words("izdanie/sobytiya/tayna.html").contains("Обсудить"))
  }

  @Test func itDoesNotShrinkByAccident() throws {
    var files = TemporarySite.network
    for number in 1...40 {
      files["content/cases/spor-\(number).md"] = TemporarySite.material(
        title: "Спор \(number)", fields: "visibility: members", body: "Текст № \(number).\n")
    }
    let site = try TemporarySite(basedOn: files)
    _ = try site.build()
    _ = try Self.buildMembers(site)
    for number in 1...30 { try FileManager.default.removeItem(atPath: site.path("content/cases/spor-\(number).md")) }
    #expect(try site.build().published != nil, "the open site has lost nothing")
    let outcome = try Self.buildMembers(site)
    #expect(outcome.published == nil)
    #expect(outcome.report.entries.map(\.diagnostic.code) == [.siteShrinks])
  }

  // MARK: Consents

  @Test func aWithdrawalIsToldOfEachEdition() throws {
    let site = try Self.network()
    func told(_ words: String...) throws -> String {
      try OpytCommand.run(["revoke", "С-1", "--site", site.folder] + words).output
    }
    let (open, members) = (try told(), try told("--members"))
    #expect(!open.contains("sobytiya/tayna.html") && members.contains("sobytiya/tayna.html"))
    #expect(open.contains("opyt revoke С-1 --members") && !members.contains("opyt revoke С-1 --members"))
    #expect(members.hasPrefix("Издание для участников сети."))
    #expect(!site.exists(".opyt-memory-members"))
    // Where nothing is closed there is no other edition to look at.
    try FileManager.default.removeItem(atPath: site.path("content/events/tayna.md"))
    #expect(try !told().contains("--members"))
  }

  // MARK: Words

  /// A page may say what the site shows, never that there is nothing else.
  @Test(arguments: [false, true])
  func noPageSaysThatThereIsNothing(hasClosed: Bool) throws {
    let site = try ClosedNetwork.site(hasClosed: hasClosed)
    _ = try site.build()
    let denials = [
      "ничего нет", "ничем не восполн", "пока нет", "не выбрана", "Соответствия нет", "Темы нет", "Сообщества нет",
      "предстоит описать", "ни одного",
    ]
    for (path, data) in try site.tree() where !path.hasSuffix(".js") && !path.hasSuffix(".png") {
      let text = String(decoding: data, as: UTF8.self).asWritten
      for words in denials { #expect(!text.contains(words), "\(path): \(words)") }
    }
  }
}
