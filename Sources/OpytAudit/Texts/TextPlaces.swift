import OpytDiagnostics
import OpytText

/// Where something stands in a text that was read: found only when it is told.
struct TextPlaces {
  let file: String
  let bytes: [UInt8]

  /// - Parameter offsets: of bytes.
  func location(_ offsets: Range<Int>) -> SourceLocation {
    SourceLocation(file: file, range: SourceRange(offsets, in: bytes))
  }

  /// The whole file.
  var whole: SourceLocation { SourceLocation(file: file) }

  /// Where words stand first; the whole file where they are written otherwise.
  func location(of words: String) -> SourceLocation {
    let written = Array(words.utf8)
    guard let first = written.first, written.count <= bytes.count else { return whole }
    let starts = 0...(bytes.count - written.count)
    let found = starts.first { bytes[$0] == first && bytes[$0..<$0 + written.count].elementsEqual(written) }
    return found.map { location($0..<$0 + written.count) } ?? whole
  }

  /// A value in a tag, or the tag where it is written otherwise there.
  func location(ofValue value: String, in tag: String, endingAt end: Int) -> SourceLocation {
    let start = start(ofTag: tag, before: end)
    let written = Array(value.utf8)
    guard !written.isEmpty, written.count <= end - start else { return location(start..<end) }
    let found = (start...(end - written.count)).first { bytes[$0..<$0 + written.count].elementsEqual(written) }
    return location(found.map { $0..<$0 + written.count } ?? start..<end)
  }

  func location(ofTag tag: String, endingAt end: Int) -> SourceLocation {
    let start = start(ofTag: tag, before: end)
    return location(start..<min(start + 1 + tag.utf8.count, bytes.count))
  }

  private func start(ofTag tag: String, before end: Int) -> Int {
    let name = Array(tag.utf8)
    var index = min(end, bytes.count) - 1
    while index > 0 {
      if bytes[index] == UInt8(ascii: "<"),
        bytes[(index + 1)...].prefix(name.count).elementsEqual(name, by: { $0 == $1 || $0 | 0x20 == $1 })
      {
        break
      }
      index -= 1
    }
    return max(0, index)
  }
}
