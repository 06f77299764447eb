import OpytDiagnostics
import Testing

@testable import OpytModel

@Suite("Texts of a form")
struct CheckedTextTests {
  private func problems(_ field: String, _ written: String, _ kind: Kind) throws -> [String] {
    try content(of: field, "\(field): \(written)", as: kind).problems
  }

  @Test(
    "web addresses",
    arguments: ["https://sad5.example.org/", "http://сад5.рф/о-саде?x=1", "https://a.b", "https://1.ru"])
  func goodURL(_ written: String) throws { #expect(try problems("website", written, .kindergarten) == []) }

  @Test(
    "that are none",
    arguments: [
      "sad5.example.org", "//sad5.example.org", "javascript:alert(1)", "https://", "https:///etc",
      "ftp://sad5.example.org",
      "\"https://sad5 .org\"", "\"https://sad5.org\\\\a\"", "\"https://?a\"", "data:text/html;base64,AA",
      "\"https://\\tb\"",
    ])
  func badURL(_ written: String) throws {
    #expect(try problems("website", written, .kindergarten) == ["2:10 value-invalid error"])
  }

  @Test("e-mail addresses", arguments: ["sad5@example.org", "i.v_petrova+sad@mail.example.org", "почта@сад.рф"])
  func goodEmail(_ written: String) throws { #expect(try problems("email", written, .person) == []) }

  @Test(
    "that are none",
    arguments: [
      "sad5", "sad5@", "\"@example.org\"", "a@b@c.ru", "a@example", "a@.ru", "a@ru.", "\"a b@example.org\"",
      "a@b.ru?subject=x",
      "\"a@b.ru, c@d.ru\"", "<a@b.ru>",
    ])
  func badEmail(_ written: String) throws {
    #expect(try problems("email", written, .person) == ["2:8 value-invalid error"])
  }

  @Test("colours", arguments: ["\"#2e7d5b\"", "'#FFFFFF'", "\" #000000 \""])
  func goodColor(_ written: String) throws { #expect(try problems("color", written, .direction) == []) }

  @Test(
    "that are none",
    arguments: ["red", "\"#fff\"", "2e7d5b", "\"#2e7d5g\"", "\"#2e7d5b80\"", "\"url(x)\"", "\"#２e7d5b\""])
  func badColor(_ written: String) throws {
    #expect(try problems("color", written, .direction) == ["2:8 value-invalid error"])
  }

  @Test("slugs", arguments: ["ogorod", "ogorod-na-okne-2", "5", "con-2", "conf", "com"])
  func goodSlug(_ written: String) throws { #expect(try problems("slug", written, .project) == []) }

  @Test(
    "that are none",
    arguments: [
      "../ogorod", "..", "/ogorod", "a/b", "Ogorod", "огород", "ogorod na okne", "-ogorod", "ogorod-", "a--b",
      "ogorod.html",
      "con", "NUL", "com1", "lpt9", "aux", "a\\b", "a%2Fb", "\"a\\u0301b\"", String(repeating: "a", count: 81),
    ])
  func badSlug(_ written: String) throws {
    #expect(try problems("slug", written, .project) == ["2:7 value-invalid error"])
  }

  @Test(
    "old addresses",
    arguments: ["ogorod.html", "/stariy/put.html", "stariy/put/", "Старый/Путь.html", "2019/05/ogorod.html"])
  func goodAlias(_ written: String) throws { #expect(try problems("aliases", written, .project) == []) }

  @Test(
    "that are none",
    arguments: [
      "../ogorod.html", "a/../b.html", "a/./b.html", "//host/a.html", "https://host/a.html", "a//b.html", "ogorod", "/",
      ".html",
      ".git/a.html", "a.php", "\"C:/a.html\"", "a\\b.html", "\"a.html#x\"", "a.html?x", "con.html", "a/NUL/b.html",
      "aux/",
      "com1.old.html", "a%2e%2e/b.html", "a./b.html", "\"a b.html\"",
      // A mark behind a dot makes one `Character` of both, and a name that begins with a dot all the same.
      ".\u{301}a.html", "a/.\u{5AC}b/",
    ])
  func badAlias(_ written: String) throws {
    #expect(try problems("aliases", written, .project) == ["2:10 value-invalid error"])
  }

  @Test("are told with how they look")
  func messages() {
    let network = TestNetwork.base.addingFields("slug: con", to: Base.project)
    #expect(network.problems == ["content/projects/ogorod.md:2:7 value-invalid error"])
    #expect(network.messages == ["так нельзя: «con»"])
    #expect(network.check().diagnostics.first?.advice?.russian == "такое имя занято системой Windows: выберите другое")
  }
}
