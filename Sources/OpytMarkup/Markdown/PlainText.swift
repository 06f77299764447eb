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
    while offset < bytes.count {
      ByteBlock.read(bytes, at: offset) { read($0) }
      offset += ByteBlock.count
    }
  }

  private mutating func read(_ block: ByteBlock) {
    let continuations = block.isContinuation
    let letters = Self.letterStarts(block)
    let before: UInt64 = isInWord ? 1 : 0
    // Every byte of a letter answers as its first: it has at most three more.
    var insideWord = letters | ((letters << 1 | before) & continuations)
    insideWord |= (insideWord << 1) & continuations
    insideWord |= (insideWord << 1) & continuations
    count += (letters & ~(insideWord << 1 | before)).nonzeroBitCount
    // The last byte of the text, or of the block.
    isInWord = insideWord & (block.inText ^ block.inText >> 1) != 0
  }

  /// By first bytes: 0xC2 begins « » and the no-break space, 0xE2 begins dashes, quotes and arrows.
  private static func letterStarts(_ block: ByteBlock) -> UInt64 {
    let latin =
      block.isByte(in: UInt8(ascii: "a")...UInt8(ascii: "z")) | block.isByte(in: UInt8(ascii: "A")...UInt8(ascii: "Z"))
    let digits = block.isByte(in: UInt8(ascii: "0")...UInt8(ascii: "9"))
    return latin | digits | block.isLead & ~block.isByte(0xC2, orWith: 0x20)
  }
}
