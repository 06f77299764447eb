import OpytText

/// Tables. A head without words is left out, and words for which there is no column stand in the last one.
extension BodyRenderer {
  mutating func openRow(_ node: CMarkTree.Node) {
    isInHeaderRow = node.isHeaderRow
    isBlankHead = isInHeaderRow && !node.children.contains { $0.firstChild != nil }
    column = 0
    extraWords = nil
    if let line = line(of: node) {
      lookalikes.enterBlock(line...line)
      if !isInHeaderRow { extraWords = lookalikes.enterRow(line: line, columns: alignments.count) }
    }
    if isBlankHead { return }
    append(isInHeaderRow ? "<thead>\n<tr>" : node.previous?.isHeaderRow == true ? "<tbody>\n<tr>" : "<tr>")
  }

  mutating func openCell(_ node: CMarkTree.Node) {
    if isBlankHead { return }
    let isHead = isInHeaderRow && node.firstChild != nil
    append(isHead ? "<th scope=\"col\"" : "<td")
    if column < alignments.count, let alignment = alignments[column] {
      switch alignment {
      case .left: append(" class=\"align-left\"")
      case .center: append(" class=\"align-center\"")
      case .right: append(" class=\"align-right\"")
      }
    }
    append(">")
    isInCell = style == .page
    column += 1
  }

  mutating func closeCell(_ node: CMarkTree.Node) {
    if isBlankHead { return }
    isInCell = false
    if node.next == nil, let words = extraWords { appendExtra(words) }
    append(isInHeaderRow && node.firstChild != nil ? "</th>" : "</td>")
    plain.append(" ")
  }

  /// Words that the parser has not read are shown as they were typed.
  private mutating func appendExtra(_ words: ArraySlice<UInt8>) {
    append("<br>")
    appendWordsToHTML(String(decoding: words, as: UTF8.self))
    plain.append(" ")
    Array(words).withUnsafeBufferPointer { plain.append($0) }
  }
}
