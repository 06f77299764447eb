/// The error correction of QR codes: Reed–Solomon codes over 256 elements, level M.
enum QRCorrection {
  /// By version, from 1: correcting codewords of each block, and how many blocks there are (ISO/IEC 18004, table 9).
  private static let blockCorrection = [
    10, 16, 26, 18, 24, 16, 18, 22, 22, 26, 30, 22, 22, 24, 24, 28, 28, 26, 26, 26, 26, 28, 28, 28, 28, 28, 28, 28, 28,
    28, 28, 28, 28, 28, 28, 28, 28, 28, 28, 28,
  ]
  private static let blockCounts = [
    1, 1, 1, 2, 2, 4, 4, 4, 5, 5, 5, 8, 9, 9, 10, 10, 11, 13, 14, 16, 17, 17, 18, 20, 21, 23, 25, 26, 28, 29, 31, 33,
    35,
    37, 38, 40, 43, 45, 47, 49,
  ]

  /// All codewords that a version has room for.
  private static func count(_ version: Int) -> Int {
    var modules = (16 * version + 128) * version + 64
    if version >= 2 {
      let alignments = version / 7 + 2
      modules -= (25 * alignments - 10) * alignments - 55
      if version >= 7 { modules -= 36 }
    }
    return modules / 8
  }

  /// Those of them that hold data.
  static func dataCount(_ version: Int) -> Int {
    count(version) - blockCorrection[version - 1] * blockCounts[version - 1]
  }

  /// Data in blocks, each with its correction, as they are drawn: the first of each block, the second of each…
  static func interleaved(_ data: [UInt8], _ version: Int) -> [UInt8] {
    let (blocks, correction) = (blockCounts[version - 1], blockCorrection[version - 1])
    let short = data.count / blocks
    let shortBlocks = blocks - data.count % blocks
    let divisor = divisor(correction)
    var rest = data[...]
    var parts: [(data: [UInt8], correction: [UInt8])] = []
    for block in 0..<blocks {
      let part = Array(rest.prefix(short + (block < shortBlocks ? 0 : 1)))
      rest = rest.dropFirst(part.count)
      parts.append((part, remainder(part, divisor)))
    }
    var words: [UInt8] = []
    for place in 0...short {
      for part in parts where place < part.data.count { words.append(part.data[place]) }
    }
    for place in 0..<correction {
      for part in parts { words.append(part.correction[place]) }
    }
    return words
  }

  /// The product of x − 2⁰, x − 2¹…, highest power first, without the leading one.
  private static func divisor(_ degree: Int) -> [UInt8] {
    var result = [UInt8](repeating: 0, count: degree - 1) + [1]
    var root: UInt8 = 1
    for _ in 0..<degree {
      for place in 0..<degree {
        result[place] = multiply(result[place], root)
        if place + 1 < degree { result[place] ^= result[place + 1] }
      }
      root = multiply(root, 2)
    }
    return result
  }

  private static func remainder(_ data: [UInt8], _ divisor: [UInt8]) -> [UInt8] {
    let (powers, logarithms) = (powers, logarithms)
    // No coefficient of such a product is zero.
    let exponents = divisor.map { Int(logarithms[Int($0)]) }
    var result = [UInt8](repeating: 0, count: divisor.count + 1)
    for byte in data {
      let factor = byte ^ result[0]
      if factor == 0 {
        for place in exponents.indices { result[place] = result[place + 1] }
      } else {
        let exponent = Int(logarithms[Int(factor)])
        for place in exponents.indices { result[place] = result[place + 1] ^ powers[exponents[place] + exponent] }
      }
    }
    return result.dropLast()
  }

  private static func multiply(_ one: UInt8, _ other: UInt8) -> UInt8 {
    one == 0 || other == 0 ? 0 : powers[Int(logarithms[Int(one)]) + Int(logarithms[Int(other)])]
  }

  /// The powers of 2 modulo x⁸ + x⁴ + x³ + x² + 1, twice around.
  private static let powers: [UInt8] = {
    var powers: [UInt8] = []
    var power = 1
    for _ in 0..<510 {
      powers.append(UInt8(power))
      power <<= 1
      if power > 0xFF { power ^= 0x11D }
    }
    return powers
  }()

  /// Which power each is; 0 is none.
  private static let logarithms: [UInt8] = {
    var logarithms = [UInt8](repeating: 0, count: 256)
    for (exponent, power) in powers.prefix(255).enumerated() { logarithms[Int(power)] = UInt8(exponent) }
    return logarithms
  }()
}
