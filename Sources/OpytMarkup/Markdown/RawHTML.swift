/// What is left of HTML that an author wrote into a text: markup is dropped, words stay (`domain.md` §6, 23).
enum RawHTML {
  /// Comments are an author's notes to themselves: nothing of them is shown, nothing is wrong with them.
  static func isOnlyComments(_ html: String) -> Bool {
    var rest = trimmed(Array(html.utf8)[...])
    while !rest.isEmpty {
      guard rest.starts(with: "<!--".utf8), let end = index(of: "-->", in: rest.dropFirst(4)) else { return false }
      rest = trimmed(rest[(end + 3)...])
    }
    return true
  }

  static func isLineBreak(_ html: String) -> Bool {
    html.lowercased().utf8.starts(with: "<br".utf8)
  }

  /// The words between the tags, without the contents of scripts and styles.
  static func text(of html: String) -> String {
    var rest = Array(html.utf8)[...]
    var output: [UInt8] = []
    while let open = rest.firstIndex(of: UInt8(ascii: "<")) {
      output.append(contentsOf: rest[..<open])
      output.append(UInt8(ascii: " "))
      rest = rest[open...]
      if let skipped = ["script", "style"].lazy.compactMap({ behindElement($0, in: rest) }).first {
        rest = skipped
      } else if rest.starts(with: "<!--".utf8) {
        rest = index(of: "-->", in: rest).map { rest[($0 + 3)...] } ?? []
      } else {
        rest = rest.firstIndex(of: UInt8(ascii: ">")).map { rest[($0 + 1)...] } ?? []
      }
    }
    output.append(contentsOf: rest)
    return String(decoding: output, as: UTF8.self).split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }

  private static func behindElement(_ name: String, in rest: ArraySlice<UInt8>) -> ArraySlice<UInt8>? {
    let lowered = rest.map { (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains($0) ? $0 + 0x20 : $0 }
    guard lowered.starts(with: "<\(name)".utf8) else { return nil }
    guard let close = index(of: "</\(name)", in: lowered[...]) else { return [] }
    let behind = rest[(rest.startIndex + close)...]
    return behind.firstIndex(of: UInt8(ascii: ">")).map { behind[($0 + 1)...] } ?? []
  }

  private static func index(of needle: String, in bytes: ArraySlice<UInt8>) -> Int? {
    let wanted = Array(needle.utf8)
    var start = bytes.startIndex
    while start + wanted.count <= bytes.endIndex {
      if bytes[start..<start + wanted.count].elementsEqual(wanted) { return start }
      start += 1
    }
    return nil
  }

  private static func trimmed(_ bytes: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    let head = bytes.drop { $0 <= 0x20 }
    return head.dropLast(head.reversed().prefix { $0 <= 0x20 }.count)
  }
}

extension UInt8 {
  var isASCIILetterOrDigit: Bool {
    switch self {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"):
      true
    default: false
    }
  }
}

extension String {
  func trimmedASCII() -> String {
    let head = utf8.drop { $0 <= 0x20 }
    return String(decoding: head.dropLast(head.reversed().prefix { $0 <= 0x20 }.count), as: UTF8.self)
  }
}
