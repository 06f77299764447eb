import Foundation
import OpytDiagnostics
import OpytText
import Testing

@testable import OpytFiles
@testable import OpytNetwork
@testable import OpytOutputs
@testable import OpytPages
@testable import OpytSite

/// What is closed, drafted, waiting or without consent is nowhere in what is published, and whether there is any of it
/// changes no byte.
@Suite struct ClosedContentTests {
  /// Everything that a site gives to the world: its files, the tables of each year, and each issue as letter and digest.
  /// - Parameter isDumped: with layouts that print whatever a layout may ask for.
  private static func outputs(
    _ site: TemporarySite, isDumped: Bool, _ change: (inout SiteBuilder.Options) -> Void = { _ in }
  ) throws -> [String: Data] {
    if isDumped {
      for root in SiteTheme.layoutRoots {
        try site.write(DumpLayout.text(for: root.type), to: "layouts/\(root.name).mustache")
      }
    }
    let outcome = try site.build(change)
    #expect(outcome.product != nil, "\(outcome.report.entries.map { $0.diagnostic.line })")
    var all = try site.tree()
    for year in ["2024/2025", "2025/2026", "2026/2027"] {
      let folder = "tables-\(year.replacing("/", with: "-"))"
      _ = try SiteBuilder(site.options).report(year: year, output: site.path(folder))
      for (name, data) in try site.tree(folder) { all["\(folder)/\(name)"] = data }
    }
    for number in 1...2 {
      for format in BulletinFormat.allCases {
        let file = "issue-\(number).\(format.rawValue)"
        _ = try SiteBuilder(site.options).bulletin("\(number)", as: format, output: site.path(file))
        all[file] = try Data(contentsOf: URL(filePath: site.path(file)))
      }
    }
    return all
  }

  @Test(arguments: [false, true])
  func whetherThereIsAnythingClosedChangesNoByte(isDumped: Bool) throws {
    let (with, without) = (
      try Self.outputs(ClosedNetwork.site(hasClosed: true), isDumped: isDumped),
      try Self.outputs(ClosedNetwork.site(hasClosed: false), isDumped: isDumped)
    )
    #expect(with.keys.sorted() == without.keys.sorted())
    #expect(with.count > 60)
    for (path, data) in with where without[path] != data {
      let (now, then) = (Self.lines(data), Self.lines(without[path]))
      Issue.record("\(path): \(now.difference(from: then))")
    }
  }

  /// Every way in which a word may stand in a file.
  private static func spellings(of word: String) -> Set<String> {
    let forms = [
      word, word.lowercased(), word.uppercased(), word.replacing("ё", with: "е"), Transliteration.slug(word),
      word.replacing(" ", with: "\u{A0}"),
    ]
    var all = Set(forms)
    for form in forms {
      var (decimal, hexadecimal, escaped) = ("", "", "")
      for scalar in form.unicodeScalars {
        decimal += "&#\(scalar.value);"
        hexadecimal += "&#x\(String(scalar.value, radix: 16));"
      }
      for unit in form.utf16 {
        let digits = String(unit, radix: 16)
        escaped += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
      }
      all.formUnion([decimal, hexadecimal, escaped, form.decomposedStringWithCanonicalMapping])
      if let percent = form.addingPercentEncoding(withAllowedCharacters: .urlPathAllowed) { all.insert(percent) }
    }
    return all.filter { !$0.isEmpty }
  }

  private static func normalized(_ data: Data) -> String {
    // Soft hyphens and whatever folds lines stand within words.
    String(decoding: data, as: UTF8.self).replacing("\u{AD}", with: "").replacing("\r\n ", with: "")
  }

  /// Where the secrets stand, by what they were found as.
  private static func findings(in outputs: [String: Data]) -> [String: [String]] {
    let texts = outputs.mapValues(normalized)
    var found: [String: [String]] = [:]
    for spelling in Set(ClosedNetwork.secrets.flatMap(spellings)) {
      let places = texts.filter { $0.key.contains(spelling) || $0.value.contains(spelling) }.map(\.key).sorted()
      if !places.isEmpty { found[spelling] = places }
    }
    return found
  }

  @Test(arguments: [false, true])
  func noByteNamesWhatIsClosed(isDumped: Bool) throws {
    let outputs = try Self.outputs(ClosedNetwork.site(hasClosed: true), isDumped: isDumped)
    #expect(outputs.count > 60)
    #expect(Self.findings(in: outputs) == [:])
  }

  /// What has become public is found: else the search would prove nothing.
  @Test func whatIsOpenIsFound() throws {
    let site = try ClosedNetwork.site(hasClosed: true)
    for name in ["people/istekshaya", "people/otozvannaya", "projects/ogorod/index"] {
      try site.change("content/\(name).md") { text in
        ["until: 2026-03-31", "отозвано: 2026-04-01", "withdrawn: 2025-01-15"].reduce(text) { text, end in
          text.replacing(end, with: end.replacing("2026", with: "2027").replacing("2025", with: "2027"))
        }
      }
    }
    // Nobody else has these addresses any more.
    for (name, slug) in [("cases/zh-draft", "spor"), ("projects/zh-projects-draft", "ogorod-na-okne")] {
      try site.change("content/\(name).md") { $0.replacing("slug: \(slug)\n", with: "") }
    }
    let found = Self.findings(in: try Self.outputs(site, isDumped: false) { $0.includesDrafts = true })
    for word in ["Истекшева", "Отозванова", "Скрытая задумка", "Тайнослово", "Скрытый снимок", "snimok-"] {
      #expect(found[word] != nil, "\(word)")
    }
    #expect(found["Незнакомова"] == nil && found["Ждущая затея"] == nil && found["Участникам только"] == nil)
  }

  // MARK: Edits

  /// What is withdrawn is gone with the next build, also where the rest stays as it was.
  @Test(arguments: [
    ("people/ilina.md", "consent: С-1", "consent: С-1\nwithdrawn: 2026-04-01", "Ильина"),
    ("people/orlova.md", "согласие: С-2", "согласие: С-2\nдействует_до: 2026-03-31", "Орлова"),
    ("projects/ogorod/index.md", "consent: С-5 }", "consent: С-5, until: 2026-03-31 }", "vesna"),
    ("projects/ogorod/index.md", "no_people: yes }", "consent: С-6, withdrawn: 2026-03-31 }", "okno.png"),
  ])
  func whatIsWithdrawnIsGoneWithTheNextBuild(
    file: String, old: String, new: String, word: String
  ) throws {
    let site = try ClosedNetwork.site(hasClosed: false)
    let rebuilder = SiteRebuilder(site.options)
    _ = try rebuilder.build()
    func places() throws -> [String] {
      try site.tree().filter { $0.key.contains(word) || Self.normalized($0.value).contains(word) }.map(\.key)
    }
    #expect(try !places().isEmpty)
    try site.change("content/" + file) { $0.replacing(old, with: new) }
    #expect(try rebuilder.build().published != nil)
    #expect(try places() == [])
    try RebuildTests.compareWithCleanBuild(site)
  }

  // MARK: The configuration

  @Test func aSiteSaysHowItWritesItsConsents() throws {
    let site = try TemporarySite()
    try site.write(
      #"{"title": "Сеть", "base_url": "https://a.example/", "consent_pattern": "С-####-*"}"#, to: "site-config.json")
    #expect(try site.problems() == ["content/people/ilina.md:5:10 value-invalid error"])
    try site.change("content/people/ilina.md") { $0.replacing("С-1", with: "C-2026-1") }
    #expect(try site.problems() == [])
  }

  private static func lines(_ data: Data?) -> [String] {
    String(decoding: data ?? Data(), as: UTF8.self).components(separatedBy: "\n")
  }
}
