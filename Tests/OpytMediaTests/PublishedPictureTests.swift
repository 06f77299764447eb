import Testing

@testable import OpytMedia

/// What readers get of a picture: what is seen, upright, and nothing else.
@Suite struct PublishedPictureTests {
  private static func published(_ name: String, _ bytes: [UInt8]) throws -> [UInt8] {
    try PictureWorkshop().published(name, bytes)
  }

  private static let planted: [(String, [UInt8])] = {
    let made: [(String, [UInt8]?)] = [
      ("a.jpg", try? PlantedPictures.jpeg()), ("a.JPEG", try? PlantedPictures.jpeg(6)),
      ("a.jpg", try? PlantedPictures.jpeg(8, 61, 33)), ("a.png", try? PlantedPictures.png()),
      ("a.png", try? PlantedPictures.png(6)), ("a.gif", PlantedPictures.gif()),
      ("a.webp", try? PlantedPictures.webP()), ("a.webp", try? PlantedPictures.webP(isLossless: false)),
      ("a.webp", try? PlantedPictures.webP(3)), ("a.webp", try? PlantedPictures.webP(8, isLossless: false)),
    ]
    return made.compactMap { name, bytes in bytes.map { (name, $0) } }
  }()

  @Test func allAreMade() { #expect(Self.planted.count == 10) }

  @Test(arguments: planted)
  func nothingPlantedIsPublished(name: String, bytes: [UInt8]) throws {
    #expect(Self.contains(bytes, PlantedPictures.word))
    let published = try Self.published(name, bytes)
    for word in [PlantedPictures.word, "PLAN", "Exif", "XMP", "MPF", "Photoshop", "tEXt"] {
      #expect(!Self.contains(published, word), "\(word)")
    }
    #expect(published.count < bytes.count)
    // The same bytes for the same, and nothing more to take away.
    #expect(try Self.published(name, bytes) == published)
    #expect(try Self.published(name, published) == published)
  }

  @Test(arguments: planted.filter { !$0.0.hasSuffix("gif") && !$0.0.hasSuffix("png") })
  func theProfileStays(name: String, bytes: [UInt8]) throws {
    #expect(Self.contains(try Self.published(name, bytes), "acsp"))
  }

  @Test func aMovingPictureGoesOnMoving() throws {
    let published = try Self.published("a.gif", PlantedPictures.gif())
    #expect(Self.contains(published, "NETSCAPE2.0"))
    #expect(published.count { $0 == 0x2C } == 2)
  }

  @Test func whatStandsUprightStaysBitByBit() throws {
    let bytes = try PlantedPictures.jpeg()
    let (before, _) = try TurboJPEG.decoded(bytes)
    #expect(try TurboJPEG.decoded(try Self.published("a.jpg", bytes)).pixels.bytes == before.bytes)
    let png = try PlantedPictures.png()
    #expect(try LibPNG.decoded(try Self.published("a.png", png)).bytes == PlantedPictures.pixels(8, 4, depth: 4).bytes)
  }

  /// Where the red, green, blue and grey corners of the file are seen: top left, top right, bottom left, bottom right.
  private static let corners: [(orientation: Int, seen: String)] = [
    (1, "RGB-"), (2, "GR-B"), (3, "-BGR"), (4, "B-RG"), (5, "RBG-"), (6, "BR-G"), (7, "-GBR"), (8, "G-RB"),
  ]

  @Test(arguments: corners, [(64, 32), (61, 35)])
  func everyOrientationIsTurnedUpright(corner: (orientation: Int, seen: String), size: (Int, Int)) throws {
    for isLittle in [true, false] {
      let bytes = try PlantedPictures.jpeg(corner.orientation, size.0, size.1, isLittle: isLittle)
      let published = try Self.published("a.jpg", bytes)
      let pixels = try TurboJPEG.decoded(published).pixels
      #expect(Self.seen(pixels) == corner.seen)
      let (width, height) = corner.orientation < 5 ? size : (size.1, size.0)
      #expect(pixels.width == width)
      #expect(pixels.height == height)
      // Turned once, and not again by whoever shows it.
      #expect(try JPEGFile(published).orientation == .upright)
    }
  }

  /// To turn a file moves its numbers about, whatever they are.
  @Test(arguments: 1...8)
  func aBrokenFileIsRefusedOrPublishedWhole(orientation: Int) throws {
    let whole = try PlantedPictures.jpeg(orientation, 16, 16)
    var published = 0
    for offset in stride(from: whole.count - 2, to: 20, by: -3) {
      for bit in [0x01, 0x20, 0x80] as [UInt8] {
        var broken = whole
        broken[offset] ^= bit
        guard let first = try? Self.published("a.jpg", broken) else { continue }
        published += 1
        #expect(try Self.published("a.jpg", first) == first, "bit \(bit) at \(offset)")
      }
    }
    #expect(published > 0)
  }

  @Test(arguments: corners)
  func othersAreTurnedToo(orientation: Int, seen: String) throws {
    let png = try LibPNG.decoded(try Self.published("a.png", try PlantedPictures.png(orientation)))
    #expect(Self.seen(png) == seen)
    for isLossless in [true, false] {
      let bytes = try PlantedPictures.webP(orientation, isLossless: isLossless)
      let webP = try LibWebP.decoded(try Self.published("a.webp", bytes))
      #expect(Self.seen(webP) == seen)
    }
  }

  private static func seen(_ pixels: Pixels) -> String {
    let (x, y) = (pixels.width / 4, pixels.height / 4)
    return [
      (x, y), (pixels.width - 1 - x, y), (x, pixels.height - 1 - y), (pixels.width - 1 - x, pixels.height - 1 - y),
    ]
    .map { x, y in
      let start = (y * pixels.width + x) * pixels.depth
      let (red, green, blue) = (pixels.bytes[start], pixels.bytes[start + 1], pixels.bytes[start + 2])
      return red > 150 ? "R" : green > 150 ? "G" : blue > 150 ? "B" : "-"
    }.joined()
  }

  static func contains(_ bytes: [UInt8], _ word: String) -> Bool {
    let word = Array(word.utf8)
    return bytes.indices.contains { bytes[$0] == word[0] && bytes[$0...].starts(with: word) }
  }
}
