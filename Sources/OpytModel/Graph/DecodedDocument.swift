public import OpytDiagnostics
public import OpytMarkup
import OpytText

/// A document with its typed fields, whose references are still what the author wrote.
///
/// A class, though it never changes: it is handed from step to step, and kept from one build to the next where its file
/// did not change.
public final class DecodedDocument: Sendable {
  public let kind: Kind
  /// The file's name without `.md`, or the folder's for `name/index.md`; NFC.
  public let id: String
  /// From the site's folder.
  public let path: String
  /// The folder that the document's attachments and photos stand in.
  public let folder: String
  public let entity: any Entity
  /// What it is called; by its ``id`` where the title is missing, for the messages that go with that error.
  public let title: String
  /// What a material has as every material; nil for other kinds.
  public let material: MaterialFields?
  public let references: [UnresolvedReference]
  public let files: [FileUse]
  /// Own fields that were given and are wrong, by their English names: a rule that rests on one of these says nothing.
  public let wrongFields: Set<String>
  /// How the file calls its fields.
  public let keyLanguage: KeyLanguage
  /// What it should have and has not.
  let missing: [MissingFields]
  public let outline: [MarkdownBody.Heading]
  public let links: [MarkdownBody.Link]
  public let wordCount: Int
  /// The first words of the text, for lists and feeds.
  public let excerpt: String
  /// See ``Entity/isMembersOnly``.
  public let isMembersOnly: Bool
  /// See ``Entity/isDraft``.
  public let isDraft: Bool
  /// See ``Entity/publicationDay``.
  public let publicationDay: CalendarDate?

  init<E: Entity>(
    _ entity: E, id: String, _ parsed: ParsedDocument, _ context: consuming DecodingContext, _ language: KeyLanguage
  ) {
    kind = E.kind
    self.id = id
    path = parsed.path
    folder = parsed.path.folderPath
    self.entity = entity
    title = entity.title.value.isEmpty ? id : entity.title.value
    material = (entity as? any Material)?.material
    references = context.references
    files = context.files
    wrongFields = context.wrongFields
    keyLanguage = language
    missing = context.missing
    outline = parsed.body.outline
    links = parsed.body.links
    wordCount = parsed.body.wordCount
    excerpt = DocumentDecoder.excerpt(parsed.body.plainText)
    isMembersOnly = entity.isMembersOnly
    isDraft = entity.isDraft
    publicationDay = entity.publicationDay
  }

  /// The same document with other fields, of which it calls, names and refers to the same.
  init<E: Entity>(_ other: DecodedDocument, with entity: E) {
    kind = other.kind
    id = other.id
    path = other.path
    folder = other.folder
    self.entity = entity
    title = other.title
    material = (entity as? any Material)?.material
    references = other.references
    files = other.files
    wrongFields = other.wrongFields
    keyLanguage = other.keyLanguage
    missing = other.missing
    outline = other.outline
    links = other.links
    wordCount = other.wordCount
    excerpt = other.excerpt
    isMembersOnly = entity.isMembersOnly
    isDraft = entity.isDraft
    publicationDay = entity.publicationDay
  }
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
    decode(parsed, type, id)
  }

  private func decode<E: Entity>(
    _ parsed: ParsedDocument, _: E.Type, _ id: String
  ) -> (document: DecodedDocument, diagnostics: [Diagnostic]) {
    var context = DecodingContext(path: parsed.path, vocabularies: vocabularies)
    var entity = E()
    var language = KeyLanguage.russian
    if case .mapping(let entries, let range) = parsed.frontMatter {
      let place = SourceRange(start: range.start, end: range.start)
      E.schema.decode(entries, into: &entity, at: place, &context)
      language = KeyLanguage(of: entries)
      if !context.diagnostics.isEmpty {
        // Few files have mistakes: those are read once more, in a way that knows what to say of them.
        context = DecodingContext(
          path: parsed.path, vocabularies: vocabularies, careful: language, years: YearHint(entries))
        entity = E()
        E.schema.decode(entries, into: &entity, at: place, &context)
      }
    }
    let diagnostics = context.diagnostics
    let document = DecodedDocument(entity, id: id, parsed, context, language)
    // Only materials have a list of sources.
    let wantsSources = (document.material?.sources.isEmpty ?? false) && !document.wrongFields.contains("sources")
    let kindergarten = entity as? Kindergarten
    let contacts = (entity as? Partner)?.contacts ?? []
    let emails =
      [kindergarten?.email, (entity as? Person)?.email].compactMap { $0?.range } + contacts.map(\.range)
    // A field that there is none of: «телефон» has its own message.
    var told = Set(
      diagnostics.lazy.filter { $0.code == .keyUnknown }.compactMap { $0.location.range.map { Int($0.start.line) } })
    // A kindergarten's telephone is there to be published, and so is how to reach a partner.
    if let phone = kindergarten?.phone { told.insert(Int(phone.range.start.line)) }
    told.formUnion(contacts.map { Int($0.range.start.line) })
    return (
      document,
      diagnostics + TextInvariants.check(parsed, wantsSources: wantsSources, emails: emails, told: told)
    )
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
