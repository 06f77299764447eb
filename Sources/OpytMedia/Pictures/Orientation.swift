/// How a picture must be turned to stand upright (Exif 2.32, tag 0x0112).
enum Orientation: Int, CaseIterable {
  case upright = 1
  case flipped, upsideDown, flippedUpsideDown, transposed, turnedRight, transversed, turnedLeft

  /// Whether width and height change places.
  var swapsSides: Bool { rawValue >= 5 }

  /// - Parameter exif: from its byte order mark on. What is broken says nothing.
  init?(exif: some Collection<UInt8>) {
    let bytes = Array(exif.prefix(1 << 16))
    guard bytes.count >= 8 else { return nil }
    let isLittle = bytes[0] == 0x49
    guard bytes[0] == bytes[1], isLittle || bytes[0] == 0x4D else { return nil }
    func number(_ offset: Int, _ count: Int) -> Int? {
      guard offset >= 0, offset + count <= bytes.count else { return nil }
      let part = bytes[offset..<offset + count]
      return isLittle
        ? part.reversed().reduce(0) { $0 << 8 | Int($1) } : part.reduce(0) { $0 << 8 | Int($1) }
    }
    guard number(2, 2) == 42, let start = number(4, 4), let count = number(start, 2) else { return nil }
    for index in 0..<count {
      let entry = start + 2 + index * 12
      guard let tag = number(entry, 2) else { return nil }
      if tag == 0x0112 {
        guard let value = number(entry + 8, 2), let orientation = Orientation(rawValue: value) else { return nil }
        self = orientation
        return
      }
    }
    return nil
  }
}

/// Pixels without a row's end, some bytes each.
struct Pixels {
  var width: Int
  var height: Int
  /// How many bytes a pixel has.
  let depth: Int
  var bytes: [UInt8]

  /// The same, upright.
  func turned(by orientation: Orientation) -> Pixels {
    if orientation == .upright { return self }
    let (width, height) = orientation.swapsSides ? (self.height, self.width) : (self.width, self.height)
    let (right, bottom) = (self.width - 1, self.height - 1)
    let turned = [UInt8](unsafeUninitializedCapacity: bytes.count) { target, count in
      bytes.withUnsafeBufferPointer { source in
        var offset = 0
        for y in 0..<height {
          for x in 0..<width {
            let (column, row) =
              switch orientation {
              case .upright: (x, y)
              case .flipped: (right - x, y)
              case .upsideDown: (right - x, bottom - y)
              case .flippedUpsideDown: (x, bottom - y)
              case .transposed: (y, x)
              case .turnedRight: (y, bottom - x)
              case .transversed: (right - y, bottom - x)
              case .turnedLeft: (right - y, x)
              }
            let start = (row * self.width + column) * depth
            for index in 0..<depth { target[offset + index] = source[start + index] }
            offset += depth
          }
        }
      }
      count = bytes.count
    }
    return Pixels(width: width, height: height, depth: depth, bytes: turned)
  }
}
