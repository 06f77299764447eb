import OpytText

/// The site's own addresses in a text: a calendar, a table, `robots.txt`, the texts and attributes of a feed.
struct TextAddresses {
  struct Address {
    let text: String
    let offsets: Range<Int>
  }

  private(set) var all: [Address] = []

  /// - Parameter start: what they begin with, without the slash behind it.
  init(in bytes: [UInt8], startingWith start: String) {
    let start = Array(start.utf8)
    guard let first = start.first else { return }
    var index = 0
    while index + start.count <= bytes.count {
      guard bytes[index] | 0x20 == first,
        bytes[index..<index + start.count].elementsEqual(start, by: { $0 == $1 || $0 | 0x20 == $1 })
      else {
        index += 1
        continue
      }
      var end = index + start.count
      // `https://opyt.example.org` is another site.
      let isOwn = end == bytes.count || !Self.continuesHost(bytes[end])
      while end < bytes.count, Self.isInAddress(bytes[end]) { end += 1 }
      while end > index, Self.endsSentence(bytes[end - 1]) { end -= 1 }
      let found = max(end, index + start.count)
      if isOwn {
        all.append(Address(text: String(decoding: bytes[index..<found], as: UTF8.self), offsets: index..<found))
      }
      index = found
    }
  }

  private static func continuesHost(_ byte: UInt8) -> Bool {
    byte.isASCIILetterOrDigit || ".-:_@%".utf8.contains(byte) || byte >= 0x80
  }

  private static func isInAddress(_ byte: UInt8) -> Bool {
    byte > 0x20 && byte < 0x7F && !"\"'<>\\;,|`{}()[]".utf8.contains(byte)
  }

  private static func endsSentence(_ byte: UInt8) -> Bool { ".:!?*".utf8.contains(byte) }
}
