import OpytText

/// What is left of HTML that an author wrote into a text: markup is dropped, words stay.
enum RawHTML {
  /// Comments are an author's notes to themselves: nothing of them is shown, nothing is wrong with them.
  static func isOnlyComments(_ html: [UInt8]) -> Bool {
    var rest = html.trimmed
    while !rest.isEmpty {
      guard rest.starts(with: "<!--".utf8), let end = index(of: "-->", in: rest.dropFirst(4)) else { return false }
      rest = rest[(end + 3)...].trimmed
    }
    return true
  }

  static func isLineBreak(_ html: [UInt8]) -> Bool { isTag("br", at: html[...]) }

  /// The words between the tags, without the contents of scripts and styles.
  static func text(of html: [UInt8]) -> String {
    var rest = html[...]
    var output: [UInt8] = []
    while let open = rest.firstIndex(of: UInt8(ascii: "<")) {
      output.append(contentsOf: rest[..<open])
      output.append(UInt8(ascii: " "))
      rest = rest[open...]
      if let name = ["script", "style"].first(where: { isTag($0, at: rest) }) {
        rest = behindElement(name, in: rest)
      } else if rest.starts(with: "<!--".utf8) {
        rest = index(of: "-->", in: rest).map { rest[($0 + 3)...] } ?? []
      } else {
        rest = rest.firstIndex(of: UInt8(ascii: ">")).map { rest[($0 + 1)...] } ?? []
      }
    }
    output.append(contentsOf: rest)
    if output.allSatisfy({ $0 <= 0x20 }) { return "" }
    return String(decoding: output, as: UTF8.self).split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }

  /// Whether `html` begins with `<name` in letters of any case, and with nothing longer.
  private static func isTag(_ name: String, at html: ArraySlice<UInt8>) -> Bool {
    let head = html.prefix(name.utf8.count + 1).map { $0 | ($0.isASCIILetterOrDigit ? 0x20 : 0) }
    guard head.elementsEqual("<\(name)".utf8) else { return false }
    return html.dropFirst(head.count).first?.isASCIILetterOrDigit != true
  }

  private static func behindElement(_ name: String, in html: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    var rest = html.dropFirst()
    while let slash = index(of: "</", in: rest) {
      rest = rest[(slash + 2)...]
      guard rest.prefix(name.utf8.count).map({ $0 | 0x20 }).elementsEqual(name.utf8) else { continue }
      return rest.firstIndex(of: UInt8(ascii: ">")).map { rest[($0 + 1)...] } ?? []
    }
    return []
  }

  private static func index(of needle: StaticString, in bytes: ArraySlice<UInt8>) -> Int? {
    needle.withUTF8Buffer { wanted in
      var start = bytes.startIndex
      while let first = bytes[start...].firstIndex(of: wanted[0]) {
        if bytes[first...].starts(with: wanted) { return first }
        start = first + 1
      }
      return nil
    }
  }
}
