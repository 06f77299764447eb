import CLibPNG

/// libpng by its simplified interface, and zlib's checksum: all their pointers stay in this file.
enum LibPNG {
  static func checksum(_ bytes: ArraySlice<UInt8>) -> Int {
    bytes.withUnsafeBufferPointer { Int(crc32(0, $0.baseAddress, UInt32($0.count))) }
  }

  /// By zlib, as small as it can; nil only when memory is exhausted.
  static func compressed(_ bytes: [UInt8]) -> [UInt8]? {
    var size = compressBound(UInt(bytes.count))
    var output = [UInt8](repeating: 0, count: Int(size))
    guard compress2(&output, &size, bytes, UInt(bytes.count), 9) == Z_OK else { return nil }
    return Array(output.prefix(Int(size)))
  }

  /// Decodes a picture to grey, the least that makes every row of it be read.
  static func check(_ png: [UInt8]) throws(MediaFault) { _ = try decoded(png, format: 0, depth: 1) }

  /// Red, green, blue and what is seen through.
  static func decoded(_ png: [UInt8]) throws(MediaFault) -> Pixels { try decoded(png, format: rgba, depth: 4) }

  private static let rgba = UInt32(PNG_FORMAT_FLAG_COLOR) | UInt32(PNG_FORMAT_FLAG_ALPHA)

  private static func decoded(_ png: [UInt8], format: UInt32, depth: Int) throws(MediaFault) -> Pixels {
    var image = png_image()
    image.version = UInt32(PNG_IMAGE_VERSION)
    defer { png_image_free(&image) }
    guard png_image_begin_read_from_memory(&image, png, png.count) != 0 else { throw .damaged }
    image.format = format
    let (width, height) = (Int(image.width), Int(image.height))
    var background = png_color(red: 255, green: 255, blue: 255)
    var pixels = [UInt8](repeating: 0, count: width * height * depth)
    guard png_image_finish_read(&image, &background, &pixels, Int32(width * depth), nil) != 0 else { throw .damaged }
    return Pixels(width: width, height: height, depth: depth, bytes: pixels)
  }

  static func encoded(_ pixels: Pixels) throws(MediaFault) -> [UInt8] {
    var image = png_image()
    image.version = UInt32(PNG_IMAGE_VERSION)
    image.width = UInt32(pixels.width)
    image.height = UInt32(pixels.height)
    image.format = rgba
    defer { png_image_free(&image) }
    // The length first, then the bytes.
    var size = 0
    guard png_image_write_to_memory(&image, nil, &size, 0, pixels.bytes, 0, nil) != 0 else { throw .damaged }
    var bytes = [UInt8](repeating: 0, count: size)
    guard png_image_write_to_memory(&image, &bytes, &size, 0, pixels.bytes, 0, nil) != 0 else { throw .damaged }
    return Array(bytes.prefix(size))
  }
}
