import OpytText

/// One pass over the bytes of a text: is it UTF-8, where do lines start, which characters may not stand in it, where
/// are characters written by number, and how many marks of Markdown are there at most.
///
/// Eight bytes at a time. A group of Cyrillic and Latin letters, digits and spaces is done with after a few operations;
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

  mutating func read(_ bytes: RawSpan) {
    let count = bytes.byteCount
    lineStarts.reserveCapacity(count / 48 + 1)
    var offset = 0
    // The continuations that letters of the group before still need, as a mask for this one.
    var owed: UInt64 = 0
    while offset + ByteGroup.count <= count, isValid {
      let group = ByteGroup(bytes, at: offset)
      let signs = group.isASCII(in: UInt8(ascii: "!")...UInt8(ascii: "*"))
      markCount += (signs | Self.otherMarks(group)).nonzeroBitCount
      let leads = group.isLead
      let longLeads = leads & (group.word << 2)
      let isWellFormed = group.isContinuation == leads << 8 | longLeads << 16 | owed
      // C0, C1 and C2 begin no letter, and quotes, the no-break space and control characters.
      let lowLeads = leads & ~((group.word & ByteGroup.all(0x1F)) &+ ByteGroup.all(0x80 - 3))
      let controls = group.isASCII & ~group.isASCII(from: 0x20)
      let special = longLeads | lowLeads | controls | signs | group.isASCII(from: 0x7F)
      if isWellFormed, special == 0 || look(at: special, offset, bytes) {
        owed = leads >> 56 | longLeads >> 48
        offset += ByteGroup.count
      } else {
        let start = owed == 0 ? offset : Self.letterStart(before: offset, in: bytes)
        offset = readCharacters(in: bytes, from: start, to: offset + ByteGroup.count)
        owed = 0
      }
    }
    // The last few bytes are not counted one by one.
    markCount += ByteGroup.count
    guard isValid, offset < count || owed != 0 else { return }
    _ = readCharacters(in: bytes, from: owed == 0 ? offset : Self.letterStart(before: offset, in: bytes), to: count)
  }

  /// Looks at what is special in a group of well-formed letters.
  /// - Returns: whether that was enough. If not, nothing has been noted.
  private mutating func look(at special: UInt64, _ offset: Int, _ bytes: RawSpan) -> Bool {
    let known = (lineStarts.count, numericReferences.count)
    var rest = special
    while rest != 0 {
      let index = offset + ByteGroup.first(in: rest)
      rest &= rest - 1
      let next = index + 1 < bytes.byteCount ? Self.byte(index + 1, bytes) : 0
      switch Self.byte(index, bytes) {
      case UInt8(ascii: "\n"): lineStarts.append(index + 1)
      case UInt8(ascii: "&"): if next == UInt8(ascii: "#") { numericReferences.append(index) }
      case UInt8(ascii: "!")...UInt8(ascii: "*"), UInt8(ascii: "\t"): continue
      case UInt8(ascii: "\r") where next == UInt8(ascii: "\n"): continue
      case 0xC2 where next >= 0xA0: continue
      // Dashes and quotes begin like bidirectional marks.
      case 0xE2 where index + 2 < bytes.byteCount && !(0xA6...0xAE ~= Self.byte(index + 2, bytes)): continue
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
  private static func otherMarks(_ group: ByteGroup) -> UInt64 {
    // The upper rows of ASCII, one on the other: `@` and the backtick are 0x40, `[…_` and `{…~` are 0x5B…0x5F.
    let folded = group.word & ByteGroup.all(0x5F)
    let isMark = (folded &+ ByteGroup.all(0x80 - 0x5B)) | ~((folded ^ ByteGroup.all(0x40)) &+ ByteGroup.all(0x7F))
    return (isMark & group.isASCII(from: 0x40)) | group.isASCII(in: UInt8(ascii: ":")...UInt8(ascii: "<"))
  }

  // MARK: Characters

  /// Reads the characters that begin between two offsets.
  /// - Returns: where the last of them ends.
  private mutating func readCharacters(in bytes: RawSpan, from start: Int, to end: Int) -> Int {
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

  private mutating func read(_ scalar: Unicode.Scalar, _ offsets: Range<Int>, _ bytes: RawSpan) {
    let next = offsets.upperBound < bytes.byteCount ? Self.byte(offsets.upperBound, bytes) : 0
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

  private static func scalar(at offset: Int, in bytes: RawSpan) -> (scalar: Unicode.Scalar, length: Int)? {
    let first = byte(offset, bytes)
    if first < 0x80 { return (Unicode.Scalar(first), 1) }
    let length = first >= 0xF0 ? 4 : first >= 0xE0 ? 3 : 2
    // Over-long forms, surrogates and what lies beyond Unicode begin with these, or have too small a value.
    guard first >= 0xC2, first <= 0xF4, offset + length <= bytes.byteCount else { return nil }
    var value = UInt32(first) & (0x7F >> UInt32(length))
    for index in offset + 1..<offset + length {
      let byte = byte(index, bytes)
      guard byte.isUTF8Continuation else { return nil }
      value = value << 6 | UInt32(byte & 0x3F)
    }
    guard value >= (length == 4 ? 0x10000 : length == 3 ? 0x800 : 0x80), let scalar = Unicode.Scalar(value) else {
      return nil
    }
    return (scalar, length)
  }

  /// Where the letter starts that reaches over `offset`.
  private static func letterStart(before offset: Int, in bytes: RawSpan) -> Int {
    var start = offset - 1
    while byte(start, bytes).isUTF8Continuation { start -= 1 }
    return start
  }

  private static func byte(_ offset: Int, _ bytes: RawSpan) -> UInt8 {
    bytes.unsafeLoad(fromByteOffset: offset, as: UInt8.self)
  }
}
