import OpytText

/// A GIF file by its blocks (GIF89a, 17–27).
struct GIFFile {
  let width: Int
  let height: Int
  /// The file with nothing in it but pictures, how long each is shown, and how often all are.
  let clean: [UInt8]

  init(_ bytes: [UInt8]) throws(MediaFault) {
    guard bytes.count > 13 else { throw .damaged }
    func number(_ offset: Int) -> Int { Int(bytes[offset]) | Int(bytes[offset + 1]) << 8 }
    (width, height) = (number(6), number(8))
    var offset = 13 + Self.tableLength(bytes[10])
    guard offset < bytes.count else { throw .damaged }
    var clean = Array(bytes[..<offset])
    var hasPicture = false
    while true {
      guard offset + 1 < bytes.count || offset < bytes.count && bytes[offset] == 0x3B else { throw .damaged }
      let start = offset
      switch bytes[offset] {
      case 0x3B:
        guard hasPicture else { throw .damaged }
        self.clean = clean + [0x3B]
        return
      case 0x2C:
        guard offset + 11 < bytes.count else { throw .damaged }
        offset += 10 + Self.tableLength(bytes[offset + 9]) + 1
        try Self.skipParts(bytes, &offset)
        clean += bytes[start..<offset]
        hasPicture = true
      case 0x21:
        let label = bytes[offset + 1]
        offset += 2
        try Self.skipParts(bytes, &offset)
        if label == 0xF9 { clean += bytes[start..<offset] }
        if label == 0xFF { clean += Self.loop(bytes[start..<offset]) }
      default: throw .damaged
      }
    }
  }

  /// How often all pictures are shown; empty for what other programs have put there.
  private static func loop(_ block: ArraySlice<UInt8>) -> [UInt8] {
    let bytes = Array(block)
    guard bytes.count >= 19, bytes[2] == 11, bytes[14] == 3, bytes[15] == 1,
      ["NETSCAPE2.0", "ANIMEXTS1.0"].contains(where: { bytes[3..<14].elementsEqual($0.utf8) })
    else { return [] }
    return Array(bytes[..<18]) + [0]
  }

  private static func tableLength(_ flags: UInt8) -> Int { flags & 0x80 == 0 ? 0 : 3 << (Int(flags & 7) + 1) }

  /// Parts of up to 255 bytes, the last one empty.
  private static func skipParts(_ bytes: [UInt8], _ offset: inout Int) throws(MediaFault) {
    while true {
      guard offset < bytes.count else { throw .damaged }
      let length = Int(bytes[offset])
      offset += 1 + length
      if length == 0 { return }
    }
  }
}
