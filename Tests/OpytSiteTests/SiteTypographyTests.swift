import Foundation
import Testing

@testable import OpytSite

/// Typography adds nothing to what people copy and programs read.
@Suite struct SiteTypographyTests {
  private static let title = "Исследовательская лаборатория - \"Вода\" в саду № 5"
  private static let summary = "Экспериментирование с водой... и не только"
  private static let body = """
    Дети 5 лет - и их **мамы** - в саду говорят: "Вода мокрая".

    | Направление | Что |
    |---|---|
    | Исследовательская деятельность | в саду |
    """

  private func site(language: String = "ru") throws -> TemporarySite {
    let site = try TemporarySite([
      "site-config.json":
        #"{"title": "Сеть - сад", "language": "\#(language)", "base_url": "https://opyt.example/"}"#,
      "content/cases/voda.md": TemporarySite.material(title: "'\(Self.title)'")
        .replacing(/summary: .*/, with: "summary: '\(Self.summary)'") + "\n" + Self.body + "\n",
    ])
    _ = try site.build()
    return site
  }

  /// The words and signs of a page with quotes, dashes and dots as they are typed.
  private func typed(_ text: String) -> String {
    var text = text.asWritten.replacing(/<[^>]*>/, with: "").replacing("&quot;", with: "\"")
    for (sign, typed) in [("—", "-"), ("«", "\""), ("»", "\""), ("…", "...")] {
      text = text.replacing(sign, with: typed)
    }
    return text
  }

  @Test func whatIsCopiedFromAPageAreTheAuthorsWords() throws {
    let page = try site().read("public/keysy/voda.html")
    #expect(page.contains("Иссле\u{AD}до\u{AD}ва\u{AD}тель\u{AD}ская"), "the heading may break")
    #expect(page.contains("«Вода» в\u{A0}саду №\u{A0}5"))
    let words = typed(page)
    for text in [
      Self.title, Self.summary, "Дети 5 лет - и их мамы - в саду говорят: \"Вода мокрая\".",
      "Исследовательская деятельность",
    ] {
      #expect(words.contains(text), "\(text)")
    }
  }

  @Test func whatProgramsReadHasNoSoftHyphens() throws {
    let site = try site()
    for (path, data) in try site.tree() where !path.hasSuffix(".html") {
      #expect(!String(decoding: data, as: UTF8.self).contains("\u{AD}"), "\(path)")
    }
    let page = try site.read("public/keysy/voda.html")
    for match in page.matches(of: /<title>[^<]*<\/title>|="[^"]*"/) { #expect(!match.0.contains("\u{AD}")) }
    let feed = try site.read("public/feed.xml")
    #expect(feed.contains("«Вода» в\u{A0}саду №\u{A0}5"))
    #expect(feed.contains("<title>Сеть\u{A0}— сад</title>"))
  }

  @Test func anEnglishSiteIsLeftAsItWasWritten() throws {
    // The file that readers may begin is in Russian, as what is said of its fields.
    let page = try site(language: "en").read("public/keysy/voda.html")
      .replacing(/<pre id="opyt_beginning"[^>]*>[^<]*<\/pre>/, with: "")
    #expect(page.contains("- &quot;Вода&quot; в саду № 5"))
    #expect(!page.contains("\u{AD}") && !page.contains("«"))
  }
}
