/// Takes comments and indentation out of a style sheet: what readers of the site needn't fetch. Lines stay lines.
enum StyleSheetSqueezer {
  static func squeezed(_ css: [UInt8]) -> [UInt8] {
    var result: [UInt8] = []
    result.reserveCapacity(css.count)
    // Whitespace and comments that were read and not yet written: one blank stands for them, or one line's end.
    var gap: UInt8?
    var index = css.startIndex
    func write(_ bytes: ArraySlice<UInt8>) {
      if let blank = gap, !result.isEmpty { result.append(blank) }
      gap = nil
      result += bytes
    }
    while index < css.endIndex {
      let byte = css[index]
      switch byte {
      case UInt8(ascii: " "), UInt8(ascii: "\t"):
        gap = gap ?? UInt8(ascii: " ")
        index += 1
      case UInt8(ascii: "\n"), UInt8(ascii: "\r"), 0x0C:
        gap = UInt8(ascii: "\n")
        index += 1
      case UInt8(ascii: "/") where css[index...].starts(with: "/*".utf8):
        gap = gap ?? UInt8(ascii: " ")
        index = end(ofComment: css, from: index + 2)
      case UInt8(ascii: "\""), UInt8(ascii: "'"):
        let end = end(ofString: css, from: index)
        write(css[index..<end])
        index = end
      case UInt8(ascii: "\\"):
        let end = min(index + 2, css.endIndex)
        write(css[index..<end])
        index = end
      default:
        write(css[index...index])
        index += 1
      }
    }
    if gap == UInt8(ascii: "\n") { result.append(UInt8(ascii: "\n")) }
    return result
  }

  private static func end(ofComment css: [UInt8], from start: Int) -> Int {
    var index = start
    while index + 1 < css.endIndex {
      if css[index] == UInt8(ascii: "*"), css[index + 1] == UInt8(ascii: "/") { return index + 2 }
      index += 1
    }
    return css.endIndex
  }

  private static func end(ofString css: [UInt8], from start: Int) -> Int {
    var index = start + 1
    while index < css.endIndex {
      switch css[index] {
      case UInt8(ascii: "\\"): index += 2
      case css[start]: return index + 1
      default: index += 1
      }
    }
    return css.endIndex
  }
}
