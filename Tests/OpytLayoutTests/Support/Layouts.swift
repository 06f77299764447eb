import OpytDiagnostics
import OpytLayout
import OpytText

/// A library of one root, called `page` in `page.mustache`, and others, each in `<name>.mustache`.
func library(_ page: String, _ others: [String: String] = [:]) -> LayoutLibrary {
  LayoutLibrary(
    sources: [LayoutSource(name: "page", file: "page.mustache", text: page)]
      + others.map { LayoutSource(name: $0.key, file: "\($0.key).mustache", text: $0.value) })
}

extension CompiledLayout {
  func string(_ value: LayoutValue) -> String {
    var buffer = OutputBuffer()
    render(value, into: &buffer)
    return String(decoding: buffer.bytes, as: UTF8.self)
  }
}

/// `layout-context page.mustache:1:4-11 suggestion`: what a test compares of a diagnostic.
func summary(_ diagnostic: Diagnostic) -> String {
  var result = "\(diagnostic.code.rawValue) \(diagnostic.location.file)"
  if let range = diagnostic.location.range {
    result += ":\(range.start.line):\(range.start.column)-"
    result += range.start.line == range.end.line ? "" : "\(range.end.line):"
    result += "\(range.end.column)"
  }
  if let suggestion = diagnostic.suggestion { result += " \(suggestion.value)" }
  return result
}

/// What a page of the tests may name: one of each type, and some nested ones.
enum TestPage {
  static let author = RecordType([("name", .text), ("page", .url), ("tags", .list(.text))])
  static let card = RecordType([("title", .text), ("address", .url), ("author", .record(author))])
  static let type = RecordType([
    ("title", .text), ("body", .html), ("address", .url), ("count", .number), ("isDraft", .flag),
    ("author", .record(author)), ("cards", .list(.record(card))), ("tags", .list(.text)),
    ("links", .list(.url)),
  ])

  static func compile(_ page: String, _ others: [String: String] = [:]) -> [String] {
    library(page, others).compile("page", for: type).diagnostics.map(summary)
  }
}

extension TestPage {
  static let sample = type.value { page in
    page["title"] = .text("Огород & «дом»")
    page["body"] = .html(HTMLFragment(trusted: Array("<p>Разметка</p>".utf8)))
    page["address"] = .url(WebAddress(relative: "proekty/ogorod.html"))
    page["count"] = .number(3)
    page["tags"] = .list([.text("среда"), .text("<дом>")])
    page["cards"] = .list(
      (1...2).map { number in
        card.value {
          $0["title"] = .text("Карточка \(number)")
          $0["address"] = .url(WebAddress(relative: "\(number).html"))
          $0["author"] = author.value { $0["name"] = .text("Оля") }
        }
      })
  }

  static func render(_ page: String, _ others: [String: String] = [:]) -> String? {
    library(page, others).compile("page", for: type).layout?.string(sample)
  }
}
