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

  /// The same where a slash and a plus part names as well: `Иванова М. П. / Петрова А. А.` Names have none of their own.
  static func names(in text: String) -> [String]? {
    if let parts = parts(of: text) { return parts }
    guard text.utf8.count <= maximumLength else { return nil }
    for sign in [" / ", "/", " + ", " & "] where text.contains(sign) {
      let parts = text.everyday.replacing(sign, with: "\u{1}").split(separator: "\u{1}").map { String($0).trimmed }
        .filter { !$0.isEmpty }
      if parts.count > 1 { return parts }
    }
    return nil
  }

  /// What stands between semicolons.
  static func sentences(in text: String) -> [String] {
    guard text.utf8.count <= maximumLength else { return [text] }
    return text.split(separator: ";").map { String($0).trimmed }.filter { !$0.isEmpty }
  }

  /// The items of `Что случилось? 2) Что сделать? 3) Кто прав?`: numbers that go on from one, with the sign it had, or
  /// one bullet again and again.
  static func items(of text: String, behind sign: String) -> [String] {
    guard text.utf8.count <= maximumLength else { return [text] }
    var items: [String] = []
    var rest = text[...]
    let digits = sign.prefix { $0.isASCII && $0.isNumber }
    if var number = Int(digits) {
      let mark = sign.dropFirst(digits.count)
      number += 1
      while let next = rest.firstRange(of: " \(number)\(mark) ") {
        items.append(String(rest[..<next.lowerBound]))
        rest = rest[next.upperBound...]
        number += 1
      }
    } else if sign == "•" || sign == "·" || sign == "*" {
      while let next = rest.firstRange(of: " \(sign) ") {
        items.append(String(rest[..<next.lowerBound]))
        rest = rest[next.upperBound...]
      }
    }
    return (items + [String(rest)]).map { item in
      let item = item.trimmed
      return item.hasSuffix(";") ? String(item.dropLast()).trimmed : item
    }.filter { !$0.isEmpty }
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
