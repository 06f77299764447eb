import OpytText

/// Several values that were written as one: `orlova, belov`, `(а, б)`, `А; Б`.
enum SeveralValues {
  /// How much of a text is looked at.
  private static let maximumLength = 2000

  /// The values; nil where there is only one.
  static func parts(of text: String) -> [String]? {
    guard text.utf8.count <= maximumLength else { return nil }
    var text = text.everyday[...]
    for (open, close) in [("(", ")"), ("[", "]"), ("{", "}")] where text.hasPrefix(open) && text.hasSuffix(close) {
      text = text.dropFirst().dropLast()
    }
    let separator: Character = text.contains(";") ? ";" : ","
    var parts = text.split(separator: separator).map { String($0).trimmed }.filter { !$0.isEmpty }
    if separator == ",", let last = parts.last, let and = last.firstRange(of: " и ") {
      parts.replaceSubrange(
        parts.count - 1..<parts.count,
        with: [last[..<and.lowerBound], last[and.upperBound...]].map { String($0).trimmed })
    }
    return parts.count > 1 ? parts : nil
  }

  /// `[orlova, belov]`
  static func list(_ parts: [String]) -> String { "[\(inBrackets(parts))]" }

  static func inBrackets(_ parts: [String]) -> String {
    parts.map { part in
      if WrittenValue.isPlain(part) { return part }
      return part.utf8.contains { "\"\\".utf8.contains($0) } ? "'\(part.replacing("'", with: "''"))'" : "\"\(part)\""
    }.joined(separator: ", ")
  }

  /// What of a long list is shown in a message.
  static func shown(_ parts: [String]) -> [String] {
    let short = parts.prefix(12).map { $0.count > 60 ? $0.prefix(60) + "…" : $0 }
    return parts.count > 12 ? short + ["…"] : short
  }
}
