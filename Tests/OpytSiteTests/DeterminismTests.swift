import Foundation
import Testing

@testable import OpytFiles
@testable import OpytNetwork
@testable import OpytOutputs
@testable import OpytPages
@testable import OpytSite

/// The output depends on the input's bytes alone.
@Suite struct DeterminismTests {
  /// Strikethrough and tables on every page: libcmark-gfm goes wrong on them when it parses two texts at once.
  private static func network(count: Int) -> [String: String] {
    var files = TemporarySite.network
    files["content/people/orlova.md"] = """
      ---
      title: Орлова Вера Павловна
      position: педагог-психолог
      kindergarten: sad-5
      consent: С-2
      ---
      """
    for number in 1...count {
      let body = """
        ## Ход работы

        Мы ~~думали~~ знали, что *всё* выйдет ~~сразу~~ не сразу. Смотрите [соседний случай](spor-\(number % count + 1).md#itogi).

        | Шаг | ~~Было~~ | Стало |
        |:----|:--------:|------:|
        | \(number) | ~~ссора~~ | игра |

        - [x] ~~раз~~ два
        - [ ] https://opyt.example/\(number)

        ## Итоги

        Хорошо[^1].

        [^1]: Сноска ~~старая~~ новая.
        """
      files["content/cases/spor-\(number).md"] = TemporarySite.material(
        title: "Спор \(number)", published: "2026-0\(number % 5 + 1)-12", fields: "keywords: [ссора, игра]", body: body)
    }
    files["content/cases/ssora.md"] = TemporarySite.material(title: "Ссора").replacing(
      "[ilina]", with: "[ilina, orlova]")
    return files
  }

  @Test func oneThreadAndEightGiveTheSameSite() throws {
    let site = try TemporarySite(basedOn: Self.network(count: 300))
    _ = try site.build { $0.jobs = 1 }
    let expected = try site.tree()
    #expect(expected.count > 300)
    for _ in 1...3 {
      _ = try site.build {
        $0.jobs = 8
        $0.output = site.path("eight")
      }
      #expect(try site.tree("eight") == expected)
    }
  }

  @Test(arguments: [
    ["TZ": "Asia/Kamchatka", "LC_ALL": "C"], ["TZ": "America/Los_Angeles", "LC_ALL": "C.UTF-8", "LANG": "tr_TR.UTF-8"],
  ])
  func timeZoneAndLocaleDoNotMatter(environment: [String: String]) throws {
    let site = try TemporarySite(basedOn: Self.network(count: 30))
    _ = try site.build()
    let result = try OpytCommand.run(
      "build", "--quiet", "--site", site.folder, "--output", site.path("other"), environment: environment)
    #expect(result.exitCode == 0)
    #expect(try site.tree("other") == site.tree())
  }

  @Test func theOrderInWhichFilesWereMadeDoesNotMatter() throws {
    let network = Self.network(count: 60)
    let ascending = try TemporarySite(basedOn: [:])
    let descending = try TemporarySite(basedOn: [:])
    let paths = network.keys.sorted()
    for path in paths { try ascending.write(network[path] ?? "", to: path) }
    for path in paths.reversed() { try descending.write(network[path] ?? "", to: path) }
    _ = try ascending.build()
    _ = try descending.build()
    #expect(try ascending.tree() == descending.tree())
  }

  @Test func theSameProblemsInTheSameOrder() throws {
    var network = Self.network(count: 40)
    for number in 1...40 {
      network["content/cases/spor-\(number).md"] = network["content/cases/spor-\(number).md"]?
        .replacing("[sreda]", with: "[nichego-\(number % 3)]").replacing("#itogi", with: "#itog")
    }
    let site = try TemporarySite(basedOn: network)
    let one = try OpytCommand.run("check", "--site", site.folder, "--jobs", "1", "--format", "json", "--quiet")
    let eight = try OpytCommand.run("check", "--site", site.folder, "--jobs", "8", "--format", "json", "--quiet")
    #expect(one.exitCode == 1)
    #expect(one.output == eight.output)
  }
}
