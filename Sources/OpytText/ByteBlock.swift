public import CByteMasks

/// Sixty-four bytes of a text, looked at in one step: whole networks go through the loops that use it, so it is inlined
/// into them, for which it has to be public.
///
/// A question is answered by a mask, a bit for each byte, the first one lowest. Behind the end of a text there are zeros.
@frozen
public struct ByteBlock {
  @usableFromInline let bytes: UnsafePointer<UInt8>
  /// Which of them are in the text.
  public let inText: UInt64

  @inlinable @inline(__always)
  init(_ bytes: UnsafePointer<UInt8>, inText: UInt64) {
    self.bytes = bytes
    self.inText = inText
  }

  public static let count = 64

  /// Shows a block of a text.
  /// - Parameter offset: where it begins, before the end of the text.
  @inlinable @inline(__always)
  public static func read<Answer>(
    _ text: UnsafeBufferPointer<UInt8>, at offset: Int, _ look: (ByteBlock) -> Answer
  ) -> Answer {
    let rest = text.count &- offset
    if rest >= count, let base = text.baseAddress { return look(ByteBlock(base + offset, inText: ~0)) }
    var copy = SIMD64<UInt8>()
    return withUnsafeMutablePointer(to: &copy) { copy in
      let bytes = UnsafeMutableRawPointer(copy).assumingMemoryBound(to: UInt8.self)
      if let base = text.baseAddress { bytes.update(from: base + offset, count: rest) }
      return look(ByteBlock(bytes, inText: (1 &<< UInt64(truncatingIfNeeded: rest)) &- 1))
    }
  }

  @inlinable @inline(__always)
  public func isByte(_ byte: UInt8) -> UInt64 { opyt_mask_of(bytes, 0xFF, byte) }

  /// Where a byte is this one, whether or not it has some bits more.
  @inlinable @inline(__always)
  public func isByte(_ byte: UInt8, orWith bits: UInt8) -> UInt64 { opyt_mask_of(bytes, ~bits, byte) }

  @inlinable @inline(__always)
  public func isByte(in range: ClosedRange<UInt8>) -> UInt64 {
    opyt_mask_of_range(bytes, range.lowerBound, range.upperBound &- range.lowerBound)
  }

  /// Where a Cyrillic letter begins: D0 or D1.
  @inlinable @inline(__always)
  public var isCyrillicLead: UInt64 { isByte(0xD0, orWith: 1) }

  /// Where a letter of several bytes begins.
  @inlinable @inline(__always)
  public var isLead: UInt64 { isByte(in: 0xC0...0xFF) }

  /// Where a byte continues a letter.
  @inlinable @inline(__always)
  public var isContinuation: UInt64 { isByte(in: 0x80...0xBF) }
}

extension UnsafeBufferPointer<UInt8> {
  /// Where a byte stands first, from `start` on.
  public func firstIndex(of byte: UInt8, from start: Int) -> Int? {
    var index = start
    while index < count {
      let found = ByteBlock.read(self, at: index) { $0.isByte(byte) & $0.inText }
      if found != 0 { return index + found.trailingZeroBitCount }
      index += ByteBlock.count
    }
    return nil
  }
}
