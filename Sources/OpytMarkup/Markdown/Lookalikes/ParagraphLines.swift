import OpytText

/// The lines of a paragraph as they were typed, each from its first letter on: without the marks of the quotations and
/// lists that it stands in.
struct ParagraphLines {
  let text: DocumentText
  /// Bytes of the file.
  let lines: [ArraySlice<UInt8>]
  /// For each line how it begins, where that looks like markup.
  let starts: [LineStart?]

  /// - Parameters:
  ///   - numbers: the lines in the file.
  ///   - column: of the first letter, in bytes from 1.
  ///   - isItem: whether a list's item begins with it.
  init(_ text: DocumentText, _ numbers: ClosedRange<Int>, column: Int, isItem: Bool) {
    self.text = text
    lines = numbers.map { number in
      let line = text.line(number)
      if number == numbers.lowerBound { return line.dropFirst(max(0, column - 1)) }
      return line.drop { $0 == UInt8(ascii: " ") || $0 == UInt8(ascii: "\t") || $0 == UInt8(ascii: ">") }
    }
    starts = lines.enumerated().map { LineStart($1, isItem: isItem && $0 == 0) }
  }

  /// How many letters a line may have at most that was ended on purpose: prose is wrapped at more.
  private static let shortLine = 45

  /// Whether the author ended the lines on purpose, as in a poem, so that they must not run together: each but the
  /// last is short, or two or more begin like items or like what people say in turn.
  var areMeantApart: Bool {
    guard lines.count > 1 else { return false }
    if lines.dropLast().allSatisfy(isShort) { return true }
    return starts.indices.count(where: beginsAnew) > 1
  }

  private func isShort(_ line: ArraySlice<UInt8>) -> Bool {
    line.count <= Self.shortLine || line.count <= Self.shortLine * 4 && text.scalarCount(line.indices) <= Self.shortLine
  }

  /// Whether a line begins with a sign, and the one before it has come to an end: a dash at the beginning of a line may
  /// be there by chance.
  private func beginsAnew(_ index: Int) -> Bool {
    guard let start = starts[index], start.sign != .marker || start.gap != .space else { return false }
    switch start.sign {
    case .bullet, .letter: return true
    case .dash, .number, .marker: return index == 0 || endsSentence(lines[index - 1])
    case .heading, .box: return false
    }
  }

  /// Whether a line ends with a sign that closes a sentence or a part of one.
  func endsSentence(_ line: ArraySlice<UInt8>) -> Bool {
    let words = line.trimmedEnd
    guard let last = words.last else { return true }
    if ".;:!?,".utf8.contains(last) { return true }
    // … » ”
    return [[0xE2, 0x80, 0xA6], [0xC2, 0xBB], [0xE2, 0x80, 0x9D]].contains { words.suffix($0.count).elementsEqual($0) }
  }
}

extension ArraySlice<UInt8> {
  /// Without the blanks at its end.
  var trimmedEnd: Self { self[startIndex..<(lastIndex { $0 > 0x20 }.map { $0 + 1 } ?? startIndex)] }
}
