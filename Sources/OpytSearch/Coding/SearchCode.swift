import OpytText

/// How the files of the index write numbers and words: as signs that a string of JavaScript holds as they are.
///
/// A number takes one sign up to 59; each sign behind the first sixty says that more follow. The script of the search page
/// reads it with the same constants.
enum SearchCode {
  /// Printable ASCII without a blank, `"`, `\` and `|`.
  static let signs: [UInt8] = (0x21...0x7E).filter { ![0x22, 0x5C, 0x7C].contains($0) }
  private static let finals = 60
  private static let others = 31

  /// Ends records.
  static let end = UInt8(ascii: "|")

  static func append(_ number: Int, to output: inout [UInt8]) {
    var rest = number
    while rest >= finals {
      rest -= finals
      output.append(signs[finals + rest % others])
      rest /= others
    }
    output.append(signs[rest])
  }

  /// How many signs a number takes.
  static func length(of number: Int) -> Int {
    var (rest, length) = (number, 1)
    while rest >= finals {
      rest = (rest - finals) / others
      length += 1
    }
    return length
  }

  /// Writes a number where there is room for it, and moves the place behind it.
  static func write(_ number: Int, to memory: UnsafeMutableBufferPointer<UInt8>, at place: inout Int) {
    var rest = number
    while rest >= finals {
      rest -= finals
      memory[place] = sign(finals + rest % others)
      place += 1
      rest /= others
    }
    memory[place] = sign(rest)
    place += 1
  }

  /// Appends a number in a fixed number of signs, the lowest first: what stands side by side needs no ends.
  static func append(_ number: Int, width: Int, to output: inout [UInt8]) {
    var rest = number
    for _ in 0..<width {
      output.append(sign(rest % signs.count))
      rest /= signs.count
    }
  }

  /// How many signs the numbers below `count` need.
  static func width(of count: Int) -> Int {
    var (width, rest) = (0, count - 1)
    while rest > 0 {
      width += 1
      rest /= signs.count
    }
    return width
  }

  /// The same as ``signs`` has there: without the three that are left out.
  @inline(__always)
  private static func sign(_ value: Int) -> UInt8 {
    let sign = UInt8(truncatingIfNeeded: value) + 0x21
    return sign < 0x22 ? sign : sign < 0x5B ? sign + 1 : sign < 0x7A ? sign + 2 : sign + 3
  }

  /// Three signs that change with the bytes: by them the script sees that a file is of another build.
  static func mark(of bytes: some Sequence<UInt8>) -> [UInt8] {
    var rest = StableHash(bytes).value % UInt64(signs.count * signs.count * signs.count)
    return (0..<3).map { _ in
      defer { rest /= UInt64(signs.count) }
      return signs[Int(rest % UInt64(signs.count))]
    }
  }

  /// Appends a text as a string of JavaScript, which JSON reads as well.
  static func append(literal text: some Sequence<UInt8>, to output: inout [UInt8]) {
    output.append(UInt8(ascii: "\""))
    for byte in text {
      switch byte {
      case UInt8(ascii: "\""), UInt8(ascii: "\\"):
        output.append(UInt8(ascii: "\\"))
        output.append(byte)
      case ..<0x20, 0x7F, UInt8(ascii: "<"):
        output.append(contentsOf: "\\u00".utf8)
        for digit in [byte >> 4, byte & 15] {
          output.append(contentsOf: "0123456789abcdef".utf8.dropFirst(Int(digit)).prefix(1))
        }
      default: output.append(byte)
      }
    }
    output.append(UInt8(ascii: "\""))
  }

  static func append(list: some Sequence<some Sequence<UInt8>>, to output: inout [UInt8]) {
    output.append(UInt8(ascii: "["))
    for (place, text) in list.enumerated() {
      if place > 0 { output.append(UInt8(ascii: ",")) }
      append(literal: text, to: &output)
    }
    output.append(UInt8(ascii: "]"))
  }

  static func append(numbers: some Sequence<Int>, to output: inout [UInt8]) {
    output.append(UInt8(ascii: "["))
    output.append(contentsOf: numbers.map(String.init).joined(separator: ",").utf8)
    output.append(UInt8(ascii: "]"))
  }
}
