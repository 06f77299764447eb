public import OpytDiagnostics

/// The typed content of a document's front matter, and all that is particular to its kind.
///
/// A new kind declares one of these in a file of its own, with its case in ``Kind``: what is required here can't be
/// forgotten.
public protocol Entity: Record, ReferenceTarget {
  static var kind: Kind { get }
  static var description: KindDescription { get }
  var title: Text { get }
  var slug: Slug? { get }
  /// The addresses that its page had before.
  var aliases: [Alias] { get }
  /// What it was called before: references by these names find it too.
  var formerTitles: [String] { get }
  /// Where it stands in the list of its kind: the smallest number first, equal ones by title.
  var listOrder: Int { get }
  /// Members-only documents are part of the members' edition alone; see ``Edition``. A kind that can be closed is
  /// ``Closable``.
  var isMembersOnly: Bool { get }
  /// A draft is checked, and published only where that is asked for.
  var isDraft: Bool { get }
  /// The day it is published on; nil where it has none. Before that day it waits, checked like any other.
  var publicationDay: CalendarDate? { get }
  /// Whether nothing else keeps it from having a page on a day, such as a consent that was not given or does not hold.
  func mayBePublished(on day: CalendarDate) -> Bool
  /// What breaks the rules of its kind, in a document of its own.
  func violations(at id: DocumentID, of rules: GraphInvariants) -> [Diagnostic]
}

extension Entity {
  public static var targetKinds: KindSet { KindSet(kind) }
  public var slug: Slug? { nil }
  public var aliases: [Alias] { [] }
  public var formerTitles: [String] { [] }
  public var isMembersOnly: Bool { false }
  public var isDraft: Bool { false }
  public var publicationDay: CalendarDate? { nil }
  public func mayBePublished(on _: CalendarDate) -> Bool { true }
  /// All fields as data, in the order of the schema.
  public var contents: [FieldContent] { Self.schema.fields.map { $0.content(self) } }
  /// One of them.
  func content(at index: Int) -> FieldContent { Self.schema.contents[index](self) }
}

/// What others may use in their own work: a project, master class, case, seminar programme, lesson plan or guideline.
public protocol Material: Entity {
  var material: MaterialFields { get set }
}

extension Material {
  public var title: Text { material.title }
  public var slug: Slug? { material.slug }
  public var aliases: [Alias] { material.aliases }
  /// The newest first.
  public var listOrder: Int { -material.published.value.dayNumber }
  public var isMembersOnly: Bool { material.visibility?.value == .members }
  public var isDraft: Bool { material.effectiveStatus == .draft }
  public var publicationDay: CalendarDate? { material.published.isAbsent ? nil : material.published.value }
}

extension RecordSchema where Root: Material {
  /// The fields that every material has, then those of its kind.
  /// - Parameter required: which of the common fields this kind must not leave out.
  /// - Parameter hints: those of this kind, before the common ones.
  static func material(
    requiring required: Set<String> = [], _ own: [Field<Root>], hints: [KeyHint] = []
  ) -> RecordSchema {
    let ownNames = Set(own.map { FieldKey.normalized($0.description.russianName) })
    let common = MaterialFields.Values.schema.fields.map { field in
      field.with(
        isRequired: required.contains(field.description.name) || field.description.isRequired,
        synonyms: field.description.synonyms.filter { !ownNames.contains(FieldKey.normalized($0)) }
      ).ofMaterial(Root.self)
    }
    return RecordSchema(common + own, hints: hints + MaterialFields.Values.schema.hints)
  }
}

extension Field where Root: Material {
  /// How many adults one needs to do the same: the first thing that a group with one teacher asks.
  static func adults(_ property: any WritableKeyPath<Root, Located<Int>?> & Sendable) -> Field {
    Field(
      "adults", "взрослых", property, limit: .within(1...99), "Сколько взрослых нужно, вместе с ведущим.",
      example: "2", synonyms: ["сколько_взрослых", "взрослые", "количество_взрослых", "число_взрослых"])
  }
}

extension Field where Root == MaterialFields.Values {
  fileprivate func ofMaterial<Outer: Material>(_: Outer.Type) -> Field<Outer> {
    let (decode, content) = (decode, contentOfOnly)
    return Field<Outer>(
      description: description,
      decode: { node, outer, context in decode(node, &outer.material.values, &context) },
      content: { content($0.material.box) },
      contentOfOnly: { content($0[0].material.box) })
  }
}
