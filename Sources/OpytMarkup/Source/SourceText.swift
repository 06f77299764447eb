import OpytDiagnostics

/// A source file whose bytes are known to be clean UTF-8 text, with its line starts.
struct SourceText {
  let path: String
  /// Without a byte order mark.
  let bytes: [UInt8]
  private let lineStarts: [Int]
  /// Where `&#` stands.
  private let numericReferences: [Int]

  var lineCount: Int { lineStarts.count }

  /// The bytes of line `number` (from 1) without its line end.
  func line(_ number: Int) -> ArraySlice<UInt8> { bytes[lineRange(number)] }

  /// Where the bytes of line `number` (from 1) are, without its line end; empty behind the last line.
  func lineRange(_ number: Int) -> Range<Int> {
    guard number >= 1, number <= lineStarts.count else { return bytes.count..<bytes.count }
    let start = lineStarts[number - 1]
    var end = number < lineStarts.count ? lineStarts[number] - 1 : bytes.count
    if end > start, bytes[end - 1] == UInt8(ascii: "\r") { end -= 1 }
    return start..<end
  }

  /// Where line `number` (from 1) starts; a line behind the last one starts at the end.
  func offset(ofLine number: Int) -> Int {
    number <= lineStarts.count ? lineStarts[max(0, number - 1)] : bytes.count
  }

  /// The line, from 1, in which a byte stands.
  func lineNumber(at offset: Int) -> Int {
    var low = 0
    var high = lineStarts.count
    while high - low > 1 {
      let middle = (low + high) / 2
      if lineStarts[middle] <= offset { low = middle } else { high = middle }
    }
    return low + 1
  }

  /// The line and the column, in Unicode scalars, of a byte.
  func position(at offset: Int) -> SourcePosition {
    let line = lineNumber(at: offset)
    return SourcePosition(line: line, column: scalarCount(lineStarts[line - 1]..<offset) + 1)
  }

  func range(_ offsets: Range<Int>) -> SourceRange {
    SourceRange(start: position(at: offsets.lowerBound), end: position(at: offsets.upperBound))
  }

  func location(_ offsets: Range<Int>) -> SourceLocation {
    SourceLocation(file: path, range: range(offsets))
  }

  /// How many Unicode scalars begin between two offsets.
  func scalarCount(_ offsets: Range<Int>) -> Int {
    guard offsets.lowerBound < min(offsets.upperBound, bytes.count) else { return 0 }
    return bytes.withUnsafeBufferPointer { buffer in
      buffer[offsets.clamped(to: buffer.indices)].reduce(0) { $0 + ($1.isUTF8Continuation ? 0 : 1) }
    }
  }
}

// MARK: - Checking

extension SourceText {
  /// A file may be full of forbidden characters; a person mends the first few and looks again.
  private static let reportedCharacters = 20

  /// Checks that a file is text a browser and a person read alike, and says where it is not.
  static func check(_ file: SourceFile, maximumBytes: Int) -> (text: SourceText?, diagnostics: [Diagnostic]) {
    guard file.bytes.count <= maximumBytes else { return (nil, [tooLarge(file.path, limit: maximumBytes / 1024)]) }
    if TextEncoding.looksLikeUTF16(file.bytes) {
      return (nil, [TextEncoding.fault("UTF-16", at: SourceLocation(file: file.path, range: .fileStart))])
    }
    let hasMark = file.bytes.starts(with: [0xEF, 0xBB, 0xBF])
    let bytes = hasMark ? Array(file.bytes.dropFirst(3)) : file.bytes
    do {
      _ = try UTF8Span(validating: bytes.span)
    } catch {
      let offset = error.byteOffsets.lowerBound
      let byte = String(bytes[offset], radix: 16, uppercase: true)
      // Up to here, and no further, it is text with lines and columns.
      let start = scan(Array(bytes[..<offset]), path: file.path).text.position(at: offset)
      let end = SourcePosition(line: Int(start.line), column: Int(start.column) + 1)
      let location = SourceLocation(file: file.path, range: SourceRange(start: start, end: end))
      return (nil, [TextEncoding.fault("0x\(byte)", at: location)])
    }
    let (text, forbidden) = scan(bytes, path: file.path)
    let diagnostics = forbidden.prefix(reportedCharacters).map { character, offsets in
      character.diagnostic(at: text.location(offsets))
    }
    return (diagnostics.containsErrors ? nil : text, diagnostics)
  }

  /// Forbidden characters that a body asks for by their numbers.
  func forbiddenReferences(from start: Int) -> [Diagnostic] {
    var diagnostics: [Diagnostic] = []
    for offset in numericReferences where offset >= start && diagnostics.count < Self.reportedCharacters {
      guard let reference = NumericReference(bytes[offset...]), let character = ForbiddenCharacter(reference.scalar)
      else { continue }
      diagnostics.append(character.diagnostic(at: location(offset..<offset + reference.length)))
    }
    return diagnostics
  }

  /// One pass over the bytes: line starts, forbidden characters, numeric references.
  private static func scan(
    _ bytes: [UInt8], path: String
  ) -> (text: SourceText, forbidden: [(character: ForbiddenCharacter, offsets: Range<Int>)]) {
    var lineStarts = [0]
    lineStarts.reserveCapacity(bytes.count / 40)
    var forbidden: [(ForbiddenCharacter, Range<Int>)] = []
    var references: [Int] = []
    let needsLook = needsLook
    bytes.withUnsafeBufferPointer { buffer in
      for index in buffer.indices {
        let byte = buffer[index]
        // Letters, among them all of Cyrillic, are done with here.
        guard needsLook[Int(byte)] else { continue }
        switch byte {
        case UInt8(ascii: "\n"): lineStarts.append(index + 1)
        case UInt8(ascii: "\r") where index + 1 < buffer.count && buffer[index + 1] == UInt8(ascii: "\n"): continue
        // Dashes and quotes begin like bidirectional marks.
        case 0xE2 where index + 2 < buffer.count && !(0xA6...0xAE).contains(buffer[index + 2]): continue
        case UInt8(ascii: "&"):
          if index + 1 < buffer.count, buffer[index + 1] == UInt8(ascii: "#") { references.append(index) }
        default:
          guard forbidden.count < reportedCharacters, let (scalar, length) = scalar(at: index, in: buffer),
            let character = ForbiddenCharacter(scalar)
          else { continue }
          forbidden.append((character, index..<index + length))
        }
      }
    }
    let text = SourceText(path: path, bytes: bytes, lineStarts: lineStarts, numericReferences: references)
    return (text, forbidden)
  }

  /// The bytes that begin what ``scan(_:path:)`` looks for.
  private static let needsLook = (UInt8.min...UInt8.max).map { byte in
    byte < 0x20 || byte == UInt8(ascii: "&") || byte == 0x7F || byte == 0xC2 || byte == 0xE2 || byte > 0xEE
  }

  private static func scalar(
    at index: Int, in buffer: UnsafeBufferPointer<UInt8>
  ) -> (scalar: Unicode.Scalar, length: Int)? {
    var iterator = buffer[index..<min(index + 4, buffer.count)].makeIterator()
    var decoder = UTF8()
    guard case .scalarValue(let scalar) = decoder.decode(&iterator) else { return nil }
    return (scalar, UTF8.width(scalar))
  }

  private static func tooLarge(_ path: String, limit: Int) -> Diagnostic {
    Diagnostic(
      .fileTooLarge,
      Phrase(
        "файл больше \(limit) КиБ: разделите текст на несколько материалов",
        en: "the file is larger than \(limit) KiB: split the text"),
      at: SourceLocation(file: path))
  }
}

extension UInt8 {
  var isUTF8Continuation: Bool { self & 0xC0 == 0x80 }
}
