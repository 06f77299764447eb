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
