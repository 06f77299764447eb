/// What was seen, in 128 bits: the same on every run and machine. Two things of one fingerprint may be taken for the
/// same where nobody gains by making them so: nothing secret, and no defence, may hang on it.
public struct Fingerprint: Hashable, Sendable {
  public let high: UInt64
  public let low: UInt64

  public init(high: UInt64, low: UInt64) {
    self.high = high
    self.low = low
  }

  /// Of these bytes and nothing else.
  public init(of bytes: [UInt8]) {
    var hasher = StableHasher()
    hasher.combine(bytes)
    self = hasher.fingerprint
  }
}

/// Makes a ``Fingerprint`` of whatever it is fed, piece by piece: products of 64 × 64 bits folded together, as wyhash
/// makes them (Wang Yi, 2019), in two chains of different constants: each gets all of what is short, sixteen bytes a step,
/// and every other sixteen bytes of what is long, whereupon both are mixed.
public struct StableHasher: Sendable {
  private var first: UInt64 = 0xA076_1D64_78BD_642F
  private var second: UInt64 = 0xE703_7ED1_A0B4_28DB

  public init() {}

  public mutating func combine(_ word: UInt64) { mix(word, 0x8EBC_6AF0_9C88_C6E3) }

  public mutating func combine(_ number: Int) { combine(UInt64(bitPattern: Int64(number))) }

  public mutating func combine(_ fingerprint: Fingerprint) { mix(fingerprint.high, fingerprint.low) }

  /// The bytes and how many there are: of pieces in a row it matters where each ends.
  public mutating func combine(_ bytes: UnsafeRawBufferPointer) {
    combine(bytes.count)
    func word(at offset: Int) -> UInt64 {
      UInt64(littleEndian: bytes.loadUnaligned(fromByteOffset: offset, as: UInt64.self))
    }
    var offset = 0
    if bytes.count >= 64 {
      while bytes.count - offset >= 32 {
        first = Self.product(word(at: offset) ^ Self.constants.0, word(at: offset + 8) ^ first)
        second = Self.product(word(at: offset + 16) ^ second, word(at: offset + 24) ^ Self.constants.1)
        offset += 32
      }
      mix(first << 32 | first >> 32, second << 32 | second >> 32)
    }
    while bytes.count - offset >= 16 {
      mix(word(at: offset), word(at: offset + 8))
      offset += 16
    }
    guard offset < bytes.count else { return }
    var rest: (UInt64, UInt64) = (0, 0)
    for (place, byte) in bytes[offset...].enumerated() {
      if place < 8 { rest.0 |= UInt64(byte) << (8 * place) } else { rest.1 |= UInt64(byte) << (8 * (place - 8)) }
    }
    mix(rest.0, rest.1)
  }

  public mutating func combine(_ bytes: [UInt8]) { bytes.withUnsafeBytes { combine($0) } }

  public mutating func combine(_ text: String) {
    var text = text
    text.withUTF8 { combine(UnsafeRawBufferPointer($0)) }
  }

  /// Of all that was fed so far; more may follow.
  public var fingerprint: Fingerprint {
    var end = self
    end.mix(0x5899_65CC_7537_4CC3, 0x1D8E_4E27_C47D_124F)
    return Fingerprint(high: end.first, low: end.second)
  }

  private mutating func mix(_ one: UInt64, _ other: UInt64) {
    first = Self.product(one ^ Self.constants.0, other ^ first)
    second = Self.product(one ^ second, other ^ Self.constants.1)
  }

  private static let constants: (UInt64, UInt64) = (0x8BB8_4B93_962E_ACC9, 0x4B33_A62E_D433_D4A3)

  @inline(__always)
  private static func product(_ one: UInt64, _ other: UInt64) -> UInt64 {
    let product = one.multipliedFullWidth(by: other)
    return product.high ^ product.low
  }
}
