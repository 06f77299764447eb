package import OpytDiagnostics

/// What is told of files that are not UTF-8.
package enum TextEncoding {
  /// A byte order mark of UTF-16, or every other byte of the first character missing.
  package static func looksLikeUTF16(_ bytes: [UInt8]) -> Bool {
    guard bytes.count >= 2 else { return false }
    let start = (bytes[0], bytes[1])
    return start == (0xFF, 0xFE) || start == (0xFE, 0xFF) || (start.0 == 0) != (start.1 == 0)
  }

  /// - Parameter encoding: what the bytes seem to be, or the byte that can't be UTF-8.
  package static func fault(_ encoding: String, at location: SourceLocation) -> Diagnostic {
    Diagnostic(
      .encodingInvalid,
      Phrase("файл сохранён не в кодировке UTF-8 (\(encoding))", en: "the file is not UTF-8 (\(encoding))"),
      at: location, advice: Phrase("сохраните файл в кодировке UTF-8", en: "save the file as UTF-8"))
  }
}
