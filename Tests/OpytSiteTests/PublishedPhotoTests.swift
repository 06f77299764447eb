import Foundation
import OpytDiagnostics
import Testing

@testable import OpytMedia
@testable import OpytSite

/// What a site shows of authors' photos, and what it says of files that are none.
@Suite struct PublishedPhotoTests {
  private static let word = "PLANTED"

  /// 64 × 32 pixels, held sideways, with words in the camera's tags, a comment and behind the end.
  private static func photo() throws -> [UInt8] {
    let pixels = Pixels(width: 64, height: 32, depth: 3, bytes: (0..<64 * 32 * 3).map { UInt8($0 / 48 % 251) })
    let plain = try TurboJPEG.encoded(pixels, subsampling: 0)
    let tags: [UInt8] =
      Array("Exif\0\0II*\0".utf8) + [8, 0, 0, 0, 1, 0, 0x12, 1, 3, 0, 1, 0, 0, 0, 6, 0, 0, 0, 0, 0, 0, 0]
      + Array("\(word)-GPS".utf8)
    let comment = Array("\(word)-COMMENT".utf8)
    return [0xFF, 0xD8, 0xFF, 0xE1, 0, UInt8(tags.count + 2)] + tags + [0xFF, 0xFE, 0, UInt8(comment.count + 2)]
      + comment
      + plain[2...] + Array("\(word)-TRAILING".utf8)
  }

  private static func site(_ photo: [UInt8], name: String = "a.jpg") throws -> TemporarySite {
    let site = try TemporarySite([
      "content/cases/ssora.md": nil,
      "content/cases/ssora/index.md": TemporarySite.material(
        title: "Ссора", fields: "photos: [{file: \(name), alt: Рисунок, consent: С-1}]",
        body: "![План](b.jpg)\n\n[Скачать](c.jpg)\n"),
    ])
    try site.write(photo, to: "content/cases/ssora/" + name)
    for name in ["b.jpg", "c.jpg"] { try site.write(try Self.photo(), to: "content/cases/ssora/" + name) }
    return site
  }

  private static func bytes(_ site: TemporarySite, _ name: String) throws -> [UInt8] {
    try [UInt8](Data(contentsOf: URL(filePath: site.path(name))))
  }

  @Test func nothingOfACameraIsPublishedAnywhere() throws {
    let site = try Self.site(try Self.photo())
    #expect(try site.build().published != nil)
    let tree = try site.tree()
    #expect(tree.keys.filter { $0.hasSuffix(".jpg") }.count == 3)
    for (path, bytes) in tree {
      #expect(bytes.range(of: Data(Self.word.utf8)) == nil, "\(path)")
      #expect(!path.hasSuffix(".jpg") || bytes.range(of: Data("Exif".utf8)) == nil, "\(path)")
    }
    let page = try site.read("public/keysy/ssora.html")
    #expect(page.contains("ssora/a.jpg\" alt=\"Рисунок\" width=\"32\" height=\"64\""))
    #expect(page.contains("ssora/b.jpg\" width=\"32\" height=\"64\" alt=\"План\""))
  }

  @Test func aSiteThatIsBuiltAgainHasTheSameBytes() throws {
    let site = try Self.site(try Self.photo())
    _ = try site.build()
    let tree = try site.tree()
    // What was made is taken over, and gives what making it anew does.
    for isClean in [false, true] {
      try site.change("content/cases/ssora/index.md") { $0 + " " }
      _ = try site.build { $0.isClean = isClean }
      #expect(try site.tree() == tree)
    }
    // A published file that somebody changed is made anew, and so is one whose source is another.
    try FileManager.default.removeItem(atPath: site.path("public/keysy/ssora/a.jpg"))
    try site.write("x", to: "public/keysy/ssora/a.jpg")
    _ = try site.build()
    #expect(try site.tree() == tree)
    try site.write(try Self.photo().dropLast(3) + [1, 2, 3, 4], to: "content/cases/ssora/a.jpg")
    _ = try site.build()
    #expect(try site.tree() == tree)
  }

  @Test(
    arguments: [
      ("a.jpg", [], "file-damaged"), ("a.jpg", Array("просто текст".utf8), "file-kind-mismatch"),
      ("a.png", (try? photo()) ?? [], "file-kind-mismatch"),
      ("a.jpg", Array(((try? photo()) ?? []).prefix(400)), "file-damaged"),
      ("a.png", Array("<html><script>".utf8), "file-kind-mismatch"),
    ] as [(String, [UInt8], String)])
  func whatIsNoPictureIsToldWhereItIsNamed(name: String, bytes: [UInt8], code: String) throws {
    let site = try Self.site(bytes, name: name)
    #expect(try site.problems() == ["content/cases/ssora/index.md:13:17 \(code) error"])
  }

  @Test(arguments: ["a.pdf", "a.docx", "a.xls", "a.mp3", "a.txt", "a.zip"])
  func aProgramUnderAnotherNameIsTold(name: String) throws {
    let site = try TemporarySite([
      "content/cases/ssora.md": TemporarySite.material(title: "Ссора", body: "[план](\(name)) и [он](\(name))\n")
    ])
    try site.write(Array("MZ".utf8) + [0x90, 0, 3, 0, 0], to: "content/cases/" + name)
    #expect(
      try site.problems() == [
        "content/cases/ssora.md:15:8 file-kind-mismatch error",
        "content/cases/ssora.md:15:\(17 + name.count) file-kind-mismatch error",
      ])
  }

  /// What only decoding shows ends the build before anything is published.
  @Test func aPictureWithAHoleLeavesTheOldSite() throws {
    let site = try Self.site(try Self.photo())
    _ = try site.build()
    let tree = try site.tree()
    let whole = try PictureWorkshop().published("a.jpg", try Self.photo())
    try site.write(Array(whole.dropLast(whole.count / 5)) + [0xFF, 0xD9], to: "content/cases/ssora/a.jpg")
    #expect(try site.problems().isEmpty)
    let outcome = try site.build()
    #expect(outcome.published == nil)
    #expect(
      outcome.report.entries.map { $0.diagnostic.line } == ["content/cases/ssora/index.md:13:17 file-damaged error"])
    #expect(try site.tree() == tree)
  }
}
