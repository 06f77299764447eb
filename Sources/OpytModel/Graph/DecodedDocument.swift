import OpytDiagnostics
import OpytMarkup

/// A document with its typed fields, whose references are still what the author wrote.
public struct DecodedDocument: Sendable {
  public let kind: Kind
  /// The file's name without `.md`, or the folder's for `name/index.md`; NFC.
  public let id: String
  /// From the site's folder.
  public let path: String
  public let entity: any Entity
  public let references: [UnresolvedReference]
  public let files: [FileUse]
  public let outline: [MarkdownBody.Heading]
  public let links: [MarkdownBody.Link]
  public let wordCount: Int
  /// The first words of the text, for lists and feeds.
  public let excerpt: String

  /// The folder that the document's attachments and photos stand in.
  public var folder: String { path.folderPath }
}

/// The second step of the way: a document's front matter → a typed entity.
public struct DocumentDecoder: Sendable {
  private let vocabularies: Vocabularies

  public init(vocabularies: Vocabularies = Vocabularies()) {
    self.vocabularies = vocabularies
  }

  /// Decodes one document. With errors among the diagnostics the entity has gaps, but its references are good for
  /// further checks.
  public func decode(
    _ parsed: ParsedDocument, as type: any Entity.Type, id: String
  ) -> (document: DecodedDocument, diagnostics: [Diagnostic]) {
    func decode<E: Entity>(_: E.Type) -> (document: DecodedDocument, diagnostics: [Diagnostic]) {
      var context = DecodingContext(path: parsed.path, vocabularies: vocabularies)
      var entity = E()
      if case .mapping(let entries, let range) = parsed.frontMatter {
        let place = SourceRange(start: range.start, end: range.start)
        E.schema.decode(entries, into: &entity, at: place, &context)
      }
      let document = DecodedDocument(
        kind: E.kind, id: id, path: parsed.path, entity: entity, references: context.references, files: context.files,
        outline: parsed.body.outline, links: parsed.body.links, wordCount: parsed.body.wordCount,
        excerpt: Self.excerpt(parsed.body.plainText))
      return (document, context.diagnostics + TextInvariants.check(parsed, entity: entity))
    }
    return decode(type)
  }

  private static func excerpt(_ text: [UInt8], maximum: Int = 300) -> String {
    guard text.count > maximum else { return String(decoding: text, as: UTF8.self).trimmed }
    let head = text[..<maximum]
    let end = head.lastIndex(of: UInt8(ascii: " ")) ?? head.endIndex
    return String(decoding: head[..<end], as: UTF8.self) + "…"
  }
}
