/// What `<!--` in a script does to its end tag: behind it, a `<script` hides the next `</script>` (HTML standard
/// §13.2.5.26, “Script data double escaped state”).
struct ScriptText: Hashable {
  private static let signs = ["<!--", "-->", "<script", "</script"].map { Array($0.utf8) }

  /// What was read of one of the signs, in small letters. Contexts are compared: nothing else may be kept.
  private var recent: [UInt8] = []
  private var isComment = false
  /// Whether the next end tag ends nothing.
  private(set) var hidesEnd = false

  mutating func advance(over byte: UInt8) {
    recent.append(byte)
    if ends(with: "<!--") {
      isComment = true
    } else if ends(with: "-->") {
      (isComment, hidesEnd) = (false, false)
    } else if isComment, " \t\n\u{C}\r/>".utf8.contains(byte) {
      if recent.dropLast().elementsEqual("<script".utf8) { hidesEnd = true }
      if recent.dropLast().elementsEqual("</script".utf8) { hidesEnd = false }
    }
    while !recent.isEmpty, !Self.signs.contains(where: { $0.starts(with: recent) }) { recent.removeFirst() }
  }

  private func ends(with text: String) -> Bool { recent.suffix(text.utf8.count).elementsEqual(text.utf8) }
}
