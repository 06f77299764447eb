import OpytText

/// How a line begins, where that looks like a mark of Markdown and is none: `• земля`, `##Задачи`, `-` and a no-break
/// space.
struct LineStart {
  enum Sign: Hashable {
    /// A sign that other programs begin items of lists with.
    case bullet
    /// A dash: an item of a list, or a line of a conversation.
    case dash
    /// `-`, `+` or `*`.
    case marker
    /// `1.` or `1)`.
    case number
    /// `а)`.
    case letter
    /// `#` to `######`.
    case heading
    /// `[х]`, `[v]`, `[]` at the beginning of a list's item.
    case box
  }

  /// What stands behind the sign.
  enum Gap: Hashable {
    case none
    case space
    /// A no-break space, or a sign that can't be seen.
    case odd
  }

  let sign: Sign
  /// The sign, without what is behind it and what can't be seen before it.
  let mark: Range<Int>
  let gap: Gap
  /// Where the words begin.
  let words: Int
  /// Whether a sign that can't be seen stands before the mark.
  let isHidden: Bool

  /// - Parameters:
  ///   - line: the line's bytes from its first letter on, without its end.
  ///   - isItem: whether a list's item begins with it.
  init?(_ line: ArraySlice<UInt8>, isItem: Bool) {
    var scan = ScalarScan(line)
    while let next = scan.peek, next.isOddBlank { scan.skip() }
    let start = scan.offset
    let isHidden = start > line.startIndex
    guard let (sign, end) = Self.sign(scan, isItem: isItem) else { return nil }
    scan.offset = end
    var gap = Gap.none
    while let next = scan.peek, next == " " || next == "\t" || next.isOddBlank {
      gap = next.isOddBlank ? .odd : gap == .odd ? .odd : .space
      scan.skip()
    }
    self.sign = sign
    mark = start..<end
    self.gap = gap
    words = scan.offset
    self.isHidden = isHidden
  }

  private static func sign(_ start: ScalarScan, isItem: Bool) -> (Sign, end: Int)? {
    var scan = start
    guard let first = scan.peek else { return nil }
    scan.skip()
    switch first {
    case "–", "—", "―", "‒", "−", "‐", "‑": return (.dash, scan.offset)
    case "-", "+", "*": return (.marker, scan.offset)
    case "0"..."9":
      while let digit = scan.peek, ("0"..."9").contains(digit) { scan.skip() }
      guard scan.offset - start.offset <= 9, let end = scan.peek, end == "." || end == ")" else { return nil }
      scan.skip()
      return (.number, scan.offset)
    case "#":
      while scan.peek == "#" { scan.skip() }
      return (.heading, scan.offset)
    case "[": return isItem ? box(start) : nil
    default: break
    }
    if first.isListLetter, scan.peek == ")" {
      scan.skip()
      return (.letter, scan.offset)
    }
    return first.isBullet ? (.bullet, scan.offset) : nil
  }

  /// `[x]` itself is a box only where a space is behind it.
  private static func box(_ start: ScalarScan) -> (Sign, end: Int)? {
    var scan = start
    scan.skip()
    var signs: [Unicode.Scalar] = []
    while let next = scan.peek, next != "]", signs.count < 4 {
      signs.append(next)
      scan.skip()
    }
    guard scan.peek == "]" else { return nil }
    scan.skip()
    let filling = signs.filter { $0 != " " && !$0.isOddBlank }
    let isBox = filling.isEmpty || filling.count == 1 && filling[0].isTick
    // `[v](address)`, `[v][name]` and `[v]: address` are links.
    guard isBox, scan.peek.map({ !"([:".unicodeScalars.contains($0) }) ?? true else { return nil }
    return (.box, scan.offset)
  }
}

/// Goes through text that is known to be UTF-8, scalar by scalar.
struct ScalarScan {
  private let bytes: ArraySlice<UInt8>
  var offset: Int

  init(_ bytes: ArraySlice<UInt8>) {
    self.bytes = bytes
    offset = bytes.startIndex
  }

  var isAtEnd: Bool { offset >= bytes.endIndex }

  /// The scalar that is next.
  var peek: Unicode.Scalar? {
    guard offset < bytes.endIndex else { return nil }
    let first = bytes[offset]
    if first < 0x80 { return Unicode.Scalar(first) }
    return String(decoding: bytes[offset..<min(offset + Self.length(first), bytes.endIndex)], as: UTF8.self)
      .unicodeScalars.first
  }

  mutating func skip() { offset += Self.length(bytes[offset]) }

  private static func length(_ first: UInt8) -> Int { first < 0xC0 ? 1 : first < 0xE0 ? 2 : first < 0xF0 ? 3 : 4 }
}

extension Unicode.Scalar {
  /// A blank that Markdown takes for a letter, or a sign without a width.
  var isOddBlank: Bool {
    switch value {
    case 0xA0, 0xAD, 0x2000...0x200D, 0x202F, 0x205F, 0x2060, 0x3000, 0xFEFF: true
    default: false
    }
  }

  /// What word processors begin items with; the last four are of their own fonts.
  var isBullet: Bool {
    "•◦‣∙·●○■□▪▫►▶▸➢➤➔→⇒✓✔✗✘☐☑☒★☆♦◆◇❖\u{F0B7}\u{F0A7}\u{F0D8}\u{F0FC}".unicodeScalars.contains(self)
  }

  /// Those that are never more than an item's beginning.
  var isPlainBullet: Bool { "•◦‣∙●○■□▪▫►▸➢➤❖\u{F0B7}\u{F0A7}\u{F0D8}\u{F0FC}".unicodeScalars.contains(self) }

  fileprivate var isListLetter: Bool {
    ("а"..."я").contains(self) || ("А"..."Я").contains(self) || ("a"..."z").contains(self) || ("A"..."Z").contains(self)
  }

  /// What people tick a box with.
  fileprivate var isTick: Bool { "xXхХvV+✓✔*".unicodeScalars.contains(self) }
}
