/// Eight bytes of a text, looked at in one step: whole networks go through the loops that use it, so it is inlined into
/// them, for which it has to be public.
///
/// A question is answered by a mask, a word with the top bit of each byte for which the answer is yes, and nothing else.
@frozen
public struct ByteGroup {
  /// The first byte is the lowest.
  public let word: UInt64

  @inlinable @inline(__always)
  public init(_ bytes: RawSpan, at offset: Int) {
    word = UInt64(littleEndian: bytes.unsafeLoadUnaligned(fromByteOffset: offset, as: UInt64.self))
  }

  @inlinable @inline(__always)
  public init(_ bytes: UnsafeBufferPointer<UInt8>, at offset: Int) {
    word = UInt64(littleEndian: UnsafeRawBufferPointer(bytes).loadUnaligned(fromByteOffset: offset, as: UInt64.self))
  }

  public static let count = 8

  @inlinable @inline(__always)
  init(word: UInt64) { self.word = word }

  /// With these bits set in every byte.
  @inlinable @inline(__always)
  func with(_ bits: UInt8) -> ByteGroup { ByteGroup(word: word | Self.all(bits)) }

  @inlinable @inline(__always)
  public static var tops: UInt64 { 0x8080_8080_8080_8080 }

  /// A word of eight equal bytes.
  @inlinable @inline(__always)
  public static func all(_ byte: UInt8) -> UInt64 { UInt64(byte) &* 0x0101_0101_0101_0101 }

  @inlinable @inline(__always)
  public var isASCII: UInt64 { ~word & Self.tops }

  /// Where an ASCII byte is at least `byte`, which is 1…127.
  @inlinable @inline(__always)
  public func isASCII(from byte: UInt8) -> UInt64 {
    ((word & ~Self.tops) &+ Self.all(0x80 &- byte)) & isASCII
  }

  /// Where an ASCII byte is in a range of ASCII bytes.
  @inlinable @inline(__always)
  public func isASCII(in range: ClosedRange<UInt8>) -> UInt64 {
    isASCII(from: range.lowerBound) & ~isASCII(from: range.upperBound &+ 1)
  }

  /// Where a byte is this one.
  @inlinable @inline(__always)
  public func isByte(_ byte: UInt8) -> UInt64 {
    let difference = word ^ Self.all(byte)
    return ~(((difference & ~Self.tops) &+ ~Self.tops) | difference) & Self.tops
  }

  /// Where a Cyrillic letter begins: D0 or D1.
  @inlinable @inline(__always)
  public var isCyrillicLead: UInt64 {
    let difference = (word & ~Self.all(1)) ^ Self.all(0xD0)
    return ~(((difference & ~Self.tops) &+ ~Self.tops) | difference) & Self.tops
  }

  /// Where a letter of several bytes begins.
  @inlinable @inline(__always)
  public var isLead: UInt64 { word & (word << 1) & Self.tops }

  /// Where a byte continues a letter.
  @inlinable @inline(__always)
  public var isContinuation: UInt64 { word & ~(word << 1) & Self.tops }

  /// A mask as eight bits, the first byte's lowest.
  @inlinable @inline(__always)
  public static func bits(of mask: UInt64) -> UInt64 {
    // By shifts: several groups are done at a time, and their words can't be multiplied so.
    var bits = mask >> 7
    bits |= bits >> 7
    bits |= bits >> 14
    bits |= bits >> 28
    return bits & 0xFF
  }

  /// The index in the group of the first byte with yes.
  @inlinable @inline(__always)
  public static func first(in mask: UInt64) -> Int { mask.trailingZeroBitCount / 8 }
}

extension UnsafeBufferPointer<UInt8> {
  /// Where a byte stands first, from `start` on.
  public func firstIndex(of byte: UInt8, from start: Int) -> Int? {
    var index = start
    while index + ByteGroup.count <= count {
      let found = ByteGroup(self, at: index).isByte(byte)
      if found != 0 { return index + ByteGroup.first(in: found) }
      index += ByteGroup.count
    }
    while index < count {
      if self[index] == byte { return index }
      index += 1
    }
    return nil
  }
}
