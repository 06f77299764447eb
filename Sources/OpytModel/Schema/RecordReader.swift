public import OpytDiagnostics
public import OpytMarkup

/// Reads records that are not documents, such as a site's configuration, by the same declarations.
public enum RecordReader {
  /// - Parameter isJSON: whether texts must be quoted, and numbers and truths must not.
  public static func read<R: Record>(
    _ type: R.Type, from node: FrontMatterNode, path: String, isJSON: Bool
  ) -> (record: R, diagnostics: [Diagnostic]) {
    var context = DecodingContext(path: path, vocabularies: Vocabularies(), isJSON: isJSON)
    var record = R()
    guard case .mapping(let entries, let range) = node else {
      if isJSON {
        context.reportNoObject(R.schema.descriptions.filter(\.isRequired), at: node.range)
        return (record, context.diagnostics)
      }
      context.report(
        .valueInvalid, Phrase("здесь нужны поля «ключ: значение»", en: "fields “key: value” are expected"),
        at: node.range)
      return (record, context.diagnostics)
    }
    let place = SourceRange(start: range.start, end: range.start)
    R.schema.decode(entries, into: &record, at: place, &context)
    return (record, context.diagnostics)
  }
}
