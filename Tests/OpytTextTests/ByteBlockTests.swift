import OpytText
import Testing

struct ByteBlockTests {
  /// Some bytes of every kind, and lengths around that of a block.
  private static let bytes = (0..<200).map { UInt8(truncatingIfNeeded: $0 * 89 + $0 / 3) }

  private static func mask(_ bytes: ArraySlice<UInt8>, _ isYes: (UInt8) -> Bool) -> UInt64 {
    bytes.prefix(ByteBlock.count).enumerated().reduce(0) { $0 | (isYes($1.element) ? 1 << UInt64($1.offset) : 0) }
  }

  @Test(arguments: [0, 1, 7, 8, 63, 64, 65, 100, 199])
  func eachByteHasItsBit(offset: Int) {
    for count in offset...Self.bytes.count {
      let text = Array(Self.bytes[..<count])
      let rest = text[offset...]
      text.withUnsafeBufferPointer { text in
        ByteBlock.read(text, at: offset) { block in
          #expect(block.inText == Self.mask(rest) { _ in true })
          for byte in [0, 0x20, 0x7F, 0x80, 0xD0, 0xFF] as [UInt8] {
            #expect(block.isByte(byte) & block.inText == Self.mask(rest) { $0 == byte })
          }
          #expect(block.isByte(0xC2, orWith: 0x20) & block.inText == Self.mask(rest) { $0 == 0xC2 || $0 == 0xE2 })
          #expect(block.isByte(in: 0x7E...0x81) & block.inText == Self.mask(rest) { (0x7E...0x81).contains($0) })
          #expect(block.isByte(in: 0...0x1F) & block.inText == Self.mask(rest) { $0 < 0x20 })
          #expect(block.isCyrillicLead == Self.mask(rest) { $0 == 0xD0 || $0 == 0xD1 })
          #expect(block.isLead == Self.mask(rest) { $0 >= 0xC0 })
          #expect(block.isContinuation == Self.mask(rest, \.isUTF8Continuation))
        }
      }
    }
  }

  @Test func aByteIsFoundWhereverItStands() {
    for count in 0..<150 {
      for place in 0..<count {
        var text = [UInt8](repeating: 1, count: count)
        text[place] = 2
        text.withUnsafeBufferPointer { text in
          #expect(text.firstIndex(of: 2, from: 0) == place)
          #expect(text.firstIndex(of: 2, from: place) == place)
          #expect(text.firstIndex(of: 2, from: place + 1) == nil)
        }
      }
    }
  }

  /// What is read block by block is the same wherever in a block it stands.
  @Test(arguments: 0..<140)
  func typographyAnywhere(_ shift: Int) {
    let before = String(repeating: "z", count: shift)
    let words = " сократил подготовку к прогулке с часа до десяти минут - и не  срывает \"голос\" в саду № 5..."
    let set = " сократил подготовку к~прогулке с~часа до~десяти минут~— и~не~срывает «голос» в~саду №~5…"
    #expect(RussianTypography.set(before + words) == before + set.replacing("~", with: "\u{A0}"))
    var typography = RussianTypography()
    var output: [UInt8] = []
    let nothing = UnsafeBufferPointer<UInt8>(start: nil, count: 0)
    Array((before + words).utf8).withUnsafeBufferPointer {
      typography.append($0, before: nothing, escapedTo: &output)
    }
    #expect(String(decoding: output, as: UTF8.self) == before + set.replacing("~", with: "\u{A0}"))
  }

  @Test(arguments: 0..<140)
  func personalDataAnywhere(_ shift: Int) {
    let words = " Ваня, диагноз: аутизм; masha@mail.ru"
    for before in [String(repeating: "z", count: shift), String(repeating: "ж", count: shift)] {
      let bytes = Array((before + words).utf8)
      let first = PersonalDataScanner.nextSign(in: bytes, from: 0)
      #expect(first.map { bytes[$0...].starts(with: "диагноз".utf8) } == true)
      let second = first.flatMap { PersonalDataScanner.nextSign(in: bytes, from: $0 + 1) }
      #expect(second.map { bytes[$0...].starts(with: "аутизм".utf8) } == true)
      let third = second.flatMap { PersonalDataScanner.nextSign(in: bytes, from: $0 + 1) }
      #expect(third.map { bytes[$0] } == UInt8(ascii: "@"))
      #expect(third.flatMap { PersonalDataScanner.nextSign(in: bytes, from: $0 + 1) } == nil)
    }
  }
}
