import Testing

@testable import OpytMedia

/// Drawings of our own: what is drawn is what is seen.
@Suite struct IndexedPNGTests {
  private static let palette = (0..<16).flatMap { [UInt8($0), UInt8($0 * 2), UInt8(255 - $0)] }

  @Test("rectangles lie over each other and are cut at the edges", arguments: [(7, 5), (8, 6), (1, 1), (33, 2)])
  func pixels(width: Int, height: Int) throws {
    let rectangles = [
      IndexedPNG.Rectangle(x: -3, y: -2, width: 8, height: 6, color: 5),
      IndexedPNG.Rectangle(x: 2, y: 1, width: 100, height: 2, color: 15),
      IndexedPNG.Rectangle(x: 3, y: 0, width: 1, height: 100, color: 9),
      IndexedPNG.Rectangle(x: 50, y: 50, width: 4, height: 4, color: 2),
      IndexedPNG.Rectangle(x: 1, y: 1, width: 0, height: 3, color: 7),
    ]
    let drawing = try #require(IndexedPNG(width: width, height: height, rectangles))
    let bytes = drawing.bytes(palette: Self.palette)
    // Each chunk's checksum holds.
    _ = try PNGFile(bytes)
    let decoded = try LibPNG.decoded(bytes)
    #expect(decoded.width == width && decoded.height == height)
    for y in 0..<height {
      for x in 0..<width {
        let over = rectangles.last { $0.left <= x && x < $0.right && $0.top <= y && y < $0.bottom }
        #expect(decoded.bytes[(y * width + x) * 4] == over?.color ?? 0, "\(x), \(y)")
      }
    }
  }

  @Test func anotherPaletteChangesTheColoursAlone() throws {
    let drawing = try #require(IndexedPNG(width: 40, height: 30, [.init(x: 4, y: 4, width: 20, height: 20, color: 3)]))
    let (one, other) = (drawing.bytes(palette: Self.palette), drawing.bytes(palette: Self.palette.reversed()))
    #expect(one.count == other.count && one != other)
    #expect(one == drawing.bytes(palette: Self.palette))
  }
}
