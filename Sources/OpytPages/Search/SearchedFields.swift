import OpytLayout
import OpytSearch
import OpytText

/// Which words of a page's model are the document's own, and how much each weighs: found once for every type of page.
///
/// A document is found by what its page shows of it and by nothing else: the words come from the model that is printed,
/// as far as its layout asks. What tells of other documents (cards, neighbours) and what programs read is left out, and so
/// are the words of the theme.
struct SearchedFields: Sendable {
  private indirect enum Part: Sendable {
    case words(WordStrength)
    case number
    case markup
    case fields([(index: Int, part: Part)])
    case items(Part)
  }

  private let root: Part

  /// - Parameter type: of a page's model.
  init(_ type: RecordType) {
    root =
      Self.fields(type.fields.enumerated().filter { !Self.frame.contains($0.element.name) }, .field) ?? .fields([])
  }

  /// What stands around the page; its title is read by itself.
  private static let frame: Set<String> = ["site", "page"]
  /// Texts for programs, and such as repeat what stands elsewhere.
  private static let unread: Set<String> = [
    "key", "iso", "anchor", "accent", "ending", "citation", "ends", "size", "cover", "drawing", "focus",
  ]
  private static let summaries: Set<String> = ["summary", "keywords", "complaint"]
  /// What tells of other documents, or of the text once more.
  private static let others: [RecordType] = [
    CardModel.schema.type, EventCardModel.schema.type, GroupModel.schema.type, NeighboursModel.schema.type,
    PaginationModel.schema.type, TextModel.Entry.schema.type, CountModel.schema.type, FileModel.schema.type,
    PortfolioModel.schema.type, GlanceModel.schema.type, RelatedCard.schema.type,
    TriedModel.schema.type, CodeModel.schema.type,
  ]

  private static func fields(
    _ fields: [EnumeratedSequence<[RecordType.Field]>.Element], _ strength: WordStrength
  ) -> Part? {
    let parts = fields.compactMap { index, field in
      part(field.name, field.type, summaries.contains(field.name) ? .summary : strength).map { (index, $0) }
    }
    return parts.isEmpty ? nil : .fields(parts)
  }

  private static func part(_ name: String, _ type: LayoutType, _ strength: WordStrength) -> Part? {
    if unread.contains(name) { return nil }
    return switch type {
    case .text: .words(strength)
    case .html: .markup
    case .number: name == "number" ? .number : nil
    case .url, .flag: nil
    case .list(let item): part(name, item, strength).map(Part.items)
    case .record(let type):
      others.contains(type) ? nil : fields(Array(type.fields.enumerated()), strength)
    }
  }

  /// Reads a page's words.
  func read(_ model: LayoutValue, into reader: inout WordCollector.Reader) { Self.read(model, root, into: &reader) }

  private static func read(_ value: LayoutValue, _ part: Part, into reader: inout WordCollector.Reader) {
    switch (value, part) {
    case (.text(let text), .words(let strength)): reader.read(text, as: strength)
    case (.number(let number), .number): reader.read(String(number), as: .field)
    case (.html(let fragment), .markup): reader.read(markup: fragment.bytes)
    case (.list(let items), .items(let part)): for item in items { read(item, part, into: &reader) }
    case (.record(let values), .fields(let parts)):
      for (index, part) in parts { read(values[index], part, into: &reader) }
    default: break
    }
  }
}
