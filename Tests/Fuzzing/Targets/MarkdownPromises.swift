import OpytDiagnostics
import OpytMarkup
import OpytText

/// Whatever an author writes, a page gets well-formed HTML of harmless elements, with the author's words in it.
enum MarkdownPromises {
  private static let head = Array("---\ntitle: x\n---\n".utf8)

  static func check(_ bytes: [UInt8]) {
    let written = head + bytes
    let file = SourceFile(path: "content/projects/a.md", bytes: written)
    let places = TextPlaces(written)
    for parser in [
      DocumentParser(plainText: .whole), DocumentParser(typography: .russian), DocumentParser(style: .letter),
    ] {
      let (document, diagnostics) = parser.parse(file)
      places.check(diagnostics)
      guard let document else {
        promise(diagnostics.containsErrors, "no document, and no error says why")
        return
      }
      check(document.body, places)
    }
    checkWords(bytes, file)
  }

  /// Without signs that make something other than words of a word, all letters are there, in their order.
  private static func checkWords(_ bytes: [UInt8], _ file: SourceFile) {
    guard !bytes.contains(where: { "<[&`~\\".utf8.contains($0) }) else { return }
    guard let body = DocumentParser().parse(file).document?.body else { return }
    let page = CheckedHTML(body.html.filled { _, _ in false }.bytes)
    promise(
      letters(page.text) == letters(bytes), "the page has other words: \(String(decoding: page.text, as: UTF8.self))")
  }

  private static func letters(_ bytes: [UInt8]) -> [Unicode.Scalar] {
    String(decoding: bytes, as: UTF8.self).unicodeScalars.filter(\.properties.isAlphabetic)
  }

  private static func check(_ body: MarkdownBody, _ places: TextPlaces) {
    for link in body.links {
      if let range = link.range { places.check(range, "link") }
      if let fragment = link.place?.fragment { places.check(fragment, "fragment") }
    }
    for hole in body.html.holes {
      promise(hole.offset <= body.html.bytes.count && body.links.indices.contains(hole.link), "a hole outside")
    }
    // All links lead somewhere, or none does.
    for leads in [true, false] {
      let filled = body.html.filled { link, output in
        guard leads else { return false }
        output += Array((body.links[link].isImage ? " src=\"a.png\"" : " href=\"a.html\"").utf8)
        return true
      }
      let page = CheckedHTML(filled.bytes)
      if leads {
        let ids = page.headings.compactMap(\.id)
        promise(ids == body.outline.map(\.id), "headings \(ids), outline \(body.outline.map(\.id))")
        promise(page.headings.map(\.level) == body.outline.map(\.level), "levels of headings")
      }
      var last = 1
      for heading in page.headings {
        promise(heading.level <= last + 1, "a level of headings is skipped")
        last = heading.level
      }
    }
  }
}
