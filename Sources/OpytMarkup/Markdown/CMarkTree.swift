import CMarkGFM
import OpytText
import Synchronization

/// A parsed Markdown text. The only file that touches libcmark-gfm; it owns the tree and frees it.
struct CMarkTree: ~Copyable {
  /// One tree node. Valid as long as its tree.
  struct Node: Equatable {
    fileprivate let pointer: OpaquePointer
  }

  struct Event {
    let node: Node
    let isEntering: Bool
  }

  private let parser: OpaquePointer
  private let root: OpaquePointer

  /// libcmark-gfm 0.29 changes global character tables while it parses with extensions, so one text at a time.
  private static let gate = Mutex(())

  private static let registered: Void = cmark_gfm_core_extensions_ensure_registered()

  init(_ text: ArraySlice<UInt8>) {
    _ = Self.registered
    (parser, root) = Self.gate.withLock { _ in Self.parse(text) }
  }

  private static func parse(_ text: ArraySlice<UInt8>) -> sending (parser: OpaquePointer, root: OpaquePointer) {
    let options = CMARK_OPT_FOOTNOTES | CMARK_OPT_STRIKETHROUGH_DOUBLE_TILDE
    // libcmark-gfm ends the process itself when memory is exhausted, so it always gives a parser and a tree.
    guard let parser = cmark_parser_new(options) else { preconditionFailure("no parser") }
    for name in ["table", "strikethrough", "tasklist", "autolink"] {
      guard let syntax = cmark_find_syntax_extension(name) else { preconditionFailure("no extension \(name)") }
      cmark_parser_attach_syntax_extension(parser, syntax)
    }
    text.withUnsafeBytes { bytes in
      cmark_parser_feed(parser, bytes.baseAddress?.assumingMemoryBound(to: CChar.self), bytes.count)
    }
    guard let root = cmark_parser_finish(parser) else { preconditionFailure("no tree") }
    return (parser, root)
  }

  deinit {
    cmark_node_free(root)
    cmark_parser_free(parser)
  }

  /// Visits every node in document order, containers on the way in and on the way out.
  borrowing func forEachEvent(_ visit: (Event) -> Void) {
    guard let iterator = cmark_iter_new(root) else { return }
    defer { cmark_iter_free(iterator) }
    while true {
      let event = cmark_iter_next(iterator)
      guard event != CMARK_EVENT_DONE, let node = cmark_iter_get_node(iterator) else { return }
      visit(Event(node: Node(pointer: node), isEntering: event == CMARK_EVENT_ENTER))
    }
  }
}

extension CMarkTree.Node {
  enum Kind {
    case document, blockQuote, list, item, codeBlock, htmlBlock, paragraph, heading, thematicBreak, footnoteDefinition
    case table, tableRow, tableCell
    case text, softBreak, lineBreak, code, inlineHTML, emphasis, strong, link, image, footnoteReference, strikethrough
    case other
  }

  enum Alignment: String {
    case left, center, right
  }

  var kind: Kind {
    let type = cmark_node_get_type(pointer)
    switch type {
    case CMARK_NODE_DOCUMENT: return .document
    case CMARK_NODE_BLOCK_QUOTE: return .blockQuote
    case CMARK_NODE_LIST: return .list
    case CMARK_NODE_ITEM: return .item
    case CMARK_NODE_CODE_BLOCK: return .codeBlock
    case CMARK_NODE_HTML_BLOCK: return .htmlBlock
    case CMARK_NODE_PARAGRAPH: return .paragraph
    case CMARK_NODE_HEADING: return .heading
    case CMARK_NODE_THEMATIC_BREAK: return .thematicBreak
    case CMARK_NODE_FOOTNOTE_DEFINITION: return .footnoteDefinition
    case CMARK_NODE_TEXT: return .text
    case CMARK_NODE_SOFTBREAK: return .softBreak
    case CMARK_NODE_LINEBREAK: return .lineBreak
    case CMARK_NODE_CODE: return .code
    case CMARK_NODE_HTML_INLINE: return .inlineHTML
    case CMARK_NODE_EMPH: return .emphasis
    case CMARK_NODE_STRONG: return .strong
    case CMARK_NODE_LINK: return .link
    case CMARK_NODE_IMAGE: return .image
    case CMARK_NODE_FOOTNOTE_REFERENCE: return .footnoteReference
    default: break
    }
    if type == opyt_node_table() { return .table }
    if type == opyt_node_table_row() { return .tableRow }
    if type == opyt_node_table_cell() { return .tableCell }
    if type == opyt_node_strikethrough() { return .strikethrough }
    return .other
  }

  var parent: Self? { cmark_node_parent(pointer).map(Self.init) }
  var previous: Self? { cmark_node_previous(pointer).map(Self.init) }
  var next: Self? { cmark_node_next(pointer).map(Self.init) }
  var firstChild: Self? { cmark_node_first_child(pointer).map(Self.init) }
  var lastChild: Self? { cmark_node_last_child(pointer).map(Self.init) }

  /// Lines from 1 in the parsed text; nil where libcmark-gfm keeps none. It says that HTML of one line ends before
  /// it starts.
  var lines: ClosedRange<Int>? {
    let start = Int(cmark_node_get_start_line(pointer))
    return start > 0 ? start...max(start, Int(cmark_node_get_end_line(pointer))) : nil
  }

  var headingLevel: Int { Int(cmark_node_get_heading_level(pointer)) }
  var isTightList: Bool { cmark_node_get_list_tight(pointer) != 0 }
  var isOrderedList: Bool { cmark_node_get_list_type(pointer) == CMARK_ORDERED_LIST }
  var listStart: Int { Int(cmark_node_get_list_start(pointer)) }
  var isHeaderRow: Bool { cmark_gfm_extensions_get_table_row_is_header(pointer) != 0 }

  /// For an item of a task list: whether it is done.
  var taskState: Bool? {
    guard let name = cmark_node_get_type_string(pointer), String(cString: name) == "tasklist" else { return nil }
    return cmark_gfm_extensions_get_tasklist_item_checked(pointer)
  }

  /// The alignments of a table's columns.
  var columnAlignments: [Alignment?] {
    let count = Int(cmark_gfm_extensions_get_table_columns(pointer))
    guard let letters = cmark_gfm_extensions_get_table_alignments(pointer) else { return [] }
    return UnsafeBufferPointer(start: letters, count: count).map { letter in
      switch letter {
      case UInt8(ascii: "l"): .left
      case UInt8(ascii: "c"): .center
      case UInt8(ascii: "r"): .right
      default: nil
      }
    }
  }

  var address: String { cmark_node_get_url(pointer).map { String(cString: $0) } ?? "" }
  var title: String { cmark_node_get_title(pointer).map { String(cString: $0) } ?? "" }
  var codeInfo: String { cmark_node_get_fence_info(pointer).map { String(cString: $0) } ?? "" }
  var literal: String { cmark_node_get_literal(pointer).map { String(cString: $0) } ?? "" }

  var literalBytes: [UInt8] { withLiteral { Array($0) } }

  /// Appends the literal, escaped for HTML and as it is, without making a string of it.
  func appendLiteral(escapedTo html: inout [UInt8], plainTo text: inout [UInt8]) {
    withLiteral { literal in
      HTMLEscaping.append(literal, to: &html)
      text.append(contentsOf: literal)
    }
  }

  func appendLiteral(to text: inout [UInt8]) {
    withLiteral { text.append(contentsOf: $0) }
  }

  private func withLiteral<Result>(_ use: (UnsafeBufferPointer<UInt8>) -> Result) -> Result {
    guard let start = cmark_node_get_literal(pointer) else { return use(UnsafeBufferPointer(start: nil, count: 0)) }
    var count = 0
    while start[count] != 0 { count += 1 }
    return start.withMemoryRebound(to: UInt8.self, capacity: count) {
      use(UnsafeBufferPointer(start: $0, count: count))
    }
  }
}
