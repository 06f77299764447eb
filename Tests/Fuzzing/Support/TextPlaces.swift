import OpytDiagnostics
import OpytMarkup

/// The lines of a text: where a diagnostic may point.
struct TextPlaces {
  /// How many scalars each line has, without its end.
  private let columns: [Int]

  init(_ bytes: [UInt8]) {
    var bytes = bytes[...]
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { bytes = bytes.dropFirst(3) }
    columns = bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false).map { line in
      line.count { $0 & 0xC0 != 0x80 }
    }
  }

  func contains(_ position: SourcePosition) -> Bool {
    // Behind the last line end is a place too.
    let line = Int(position.line)
    guard line >= 1, line <= columns.count + 1, position.column >= 1 else { return false }
    return Int(position.column) <= (line <= columns.count ? columns[line - 1] : 0) + 2
  }

  func check(_ range: SourceRange, _ words: @autoclosure () -> String) {
    promise(
      range.start <= range.end && contains(range.start) && contains(range.end),
      "\(words()): \(range) is outside of a text of \(columns.count) lines")
  }

  func check(_ diagnostics: [Diagnostic]) {
    for diagnostic in diagnostics {
      if let range = diagnostic.location.range { check(range, diagnostic.code.rawValue) }
      for note in diagnostic.notes {
        if let range = note.location?.range { check(range, "note of \(diagnostic.code.rawValue)") }
      }
      for fix in diagnostic.fixes { check(fix.range, "fix of \(diagnostic.code.rawValue)") }
      promise(!diagnostic.message.russian.isEmpty, "\(diagnostic.code.rawValue) says nothing")
    }
  }

  /// Every node, its keys and its values.
  func check(_ node: FrontMatterNode) {
    check(node.range, "node")
    switch node {
    case .scalar: break
    case .list(let items, _): items.forEach(check)
    case .mapping(let entries, _):
      for entry in entries {
        check(entry.keyRange, "key")
        check(entry.value)
      }
    }
  }
}
