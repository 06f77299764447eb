/// What must not come apart at the end of a line. Every text that people read in a page, a letter or a message goes
/// through it, whoever wrote it; what programs read, such as feeds, calendars and tables, is left as it was written.
public enum RussianTypography {
  /// «№ 5» with a no-break space.
  public static func unbroken(_ text: String) -> String {
    var text = text
    return text.withUTF8 { bytes in
      blankBehindSign(in: bytes, from: 0) == nil ? nil : String(decoding: unbroken(bytes), as: UTF8.self)
    } ?? text
  }

  /// The same of UTF-8.
  public static func unbroken(_ text: UnsafeBufferPointer<UInt8>) -> [UInt8] {
    var output: [UInt8] = []
    output.reserveCapacity(text.count + 8)
    var start = 0
    while let blank = blankBehindSign(in: text, from: start) {
      output.append(contentsOf: text[start..<blank])
      output.append(contentsOf: [0xC2, 0xA0])
      start = blank + 1
    }
    output.append(contentsOf: text[start...])
    return output
  }

  /// Where the first blank stands that ``unbroken(_:)-(UnsafeBufferPointer<UInt8>)`` takes the place of.
  public static func blankBehindSign(in text: UnsafeBufferPointer<UInt8>, from start: Int) -> Int? {
    var start = start
    // № is E2 84 96. No small letter of Russian has its last byte, which is looked for eight bytes at a time.
    while let last = text.firstIndex(of: 0x96, from: start) {
      let next = last + 1
      if next < text.count, text[next] == UInt8(ascii: " "), last >= 2, text[last - 1] == 0x84, text[last - 2] == 0xE2 {
        return next
      }
      start = next
    }
    return nil
  }
}
