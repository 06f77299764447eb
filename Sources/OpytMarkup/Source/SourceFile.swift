import OpytDiagnostics

/// One file of an author, as it was read: its path from the site's folder and its bytes.
public struct SourceFile: Sendable {
  public let path: String
  public let bytes: [UInt8]

  public init(path: String, bytes: [UInt8]) {
    self.path = path
    self.bytes = bytes
  }
}

/// A source file whose bytes are known to be clean UTF-8 text, with its line starts.
struct SourceText {
  let path: String
  /// Without a byte order mark.
  let bytes: [UInt8]
  private let lineStarts: [Int]

  private init(path: String, bytes: [UInt8]) {
    self.path = path
    self.bytes = bytes
    var starts = [0]
    starts.reserveCapacity(bytes.count / 40)
    for (index, byte) in bytes.enumerated() where byte == UInt8(ascii: "\n") { starts.append(index + 1) }
    lineStarts = starts
  }

  var lineCount: Int { lineStarts.count }

  /// The bytes of line `number` (from 1) without its line end.
  func line(_ number: Int) -> ArraySlice<UInt8> {
    guard number >= 1, number <= lineStarts.count else { return [] }
    let start = lineStarts[number - 1]
    var end = number < lineStarts.count ? lineStarts[number] - 1 : bytes.count
    if end > start, bytes[end - 1] == UInt8(ascii: "\r") { end -= 1 }
    return bytes[start..<end]
  }

  /// Where line `number` (from 1) starts; a line behind the last one starts at the end.
  func offset(ofLine number: Int) -> Int {
    number <= lineStarts.count ? lineStarts[max(0, number - 1)] : bytes.count
  }

  /// The line and the column, in Unicode scalars, of a byte.
  func position(at offset: Int) -> SourcePosition {
    var low = 0
    var high = lineStarts.count
    while high - low > 1 {
      let middle = (low + high) / 2
      if lineStarts[middle] <= offset { low = middle } else { high = middle }
    }
    let start = lineStarts[low]
    let column = bytes[start..<min(max(start, offset), bytes.count)].count { !$0.isUTF8Continuation }
    return SourcePosition(line: low + 1, column: column + 1)
  }

  func range(_ offsets: Range<Int>) -> SourceRange {
    SourceRange(start: position(at: offsets.lowerBound), end: position(at: offsets.upperBound))
  }

  func location(_ offsets: Range<Int>) -> SourceLocation {
    SourceLocation(file: path, range: range(offsets))
  }

  /// Checks that a file is text a browser and a person read alike, and says where it is not.
  static func check(_ file: SourceFile, maximumBytes: Int) -> (text: SourceText?, diagnostics: [Diagnostic]) {
    guard file.bytes.count <= maximumBytes else {
      let limit = maximumBytes / 1024
      return (
        nil,
        [
          Diagnostic(
            .fileTooLarge,
            Phrase(
              "файл больше \(limit) КиБ: разделите текст на несколько материалов",
              en: "the file is larger than \(limit) KiB: split the text"),
            at: SourceLocation(file: file.path))
        ]
      )
    }
    if file.bytes.starts(with: [0xFF, 0xFE]) || file.bytes.starts(with: [0xFE, 0xFF]) {
      return (nil, [encodingError(file.path, .fileStart, detail: "UTF-16")])
    }
    let hasMark = file.bytes.starts(with: [0xEF, 0xBB, 0xBF])
    let text = SourceText(path: file.path, bytes: hasMark ? Array(file.bytes.dropFirst(3)) : file.bytes)
    do {
      _ = try UTF8Span(validating: text.bytes.span)
    } catch {
      let offset = error.byteOffsets.lowerBound
      let byte = String(text.bytes[offset], radix: 16, uppercase: true)
      return (nil, [encodingError(file.path, text.range(offset..<offset + 1), detail: "0x\(byte)")])
    }
    let diagnostics = text.forbiddenCharacters()
    return (diagnostics.containsErrors ? nil : text, diagnostics)
  }

  private static func encodingError(_ path: String, _ range: SourceRange, detail: String) -> Diagnostic {
    Diagnostic(
      .encodingInvalid,
      Phrase("файл сохранён не в кодировке UTF-8 (\(detail))", en: "the file is not UTF-8 (\(detail))"),
      at: SourceLocation(file: path, range: range),
      advice: Phrase("сохраните файл в кодировке UTF-8", en: "save the file as UTF-8"))
  }

  /// Control characters are errors; marks that reorder text are warnings: see `quality.md`, Bad input.
  private func forbiddenCharacters() -> [Diagnostic] {
    var diagnostics: [Diagnostic] = []
    for (index, byte) in bytes.enumerated() {
      guard byte < 0x20 || byte == 0x7F || byte == 0xE2 else { continue }
      switch byte {
      case UInt8(ascii: "\n"), UInt8(ascii: "\t"): continue
      case UInt8(ascii: "\r") where index + 1 < bytes.count && bytes[index + 1] == UInt8(ascii: "\n"): continue
      case 0xE2:
        guard index + 2 < bytes.count, isBidirectionalOverride(bytes[index + 1], bytes[index + 2]) else { continue }
        diagnostics.append(
          Diagnostic(
            .bidiOverride, .warning,
            Phrase(
              "невидимый знак меняет порядок букв: текст выглядит не так, как записан",
              en: "an invisible mark reorders the letters: the text looks other than it is written"),
            at: location(index..<index + 3),
            advice: Phrase("удалите знак, набрав это место заново", en: "delete the mark by typing this place anew")))
      default:
        let code = String(byte, radix: 16, uppercase: true)
        let name = "U+" + String(repeating: "0", count: 4 - code.count) + code
        diagnostics.append(
          Diagnostic(
            .controlCharacter,
            Phrase("управляющий символ \(name) в тексте", en: "control character \(name) in the text"),
            at: location(index..<index + 1),
            advice: Phrase(
              "удалите его и сохраните файл в кодировке UTF-8", en: "delete it and save the file as UTF-8"),
            cause: "\(path) \(name)"))
      }
    }
    return diagnostics
  }

  /// U+202A…U+202E and U+2066…U+2069.
  private func isBidirectionalOverride(_ second: UInt8, _ third: UInt8) -> Bool {
    (second == 0x80 && (0xAA...0xAE).contains(third)) || (second == 0x81 && (0xA6...0xA9).contains(third))
  }
}

extension UInt8 {
  var isUTF8Continuation: Bool { self & 0xC0 == 0x80 }
}
