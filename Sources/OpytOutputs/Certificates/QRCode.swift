/// A text as a QR code (ISO/IEC 18004): bytes, error correction level M, which forgives a seventh of it being unreadable.
///
/// Drawn here because no library of Debian that draws them has an archive to put into one program.
struct QRCode: Sendable {
  /// Modules on a side, without the quiet zone around.
  let size: Int
  /// Row by row, true for dark.
  private var modules: [Bool]
  /// What is not data: finders, timing, alignment, format, version.
  private var isFunction: [Bool]

  /// Nil for a text of more than 2331 bytes.
  init?(_ text: String) {
    let data = Array(text.utf8)
    guard let version = (1...40).first(where: { data.count <= Self.capacity($0) }) else { return nil }
    size = version * 4 + 17
    modules = Array(repeating: false, count: size * size)
    isFunction = modules
    drawFunctions(version)
    draw(QRCorrection.interleaved(Self.codewords(of: data, version), version))
    // The mask that readers are least confused by.
    let penalties = (0..<8).map { mask -> Int in
      var code = self
      code.apply(mask)
      return code.penalty
    }
    apply(penalties.indices.min { penalties[$0] < penalties[$1] } ?? 0)
  }

  subscript(x: Int, y: Int) -> Bool { modules[y * size + x] }

  // MARK: Data

  /// How many bytes of text fit.
  private static func capacity(_ version: Int) -> Int {
    QRCorrection.dataCount(version) - (version < 10 ? 2 : 3)
  }

  /// Mode, length and bytes, filled up to what the version holds.
  private static func codewords(of data: [UInt8], _ version: Int) -> [UInt8] {
    var bits: [Bool] = []
    func append(_ value: Int, _ count: Int) {
      for bit in stride(from: count - 1, through: 0, by: -1) { bits.append(value >> bit & 1 == 1) }
    }
    append(0b0100, 4)
    append(data.count, version < 10 ? 8 : 16)
    for byte in data { append(Int(byte), 8) }
    let count = QRCorrection.dataCount(version)
    append(0, min(4, count * 8 - bits.count))
    append(0, (8 - bits.count % 8) % 8)
    var words = stride(from: 0, to: bits.count, by: 8).map { start in
      bits[start..<start + 8].reduce(UInt8(0)) { $0 << 1 | ($1 ? 1 : 0) }
    }
    for filler in 0..<count - words.count { words.append(filler % 2 == 0 ? 0xEC : 0x11) }
    return words
  }

  /// In columns of two from right to left, up and down in turn.
  private mutating func draw(_ words: [UInt8]) {
    var bit = 0
    var right = size - 1
    while right >= 1 {
      if right == 6 { right = 5 }
      let isUpward = (right + 1) & 2 == 0
      for step in 0..<size {
        let y = isUpward ? size - 1 - step : step
        for x in [right, right - 1] where !isFunction[y * size + x] && bit < words.count * 8 {
          modules[y * size + x] = words[bit / 8] >> (7 - bit % 8) & 1 == 1
          bit += 1
        }
      }
      right -= 2
    }
  }

  // MARK: What is not data

  private mutating func set(_ x: Int, _ y: Int, _ isDark: Bool) {
    modules[y * size + x] = isDark
    isFunction[y * size + x] = true
  }

  private mutating func drawFunctions(_ version: Int) {
    for place in 0..<size {
      set(6, place, place % 2 == 0)
      set(place, 6, place % 2 == 0)
    }
    for (x, y) in [(3, 3), (size - 4, 3), (3, size - 4)] { drawSquare(x, y, reach: 4) { $0 != 2 && $0 != 4 } }
    let places = Self.alignments(version, size)
    for (row, y) in places.enumerated() {
      for (column, x) in places.enumerated() {
        // Three corners are the finders'.
        let isCorner = (row == 0 || row == places.count - 1) && (column == 0 || column == places.count - 1)
        if isCorner, !(row == places.count - 1 && column == row) { continue }
        drawSquare(x, y, reach: 2) { $0 != 1 }
      }
    }
    drawFormat(0)
    guard version >= 7 else { return }
    var rest = version
    for _ in 0..<12 { rest = rest << 1 ^ (rest >> 11) * 0x1F25 }
    let bits = version << 12 | rest
    for bit in 0..<18 {
      let (far, near) = (size - 11 + bit % 3, bit / 3)
      set(far, near, bits >> bit & 1 == 1)
      set(near, far, bits >> bit & 1 == 1)
    }
  }

  /// Rings around a module.
  private mutating func drawSquare(_ x: Int, _ y: Int, reach: Int, isDark: (Int) -> Bool) {
    for down in -reach...reach {
      for across in -reach...reach where (0..<size).contains(x + across) && (0..<size).contains(y + down) {
        set(x + across, y + down, isDark(max(abs(across), abs(down))))
      }
    }
  }

  private static func alignments(_ version: Int, _ size: Int) -> [Int] {
    guard version > 1 else { return [] }
    let count = version / 7 + 2
    let step = version == 32 ? 26 : (version * 4 + count * 2 + 1) / (count * 2 - 2) * 2
    return [6] + (0..<count - 1).map { size - 7 - $0 * step }.reversed()
  }

  /// Level M and the mask, twice.
  private mutating func drawFormat(_ mask: Int) {
    var rest = mask
    for _ in 0..<10 { rest = rest << 1 ^ (rest >> 9) * 0x537 }
    let bits = (mask << 10 | rest) ^ 0x5412
    func bit(_ number: Int) -> Bool { bits >> number & 1 == 1 }
    for number in 0...5 { set(8, number, bit(number)) }
    set(8, 7, bit(6))
    set(8, 8, bit(7))
    set(7, 8, bit(8))
    for number in 9..<15 { set(14 - number, 8, bit(number)) }
    for number in 0..<8 { set(size - 1 - number, 8, bit(number)) }
    for number in 8..<15 { set(8, size - 15 + number, bit(number)) }
    set(8, size - 8, true)
  }

  // MARK: Masks

  private mutating func apply(_ mask: Int) {
    for y in 0..<size {
      for x in 0..<size where !isFunction[y * size + x] && Self.isFlipped(x, y, mask) {
        modules[y * size + x].toggle()
      }
    }
    drawFormat(mask)
  }

  private static func isFlipped(_ x: Int, _ y: Int, _ mask: Int) -> Bool {
    switch mask {
    case 0: (x + y) % 2 == 0
    case 1: y % 2 == 0
    case 2: x % 3 == 0
    case 3: (x + y) % 3 == 0
    case 4: (x / 3 + y / 2) % 2 == 0
    case 5: x * y % 2 + x * y % 3 == 0
    case 6: (x * y % 2 + x * y % 3) % 2 == 0
    default: ((x + y) % 2 + x * y % 3) % 2 == 0
    }
  }

  /// The standard's four: runs, blocks, what looks like a finder, more of one colour than of the other.
  private var penalty: Int {
    var penalty = 0
    let finders: [[Bool]] = ["10111010000", "00001011101"].map { $0.map { $0 == "1" } }
    for line in 0..<size {
      for modules in [(0..<size).map { self[$0, line] }, (0..<size).map { self[line, $0] }] {
        var run = 0
        for place in 0..<size {
          run = place > 0 && modules[place] == modules[place - 1] ? run + 1 : 1
          if run == 5 { penalty += 3 } else if run > 5 { penalty += 1 }
        }
        for start in 0...size - 11 where finders.contains(where: { modules[start..<start + 11].elementsEqual($0) }) {
          penalty += 40
        }
      }
    }
    for y in 0..<size - 1 {
      for x in 0..<size - 1
      where self[x, y] == self[x + 1, y] && self[x, y] == self[x, y + 1] && self[x, y] == self[x + 1, y + 1] {
        penalty += 3
      }
    }
    let dark = modules.count(where: { $0 })
    return penalty + abs(dark * 20 - modules.count * 10) / modules.count * 10
  }
}

extension QRCode {
  /// What is left free around it.
  static let quietZone = 4

  /// The dark modules as a path of an SVG, a module a unit, with the quiet zone.
  var path: String {
    var path = ""
    for y in 0..<size {
      var x = 0
      while x < size {
        guard self[x, y] else {
          x += 1
          continue
        }
        let start = x
        while x < size, self[x, y] { x += 1 }
        path += "M\(start + Self.quietZone),\(y + Self.quietZone)h\(x - start)v1h-\(x - start)z"
      }
    }
    return path
  }
}
