import OpytDiagnostics

/// Turns libyaml's places into the file's.
///
/// libyaml counts lines and columns from 0, columns in Unicode scalars. It also ends a line at U+2028 and U+2029,
/// which no editor does: where a text has one, places are found by the scalar's index instead.
struct YAMLLines {
  private let firstLine: Int
  private let bytes: UnsafeBufferPointer<UInt8>
  /// The first byte of every line.
  private let starts: [Int]
  /// The number of scalars before each line; empty where libyaml's own lines are right.
  private let scalarsBefore: [Int]

  /// - Parameter bytes: must live as long as this value.
  init(_ bytes: UnsafeBufferPointer<UInt8>, firstLine: Int) {
    self.bytes = bytes
    self.firstLine = firstLine
    var starts = [0]
    var hasSeparator = false
    for index in bytes.indices {
      if bytes[index] == UInt8(ascii: "\n") {
        starts.append(index + 1)
      } else if bytes[index] == 0xE2, index + 2 < bytes.count, bytes[index + 1] == 0x80 {
        hasSeparator = hasSeparator || bytes[index + 2] == 0xA8 || bytes[index + 2] == 0xA9
      }
    }
    self.starts = starts
    var scalarsBefore: [Int] = []
    if hasSeparator {
      var count = 0
      for (line, start) in starts.enumerated() {
        scalarsBefore.append(count)
        let end = line + 1 < starts.count ? starts[line + 1] : bytes.count
        count += Self.scalarCount(bytes[start..<end])
      }
    }
    self.scalarsBefore = scalarsBefore
  }

  func position(line: Int, column: Int, index: Int) -> SourcePosition {
    guard !scalarsBefore.isEmpty else { return SourcePosition(line: line + firstLine, column: column + 1) }
    let behind = scalarsBefore.partitioningIndex { $0 > index }
    return SourcePosition(line: behind - 1 + firstLine, column: index - scalarsBefore[behind - 1] + 1)
  }

  func position(ofByte offset: Int) -> SourcePosition {
    let line = starts.partitioningIndex { $0 > offset } - 1
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

extension [Int] {
  /// The first index whose element passes, in an array where all that pass stand behind all that don't.
  fileprivate func partitioningIndex(_ passes: (Int) -> Bool) -> Int {
    var low = 0
    var high = count
    while low < high {
      let middle = (low + high) / 2
      if passes(self[middle]) { high = middle } else { low = middle + 1 }
    }
    return low
  }
}
