import OpytDiagnostics
import OpytText

/// Signs of emphasis, links and addresses that the parser left as words.
extension LookalikeCheck {
  /// - Parameters:
  ///   - words: of one text in the tree.
  ///   - isInLink: what is a link already needs no address.
  mutating func read(_ words: UnsafeBufferPointer<UInt8>, isInLink: Bool) {
    var index = 0
    while let sign = Self.nextSign(in: words, from: index) {
      index = sign
      switch words[index] {
      case UInt8(ascii: "*"), UInt8(ascii: "_"), UInt8(ascii: "~"): index = readRun(words, from: index)
      case UInt8(ascii: "]"):
        readBracket(words, at: index)
        index += 1
      case UInt8(ascii: "["):
        readFootnote(words, at: index)
        index += 1
      case UInt8(ascii: "."):
        if !isInLink { readAddress(words, dot: index) }
        index += 1
      default: index += 1
      }
    }
  }

  /// Where the next sign stands that may be about something; some others are found with them.
  private static func nextSign(in words: UnsafeBufferPointer<UInt8>, from start: Int) -> Int? {
    var offset = start
    while offset < words.count {
      let found = ByteBlock.read(words, at: offset) { block in
        // Those from «[» to «_», «~» and its neighbours, and dots with something behind them.
        let dots = block.isByte(UInt8(ascii: ".")) & ~(block.isByte(UInt8(ascii: " ")) >> 1)
        let marks = block.isByte(in: UInt8(ascii: "[")...UInt8(ascii: "_")) | block.isByte(in: UInt8(ascii: "{")...0x7F)
        return (dots | block.isByte(UInt8(ascii: "*")) | marks) & block.inText
      }
      if found != 0 { return offset + found.trailingZeroBitCount }
      offset += ByteBlock.count
    }
    return nil
  }

  /// Where words of the block stand in the file; nil where they are written in another way, such as behind a backslash.
  private mutating func place(of words: ArraySlice<UInt8>) -> Range<Int>? {
    guard let block, let first = words.first, searches < Self.searchLimit else { return nil }
    searches += 1
    let end = min(text.offset(ofLine: block.upperBound + 1), searchStart + Self.reach)
    let found: Range<Int>? = text.bytes.withUnsafeBufferPointer { bytes in
      var start = searchStart
      while let next = bytes[min(start, end)..<end].firstIndex(of: first) {
        if bytes[next..<end].starts(with: words) { return next..<next + words.count }
        start = next + 1
      }
      return nil
    }
    guard let found else { return nil }
    searchStart = found.lowerBound + 1
    let isEscaped = found.lowerBound > 0 && text.bytes[found.lowerBound - 1] == UInt8(ascii: "\\")
    return isEscaped ? nil : found
  }

  /// Words that can't be found are looked for only so often, and only so far: a text may be full of them.
  private static let searchLimit = 100
  private static let reach = 1 << 16

  private func slice(_ words: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) -> ArraySlice<UInt8> {
    Array(words[range.clamped(to: 0..<words.count)])[...]
  }

  // MARK: Emphasis

  /// - Returns: where the signs end.
  private mutating func readRun(_ words: UnsafeBufferPointer<UInt8>, from start: Int) -> Int {
    let sign = words[start]
    var end = start
    while end < words.count, words[end] == sign { end += 1 }
    guard let slip = slip(words, start..<end) else { return end }
    // A few letters on either side, up to the beginning of one.
    var before = max(0, start - 16)
    while before < start, words[before].isUTF8Continuation { before += 1 }
    var after = min(words.count, end + 24)
    while after < words.count, words[after].isUTF8Continuation { after += 1 }
    let behind = end < words.count ? start..<min(after, end + 12).onLetter(in: words) : before..<end
    if let found = place(of: slice(words, behind)) {
      let offset = found.lowerBound + (start - behind.lowerBound)
      let typed = String(decoding: slice(words, start..<end), as: UTF8.self)
      let context = String(decoding: slice(words, before..<after), as: UTF8.self).inOneLine
      report(.emphasis(typed, context, slip), at: offset..<offset + (end - start))
      // The sign that would have closed it is told with it.
      if let close = closing(words, sign, count: end - start, from: end) { return close }
    }
    return end
  }

  private func closing(_ words: UnsafeBufferPointer<UInt8>, _ sign: UInt8, count: Int, from start: Int) -> Int? {
    var index = start
    while index < words.count {
      guard words[index] == sign else {
        index += 1
        continue
      }
      let first = index
      while index < words.count, words[index] == sign { index += 1 }
      if index - first == count { return index }
    }
    return nil
  }

  /// What is wrong with a run of signs, if it was meant as emphasis.
  private func slip(_ words: UnsafeBufferPointer<UInt8>, _ run: Range<Int>) -> EmphasisSlip? {
    let sign = words[run.lowerBound]
    let count = run.count
    let before = run.lowerBound > 0 ? words[run.lowerBound - 1] : UInt8(ascii: " ")
    let behind = run.upperBound < words.count ? words[run.upperBound] : UInt8(ascii: " ")
    let (isBlankBefore, isBlankBehind) = (before <= 0x20, behind <= 0x20)
    let close = closing(words, sign, count: count, from: run.upperBound)
    // Blanks to fill in are longer runs, and a sign between blanks is multiplication or a mark.
    switch (sign, count) {
    case (UInt8(ascii: "*"), 2...3): if isBlankBefore && isBlankBehind && close == nil { return nil }
    case (UInt8(ascii: "*"), 1), (UInt8(ascii: "_"), 2):
      guard close != nil, isBlankBefore || !Self.isWord(before), !isBlankBehind else { return nil }
    case (UInt8(ascii: "~"), 2): guard close != nil else { return nil }
    default: return nil
    }
    guard let close else { return isBlankBehind && !isBlankBefore ? .unknown : .unclosed }
    if isBlankBehind || words[close - count - 1] <= 0x20 { return .blankInside }
    if close < words.count, Self.isWord(words[close]) { return .gluedEnd }
    return Self.isWord(before) ? .gluedStart : .unknown
  }

  private static func isWord(_ byte: UInt8) -> Bool { byte.isASCIILetterOrDigit || byte >= 0x80 }

  // MARK: Links

  /// `](план работы.docx)` and `] (https://…)`.
  private mutating func readBracket(_ words: UnsafeBufferPointer<UInt8>, at bracket: Int) {
    var open = bracket + 1
    while open < words.count, words[open] == UInt8(ascii: " ") { open += 1 }
    guard open < words.count, words[open] == UInt8(ascii: "(") else { return }
    // An address of a site behind the parenthesis is a link by itself.
    if open == words.count - 1 { return readBracketBeforeLink(slice(words, bracket..<open + 1)) }
    if open == bracket + 1, readUnclosed(words, bracket) { return }
    guard let close = words[open...].prefix(Self.longestAddress).firstIndex(of: UInt8(ascii: ")")), close > open + 1
    else { return }
    let address = String(decoding: slice(words, open + 1..<close).trimmed, as: UTF8.self)
    guard !address.isEmpty, let found = place(of: slice(words, bracket..<close + 1)) else { return }
    let range = found.lowerBound + (open + 1 - bracket)..<found.upperBound - 1
    if open == bracket + 1 {
      guard address.utf8.contains(UInt8(ascii: " ")), Self.looksLikeAddress(address) else { return }
      report(
        .linkWithBlank(address, isImage: isImage(words, bracket)), .error, at: range,
        fixes: [replacement(range, "<\(address)>")])
    } else if Self.looksLikeAddress(address), !address.contains(" ") {
      let gap = found.lowerBound + 1..<range.lowerBound - 1
      report(.linkApart(address), .error, at: range, fixes: [replacement(gap, "")])
    }
  }

  private static let longestAddress = 400

  /// `](plan.docx и так далее`, `](plan.docx, с. 5)`: whether the address ends before the parenthesis is closed.
  private mutating func readUnclosed(_ words: UnsafeBufferPointer<UInt8>, _ bracket: Int) -> Bool {
    let start = bracket + 2
    var end = start
    // No address is longer; a text may be full of brackets.
    let limit = min(words.count, start + Self.longestAddress)
    while end < limit, words[end] > 0x20, words[end] != UInt8(ascii: ")") { end += 1 }
    if end < words.count, end == limit || words[end] == UInt8(ascii: ")") { return false }
    let behind = end
    while end > start, ".,;:!?".utf8.contains(words[end - 1]) { end -= 1 }
    let address = String(decoding: slice(words, start..<end), as: UTF8.self)
    guard end > start, Self.looksLikeAddress(address) else { return false }
    let close = words[behind...].prefix(Self.longestAddress).firstIndex(of: UInt8(ascii: ")"))
    // Behind a blank, what belongs to the address as well: «план работы.docx».
    if let close, Self.looksLikeAddress(String(decoding: slice(words, start..<close).trimmed, as: UTF8.self)) {
      return false
    }
    guard let found = place(of: slice(words, bracket..<end)) else { return false }
    let range = found.lowerBound + 2..<found.upperBound
    report(
      .linkUnclosed(address, isImage: isImage(words, bracket)), .error, at: range,
      fixes: close != nil ? [] : [replacement(range.upperBound..<range.upperBound, ")")])
    return true
  }

  private mutating func readBracketBeforeLink(_ signs: ArraySlice<UInt8>) {
    guard let found = place(of: signs) else { return }
    let address = text.bytes[found.upperBound...].prefix { $0 > 0x20 && $0 != UInt8(ascii: ")") }
    guard Self.looksLikeAddress(string(address.indices)) else { return }
    let gap = found.lowerBound + 1..<found.upperBound - 1
    if gap.isEmpty {
      report(
        .linkUnclosed(string(address.indices), isImage: false), .error, at: address.indices,
        fixes: [replacement(address.endIndex..<address.endIndex, ")")])
    } else {
      report(.linkApart(string(address.indices)), .error, at: address.indices, fixes: [replacement(gap, "")])
    }
  }

  /// Whether what stands in parentheses leads somewhere: to a site, or to a file or heading of this one.
  static func looksLikeAddress(_ words: String) -> Bool {
    let name = words.utf8.split(separator: UInt8(ascii: "/")).last ?? words.utf8[...]
    let hasExtension = name.lastIndex(of: UInt8(ascii: ".")).map { dot in
      let ending = name[name.index(after: dot)...]
      return (2...5).contains(ending.count) && ending.allSatisfy(\.isASCIILetterOrDigit)
    }
    return hasExtension == true || words.contains("://") || words.hasPrefix("#") || words.hasPrefix("www.")
      || words.hasPrefix("mailto:") || words.hasPrefix("../") || words.hasPrefix("./")
  }

  private func isImage(_ words: UnsafeBufferPointer<UInt8>, _ bracket: Int) -> Bool {
    guard let open = words[..<bracket].lastIndex(of: UInt8(ascii: "[")), open > 0 else { return false }
    return words[open - 1] == UInt8(ascii: "!")
  }

  /// `[^name]` that no footnote belongs to.
  private mutating func readFootnote(_ words: UnsafeBufferPointer<UInt8>, at bracket: Int) {
    guard bracket + 2 < words.count, words[bracket + 1] == UInt8(ascii: "^"),
      let close = words[bracket...].prefix(80).firstIndex(of: UInt8(ascii: "]")), close > bracket + 2
    else { return }
    let name = String(decoding: slice(words, bracket + 2..<close), as: UTF8.self)
    guard !name.contains(" "), let found = place(of: slice(words, bracket..<close + 1)) else { return }
    report(.unknownFootnote(name), at: found)
  }

  // MARK: Addresses

  /// `vk.com/sad3` and `ds2.ru`.
  private mutating func readAddress(_ words: UnsafeBufferPointer<UInt8>, dot: Int) {
    guard dot > 0, dot + 2 < words.count, Self.mayEndHost(words, dot + 1), words[dot - 1] > 0x20 else { return }
    var start = dot
    while let letter = Self.hostLetter(before: start, in: words) { start -= letter }
    var end = dot
    while end < words.count, Self.isInAddress(words[end]) { end += 1 }
    while end > dot, ".,;:!?".utf8.contains(words[end - 1]) { end -= 1 }
    let address = String(decoding: slice(words, start..<end), as: UTF8.self)
    // An address of mail, or a part of a path.
    if start > 0, "@/\\:".utf8.contains(words[start - 1]) { return }
    guard WebHost.isLikely(address) else { return }
    // With what stands before it: the same address may be in a link as well.
    let before = max(0, start - 6).onLetter(in: words)
    guard let found = place(of: slice(words, before..<end)) else { return }
    let range = found.lowerBound + (start - before)..<found.upperBound
    report(.bareAddress(address), at: range, fixes: [replacement(range.lowerBound..<range.lowerBound, "https://")])
  }

  private static func mayEndHost(_ words: UnsafeBufferPointer<UInt8>, _ index: Int) -> Bool {
    words[index] | 0x20 &- UInt8(ascii: "a") < 26 || words[index] == 0xD1 && words[index + 1] == 0x80
  }

  /// How many bytes the letter before `end` has; nil where it belongs to no name of a computer.
  private static func hostLetter(before end: Int, in words: UnsafeBufferPointer<UInt8>) -> Int? {
    guard end > 0 else { return nil }
    let last = words[end - 1]
    if last.isASCIILetterOrDigit || last == UInt8(ascii: "-") || last == UInt8(ascii: ".") { return 1 }
    return last.isUTF8Continuation && end > 1 && (words[end - 2] == 0xD0 || words[end - 2] == 0xD1) ? 2 : nil
  }

  private static func isInAddress(_ byte: UInt8) -> Bool {
    byte > 0x20 && byte != UInt8(ascii: ")") && byte != UInt8(ascii: "\"") && byte != 0xC2 && byte != 0xE2
  }
}

extension Int {
  /// Moved on to where a letter begins.
  fileprivate func onLetter(in words: UnsafeBufferPointer<UInt8>) -> Int {
    var index = self
    while index < words.count, words[index].isUTF8Continuation { index += 1 }
    return Swift.min(index, words.count)
  }
}
