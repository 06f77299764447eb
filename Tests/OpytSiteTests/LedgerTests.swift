import Foundation
import OpytDiagnostics
import OpytModel
import OpytText
import Testing

@testable import OpytFiles
@testable import OpytSite

/// An address that was published once answers for ever, or says that its page was removed.
@Suite struct LedgerTests {
  private static let file = "content/addresses.txt"
  private static let removedWords = "Материал снят с публикации"

  /// A network of two cases, with a ledger of its pages.
  private static func site(_ ledger: String? = nil, _ files: [String: String] = [:]) throws -> TemporarySite {
    let site = try TemporarySite(["content/cases/dar.md": TemporarySite.material(title: "Дар")])
    try site.write(files)
    let all = "keysy/dar.html\nkeysy/ssora.html\nnapravleniya/sreda.html\nsady/sad-5.html\n"
    try site.write(ledger ?? all, to: file)
    return site
  }

  private static func remove(_ name: String, from site: TemporarySite) throws {
    try FileManager.default.removeItem(atPath: site.path(name))
  }

  private static func run(_ site: TemporarySite, _ words: String...) throws -> OpytCommand.Result {
    try OpytCommand.run(words + ["--site", site.folder])
  }

  // MARK: What vanishes

  /// What is done to the network, and what is told of it.
  struct Edit: Sendable, CustomTestStringConvertible {
    let testDescription: String
    let problems: [String]
    let make: @Sendable (TemporarySite) throws -> Void

    init(_ name: String, _ problems: [String], _ make: @escaping @Sendable (TemporarySite) throws -> Void) {
      testDescription = name
      self.problems = problems
      self.make = make
    }
  }

  static let edits = [
    Edit("nothing", []) { _ in },
    Edit("a new document", []) { try $0.write(TemporarySite.material(title: "Новый"), to: "content/cases/novyy.md") },
    Edit("a document is gone", ["content/addresses.txt:1:1 address-vanished error"]) {
      try remove("content/cases/dar.md", from: $0)
    },
    Edit("a renamed one", ["content/addresses.txt:2:1 address-vanished error keysy/ssory.html"]) { site in
      try remove("content/cases/ssora.md", from: site)
      try site.write(TemporarySite.material(title: "Ссора"), to: "content/cases/ssory.md")
    },
    Edit("another name altogether", ["content/addresses.txt:2:1 address-vanished error keysy/kak-delili-mashinu.html"])
    { site in
      try remove("content/cases/ssora.md", from: site)
      try site.write(TemporarySite.material(title: "Машина"), to: "content/cases/kak-delili-mashinu.md")
    },
    Edit("another kind", ["content/addresses.txt:2:1 address-vanished error proekty/ssora.html"]) { site in
      try remove("content/cases/ssora.md", from: site)
      try site.write(TemporarySite.project(title: "Ссора"), to: "content/projects/ssora.md")
    },
    Edit("another slug", ["content/addresses.txt:2:1 address-vanished error keysy/ssora-iz-za-mashiny.html"]) { site in
      try site.write(
        TemporarySite.material(title: "Ссора", fields: "slug: ssora-iz-za-mashiny"), to: "content/cases/ssora.md")
    },
    Edit("a renamed one that keeps its old address", []) { site in
      try remove("content/cases/ssora.md", from: site)
      try site.write(
        TemporarySite.material(title: "Ссора", fields: "aliases: [keysy/ssora.html]"), to: "content/cases/spor.md")
    },
    Edit("a draft", ["content/addresses.txt:1:1 address-vanished error"]) {
      try $0.write(TemporarySite.material(title: "Дар", fields: "status: draft"), to: "content/cases/dar.md")
    },
    Edit("for members only", ["content/addresses.txt:1:1 address-vanished error"]) {
      try $0.write(TemporarySite.material(title: "Дар", fields: "visibility: members"), to: "content/cases/dar.md")
    },
    Edit("one that waits for its day", []) {
      try $0.write(TemporarySite.material(title: "Дар", published: "2026-06-02"), to: "content/cases/dar.md")
    },
    // It is not known what it was: that is told, and nothing of its address.
    Edit("a document that can't be read", ["content/cases/dar.md:2:8 yaml-invalid error"]) {
      try $0.write("---\ntitle: [\n---\n", to: "content/cases/dar.md")
    },
    Edit("an accepted removal", []) { site in
      try remove("content/cases/dar.md", from: site)
      try site.change(file) { $0.replacing("keysy/dar.html", with: "- keysy/dar.html 2026-05-30") }
    },
    Edit("removed on one side of a merge", []) { site in
      try remove("content/cases/dar.md", from: site)
      try site.change(file) { $0 + "- keysy/dar.html 2026-05-30\n" }
    },
    Edit("a person without consent", []) { site in
      try site.change(file) { $0 + "pedagogi/orlova.html\n" }
    },
    Edit("an address of no kind", ["content/addresses.txt:5:1 address-vanished error"]) { site in
      try site.change(file) { $0 + "gde-to/zdes.html\n" }
    },
    Edit("an empty ledger", []) { try $0.write("", to: file) },
    Edit("no ledger", []) { site in
      try remove(file, from: site)
      try remove("content/cases/dar.md", from: site)
    },
    Edit("a broken line", ["content/addresses.txt:5:1 ledger-invalid error"]) { site in
      try site.change(file) { $0 + "ssora\n" }
    },
  ]

  @Test(arguments: edits)
  func whatVanishesIsToldAtItsLine(edit: Edit) throws {
    let site = try Self.site()
    try edit.make(site)
    let problems = try site.problems().filter { !$0.contains(" warning") }
    if edit.testDescription.contains("can't be read") {
      #expect(problems.count == 1 && problems.allSatisfy { $0.hasPrefix("content/cases/dar.md") }, "\(problems)")
    } else {
      #expect(problems == edit.problems)
    }
    // A build tells the same, and publishes nothing that lost an address.
    #expect((try site.build().published == nil) == !edit.problems.isEmpty)
  }

  @Test func theMessageSaysWhatToDo() throws {
    let site = try Self.site()
    try Self.remove("content/cases/ssora.md", from: site)
    try site.write(TemporarySite.material(title: "Ссора"), to: "content/cases/ssory.md")
    try site.write(TemporarySite.material(title: "Дар", fields: "status: draft"), to: "content/cases/dar.md")
    let told = try Self.run(site, "check").output
    #expect(told.contains("content/addresses.txt:2:1: ошибка: по адресу «keysy/ssora.html»"), "\(told)")
    #expect(told.contains("возможно, «keysy/ssory.html» («Ссора»)"), "\(told)")
    #expect(told.contains("допишите в content/cases/ssory.md строку «старые_адреса: [keysy/ssora.html]»"))
    #expect(told.contains("opyt ledger --accept"))
    #expect(told.contains("документ есть, но это черновик"))
    // As it says, so it is mended.
    try site.write(
      TemporarySite.material(title: "Ссора", fields: "старые_адреса: [keysy/ssora.html]"), to: "content/cases/ssory.md")
    try site.write(TemporarySite.material(title: "Дар"), to: "content/cases/dar.md")
    #expect(try Self.run(site, "check").exitCode == 0)
  }

  /// A kind that has no old addresses is told so: what can't be written is not asked for.
  @Test func aRenamedDirectionIsToGetItsNameBack() throws {
    let site = try Self.site()
    try Self.remove("content/directions/sreda.md", from: site)
    try site.write("---\ntitle: Среда\nsummary: О среде.\n---\n", to: "content/directions/sredy.md")
    for name in ["dar", "ssora"] {
      try site.change("content/cases/\(name).md") { $0.replacing("[sreda]", with: "[sredy]") }
    }
    let told = try Self.run(site, "check").output
    #expect(told.contains("верните файлу content/directions/sredy.md прежнее имя"), "\(told)")
    #expect(!told.contains("старые_адреса"))
    try site.change(Self.file) { $0.replacing("napravleniya/sreda", with: "partnyory/teatr") }
    let gone = try Self.run(site, "check").output
    #expect(gone.contains("partnyory/teatr.html") && gone.contains("верните файл"), "\(gone)")
    #expect(!gone.contains("старые_адреса"))
  }

  // MARK: What was removed

  @Test func aRemovedPageSaysSoAndNothingElse() throws {
    let site = try Self.site("- keysy/tayna.html 2026-05-30\n- sady/sad-9.html 2026-05-30\nkeysy/ssora.html\n")
    let published = try #require(try site.build().published)
    let page = try site.words("public/keysy/tayna.html")
    #expect(page.contains("<h1>\(Self.removedWords)</h1>"), "\(page)")
    #expect(page.contains("страницу сняли с публикации 30 мая 2026 г."))
    #expect(page.contains(#"<meta name="robots" content="noindex">"#))
    #expect(page.contains(#"href="../keysy/index.html""#) && page.contains(#"href="../index.html""#))
    #expect(!page.contains("canonical"))
    #expect(try site.words("public/sady/sad-9.html").contains("<h1>Страница снята с публикации</h1>"))
    // Nothing leads there, and no list, feed or map knows of it; nor is the ledger itself published.
    for (path, bytes) in try site.tree() where !path.hasPrefix(".opyt-") && !path.hasSuffix("tayna.html") {
      #expect(!String(decoding: bytes, as: UTF8.self).contains("tayna"), "\(path)")
    }
    #expect(!site.exists("public/addresses.txt"))
    #expect(published.pageCount == (try site.tree().keys.count { $0.hasSuffix(".html") }))
    #expect(try Self.run(site, "audit").exitCode == 0)
  }

  /// Whoever wants the address has it, and nobody is told of two.
  @Test(arguments: [
    ("content/cases/tayna.md", TemporarySite.material(title: "Тайна"), "<h1>Тайна</h1>"),
    (
      "content/cases/spor.md", TemporarySite.material(title: "Спор", fields: "aliases: [keysy/tayna.html]"),
      #"content="0; url=../keysy/spor.html""#
    ),
  ])
  func whatIsPublishedAgainTakesItsPlace(name: String, text: String, words: String) throws {
    let site = try Self.site("- keysy/tayna.html 2026-05-30\n", [name: text])
    #expect(try site.problems().isEmpty)
    _ = try site.build()
    #expect(try site.words("public/keysy/tayna.html").contains(words))
    let result = try Self.run(site, "ledger", "--accept")
    #expect(result.exitCode == 0 && result.output.contains("Снова на сайте"), "\(result.told)")
    #expect(try site.read(Self.file).split(separator: "\n").contains("keysy/tayna.html"))
  }

  @Test func theMembersEditionHasNoLedger() throws {
    let site = try Self.site("- keysy/tayna.html 2026-05-30\nkeysy/net-takogo.html\nне адрес\n")
    let outcome = try site.build {
      $0.edition = .members
      $0.output = site.path("members")
    }
    #expect(outcome.published != nil)
    #expect(!site.exists("members/keysy/tayna.html"))
    #expect(try site.build().published == nil)
  }

  /// What a removed page says does not depend on what stands at its place, closed.
  @Test(arguments: ["status: draft", "visibility: members"])
  func aClosedDocumentLeavesNoByteInARemovedPage(field: String) throws {
    let ledger = "- keysy/tayna.html 2026-05-30\n"
    let (with, without) = (
      try Self.site(
        ledger, ["content/cases/tayna.md": TemporarySite.material(title: "Тайнослово", fields: field)]),
      try Self.site(ledger)
    )
    #expect(try with.build().published != nil && without.build().published != nil)
    #expect(try with.tree() == without.tree())
  }

  // MARK: The command

  @Test func theCommandShowsAndRecords() throws {
    let site = try Self.site()
    try Self.remove(Self.file, from: site)
    let first = try Self.run(site, "ledger")
    #expect(first.exitCode == 0 && first.output.contains("keysy/dar.html") && first.output.contains("ещё нет"))
    #expect(!site.exists(Self.file), "it only looks")
    let accepted = try Self.run(site, "ledger", "--accept")
    #expect(accepted.exitCode == 0 && accepted.output.asWritten.contains("4 адреса"), "\(accepted.told)")
    let text = try site.read(Self.file)
    let lines = text.split(separator: "\n").filter { !$0.hasPrefix("#") }
    // People are not in it.
    #expect(lines == ["keysy/dar.html", "keysy/ssora.html", "napravleniya/sreda.html", "sady/sad-5.html"])
    #expect(try Self.run(site, "ledger", "--accept").output.contains("Записывать нечего"))
    #expect(try Self.run(site, "ledger").output.contains("Всё на месте"))
    #expect(try site.read(Self.file) == text)

    try Self.remove("content/cases/dar.md", from: site)
    #expect(try Self.run(site, "ledger").exitCode == 1)
    #expect(try site.read(Self.file) == text)
    let removal = try Self.run(site, "ledger", "--accept", "--format", "json")
    #expect(removal.exitCode == 0)
    let object = try #require(try JSONSerialization.jsonObject(with: Data(removal.output.utf8)) as? [String: Any])
    let told = try #require(object["ledger"] as? [String: Any])
    #expect(told["vanished"] as? [String] == ["keysy/dar.html"] && told["written"] as? Bool == true)
    #expect(try site.read(Self.file).contains("\n- keysy/dar.html 2026-06-01\n"))
    // The day stays the one on which it was recorded.
    #expect(try Self.run(site, "ledger", "--accept", "--today", "2026-07-01").output.contains("Записывать нечего"))
    #expect(try Self.run(site, "build").exitCode == 0)
    #expect(try site.words("public/keysy/dar.html").contains(Self.removedWords))
  }

  @Test func nothingIsRecordedOfASiteWithErrors() throws {
    let site = try Self.site()
    try Self.remove("content/cases/dar.md", from: site)
    try site.change("content/cases/ssora.md") { $0.replacing("[sreda]", with: "[nichego]") }
    let before = try site.read(Self.file)
    let result = try Self.run(site, "ledger", "--accept")
    #expect(result.exitCode == 1 && result.output.contains("сначала исправьте ошибки"), "\(result.told)")
    #expect(try site.read(Self.file) == before)
  }

  @Test func wordsOfTheAuthorsStay() throws {
    let site = try Self.site("# Наш список\r\nkeysy/ssora.html\r\n# о садах\r\nsady/sad-5.html\r\n")
    _ = try Self.run(site, "ledger", "--accept")
    #expect(try site.read(Self.file).hasPrefix("# Наш список\n# о садах\nkeysy/dar.html\n"))
  }

  // MARK: Built again

  @Test func anotherLedgerIsSeenByTheNextBuild() throws {
    let site = try Self.site()
    let past = Date(timeIntervalSinceNow: -3600)
    _ = try site.build()
    for ledger in ["- keysy/t1.html 2026-05-30\n", "- keysy/t2.html 2026-05-30\n"] {
      try site.write(ledger, to: Self.file)
      // Of the same size and the same time: its content tells.
      try FileManager.default.setAttributes([.modificationDate: past], ofItemAtPath: site.path(Self.file))
      #expect(try site.build().published?.isUnchanged == false)
      try RebuildTests.compareWithCleanBuild(site)
    }
    #expect(try site.build().published?.isUnchanged == true)
    #expect(site.exists("public/keysy/t2.html") && !site.exists("public/keysy/t1.html"))
  }

  @Test func aRebuilderFollowsTheLedger() throws {
    let site = try Self.site()
    let rebuilder = SiteRebuilder(site.options)
    _ = try rebuilder.build()
    for ledger in ["- keysy/t1.html 2026-05-30\n", "- keysy/t2.html 2026-05-30\n", "- keysy/t2.html 2026-05-29\n", ""] {
      try site.write(ledger, to: Self.file)
      #expect(try rebuilder.build().published != nil)
      try RebuildTests.compareWithCleanBuild(site)
    }
    try Self.remove("content/cases/dar.md", from: site)
    try site.write("keysy/dar.html\n", to: Self.file)
    #expect(try rebuilder.build().published == nil)
    try site.write("- keysy/dar.html 2026-05-30\n", to: Self.file)
    #expect(try rebuilder.build().published != nil)
    try RebuildTests.compareWithCleanBuild(site)
  }
}
