import OpytText

/// Counts a text's footnotes. libcmark-gfm numbers the references and sorts the definitions by number.
struct Footnotes {
  private var references: [Int: Int] = [:]
  /// The number of the definition that is being written; 0 before the first.
  private(set) var current = 0

  /// Whether the list of footnotes has begun.
  var isOpen: Bool { current > 0 }

  /// How often the footnote has been referred to, this time included.
  mutating func refer(to number: Int) -> Int {
    references[number, default: 0] += 1
    return references[number, default: 1]
  }

  /// The number of the next definition.
  mutating func define() -> Int {
    current += 1
    return current
  }

  func referenceCount(_ number: Int) -> Int { references[number, default: 0] }
}

extension BodyRenderer {
  mutating func appendFootnoteReference(_ node: CMarkTree.Node) {
    guard let number = Int(node.literal) else { return }
    let occurrence = footnotes.refer(to: number)
    let id = "id=\"fnref_\(number)\(occurrence > 1 ? "-\(occurrence)" : "")\""
    // A link can't stand in a link.
    let markup =
      isInLink ? "<sup \(id)>\(number)</sup>" : "<sup><a href=\"#fn_\(number)\" \(id)>\(number)</a></sup>"
    append(markup)
    typography?.passObject()
  }

  mutating func openFootnote() {
    if !footnotes.isOpen {
      append("<section class=\"footnotes\" aria-label=\"")
      HTMLEscaping.append(labels.footnotes, to: &html.bytes)
      append("\">\n<ol>\n")
    }
    append("<li id=\"fn_\(footnotes.define())\">" as String)
  }

  /// The links back stand behind the last words, or on their own where the footnote ends with a list or a table.
  mutating func closeFootnote(_ node: CMarkTree.Node) {
    if node.lastChild?.kind != .paragraph, footnotes.referenceCount(footnotes.current) > 0 {
      append("<p>")
      appendBackReferences()
      append("</p>\n")
    }
    append("</li>\n")
  }

  mutating func appendBackReferences() {
    let number = footnotes.current
    // None where the only reference stands in an image's description.
    for occurrence in 0..<footnotes.referenceCount(number) {
      let suffix = occurrence > 0 ? "-\(occurrence + 1)" : ""
      append(" <a href=\"#fnref_\(number)\(suffix)\" aria-label=\"" as String)
      HTMLEscaping.append(labels.backToText, to: &html.bytes)
      if occurrence > 0 { append(" \(occurrence + 1)" as String) }
      append("\">↩</a>")
    }
  }
}
