public import OpytDiagnostics

/// Reads the values that documents begin with, written as YAML.
public enum FrontMatterParser {
  /// Reads one YAML value.
  public static func parse(_ bytes: [UInt8], path: String) -> (node: FrontMatterNode?, diagnostics: [Diagnostic]) {
    parse(bytes.span, path: path, firstLine: 1)
  }

  /// - Parameter firstLine: the number, in the file, of the line that `bytes` starts with.
  static func parse(
    _ bytes: Span<UInt8>, path: String, firstLine: Int
  ) -> (node: FrontMatterNode?, diagnostics: [Diagnostic]) {
    bytes.withUnsafeBufferPointer { bytes in
      do throws(YAMLProblem) {
        let node = try YAMLReader.read(bytes, firstLine: firstLine)
        // Words without a field: something keeps its key from being one.
        if case .scalar(let scalar) = node, scalar.isPlain {
          return YAMLRescue(bytes, firstLine: firstLine, path: path).rescue(from: .noFields(scalar.range))
        }
        return (node, [])
      } catch {
        return YAMLRescue(bytes, firstLine: firstLine, path: path).rescue(from: error)
      }
    }
  }

  /// Where a file's front matter and its body are; nil with a diagnostic where the fence is missing or unclosed.
  static func split(_ text: DocumentText) -> (lines: Range<Int>?, bodyLine: Int, diagnostics: [Diagnostic]) {
    let example = Phrase(
      "начните файл строкой «---», затем поля «ключ: значение», затем снова «---»",
      en: "begin the file with “---”, then “key: value” lines, then “---” again")
    let opening = FenceLine(1, of: text)
    guard opening != .none else {
      let range = text.range(text.lineRange(1))
      return (
        nil, 1,
        [
          Diagnostic(
            .frontMatterMissing, Phrase("нет полей в начале файла", en: "no front matter"),
            at: SourceLocation(file: text.path, range: range), advice: example)
        ]
      )
    }
    var diagnostics = opening == .alike ? [alike(1, of: text, .frontMatterMissing)] : []
    for number in 2..<max(3, text.lineCount + 1) {
      switch FenceLine(number, of: text) {
      case .none: continue
      case .alike: diagnostics.append(alike(number, of: text, .frontMatterUnclosed))
      case .fence: break
      }
      return (2..<number, number + 1, diagnostics)
    }
    // A line of dashes alone need not have been meant as the start of fields.
    if opening == .alike { return (nil, 1, diagnostics) }
    return (
      nil, text.lineCount + 1,
      [
        Diagnostic(
          .frontMatterUnclosed,
          Phrase("поля в начале файла не закрыты строкой «---»", en: "the front matter is not closed with “---”"),
          at: SourceLocation(
            file: text.path,
            range: SourceRange(start: .init(line: 1, column: 1), end: .init(line: 1, column: 4))),
          advice: Phrase("поставьте строку «---» после последнего поля", en: "put “---” behind the last field"))
      ]
    )
  }

  /// What a line is that fields begin or end with, or seem to.
  private enum FenceLine {
    case fence
    /// Dashes, and no three hyphens.
    case alike
    case none

    init(_ number: Int, of text: DocumentText) {
      let line = text.line(number)
      let (hyphen, first) = (UInt8(ascii: "-"), line.first ?? 0)
      guard first == hyphen || first == 0xE2 || first == 0xEF else {
        self = .none
        return
      }
      let blanks = line.reversed().prefix { $0 == UInt8(ascii: " ") || $0 == UInt8(ascii: "\t") }.count
      let sign = line.dropLast(blanks)
      if sign.count == 3, sign.allSatisfy({ $0 == hyphen }) {
        self = .fence
        return
      }
      let scalars = String(decoding: sign.prefix(400), as: UTF8.self).unicodeScalars.filter {
        !InvisibleCharacter.isZeroWidth($0) && !InvisibleCharacter.isBlank($0)
      }
      let isDashes =
        !scalars.isEmpty
        && scalars.allSatisfy { $0 == "-" || (0x2010...0x2015).contains($0.value) || $0.value == 0x2212 }
      self = isDashes && sign.count >= 2 && sign.count <= 400 ? .alike : .none
    }
  }

  private static func alike(_ number: Int, of text: DocumentText, _ code: DiagnosticCode) -> Diagnostic {
    let line = text.lineRange(number)
    let written = String(decoding: text.bytes[line].prefix(60), as: UTF8.self)
    let range = text.range(line)
    return Diagnostic(
      code,
      Phrase(
        "строка «\(written)» – не три дефиса: поля ею не \(number == 1 ? "открываются" : "закрываются")",
        en: "the line “\(written)” is not three hyphens: it does not \(number == 1 ? "open" : "close") the fields"),
      at: SourceLocation(file: text.path, range: range),
      advice: Phrase("напишите три дефиса: «---»", en: "write three hyphens: “---”"),
      fixes: [Replacement(range, with: "---")])
  }
}
