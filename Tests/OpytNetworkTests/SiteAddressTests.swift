import OpytDiagnostics
import OpytText
import Testing

@testable import OpytNetwork

/// A site's address is kept in one spelling, in ASCII, however it was typed.
@Suite struct SiteAddressTests {
  @Test(arguments: [
    ("https://opyt.example", "https://opyt.example/"),
    ("https://opyt.example//", "https://opyt.example/"),
    ("HTTPS://Opyt.EXAMPLE/Set", "https://opyt.example/Set/"),
    ("https://опыт.рф/сеть/", "https://xn--n1acj9a.xn--p1ai/%D1%81%D0%B5%D1%82%D1%8C/"),
    ("https://ОПЫТ.РФ/сеть", "https://xn--n1acj9a.xn--p1ai/%D1%81%D0%B5%D1%82%D1%8C/"),
    ("https://xn--n1acj9a.xn--p1ai/%d1%81%D0%B5т%d1%8c", "https://xn--n1acj9a.xn--p1ai/%D1%81%D0%B5%D1%82%D1%8C/"),
    ("https://XN--n1acj9a.РФ.", "https://xn--n1acj9a.xn--p1ai/"),
    // й as one character and as two.
    ("https://саи\u{306}т.рф/й", "https://xn--80aswg.xn--p1ai/%D0%B9/"),
    ("https://са\u{439}т.рф/и\u{306}", "https://xn--80aswg.xn--p1ai/%D0%B9/"),
    ("https://straße.example", "https://xn--strae-oqa.example/"),
    ("https://опыт。рф", "https://xn--n1acj9a.xn--p1ai/"),
    ("https://opyt.example:443/", "https://opyt.example/"),
    ("http://opyt.example:80/", "http://opyt.example/"),
    ("http://opyt.example:443/", "http://opyt.example:443/"),
    ("http://localhost:08080", "http://localhost:8080/"),
    ("https://opyt.example:/", "https://opyt.example/"),
    ("https://127.0.0.1/", "https://127.0.0.1/"),
    ("https://opyt.example/a%2fb%41-%7e/", "https://opyt.example/a%2FbA-~/"),
    ("https://opyt.example/(a),b;c=d@e:f!$&*+", "https://opyt.example/(a),b;c=d@e:f!$&*+/"),
    (
      "https://opyt.example/" + String(repeating: "a", count: 300),
      "https://opyt.example/" + String(repeating: "a", count: 300) + "/"
    ),
    (
      "https://" + String(repeating: "a", count: 63) + ".example",
      "https://" + String(repeating: "a", count: 63) + ".example/"
    ),
  ])
  func hasOneSpelling(typed: String, expected: String) throws {
    let address = try SiteAddress(parsing: typed)
    #expect(address.url().text == expected)
    #expect(try SiteAddress(parsing: expected) == address, "its own spelling is read as the same")
  }

  @Test func partsAndPaths() throws {
    let address = try SiteAddress(parsing: "https://Опыт.рф:8443/сеть")
    #expect(address.host == "xn--n1acj9a.xn--p1ai")
    #expect(address.rootPath == "/%D1%81%D0%B5%D1%82%D1%8C/")
    #expect(
      address.url("proekty/Дневник.pdf").text
        == "https://xn--n1acj9a.xn--p1ai:8443/%D1%81%D0%B5%D1%82%D1%8C/proekty/%D0%94%D0%BD%D0%B5%D0%B2%D0%BD%D0%B8%D0%BA.pdf"
    )
    #expect(try SiteAddress(parsing: "https://opyt.example").rootPath == "/")
  }

  @Test(arguments: [
    ("", "начинается с https://"),
    ("опыт.рф", "начинается с https://"),
    ("opyt.example:443", "начинается с https://"),
    ("ftp://opyt.example", "начинается с https://"),
    ("https:/opyt.example", "начинается с https://"),
    ("//opyt.example", "начинается с https://"),
    ("https://", "нет имени сайта"),
    ("https:///сеть", "нет имени сайта"),
    ("https://:80/", "нет имени сайта"),
    ("https://опыт .рф", "пробел"),
    (" https://опыт.рф", "начинается с https://"),
    ("https://опыт.рф/моя сеть", "пробел"),
    ("https://опыт.рф/моя\u{A0}сеть", "пробел"),
    ("https://опыт.рф/\u{200B}", "невидимый"),
    ("https://опыт.рф/\u{0}", "невидимый"),
    ("https://опыт.рф/\u{202E}", "невидимый"),
    ("https://опыт.рф/?a", "не бывает ?"),
    ("https://опыт.рф/#a", "не бывает ?"),
    ("https://опыт.рф/'", "кавычек"),
    ("https://опыт.рф/\"", "кавычек"),
    ("https://опыт.рф\\", "косой"),
    ("https://[::1]/", "скобок"),
    ("https://admin@опыт.рф", "имени пользователя"),
    ("https://admin:secret@опыт.рф/", "имени пользователя"),
    ("https://опыт.рф:65536", "порт"),
    ("https://опыт.рф:0", "порт"),
    ("https://опыт.рф:+80", "порт"),
    ("https://опыт.рф:80:80", "порт"),
    ("https://опыт.рф:99999999999999999999", "порт"),
    ("https://::1/", "нет имени сайта"),
    ("https://-a.рф", "дефисом"),
    ("https://а-.рф", "дефисом"),
    ("https://-a.example", "дефисом"),
    ("https://аб--вг.рф", "дефисы"),
    ("https://a..example", "между точками пусто"),
    ("https://.рф", "между точками пусто"),
    ("https://.", "между точками пусто"),
    ("https://а。。рф", "между точками пусто"),
    ("https://a_b.example", "не «_»"),
    ("https://а＿б.рф", "не «_»"),
    ("https://а\u{FF0F}б.рф", "знак, которого"),
    ("https://a%41.example", "не «%»"),
    ("https://a,b.example", "не «,»"),
    ("https://☃.рф", "знак, которого"),
    ("https://א1a.рф", "справа налево"),
    ("https://xn--zzzzzz99999.рф", "xn--"),
    ("https://xn--a.рф", "xn--"),
    ("https://xn--.рф", "xn--"),
    ("https://xn--abc.example", "xn--"),
    ("https://" + String(repeating: "a", count: 64) + ".example", "63"),
    ("https://" + String(repeating: "жук", count: 20) + ".рф", "63"),
    ("https://" + String(repeating: "a.", count: 130) + "example", "253"),
    ("https://" + String(repeating: "й.", count: 60) + "рф", "253"),
    ("https://опыт.рф/100%", "за знаком %"),
    ("https://опыт.рф/%zz", "за знаком %"),
    ("https://опыт.рф/%+1", "за знаком %"),
    ("https://опыт.рф/a//b", "две косые"),
    ("https://опыт.рф//evil.example/", "две косые"),
    ("https://опыт.рф/../", "«..»"),
    ("https://опыт.рф/a/%2e%2E/", "«..»"),
    ("https://опыт.рф/./", "«.»"),
  ])
  func saysWhyNot(typed: String, reason: String) throws {
    let fault = try #require(throws: SiteAddress.Fault.self) { try SiteAddress(parsing: typed) }
    #expect(fault.reason.russian.contains(reason), "\(fault.reason.russian)")
    #expect(!fault.reason.english.unicodeScalars.contains { ("а"..."я").contains($0) })
  }
}
