import Foundation
import OpytDiagnostics
import Testing

@testable import OpytOutputs
@testable import OpytPages
@testable import OpytSite

/// The page that proves a publication, and what keeps it from being given.
@Suite struct CertificateTests {
  private static func site() throws -> TemporarySite {
    let site = try TemporarySite.allKinds()
    try site.change("site-config.json") { text in
      guard let brace = text.firstIndex(of: "{") else { return text }
      return
        #"{"certificate": {"signer": "Е. Н. Белова", "position": "Директор", "organization": "Методический центр"},"#
        + text[text.index(after: brace)...]
    }
    return site
  }

  private static func run(_ site: TemporarySite, _ words: [String]) throws -> OpytCommand.Result {
    try OpytCommand.run(
      ["certificate"] + words + ["--site", site.folder, "--today", "2026-04-01", "--base-url", "https://opyt.example/"])
  }

  private static func number(_ page: String) throws -> String {
    String(try #require(page.firstMatch(of: #/№ (\d{4}-\d{4}-\d{4})/#)).1)
  }

  @Test func itTellsAllThatProvesThePublication() throws {
    let site = try Self.site()
    let result = try Self.run(site, ["projects/ogorod"])
    #expect(result.exitCode == 0, "\(result.errors)")
    let page = result.output.asWritten
    for words in [
      "Справка о публикации", "Огород на окне", "проект",
      "Ильина Марина Сергеевна, воспитатель, методист, Детский сад № 5 «Кувшинка», Детский сад № 10",
      "Орлова Вера Павловна, педагог-психолог, Детский сад № 10", "12 марта 2026 г.", "1 апреля 2026 г.",
      "https://opyt.example/proekty/ogorod-na-okne.html", "Е. Н. Белова", "Директор", "Методический центр",
    ] {
      #expect(page.contains(words), "\(words)")
    }
    #expect(!page.contains("Выдана:"))
    // One file, which asks for nothing.
    #expect(page.hasPrefix("<!doctype html>") && page.hasSuffix("</html>\n"))
    #expect(page.contains("@page") && page.contains("size: A4"))
    #expect(!page.contains("<script") && !page.contains("<link") && !page.contains("<img") && !page.contains("src="))
    #expect(page.contains(#"role="img" aria-label="QR-код: https://opyt.example/proekty/ogorod-na-okne.html""#))
    #expect(result.errors.contains("Готово: справка № \(try Self.number(page))"))
  }

  /// What somebody became afterwards is not what they published as.
  @Test func authorsStandAsTheyWorkedOnTheDayOfPublication() throws {
    let site = try Self.site()
    try site.change("content/people/orlova.md") { text in
      text.replacing(
        "сад: sad-10\n", with: "сад: sad-10\nместа_работы: [{сад: sad-10, должность: методист, по: 2026-03-12}]\n")
    }
    try site.change("content/seminars/igra.md") { $0.replacing("authors: [orlova]", with: "authors: [ilina]") }
    for (words, isTold) in [("Орлова Вера Павловна, методист, Детский сад № 10", true), ("педагог-психолог", false)] {
      for options in [[], ["--person", "orlova"]] {
        let page = try Self.run(site, ["projects/ogorod"] + options).output.asWritten
        #expect(page.contains(words) == isTold, "\(words): \(page)")
      }
    }
  }

  @Test(arguments: ["ilina", "Ильина Марина Сергеевна", "ильина"])
  func oneAuthorGetsOneOfTheirOwn(person: String) throws {
    let site = try Self.site()
    let page = try Self.run(site, ["projects/ogorod", "--person", person]).output.asWritten
    #expect(
      page.contains(
        "Выдана: <strong>Ильина Марина Сергеевна</strong>, воспитатель, методист, Детский сад № 5 «Кувшинка», Детский сад № 10."
      ))
    #expect(page.contains("Орлова Вера Павловна"), "the others are authors as well")
  }

  @Test(arguments: [
    "projects/ogorod", "проекты/ogorod", "ogorod", "content/projects/ogorod/index.md", "projects/ogorod/",
    "Огород на окне",
    "«огород на окне»",
  ])
  func aMaterialIsNamedAsPeopleNameIt(word: String) throws {
    let result = try Self.run(try Self.site(), [word])
    #expect(result.exitCode == 0 && result.output.contains("Огород"), "\(result.errors)")
  }

  /// Whatever becomes of the text, on whatever day, wherever the site stands.
  @Test func theNumberIsTheSameWheneverItIsAskedFor() throws {
    let site = try Self.site()
    let first = try Self.number(try Self.run(site, ["projects/ogorod"]).output)
    try site.change("content/projects/ogorod/index.md") {
      $0.replacing("title: Огород на окне", with: "title: Сад на окне").replacing("[ilina, Орлова", with: "[Орлова")
    }
    let later = try OpytCommand.run(
      "certificate", "projects/ogorod", "--site", site.folder, "--today", "2026-06-01", "--base-url",
      "https://b.example/x/")
    #expect(try Self.number(later.output) == first)
    // Of another material, and of one author, it is another.
    let numbers = try [
      ["cases/spor"], ["projects/ogorod", "--person", "orlova"], ["cases/spor", "--person", "orlova"],
    ].map {
      try Self.number(try Self.run(site, $0).output)
    }
    #expect(Set(numbers + [first]).count == 4)
  }

  @Test(arguments: [
    (["projects/ogorot"], "возможно, projects/ogorod"), (["ogorod-na-okne"], "нет материала «ogorod-na-okne»"),
    (["projekty/ogorod"], "нет материала «projekty/ogorod»; возможно, projects/ogorod"),
    (["cases/ogorod"], "нет материала «cases/ogorod»"), ([""], "нет материала «»"),
    (["cases/chernovik"], "черновик и не опубликован"), (["cases/zakryto"], "открыт только участникам сети"),
    (["cases/potom"], "ещё не опубликован: он выйдет 1 мая 2026"), (["events/vstrecha"], "справку дают о материале"),
    (["people/ilina"], "справку дают о материале"),
    (["projects/ogorod", "--person", "ilna"], "нет автора «ilna»; возможно, ilina"),
    (["projects/ogorod", "--person", "ы"], "авторы: ilina (Ильина Марина Сергеевна), orlova"),
    (["seminars/igra", "--person", "ilina"], "Ильина Марина Сергеевна – не автор материала «Игра каждый день»"),
    (["seminars/igra", "--person", "tikhaya"], "на сайте не назван: нет действующего согласия"),
    (["projects/ogorod", "--output", "content/projects/spravka.html"], "лежит среди исходных файлов"),
  ])
  func whatKeepsItFromBeingGivenIsTold(words: [String], told: String) throws {
    let site = try Self.site()
    try site.write(
      TemporarySite.material(title: "Потом", published: "2026-05-01").replacing("ilina", with: "ilina"),
      to: "content/cases/potom.md")
    try site.write(
      "---\ntitle: Тихая Анна Ивановна\nposition: воспитатель\nkindergarten: sad-5\n---\n",
      to: "content/people/tikhaya.md")
    try site.change("content/seminars/igra.md") {
      $0.replacing("authors: [orlova]", with: "authors: [orlova, tikhaya]")
    }
    let absolute = words.map { $0.hasPrefix("content/projects/sp") ? site.path($0) : $0 }
    let result = try Self.run(site, absolute)
    #expect(result.exitCode == 2 && result.output.isEmpty, "\(result.told)")
    #expect(result.errors.asWritten.contains(told), "\(result.errors)")
  }

  @Test func withoutAnAddressThereIsNothingToProve() throws {
    let site = try TemporarySite(["site-config.json": #"{"title": "Сеть"}"#])
    let result = try OpytCommand.run("certificate", "cases/ssora", "--site", site.folder)
    #expect(result.exitCode == 2 && result.output.isEmpty)
    #expect(result.errors.contains("адрес сайта не указан"))
  }

  @Test func withAnErrorInTheContentThereIsNone() throws {
    let site = try TemporarySite()
    try site.change("content/cases/ssora.md") { $0.replacing("[sreda]", with: "[sredа]") }
    let result = try OpytCommand.run("certificate", "cases/ssora", "--site", site.folder)
    #expect(result.exitCode == 1 && result.output.isEmpty)
    #expect(result.errors.contains("Справка не напечатана"))
  }

  @Test func itIsSignedByHandWhereNobodyIsNamed() throws {
    let site = try TemporarySite()
    let result = try OpytCommand.run(
      "certificate", "cases/ssora", "--site", site.folder, "--output", site.path("s/a.html"))
    #expect(result.exitCode == 0 && result.output.isEmpty, "\(result.errors)")
    #expect(try site.read("s/a.html").contains(#"<p class="line"></p>"#))
    #expect(result.errors.contains("в \(site.path("s/a.html"))"))
  }

  // MARK: The code

  /// What a reader made of the same texts: the modules, a row a line, by another program (`qrencode -t ASCII`).
  @Test(arguments: ["https://opyt.example/", "https://opyt.example/proekty/ogorod-na-okne.html"])
  func finderPatternsAndFormatAreWhereReadersLook(text: String) throws {
    let code = try #require(QRCode(text))
    #expect((code.size - 17) % 4 == 0)
    for (x, y) in [(0, 0), (code.size - 7, 0), (0, code.size - 7)] {
      let rows = (0..<7).map { row in (0..<7).map { code[x + $0, y + row] ? "#" : "." }.joined() }
      #expect(rows == ["#######", "#.....#", "#.###.#", "#.###.#", "#.###.#", "#.....#", "#######"])
    }
    #expect(code[8, code.size - 8])
  }

  /// Read back module by module, as a camera's program does it, without correcting anything.
  @Test(arguments: [1, 13, 14, 15, 26, 27, 42, 62, 84, 106, 122, 152, 180, 181, 213, 300, 666, 2000, 2331])
  func whatIsDrawnIsRead(length: Int) throws {
    let alphabet = Array("https://opyt.example/proekty/ogorod-na-okne.html?абв")
    var text = String((0..<length).map { alphabet[$0 * 7 % 48] })
    while text.utf8.count > length { text.removeLast() }
    for mask in [QRCode.Mask.best, .fixed] {
      let code = try #require(QRCode(text, mask: mask))
      #expect(try QRReader(code).text() == text)
    }
  }

  @Test func whatIsTooLongIsNotDrawn() {
    #expect(QRCode(String(repeating: "a", count: 2332)) == nil)
  }

  /// Where another program is at hand that reads codes, it reads ours.
  @Test(.enabled(if: FileManager.default.isExecutableFile(atPath: "/usr/bin/zbarimg")))
  func anotherProgramReadsIt() throws {
    let site = try TemporarySite(basedOn: [:])
    for text in [
      "https://opyt.example/proekty/ogorod-na-okne.html", String(repeating: "https://a.example/", count: 12),
    ] {
      let code = try #require(QRCode(text))
      let side = code.side * 4
      var image = Array("P5 \(side) \(side) 255\n".utf8)
      for y in 0..<side {
        for x in 0..<side {
          let (column, row) = (x / 4 - QRCode.quietZone, y / 4 - QRCode.quietZone)
          let isInside = (0..<code.size).contains(column) && (0..<code.size).contains(row)
          image.append(isInside && code[column, row] ? 0 : 255)
        }
      }
      try site.write(image, to: "code.pgm")
      let process = Process()
      let output = Pipe()
      process.executableURL = URL(filePath: "/usr/bin/zbarimg")
      process.arguments = ["--quiet", "--raw", site.path("code.pgm")]
      process.standardOutput = output
      process.standardError = FileHandle.nullDevice
      try process.run()
      let read = String(decoding: output.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
      process.waitUntilExit()
      #expect(read.trimmingCharacters(in: .newlines) == text)
    }
  }

  // MARK: Portfolio

  @Test func aPersonHasAPortfolioByYears() throws {
    let site = try TemporarySite.allKinds()
    _ = try site.build()
    let page = try site.words("public/pedagogi/ilina.html")
    let section = try #require(page.firstMatch(of: #/<h2 id="opyt_portfolio">(?s:.*?)<\/section>/#)).0
    let rows = section.matches(
      of: #/<th scope="row"><a href="([^"]*)">([^<]*)<\/a><\/th><td>([^<]*)<\/td><td><time datetime="([^"]*)"/#
    ).map { "\($0.4) \($0.3): \($0.2)" }
    #expect(section.contains("2025/2026 учебный год"))
    #expect(
      rows == [
        "2026-03-12 автор: Огород на окне", "2026-03-10 инициатор события: Встреча о вопросах; первая",
        "2026-02-14 автор: Лэпбук за вечер", "2026-02-14 автор: Спор о поливе",
        "2026-02-12 провёл занятие: Лэпбук за вечер", "2026-01-22 наблюдал занятие коллег: Спор о поливе",
        "2026-01-15 провёл занятие: Спор о поливе", "2026-01-12 автор: Звуки за окном",
        "2025-10-16 выступление на семинаре: Открытие",
      ])
    #expect(try site.words("public/pedagogi/orlova.html").contains("вёл обсуждение на семинаре"))
    #expect(try site.words("public/pedagogi/orlova.html").contains("рассматривал как эксперт"))
  }
}
