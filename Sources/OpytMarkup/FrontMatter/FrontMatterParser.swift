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
        return (try YAMLReader.read(bytes, firstLine: firstLine), [])
      } catch {
        let location = SourceLocation(file: path, range: error.range)
        let fixes = error.mend == nil ? [] : YAMLMending(bytes, firstLine: firstLine).fixes(for: error)
        return (nil, [Diagnostic(error.code, error.message, at: location, advice: error.advice, fixes: fixes)])
      }
    }
  }

  /// Where a file's front matter and its body are; nil with a diagnostic where the fence is missing or unclosed.
  static func split(_ text: DocumentText) -> (lines: Range<Int>?, bodyLine: Int, diagnostics: [Diagnostic]) {
    let example = Phrase(
      "начните файл строкой «---», затем поля «ключ: значение», затем снова «---»",
      en: "begin the file with “---”, then “key: value” lines, then “---” again")
    guard isFence(1, of: text) else {
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
    for number in 2..<max(3, text.lineCount + 1) where isFence(number, of: text) {
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

  private static func isFence(_ number: Int, of text: DocumentText) -> Bool {
    let line = text.lineRange(number)
    let (dash, bytes) = (UInt8(ascii: "-"), text.bytes)
    guard line.count >= 3, bytes[line.lowerBound] == dash, bytes[line.lowerBound + 1] == dash,
      bytes[line.lowerBound + 2] == dash
    else { return false }
    return bytes[line.dropFirst(3)].allSatisfy { $0 == UInt8(ascii: " ") || $0 == UInt8(ascii: "\t") }
  }
}
