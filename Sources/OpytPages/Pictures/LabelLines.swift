/// Words in lines: SVG breaks none by itself.
enum LabelLines {
  /// - Parameters:
  ///   - length: how many characters a line has at most.
  ///   - count: how many lines there are at most; the last one ends with «…» where words are left.
  static func lines(_ words: String, length: Int, count: Int) -> [String] {
    var lines: [String] = []
    var line = ""
    // What is no line's is not looked at: titles may be long.
    var rest = words.prefix(length * (count + 2)).split(separator: " ").map(String.init)[...]
    while var word = rest.popFirst() {
      // What no-break blanks hold together is parted only where it fits no line.
      if word.count > length {
        rest.insert(String(word.dropFirst(length - 1)), at: rest.startIndex)
        word = String(word.prefix(length - 1)) + "\u{2011}"
      }
      if line.isEmpty {
        line = word
      } else if line.count + 1 + word.count <= length {
        line += " " + word
      } else {
        lines.append(line)
        line = word
      }
      if lines.count == count {
        let last = lines[count - 1]
        lines[count - 1] = (last.count >= length ? String(last.prefix(length - 1)) : last) + "…"
        return lines
      }
    }
    if !line.isEmpty { lines.append(line) }
    return lines
  }
}
