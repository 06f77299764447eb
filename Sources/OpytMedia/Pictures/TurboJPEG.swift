import CTurboJPEG

/// libjpeg-turbo: all its pointers stay in this file.
enum TurboJPEG {
  /// Decodes a picture as small as it can be, to see whether it is whole: its every bit is read.
  static func check(_ jpeg: [UInt8], width: Int, height: Int) throws(MediaFault) {
    guard let handle = tjInitDecompress() else { throw .damaged }
    defer { tjDestroy(handle) }
    let header = try header(handle, jpeg)
    let format = header.isInks ? TJPF_CMYK : TJPF_GRAY
    let (small, smallHeight) = ((width + 7) / 8, (height + 7) / 8)
    var pixels = [UInt8](repeating: 0, count: small * smallHeight * (header.isInks ? 4 : 1))
    let result = tjDecompress2(
      handle, jpeg, UInt(jpeg.count), &pixels, Int32(small), 0, Int32(smallHeight), Int32(format.rawValue),
      TJFLAG_FASTDCT | TJFLAG_LIMITSCANS)
    try checkResult(result, handle)
  }

  /// A picture turned upright: without loss where its sides fit the blocks that JPEG is made of, else decoded and
  /// encoded again.
  static func turned(_ file: JPEGFile) throws(MediaFault) -> [UInt8] {
    // Where decoding would take too much memory, up to 15 pixels at one side are cut off instead.
    let option = file.width * file.height > largestDecoded ? TJXOPT_TRIM : TJXOPT_PERFECT
    if let turned = try transformed(file, option) { return turned }
    let (pixels, subsampling) = try decoded(file.clean)
    return try encoded(
      pixels.turned(by: file.orientation),
      subsampling: file.orientation.swapsSides ? Self.turned(subsampling) : subsampling)
  }

  private static let largestDecoded = 24_000_000

  /// Nil where it can't be done without loss.
  private static func transformed(_ file: JPEGFile, _ option: Int32) throws(MediaFault) -> [UInt8]? {
    guard let handle = tjInitTransform() else { throw .damaged }
    defer { tjDestroy(handle) }
    var transform = tjtransform()
    transform.op = Int32(operation(file.orientation).rawValue)
    transform.options = option | TJXOPT_COPYNONE
    var target: UnsafeMutablePointer<UInt8>?
    var size: UInt = 0
    defer { tjFree(target) }
    let result = tjTransform(
      handle, file.clean, UInt(file.clean.count), 1, &target, &size, &transform, TJFLAG_LIMITSCANS)
    if result != 0, tjGetErrorCode(handle) == TJERR_FATAL.rawValue {
      if option == TJXOPT_PERFECT { return nil }
      throw .damaged
    }
    try checkResult(result, handle)
    guard let target else { throw .damaged }
    return Array(UnsafeBufferPointer(start: target, count: Int(size)))
  }

  static func decoded(_ jpeg: [UInt8]) throws(MediaFault) -> (pixels: Pixels, subsampling: Int32) {
    guard let handle = tjInitDecompress() else { throw .damaged }
    defer { tjDestroy(handle) }
    let header = try header(handle, jpeg)
    let isGray = header.subsampling == TJSAMP_GRAY.rawValue
    let depth = header.isInks ? 4 : isGray ? 1 : 3
    var pixels = [UInt8](repeating: 0, count: Int(header.width) * Int(header.height) * depth)
    let result = tjDecompress2(
      handle, jpeg, UInt(jpeg.count), &pixels, header.width, 0, header.height, Int32(format(depth).rawValue),
      TJFLAG_ACCURATEDCT | TJFLAG_LIMITSCANS)
    try checkResult(result, handle)
    return (
      Pixels(width: Int(header.width), height: Int(header.height), depth: depth, bytes: pixels), header.subsampling
    )
  }

  static func encoded(
    _ pixels: Pixels, subsampling: Int32, quality: Int32 = 95
  ) throws(MediaFault) -> [UInt8] {
    guard let handle = tjInitCompress() else { throw .damaged }
    defer { tjDestroy(handle) }
    var target: UnsafeMutablePointer<UInt8>?
    var size: UInt = 0
    defer { tjFree(target) }
    let result = tjCompress2(
      handle, pixels.bytes, Int32(pixels.width), 0, Int32(pixels.height), Int32(format(pixels.depth).rawValue),
      &target, &size, pixels.depth == 1 ? Int32(TJSAMP_GRAY.rawValue) : subsampling, quality, TJFLAG_ACCURATEDCT)
    guard result == 0, let target else { throw .damaged }
    return Array(UnsafeBufferPointer(start: target, count: Int(size)))
  }

  private static func header(
    _ handle: tjhandle, _ jpeg: [UInt8]
  ) throws(MediaFault) -> (width: Int32, height: Int32, subsampling: Int32, isInks: Bool) {
    var (width, height, subsampling, space): (Int32, Int32, Int32, Int32) = (0, 0, 0, 0)
    guard tjDecompressHeader3(handle, jpeg, UInt(jpeg.count), &width, &height, &subsampling, &space) == 0 else {
      throw .damaged
    }
    return (
      width, height, subsampling, space == Int32(TJCS_CMYK.rawValue) || space == Int32(TJCS_YCCK.rawValue)
    )
  }

  /// Bytes that decoders skip do no harm; anything else that they warn of is a gap in the picture.
  private static func checkResult(_ result: Int32, _ handle: tjhandle) throws(MediaFault) {
    if result == 0 { return }
    guard tjGetErrorCode(handle) == TJERR_WARNING.rawValue, let text = tjGetErrorStr2(handle),
      String(cString: text).contains("extraneous bytes")
    else { throw .damaged }
  }

  private static func format(_ depth: Int) -> TJPF {
    switch depth {
    case 1: TJPF_GRAY
    case 4: TJPF_CMYK
    default: TJPF_RGB
    }
  }

  /// Colours that are coarser along a row are coarser along a column then.
  private static func turned(_ subsampling: Int32) -> Int32 {
    switch UInt32(subsampling) {
    case TJSAMP_422.rawValue: Int32(TJSAMP_440.rawValue)
    case TJSAMP_440.rawValue: Int32(TJSAMP_422.rawValue)
    case TJSAMP_411.rawValue: Int32(TJSAMP_444.rawValue)
    default: subsampling
    }
  }

  private static func operation(_ orientation: Orientation) -> TJXOP {
    switch orientation {
    case .upright: TJXOP_NONE
    case .flipped: TJXOP_HFLIP
    case .upsideDown: TJXOP_ROT180
    case .flippedUpsideDown: TJXOP_VFLIP
    case .transposed: TJXOP_TRANSPOSE
    case .turnedRight: TJXOP_ROT90
    case .transversed: TJXOP_TRANSVERSE
    case .turnedLeft: TJXOP_ROT270
    }
  }
}
