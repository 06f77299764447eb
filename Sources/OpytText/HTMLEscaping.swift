/// Escapes text for HTML, byte by byte: nothing a combining mark or a look-alike could slip past.
public enum HTMLEscaping {
  /// Appends UTF-8 text so that it is inert in element content and in quoted attribute values
  /// (HTML standard, §13.3 “Escaping a string”; both quotes, so that either may enclose it).
  public static func append(_ text: UnsafeBufferPointer<UInt8>, to output: inout [UInt8]) {
    var runStart = 0
    var index = nextCandidate(in: text, from: 0)
    while index < text.count {
      let replacement: StaticString? =
        switch text[index] {
        case UInt8(ascii: "&"): "&amp;"
        case UInt8(ascii: "<"): "&lt;"
        case UInt8(ascii: ">"): "&gt;"
        case UInt8(ascii: "\""): "&quot;"
        case UInt8(ascii: "'"): "&#39;"
        default: nil
        }
      if let replacement {
        output.append(contentsOf: UnsafeBufferPointer(rebasing: text[runStart..<index]))
        replacement.withUTF8Buffer { output.append(contentsOf: $0) }
        runStart = index + 1
      }
      index = nextCandidate(in: text, from: index + 1)
    }
    output.append(contentsOf: UnsafeBufferPointer(rebasing: text[runStart...]))
  }

  /// The next byte that may have to be replaced, or the end. The last few bytes may all have to be.
  private static func nextCandidate(in text: UnsafeBufferPointer<UInt8>, from start: Int) -> Int {
    var index = start
    while index + ByteGroup.count <= text.count {
      let group = ByteGroup(text, at: index)
      let found =
        group.isASCII(in: UInt8(ascii: "\"")...UInt8(ascii: "'")) | group.isByte(UInt8(ascii: "<"))
        | group.isByte(UInt8(ascii: ">"))
      if found != 0 { return index + ByteGroup.first(in: found) }
      index += ByteGroup.count
    }
    return index
  }

  /// Appends `text`, escaped as by ``append(_:to:)-(UnsafeBufferPointer<UInt8>,_)``.
  public static func append(_ text: String, to output: inout [UInt8]) {
    var text = text
    text.withUTF8 { append($0, to: &output) }
  }
}

/// Bytes that are HTML already and are printed as they are.
public struct HTMLFragment: Hashable, Sendable {
  public let bytes: [UInt8]

  /// - Parameter bytes: well-formed HTML in which every text of an author is escaped.
  public init(trusted bytes: [UInt8]) {
    self.bytes = bytes
  }
}
