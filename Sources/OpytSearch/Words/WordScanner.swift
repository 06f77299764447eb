import OpytText

/// Finds the words of texts: runs of letters and digits, in small letters, ё as е, й as it is. Soft hyphens and marks of
/// stress are no part of them. Words joined by hyphens are found one by one and as a whole.
///
/// By bytes, for all texts of a network go through it. The search page finds the words of a question by the same rules:
/// `layouts/assets/search.js`.
struct WordScanner: ~Copyable {
  /// Longer words are none that anybody looks for, in bytes.
  static let longestWord = 96
  /// Of more parts than these no whole is made.
  private static let mostParts = 4

  /// The run of letters, digits and hyphens that is being read, folded: what goes beyond the memory's end is of no word.
  private let run = UnsafeMutableBufferPointer<UInt8>.allocate(capacity: 1 << 10)
  private var length = 0
  private var isTooLong = false
  private var partStart = 0
  private var parts = 0
  private var hasLetter = false
  /// Whether a hyphen was read whose right side is still to come.
  private var isHyphenDue = false

  deinit { run.deallocate() }

  @inline(__always)
  private mutating func push(_ byte: UInt8) {
    guard length < run.count else {
      isTooLong = true
      return
    }
    run[length] = byte
    length &+= 1
  }

  /// - Parameter emit: gets each word; the pointer is good until it returns.
  mutating func scan(_ text: UnsafeBufferPointer<UInt8>, _ emit: (UnsafeBufferPointer<UInt8>) -> Void) {
    var index = 0
    while index < text.count { step(text, &index, emit) }
    endRun(emit)
  }

  /// - Parameters:
  ///   - markup: of a text's body, as this program makes it: signs of markup in words are escaped.
  ///   - emit: gets each word, and whether it stands in a heading.
  mutating func scan(markup: UnsafeBufferPointer<UInt8>, _ emit: (UnsafeBufferPointer<UInt8>, Bool) -> Void) {
    var index = 0
    var isHeading = false
    while index < markup.count {
      switch markup[index] {
      case UInt8(ascii: "<"):
        let tag = Tag(markup, at: index)
        if !tag.isInline { endRun { emit($0, isHeading) } }
        if tag.isHeading { isHeading = !tag.isEnd }
        index = tag.end
      case UInt8(ascii: "&"):
        endRun { emit($0, isHeading) }
        index += 1
        while index < markup.count, markup[index] != UInt8(ascii: ";"), markup[index] > 0x20 { index += 1 }
      default: step(markup, &index) { emit($0, isHeading) }
      }
    }
    endRun { emit($0, isHeading) }
  }

  @inline(__always)
  private mutating func step(
    _ text: UnsafeBufferPointer<UInt8>, _ index: inout Int, _ emit: (UnsafeBufferPointer<UInt8>) -> Void
  ) {
    let byte = text[index]
    if byte < 0x80 {
      index += 1
      if byte.isASCIILetterOrDigit {
        begin(emit)
        // A small letter; digits have that bit anyway.
        push(byte | 0x20)
        if !byte.isASCIIDigit { hasLetter = true }
      } else if byte == UInt8(ascii: "-") {
        noteHyphen(emit)
      } else {
        endRun(emit)
      }
      return
    }
    if byte == 0xD0 || byte == 0xD1, index + 1 < text.count {
      if let letter = RussianLetters.folded(byte, text[index + 1]) {
        begin(emit)
        push(letter.0)
        push(letter.1)
        hasLetter = true
        index += 2
        return
      }
    }
    readAny(text, &index, emit)
  }

  /// Any other character.
  private mutating func readAny(
    _ text: UnsafeBufferPointer<UInt8>, _ index: inout Int, _ emit: (UnsafeBufferPointer<UInt8>) -> Void
  ) {
    var end = index + 1
    while end < text.count, text[end].isUTF8Continuation { end += 1 }
    let scalar = String(decoding: UnsafeBufferPointer(rebasing: text[index..<end]), as: UTF8.self).unicodeScalars.first
    index = end
    guard let scalar else { return }
    switch scalar.properties.generalCategory {
    case .nonspacingMark, .spacingMark, .enclosingMark: compose(scalar)
    case .format: break
    case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter, .decimalNumber,
      .letterNumber,
      .otherNumber:
      // JavaScript counts characters beyond the first plane as two.
      guard scalar.value < 0x1_0000, scalar != "\u{FFFD}" else { return endRun(emit) }
      begin(emit)
      for byte in scalar.properties.lowercaseMapping.utf8 { push(byte) }
      hasLetter = true
    case .dashPunctuation where scalar == "\u{2010}" || scalar == "\u{2011}": noteHyphen(emit)
    default: endRun(emit)
    }
  }

  /// й is written as и and a mark on a Mac; all other marks go.
  private mutating func compose(_ mark: Unicode.Scalar) {
    guard mark == "\u{306}", length >= 2, run[length - 2] == 0xD0, run[length - 1] == 0xB8 else { return }
    run[length - 1] = 0xB9
  }

  private mutating func noteHyphen(_ emit: (UnsafeBufferPointer<UInt8>) -> Void) {
    if isHyphenDue { return endRun(emit) }
    isHyphenDue = length > 0
  }

  @inline(__always)
  private mutating func begin(_ emit: (UnsafeBufferPointer<UInt8>) -> Void) {
    if isHyphenDue { beginPart(emit) }
  }

  private mutating func beginPart(_ emit: (UnsafeBufferPointer<UInt8>) -> Void) {
    isHyphenDue = false
    emitRun(from: partStart, emit)
    push(UInt8(ascii: "-"))
    partStart = length
    parts += 1
  }

  @inline(__always)
  private mutating func endRun(_ emit: (UnsafeBufferPointer<UInt8>) -> Void) {
    if length == 0 { return }
    emitRun(from: partStart, emit)
    if parts > 0, parts < Self.mostParts, hasLetter { emitRun(from: 0, emit) }
    length = 0
    isTooLong = false
    partStart = 0
    parts = 0
    hasLetter = false
    isHyphenDue = false
  }

  @inline(__always)
  private func emitRun(from start: Int, _ emit: (UnsafeBufferPointer<UInt8>) -> Void) {
    guard length - start <= Self.longestWord, !isTooLong else { return }
    emit(UnsafeBufferPointer(rebasing: run[start..<length]))
  }
}

/// A tag of a body's markup.
private struct Tag {
  let end: Int
  var isEnd = false
  var isHeading = false
  /// Whether words go on through it.
  var isInline = false

  init(_ markup: UnsafeBufferPointer<UInt8>, at start: Int) {
    var index = start + 1
    if index < markup.count, markup[index] == UInt8(ascii: "/") {
      isEnd = true
      index += 1
    }
    var name: UInt64 = 0
    while index < markup.count, markup[index].isASCIILetterOrDigit {
      name = name << 8 | UInt64(markup[index] | 0x20)
      index += 1
    }
    end = markup.firstIndex(of: UInt8(ascii: ">"), from: index).map { $0 + 1 } ?? markup.count
    switch name {
    case Self.name("a"), Self.name("em"), Self.name("strong"), Self.name("del"): isInline = true
    case Self.name("h2"), Self.name("h3"), Self.name("h4"), Self.name("h5"), Self.name("h6"): isHeading = true
    default: break
    }
  }

  private static func name(_ name: StaticString) -> UInt64 {
    name.withUTF8Buffer { $0.reduce(0) { $0 << 8 | UInt64($1) } }
  }
}
