import Foundation
import OpytDiagnostics
import OpytModel
import Testing

@testable import OpytSite
@testable import opyt

/// `opyt fields`: how each kind is written, from the schema.
@Suite struct FieldGuideTests {
  /// A network of nothing but the samples, and of a colleague whom they name as well.
  private static func network() throws -> TemporarySite {
    let site = try TemporarySite(basedOn: ["site-config.json": TemporarySite.configuration])
    for kind in Kind.allCases { try site.write(kind.sampleText, to: kind.samplePath) }
    try site.write(
      Kind.person.sampleText.replacing("Ильина Марина Сергеевна", with: "Орлова Татьяна Павловна")
        .replacing("С-2025-014", with: "С-2025-015"),
      to: "content/педагоги/orlova-tatyana.md")
    return site
  }

  @Test func theSamplesOfAllKindsMakeANetworkWithoutAnyProblem() throws {
    let site = try Self.network()
    #expect(try site.problems() == [])
    let outcome = try site.build()
    guard case .site(let published) = outcome.product else {
      Issue.record("no site")
      return
    }
    #expect(published.pageCount > Kind.allCases.count)
    for kind in Kind.allCases {
      let folder = kind.description.address
      #expect(site.exists("public/\(folder.isEmpty ? "" : folder + "/")\(kind.description.sample.id).html"), "\(kind)")
    }
  }

  /// `check` reads what a sample says: a slip in any of them is told.
  @Test func aSlipInASampleIsTold() throws {
    let site = try Self.network()
    for kind in Kind.allCases {
      let field = try #require(kind.fields.first { $0.isRequired })
      try site.change(kind.samplePath) {
        $0.replacing("\n\(field.russianName):", with: "\n\(field.russianName)ъъъъъъ:")
      }
    }
    let problems = try site.problems()
    for kind in Kind.allCases {
      #expect(problems.contains { $0.hasPrefix("\(kind.samplePath):2:1 key-unknown error") }, "\(kind)")
    }
  }

  @Test(arguments: Kind.allCases)
  func aSampleHasTheRussianNamesOfItsFields(kind: Kind) {
    let lines = kind.sampleText.components(separatedBy: "\n")
    for field in kind.sampleFields {
      #expect(lines.contains { $0.hasPrefix(field.russianName + ":") }, "\(field.russianName)")
      #expect(!lines.contains { $0.hasPrefix(field.name + ":") })
    }
  }

  @Test(arguments: Kind.allCases)
  func aSampleHasNoEnglishKey(kind: Kind) throws {
    let fields = try #require(kind.sampleText.components(separatedBy: "\n---\n").first)
    let keys = fields.split(separator: "\n").dropFirst().compactMap { line in
      line.firstMatch(of: /^[ -]*([^:"\[\]]+):/).map { String($0.1) }
    }
    #expect(keys.count >= kind.fields.count { $0.isRequired })
    #expect(keys.allSatisfy { !$0.contains(/[A-Za-z]/) }, "\(keys)")
  }

  // MARK: Fields

  private static func withNested(_ fields: [FieldDescription]) -> [FieldDescription] {
    fields.flatMap { field in
      switch field.type {
      case .record(let nested), .list(.record(let nested)): [field] + withNested(nested)
      default: [field]
      }
    }
  }

  @Test(arguments: Kind.allCases)
  func everyFieldIsToldWithItsNamesItsMeaningAndItsValues(kind: Kind) {
    let text = FieldGuide(kind).text
    let line = text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    for field in Self.withNested(kind.fields) {
      #expect(text.contains("\(field.russianName) (\(field.name))"))
      #expect(line.contains(field.meaning), "\(field.meaning)")
      switch field.type {
      case .term(let vocabulary), .list(.term(let vocabulary)):
        for entry in vocabulary.entries {
          let words = entry.label.split(whereSeparator: \.isWhitespace).joined(separator: " ")
          #expect(line.contains(words), "\(field.name): \(words)")
        }
      default: break
      }
    }
    #expect(text.contains("content/\(kind.russianFolder) или content/\(kind.folder)"))
    #expect(text.split(separator: "\n").allSatisfy { $0.count <= 90 || $0.contains("Например:") })
    let required = text.components(separatedBy: "\n\nМожно добавить:")[0]
    for field in kind.fields {
      #expect(required.contains("\n  \(field.russianName) (\(field.name))\n") == field.isRequired, "\(field.name)")
    }
    #expect(text.contains("Дата: 2026-03-12, 12.03.2026 или 12 марта 2026."))
  }

  @Test func limitsAreTold() {
    let text = FieldGuide(.masterClass).text
    #expect(text.contains("Целое число от 5 до 480."))
    #expect(text.split(whereSeparator: \.isWhitespace).joined(separator: " ").contains("не длиннее 500 знаков"))
    #expect(text.contains("      название (title) – обязательно\n          Название шага."))
  }

  // MARK: The command

  @Test func withoutAKindAllAreListedWithTheirFolders() throws {
    let result = try OpytCommand.run("fields")
    #expect(result.exitCode == 0 && result.errors.isEmpty)
    for kind in Kind.allCases {
      #expect(
        result.output.contains(kind.singular) && result.output.contains("content/\(kind.russianFolder) или "),
        "\(kind)")
    }
  }

  /// What the README shows of the command can be typed, and the records it shows are those of the sample.
  @Test func theReadmeShowsWhatThereIs() throws {
    let readme = try String(contentsOfFile: SitePagesTests.repository + "/README.md", encoding: .utf8)
    let calls = readme.matches(of: /(?m)^opyt (fields[^#>\n]*)/).map { $0.1.split(separator: " ").map(String.init) }
    #expect(calls.count >= 4)
    for call in calls { #expect(try OpytCommand.run(call).exitCode == 0, "\(call)") }
    let records = try #require(readme.firstMatch(of: /```yaml\n((?s).*?)```/)?.1)
    #expect(Kind.project.sampleText.contains(records), "\(records)")
  }

  /// A sample goes into a file by `>`: nothing but it is in standard output.
  @Test func aSampleIsPrintedAloneAndWhereToSaveItBesides() throws {
    let result = try OpytCommand.run("fields", "детский", "сад", "--sample")
    #expect(result.exitCode == 0)
    #expect(result.output == Kind.kindergarten.sampleText)
    #expect(result.errors.contains("content/сады/sad-5.md"))
    #expect(try OpytCommand.run("fields", "кейс", "--sample").errors.contains("(авторы, сады, направления)"))
  }

  @Test(arguments: [
    ("проект", Kind.project), ("Проекты", .project), ("projects", .project), ("master-classes", .masterClass),
    ("мастер класс", .masterClass), ("методический кейс", .methodicalCase), ("сад", .kindergarten),
    ("Детские сады", .kindergarten), ("партнер", .partner), ("события", .event), ("мероприятие", .event),
    ("план методической работы", .methodPlan), ("ПОС", .community), ("бюллетени", .bulletin), ("people", .person),
    ("page", .page),
  ])
  func aKindIsKnownByWhatPeopleCallIt(word: String, kind: Kind) {
    #expect(KindName(word).kind == kind)
  }

  @Test(arguments: [
    ("праект", "возможно, «проект»"), ("кейсс", "возможно, «кейс»"), ("ghjtrn", "возможно, «проект»"),
    ("мастеркласс", "возможно, «мастер-класс»"), ("сообщество педагогов", "возможно, «сообщество»"),
    ("обед", "есть: проект, мастер-класс, кейс"), ("eventss", "возможно, «событие»"),
  ])
  func anUnknownKindIsToldWithTheNearestOne(word: String, words: String) throws {
    #expect(KindName(word).kind == nil)
    #expect(
      KindName(word).problem.russian.contains("нет вида «\(word)»; \(words)"), "\(KindName(word).problem.russian)")
  }

  @Test(arguments: [
    (["fields", "праект"], "нет вида «праект»; возможно, «проект»"), (["fields", "--sample"], "не сказано, какой вид"),
    (["fields", "--samle"], "возможно, «--sample»"), (["fields", "кейс", "--образец"], "возможно, «--sample»"),
    (["поля"], "возможно, «opyt fields»"), (["образец", "кейс"], "возможно, «opyt fields»"),
  ])
  func aWrongCallIsTold(arguments: [String], words: String) throws {
    let result = try OpytCommand.run(arguments)
    #expect(result.exitCode == 2 && result.output.isEmpty)
    #expect(result.errors.hasPrefix("Ошибка: ") && result.errors.contains(words), "\(result.errors)")
    #expect(result.errors.contains("Справка: opyt help"))
  }
}
