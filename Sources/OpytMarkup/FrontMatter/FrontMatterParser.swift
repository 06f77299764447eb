import OpytDiagnostics

/// Reads the values that documents begin with, written as YAML.
public enum FrontMatterParser {
  /// Reads one YAML value.
  /// - Parameter firstLine: the number, in the file, of the line that `bytes` starts with.
  public static func parse(
    _ bytes: some Collection<UInt8>, path: String, firstLine: Int = 1
  ) -> (node: FrontMatterNode?, diagnostics: [Diagnostic]) {
    var reader = YAMLReader(bytes, firstLine: firstLine)
    do {
      return (try reader.read(), [])
    } catch {
      let location = SourceLocation(file: path, range: error.range)
      return (nil, [Diagnostic(error.code, error.message, at: location, advice: error.advice)])
    }
  }

  /// Where a file's front matter and its body are; nil with a diagnostic where the fence is missing or unclosed.
  static func split(_ text: SourceText) -> (lines: Range<Int>?, bodyLine: Int, diagnostics: [Diagnostic]) {
    let example = Phrase(
      "начните файл строкой «---», затем поля «ключ: значение», затем снова «---»",
      en: "begin the file with “---”, then “key: value” lines, then “---” again")
    guard isFence(text.line(1)) else {
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
    for number in 2..<max(3, text.lineCount + 1) where isFence(text.line(number)) {
      return (2..<number, number + 1, [])
    }
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

  private static func isFence(_ line: ArraySlice<UInt8>) -> Bool {
    line.starts(with: [0x2D, 0x2D, 0x2D])
      && line.dropFirst(3).allSatisfy { $0 == UInt8(ascii: " ") || $0 == UInt8(ascii: "\t") }
  }
}
