package import OpytDiagnostics
import Synchronization

/// Gives the lines that messages show, as far as they show them.
///
/// A report goes through its files one by one, so only the last file is kept. Where its lines start is found once, and
/// where the columns of a long line stand as well: a text of one line may have thousands of messages.
package final class SourceLineReader: LineSource, Sendable {
  private let siteFolder: String
  private let current = Mutex<(path: String, file: SourceLines)?>(nil)

  package init(siteFolder: String) {
    self.siteFolder = siteFolder
  }

  /// The line in which a location starts, around the location; nil where there is none to show.
  package func window(at location: SourceLocation) -> LineWindow? {
    guard let range = location.range else { return nil }
    return current.withLock { current in
      if current?.path != location.file { current = (location.file, SourceLines(read(location.file))) }
      return current?.file.window(line: Int(range.start.line), column: Int(range.start.column))
    }
  }

  private func read(_ file: String) -> ArraySlice<UInt8> {
    // A line of a file that can't be read is not shown; the message stands without it.
    guard let bytes = try? FileSystem.read(siteFolder + "/" + file, limit: 4 << 20) else { return [] }
    return bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? bytes.dropFirst(3) : bytes[...]
  }
}

/// The bytes of a file by line and column.
private struct SourceLines {
  private let bytes: ArraySlice<UInt8>
  /// Where lines start.
  private let starts: [Int]
  /// The long line that was asked for last, and where every 1024th Unicode scalar of it begins.
  private var marks: (line: Int, offsets: [Int]) = (0, [])

  private static let step = 1024

  init(_ bytes: ArraySlice<UInt8>) {
    self.bytes = bytes
    starts =
      bytes.isEmpty
      ? [] : [bytes.startIndex] + bytes.indices.lazy.filter { bytes[$0] == UInt8(ascii: "\n") }.map { $0 + 1 }
  }

  mutating func window(line: Int, column: Int) -> LineWindow? {
    guard starts.indices.contains(line - 1) else { return nil }
    let start = starts[line - 1]
    var end = line < starts.count ? starts[line] - 1 : bytes.endIndex
    if end > start, bytes[end - 1] == UInt8(ascii: "\r") { end -= 1 }
    guard end - start > 4 * LineWindow.reach else {
      return LineWindow(String(decoding: bytes[start..<end], as: UTF8.self))
    }
    if marks.line != line { marks = (line, Self.marks(bytes[start..<end])) }
    // A column behind the line's end is its end.
    let first = max(0, offset(of: column - 1, end: end).scalar - LineWindow.reach)
    let (windowStart, skipped) = offset(of: first, end: end)
    let (windowEnd, _) = offset(of: first + 2 * LineWindow.reach + 1, end: end)
    return LineWindow(
      String(decoding: bytes[windowStart..<windowEnd], as: UTF8.self), skipped: skipped, isCut: windowEnd < end)
  }

  private static func marks(_ line: ArraySlice<UInt8>) -> [Int] {
    var marks: [Int] = []
    var count = 0
    for offset in line.indices where line[offset] & 0xC0 != 0x80 {
      if count % step == 0 { marks.append(offset) }
      count += 1
    }
    return marks
  }

  /// Where a Unicode scalar of the marked line begins, and its number: that of the line's end where it has not as many.
  private func offset(of scalar: Int, end: Int) -> (offset: Int, scalar: Int) {
    let mark = min(scalar / Self.step, marks.offsets.count - 1)
    var (offset, count) = (marks.offsets[mark], mark * Self.step)
    while offset < end, count < scalar {
      repeat { offset += 1 } while offset < end && bytes[offset] & 0xC0 == 0x80
      count += 1
    }
    return (offset, count)
  }
}
