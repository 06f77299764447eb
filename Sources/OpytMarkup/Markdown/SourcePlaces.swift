import OpytDiagnostics
import OpytText

/// Finds where the addresses and the raw HTML of a text were written.
///
/// libcmark-gfm's columns of inlines are off inside lists and tables, and it keeps none for addresses, so they are
/// looked for in the lines of their block. The search never goes further than a few candidates, and what it does not find
/// has the place of its block: a message at the right line, and never a slow one.
struct SourcePlaces {
  private let text: DocumentText
  private let bodyStart: Int

  /// The first and last line of the innermost block with text of its own.
  private var block: ClosedRange<Int>?
  private var knownBlockRange: SourceRange?
  /// Where, in the block, addresses and tags may start; nil until they are asked for.
  private var candidates: Candidates?
  /// Where the definitions of `[name]: address` give their addresses, by address.
  private var definitions: [String: Range<Int>]?
  private var cursor: (offset: Int, line: Int, column: Int) = (0, 0, 1)

  private struct Candidates {
    var addresses: [Int] = []
    var tags: [Int] = []
    var used: Set<Int> = []
    /// The candidates behind the last ones that were found.
    var nextAddress = 0
    var nextTag = 0
  }

  /// Candidates that are looked at in each direction.
  private static let reach = 64

  init(text: DocumentText, bodyStart: Int) {
    self.text = text
    self.bodyStart = bodyStart
  }

  mutating func enter(block lines: ClosedRange<Int>) {
    guard lines != block else { return }
    block = lines
    knownBlockRange = nil
    candidates = nil
  }

  // MARK: Places

  /// The first line of the present block.
  var blockRange: SourceRange? {
    mutating get {
      if knownBlockRange == nil { knownBlockRange = block.map { range(text.lineRange($0.lowerBound)) } }
      return knownBlockRange
    }
  }

  mutating func range(ofLine number: Int) -> SourceRange { range(text.lineRange(number)) }

  /// Where an address stands next in the present block, else where it is defined, else the block.
  mutating func address(_ destination: String) -> LinkPlace? {
    guard let offsets = addressOffsets(destination) else { return blockRange.map(LinkPlace.block) }
    // A `#` is written as itself or behind a backslash.
    let mark = text.bytes[offsets].firstIndex(of: UInt8(ascii: "#"))
    let fragment = mark.map { range($0..<offsets.upperBound) }
    return .exact(range(offsets), fragment: fragment)
  }

  private mutating func addressOffsets(_ destination: String) -> Range<Int>? {
    let wanted = Array(destination.utf8)
    if var found = candidates ?? findCandidates() {
      let match = Self.nearest(to: found.nextAddress, in: found.addresses) { start in
        found.used.contains(start) ? nil : end(of: wanted, at: start)
      }
      if let match {
        found.nextAddress = match.index + 1
        found.used.insert(match.offsets.lowerBound)
      }
      candidates = found
      if let match { return match.offsets }
    }
    let known = definitions ?? findDefinitions()
    definitions = known
    return known[destination]
  }

  /// Where a piece of HTML stands next in the present block.
  mutating func tag(_ wanted: [UInt8]) -> SourceRange? {
    guard var found = candidates ?? findCandidates() else { return nil }
    let match = Self.nearest(to: found.nextTag, in: found.tags) { start in
      let end = start + wanted.count
      return end <= text.bytes.count && text.bytes[start..<end].elementsEqual(wanted) ? end : nil
    }
    if let match { found.nextTag = match.index + 1 }
    candidates = found
    return match.map { range($0.offsets) }
  }

  /// Goes on counting where the last place was: many links may stand in one long line.
  private mutating func position(at offset: Int) -> SourcePosition {
    let line = text.lineNumber(at: offset)
    if line != cursor.line { cursor = (text.offset(ofLine: line), line, 1) }
    let column =
      offset >= cursor.offset
      ? cursor.column + text.scalarCount(cursor.offset..<offset)
      : cursor.column - text.scalarCount(offset..<cursor.offset)
    cursor = (offset, line, column)
    return SourcePosition(line: line, column: column)
  }

  private mutating func range(_ offsets: Range<Int>) -> SourceRange {
    let start = position(at: offsets.lowerBound)
    return SourceRange(start: start, end: position(at: offsets.upperBound))
  }

  // MARK: Candidates

  /// The first candidate at or behind `next` that fits, else the last one before it: the address of a link around an
  /// image stands behind the image's.
  private static func nearest(
    to next: Int, in starts: [Int], end: (Int) -> Int?
  ) -> (index: Int, offsets: Range<Int>)? {
    let ahead = next..<min(next + reach, starts.count)
    let behind = max(0, next - reach)..<next
    for index in Array(ahead) + behind.reversed() {
      if let end = end(starts[index]) { return (index, starts[index]..<end) }
    }
    return nil
  }

  private func findCandidates() -> Candidates? {
    guard let block else { return nil }
    let end = text.offset(ofLine: block.upperBound + 1)
    var found = Candidates()
    text.bytes.withUnsafeBufferPointer { bytes in
      for index in text.offset(ofLine: block.lowerBound)..<end {
        switch bytes[index] {
        case UInt8(ascii: "<"):
          found.tags.append(index)
          found.addresses.append(index + 1)
        case UInt8(ascii: "(") where index > 0 && bytes[index - 1] == UInt8(ascii: "]"):
          found.addresses.append(addressStart(from: index + 1))
        default: continue
        }
      }
    }
    return found
  }

  private func addressStart(from offset: Int) -> Int {
    text.bytes[offset...].firstIndex { $0 > 0x20 } ?? text.bytes.count
  }

  private func findDefinitions() -> [String: Range<Int>] {
    var found: [String: Range<Int>] = [:]
    var offset = text.offset(ofLine: bodyStart)
    while let colon = text.bytes[offset...].firstIndex(of: UInt8(ascii: ":")) {
      offset = colon + 1
      guard colon > 0, text.bytes[colon - 1] == UInt8(ascii: "]") else { continue }
      var start = addressStart(from: offset)
      if start < text.bytes.count, text.bytes[start] == UInt8(ascii: "<") { start += 1 }
      let address = text.bytes[start...].prefix { $0 > 0x20 && $0 != UInt8(ascii: ">") }
      let name = String(decoding: address, as: UTF8.self)
      if found[name] == nil { found[name] = address.indices }
      offset = address.endIndex
    }
    return found
  }

  /// Where an address written at `start` ends, if it is the wanted one and nothing of it is left.
  private func end(of wanted: [UInt8], at start: Int) -> Int? {
    let bytes = text.bytes
    var offset = start
    for byte in wanted {
      guard offset < bytes.count else { return nil }
      let isEscaped = bytes[offset] == UInt8(ascii: "\\") && bytes[offset...].dropFirst().first == byte
      if isEscaped, byte.isASCIIPunctuation { offset += 1 }
      guard bytes[offset] == byte else { return nil }
      offset += 1
      if byte == UInt8(ascii: "&"), bytes[offset...].starts(with: "amp;".utf8) { offset += 4 }
    }
    guard offset < bytes.count, bytes[offset] > 0x20 else { return offset }
    return bytes[offset] == UInt8(ascii: ")") || bytes[offset] == UInt8(ascii: ">") ? offset : nil
  }
}

extension UInt8 {
  fileprivate var isASCIIPunctuation: Bool { (0x21...0x7E).contains(self) && !isASCIILetterOrDigit }
}
