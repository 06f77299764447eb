/// What can be told of a style sheet without knowing CSS's properties: whether its comments, strings and brackets are
/// closed, and which custom properties it sets and asks for.
public struct StyleSheetSyntax: Sendable {
  /// What is wrong with a sheet as a whole.
  public enum Fault: Hashable, Sendable {
    case commentUnclosed
    case stringUnclosed
    case bracketUnclosed(Character)
    case bracketUnopened(Character)
  }

  /// A `var(--name)` that has nothing to fall back on.
  public struct Use: Hashable, Sendable {
    public let name: String
    /// Of the name, in the bytes that were read.
    public let range: Range<Int>
  }

  /// The first fault and where it stands. Browsers drop what is behind it, or read it as something else.
  public private(set) var fault: (kind: Fault, range: Range<Int>)?
  /// The custom properties that are set anywhere, with their dashes.
  public private(set) var declared: Set<String> = []
  /// In the order they stand.
  public private(set) var uses: [Use] = []

  private struct Bracket {
    let byte: UInt8
    let offset: Int
    /// Whether it is the one of `var(`, and the name is still to come.
    var awaitsProperty = false
  }

  public init(_ css: [UInt8]) {
    var brackets: [Bracket] = []
    var index = 0
    while index < css.count, fault == nil {
      let byte = css[index]
      switch byte {
      case UInt8(ascii: "/") where css[index...].starts(with: "/*".utf8):
        guard let end = Self.end(ofComment: css, from: index) else {
          fault = (.commentUnclosed, index..<index + 2)
          break
        }
        index = end
      case UInt8(ascii: "\""), UInt8(ascii: "'"):
        guard let end = Self.end(ofString: css, from: index) else {
          fault = (.stringUnclosed, index..<index + 1)
          break
        }
        index = end
      case UInt8(ascii: "("), UInt8(ascii: "["), UInt8(ascii: "{"):
        brackets.append(Bracket(byte: byte, offset: index))
        index += 1
      case UInt8(ascii: ")"), UInt8(ascii: "]"), UInt8(ascii: "}"):
        close(byte, at: index, &brackets)
        index += 1
      case _ where Self.isOfName(byte):
        index = readName(css, from: index, &brackets)
      default:
        index += 1
      }
    }
    if fault == nil, let open = brackets.last { fault = Self.unclosed(open) }
  }

  private mutating func close(_ byte: UInt8, at index: Int, _ brackets: inout [Bracket]) {
    guard let open = brackets.popLast() else {
      fault = (.bracketUnopened(Character(Unicode.Scalar(byte))), index..<index + 1)
      return
    }
    let partner =
      switch open.byte {
      case UInt8(ascii: "("): UInt8(ascii: ")")
      case UInt8(ascii: "["): UInt8(ascii: "]")
      default: UInt8(ascii: "}")
      }
    if byte != partner { fault = Self.unclosed(open) }
  }

  private static func unclosed(_ bracket: Bracket) -> (kind: Fault, range: Range<Int>) {
    (.bracketUnclosed(Character(Unicode.Scalar(bracket.byte))), bracket.offset..<bracket.offset + 1)
  }

  /// - Returns: where it goes on behind the name, and behind the bracket of a function that is opened with it.
  private mutating func readName(_ css: [UInt8], from start: Int, _ brackets: inout [Bracket]) -> Int {
    var end = start
    while end < css.count, Self.isOfName(css[end]) {
      end = min(end + (css[end] == UInt8(ascii: "\\") ? 2 : 1), css.count)
    }
    let name = css[start..<end]
    if name.count > 2, name.starts(with: "--".utf8) {
      let text = String(decoding: name, as: UTF8.self)
      if let last = brackets.indices.last, brackets[last].awaitsProperty {
        brackets[last].awaitsProperty = false
        // With something to fall back on, a property may well be missing.
        if Self.skippingBlanks(css, from: end).map({ css[$0] }) != UInt8(ascii: ",") {
          uses.append(Use(name: text, range: start..<end))
        }
      } else {
        declared.insert(text)
      }
    }
    guard end < css.count, css[end] == UInt8(ascii: "(") else { return end }
    let function = String(decoding: name, as: UTF8.self).lowercased()
    if function == "url", let address = Self.skippingBlanks(css, from: end + 1),
      css[address] != UInt8(ascii: "\""), css[address] != UInt8(ascii: "'"),
      let close = css[address...].firstIndex(of: UInt8(ascii: ")"))
    {
      // An address without quotes may hold anything.
      return close + 1
    }
    brackets.append(Bracket(byte: UInt8(ascii: "("), offset: end, awaitsProperty: function == "var"))
    return end + 1
  }

  private static func isOfName(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "_"), UInt8(ascii: "\\"), 0x80...:
      true
    default: false
    }
  }

  private static func skippingBlanks(_ css: [UInt8], from start: Int) -> Int? {
    var index = start
    while index < css.count {
      switch css[index] {
      case UInt8(ascii: " "), UInt8(ascii: "\t"), UInt8(ascii: "\n"), UInt8(ascii: "\r"), 0x0C: index += 1
      case UInt8(ascii: "/") where css[index...].starts(with: "/*".utf8):
        guard let end = end(ofComment: css, from: index) else { return nil }
        index = end
      default: return index
      }
    }
    return nil
  }

  private static func end(ofComment css: [UInt8], from start: Int) -> Int? {
    var index = start + 2
    while index + 1 < css.count {
      if css[index] == UInt8(ascii: "*"), css[index + 1] == UInt8(ascii: "/") { return index + 2 }
      index += 1
    }
    return nil
  }

  /// A string ends in its line, unless the line's end is behind a backslash.
  private static func end(ofString css: [UInt8], from start: Int) -> Int? {
    var index = start + 1
    while index < css.count {
      switch css[index] {
      case UInt8(ascii: "\\"):
        let isCRLF = css[index...].dropFirst().starts(with: "\r\n".utf8)
        index += isCRLF ? 3 : 2
      case UInt8(ascii: "\n"), UInt8(ascii: "\r"): return nil
      case css[start]: return index + 1
      default: index += 1
      }
    }
    return nil
  }
}
