/// One piece of text on its way through ``RussianTypography``: read from one memory, written into another, behind the end
/// of what was set before.
///
/// Sixty-four bytes at a time are looked through for those that a rule may be about, of which a blank is by far the most
/// frequent; what is between them is copied in groups.
/// Rules look back at what was written, so that they see what a second pass would see, and ahead at what was read.
struct TypesettingPass {
  let text: UnsafeBufferPointer<UInt8>
  let next: UnsafeBufferPointer<UInt8>
  /// Where the next byte is written; at least ``RussianTypography/contextLength`` bytes are there to be read before it.
  var output: UnsafeMutablePointer<UInt8>
  private let start: UnsafeMutablePointer<UInt8>
  /// The first byte that may be looked back at.
  let context: UnsafeMutablePointer<UInt8>
  var quotes: QuoteStack
  /// Where the next byte is read.
  var position = 0
  /// The bytes that were looked through last, and a bit for each that a rule may be about.
  private var window = 0..<0
  private var signs: UInt64 = 0

  /// Whether all quotes of this piece have their pairs; looked for when it is first asked.
  var isPaired: Bool?
  /// Quotes inside quotes that were opened, in a piece whose quotes have no pairs.
  var loose = 0
  /// Whether anything was written in another way than it was read.
  var hasChanged = false
  /// How many quotes were open before this piece.
  let openedBefore: Int

  init(
    _ text: UnsafeBufferPointer<UInt8>, next: UnsafeBufferPointer<UInt8>, output: UnsafeMutablePointer<UInt8>,
    context: UnsafeMutablePointer<UInt8>, _ quotes: QuoteStack
  ) {
    self.text = text
    self.next = next
    self.output = output
    start = output
    self.context = context
    self.quotes = quotes
    openedBefore = quotes.depth
  }

  /// - Returns: how many bytes were written.
  mutating func run() -> Int {
    setDashOfLine()
    guard let base = text.baseAddress else { return 0 }
    while position < text.count {
      copyOrdinary(base, upTo: nextSign())
      guard position < text.count else { break }
      switch text[position] {
      case UInt8(ascii: " "): if isBetweenOrdinaryWords(base) { copyByte(base) } else { setBlank() }
      case UInt8(ascii: "\""): setQuote(.straight, length: 1)
      case UInt8(ascii: "."): setDots()
      case UInt8(ascii: "\n"):
        copyByte(base)
        setDashOfLine()
      case 0xC2: setLatinSign()
      case 0xE2: setPunctuation()
      default: copyByte(base)
      }
    }
    return output - start
  }

  /// Whether a blank stands behind three letters of Russian and before a small one that no particle begins with: no rule
  /// is about it. Three of four blanks are such.
  @inline(__always)
  private func isBetweenOrdinaryWords(_ base: UnsafePointer<UInt8>) -> Bool {
    guard position + 2 < text.count else { return false }
    let before = UnsafeRawPointer(output - 8).loadUnaligned(as: UInt64.self).littleEndian
    guard before & 0x00FE_00FE_00FE_0000 == 0x00D0_00D0_00D0_0000 else { return false }
    let (first, second) = (base[position + 1], base[position + 2])
    return first == 0xD1 || (first == 0xD0 && second >= 0xB0 && second != 0xB1 && second != 0xB6 && second != 0xBB)
  }

  /// Whether there is anything in this piece that a rule may be about.
  mutating func hasSigns() -> Bool {
    byte(at: 0) == UInt8(ascii: "-") || nextSign() < text.count
  }

  /// Where the next byte stands that a rule may be about; the end where there is none.
  @inline(__always)
  private mutating func nextSign() -> Int {
    // A block is left only when nothing is in it from here on.
    var start = max(position, window.lowerBound)
    while true {
      if start < window.upperBound {
        let rest = signs >> UInt64(truncatingIfNeeded: start &- window.lowerBound)
        if rest != 0 { return start &+ rest.trailingZeroBitCount }
        start = window.upperBound
      }
      guard start < text.count else { return text.count }
      signs = ByteBlock.read(text, at: start, Self.signs)
      window = start..<min(start &+ ByteBlock.count, text.count)
    }
  }

  /// Bytes below `#`, full stops in a row, and what begins the signs of Latin-1 and general punctuation; of blanks only
  /// those that don't stand between words of three letters or more, which no rule is about.
  @inline(__always)
  private static func signs(_ block: ByteBlock) -> UInt64 {
    let russian = block.isCyrillicLead
    let ordinary = russian << 2 & russian << 4 & russian << 6 & russian >> 1 & russian >> 3 & russian >> 5
    let blanks = block.isByte(in: 0...0x22) & ~(block.isByte(UInt8(ascii: " ")) & ordinary)
    let dots = block.isByte(UInt8(ascii: "."))
    // They may go on behind the block.
    let dotsInRow = dots & (dots >> 1 | 1 << 63)
    return (blanks | dotsInRow | block.isByte(0xC2, orWith: 0x20)) & block.inText
  }

  @inline(__always)
  private mutating func copyOrdinary(_ base: UnsafePointer<UInt8>, upTo end: Int) {
    let count = end &- position
    if position &+ Self.copied <= text.count, count <= Self.copied {
      // What is too much is written over.
      let bytes = UnsafeRawPointer(base + position).loadUnaligned(as: SIMD32<UInt8>.self)
      UnsafeMutableRawPointer(output).storeBytes(of: bytes, as: SIMD32<UInt8>.self)
    } else {
      output.update(from: base + position, count: count)
    }
    output += count
    position = end
  }

  /// How much is copied at once: words between two signs are hardly ever longer.
  static let copied = 32

  // MARK: Reading and writing

  /// A byte of this piece or the one behind it; the end of a line where there is neither.
  @inline(__always)
  func byte(at index: Int) -> UInt8 {
    if index < text.count { return text[index] }
    return index - text.count < next.count ? next[index - text.count] : RussianTypography.lineEnd
  }

  /// A byte that was written, counted from 1 for the last one.
  @inline(__always)
  func written(_ distance: Int) -> UInt8 { output[-distance] }

  @inline(__always)
  private mutating func copyByte(_ base: UnsafePointer<UInt8>) {
    output.pointee = base[position]
    output += 1
    position &+= 1
  }

  @inline(__always)
  mutating func copy(_ count: Int) {
    for _ in 0..<min(count, text.count - position) {
      output.pointee = text[position]
      output += 1
      position += 1
    }
  }

  @inline(__always)
  mutating func write(_ byte: UInt8) {
    output.pointee = byte
    output += 1
  }

  mutating func write(_ sign: StaticString) {
    sign.withUTF8Buffer { for byte in $0 { write(byte) } }
  }

  // MARK: Signs

  private mutating func setDots() {
    let before = written(1)
    guard before != UInt8(ascii: "."), before != UInt8(ascii: "/"), byte(at: position + 1) == UInt8(ascii: "."),
      position + 2 < text.count, byte(at: position + 2) == UInt8(ascii: ".")
    else { return copy(1) }
    let behind = byte(at: position + 3)
    // Four are leaders; between letters of Latin and slashes they are part of a name.
    guard behind != UInt8(ascii: "."), behind != UInt8(ascii: "/"), !behind.isASCIILetterOrDigit else { return copy(3) }
    hasChanged = true
    write("…")
    position += 3
  }

  /// A sign that begins with C2: no-break space, «, ».
  private mutating func setLatinSign() {
    switch byte(at: position + 1) {
    case 0xA0:
      copy(2)
      if let dash = spacedDash(at: position), isDash(dash, behind: 3) { replace(dash) }
    case 0xAB: setQuote(.opening, length: 2)
    case 0xBB: setQuote(.closing, length: 2)
    default: copy(2)
    }
  }

  /// A sign that begins with E2: dashes, quotes, №.
  private mutating func setPunctuation() {
    guard byte(at: position + 1) == 0x80 else { return copy(3) }
    switch byte(at: position + 2) {
    case 0x9C: setQuote(.innerClosing, length: 3)
    case 0x9D: setQuote(.english, length: 3)
    case 0x9E: setQuote(.innerOpening, length: 3)
    default: copy(3)
    }
  }

  // MARK: Dashes

  /// A sign between blanks that is read as a dash.
  struct Dash {
    /// The index of the byte behind it.
    let end: Int
    /// Whether it may as well be a minus, or stand between the ends of a range.
    let isAmbiguous: Bool
  }

  /// A hyphen, two hyphens or a dash at `index`, if a blank is behind it.
  @inline(__always)
  func spacedDash(at index: Int) -> Dash? {
    switch byte(at: index) {
    case UInt8(ascii: "-"), 0xE2: dash(at: index)
    default: nil
    }
  }

  private func dash(at index: Int) -> Dash? {
    let end: Int
    var isHyphen = false
    var isAmbiguous = true
    if byte(at: index) == UInt8(ascii: "-") {
      isHyphen = true
      end = byte(at: index + 1) == UInt8(ascii: "-") ? index + 2 : index + 1
    } else {
      guard byte(at: index + 1) == 0x80,
        byte(at: index + 2) == 0x93 || byte(at: index + 2) == 0x94
      else { return nil }
      isAmbiguous = byte(at: index + 2) == 0x93
      end = index + 3
    }
    let behind = byte(at: end)
    let isBlank = behind == UInt8(ascii: " ") || (behind == 0xC2 && byte(at: end + 1) == 0xA0)
    // At the very end a hyphen is no dash.
    let isEnd = behind == RussianTypography.lineEnd && (!isHyphen || end < text.count + next.count)
    return isBlank || isEnd ? Dash(end: end, isAmbiguous: isAmbiguous) : nil
  }

  /// Whether it stands between words: not between numbers, where it may be a minus or a range, nor where a line begins.
  /// - Parameter distance: to the last byte before the blank, counted from 1 for the last one written.
  func isDash(_ dash: Dash, behind distance: Int) -> Bool {
    let before = written(distance)
    switch before {
    case RussianTypography.lineEnd, UInt8(ascii: " "), UInt8(ascii: "-"): return false
    case 0x93, 0x94: if written(distance + 1) == 0x80, written(distance + 2) == 0xE2 { return false }
    case 0xA0: if written(distance + 1) == 0xC2 { return false }
    default: break
    }
    guard dash.isAmbiguous else { return true }
    var behind = dash.end
    while byte(at: behind) == UInt8(ascii: " ") { behind += 1 }
    if byte(at: behind) == 0xC2, byte(at: behind + 1) == 0xA0 { behind += 2 }
    guard byte(at: behind).isASCIIDigit else { return true }
    // Before a number it is a dash only behind a Russian word or what ends one.
    return before >= 0x80 ? written(distance + 1) != 0xC2 || before == 0xBB : ".,:;)".utf8.contains(before)
  }

  /// Writes a dash for the sign that is to be read next. One that goes on behind this piece is left to the next.
  mutating func replace(_ dash: Dash) {
    guard dash.end <= text.count else { return }
    hasChanged = true
    write("—")
    position = dash.end
  }

  /// A dash that begins a line, as one of a dialogue does, keeps its word; a hyphen may be anything there. One whose
  /// blank stands in the piece before this one is set as any other.
  @inline(__always)
  private mutating func setDashOfLine() {
    let first = byte(at: position)
    if first == 0xE2 || first == UInt8(ascii: "-") { setSpacedDashOfLine() }
  }

  private mutating func setSpacedDashOfLine() {
    guard let dash = spacedDash(at: position), dash.end < text.count else { return }
    switch written(1) {
    case RussianTypography.lineEnd where byte(at: position) == 0xE2:
      guard text[dash.end] == UInt8(ascii: " ") else { return replace(dash) }
      var end = dash.end
      while end < text.count, text[end] == UInt8(ascii: " ") { end += 1 }
      guard end < text.count else { return }
      replace(dash)
      write("\u{A0}")
      position = end
    case UInt8(ascii: " "):
      // The blank was passed over before this piece.
      if isDash(dash, behind: 2) { replace(dash) }
    case 0xA0 where written(2) == 0xC2:
      if isDash(dash, behind: 3) { replace(dash) }
    default: break
    }
  }
}
