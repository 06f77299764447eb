import OpytDiagnostics
import OpytLayout
import OpytText

/// A layout is refused, at places that it has, or prints pages whose markup no author's words can change.
enum LayoutPromises {
  private static let author = RecordType([("name", .text), ("page", .url), ("tags", .list(.text))])
  private static let card = RecordType([("title", .text), ("address", .url), ("author", .record(author))])
  private static let page = RecordType([
    ("title", .text), ("body", .html), ("address", .url), ("count", .number), ("isDraft", .flag),
    ("author", .record(author)), ("cards", .list(.record(card))), ("tags", .list(.text)), ("links", .list(.url)),
  ])

  private static let strings: StringTable = {
    let texts = [
      "hello": "\"<b>\" & 'x'", "named": "{title}", "counted": "{count, plural, one {# сад} other {# садов}}",
    ]
    return StringTable(
      texts.compactMapValues { text in
        (try? MessageFormat(parsing: text)).map { .init($0, at: SourceLocation(file: "ru.json")) }
      })
  }()

  /// - Parameter bytes: a page, and behind each zero byte one of the layouts `a`, `b` and `c` that it may include.
  static func check(_ bytes: [UInt8]) {
    let parts = bytes.split(separator: 0, maxSplits: 3, omittingEmptySubsequences: false).map(Array.init)
    let names = ["page", "a", "b", "c"]
    let sources = zip(names, parts).map { LayoutSource(name: $0, file: "\($0).mustache", bytes: $1) }
    let library = LayoutLibrary(sources: sources, strings: strings)
    let (layout, diagnostics) = library.compile("page", for: page)
    let places = zip(sources, parts).map { ($0.file, TextPlaces($1)) }
    for (file, places) in places { places.check(diagnostics.filter { $0.location.file == file && $0.notes.isEmpty }) }
    promise((layout == nil) == diagnostics.containsErrors, "a layout or an error, not both")
    _ = library.syntaxDiagnostics()
    guard let layout else { return }
    checkShapes(layout)
  }

  private static let harmfulWords = [
    "\"><script>alert(1)</script><p title=\"", "' onmouseover='alert(1)", "</title></textarea></style></script>-->]]>",
    "javascript:alert(1)", "&quot;&#60;{{title}}", "`${alert(1)}`", "x onerror=alert(1) ", "<!--<script>",
  ]

  private static func checkShapes(_ layout: CompiledLayout) {
    let plain = BrowserTokens.shape(of: printed(layout, "слово", "a.html"))
    for words in harmfulWords {
      let address = WebAddress(authored: words)?.text ?? "a.html"
      let shape = BrowserTokens.shape(of: printed(layout, words, address))
      promise(shape == plain, "“\(words)” changes the page: \(plain) becomes \(shape)")
    }
  }

  private static func printed(_ layout: CompiledLayout, _ words: String, _ address: String) -> [UInt8] {
    let url = LayoutValue.url(WebAddress(relative: address))
    let author = LayoutValue.record([.text(words), url, .list([.text(words)])])
    let page = LayoutValue.record([
      .text(words), .html(HTMLFragment(trusted: Array("<b>x</b>".utf8))), url, .number(2), .flag(true), author,
      .list([.record([.text(words), url, author]), .record([.text(words), .absent, .absent])]),
      .list([.text(words), .text(words)]), .list([url]),
    ])
    var buffer = OutputBuffer()
    layout.render(page, into: &buffer)
    return buffer.bytes
  }
}
