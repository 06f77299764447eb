@testable import OpytMedia

/// Pictures with words planted wherever a file has room for them.
enum PlantedPictures {
  static let word = "PLANTED"

  /// A picture whose corners differ: red at the top left, then green, blue at the bottom left, grey.
  static func pixels(_ width: Int, _ height: Int, depth: Int = 3) -> Pixels {
    var bytes: [UInt8] = []
    for y in 0..<height {
      for x in 0..<width {
        let (isLeft, isTop) = (x < width / 2, y < height / 2)
        let colour: [UInt8] =
          isTop ? (isLeft ? [250, 0, 0] : [0, 250, 0]) : (isLeft ? [0, 0, 250] : [128, 128, 128])
        bytes += colour + (depth == 4 ? [255] : [])
      }
    }
    return Pixels(width: width, height: height, depth: depth, bytes: bytes)
  }

  /// Tags of a camera: how it was held, its maker, a place.
  static func exif(_ orientation: Int, isLittle: Bool = true) -> [UInt8] {
    func number(_ value: Int, _ count: Int) -> [UInt8] {
      let bytes = (0..<count).map { UInt8(truncatingIfNeeded: value >> ($0 * 8)) }
      return isLittle ? bytes : bytes.reversed()
    }
    let text = Array("\(word)-CAMERA\0".utf8)
    var bytes = Array((isLittle ? "II" : "MM").utf8) + number(42, 2) + number(8, 4) + number(3, 2)
    bytes += number(0x010F, 2) + number(2, 2) + number(text.count, 4) + number(50, 4)
    bytes += number(0x0112, 2) + number(3, 2) + number(1, 4) + number(orientation, 2) + number(0, 2)
    bytes += number(0x8825, 2) + number(4, 2) + number(1, 4) + number(50 + text.count, 4)
    bytes += number(0, 4) + text
    return bytes + number(1, 2) + number(29, 2) + number(2, 2) + number(11, 4) + number(0, 4) + number(0, 4)
      + Array("\(word)-GPS".utf8)
  }

  /// The least that is a profile.
  static let profile: [UInt8] = {
    var bytes = [UInt8](repeating: 0, count: 132)
    bytes[3] = 132
    bytes.replaceSubrange(36..<40, with: Array("acsp".utf8))
    return bytes
  }()

  static func jpeg(_ orientation: Int = 1, _ width: Int = 64, _ height: Int = 32, isLittle: Bool = true) throws
    -> [UInt8]
  {
    func segment(_ marker: UInt8, _ payload: [UInt8]) -> [UInt8] {
      [0xFF, marker, UInt8((payload.count + 2) >> 8), UInt8((payload.count + 2) & 0xFF)] + payload
    }
    let plain = try TurboJPEG.encoded(pixels(width, height), subsampling: 0)
    let thumbnail = try TurboJPEG.encoded(pixels(16, 16), subsampling: 0)
    return [0xFF, 0xD8] + segment(0xE0, Array("JFIF\0".utf8) + [1, 1, 0, 0, 1, 0, 1, 1, 1, 80, 76, 65])
      + segment(0xE1, Array("Exif\0\0".utf8) + exif(orientation, isLittle: isLittle) + thumbnail)
      + segment(0xE1, Array("http://ns.adobe.com/xap/1.0/\0<x>\(word)-XMP</x>".utf8))
      + segment(0xE2, Array("ICC_PROFILE\0".utf8) + [1, 1] + profile)
      + segment(0xE2, Array("MPF\0\(word)".utf8)) + segment(0xED, Array("Photoshop 3.0\0\(word)-IPTC".utf8))
      + segment(0xEC, Array(word.utf8)) + segment(0xFE, Array("\(word)-COMMENT".utf8)) + plain.dropFirst(20)
      + Array("\(word)-TRAILING".utf8) + thumbnail
  }

  static func png(_ orientation: Int = 1) throws -> [UInt8] {
    let plain = try LibPNG.encoded(pixels(8, 4, depth: 4))
    let header = plain[..<33]
    let chunks =
      PNGFile.chunk("eXIf", exif(orientation)) + PNGFile.chunk("tEXt", Array("Comment\0\(word)".utf8))
      + PNGFile.chunk("iTXt", Array("XML:com.adobe.xmp\0\0\0\0\0\(word)".utf8))
      + PNGFile.chunk("tIME", [7, 0xE8, 1, 2, 3, 4, 5]) + PNGFile.chunk("prVt", Array(word.utf8))
    return header + chunks + plain[33...] + Array("\(word)-TRAILING".utf8)
  }

  static func gif() -> [UInt8] {
    let comment = Array("\(word)-COMMENT".utf8)
    let loop: [UInt8] = [0x21, 0xFF, 11] + Array("NETSCAPE2.0".utf8) + [3, 1, 0, 0] + [4] + Array("PLAN".utf8) + [0]
    let xmp: [UInt8] = [0x21, 0xFF, 11] + Array("XMP DataXMP".utf8) + [7] + Array(word.utf8) + [0]
    let control: [UInt8] = [0x21, 0xF9, 4, 0, 10, 0, 0, 0]
    let image: [UInt8] = [0x2C, 0, 0, 0, 0, 1, 0, 1, 0, 0, 2, 2, 0x44, 1, 0]
    return Array("GIF89a".utf8) + [1, 0, 1, 0, 0x80, 0, 0, 255, 255, 255, 0, 0, 0] + loop
      + [0x21, 0xFE, UInt8(comment.count)] + comment + [0] + xmp + control + image + control + image + [0x3B]
      + Array("\(word)-TRAILING".utf8)
  }

  static func webP(_ orientation: Int = 1, isLossless: Bool = true) throws -> [UInt8] {
    func chunk(_ type: String, _ payload: [UInt8]) -> [UInt8] {
      let length = (0..<4).map { UInt8(truncatingIfNeeded: payload.count >> ($0 * 8)) }
      return Array(type.utf8) + length + payload + (payload.count % 2 == 0 ? [] : [0])
    }
    let plain = try LibWebP.encoded(pixels(64, 32, depth: 4), isLossless: isLossless)
    let body =
      Array("WEBP".utf8) + chunk("VP8X", [0x3C, 0, 0, 0, 63, 0, 0, 31, 0, 0]) + chunk("ICCP", profile) + plain[12...]
      + chunk("EXIF", exif(orientation)) + chunk("XMP ", Array("<x>\(word)</x>".utf8)) + chunk("PRIV", Array(word.utf8))
    return chunk("RIFF", body) + Array("\(word)-TRAILING".utf8)
  }
}
