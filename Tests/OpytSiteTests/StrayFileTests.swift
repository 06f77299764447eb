import Foundation
import OpytDiagnostics
import Testing

@testable import OpytNetwork
@testable import OpytSite

/// Files that stand where they should not, or are called what they should not: each is told once, with what to do.
@Suite struct StrayFileTests {
  private static let other = TemporarySite.material(title: "Другая ссора", body: "Другой текст.\n")

  /// What is told, as `path code severity: words`.
  private func told(_ site: TemporarySite) throws -> [String] {
    try SiteBuilder(site.options).checkSharingTheme().report.entries.map { entry in
      let diagnostic = entry.diagnostic
      let words = [diagnostic.message.russian, diagnostic.suggestion?.value, diagnostic.advice?.russian]
      return "\(diagnostic.location.file) \(diagnostic.code.rawValue) \(diagnostic.severity.rawValue): "
        + words.compactMap { $0 }.joined(separator: "; ")
    }
  }

  // MARK: Copies

  static let copyNames = [
    "ssora (1)", "ssora (12)", "ssora(2)", "ssora — копия", "ssora – копия", "ssora - копия", "ssora-копия",
    "ssora — копия (2)", "ssora — копия 3", "ssora_копия", "Копия ssora", "Копия (2) ssora", "копия-ssora",
    "ssora copy",
    "ssora copy 2", "ssora - Copy", "ssora - Copy (3)", "Copy of ssora", "Copy (2) of ssora", "ssora-kopiya",
    "ssora (конфликтующая копия 2026-03-12)", "ssora (conflicted copy)", "SSORA (1)",
  ]

  @Test(arguments: copyNames)
  func aCopyWithTheSameContentIsAnError(name: String) throws {
    let site = try TemporarySite(["content/cases/\(name).md": TemporarySite.network["content/cases/ssora.md"]])
    let problems = try told(site)
    #expect(problems.count == 1, "\(problems)")
    #expect(
      problems.first?.hasPrefix(
        "content/cases/\(name).md file-copied error: копия файла content/cases/ssora.md: содержание одно и то же; удалите"
      )
        == true, "\(problems)")
  }

  @Test(arguments: copyNames)
  func aCopyThatWasChangedIsAWarning(name: String) throws {
    let site = try TemporarySite(["content/cases/\(name).md": Self.other])
    let problems = try told(site)
    #expect(problems.count == 1, "\(problems)")
    #expect(problems.first?.hasPrefix("content/cases/\(name).md file-copied warning: имя") == true, "\(problems)")
    #expect(problems.first?.contains("похоже на копию документа content/cases/ssora.md") == true)
  }

  @Test(arguments: [
    "photocopy", "ssora 2", "копилка", "ssora-1", "(1)", "копия", "copy", "kopilka (игра)", "kop",
  ])
  func otherNamesAreNoCopies(name: String) throws {
    let site = try TemporarySite(["content/cases/\(name).md": Self.other])
    let problems = try told(site).filter { $0.contains("file-copied") }
    #expect(problems.isEmpty)
    #expect(CopyName.original(of: name) == nil)
  }

  /// A Mac calls copies «ogorod 2», and people anything.
  @Test(arguments: [("ssora 2", "ssora"), ("a", "ssora"), ("ya-nazvala", "ssora")])
  func theSameContentTellsACopyUnderAnyName(name: String, original: String) throws {
    let site = try TemporarySite(["content/cases/\(name).md": TemporarySite.network["content/cases/ssora.md"]])
    let problems = try told(site)
    #expect(problems.count == 1 && problems.first?.contains(" file-copied error: копия файла") == true, "\(problems)")
  }

  /// Names are addresses, and those are written small.
  @Test(arguments: [("Ssora", true), ("SSORA", true), ("Ssora", false), ("sSora", false)])
  func capitalLettersTellTheCopy(name: String, isSame: Bool) throws {
    let text = isSame ? TemporarySite.network["content/cases/ssora.md"] : Self.other
    let problems = try told(try TemporarySite(["content/cases/\(name).md": text]))
    #expect(problems.count == 1, "\(problems)")
    let code = isSame ? "file-copied error: копия файла" : "id-duplicate error: имя «\(name)» уже занято файлом"
    #expect(problems.first?.hasPrefix("content/cases/\(name).md \(code) content/cases/ssora.md") == true, "\(problems)")
  }

  @Test func ofThreeThatAreTheSameTwoAreCopies() throws {
    let text = TemporarySite.network["content/cases/ssora.md"]
    let problems = try told(
      try TemporarySite([
        "content/cases/Ssora.md": text, "content/cases/ssora (1).md": text, "content/cases/a.md": Self.other,
      ]))
    #expect(problems.count == 2, "\(problems)")
    #expect(
      problems.allSatisfy { $0.contains("file-copied error: копия файла content/cases/ssora.md:") }, "\(problems)")
  }

  @Test(arguments: ["ogorod (1)", "ogorod — копия", "Копия ogorod"])
  func aCopiedFolderIsToldOnce(name: String) throws {
    let text = TemporarySite.project(title: "Огород", fields: "attachments: [{file: plan.pdf, title: План}]")
    var files = TemporarySite.network
    for folder in ["ogorod", name] {
      files["content/projects/\(folder)/index.md"] = text
      files["content/projects/\(folder)/plan.pdf"] = "%PDF-1.4\n"
    }
    let problems = try told(try TemporarySite(basedOn: files))
    #expect(problems.count == 1, "\(problems)")
    #expect(problems.first?.hasPrefix("content/projects/\(name)/index.md file-copied error") == true)
  }

  @Test func aCopyOfAnIndexBesideIt() throws {
    let site = try TemporarySite(basedOn: TemporarySite.network)
    try site.write(TemporarySite.project(title: "Огород"), to: "content/projects/ogorod/index.md")
    try site.write(TemporarySite.project(title: "Огород 2"), to: "content/projects/ogorod/index (1).md")
    let problems = try told(site)
    #expect(problems.count == 1 && problems.first?.contains("похоже на копию документа") == true, "\(problems)")
  }

  /// What is wrong with both is told of the one that stays, and what refers to the copy is not told of as well.
  @Test func aCopyTellsNothingElse() throws {
    let broken = TemporarySite.material(title: "Спор", fields: "deficits: [netu]")
    let site = try TemporarySite([
      "content/cases/spor.md": broken, "content/cases/spor (1).md": broken,
      "content/cases/igra.md": TemporarySite.material(title: "Игра", fields: "based_on: [\"spor (1)\"]"),
    ])
    let problems = try told(site)
    #expect(problems.count == 2, "\(problems)")
    #expect(problems.contains { $0.hasPrefix("content/cases/spor.md reference-unresolved") })
  }

  @Test(arguments: ["projects (1)", "проекты — копия", "Копия проекты"])
  func aCopiedFolderOfAKind(name: String) throws {
    let site = try TemporarySite(["content/\(name)/a.md": Self.other])
    let problems = try told(site)
    #expect(problems.count == 1 && problems.first?.contains("file-copied error: папка похожа на копию") == true)
  }

  // MARK: Wrong kinds

  @Test(arguments: [
    ("spor.md.txt", "spor.md", true), ("spor.MD.TXT", "spor.md", true), ("spor.markdown", "spor.md", true),
    ("спор.мд", "spor.md", true), ("Мой спор.md.txt", "moy-spor.md", true), ("spor.md.docx", "spor.md", false),
    ("spor.md.odt", "spor.md", false),
    ("spor.md.rtf", "spor.md", false), ("spor.md ", "spor.md", true), ("spor.md.", "spor.md", true),
    ("spor.txt", "spor.md", true), ("spor", "spor.md", true), ("spor.yaml", "spor.md", true),
  ])
  func aDocumentWithAWrongEnding(name: String, meant: String, isText: Bool) throws {
    let site = try TemporarySite([
      "content/cases/\(name)": Self.other,
      // What refers to it is not told of as well.
      "content/cases/igra.md": TemporarySite.material(title: "Игра", fields: "based_on: [\(meant.dropLast(3))]"),
    ])
    let problems = try told(site)
    let advice =
      isText ? "переименуйте файл в «\(meant)»" : "сохраните его как обычный текст (UTF-8) под именем «\(meant)»"
    #expect(
      problems == [
        "content/cases/\(name) name-invalid error: документ не прочитан: его имя кончается не на .md; \(advice)"
      ])
  }

  @Test(arguments: ["spor.docx", "spor.txt", "spor.odt", "spor.pdf", "spor.doc", "spor.rtf"])
  func aLoneText(name: String) throws {
    let site = try TemporarySite(["content/cases/\(name)": "Просто текст."])
    let problems = try told(site)
    #expect(
      problems.count == 1 && problems.first?.contains("сохраните его текст в файл «spor.md»") == true, "\(problems)")
    #expect(problems.first?.contains("file-unused warning") == true)
  }

  @Test func anAttachmentIsNoDocument() throws {
    let site = try TemporarySite([
      "content/cases/plan.md.txt": "---\nплан\n", "content/cases/zapis.txt": "---\nзапись\n",
      "content/cases/ssora.md": TemporarySite.material(
        title: "Ссора", fields: "attachments: [{file: plan.md.txt, title: План}]", body: "[Запись](zapis.txt)\n"),
    ])
    #expect(try told(site).isEmpty)
  }

  @Test(arguments: ["Index.md", "INDEX.MD", "INDEX.md", "iNdex.Md"])
  func anIndexInOtherLetters(name: String) throws {
    let site = try TemporarySite([
      "content/cases/spor/\(name)": Self.other,
      "content/cases/igra.md": TemporarySite.material(title: "Игра", fields: "based_on: [spor]"),
    ])
    #expect(
      try told(site) == [
        "content/cases/spor/\(name) name-invalid error: имя «\(name)» пишется строчными буквами; переименуйте файл в index.md"
      ])
  }

  @Test(arguments: ["index.md", "Index.md", "INDEX.MD"])
  func anIndexRightInAKindsFolder(name: String) throws {
    let site = try TemporarySite(["content/cases/\(name)": Self.other])
    let problems = try told(site)
    #expect(
      problems.count == 1 && problems.first?.contains("лежит прямо в папке «кейсы» (cases)") == true, "\(problems)")
  }

  // MARK: Wrong places

  @Test(arguments: [
    ("проекты/ogorod.md", "проекты", "переложите её: content/проекты"),
    ("projects/ogorod/index.md", "projects", "переложите её: content/projects"),
    ("Кейсы/2026/spor.md", "Кейсы", "переложите её: content/Кейсы"),
  ])
  func documentsBesideTheContentFolder(path: String, told expected: String, advice: String) throws {
    let site = try TemporarySite([
      path: Self.other,
      "content/cases/igra.md": TemporarySite.material(title: "Игра", fields: "based_on: [ogorod]"),
    ])
    let problems = try told(site).filter { !$0.hasPrefix("content/cases/igra.md") || path.contains("ogorod") }
    #expect(problems.count == 1, "\(problems)")
    #expect(problems.first?.hasPrefix("\(expected) folder-unknown error") == true, "\(problems)")
    #expect(problems.first?.contains(advice) == true, "\(problems)")
  }

  /// Somebody may keep it there on purpose.
  @Test func aDocumentBesideTheContentFolderIsAWarning() throws {
    let problems = try told(try TemporarySite(["ogorod.md": Self.other]))
    #expect(problems.count == 1 && problems.first?.hasPrefix("ogorod.md folder-unknown warning") == true, "\(problems)")
  }

  @Test(arguments: ["pages/readme.txt", "projects/notes.md", "README.md", "events/.hidden.md", "docs/a.md"])
  func whatOthersKeepBesideTheContentFolderIsLeftAlone(path: String) throws {
    let site = try TemporarySite([path: "# Заметки\n"])
    #expect(try told(site).isEmpty)
  }

  @Test func aDocumentRightInTheContentFolderIsToldOnce() throws {
    let site = try TemporarySite([
      "content/spor.md": Self.other,
      "content/cases/igra.md": TemporarySite.material(title: "Игра", fields: "based_on: [spor]"),
    ])
    let problems = try told(site)
    #expect(problems.count == 1 && problems.first?.contains("content/projects") == true, "\(problems)")
  }

  @Test(arguments: [
    ("Проекты", nil), ("ПРОЕКТЫ", nil), ("Projects", nil), ("Мастер классы", nil), ("мастер_классы", nil),
    ("партнеры", nil), ("proekty", "проекты"), ("проект", "проекты"), ("project", "projects"), ("projekts", "projects"),
    ("keysy", "кейсы"), ("sady", "сады"), ("люди", "педагоги"), ("мероприятия", "события"),
    ("Методические кейсы", "кейсы"),
    ("Детские сады", "сады"), ("мастер-класс", "мастер-классы"), ("kases", "cases"), ("прoекты", "проекты"),
    ("ghjtrns", "проекты"), ("направление", "направления"),
  ])
  func namesOfFoldersThatAreNearlyRight(name: String, meant: String?) throws {
    let site = try TemporarySite()
    try FileManager.default.createDirectory(atPath: site.path("content/\(name)"), withIntermediateDirectories: true)
    let expected = meant.map { ["content/\(name) folder-unknown error \($0)"] } ?? []
    #expect(try site.problems() == expected)
  }

  // MARK: Aside

  @Test(arguments: [
    ("content/readme.md", "памятка «readme.md»"), ("content/README.md", "памятка «README.md»"),
    ("content/cases/Readme.MD", "памятка «Readme.MD»"), ("content/кейсы/ПРОЧТИ МЕНЯ.md", "памятка «ПРОЧТИ МЕНЯ.md»"),
    ("content/cases/_шаблон.md", "образец «_шаблон.md»"), ("content/cases/образец.md", "образец «образец.md»"),
    ("content/_template.md", "образец «_template.md»"),
  ])
  func whatKeepersKeepIsAWarning(path: String, words: String) throws {
    let problems = try told(try TemporarySite([path: "# Как у нас заведено\n"]))
    #expect(problems.count == 1, "\(problems)")
    #expect(problems.first?.hasPrefix("\(path) folder-unknown warning: \(words) – не материал") == true, "\(problems)")
  }

  @Test func aFormMayBeginAsDocumentsDo() throws {
    let problems = try told(try TemporarySite(["content/cases/_шаблон.md": "---\nназвание:\n---\n"]))
    #expect(problems.count == 1 && problems.first?.contains("образец «_шаблон.md»") == true, "\(problems)")
    #expect(try told(try TemporarySite(["content/cases/readme.md": Self.other])).isEmpty)
  }

  @Test func theHomePageIsMadeByTheProgram() throws {
    let problems = try told(try TemporarySite(["content/index.md": Self.other]))
    #expect(problems.count == 1 && problems.first?.contains("главную страницу сайта программа собирает сама") == true)
  }

  @Test(arguments: ["spor.md.md", "spor.MD.md"])
  func anEndingTwice(name: String) throws {
    let site = try TemporarySite([
      "content/cases/\(name)": Self.other,
      "content/cases/igra.md": TemporarySite.material(title: "Игра", fields: "based_on: [spor]"),
    ])
    #expect(
      try told(site) == [
        "content/cases/\(name) name-invalid error: имя «\(name)» кончается на .md дважды; переименуйте файл в «spor.md»"
      ])
  }

  // MARK: Nothing yet

  @Test func anEmptyContentFolderTellsWhatToBeginWith() throws {
    let site = try TemporarySite(basedOn: ["site-config.json": TemporarySite.configuration])
    for folder in ["content", "content/сады"] {
      try FileManager.default.createDirectory(atPath: site.path(folder), withIntermediateDirectories: true)
      let entries = try SiteBuilder(site.options).check().report.entries
      #expect(entries.map(\.diagnostic.line) == ["content file-missing warning"])
      #expect(entries.first?.diagnostic.advice?.russian.contains("content/сады/sad-1.md") == true)
    }
    // The lines that are shown make a document without a fault.
    let snippet = try SiteBuilder(site.options).check().report.entries.first?.diagnostic.snippet?.russian
    try site.write(try #require(snippet) + "\n", to: "content/сады/sad-1.md")
    #expect(try told(site).isEmpty)
  }

  // MARK: Once

  /// That a document has an error keeps nothing else from being told.
  @Test(arguments: [
    ("content/cases/b.md", "---\nа: б: в\n---\n", ["content/cases/plan.pdf", "content/projects/karta.pdf"]),
    ("content/cases/b.md", "---\nа: б: в\n---\nфайл «PLAN.pdf».\n", ["content/projects/karta.pdf"]),
    ("content/cases/b.md", "---\nвложения: [{файл: plan.pdf}]\n---\n", ["content/projects/karta.pdf"]),
    (
      "content/cases/b.md", "---\nа: б: в\n---\n[п](../projects/karta.pdf)\n",
      ["content/cases/plan.pdf", "content/projects/karta.pdf"]
    ),
    ("content/b.md", "---\nа: б\n---\n[п](projects/karta.pdf) и cases/plan.pdf\n", []),
  ])
  func unusedFilesBesideErrors(path: String, text: String, unused: [String]) throws {
    let site = try TemporarySite([
      path: text, "content/cases/plan.pdf": "%PDF-1.4", "content/projects/karta.pdf": "%PDF-1.4",
    ])
    let told = try told(site)
    #expect(told.contains { $0.contains(" error: ") })
    #expect(
      told.filter { $0.contains("file-unused") }.compactMap { $0.split(separator: " ").first.map(String.init) }
        == unused, "\(told)")
  }

  @Test func aFileThatLiesElsewhere() throws {
    let site = try TemporarySite([
      "content/projects/Plan.pdf": "%PDF-1.4", "content/cases/foto.jpg.jpg": "x",
      "content/cases/ssora.md": TemporarySite.material(
        title: "Ссора", fields: "attachments: [{file: plan.pdf, title: А}, {file: netu.pdf, title: Б}]",
        body: "![Ф](foto.jpg)\n"),
    ])
    let told = try told(site)
    #expect(told.count == 3, "\(told)")
    #expect(
      told.contains {
        $0.hasSuffix(
          "такой файл лежит в другой папке: content/projects/Plan.pdf; переложите его сюда: content/cases/plan.pdf")
      }, "\(told)")
    #expect(
      told.contains { $0.hasSuffix("нет файла «netu.pdf»; положите его сюда: content/cases/netu.pdf") }, "\(told)")
    #expect(told.contains { $0.hasSuffix("нет файла «foto.jpg»; foto.jpg.jpg") }, "\(told)")
  }

  @Test(arguments: [
    #"[п](C:\Users\plan.docx)"#, "[п](file:///C:/Users/plan.docx)", "[п](D:/plan.docx)",
    #"[п](<\\server\Мои файлы\plan.docx>)"#,
    "[п](С:/plan.docx)", "[п](/home/olga/plan.docx)", "[п](~/plan.docx)", "<file:///C:/plan.docx>",
    "![п](D:/plan.docx)",
  ])
  func aPathOfTheAuthorsComputer(link: String) throws {
    let site = try TemporarySite([
      "content/cases/ssora.md": TemporarySite.material(title: "Ссора", body: link + "\n")
    ])
    let told = try told(site)
    #expect(told.count == 1, "\(told)")
    #expect(told.first?.hasPrefix("content/cases/ssora.md link-forbidden error: путь «") == true, "\(told)")
    #expect(told.first?.hasSuffix("напишите только его имя: plan.docx") == true, "\(told)")
  }

  @Test func aRefusedFileIsNotUnusedAsWell() throws {
    let site = try TemporarySite([
      "site-config.json":
        #"{"title": "А", "base_url": "https://opyt.example/", "limits": {"attachment_megabytes": 1}}"#,
      "content/cases/virus.exe": "MZ", "content/cases/karta.svg": "<svg/>",
      "content/cases/bolshoy.pdf": String(repeating: "x", count: 2 << 20), "content/cases/plan.pdf": "%PDF-1.4",
      "content/cases/ssora.md": TemporarySite.material(
        title: "Ссора",
        fields: """
          attachments: [{file: virus.exe, title: А}, {file: bolshoy.pdf, title: Б}, {file: plann.pdf, title: В}]
          """,
        body: "![Карта](karta.svg)\n"),
    ])
    let codes = try SiteBuilder(site.options).checkSharingTheme().report.entries.map(\.diagnostic.code.rawValue)
      .sorted()
    #expect(codes == ["attachment-forbidden", "attachment-forbidden", "file-missing", "file-too-large"])
  }

  @Test(arguments: ["cases", "кейсы"])
  func oneIDInTwoFoldersIsToldOnce(folder: String) throws {
    let site = try TemporarySite([
      "content/\(folder)/2026/ssora.md": Self.other,
      "content/cases/igra.md": TemporarySite.material(title: "Игра", fields: "based_on: [ssora]"),
    ])
    let problems = try told(site)
    #expect(problems.count == 1 && problems.first?.contains("id-duplicate error") == true, "\(problems)")
  }

  @Test(arguments: [
    "~$ssora.docx", ".~lock.ssora.odt#", "Thumbs.db", "thumbs.db", ".DS_Store", "desktop.ini", "Desktop.ini",
    "~WRL0001.tmp", "ssora.md~", "ssora.md.bak", "#ssora.md#", "._ssora.md", "__MACOSX/ssora.md", "ssora.tmp",
  ])
  func whatProgramsLeaveBehindIsIgnored(name: String) throws {
    let site = try TemporarySite(["content/cases/\(name)": "x", "content/\(name)": "x"])
    #expect(try told(site).isEmpty)
  }
}
