import OpytDiagnostics
import OpytMarkup
import OpytText

/// Marks of Markdown or HTML in a field, which knows neither: they would be shown as they are.
enum MarkupLookalike {
  /// A stretch that looks like markup, and the words it is about.
  struct Finding {
    let written: Substring
    let words: String
  }

  /// Whether a closer look is worth it: nearly all texts have none of these signs.
  static func isPossible(in text: String) -> Bool {
    text.has { block in
      // «[» to «`» stand in a row.
      block.isByte(in: UInt8(ascii: "[")...UInt8(ascii: "`")) | block.isByte(UInt8(ascii: "*"))
        | block.isByte(UInt8(ascii: "<")) | block.isByte(UInt8(ascii: "#")) | block.isByte(UInt8(ascii: "~"))
    }
  }

  static func first(in text: String) -> Finding? {
    if text.hasPrefix("#") {
      let signs = text.prefix { $0 == "#" }
      let words = text.dropFirst(signs.count)
      if signs.count <= 6, words.first == " " { return Finding(written: text[...], words: String(words).trimmed) }
    }
    for sign in ["**", "__", "~~", "`"] {
      guard let open = text.firstRange(of: sign) else { continue }
      guard let close = text[open.upperBound...].firstRange(of: sign), close.lowerBound > open.upperBound else {
        // One alone was meant as the beginning of something.
        if sign == "**" { return Finding(written: text[open], words: "") }
        continue
      }
      // Blanks to be filled in are no emphasis.
      let inside = text[open.upperBound..<close.lowerBound]
      guard inside.contains(where: \.isLetter) else { continue }
      return Finding(written: text[open.lowerBound..<close.upperBound], words: String(inside))
    }
    return link(in: text) ?? tag(in: text)
  }

  /// `[слова](адрес)`, also with `!` before it
  private static func link(in text: String) -> Finding? {
    guard let middle = text.firstRange(of: "]("), let open = text[..<middle.lowerBound].lastIndex(of: "["),
      let close = text[middle.upperBound...].firstIndex(of: ")")
    else { return nil }
    let words = text[text.index(after: open)..<middle.lowerBound]
    return Finding(written: text[open...close], words: String(words))
  }

  /// `<b>`, `<br/>`, `</p>`
  private static func tag(in text: String) -> Finding? {
    var rest = text[...]
    while let open = rest.firstIndex(of: "<") {
      let inside = rest[rest.index(after: open)...].prefix(40)
      let name = inside.drop { $0 == "/" }.prefix { $0.isASCII && $0.isLetter }
      if !name.isEmpty, let close = inside.firstIndex(of: ">"), !inside[..<close].contains("@"),
        !inside[..<close].contains(":")
      {
        return Finding(written: rest[open...close], words: "")
      }
      rest = rest[rest.index(after: open)...]
    }
    return nil
  }
}

extension DecodingContext {
  /// What of a text would not look as it was meant.
  mutating func checkLook(of text: String, _ scalar: FrontMatterNode.Scalar) {
    guard !isJSON else { return }
    switch scalar.style {
    case .cut(let column): reportCut(text, scalar, column)
    case .listed(let lines) where lines.count > 1: reportJoined(lines)
    default: break
    }
    if MarkupLookalike.isPossible(in: text), let finding = MarkupLookalike.first(in: text) {
      report(finding, text, scalar)
    }
    checkQuotes(around: text, scalar)
  }

  private mutating func report(_ finding: MarkupLookalike.Finding, _ text: String, _ scalar: FrontMatterNode.Scalar) {
    let written = String(finding.written.prefix(200))
    var place = scalar.range
    // Where the value stands in the file as it is, so does the mark.
    let isExact = scalar.range.width == text.unicodeScalars.count
    if isExact {
      let before = text.unicodeScalars.distance(
        from: text.startIndex, to: finding.written.startIndex)
      place = scalar.range.narrowed(to: before, finding.written.unicodeScalars.count)
    }
    warn(
      Phrase(
        "в этом поле нет разметки: «\(written)» будет показано со всеми знаками",
        en: "this field knows no markup: “\(written)” will be shown with all its signs"),
      at: place,
      advice: finding.words.isEmpty
        ? Phrase("уберите эти знаки", en: "take the signs out")
        : Phrase("напишите просто: «\(finding.words.prefix(200))»", en: "write just: “\(finding.words.prefix(200))”"),
      fix: isExact && WrittenValue.isPlain(finding.words) ? Replacement(place, with: finding.words) : nil)
  }

  private mutating func reportCut(_ text: String, _ scalar: FrontMatterNode.Scalar, _ column: Int32) {
    let start = SourcePosition(line: Int(scalar.range.end.line), column: Int(column))
    let end = SourcePosition(line: Int(scalar.range.end.line), column: Int(column) + 1)
    warn(
      Phrase(
        "с «#» начинается примечание: в поле останется только «\(text.suffix(120))»",
        en: "“#” begins a remark: the field will have only “\(text.suffix(120))”"),
      at: SourceRange(start: start, end: end),
      advice: Phrase(
        "возьмите всё значение в кавычки; примечание пишите строкой выше",
        en: "put all of the value in quotes; write a remark on a line above"))
  }

  private mutating func reportJoined(_ lines: [FrontMatterNode.ListedItem]) {
    guard let first = lines.first else { return }
    let joined = "\(first.text.prefix(60)) … \(lines[1].text.prefix(60))"
    warn(
      Phrase(
        "строки со знаками списка сольются в одну: «\(joined)»", en: "lines with list signs run together: “\(joined)”"),
      at: first.sign,
      advice: Phrase(
        "перечислите через запятую; список со строками можно сделать в тексте под полями",
        en: "write them with commas; a list has its place in the text below the fields"))
  }

  /// Quotes around all of a value that were meant to hold it together, as the straight ones do.
  private mutating func checkQuotes(around text: String, _ scalar: FrontMatterNode.Scalar) {
    guard scalar.isPlain, let first = text.unicodeScalars.first, first == "“" || first == "”" || first == "‟",
      let last = text.unicodeScalars.last, last == "”" || last == "“"
    else { return }
    let inside = String(text.dropFirst().dropLast())
    guard !inside.isEmpty, !inside.unicodeScalars.contains(where: { "“”„".unicodeScalars.contains($0) }) else { return }
    warn(
      Phrase("кавычки “ ” станут частью текста: «\(text)»", en: "the quotes “ ” will be part of the text: “\(inside)”"),
      at: scalar.range,
      advice: Phrase(
        "если они не нужны, уберите их: \(inside)", en: "where they are not wanted, take them away: “\(inside)”"))
  }
}
