import OpytDiagnostics
import Testing

@testable import OpytModel

extension TestNetwork {
  /// Everything told, with what to do: one text for each.
  var told: [String] {
    check().report.entries.map { entry in
      let diagnostic = entry.diagnostic
      let parts = [diagnostic.message.russian, diagnostic.suggestion?.value, diagnostic.advice?.russian]
      return (parts.compactMap(\.self) + diagnostic.notes.map(\.message.russian)).joined(separator: " | ")
    }
  }

  /// The network with every mend of its report written into its files.
  var mended: TestNetwork {
    var fixes: [String: Set<Replacement>] = [:]
    for entry in check().report.entries {
      fixes[entry.diagnostic.location.file, default: []].formUnion(entry.diagnostic.fixes)
      for other in entry.others { fixes[other.location.file, default: []].formUnion(other.fixes) }
    }
    var result = self
    for (file, fixes) in fixes { result.documents[file] = (documents[file] ?? "").applying(fixes) }
    return result
  }
}

extension String {
  /// The text with replacements that do not overlap.
  func applying(_ fixes: some Sequence<Replacement>) -> String {
    var lines = unicodeScalars.split(separator: "\n", omittingEmptySubsequences: false).map(Array.init)
    for fix in fixes.sorted(by: { $1.range < $0.range }) {
      let line = Int(fix.range.start.line) - 1
      let columns = Int(fix.range.start.column) - 1..<Int(fix.range.end.column) - 1
      lines[line].replaceSubrange(columns, with: fix.text.unicodeScalars)
    }
    var text = String.UnicodeScalarView()
    for line in lines.joined(separator: ["\n"]) { text.append(line) }
    return String(text)
  }
}
