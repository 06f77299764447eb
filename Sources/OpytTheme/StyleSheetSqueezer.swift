/// Takes out of a style sheet what readers of the site needn't fetch: comments, and blanks that part nothing.
public enum StyleSheetSqueezer {
  public static func squeezed(_ css: [UInt8]) -> [UInt8] {
    var result: [UInt8] = []
    result.reserveCapacity(css.count)
    // Whether whitespace or comments were read and not yet written: one blank stands for them.
    var gap = false
    var isBehindMark = true
    var index = css.startIndex
    func write(_ bytes: ArraySlice<UInt8>, isMark: Bool = false, needsNoBlank: Bool = false) {
      if gap, !isBehindMark, !needsNoBlank { result.append(UInt8(ascii: " ")) }
      gap = false
      isBehindMark = isMark
      result += bytes
    }
    while index < css.endIndex {
      let byte = css[index]
      switch byte {
      case UInt8(ascii: " "), UInt8(ascii: "\t"), UInt8(ascii: "\n"), UInt8(ascii: "\r"), 0x0C:
        gap = true
        index += 1
      case UInt8(ascii: "/") where css[index...].starts(with: "/*".utf8):
        gap = true
        index = end(ofComment: css, from: index + 2)
      case UInt8(ascii: "\""), UInt8(ascii: "'"):
        let end = end(ofString: css, from: index)
        write(css[index..<end])
        index = end
      case UInt8(ascii: "\\"):
        let end = min(index + 2, css.endIndex)
        write(css[index..<end])
        index = end
      case UInt8(ascii: "}"):
        // The last declaration needs no end.
        if isBehindMark, result.last == UInt8(ascii: ";") { result.removeLast() }
        write(css[index...index], isMark: true, needsNoBlank: true)
        index += 1
      case UInt8(ascii: "{"), UInt8(ascii: ";"), UInt8(ascii: ","), UInt8(ascii: ">"):
        write(css[index...index], isMark: true, needsNoBlank: true)
        index += 1
      case UInt8(ascii: ":"):
        // Before it a blank has a meaning: «a :hover».
        write(css[index...index], isMark: true)
        index += 1
      default:
        write(css[index...index])
        index += 1
      }
    }
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
