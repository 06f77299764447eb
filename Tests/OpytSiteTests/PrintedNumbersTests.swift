import Foundation
import OpytDiagnostics
import OpytLayout
import OpytModel
import OpytText
import Testing

@testable import OpytNetwork
@testable import OpytPages
@testable import OpytSite

/// Every number that is printed leads to a list of exactly that many entries.
@Suite struct PrintedNumbersTests {
  private static let repository = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent()
  private static let layoutsFolder = repository.appending(path: "layouts")

  enum Network: String, CaseIterable {
    case demonstration, allKinds, manyYears

    func site() throws -> TemporarySite {
      switch self {
      case .demonstration:
        let site = try TemporarySite(basedOn: [:])
        try FileManager.default.copyItem(
          atPath: repository.appending(path: "content").path(percentEncoded: false), toPath: site.path("content"))
        try site.write(
          #"{"title": "Сеть", "base_url": "https://opyt.example/", "report": true}"#, to: "site-config.json")
        return site
      case .allKinds: return try TemporarySite.allKinds()
      case .manyYears: return try ManyYearsNetwork.site()
      }
    }

    /// Fewer numbers than these, and the test would have looked at nothing.
    var least: Int { self == .allKinds ? 40 : 150 }
  }

  private static func built(_ network: Network) throws -> TemporarySite {
    let site = try network.site()
    let outcome = try site.build { $0.today = .on("2026-11-27") }
    #expect(
      outcome.product != nil, "\(outcome.report.entries.map(\.diagnostic).filter { $0.severity == .error }.map(\.line))"
    )
    return site
  }

  @Test(arguments: Network.allCases)
  func everyNumberLeadsToAsManyEntriesAndNoneIsPrintedWithoutItsList(_ network: Network) throws {
    let numbers = try PrintedNumbers(Self.built(network))
    let (count, problems) = numbers.walk()
    #expect(problems.isEmpty, "\(problems.count) of \(count): \(problems.prefix(20).joined(separator: "\n"))")
    #expect(count >= network.least)
    // Words of the theme only: what authors write of themselves is theirs.
    guard network != .demonstration else { return }
    let words = try Self.countedWords()
    #expect(words.contains("материала") && words.contains("событий"))
    #expect(numbers.unmarked(words) == [])
  }

  private static func countedWords() throws -> Set<String> {
    let strings = try BuiltInTheme.strings()
    let kinds = Kind.allCases.filter { $0 != .page }.flatMap { kind in [1, 2, 5].map { strings.counted(kind, $0) } }
    return Set(kinds.flatMap { $0.split(separator: " ").map(String.init) } + ["материал", "материала", "материалов"])
  }

  // MARK: Layouts

  /// Numbers of layouts that count nothing listed: they name, measure or number something.
  private static let measures: Set = [
    "number", "minutes", "reading_minutes", "width", "height", "capacity", "adults", "start", "end", "year", "turn",
    "cells_count",
    "value", "stage", "step",
  ]

  @Test func everyLayoutThatPrintsANumberMarksIt() throws {
    let numbers = Self.numberFields(SiteTheme.layoutRoots.map(\.type))
    #expect(numbers.contains("count"))
    let counting = numbers.subtracting(Self.measures)
    let strings = try Self.countingStrings(counting)
    #expect(strings.contains("materials_count"))
    for path in try FileManager.default.subpathsOfDirectory(atPath: Self.layoutsFolder.path(percentEncoded: false)) {
      guard path.hasSuffix(".mustache") else { continue }
      let text = try String(contentsOf: Self.layoutsFolder.appending(path: path), encoding: .utf8)
      #expect(Self.unmarked(text, counting, strings) == [], "\(path)")
    }
  }

  @Test(
    arguments: [
      ("<p>{{count}}</p>", 1), ("<p>Всего: {{strings.materials_count}}</p>", 1), ("<b>{{total.count}}</b>", 1),
      ("<p data-count=\"{{count}}\">{{strings.materials_count}}</p>", 0),
      ("{{#count}}\n<p>{{title}}</p>\n{{/count}}", 0),
      ("<p data-count=\"{{count}}\">x</p>\n<p>{{count}}</p>", 1),
    ])
  func aNumberThatIsNotMarkedIsFound(layout: String, expected: Int) {
    #expect(Self.unmarked(layout, ["count"], ["materials_count"]).count == expected)
  }

  /// The lines that print a counting field or string outside of an element that is marked.
  private static func unmarked(_ layout: String, _ numbers: Set<String>, _ strings: Set<String>) -> [String] {
    layout.split(separator: "\n").map(String.init).filter { line in
      !line.contains("data-count=")
        && line.matches(of: /\{\{(strings\.)?(?:[a-z_]+\.)*([a-z_]+)\}\}/).contains {
          $0.1 == nil ? numbers.contains(String($0.2)) : strings.contains(String($0.2))
        }
    }
  }

  private static func numberFields(_ types: [RecordType]) -> Set<String> {
    var names: Set<String> = []
    func visit(_ type: LayoutType, _ name: String) {
      switch type {
      case .number: names.insert(name)
      case .record(let type): for field in type.fields { visit(field.type, field.name) }
      case .list(let type): visit(type, name)
      case .text, .url, .html, .flag: break
      }
    }
    for type in types { visit(.record(type), "") }
    return names
  }

  private static func countingStrings(_ numbers: Set<String>) throws -> Set<String> {
    let bytes = try Data(contentsOf: layoutsFolder.appending(path: "strings/ru.json"))
    let table = try #require(JSONSerialization.jsonObject(with: bytes) as? [String: String])
    // «Автор» or «Авторы» goes by a number and prints none.
    let printing = table.filter { $0.value.contains("#") || $0.value.contains(/\{[a-z_]+\}/) }
    return Set(
      try printing.filter { try !numbers.isDisjoint(with: MessageFormat(parsing: $0.value).arguments.keys) }.keys)
  }
}
