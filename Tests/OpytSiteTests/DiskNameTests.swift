import Foundation
import Testing

@testable import OpytSite

/// Names that a disk takes and a site does not, and files where folders should be: errors at their place, never a
/// failure while publishing.
@Suite struct DiskNameTests {
  /// - Returns: how many letters of which sort an old address has, and what is told.
  static let aliases = [
    ("/\(String(repeating: "a", count: 250)).html", false), ("/\(String(repeating: "a", count: 251)).html", true),
    ("/\(String(repeating: "ж", count: 127))/", false), ("/\(String(repeating: "ж", count: 128))/", true),
    ("/\(String(repeating: "abcdefghi/", count: 199))", false),
    ("/\(String(repeating: "abcdefghi/", count: 200))", true),
    ("/\(String(repeating: "abcdefghi/", count: 600))", true),
  ]

  @Test(arguments: aliases)
  func anOldAddressIsNotLongerThanTheSystemAllows(alias: String, isTold: Bool) throws {
    let site = try TemporarySite([
      "content/cases/ssora.md": TemporarySite.material(title: "Ссора", fields: "aliases: [\(alias)]")
    ])
    let problems = try site.problems()
    #expect(problems.count == (isTold ? 1 : 0))
    #expect(problems.allSatisfy { $0.contains(#/^content/cases/ssora.md:\d+:11 address-too-long error$/#) })
    #expect((try site.build().published != nil) == !isTold)
  }

  /// Letters of the address may be more than those of the name.
  @Test(arguments: [("щ", 60, false), ("щ", 124, true), ("a", 251, false)])
  func aFileIsPublishedUnderANameThatTheSystemTakes(letter: String, count: Int, mayBeTold: Bool) throws {
    let name = String(repeating: letter, count: count) + ".pdf"
    let site = try TemporarySite([
      "content/cases/\(name)": "%PDF-1.4",
      "content/cases/ssora.md": TemporarySite.material(
        title: "Ссора", fields: "attachments: [{file: \(name), title: План}]"),
    ])
    let problems = try site.problems()
    #expect(problems.allSatisfy { $0.contains("address-too-long error") } && (problems.isEmpty || mayBeTold))
    #expect((try site.build().published != nil) == problems.isEmpty)
  }

  @Test(arguments: [".md", "..md", "...md", ".MD"])
  func aDocumentHasAName(name: String) throws {
    let site = try TemporarySite(["content/cases/\(name)": TemporarySite.material(title: "Спор", body: "Иначе.\n")])
    #expect(try site.problems() == ["content/cases/\(name) name-invalid error"])
  }

  /// A Mac writes É and й as two scalars.
  @Test(arguments: ["É.txt", "й.txt", "План-й.txt"])
  func aFileHasOneAddressInEitherForm(name: String) throws {
    var addresses: Set<Set<String>> = []
    for onDisk in [name.precomposedStringWithCanonicalMapping, name.decomposedStringWithCanonicalMapping] {
      for named in [name.precomposedStringWithCanonicalMapping, name.decomposedStringWithCanonicalMapping] {
        let site = try TemporarySite([
          "content/cases/ssora.md": TemporarySite.material(
            title: "Ссора", fields: "attachments: [{file: \"\(named)\", title: План}]")
        ])
        try site.write("Текст", to: "content/cases/\(onDisk)")
        #expect(try site.problems().isEmpty)
        _ = try site.build()
        addresses.insert(Set(try site.tree().keys.filter { $0.hasSuffix(".txt") }))
      }
    }
    #expect(addresses.count == 1 && addresses.first?.count == 2, "\(addresses)")
  }

  // MARK: Layouts

  @Test(arguments: [
    "base.mustache", "partials/card.mustache", "moya.mustache", "strings/ru.json", "assets/site.css",
    "assets/extra.css",
  ])
  func aFolderInTheNameOfALayoutIsTold(name: String) throws {
    let site = try TemporarySite()
    try site.write("x", to: "layouts/\(name)/.keep")
    let problems = try site.problems()
    #expect(problems == ["layouts/\(name) file-unreadable error"])
  }

  @Test(arguments: ["file", "link to nothing", "link to a file"])
  func layoutsThatAreNoFolderAreTold(what: String) throws {
    let site = try TemporarySite()
    _ = try site.build()
    let path = site.path("layouts")
    switch what {
    case "file": try site.write("x", to: "layouts")
    case "link to nothing": try FileManager.default.createSymbolicLink(atPath: path, withDestinationPath: "net")
    default: try FileManager.default.createSymbolicLink(atPath: path, withDestinationPath: "site-config.json")
    }
    #expect(try site.problems() == ["layouts file-unreadable error"])
    // Not even where a site was built before they came.
    #expect(try site.build().published == nil)
  }

  // MARK: Content that can't be listed

  @Test(arguments: [EIO, EACCES, EMFILE])
  func aFolderThatCanNotBeListedIsNeverTakenForEmpty(code: Int32) throws {
    let site = try TemporarySite(["content/cases/2026/spor.md": TemporarySite.material(title: "Спор", body: "Иначе.\n")]
    )
    let machine = FaultyMachine(site: site)
    let words = ["check", "--site", site.folder, "--jobs", "1"]
    let count = try #require(try machine.run(words).counts?.calls[.list])
    #expect(count > 10)
    for number in 1...count {
      let result = try machine.run(words, .init(kind: .list, number: number, code: code)).result
      #expect(result.exitCode == 3, "\(number): \(result.told)")
      #expect(result.errors.hasPrefix("Сбой: "))
    }
  }
}
