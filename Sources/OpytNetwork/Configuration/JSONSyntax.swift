import Foundation
import OpytDiagnostics

/// JSON is read through the YAML reader for its positions, so what JSON forbids and YAML permits is told here.
package enum JSONSyntax {
  /// - Parameter file: what the diagnostic calls it.
  package static func fault(in bytes: [UInt8], file: String) -> Diagnostic? {
    do {
      _ = try JSONSerialization.jsonObject(with: Data(bytes))
      return nil
    } catch {
      let detail = (error as NSError).userInfo["NSDebugDescription"] as? String ?? ""
      let place = detail.contains("end of file") ? end(of: bytes) : position(in: detail)
      return Diagnostic(
        .configurationInvalid, Phrase("запись JSON не разобрана", en: "not valid JSON"),
        at: SourceLocation(
          file: file, range: place.map { SourceRange(start: $0, end: $0) } ?? .fileStart),
        advice: Phrase(
          "проверьте запятые, кавычки и скобки в этом месте и перед ним",
          en: "check the commas, quotes and brackets here and just before"))
    }
  }

  private static func end(of bytes: [UInt8]) -> SourcePosition {
    let lines = bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
    let last = lines.lastIndex { !$0.isEmpty } ?? 0
    return SourcePosition(line: last + 1, column: String(decoding: lines[last], as: UTF8.self).unicodeScalars.count + 1)
  }

  /// Foundation says «… around line 3, column 5.»
  private static func position(in detail: String) -> SourcePosition? {
    let words = detail.split(whereSeparator: { " ,.".contains($0) })
    func number(after word: Substring) -> Int? {
      words.firstIndex(of: word).flatMap { $0 + 1 < words.count ? Int(words[$0 + 1]) : nil }
    }
    guard let line = number(after: "line"), let column = number(after: "column") else { return nil }
    return SourcePosition(line: line, column: column + 1)
  }
}
