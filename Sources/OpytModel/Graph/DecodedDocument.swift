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
  /// Members-only documents are never part of the public site (`domain.md` §2).
  public let isMembersOnly: Bool
  /// A draft is checked, and published only where that is asked for.
  public let isDraft: Bool

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
      let material = (entity as? any Material)?.material
      let document = DecodedDocument(
        kind: E.kind, id: id, path: parsed.path, entity: entity, references: context.references, files: context.files,
        outline: parsed.body.outline, links: parsed.body.links, wordCount: parsed.body.wordCount,
        excerpt: Self.excerpt(parsed.body.plainText), isMembersOnly: material?.visibility?.value == .members,
        isDraft: material?.effectiveStatus == .draft)
      // Only materials have a list of sources.
      let wantsSources = material.map(\.sources.isEmpty) ?? false
      return (document, context.diagnostics + TextInvariants.check(parsed, wantsSources: wantsSources))
    }
    return decode(type)
  }

  /// The first words in one line, cut between words.
  /// - Parameter maximum: in Unicode scalars, which Russian text has as many of as letters.
  static func excerpt(_ text: [UInt8], maximum: Int = 160) -> String {
    var output: [UInt8] = []
    var length = 0
    var wordsEnd = 0
    var pendingSpace = false
    for byte in text {
      if byte <= 0x20 {
        pendingSpace = !output.isEmpty
        continue
      }
      if pendingSpace {
        pendingSpace = false
        wordsEnd = output.count
        output.append(UInt8(ascii: " "))
        length += 1
      }
      if !byte.isUTF8Continuation {
        // Here a letter begins, so the output so far ends with a whole one.
        if length >= maximum { return cut(output, at: wordsEnd) }
        length += 1
      }
      output.append(byte)
    }
    return String(decoding: output, as: UTF8.self)
  }

  private static func cut(_ text: [UInt8], at wordsEnd: Int) -> String {
    let words = text[..<(wordsEnd > 0 ? wordsEnd : text.count)]
    let trailing = words.reversed().prefix { ",.;: ".utf8.contains($0) }.count
    return String(decoding: words.dropLast(trailing), as: UTF8.self) + "…"
  }
}
