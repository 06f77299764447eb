import Foundation
import Testing

@testable import OpytFiles

/// Symbolic links among the content: nothing outside is read, and nothing is published under another name that is not
/// published under its own.
@Suite struct LinkTests {
  private static let secret = "SECRET-WORD"

  /// A case that names `plan.pdf` three ways, and a link of that name.
  private static func site(_ target: String, _ files: [String: String] = [:]) throws -> TemporarySite {
    let site = try TemporarySite([
      "content/cases/ssora.md": TemporarySite.material(title: "Ссора", body: "[план](plan.pdf)\n")
    ])
    for (path, text) in files { try site.write(text, to: path) }
    try FileManager.default.createSymbolicLink(
      atPath: site.path("content/cases/plan.pdf"), withDestinationPath: target)
    return site
  }

  private static let closed = TemporarySite.material(
    title: "Закрытое", fields: "visibility: members", body: "SECRET-WORD\n")

  @Test(arguments: [
    ("../.env", ["content/.env": secret], "attachment-forbidden"),
    ("../.git/config.pdf", ["content/.git/config.pdf": secret], "attachment-forbidden"),
    ("../.\u{301}env.pdf", ["content/.\u{301}env.pdf": secret], "attachment-forbidden"),
    ("../plan.pdf~", ["content/plan.pdf~": secret], "attachment-forbidden"),
    ("../cases/zakryto.md", ["content/cases/zakryto.md": closed], "attachment-forbidden"),
    ("../cases/ZAKRYTO.MD", ["content/cases/ZAKRYTO.MD": closed], "attachment-forbidden"),
    ("key.pem", ["content/cases/key.pem": secret], "attachment-forbidden"),
    ("id_rsa", ["content/cases/id_rsa": secret], "attachment-forbidden"),
    ("site-config.json", ["content/cases/site-config.json": secret], "attachment-forbidden"),
    ("a.pdf.", ["content/cases/a.pdf.": secret], "attachment-forbidden"),
    ("a.pdf ", ["content/cases/a.pdf ": secret], "attachment-forbidden"),
    ("../../site-config.json", [:], "path-outside"), ("/etc/hostname", [:], "path-outside"),
    ("/proc/self/environ", [:], "path-outside"), ("nowhere.pdf", [:], "path-outside"),
    ("plan.pdf", [:], "path-outside"), ("../cases", [:], "path-outside"),
    ("../../content-secret/a.pdf", ["content-secret/a.pdf": secret], "path-outside"),
  ])
  func aLinkIsJudgedByWhatItLeadsTo(target: String, files: [String: String], code: String) throws {
    let site = try Self.site(target, files)
    let problems = try site.problems().filter { !$0.contains("file-unused") && !$0.contains("name-invalid") }
    #expect(problems == ["content/cases/ssora.md:15:8 \(code) error"])
  }

  @Test func chainsAreJudgedByTheirEnd() throws {
    let site = try Self.site("b.pdf", ["content/.env": Self.secret])
    try FileManager.default.createSymbolicLink(atPath: site.path("content/cases/b.pdf"), withDestinationPath: "c.pdf")
    try FileManager.default.createSymbolicLink(atPath: site.path("content/cases/c.pdf"), withDestinationPath: "../.env")
    #expect(
      try site.problems() == [
        "content/cases/b.pdf attachment-forbidden error", "content/cases/c.pdf attachment-forbidden error",
        "content/cases/ssora.md:15:8 attachment-forbidden error",
      ])
  }

  @Test func filesOfMembersOnlyDocumentsStayTheirs() throws {
    for named in ["", "[план](smeta.pdf)\n"] {
      let folder = named.isEmpty ? "content/cases/zakryto" : "content/cases"
      let site = try Self.site(
        "../\(folder.dropFirst(8))/smeta.pdf",
        [
          folder + (named.isEmpty ? "/index.md" : "/zakryto.md"): Self.closed + named,
          folder + "/smeta.pdf": "%PDF-1.4 \(Self.secret)",
        ])
      let problems = try site.problems().filter { !$0.contains("file-unused") }
      #expect(problems == ["content/cases/ssora.md:15:8 attachment-forbidden error"])
    }
  }

  @Test func aLinkToAFileThatIsPublishedIsPublished() throws {
    let site = try Self.site("smeta.pdf", ["content/cases/smeta.pdf": "%PDF-1.4 план"])
    #expect(try site.problems().filter { !$0.contains("file-unused") }.isEmpty)
    _ = try site.build()
    #expect(try site.read("public/keysy/ssora/plan.pdf") == "%PDF-1.4 план")
  }

  @Test(arguments: [
    ("../../zametki.md", ["zametki.md": closed], "path-outside"),
    ("../.draft.md", ["content/.draft.md": closed], "attachment-forbidden"),
    ("secret.txt", ["content/cases/secret.txt": closed], "attachment-forbidden"),
  ])
  func aDocumentThatIsALinkLeadsToADocument(target: String, files: [String: String], code: String) throws {
    let site = try TemporarySite()
    for (path, text) in files { try site.write(text, to: path) }
    try FileManager.default.createSymbolicLink(
      atPath: site.path("content/cases/novoe.md"), withDestinationPath: target)
    let problems = try site.problems().filter { $0.contains("novoe") }
    #expect(problems == ["content/cases/novoe.md \(code) error"])
  }

  @Test func layoutsFollowNoLinksOutside() throws {
    let site = try TemporarySite(["content/.env": Self.secret, "layouts/assets/a.txt": "мой"])
    for (name, target) in [("b.txt", "../../content/.env"), ("c.txt", "/etc/hostname"), ("d.txt", "a.txt")] {
      try FileManager.default.createSymbolicLink(
        atPath: site.path("layouts/assets/" + name), withDestinationPath: target)
    }
    #expect(
      try site.problems() == [
        "layouts/assets/b.txt file-unreadable error", "layouts/assets/c.txt file-unreadable error",
      ])
  }

  // MARK: Between the look and the reading

  @Test(arguments: [false, true])
  func whatWasSwappedForALinkIsNotRead(stepByStep: Bool) throws {
    let site = try TemporarySite(["content/a/b.txt": "мой", "out/b.txt": Self.secret])
    var folder = ContentFolder("content", in: site.path(""))
    folder.opensStepByStep = stepByStep
    #expect(try folder.read("content/a/b.txt") == Array("мой".utf8))
    #expect(try folder.entries(of: "content/a").compactMap(\.name) == ["b.txt"])
    // The file, then the folder above it.
    let manager = FileManager.default
    try manager.removeItem(atPath: site.path("content/a/b.txt"))
    try manager.createSymbolicLink(atPath: site.path("content/a/b.txt"), withDestinationPath: "../../out/b.txt")
    #expect(throws: FileSystem.ReadingFailure.self) { try folder.read("content/a/b.txt") }
    try manager.removeItem(atPath: site.path("content/a"))
    try manager.createSymbolicLink(atPath: site.path("content/a"), withDestinationPath: "../out")
    #expect(throws: FileSystem.ReadingFailure.self) { try folder.read("content/a/b.txt") }
    #expect(throws: MachineFailure.self) { try folder.entries(of: "content/a") }
    for path in ["content/../out/b.txt", "out/b.txt", "/etc/hostname", "content//etc/hostname"] {
      #expect(throws: FileSystem.ReadingFailure.self) { try folder.read(path) }
    }
  }

  /// A link that may be followed is opened under the path it had led to.
  @Test(arguments: [false, true])
  func aLinkThatIsTurnedElsewhereIsReadAsItWasJudged(stepByStep: Bool) throws {
    let site = try TemporarySite(["content/a.txt": "мой", "out.txt": Self.secret])
    var folder = ContentFolder("content", in: site.path(""))
    folder.opensStepByStep = stepByStep
    let manager = FileManager.default
    try manager.createSymbolicLink(atPath: site.path("content/link.txt"), withDestinationPath: "a.txt")
    folder.links["content/link.txt"] = folder.target(ofLink: "content/link.txt")
    try manager.removeItem(atPath: site.path("content/link.txt"))
    try manager.createSymbolicLink(atPath: site.path("content/link.txt"), withDestinationPath: "../out.txt")
    #expect(try folder.read("content/link.txt") == Array("мой".utf8))
  }
}
