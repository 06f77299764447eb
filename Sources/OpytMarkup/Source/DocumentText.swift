import OpytDiagnostics
import OpytText

/// A document's bytes, known to be clean UTF-8 text, with its line starts.
struct DocumentText: Sendable {
  let path: String
  /// Without a byte order mark.
  let bytes: [UInt8]
  let lineStarts: [Int]
  /// Where `&#` stands.
  let numericReferences: [Int]
  /// At least as many as there are marks that may cost the Markdown parser time.
  let markCount: Int

  var lineCount: Int { lineStarts.count }

  /// The bytes of line `number` (from 1) without its line end.
  func line(_ number: Int) -> ArraySlice<UInt8> { bytes[lineRange(number)] }

  /// The first byte of line `number` (from 1); nil where it has none.
  func firstByte(ofLine number: Int) -> UInt8? {
    let range = lineRange(number)
    return range.isEmpty ? nil : bytes[range.lowerBound]
  }

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
    let end = min(offsets.upperBound, bytes.count)
    guard offsets.lowerBound < end else { return 0 }
    return bytes.withUnsafeBufferPointer { bytes in
      let text = UnsafeBufferPointer(rebasing: bytes[..<end])
      var count = 0
      var offset = offsets.lowerBound
      while offset < end {
        count += ByteBlock.read(text, at: offset) { (~$0.isContinuation & $0.inText).nonzeroBitCount }
        offset += ByteBlock.count
      }
      return count
    }
  }
}

// MARK: - Checking

extension DocumentText {
  /// A file may be full of forbidden characters; a person mends the first few and looks again.
  static let reportedCharacters = 20

  /// Checks that a file is text a browser and a person read alike, and says where it is not.
  static func check(_ file: SourceFile, maximumBytes: Int) -> (text: DocumentText?, diagnostics: [Diagnostic]) {
    guard file.bytes.count <= maximumBytes else { return (nil, [tooLarge(file.path, limit: maximumBytes / 1024)]) }
    if TextEncoding.looksLikeUTF16(file.bytes) {
      return (nil, [TextEncoding.fault("UTF-16", at: SourceLocation(file: file.path, range: .fileStart))])
    }
    let hasMark = file.bytes.count >= 3 && file.bytes[0] == 0xEF && file.bytes[1] == 0xBB && file.bytes[2] == 0xBF
    let bytes = hasMark ? Array(file.bytes.dropFirst(3)) : file.bytes
    var scan = TextScan()
    bytes.withUnsafeBufferPointer { scan.read($0) }
    if let offset = scan.invalidOffset(in: bytes) {
      let byte = String(bytes[offset], radix: 16, uppercase: true)
      // Up to here, and no further, it is text with lines and columns.
      var readable = TextScan()
      bytes[..<offset].withUnsafeBufferPointer { readable.read($0) }
      let start = DocumentText(path: file.path, bytes: Array(bytes[..<offset]), readable).position(at: offset)
      let end = SourcePosition(line: Int(start.line), column: Int(start.column) + 1)
      let location = SourceLocation(file: file.path, range: SourceRange(start: start, end: end))
      return (nil, [TextEncoding.fault("0x\(byte)", at: location)])
    }
    let text = DocumentText(path: file.path, bytes: bytes, scan)
    let diagnostics = scan.forbidden.prefix(reportedCharacters).map { character, offsets in
      character.diagnostic(at: text.location(offsets))
    }
    return (diagnostics.containsErrors ? nil : text, diagnostics)
  }

  private init(path: String, bytes: [UInt8], _ scan: TextScan) {
    self.path = path
    self.bytes = bytes
    lineStarts = scan.lineStarts
    numericReferences = scan.numericReferences
    markCount = scan.markCount
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

  private static func tooLarge(_ path: String, limit: Int) -> Diagnostic {
    Diagnostic(
      .fileTooLarge,
      Phrase(
        "файл больше \(limit) КБ: разделите текст на несколько материалов",
        en: "the file is larger than \(limit) KiB: split the text"),
      at: SourceLocation(file: path))
  }
}
