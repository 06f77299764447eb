import OpytDiagnostics
import OpytMarkup

/// The text of a JSON file, which must be UTF-8 (RFC 8259 §8.1); a byte order mark is let pass.
enum JSONEncoding {
  /// The file is in another encoding.
  struct Fault: Error {
    let diagnostic: Diagnostic
  }

  static func text(of bytes: [UInt8], file: String) throws(Fault) -> String {
    if TextEncoding.looksLikeUTF16(bytes) { throw fault("UTF-16", at: .fileStart, file) }
    let text = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? Array(bytes.dropFirst(3)) : bytes
    do throws(UTF8.ValidationError) {
      _ = try UTF8Span(validating: text.span)
    } catch {
      let first = error.byteOffsets.lowerBound
      let lines = text[..<first].split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
      let column = String(decoding: lines.last ?? [], as: UTF8.self).unicodeScalars.count + 1
      let range = SourceRange(
        start: SourcePosition(line: lines.count, column: column),
        end: SourcePosition(line: lines.count, column: column + 1))
      let byte = "0x" + String(text[first], radix: 16, uppercase: true)
      throw fault(looksLikeWindows1251(text) ? "Windows-1251" : byte, at: range, file)
    }
    return String(decoding: text, as: UTF8.self)
  }

  /// Whether all that is not ASCII would be Russian letters and typographic marks.
  private static func looksLikeWindows1251(_ bytes: [UInt8]) -> Bool {
    bytes.allSatisfy { byte in
      switch byte {
      case ..<0x80, 0xC0..., 0x84, 0x85, 0x91...0x94, 0x96, 0x97, 0xA0, 0xA8, 0xAB, 0xB8, 0xB9, 0xBB: true
      default: false
      }
    }
  }

  private static func fault(_ encoding: String, at range: SourceRange, _ file: String) -> Fault {
    Fault(diagnostic: TextEncoding.fault(encoding, at: SourceLocation(file: file, range: range)))
  }
}
