import OpytText

/// One pass over the bytes of a text: is it UTF-8, where do lines start, which characters may not stand in it, where
/// are characters written by number, and how many marks of Markdown are there at most.
///
/// A block at a time. One of Cyrillic and Latin letters, digits and spaces is done with after a few operations;
/// line ends, dashes, quotes and `&` are looked at where they are; anything else is read character by character.
struct TextScan {
  private(set) var lineStarts = [0]
  private(set) var numericReferences: [Int] = []
  private(set) var forbidden: [(character: ForbiddenCharacter, offsets: Range<Int>)] = []
  private(set) var markCount = 0
  private var isValid = true

  /// Where the first byte is that belongs to no character.
  func invalidOffset(in bytes: [UInt8]) -> Int? {
    guard !isValid else { return nil }
    do {
      _ = try UTF8Span(validating: bytes.span)
      return nil
    } catch {
      return error.byteOffsets.lowerBound
    }
  }

  mutating func read(_ bytes: UnsafeBufferPointer<UInt8>) {
    lineStarts.reserveCapacity(bytes.count / 48 + 1)
    var offset = 0
    // The continuations that letters of the block before still need.
    var owed: UInt64 = 0
    while offset < bytes.count, isValid {
      let (leads, longLeads, special) = ByteBlock.read(bytes, at: offset) { block in
        let signs = block.isByte(in: UInt8(ascii: "!")...UInt8(ascii: "*"))
        markCount += (signs | Self.otherMarks(block)).nonzeroBitCount
        let leads = block.isLead
        let longLeads = block.isByte(in: 0xE0...0xFF)
        let isWellFormed = block.isContinuation == leads << 1 | longLeads << 2 | owed
        guard isWellFormed else { return (leads, longLeads, UInt64?.none) }
        // C0, C1 and C2 begin no letter, and quotes, the no-break space and control characters.
        let controls = block.isByte(in: 0...0x1F) | block.isByte(0x7F)
        let special = longLeads | block.isByte(in: 0xC0...0xC2) | controls | signs
        return (leads, longLeads, special & block.inText)
      }
      if let special, special == 0 || look(at: special, offset, bytes) {
        owed = leads >> 63 | longLeads >> 62
        offset += ByteBlock.count
      } else {
        let start = owed == 0 ? offset : Self.letterStart(before: offset, in: bytes)
        offset = readCharacters(in: bytes, from: start, to: min(offset + ByteBlock.count, bytes.count))
        owed = 0
      }
    }
    // The last letter may be cut off.
    if owed != 0, isValid {
      _ = readCharacters(in: bytes, from: Self.letterStart(before: bytes.count, in: bytes), to: bytes.count)
    }
  }

  /// Looks at what is special in a block of well-formed letters.
  /// - Returns: whether that was enough. If not, nothing has been noted.
  private mutating func look(at special: UInt64, _ offset: Int, _ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    let known = (lineStarts.count, numericReferences.count)
    var rest = special
    while rest != 0 {
      let index = offset + rest.trailingZeroBitCount
      rest &= rest - 1
      let next = index + 1 < bytes.count ? bytes[index + 1] : 0
      switch bytes[index] {
      case UInt8(ascii: "\n"): lineStarts.append(index + 1)
      case UInt8(ascii: "&"): if next == UInt8(ascii: "#") { numericReferences.append(index) }
      case UInt8(ascii: "!")...UInt8(ascii: "*"), UInt8(ascii: "\t"): continue
      case UInt8(ascii: "\r") where next == UInt8(ascii: "\n"): continue
      case 0xC2 where next >= 0xA0: continue
      // Dashes and quotes begin like bidirectional marks.
      case 0xE2 where index + 2 < bytes.count && !(0xA6...0xAE ~= bytes[index + 2]): continue
      default:
        lineStarts.removeLast(lineStarts.count - known.0)
        numericReferences.removeLast(numericReferences.count - known.1)
        return false
      }
    }
    return true
  }

  /// Together with all signs from `!` to `*`, the marks that ``ComplexityCheck`` weighs: `< @ : | [ ] _ ~`, the backtick
  /// and the backslash, and a few others that stand beside them in ASCII.
  private static func otherMarks(_ block: ByteBlock) -> UInt64 {
    block.isByte(in: UInt8(ascii: ":")...UInt8(ascii: "<")) | block.isByte(UInt8(ascii: "@"))
      | block.isByte(in: UInt8(ascii: "[")...UInt8(ascii: "`")) | block.isByte(in: UInt8(ascii: "{")...0x7F)
  }

  // MARK: Characters

  /// Reads the characters that begin between two offsets.
  /// - Returns: where the last of them ends.
  private mutating func readCharacters(in bytes: UnsafeBufferPointer<UInt8>, from start: Int, to end: Int) -> Int {
    var offset = start
    while offset < end {
      guard let (scalar, length) = Self.scalar(at: offset, in: bytes) else {
        isValid = false
        return offset
      }
      read(scalar, offset..<offset + length, bytes)
      offset += length
    }
    return offset
  }

  private mutating func read(_ scalar: Unicode.Scalar, _ offsets: Range<Int>, _ bytes: UnsafeBufferPointer<UInt8>) {
    let next = offsets.upperBound < bytes.count ? bytes[offsets.upperBound] : 0
    switch scalar {
    case "\n": lineStarts.append(offsets.upperBound)
    case "\r" where next == UInt8(ascii: "\n"): break
    case "&": if next == UInt8(ascii: "#") { numericReferences.append(offsets.lowerBound) }
    default:
      guard forbidden.count < DocumentText.reportedCharacters, let character = ForbiddenCharacter(scalar) else {
        return
      }
      forbidden.append((character, offsets))
    }
  }

  private static func scalar(at offset: Int, in bytes: UnsafeBufferPointer<UInt8>) -> (
    scalar: Unicode.Scalar, length: Int
  )? {
    let first = bytes[offset]
    if first < 0x80 { return (Unicode.Scalar(first), 1) }
    let length = first >= 0xF0 ? 4 : first >= 0xE0 ? 3 : 2
    // Over-long forms, surrogates and what lies beyond Unicode begin with these, or have too small a value.
    guard first >= 0xC2, first <= 0xF4, offset + length <= bytes.count else { return nil }
    var value = UInt32(first) & (0x7F >> UInt32(length))
    for index in offset + 1..<offset + length {
      let byte = bytes[index]
      guard byte.isUTF8Continuation else { return nil }
      value = value << 6 | UInt32(byte & 0x3F)
    }
    guard value >= (length == 4 ? 0x10000 : length == 3 ? 0x800 : 0x80), let scalar = Unicode.Scalar(value) else {
      return nil
    }
    return (scalar, length)
  }

  /// Where the letter starts that reaches over `offset`.
  private static func letterStart(before offset: Int, in bytes: UnsafeBufferPointer<UInt8>) -> Int {
    var start = offset - 1
    while bytes[start].isUTF8Continuation { start -= 1 }
    return start
  }
}
