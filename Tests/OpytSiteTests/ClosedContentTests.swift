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
  private static func outputs(_ site: TemporarySite) throws -> [String: Data] {
    let outcome = try site.build()
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

  @Test func whetherThereIsAnythingClosedChangesNoByte() throws {
    let (with, without) = (
      try Self.outputs(ClosedNetwork.site(hasClosed: true)), try Self.outputs(ClosedNetwork.site(hasClosed: false))
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

  @Test func noByteNamesWhatIsClosed() throws {
    let outputs = try Self.outputs(ClosedNetwork.site(hasClosed: true)).mapValues(Self.normalized)
    #expect(outputs.count > 60)
    for secret in ClosedNetwork.secrets {
      for spelling in Self.spellings(of: secret) {
        let places = outputs.filter { $0.key.contains(spelling) || $0.value.contains(spelling) }.map(\.key)
        #expect(places == [], "\(spelling)")
      }
    }
  }

  private static func lines(_ data: Data?) -> [String] {
    String(decoding: data ?? Data(), as: UTF8.self).components(separatedBy: "\n")
  }
}
