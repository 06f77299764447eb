import OpytDiagnostics

/// A character that may stand in no text: browsers, feeds or terminals read it otherwise than people do.
package enum ForbiddenCharacter {
  /// A control character or a noncharacter: HTML and XML forbid them.
  case control(Unicode.Scalar)
  /// An invisible mark that reorders the letters around it.
  case bidirectionalOverride

  package init?(_ scalar: Unicode.Scalar) {
    switch scalar.value {
    case 0x09, 0x0A: return nil
    case 0x00...0x1F, 0x7F...0x9F, 0xFDD0...0xFDEF,
      _ where scalar.value & 0xFFFE == 0xFFFE:
      self = .control(scalar)
    case 0x202A...0x202E, 0x2066...0x2069: self = .bidirectionalOverride
    default: return nil
    }
  }

  /// - Parameter location: the character, or all that is written for it.
  func diagnostic(at location: SourceLocation) -> Diagnostic {
    switch self {
    case .control(let scalar):
      let name = scalar.codePointName
      return Diagnostic(
        .controlCharacter,
        Phrase("управляющий символ \(name) в тексте", en: "control character \(name) in the text"), at: location,
        advice: Phrase("удалите его и сохраните файл в кодировке UTF-8", en: "delete it and save the file as UTF-8"),
        fixes: Self.breaksLines(scalar) ? [] : deletion(location), cause: "\(location.file) \(name)")
    case .bidirectionalOverride:
      return Diagnostic(
        .bidiOverride, .warning,
        Phrase(
          "невидимый знак меняет порядок букв: текст выглядит не так, как записан",
          en: "an invisible mark reorders the letters: the text looks other than it is written"),
        at: location,
        advice: Phrase("удалите знак, набрав это место заново", en: "delete the mark by typing this place anew"),
        fixes: deletion(location), cause: location.file)
    }
  }

  private func deletion(_ location: SourceLocation) -> [Replacement] {
    location.range.map { [Replacement($0, with: "")] } ?? []
  }

  /// A vertical tab, a form feed, a carriage return, U+0085: what they part would run together without them, and
  /// whether a space or a line end is meant only a person can tell.
  private static func breaksLines(_ scalar: Unicode.Scalar) -> Bool {
    (0x0B...0x0D).contains(scalar.value) || scalar.value == 0x85
  }
}

extension Unicode.Scalar {
  /// `U+202E`
  package var codePointName: String {
    let digits = String(value, radix: 16, uppercase: true)
    return "U+" + String(repeating: "0", count: max(0, 4 - digits.count)) + digits
  }
}

/// A character written by its number, `&#1;` or `&#x202E;`: Markdown makes the character of it.
struct NumericReference {
  let scalar: Unicode.Scalar
  let length: Int

  /// Reads the reference at the start of `bytes`, by CommonMark's rule (§2.5).
  init?(_ bytes: ArraySlice<UInt8>) {
    var rest = bytes.dropFirst(2)
    let isHexadecimal = rest.first == UInt8(ascii: "x") || rest.first == UInt8(ascii: "X")
    if isHexadecimal { rest = rest.dropFirst() }
    let digits = rest.prefix(isHexadecimal ? 7 : 8).prefix { $0 != UInt8(ascii: ";") }
    guard let value = UInt32(String(decoding: digits, as: UTF8.self), radix: isHexadecimal ? 16 : 10),
      rest.dropFirst(digits.count).first == UInt8(ascii: ";"), let scalar = Unicode.Scalar(value)
    else { return nil }
    self.scalar = scalar
    length = digits.endIndex + 1 - bytes.startIndex
  }
}
