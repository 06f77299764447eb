import CMarkArena
import CMarkGFM
import OpytText

/// A parsed Markdown text. It owns the memory of the tree and gives all of it back at once. With `CMarkLibrary` the
/// only file that touches libcmark-gfm.
package struct CMarkTree: ~Copyable {
  /// One tree node. Valid as long as its tree.
  struct Node {
    fileprivate let pointer: UnsafeMutablePointer<cmark_node>
  }

  private let arena: OpaquePointer
  private let root: UnsafeMutablePointer<cmark_node>

  /// Nil where the tree would take more than so many bytes of memory.
  package init?(_ text: Span<UInt8>, limit: Int = .max) {
    let arena = opyt_arena_borrow()
    guard let root = text.withUnsafeBufferPointer({ Self.parse($0, in: arena, limit: limit) }) else {
      opyt_arena_return(arena)
      return nil
    }
    self.arena = arena
    self.root = root
  }

  deinit { opyt_arena_return(arena) }

  private static func parse(
    _ text: UnsafeBufferPointer<UInt8>, in arena: OpaquePointer, limit: Int
  ) -> UnsafeMutablePointer<cmark_node>? {
    var root: UnsafeMutablePointer<cmark_node>?
    let needs = CMarkLibrary.Needs(hasTilde: text.firstIndex(of: UInt8(ascii: "~"), from: 0) != nil)
    CMarkLibrary.parse(needs) {
      // Nothing here leaves this thread, and nothing but the parser takes memory from the arena.
      opyt_arena_begin(arena)
      defer { opyt_arena_end() }
      let parser = CMarkLibrary.makeParser(needs, opyt_arena_allocator())
      text.withMemoryRebound(to: CChar.self) {
        root = opyt_arena_parse(arena, parser, $0.baseAddress, $0.count, limit)
      }
    }
    return root
  }

  /// Visits every node in document order, on the way in and, if it has children or may have some, on the way out.
  borrowing func visit(_ visitor: inout some NodeVisitor) {
    var node = root
    while true {
      visitor.enter(Node(pointer: node))
      if let child = node.pointee.first_child {
        node = child
        continue
      }
      visitor.leave(Node(pointer: node))
      while node.pointee.next == nil {
        guard node != root, let parent = node.pointee.parent else { return }
        node = parent
        visitor.leave(Node(pointer: node))
      }
      guard node != root, let next = node.pointee.next else { return }
      node = next
    }
  }
}

/// What walks through a tree.
protocol NodeVisitor {
  mutating func enter(_ node: CMarkTree.Node)
  mutating func leave(_ node: CMarkTree.Node)
}

extension CMarkTree.Node {
  enum Kind {
    case document, blockQuote, list, item, codeBlock, htmlBlock, paragraph, heading, thematicBreak, footnoteDefinition
    case table, tableRow, tableCell
    case text, softBreak, lineBreak, code, inlineHTML, emphasis, strong, link, image, footnoteReference, strikethrough
    case other
  }

  enum Alignment {
    case left, center, right
  }

  var kind: Kind {
    let type = cmark_node_type(UInt32(pointer.pointee.type))
    switch type {
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
    default: break
    }
    if type == opyt_node_table_cell() { return .tableCell }
    if type == opyt_node_table_row() { return .tableRow }
    if type == opyt_node_table() { return .table }
    if type == opyt_node_strikethrough() { return .strikethrough }
    return .other
  }

  var parent: Self? { pointer.pointee.parent.map(Self.init) }
  var previous: Self? { pointer.pointee.prev.map(Self.init) }
  var next: Self? { pointer.pointee.next.map(Self.init) }
  var firstChild: Self? { pointer.pointee.first_child.map(Self.init) }
  var children: some Sequence<Self> {
    sequence(state: firstChild) { next in
      defer { next = next?.next }
      return next
    }
  }
  var lastChild: Self? { pointer.pointee.last_child.map(Self.init) }

  /// Lines from 1 in the parsed text; nil where libcmark-gfm keeps none. It says that HTML of one line ends before
  /// it starts.
  var lines: ClosedRange<Int>? {
    let start = Int(pointer.pointee.start_line)
    return start > 0 ? start...max(start, Int(pointer.pointee.end_line)) : nil
  }

  /// Of a block, in bytes from 1. That of an inline is not to be relied on.
  var startColumn: Int { Int(pointer.pointee.start_column) }

  /// For a heading: whether a line below it makes it one.
  var isUnderlined: Bool { pointer.pointee.as.heading.setext }
  /// For a code block: whether fences make it one, and not an indent.
  var isFenced: Bool { pointer.pointee.as.code.fenced != 0 }

  var headingLevel: Int { Int(cmark_node_get_heading_level(pointer)) }
  var isTightList: Bool { cmark_node_get_list_tight(pointer) != 0 }
  var isOrderedList: Bool { cmark_node_get_list_type(pointer) == CMARK_ORDERED_LIST }
  var listStart: Int { Int(cmark_node_get_list_start(pointer)) }
  var isHeaderRow: Bool { cmark_gfm_extensions_get_table_row_is_header(pointer) != 0 }

  /// For an item of a task list: whether it is done.
  var taskState: Bool? {
    guard pointer.pointee.extension != nil, let name = cmark_node_get_type_string(pointer),
      String(cString: name) == "tasklist"
    else { return nil }
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

  // MARK: Texts

  /// Of a link or an image.
  var address: String { String(pointer.pointee.as.link.url) }
  /// Of a link or an image. Valid as long as the tree.
  var addressBytes: UnsafeBufferPointer<UInt8> { UnsafeBufferPointer(pointer.pointee.as.link.url) }
  /// Of a link or an image.
  var title: String { String(pointer.pointee.as.link.title) }
  /// Of a code block.
  var codeInfo: String { String(pointer.pointee.as.code.info) }

  /// Of a text, code, HTML, or a reference to a footnote.
  var literal: String { String(pointer.pointee.as.literal) }

  /// Of a text, code, or HTML. Valid as long as the tree.
  var literalBytes: UnsafeBufferPointer<UInt8> { UnsafeBufferPointer(pointer.pointee.as.literal) }
  /// Of a code block. Valid as long as the tree.
  var codeBytes: UnsafeBufferPointer<UInt8> { UnsafeBufferPointer(pointer.pointee.as.code.literal) }
}

extension UnsafeBufferPointer<UInt8> {
  fileprivate init(_ chunk: cmark_chunk) {
    self.init(start: chunk.data, count: Int(chunk.len))
  }
}

extension String {
  fileprivate init(_ chunk: cmark_chunk) {
    self.init(decoding: UnsafeBufferPointer(chunk), as: UTF8.self)
  }
}
