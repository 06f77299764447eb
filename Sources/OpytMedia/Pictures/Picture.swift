import Synchronization

/// A picture that was walked through from its first byte to its last, and not decoded.
enum Picture {
  case jpeg(JPEGFile)
  case png(PNGFile)
  case gif(GIFFile)
  case webP(WebPFile)

  /// What a machine can turn upright, and a reader's browser can show.
  static let maximumMegapixels = 100

  init(_ kind: MediaKind, _ bytes: [UInt8]) throws(MediaFault) {
    switch kind {
    case .jpeg: self = .jpeg(try JPEGFile(bytes))
    case .png: self = .png(try PNGFile(bytes))
    case .gif: self = .gif(try GIFFile(bytes))
    case .webP: self = .webP(try WebPFile(bytes))
    default: throw .otherKind(kind)
    }
    let (width, height) = size
    guard width > 0, height > 0 else { throw .damaged }
    guard width * height <= Self.maximumMegapixels * 1_000_000 else {
      throw .tooLarge(millions: (width * height + 999_999) / 1_000_000)
    }
  }

  var size: (width: Int, height: Int) {
    switch self {
    case .jpeg(let file): (file.width, file.height)
    case .png(let file): (file.width, file.height)
    case .gif(let file): (file.width, file.height)
    case .webP(let file): (file.width, file.height)
    }
  }
}

/// Makes of authors' pictures what is published: nothing in them but what is seen, and that upright.
package final class PictureWorkshop: Sendable {
  /// Large pictures are worked on one after the other: memory holds one of them.
  private let large = Mutex(())
  private static let largePixels = 8_000_000

  package init() {}

  /// - Parameter bytes: all of the file.
  package func published(_ fileName: String, _ bytes: [UInt8]) throws(MediaFault) -> [UInt8] {
    try AuthorFile.inspect(fileName, bytes)
    guard let kind = MediaKind(fileName: fileName), kind.isPicture else { return bytes }
    let picture = try Picture(kind, bytes)
    if picture.size.width * picture.size.height < Self.largePixels { return try Self.published(picture, bytes) }
    return try large.withLock { _ throws(MediaFault) in try Self.published(picture, bytes) }
  }

  private static func published(_ picture: Picture, _ bytes: [UInt8]) throws(MediaFault) -> [UInt8] {
    switch picture {
    case .jpeg(let file): try file.published()
    case .png(let file): try file.published()
    case .gif(let file): file.clean
    case .webP(let file): try file.published()
    }
  }
}
