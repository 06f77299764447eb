/// Lists. The numbers of their items stay as the author gave them.
extension BodyRenderer {
  mutating func noteList(_ node: CMarkTree.Node) {
    let isAsWritten = node.isOrderedList
    if let item = start(of: node.firstChild), !isAsWritten, let above = node.previous, above.kind == .list,
      above.isOrderedList, let number = start(of: above.lastChild)
    {
      lookalikes.enterList(item, below: number)
    }
    let items = isAsWritten ? node.children.compactMap(start) : []
    numberings.append((items.isEmpty ? nil : lookalikes.enterOrderedList(items), 0))
  }

  mutating func openNumberedItem() {
    append("<li")
    if let numbering = numberings.last {
      numberings[numberings.count - 1].next += 1
      if let printed = numbering.numbers?.printed, printed.indices.contains(numbering.next),
        let number = printed[numbering.next]
      {
        append(" value=\"\(number)\"" as String)
      }
    }
    append(">")
  }

  private func start(of item: CMarkTree.Node?) -> (line: Int, column: Int)? {
    item.flatMap { item in line(of: item).map { ($0, item.startColumn) } }
  }
}

/// What the search for signs that are no markup is shown of blocks.
extension BodyRenderer {
  /// - Returns: whether the paragraph's lines must not run together.
  mutating func noteParagraph(_ node: CMarkTree.Node) -> Bool {
    guard let lines = lines(of: node) else { return false }
    let isItem = node.parent?.kind == .item && node.previous == nil
    return lookalikes.enterParagraph(lines, column: node.startColumn, isItem: isItem)
  }

  mutating func noteHeading(_ node: CMarkTree.Node) {
    guard let lines = lines(of: node) else { return }
    lookalikes.enterBlock(lines)
    if node.isUnderlined { lookalikes.enterUnderlinedHeading(lines) }
  }

  mutating func noteCode(_ node: CMarkTree.Node) {
    guard let lines = lines(of: node) else { return }
    lookalikes.knownLines.append(lines)
    if !node.isFenced { lookalikes.enterIndentedCode(node.codeBytes, line: lines.lowerBound) }
  }
}
