import CMarkGFM
import Synchronization

/// What libcmark-gfm keeps for the whole process: its extensions, and tables that not every version keeps still.
///
/// libcmark-gfm 0.29.0.gfm.6 looks for the characters that extensions begin with in two tables of the process.
/// `process_inlines` enters those of the parser's extensions and takes them out when the text is done, while
/// another thread may still need them: texts come out wrong. Nothing else writes to the tables, and a text only reads the
/// entries of characters that stand in it. So:
/// - `:` and `w` of autolinks are entered once, and the extension's own list of them is emptied;
/// - `~` of strikethrough must stay in its list, which is also read to find the extension, so a text with `~` is parsed
///   while no other one with `~` is, and one without `~` is parsed without the extension, and writes nothing.
///
/// Later versions keep the tables with each parser and need the lists; they and any other have one text at a time.
enum CMarkLibrary {
  /// What a text needs.
  struct Needs {
    let hasTilde: Bool
  }

  /// Parses a text with `parse`, beside others where that is safe.
  static func parse(_ needs: Needs, _ parse: () -> Void) {
    if isKnown, !needs.hasTilde { parse() } else { gate.withLock { _ in parse() } }
  }

  private static let gate = Mutex(())

  /// Makes a parser that takes its memory from `allocator`.
  static func makeParser(_ needs: Needs, _ allocator: UnsafeMutablePointer<cmark_mem>) -> OpaquePointer {
    // libcmark-gfm ends the process itself when memory is exhausted, so it always gives a parser.
    guard let parser = cmark_parser_new_with_mem(options, allocator) else { preconditionFailure("no parser") }
    cmark_parser_attach_syntax_extension(parser, find("table"))
    if needs.hasTilde { cmark_parser_attach_syntax_extension(parser, find("strikethrough")) }
    cmark_parser_attach_syntax_extension(parser, find("tasklist"))
    cmark_parser_attach_syntax_extension(parser, find("autolink"))
    return parser
  }

  private static let options = CMARK_OPT_FOOTNOTES | CMARK_OPT_STRIKETHROUGH_DOUBLE_TILDE

  private static func find(_ name: String) -> OpaquePointer {
    guard let found = cmark_find_syntax_extension(name) else { preconditionFailure("no extension \(name)") }
    return found
  }

  /// Whether the library is the version described above; then its tables are ready.
  private static let isKnown: Bool = {
    cmark_gfm_core_extensions_ensure_registered()
    guard cmark_version() == 0 << 24 | 29 << 16 | 0 << 8 | 6 else { return false }
    let parser = makeParser(Needs(hasTilde: false), cmark_get_default_mem_allocator())
    defer { cmark_parser_free(parser) }
    cmark_manage_extensions_special_characters(parser, 1)
    cmark_syntax_extension_set_special_inline_chars(find("autolink"), nil)
    return true
  }()
}
