import Foundation
import Testing

@testable import OpytSite

/// A Mac writes й and ё of a file's name as two scalars each; texts are typed with one. Whatever form which of them has,
/// the site is the same.
@Suite struct UnicodeNameTests {
  /// Whether names on the disk, and in the texts, are decomposed.
  struct Forms: Sendable, CustomTestStringConvertible {
    let disk: Bool
    let text: Bool
    var testDescription: String { "disk \(disk ? "NFD" : "NFC"), text \(text ? "NFD" : "NFC")" }
  }

  private static let png = Array(
    Data(
      base64Encoded: "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==")!
  )

  static func site(_ forms: Forms) throws -> TemporarySite {
    func disk(_ name: String) -> String {
      forms.disk ? name.decomposedStringWithCanonicalMapping : name.precomposedStringWithCanonicalMapping
    }
    func text(_ text: String) -> String {
      forms.text ? text.decomposedStringWithCanonicalMapping : text.precomposedStringWithCanonicalMapping
    }
    let site = try TemporarySite([
      "site-config.json": text(
        #"{"title": "Сеть", "base_url": "https://opyt.example/", "content": "мой опыт", "layouts": "макеты №й"}"#)
    ])
    try FileManager.default.moveItem(atPath: site.path("content"), toPath: site.path(disk("мой опыт")))
    try site.write("body { margin: 0 }\n", to: disk("макеты №й/assets/extra.css"))
    try site.write(
      text(
        TemporarySite.material(
          title: "Ёлка",
          fields: """
            photos: [{file: мой-куст.png, alt: Куст, consent: С-1}]
            attachments: [{file: план/всё.pdf, title: План}]
            based_on: [лейка]
            """,
          body:
            "![Ёлка](ёлка.png)\n\n[Лейка](../../кейсы/лейка.md) [И так](cases/лейка) [День](%D0%B4%D0%B5%D0%BD%D1%8C-й.csv)\n"
        )),
      to: disk("мой опыт/cases/ёжик/index.md"))
    try site.write(Self.png, to: disk("мой опыт/cases/ёжик/мой-куст.png"))
    try site.write(Self.png, to: disk("мой опыт/cases/ёжик/ёлка.png"))
    try site.write("%PDF-1.4\n", to: disk("мой опыт/cases/ёжик/план/всё.pdf"))
    try site.write("а;б\n", to: disk("мой опыт/cases/ёжик/день-й.csv"))
    try site.write(text(TemporarySite.material(title: "Лейка")), to: disk("мой опыт/кейсы/лейка.md"))
    return site
  }

  @Test(arguments: [(true, false), (true, true), (false, true), (false, false)].map(Forms.init))
  func namesAreFoundInEitherForm(forms: Forms) throws {
    let site = try Self.site(forms)
    #expect(try site.problems().isEmpty)
    let first = try OpytCommand.run("build", "--site", site.folder)
    #expect(first.exitCode == 0, "\(first.errors)")
    for file in ["moy-kust.png", "yolka.png", "vsyo.pdf", "den-y.csv"] {
      #expect(site.exists("public/keysy/yozhik/\(file)"), "\(file)")
    }
    #expect(try site.read("public/keysy/yozhik.html").contains("leyka.html\""))
    // The second run knows all of it again.
    let second = try OpytCommand.run("build", "--site", site.folder)
    #expect(second.errors.hasPrefix("Ничего не изменилось"), "\(second.errors)")
  }

  @Test func theOutputsOwnFolderToo() throws {
    let site = try TemporarySite([
      "site-config.json": #"{"title": "Сеть", "base_url": "https://opyt.example/", "output": "готовый сайт"}"#
    ])
    let folder = "готовый сайт".decomposedStringWithCanonicalMapping
    try FileManager.default.createDirectory(atPath: site.path(folder), withIntermediateDirectories: true)
    #expect(try OpytCommand.run("build", "--site", site.folder).exitCode == 0)
    #expect(site.exists(folder + "/index.html"))
    #expect(try FileManager.default.contentsOfDirectory(atPath: site.folder).count { $0.hasPrefix("готов") } == 1)
  }

  @Test func aLinkToATwinIsToldOnce() throws {
    let site = try TemporarySite()
    for form in ["й.pdf".precomposedStringWithCanonicalMapping, "й.pdf".decomposedStringWithCanonicalMapping] {
      try site.write("%PDF-1.4\n", to: "content/cases/" + form)
    }
    try site.write(
      TemporarySite.material(title: "Ссора", fields: "attachments: [{file: й.pdf, title: План}]"),
      to: "content/cases/ssora.md")
    #expect(try site.problems().count == 1)
    #expect(try site.problems().first?.hasSuffix("address-duplicate error") == true)
  }
}
