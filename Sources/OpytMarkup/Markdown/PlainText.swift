import OpytText

/// A text without its markup, as it comes out piece by piece: its words are counted, and what is asked for is kept.
struct PlainText {
  /// How much of the text is kept.
  private let extent: PlainTextExtent
  private(set) var kept: [UInt8] = []
  private var words = WordCounter()
  private var opening = Opening()

  /// A heading's or an image's words while it is open.
  private(set) var caught: [UInt8] = []
  private var catchers = 0

  init(_ extent: PlainTextExtent) {
    self.extent = extent
  }

  var wordCount: Int { words.count }

  mutating func append(_ bytes: UnsafeBufferPointer<UInt8>) {
    words.read(bytes)
    if catchers > 0 { caught.append(contentsOf: bytes) }
    switch extent {
    case .whole: kept.append(contentsOf: bytes)
    case .opening: if !opening.isFull { opening.append(bytes, to: &kept) }
    }
  }

  mutating func append(_ text: StaticString) {
    text.withUTF8Buffer { append($0) }
  }

  mutating func append(_ text: String) {
    var text = text
    text.withUTF8 { append($0) }
  }

  /// From here on what is appended is caught, too.
  /// - Returns: what to end it with.
  mutating func startCatching() -> Int {
    if catchers == 0 { caught.removeAll(keepingCapacity: true) }
    catchers += 1
    return caught.count
  }

  /// What was appended since.
  mutating func endCatching(_ start: Int) -> ArraySlice<UInt8> {
    catchers -= 1
    return caught[start...]
  }
}

/// How much of a text's words a reader keeps beside its HTML.
public enum PlainTextExtent: Sendable {
  /// The first 256 characters and a few, in one line: enough for an excerpt.
  case opening
  case whole
}

/// Keeps the first characters of a text, and each gap between words as one space.
private struct Opening {
  private static let length = 256
  private var characters = 0
  private var isInGap = false

  var isFull: Bool { characters > Self.length }

  mutating func append(_ bytes: UnsafeBufferPointer<UInt8>, to output: inout [UInt8]) {
    for byte in bytes {
      if byte <= 0x20 {
        isInGap = true
        continue
      }
      if !byte.isUTF8Continuation {
        if isFull { return }
        characters += 1
      }
      if isInGap, !output.isEmpty { output.append(UInt8(ascii: " ")) }
      isInGap = false
      output.append(byte)
    }
  }
}

/// Counts words: letters and digits in a row; dashes, quotes and other signs are none.
struct WordCounter {
  private(set) var count = 0
  private var isInWord = false

  mutating func read(_ bytes: UnsafeBufferPointer<UInt8>) {
    var offset = 0
    // Whether a letter ends where the group begins, in the top bit of the first byte.
    var letterBefore: UInt64 = isInWord ? 0x80 : 0
    while offset + ByteGroup.count <= bytes.count {
      let group = ByteGroup(bytes, at: offset)
      let continuations = group.isContinuation
      let letters = Self.letterStarts(group)
      // Every byte of a letter answers as its first: it has at most three more.
      var insideWord = letters | ((letters << 8 | letterBefore) & continuations)
      insideWord |= (insideWord << 8) & continuations
      insideWord |= (insideWord << 8) & continuations
      count += (letters & ~(insideWord << 8 | letterBefore)).nonzeroBitCount
      letterBefore = insideWord >> 56
      offset += ByteGroup.count
    }
    isInWord = letterBefore != 0
    while offset < bytes.count {
      let byte = bytes[offset]
      offset += 1
      guard !byte.isUTF8Continuation else { continue }
      let isLetter = byte.isASCIILetterOrDigit || (byte > 0x7F && byte != 0xC2 && byte != 0xE2)
      if isLetter, !isInWord { count += 1 }
      isInWord = isLetter
    }
  }

  /// By first bytes: 0xC2 begins « » and the no-break space, 0xE2 begins dashes, quotes and arrows.
  private static func letterStarts(_ group: ByteGroup) -> UInt64 {
    let low = group.word & ~ByteGroup.tops | ByteGroup.all(0x20)
    let latin = (low &+ ByteGroup.all(0x80 - 0x61)) & ~(low &+ ByteGroup.all(0x80 - 0x7B)) & group.isASCII
    let digits = group.isASCII(in: UInt8(ascii: "0")...UInt8(ascii: "9"))
    // Both leave 2 when their upper bits are gone, and no other first byte does.
    let others = ((group.word & ByteGroup.all(0x1F)) ^ ByteGroup.all(2)) &+ ByteGroup.all(0x7F)
    return latin | digits | (group.isLead & others)
  }
}
