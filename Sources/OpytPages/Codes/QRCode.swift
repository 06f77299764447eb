import Synchronization

/// A text as a QR code (ISO/IEC 18004): bytes, error correction level M, which forgives a seventh of it being unreadable.
///
/// Drawn here because no library of Debian that draws them has an archive to put into one program.
package struct QRCode: Sendable {
  /// Which modules are flipped, so that a code has no large spots and nothing that looks like a finder.
  package enum Mask: Sendable {
    /// The one of eight that the standard's rules like best: for what is drawn once, and read for years.
    case best
    /// Always the same: a code says which it is, so readers don't mind, and nothing is drawn eight times.
    case fixed
  }

  /// Modules on a side, without the quiet zone around.
  package let size: Int
  /// Row by row, true for dark.
  private var modules: [Bool]
  /// What is not data: finders, timing, alignment, format, version.
  private var isFunction: [Bool]

  /// Nil for a text of more than 2331 bytes.
  package init?(_ text: String, mask: Mask = .best) {
    let data = Array(text.utf8)
    guard let version = (1...40).first(where: { data.count <= Self.capacity($0) }) else { return nil }
    let words = QRCorrection.interleaved(Self.codewords(of: data, version), version)
    let form = Form.ofVersion(version)
    self = form.code
    if case .fixed = mask {
      draw(words, at: form.places, flipping: form.flips)
      drawFormat(form.mask)
      return
    }
    draw(words, at: form.places, flipping: [])
    let penalties = (0..<8).map { mask -> Int in
      var code = self
      code.apply(mask)
      return code.penalty
    }
    apply(penalties.indices.min { penalties[$0] < penalties[$1] } ?? 0)
  }

  /// The code of a version without its text.
  private init(version: Int) {
    size = version * 4 + 17
    modules = Array(repeating: false, count: size * size)
    isFunction = modules
    drawFunctions(version)
  }

  /// What all codes of a version have in common: found once.
  private struct Form: Sendable {
    let code: QRCode
    /// Where the bits stand, one after the other.
    let places: [Int]
    let mask = 3
    /// Whether the mask flips what stands there.
    let flips: [Bool]

    private static let known = Mutex<[Int: Form]>([:])

    static func ofVersion(_ version: Int) -> Form {
      if let form = known.withLock({ $0[version] }) { return form }
      let form = Form(version)
      known.withLock { $0[version] = form }
      return form
    }

    private init(_ version: Int) {
      code = QRCode(version: version)
      places = code.dataPlaces
      let (size, mask) = (code.size, mask)
      flips = places.map { QRCode.isFlipped($0 % size, $0 / size, mask) }
    }
  }

  package subscript(x: Int, y: Int) -> Bool { modules[y * size + x] }

  // MARK: Data

  /// How many bytes of text fit.
  private static func capacity(_ version: Int) -> Int {
    QRCorrection.dataCount(version) - (version < 10 ? 2 : 3)
  }

  /// Mode, length and bytes, filled up to what the version holds.
  private static func codewords(of data: [UInt8], _ version: Int) -> [UInt8] {
    // Mode and length leave everything half a byte late; the last half is the end's mark.
    var words: [UInt8] = []
    let count = QRCorrection.dataCount(version)
    words.reserveCapacity(count)
    var half: UInt8 = 0b0100
    func append(_ byte: UInt8) {
      words.append(half << 4 | byte >> 4)
      half = byte & 0xF
    }
    if version >= 10 { append(UInt8(data.count >> 8)) }
    append(UInt8(data.count & 0xFF))
    for byte in data { append(byte) }
    words.append(half << 4)
    for filler in 0..<count - words.count { words.append(filler % 2 == 0 ? 0xEC : 0x11) }
    return words
  }

  /// In columns of two from right to left, up and down in turn.
  private var dataPlaces: [Int] {
    var places: [Int] = []
    var right = size - 1
    while right >= 1 {
      if right == 6 { right = 5 }
      let isUpward = (right + 1) & 2 == 0
      for step in 0..<size {
        let y = isUpward ? size - 1 - step : step
        for x in [right, right - 1] where !isFunction[y * size + x] { places.append(y * size + x) }
      }
      right -= 2
    }
    return places
  }

  /// - Parameter flips: none for a code whose mask is still to be chosen.
  private mutating func draw(_ words: [UInt8], at places: [Int], flipping flips: [Bool]) {
    for (bit, place) in places.enumerated() {
      // The last few hold nothing.
      let isSet = bit < words.count * 8 && words[bit / 8] >> (7 - bit % 8) & 1 == 1
      modules[place] = flips.isEmpty ? isSet : isSet != flips[bit]
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
  package static let quietZone = 4

  /// The side of its drawing, with the quiet zone.
  package var side: Int { size + 2 * Self.quietZone }

  /// The dark modules as the path of a line as wide as a module, a module a unit, with the quiet zone: row by row, each
  /// run from where the one before it ended.
  package var path: String {
    var path: [UInt8] = []
    path.reserveCapacity(size * 64)
    func append(_ number: Int) {
      if number > 9 { append(number / 10) }
      path.append(UInt8(ascii: "0") + UInt8(number % 10))
    }
    for y in 0..<size {
      var end = -Self.quietZone
      var x = 0
      while x < size {
        guard self[x, y] else {
          x += 1
          continue
        }
        let start = x
        while x < size, self[x, y] { x += 1 }
        if end < 0 {
          path.append(UInt8(ascii: "M"))
          append(start + Self.quietZone)
          path.append(UInt8(ascii: " "))
          append(y + Self.quietZone)
          path += ".5".utf8
        } else {
          path.append(UInt8(ascii: "m"))
          append(start - end)
          path.append(UInt8(ascii: " "))
          path.append(UInt8(ascii: "0"))
        }
        path.append(UInt8(ascii: "h"))
        append(x - start)
        end = x
      }
    }
    return String(decoding: path, as: UTF8.self)
  }
}
