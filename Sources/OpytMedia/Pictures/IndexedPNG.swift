/// A drawing of sixteen colours as a PNG file: drawn and compressed once, and given out in as many sets of colours as are
/// wanted.
package struct IndexedPNG: Sendable {
  /// A rectangle of one colour.
  package struct Rectangle: Sendable {
    let left, top, right, bottom: Int
    let color: UInt8

    package init(x: Int, y: Int, width: Int, height: Int, color: Int) {
      (left, top, right, bottom) = (x, y, x + width, y + height)
      self.color = UInt8(truncatingIfNeeded: color & 0xF)
    }
  }

  private let header: [UInt8]
  private let data: [UInt8]

  /// - Parameter rectangles: each over those before it; where there is none, the first colour is seen.
  /// - Returns: nil only when memory is exhausted.
  package init?(width: Int, height: Int, _ rectangles: [Rectangle]) {
    guard let compressed = LibPNG.compressed(Self.rows(width, height, rectangles)) else { return nil }
    // Four bits a pixel, by a palette (PNG specification, third edition, 11.2.1).
    header = PNGFile.chunk("IHDR", Self.bigEndian(width) + Self.bigEndian(height) + [4, 3, 0, 0, 0])
    data = PNGFile.chunk("IDAT", compressed)
  }

  /// - Parameter palette: red, green and blue of sixteen colours.
  package func bytes(palette: [UInt8]) -> [UInt8] {
    PNGFile.signature + header + PNGFile.chunk("PLTE", palette) + data + PNGFile.chunk("IEND", [])
  }

  /// Rectangles change at their edges alone: what is between two of them is one row again and again, which says that it is
  /// as the one above (12.8, filter type “Up”).
  private static func rows(_ width: Int, _ height: Int, _ rectangles: [Rectangle]) -> [UInt8] {
    let stride = (width + 1) / 2
    let edges = Set([0] + rectangles.flatMap { [$0.top, $0.bottom] }).filter { (0..<height).contains($0) }.sorted()
    var rows: [UInt8] = []
    rows.reserveCapacity((stride + 1) * height)
    for (edge, next) in zip(edges, edges.dropFirst() + [height]) {
      rows.append(0)
      rows += packed(pixels(width, rectangles.filter { $0.top <= edge && edge < $0.bottom }))
      for _ in edge + 1..<max(next, edge + 1) {
        rows.append(2)
        rows.append(contentsOf: repeatElement(0, count: stride))
      }
    }
    return rows
  }

  private static func pixels(_ width: Int, _ rectangles: [Rectangle]) -> [UInt8] {
    var pixels = [UInt8](repeating: 0, count: width)
    for rectangle in rectangles {
      for x in max(rectangle.left, 0)..<max(min(rectangle.right, width), max(rectangle.left, 0)) {
        pixels[x] = rectangle.color
      }
    }
    return pixels
  }

  /// Two pixels a byte, the left one in its higher half.
  private static func packed(_ pixels: [UInt8]) -> [UInt8] {
    stride(from: 0, to: pixels.count, by: 2).map { x in
      pixels[x] << 4 | (x + 1 < pixels.count ? pixels[x + 1] : 0)
    }
  }

  private static func bigEndian(_ number: Int) -> [UInt8] {
    [24, 16, 8, 0].map { UInt8(truncatingIfNeeded: number >> $0) }
  }
}
