import Testing

@testable import OpytPages

/// Reads a QR code as the standard says it is read, written apart from what draws it: by tables of its own.
struct QRReader {
  private let code: QRCode
  private let version: Int

  init(_ code: QRCode) {
    self.code = code
    version = (code.size - 17) / 4
  }

  /// Blocks of level M by version: how many, how many data codewords each, and the same of the longer ones
  /// (ISO/IEC 18004, table 9).
  private static let blocks: [Int: [(count: Int, data: Int)]] = [
    1: [(1, 16)], 2: [(1, 28)], 3: [(1, 44)], 4: [(2, 32)], 5: [(2, 43)], 6: [(4, 27)], 7: [(4, 31)],
    8: [(2, 38), (2, 39)], 9: [(3, 36), (2, 37)], 10: [(4, 43), (1, 44)], 11: [(1, 50), (4, 51)],
    12: [(6, 36), (2, 37)], 13: [(8, 37), (1, 38)], 20: [(3, 41), (13, 42)], 37: [(29, 46), (14, 47)],
    38: [(13, 46), (32, 47)], 40: [(18, 47), (31, 48)],
  ]
  private static let alignments: [Int: [Int]] = [
    1: [], 2: [6, 18], 3: [6, 22], 4: [6, 26], 5: [6, 30], 6: [6, 34], 7: [6, 22, 38], 8: [6, 24, 42],
    9: [6, 26, 46], 10: [6, 28, 50], 11: [6, 30, 54], 12: [6, 32, 58], 13: [6, 34, 62],
    20: [6, 34, 62, 90], 37: [6, 28, 54, 80, 106, 132, 158], 38: [6, 32, 58, 84, 110, 136, 162],
    40: [6, 30, 58, 86, 114, 142, 170],
  ]

  func text() throws -> String {
    let blocks = try #require(Self.blocks[version], "version \(version)")
    let words = codewords()
    let sizes = blocks.flatMap { Array(repeating: $0.data, count: $0.count) }
    var data = sizes.map { _ in [UInt8]() }
    var next = 0
    for place in 0..<(sizes.max() ?? 0) {
      for block in sizes.indices where place < sizes[block] {
        data[block].append(words[next])
        next += 1
      }
    }
    let bits = data.joined().flatMap { byte in (0..<8).map { Int(byte >> (7 - UInt8($0)) & 1) } }
    func number(_ start: Int, _ count: Int) -> Int { bits[start..<start + count].reduce(0) { $0 << 1 | $1 } }
    #expect(number(0, 4) == 0b0100)
    let width = version < 10 ? 8 : 16
    let count = number(4, width)
    return String(decoding: (0..<count).map { UInt8(number(4 + width + $0 * 8, 8)) }, as: UTF8.self)
  }

  private func codewords() -> [UInt8] {
    // The format's second copy: right to left below the upper right finder.
    var format = 0
    for bit in 0..<8 where code[code.size - 1 - bit, 8] { format |= 1 << bit }
    for bit in 8..<15 where code[8, code.size - 15 + bit] { format |= 1 << bit }
    let mask = (format ^ 0b101_0100_0001_0010) >> 10 & 0b111
    #expect((format ^ 0b101_0100_0001_0010) >> 13 == 0b00, "level M")
    var bits: [Bool] = []
    var x = code.size - 1
    var isUpward = true
    while x > 0 {
      if x == 6 { x -= 1 }
      for step in 0..<code.size {
        let y = isUpward ? code.size - 1 - step : step
        for column in [x, x - 1] where !isFixed(column, y) { bits.append(code[column, y] != isMasked(column, y, mask)) }
      }
      isUpward.toggle()
      x -= 2
    }
    return (0..<bits.count / 8).map { word in (0..<8).reduce(UInt8(0)) { $0 << 1 | (bits[word * 8 + $1] ? 1 : 0) } }
  }

  private func isFixed(_ x: Int, _ y: Int) -> Bool {
    let end = code.size - 1
    if x == 6 || y == 6 { return true }
    if x <= 8 && y <= 8 || x <= 8 && y >= end - 7 || x >= end - 7 && y <= 8 { return true }
    if version >= 7, x >= end - 10 && y <= 5 || y >= end - 10 && x <= 5 { return true }
    let places = Self.alignments[version] ?? []
    for (row, centreY) in places.enumerated() {
      for (column, centreX) in places.enumerated() {
        let last = places.count - 1
        if (row, column) == (0, 0) || (row, column) == (0, last) || (row, column) == (last, 0) { continue }
        if abs(x - centreX) <= 2 && abs(y - centreY) <= 2 { return true }
      }
    }
    return false
  }

  private func isMasked(_ j: Int, _ i: Int, _ mask: Int) -> Bool {
    switch mask {
    case 0b000: (i + j) % 2 == 0
    case 0b001: i % 2 == 0
    case 0b010: j % 3 == 0
    case 0b011: (i + j) % 3 == 0
    case 0b100: (i / 2 + j / 3) % 2 == 0
    case 0b101: (i * j) % 2 + (i * j) % 3 == 0
    case 0b110: ((i * j) % 2 + (i * j) % 3) % 2 == 0
    default: ((i + j) % 2 + (i * j) % 3) % 2 == 0
    }
  }
}
