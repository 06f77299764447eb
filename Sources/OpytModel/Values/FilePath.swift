public import OpytDiagnostics

/// A file of an author beside their document: an attachment or a photo.
public struct FilePath: Hashable, Sendable {
  /// As it was written, relative to the document's folder.
  public let text: String
  /// Index into the document's ``DecodedDocument/files``.
  public let index: Int
  /// Where it was written.
  public let range: SourceRange
}
