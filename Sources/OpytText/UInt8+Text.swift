extension UInt8 {
  @inlinable @inline(__always)
  public var isASCIIDigit: Bool { self &- UInt8(ascii: "0") < 10 }

  @inlinable @inline(__always)
  public var isASCIILetterOrDigit: Bool { isASCIIDigit || (self | 0x20) &- UInt8(ascii: "a") < 26 }

  /// Whether it is inside a letter of several bytes, not at its beginning.
  @inlinable @inline(__always)
  public var isUTF8Continuation: Bool { self & 0xC0 == 0x80 }
}
