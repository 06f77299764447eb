import OpytLayout
import OpytText

/// A document's text where there is no site around it: nothing is fetched, and nothing waits to be clicked.
///
/// It reads the HTML that ``BodyRenderer`` wrote, in which `<` and `>` are always the edges of a tag.
struct MailText: Sendable {
  private enum Piece {
    case text(ArraySlice<UInt8>)
    /// With its angle brackets.
    case tag(ArraySlice<UInt8>)
  }

  private let pieces: [Piece]

  init(_ html: HTMLFragment) {
    var pieces: [Piece] = []
    var rest = html.bytes[...]
    while let first = rest.first {
      if first == UInt8(ascii: "<") {
        let end = rest.firstIndex(of: UInt8(ascii: ">")).map { $0 + 1 } ?? rest.endIndex
        pieces.append(.tag(rest[..<end]))
        rest = rest[end...]
      } else {
        let end = rest.firstIndex(of: UInt8(ascii: "<")) ?? rest.endIndex
        pieces.append(.text(rest[..<end]))
        rest = rest[end...]
      }
    }
    self.pieces = pieces
  }

  /// The same text with descriptions for pictures and signs for boxes to tick.
  var html: HTMLFragment {
    var output: [UInt8] = []
    for piece in pieces {
      switch piece {
      case .text(let text): output.append(contentsOf: text)
      case .tag(let tag) where Self.name(of: tag) == "img":
        // Escaped already: it was an attribute's value.
        output.append(contentsOf: Self.value(of: "alt", in: tag))
      case .tag(let tag) where Self.name(of: tag) == "input":
        output.append(contentsOf: (Self.has("checked", in: tag) ? "☑" : "☐").utf8)
      case .tag(let tag): output.append(contentsOf: tag)
      }
    }
    return HTMLFragment(trusted: output)
  }

  /// The paragraphs without markup, in one line each; lists, tables, quotations and headings are left out.
  var paragraphs: [String] {
    var paragraphs: [String] = []
    var words: [UInt8] = []
    var isInParagraph = false
    // Inside of a quotation, a list and the like; inside of a footnote's number.
    var depth = 0
    var isRaised = false
    for piece in pieces {
      switch piece {
      case .text(let text): if isInParagraph, !isRaised { words.append(contentsOf: text) }
      case .tag(let tag):
        switch Self.name(of: tag) {
        case "p":
          isInParagraph = depth == 0
          words = []
        case "/p":
          let text = Self.plain(words)
          if isInParagraph, !text.isEmpty { paragraphs.append(text) }
          isInParagraph = false
        case "blockquote", "ul", "ol", "section": depth += 1
        case "/blockquote", "/ul", "/ol", "/section": depth -= 1
        case "sup": isRaised = true
        case "/sup": isRaised = false
        case "br": words.append(UInt8(ascii: " "))
        default: break
        }
      }
    }
    return paragraphs
  }

  private static func name(of tag: ArraySlice<UInt8>) -> String {
    String(decoding: tag.dropFirst().prefix { $0 != UInt8(ascii: ">") && $0 != UInt8(ascii: " ") }, as: UTF8.self)
  }

  private static func has(_ attribute: String, in tag: ArraySlice<UInt8>) -> Bool {
    tag.firstRange(of: Array(" \(attribute)".utf8)) != nil
  }

  private static func value(of attribute: String, in tag: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    guard let start = tag.firstRange(of: Array(" \(attribute)=\"".utf8))?.upperBound else { return [] }
    return tag[start...].prefix { $0 != UInt8(ascii: "\"") }
  }

  /// Without the escapes of ``HTMLEscaping``, in one line.
  private static func plain(_ html: [UInt8]) -> String {
    var text = String(decoding: html, as: UTF8.self)
    if html.contains(UInt8(ascii: "&")) {
      for (escape, sign) in [("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&#39;", "'"), ("&amp;", "&")] {
        text = text.replacing(escape, with: sign)
      }
    }
    return text.split { $0 == " " || $0 == "\t" || $0.isNewline }.joined(separator: " ")
  }
}
