import OpytDiagnostics

/// Where a file's fields and its text are: the fields stand between two lines `---`, the first of which begins the file.
///
/// Where something stands before it, or it is written otherwise, that is told, and the fields are read all the same: all
/// that is wrong with a file is to be told at once.
struct FrontMatterFence {
  /// The lines of the fields; nil where these are missing or have no end.
  private(set) var lines: Range<Int>?
  /// Where the text begins.
  private(set) var bodyLine = 1
  private(set) var diagnostics: [Diagnostic] = []

  init(_ text: DocumentText) {
    let first = (1...max(1, text.lineCount)).first { !FenceLine.isBlank(text.line($0)) } ?? 1
    // What is copied from a handbook may come with the frame of its example.
    let isFramed = first < text.lineCount && text.line(first).starts(with: "```".utf8)
    let opening = isFramed ? first + 1 : first
    let line = FenceLine(opening, of: text)
    switch line {
    case .fence where opening == 1: break
    case .fence, .indented: diagnostics.append(isFramed ? .framed(text, first) : .late(text, opening))
    case .alike where opening == 1: diagnostics.append(.alike(1, of: text, .frontMatterMissing))
    case .alike, .none:
      guard let closing = Self.closing(of: text, fromFieldsAt: first) else {
        diagnostics.append(.missing(text))
        return
      }
      diagnostics.append(.unopened(text, first))
      (lines, bodyLine) = (first..<closing, closing + 1)
      return
    }
    for number in opening + 1..<max(opening + 2, text.lineCount + 1) {
      switch FenceLine(number, of: text) {
      case .none, .indented: continue
      case .alike: diagnostics.append(.alike(number, of: text, .frontMatterUnclosed))
      case .fence: break
      }
      (lines, bodyLine) = (opening + 1..<number, number + 1)
      return
    }
    // Inside of a value, an indented line may be anything; where nothing else ends the fields, it was meant to.
    if let number = (opening + 1..<max(opening + 2, text.lineCount + 1)).first(where: {
      FenceLine($0, of: text) == .indented
    }) {
      diagnostics.append(.indented(number, of: text))
      (lines, bodyLine) = (opening + 1..<number, number + 1)
      return
    }
    // A line of dashes alone need not have been meant as the start of fields.
    if line == .alike { return }
    bodyLine = text.lineCount + 1
    diagnostics.append(.unclosed(text, opening))
  }

  /// The line that ends the fields of a file which begins with one of them; nil where it does not seem to.
  private static func closing(of text: DocumentText, fromFieldsAt first: Int) -> Int? {
    guard FenceLine.isField(text.line(first)), first < text.lineCount else { return nil }
    let closing = (first + 1...text.lineCount).first { FenceLine($0, of: text) == .fence }
    // One line over another of hyphens is a heading.
    return closing.flatMap { $0 - first >= 2 ? $0 : nil }
  }
}

/// What a line is that fields begin or end with, or seem to.
private enum FenceLine {
  case fence
  /// Three hyphens behind spaces or what can't be seen.
  case indented
  /// Dashes, and no three hyphens.
  case alike
  case none

  init(_ number: Int, of text: DocumentText) {
    let hyphen = UInt8(ascii: "-")
    // Every line of all fields comes here: the first letter tells nearly all of them apart.
    switch text.firstByte(ofLine: number) {
    case hyphen, 0x20, 0x09, 0xC2, 0xE2, 0xE3, 0xEF: break
    default:
      self = .none
      return
    }
    let line = text.line(number)
    if line.contains(where: { $0 | 1 == 0xD1 || $0 != hyphen && (0x21...0x7E).contains($0) }) {
      self = .none
      return
    }
    let blanks = line.reversed().prefix { $0 == 0x20 || $0 == 0x09 }.count
    let sign = line.dropLast(blanks)
    if sign.count == 3, sign.allSatisfy({ $0 == hyphen }) {
      self = .fence
      return
    }
    guard (2...400).contains(sign.count) else {
      self = .none
      return
    }
    let written = String(decoding: sign, as: UTF8.self).unicodeScalars
    let scalars = written.filter { !InvisibleCharacter.isZeroWidth($0) && !InvisibleCharacter.isBlank($0) }
    let isDashes =
      !scalars.isEmpty
      && scalars.allSatisfy { $0 == "-" || (0x2010...0x2015).contains($0.value) || $0.value == 0x2212 }
    let shown = written.drop { InvisibleCharacter.isZeroWidth($0) || InvisibleCharacter.isBlank($0) }
    if shown.count < written.count {
      self = shown.elementsEqual("---".unicodeScalars) ? .indented : .none
    } else {
      self = isDashes ? .alike : .none
    }
  }

  /// Whether a line shows nothing.
  static func isBlank(_ line: ArraySlice<UInt8>) -> Bool {
    switch line.first {
    case nil: return true
    case 0x20, 0x09, 0x0D, 0xC2, 0xE2, 0xE3, 0xEF: break
    default: return false
    }
    return String(decoding: line.prefix(400), as: UTF8.self).unicodeScalars.allSatisfy {
      InvisibleCharacter.isZeroWidth($0) || InvisibleCharacter.isBlank($0) || $0 == "\r"
    }
  }

  /// `key: value`, `key:`
  static func isField(_ line: ArraySlice<UInt8>) -> Bool {
    guard let colon = line.prefix(80).firstIndex(of: UInt8(ascii: ":")), colon > line.startIndex else { return false }
    let next = line.dropFirst(colon + 1 - line.startIndex).first
    let key = String(decoding: line[..<colon], as: UTF8.self).unicodeScalars
    return (next == nil || next == 0x20) && key.first?.properties.isAlphabetic == true
      && key.allSatisfy { $0.properties.isAlphabetic || $0 == " " || $0 == "_" || $0 == "-" }
  }
}

extension Diagnostic {
  fileprivate static func missing(_ text: DocumentText) -> Diagnostic {
    Diagnostic(
      .frontMatterMissing, Phrase("нет полей в начале файла", en: "no front matter"),
      at: text.location(text.lineRange(1)),
      advice: Phrase(
        "начните файл строкой «---», затем поля «ключ: значение», затем снова «---»",
        en: "begin the file with “---”, then “key: value” lines, then “---” again"))
  }

  /// Nothing that can be seen stands before the fields' first line.
  fileprivate static func late(_ text: DocumentText, _ number: Int) -> Diagnostic {
    let line = text.lineRange(number)
    let fix = Replacement(text.range(0..<line.upperBound), with: "---")
    if number == 1 {
      return Diagnostic(
        .frontMatterMissing,
        Phrase(
          "перед «---» в первой строке стоит пробел или невидимый знак: поля ею не открываются",
          en: "a space or an invisible character before “---” in the first line: it does not open the fields"),
        at: text.location(line),
        advice: Phrase(
          "наберите эту строку заново: «---» от самого края", en: "type the line anew: “---” at its start"),
        fixes: [fix])
    }
    return Diagnostic(
      .frontMatterMissing,
      number == 2
        ? Phrase("перед строкой «---» стоит пустая строка", en: "an empty line stands before the line “---”")
        : Phrase("перед строкой «---» стоят пустые строки", en: "empty lines stand before the line “---”"),
      at: text.location(line),
      advice: Phrase(
        "\(number == 2 ? "удалите её" : "удалите их"): файл начинается со строки «---»",
        en: "delete \(number == 2 ? "it" : "them"): a file begins with the line “---”"),
      fixes: [fix])
  }

  fileprivate static func framed(_ text: DocumentText, _ number: Int) -> Diagnostic {
    let line = text.lineRange(number)
    let written = String(decoding: text.bytes[line].prefix(60), as: UTF8.self)
    return Diagnostic(
      .frontMatterMissing,
      Phrase(
        "перед строкой «---» стоит «\(written)»: это рамка примера, а не часть файла",
        en: "“\(written)” before the line “---” is the frame of an example, and no part of the file"),
      at: text.location(line),
      advice: Phrase(
        "удалите эту строку и парную ей «```» в конце файла",
        en: "delete the line, and its “```” at the end of the file"))
  }

  fileprivate static func unopened(_ text: DocumentText, _ number: Int) -> Diagnostic {
    let line = text.lineRange(number)
    let start = text.range(line.lowerBound..<line.lowerBound)
    return Diagnostic(
      .frontMatterMissing,
      Phrase("перед первым полем нет строки «---»", en: "the line “---” is missing before the first field"),
      at: text.location(line),
      advice: Phrase("начните файл строкой «---»", en: "begin the file with the line “---”"),
      fixes: number == 1 ? [Replacement(start, with: "---\n")] : [])
  }

  fileprivate static func unclosed(_ text: DocumentText, _ number: Int) -> Diagnostic {
    Diagnostic(
      .frontMatterUnclosed,
      Phrase("поля в начале файла не закрыты строкой «---»", en: "the front matter is not closed with “---”"),
      at: text.location(text.lineRange(number)),
      advice: Phrase("поставьте строку «---» после последнего поля", en: "put “---” behind the last field"))
  }

  fileprivate static func indented(_ number: Int, of text: DocumentText) -> Diagnostic {
    let range = text.range(text.lineRange(number))
    return Diagnostic(
      .frontMatterUnclosed,
      Phrase(
        "перед «---» стоит пробел или невидимый знак: поля этой строкой не закрываются",
        en: "a space or an invisible character before “---”: the line does not close the fields"),
      at: SourceLocation(file: text.path, range: range),
      advice: Phrase("наберите эту строку заново: «---» от самого края", en: "type the line anew: “---” at its start"),
      fixes: [Replacement(range, with: "---")])
  }

  fileprivate static func alike(_ number: Int, of text: DocumentText, _ code: DiagnosticCode) -> Diagnostic {
    let line = text.lineRange(number)
    let written = String(decoding: text.bytes[line].prefix(60), as: UTF8.self)
    let range = text.range(line)
    return Diagnostic(
      code,
      Phrase(
        "строка «\(written)» – не три дефиса: поля ею не \(code == .frontMatterMissing ? "открываются" : "закрываются")",
        en: """
          the line “\(written)” is not three hyphens: it does not \
          \(code == .frontMatterMissing ? "open" : "close") the fields
          """),
      at: SourceLocation(file: text.path, range: range),
      advice: Phrase("напишите три дефиса: «---»", en: "write three hyphens: “---”"),
      fixes: [Replacement(range, with: "---")])
  }
}
