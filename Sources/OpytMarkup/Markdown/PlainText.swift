/// What can be told of a text without its markup.
enum PlainText {
  /// Letters and digits in a row are a word; dashes, quotes and other signs are none.
  static func wordCount(_ text: [UInt8]) -> Int {
    var count = 0
    var isInWord = false
    let isLetterStart = isLetterStart
    text.withUnsafeBufferPointer { buffer in
      for byte in buffer where !byte.isUTF8Continuation {
        let startsLetter = isLetterStart[Int(byte)]
        if startsLetter, !isInWord { count += 1 }
        isInWord = startsLetter
      }
    }
    return count
  }

  /// By first bytes: 0xC2 begins « » and the no-break space, 0xE2 begins dashes, quotes and arrows.
  private static let isLetterStart = (UInt8.min...UInt8.max).map { byte in
    byte.isASCIILetterOrDigit || (byte > 0x7F && byte != 0xC2 && byte != 0xE2)
  }
}
