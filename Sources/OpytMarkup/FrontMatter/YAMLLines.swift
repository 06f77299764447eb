import OpytDiagnostics
import OpytText

/// The lines of a YAML text, for places that libyaml does not tell.
struct YAMLLines {
  private let firstLine: Int
  private let bytes: UnsafeBufferPointer<UInt8>
  /// The first byte of every line.
  private let starts: [Int]

  /// - Parameters:
  ///   - bytes: must live as long as this value.
  ///   - firstLine: the number, in the file, of the first line.
  init(_ bytes: UnsafeBufferPointer<UInt8>, firstLine: Int) {
    self.bytes = bytes
    self.firstLine = firstLine
    var starts = [0]
    while let index = bytes.firstIndex(of: UInt8(ascii: "\n"), from: starts[starts.count - 1]) {
      starts.append(index + 1)
    }
    self.starts = starts
  }

  func position(ofByte offset: Int) -> SourcePosition {
    let line = starts.lastIndex { $0 <= offset } ?? 0
    let column = Self.scalarCount(bytes[starts[line]..<min(offset, bytes.count)])
    return SourcePosition(line: line + firstLine, column: column + 1)
  }

  /// The end of the last line with text before a position at a line's start: where a block of text ends.
  func endOfText(before position: SourcePosition) -> SourcePosition {
    guard position.column == 1 else { return position }
    var line = Int(position.line) - firstLine
    while line > 0 {
      line -= 1
      let text = self.text(ofLine: line)
      guard text.contains(where: { $0 > 0x20 }) else { continue }
      return SourcePosition(line: line + firstLine, column: Self.scalarCount(text) + 1)
    }
    return position
  }

  func byte(at position: SourcePosition) -> UInt8? {
    let line = Int(position.line) - firstLine
    guard starts.indices.contains(line) else { return nil }
    return text(ofLine: line).lazy.filter { !$0.isUTF8Continuation }.dropFirst(Int(position.column) - 1).first
  }

  /// Whether nothing stands before a place in its line; both from 0.
  func isFirst(column: Int, inLine line: Int) -> Bool {
    starts.indices.contains(line) && text(ofLine: line).prefix(column).allSatisfy { $0 == UInt8(ascii: " ") }
  }

  /// The items of a value whose lines begin with the signs of a list. A line without one goes on with the item above.
  /// - Parameters:
  ///   - line: from 0, in the text, as columns are.
  ///   - original: where a column of a line stands in the file.
  func items(
    from line: Int, column: Int, to lastLine: Int, column end: Int, original: (Int, Int) -> Int
  ) -> [FrontMatterNode.ListedItem] {
    var items: [FrontMatterNode.ListedItem] = []
    for number in line...max(line, lastLine) where number < starts.count {
      var scalars = Array(String(decoding: text(ofLine: number), as: UTF8.self).unicodeScalars)
      if number == lastLine { scalars = Array(scalars.prefix(end)) }
      let start =
        number == line
        ? column : scalars.firstIndex { !InvisibleCharacter.isBlank($0) } ?? scalars.count
      let rest = scalars.dropFirst(start)
      let width = ListSign.width(in: rest, includingHyphen: true)
      let words = String(String.UnicodeScalarView(rest.dropFirst(width ?? 0))).split(separator: " ")
        .joined(separator: " ")
      if let width {
        let place = SourcePosition(line: number + firstLine, column: original(number, start) + 1)
        let behind = SourcePosition(line: number + firstLine, column: original(number, start + width - 1) + 1)
        let mark = String(String.UnicodeScalarView(rest.prefix(width - 1)))
        items.append(.init(sign: SourceRange(start: place, end: behind), mark: mark, text: words))
      } else if !items.isEmpty, !words.isEmpty {
        items[items.count - 1].text += " " + words
      }
    }
    return items
  }

  /// The lines of a value, where each may be meant apart; nil where they are one text. Lines and columns from 0.
  func meantApart(from line: Int, column: Int, to lastLine: Int, column end: Int) -> [String]? {
    var parts: [String] = []
    var (areWords, areCapital, areHyphened) = (true, true, true)
    for number in line...lastLine where number < starts.count {
      var scalars = String(decoding: text(ofLine: number), as: UTF8.self).unicodeScalars[...]
      if number == lastLine { scalars = scalars.prefix(end) }
      if number == line { scalars = scalars.dropFirst(column) }
      let words = String(scalars).split(whereSeparator: { $0 == " " || $0 == "\t" || $0 == "\r" })
      guard let first = words.first else { continue }
      // The signs of other lists are told as such.
      if parts.isEmpty, ListSign.width(in: String(scalars).unicodeScalars, includingHyphen: true) != nil { return nil }
      areWords = areWords && words.count == 1
      areCapital = areCapital && first.first?.isUppercase ?? false
      let isHyphened = first == "-" && words.count > 1
      if !parts.isEmpty { areHyphened = areHyphened && isHyphened }
      parts.append(words.dropFirst(isHyphened ? 1 : 0).joined(separator: " "))
      if !areWords, !areCapital, !areHyphened { return nil }
    }
    return parts.count > 1 ? parts : nil
  }

  /// The line, from 0, of a value of several lines that begins with a hyphen, where the value is an item itself.
  func swallowedItem(from first: Int, column: Int, to last: Int) -> Int? {
    let hyphen = UInt8(ascii: "-")
    let before = text(ofLine: first).prefix(column)
    guard starts.indices.contains(last), before.contains(hyphen), before.allSatisfy({ $0 == 0x20 || $0 == hyphen })
    else { return nil }
    return (first + 1...last).first { number in
      let words = text(ofLine: number).drop { $0 == 0x20 }
      return words.first == hyphen && words.dropFirst().first == 0x20
    }
  }

  /// Where `#` cuts something off: its column by the place where the blanks before it begin, lines and columns from 0.
  /// Lines that are comments as a whole cut nothing off.
  static func comments(in bytes: UnsafeBufferPointer<UInt8>) -> [SourcePosition: Int32] {
    var comments: [SourcePosition: Int32] = [:]
    var (line, lineStart, start) = (0, 0, 0)
    while let index = bytes.firstIndex(of: UInt8(ascii: "#"), from: start) {
      start = index + 1
      guard index > 0, bytes[index - 1] == UInt8(ascii: " ") || bytes[index - 1] == UInt8(ascii: "\t") else { continue }
      while let end = bytes.firstIndex(of: UInt8(ascii: "\n"), from: lineStart), end < index {
        (line, lineStart) = (line + 1, end + 1)
      }
      var blank = index
      while blank > lineStart, bytes[blank - 1] == UInt8(ascii: " ") || bytes[blank - 1] == UInt8(ascii: "\t") {
        blank -= 1
      }
      guard blank > lineStart else { continue }
      let column = scalarCount(bytes[lineStart..<blank])
      comments[SourcePosition(line: line, column: column)] = Int32(clamping: column + index - blank)
      // Behind a comment there is nothing.
      guard let end = bytes.firstIndex(of: UInt8(ascii: "\n"), from: index) else { break }
      start = end + 1
    }
    return comments
  }

  /// A line without its end.
  private func text(ofLine line: Int) -> Slice<UnsafeBufferPointer<UInt8>> {
    let end = line + 1 < starts.count ? starts[line + 1] - 1 : bytes.count
    let text = bytes[starts[line]..<max(starts[line], end)]
    return text.last == UInt8(ascii: "\r") ? text.dropLast() : text
  }

  private static func scalarCount(_ bytes: Slice<UnsafeBufferPointer<UInt8>>) -> Int {
    bytes.reduce(0) { $0 + ($1.isUTF8Continuation ? 0 : 1) }
  }
}
