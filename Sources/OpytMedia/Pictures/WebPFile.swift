import OpytText

/// A WebP file by its chunks (RFC 9649).
struct WebPFile {
  let width: Int
  let height: Int
  let orientation: Orientation
  /// The file with nothing in it but what is seen. It may not stand upright.
  let clean: [UInt8]
  private let isAnimated: Bool
  private let isLossless: Bool
  private let profile: [UInt8]

  private struct Chunk {
    let type: String
    var payload: ArraySlice<UInt8>
  }

  /// - Parameter profile: the colours' meaning, in place of the file's own.
  init(_ bytes: [UInt8], profile: [UInt8]? = nil) throws(MediaFault) {
    guard bytes.count >= 20, bytes.starts(with: "RIFF".utf8), bytes[8..<12].elementsEqual("WEBP".utf8) else {
      throw .damaged
    }
    let end = 8 + Self.number(bytes[...], 4, 4)
    // The last byte may be left out that makes a length even.
    guard end <= bytes.count + 1 else { throw .damaged }
    let chunks = try Self.chunks(bytes[12..<max(12, min(end, bytes.count))])
    var kept: [Chunk] = []
    var header: ArraySlice<UInt8>?
    var orientation: Orientation?
    var own: [UInt8] = []
    for chunk in chunks {
      switch chunk.type {
      case "VP8X": header = chunk.payload
      case "ICCP": own = ICCProfile.checked(Array(chunk.payload))
      case "EXIF":
        let exif = chunk.payload
        orientation = Orientation(exif: exif.starts(with: "Exif\0\0".utf8) ? exif.dropFirst(6) : exif)
      case "VP8 ", "VP8L", "ALPH": kept.append(chunk)
      case "ANIM": kept.append(Chunk(type: chunk.type, payload: chunk.payload.prefix(6)))
      case "ANMF": kept.append(try Self.frame(chunk))
      default: break
      }
    }
    isAnimated = kept.contains { $0.type == "ANMF" }
    isLossless = kept.contains { $0.type == "VP8L" }
    guard let picture = kept.first(where: { $0.type == "VP8 " || $0.type == "VP8L" || $0.type == "ANMF" }) else {
      throw .damaged
    }
    if let header {
      guard header.count >= 10 else { throw .damaged }
      (width, height) = (Self.number(header, 4, 3) + 1, Self.number(header, 7, 3) + 1)
    } else {
      guard let size = Self.size(picture) else { throw .damaged }
      (width, height) = size
      if kept.count > 1 { throw .damaged }
    }
    self.profile = profile ?? own
    self.orientation = orientation ?? .upright
    var body = Array("WEBP".utf8)
    if header != nil || !self.profile.isEmpty {
      let isSeenThrough = header.map { $0[$0.startIndex] & 0x10 != 0 } ?? isLossless
      let flags: UInt8 = (self.profile.isEmpty ? 0 : 0x20) | (isSeenThrough ? 0x10 : 0) | (isAnimated ? 2 : 0)
      let sides = [width - 1, height - 1].flatMap { side in [0, 8, 16].map { UInt8(truncatingIfNeeded: side >> $0) } }
      body += Self.written(Chunk(type: "VP8X", payload: ([flags, 0, 0, 0] + sides)[...]))
      if !self.profile.isEmpty { body += Self.written(Chunk(type: "ICCP", payload: self.profile[...])) }
    }
    for chunk in kept { body += Self.written(chunk) }
    clean = Array("RIFF".utf8) + Self.littleEndian(body.count) + body
  }

  /// What is published of it: decoded once, so that nothing broken is, and upright. What moves is not turned.
  func published() throws(MediaFault) -> [UInt8] {
    if isAnimated { return clean }
    if orientation == .upright {
      try LibWebP.check(clean, width: width, height: height)
      return clean
    }
    let turned = try LibWebP.decoded(clean).turned(by: orientation)
    return try WebPFile(try LibWebP.encoded(turned, isLossless: isLossless), profile: profile).clean
  }

  private static func chunks(_ bytes: ArraySlice<UInt8>) throws(MediaFault) -> [Chunk] {
    var chunks: [Chunk] = []
    var offset = bytes.startIndex
    while offset < bytes.endIndex {
      guard offset + 8 <= bytes.endIndex else { throw .damaged }
      let length = number(bytes[offset...], 4, 4)
      let end = offset + 8 + length
      guard end <= bytes.endIndex else { throw .damaged }
      chunks.append(
        Chunk(type: String(decoding: bytes[offset..<offset + 4], as: UTF8.self), payload: bytes[offset + 8..<end]))
      offset = end + length % 2
    }
    return chunks
  }

  /// A picture of several: its place and time, then what is seen.
  private static func frame(_ chunk: Chunk) throws(MediaFault) -> Chunk {
    guard chunk.payload.count > 16 else { throw .damaged }
    let parts = try chunks(chunk.payload.dropFirst(16)).filter { ["ALPH", "VP8 ", "VP8L"].contains($0.type) }
    guard !parts.isEmpty else { throw .damaged }
    return Chunk(type: chunk.type, payload: (Array(chunk.payload.prefix(16)) + parts.flatMap(written))[...])
  }

  private static func size(_ chunk: Chunk) -> (width: Int, height: Int)? {
    let bytes = chunk.payload
    if chunk.type == "VP8L" {
      guard bytes.count >= 5, bytes.first == 0x2F else { return nil }
      let bits = number(bytes, 1, 4)
      return ((bits & 0x3FFF) + 1, (bits >> 14 & 0x3FFF) + 1)
    }
    guard bytes.count >= 10 else { return nil }
    return (number(bytes, 6, 2) & 0x3FFF, number(bytes, 8, 2) & 0x3FFF)
  }

  private static func written(_ chunk: Chunk) -> [UInt8] {
    Array(chunk.type.utf8) + littleEndian(chunk.payload.count) + chunk.payload
      + (chunk.payload.count % 2 == 0 ? [] : [0])
  }

  private static func littleEndian(_ number: Int) -> [UInt8] {
    [0, 8, 16, 24].map { UInt8(truncatingIfNeeded: number >> $0) }
  }

  /// - Parameter offset: from the slice's start.
  private static func number(_ bytes: ArraySlice<UInt8>, _ offset: Int, _ count: Int) -> Int {
    let start = bytes.startIndex + offset
    return bytes[start..<start + count].reversed().reduce(0) { $0 << 8 | Int($1) }
  }
}
