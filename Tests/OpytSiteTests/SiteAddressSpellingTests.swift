import Foundation
import Testing

@testable import OpytSite

/// A site whose address is in Russian letters has it in one spelling, the one that machines read.
@Suite struct SiteAddressSpellingTests {
  private static let ascii = "https://xn--n1acj9a.xn--p1ai/%D1%81%D0%B5%D1%82%D1%8C/"

  @Test func bothSpellingsMakeTheSameSite() throws {
    let site = try TemporarySite.allKinds()
    _ = try site.build {
      $0.baseURL = "https://опыт.рф/сеть/"
      $0.output = site.path("russian")
    }
    _ = try site.build {
      $0.baseURL = Self.ascii
      $0.output = site.path("ascii")
    }
    let tree = try site.tree("russian")
    #expect(try tree == site.tree("ascii"))
    for (path, bytes) in tree {
      for spelling in ["опыт.рф", "%D0%BE%D0%BF%D1%8B%D1%82"] {
        #expect(bytes.range(of: Data(spelling.utf8)) == nil, "\(path)")
      }
    }
    for path in ["feed.xml", "sitemap.xml", "robots.txt", "index.html"] {
      #expect(try site.read("russian/\(path)").contains(Self.ascii), "\(path)")
    }
    let calendar = try site.read("russian/sobytiya/kalendar.ics").replacing("\r\n ", with: "")
    #expect(calendar.contains("@xn--n1acj9a.xn--p1ai\r\n"))
    #expect(calendar.contains("URL:\(Self.ascii)"))
    #expect(try site.read("russian/404.html").contains("href=\"/%D1%81%D0%B5%D1%82%D1%8C/"))
  }

  /// One spelling however it was typed: in capitals, with the root's dot, an ideographic full stop, the scheme's own port.
  @Test(arguments: [
    ("HTTPS://ОПЫТ.РФ/сеть", ascii), ("https://опыт.рф./сеть/", ascii), ("https://опыт.рф:443/сеть/", ascii),
    ("https://опыт。рф/сеть/", ascii), ("https://xn--N1ACJ9A.xn--p1ai/%d1%81еть", ascii),
    ("https://опыт.рф:8443/сеть", "https://xn--n1acj9a.xn--p1ai:8443/%D1%81%D0%B5%D1%82%D1%8C/"),
    (
      "https://опыт.рф/сеть%20садов",
      "https://xn--n1acj9a.xn--p1ai/%D1%81%D0%B5%D1%82%D1%8C%20%D1%81%D0%B0%D0%B4%D0%BE%D0%B2/"
    ),
    ("https://опыт.рф", "https://xn--n1acj9a.xn--p1ai/"),
  ])
  func oneSpellingHoweverItWasTyped(address: String, spelled: String) throws {
    let site = try TemporarySite.allKinds()
    _ = try site.build { $0.baseURL = address }
    let whole = /https?:\/\/[^\/\s"<]*(?:xn--n1acj9a|опыт|ОПЫТ)[^\s"<]*/.ignoresCase()
    for (path, bytes) in try site.tree() where ["html", "xml", "txt", "ics"].contains((path as NSString).pathExtension)
    {
      let text = String(decoding: bytes, as: UTF8.self).replacing("\r\n ", with: "")
      for match in text.matches(of: whole) { #expect(match.0.hasPrefix(spelled), "\(path): \(match.0)") }
    }
    for path in ["feed.xml", "sitemap.xml", "robots.txt", "index.html"] {
      #expect(try site.read("public/\(path)").contains(spelled), "\(path)")
    }
  }

  @Test(arguments: ["html", "text"])
  func lettersAndTablesToo(format: String) throws {
    let site = try IssueNetwork.site()
    let issue = try OpytCommand.run(
      "bulletin", "1", "--site", site.folder, "--format", format, "--base-url", "https://опыт.рф/сеть/", "--quiet")
    #expect(issue.output.contains(Self.ascii))
    #expect(!issue.output.contains("опыт.рф"))
    let report = try OpytCommand.run(
      "report", "--year", "2025/2026", "--site", site.folder, "--output", site.path("tables"),
      "--base-url", "https://опыт.рф/сеть/", "--quiet")
    #expect(report.exitCode == 0)
    let tables = try site.tree("tables").values.map { String(decoding: $0, as: UTF8.self) }.joined()
    #expect(tables.contains(Self.ascii))
    #expect(!tables.contains("опыт.рф"))
  }

  @Test(arguments: [
    ("https://", "нет имени сайта"), ("https://опыт .рф", "пробел"), ("https://-a.рф", "дефисом"),
    ("https://опыт.рф:70000", "порт"), ("https://xn--a.рф", "xn--"), ("опыт.рф", "https://"),
  ])
  func aWrongAddressIsWrongUsage(address: String, reason: String) throws {
    let site = try TemporarySite()
    let result = try OpytCommand.run("check", "--site", site.folder, "--base-url", address)
    #expect(result.exitCode == 2)
    #expect(result.errors.hasPrefix("Ошибка: не годится адрес сайта «\(address)»"))
    #expect(result.errors.contains(reason))
  }
}
