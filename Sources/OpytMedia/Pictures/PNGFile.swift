import OpytText

/// A PNG file by its chunks (PNG specification, third edition, 5).
struct PNGFile {
  let width: Int
  let height: Int
  let orientation: Orientation
  /// The file with nothing in it but what is seen. It may not stand upright.
  let clean: [UInt8]

  /// What decoders need to show a picture and its movement; nothing that tells of it.
  private static let kept: Set<String> = [
    "IHDR", "PLTE", "IDAT", "IEND", "tRNS", "cHRM", "gAMA", "iCCP", "sBIT", "sRGB", "cICP", "mDCV", "cLLI", "acTL",
    "fcTL", "fdAT",
  ]
  static let signature: [UInt8] = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]

  init(_ bytes: [UInt8]) throws(MediaFault) {
    guard bytes.starts(with: Self.signature) else { throw .damaged }
    var clean = Self.signature
    clean.reserveCapacity(bytes.count)
    var size: (width: Int, height: Int)?
    var orientation: Orientation?
    var hasData = false
    var offset = 8
    while true {
      guard offset + 12 <= bytes.count else { throw .damaged }
      let length = Self.number(bytes, offset)
      let end = offset + 12 + length
      guard length <= 1 << 30, end <= bytes.count else { throw .damaged }
      let type = String(decoding: bytes[offset + 4..<offset + 8], as: UTF8.self)
      guard LibPNG.checksum(bytes[offset + 4..<end - 4]) == Self.number(bytes, end - 4) else { throw .damaged }
      // The first chunk says how large the picture is; there is one of it.
      guard (type == "IHDR") == (size == nil) else { throw .damaged }
      let payload = bytes[offset + 8..<end - 4]
      switch type {
      case "IHDR":
        guard length == 13 else { throw .damaged }
        size = (Self.number(bytes, offset + 8), Self.number(bytes, offset + 12))
      case "eXIf": orientation = Orientation(exif: payload)
      case "IDAT": hasData = true
      default: break
      }
      if type == "iCCP" {
        if let profile = Self.profile(payload) { clean += Self.chunk(type, profile) }
      } else if Self.kept.contains(type) {
        clean += bytes[offset..<end]
      }
      offset = end
      if type == "IEND" { break }
    }
    guard let size, hasData else { throw .damaged }
    (width, height) = size
    self.orientation = orientation ?? .upright
    self.clean = clean
  }

  /// What is published of it: decoded once, so that nothing broken is, and upright.
  func published() throws(MediaFault) -> [UInt8] {
    if orientation == .upright {
      try LibPNG.check(clean)
      return clean
    }
    return try PNGFile(try LibPNG.encoded(try LibPNG.decoded(clean).turned(by: orientation))).clean
  }

  /// A profile under a name that tells nothing.
  private static func profile(_ payload: ArraySlice<UInt8>) -> [UInt8]? {
    guard let end = payload.prefix(80).firstIndex(of: 0), payload.count > 2 else { return nil }
    return Array("ICC".utf8) + payload[end...]
  }

  static func chunk(_ type: String, _ payload: [UInt8]) -> [UInt8] {
    let named = Array(type.utf8) + payload
    return bigEndian(payload.count) + named + bigEndian(LibPNG.checksum(named[...]))
  }

  private static func bigEndian(_ number: Int) -> [UInt8] {
    [24, 16, 8, 0].map { UInt8(truncatingIfNeeded: number >> $0) }
  }

  private static func number(_ bytes: [UInt8], _ offset: Int) -> Int {
    bytes[offset..<offset + 4].reduce(0) { $0 << 8 | Int($1) }
  }
}
