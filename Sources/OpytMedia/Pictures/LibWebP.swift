import CLibWebP

/// libwebp: all its pointers stay in this file.
enum LibWebP {
  /// Decodes a picture to a small one, to see whether it is whole.
  static func check(_ webP: [UInt8], width: Int, height: Int) throws(MediaFault) {
    var config = WebPDecoderConfig()
    guard WebPInitDecoderConfig(&config) != 0 else { throw .damaged }
    config.options.use_scaling = 1
    config.options.scaled_width = Int32((width + 7) / 8)
    config.options.scaled_height = Int32((height + 7) / 8)
    let result = WebPDecode(webP, webP.count, &config)
    WebPFreeDecBuffer(&config.output)
    guard result == VP8_STATUS_OK else { throw .damaged }
  }

  static func decoded(_ webP: [UInt8]) throws(MediaFault) -> Pixels {
    var (width, height): (Int32, Int32) = (0, 0)
    guard let pixels = WebPDecodeRGBA(webP, webP.count, &width, &height) else { throw .damaged }
    defer { WebPFree(pixels) }
    let count = Int(width) * Int(height) * 4
    return Pixels(
      width: Int(width), height: Int(height), depth: 4, bytes: Array(UnsafeBufferPointer(start: pixels, count: count)))
  }

  static func encoded(_ pixels: Pixels, isLossless: Bool) throws(MediaFault) -> [UInt8] {
    var target: UnsafeMutablePointer<UInt8>?
    let (width, height, stride) = (Int32(pixels.width), Int32(pixels.height), Int32(pixels.width * 4))
    let size =
      isLossless
      ? WebPEncodeLosslessRGBA(pixels.bytes, width, height, stride, &target)
      : WebPEncodeRGBA(pixels.bytes, width, height, stride, 92, &target)
    defer { WebPFree(target) }
    guard size > 0, let target else { throw .damaged }
    return Array(UnsafeBufferPointer(start: target, count: size))
  }
}
