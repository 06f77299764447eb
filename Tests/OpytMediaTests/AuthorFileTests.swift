import OpytDiagnostics
import Testing

@testable import OpytMedia

/// Files that are not what their names promise.
@Suite struct AuthorFileTests {
  private static func fault(_ name: String, _ bytes: [UInt8]) -> MediaFault? {
    do throws(MediaFault) {
      try AuthorFile.inspect(name, bytes)
      return nil
    } catch {
      return error
    }
  }

  private static let program: [UInt8] = Array("MZ".utf8) + [0x90, 0, 3, 0, 0, 0]
  private static let zip: [UInt8] = [0x50, 0x4B, 3, 4, 20, 0]
  private static let office: [UInt8] = [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1, 0]

  @Test(
    arguments: [
      ("a.jpg", Array("просто текст".utf8), .otherKind(.text)),
      ("a.jpg", PNGFile.signature + [0, 0], .otherKind(.png)),
      ("a.png", Array("<!DOCTYPE html><p>".utf8), .otherKind(.markup)),
      ("a.png", Array("<svg onload='x'>".utf8), .otherKind(.markup)),
      ("a.jpg", [0, 0, 0, 24] + Array("ftypheic".utf8), .otherKind(.heic)), ("a.pdf", program, .otherKind(.program)),
      ("a.txt", program, .otherKind(.program)), ("a.docx", program, .otherKind(.program)),
      ("a.docx", office, .otherKind(.oldOffice)), ("a.doc", zip, .otherKind(.zip)),
      ("a.zip", [0, 1, 2], .otherKind(nil)),
      ("a.csv", zip, .otherKind(.zip)), ("a.gif", [0xFF, 0xD8, 0xFF, 0xE0, 0, 16], .otherKind(.jpeg)),
      ("a.pdf", Array("<html>%PDF-".utf8), .otherKind(.markup)), ("a.txt", [], .empty), ("a.jpg", [], .empty),
      ("a.pdf", [], .empty),
    ] as [(String, [UInt8], MediaFault)])
  func otherBytesAreTold(name: String, bytes: [UInt8], fault: MediaFault) {
    #expect(Self.fault(name, bytes) == fault)
  }

  @Test(
    arguments: [
      ("a.docx", zip), ("a.ODT", zip), ("a.zip", zip), ("a.doc", office), ("a.pdf", Array("%PDF-1.7\n".utf8)),
      ("a.pdf", Array("\u{FEFF}\n%PDF-1.7".utf8)), ("a.rtf", Array("{\\rtf1".utf8)), ("a.txt", Array("мой free".utf8)),
      ("a.txt", Array("one free".utf8)), ("a.txt", Array("MZ – моя задача".utf8)),
      ("a.txt", [0xFF, 0xFE, 0x10, 4, 0x11, 4]),
      ("a.csv", [0xC0, 0xE1, 0x3B, 0xC2]), ("a.txt", Array("<b>".utf8)), ("a.txt", Array("ID3, BM и #!".utf8)),
      ("a.txt", Array("как устроен %PDF-1.4".utf8)), ("a.mp3", [0xFF, 0xFB, 0x90, 0]),
      ("a.mp3", Array("ID3".utf8) + [3, 0]),
      ("a.mp4", [0, 0, 0, 24] + Array("ftypisom".utf8)), ("a.ogg", Array("OggS".utf8) + [0, 2]),
      ("a.webm", [0x1A, 0x45, 0xDF, 0xA3, 1]),
    ] as [(String, [UInt8])])
  func whatItsNameSaysIsFine(name: String, bytes: [UInt8]) {
    #expect(Self.fault(name, bytes) == nil)
  }

  private static let pictures: [(String, [UInt8])] = [
    ("a.jpg", (try? PlantedPictures.jpeg()) ?? []), ("a.png", (try? PlantedPictures.png()) ?? []),
    ("a.gif", PlantedPictures.gif()), ("a.webp", (try? PlantedPictures.webP()) ?? []),
  ]

  /// Cut anywhere, a picture is told, and never read beyond its end.
  @Test(arguments: pictures)
  func aPictureThatWasCutIsTold(name: String, bytes: [UInt8]) throws {
    #expect(Self.fault(name, bytes) == nil)
    let clean = try PictureWorkshop().published(name, bytes)
    for length in 16..<clean.count - 1 {
      // The last byte of a WebP may be one that only makes its length even.
      #expect(Self.fault(name, Array(clean[..<length])) != nil, "\(length) of \(clean.count)")
    }
  }

  /// Changed in the middle, it is told when it is decoded, or it is another picture: it never stops the program.
  @Test(arguments: pictures)
  func aPictureThatWasChangedDoesNotStopTheProgram(name: String, bytes: [UInt8]) {
    for index in stride(from: 0, to: bytes.count, by: 3) {
      for value in [0, 0xFF, bytes[index] ^ 0x10] as [UInt8] {
        var changed = bytes
        changed[index] = value
        _ = try? PictureWorkshop().published(name, changed)
      }
    }
  }

  @Test func aPictureWithAHoleIsToldWhenItIsDecoded() throws {
    var bytes = try PlantedPictures.jpeg(1, 256, 256)
    let end = try #require(bytes.lastIndex(of: 0xD9))
    let clean = try PictureWorkshop().published("a.jpg", bytes)
    bytes = Array(clean[..<(clean.count - 400)]) + [0xFF, 0xD9]
    #expect(end > 400)
    #expect(Self.fault("a.jpg", bytes) == nil)
    #expect(throws: MediaFault.damaged) { try PictureWorkshop().published("a.jpg", bytes) }
  }

  @Test(arguments: [(10_001, 10_000, true), (10_000, 10_000, false)])
  func tooManyPixelsAreRefused(width: Int, height: Int, isRefused: Bool) throws {
    func number(_ value: Int) -> [UInt8] { [24, 16, 8, 0].map { UInt8(truncatingIfNeeded: value >> $0) } }
    let bytes =
      PNGFile.signature + PNGFile.chunk("IHDR", number(width) + number(height) + [8, 2, 0, 0, 0])
      + PNGFile.chunk("IDAT", [1]) + PNGFile.chunk("IEND", [])
    #expect(Self.fault("a.png", bytes) == (isRefused ? .tooLarge(millions: 101) : nil))
  }

  @Test func itIsToldInPlainWords() {
    let location = SourceLocation(file: "a.md")
    let told = MediaFault.otherKind(.png).diagnostic("фото/a.jpg", at: location)
    #expect(told.message.russian == "внутри файла «фото/a.jpg» – картинка PNG, а имя обещает: картинка JPEG")
    #expect(told.advice?.russian == "переименуйте файл в «a.png» и поправьте имя здесь")
    #expect(MediaFault.empty.diagnostic("a.jpg", at: location).message.russian == "файл «a.jpg» пуст")
  }
}
