import OpytDiagnostics
import OpytMarkup

/// A struct that is read from a mapping of named fields.
public protocol Record: Sendable {
  /// Everything absent.
  init()
  static var schema: RecordSchema<Self> { get }
}

/// The fields of a record, each declared once.
public struct RecordSchema<Root>: Sendable {
  public let fields: [Field<Root>]
  private let indexByKey: [String: Int]

  public init(_ fields: [Field<Root>]) {
    self.fields = fields
    var indexByKey: [String: Int] = [:]
    for (index, field) in fields.enumerated() {
      indexByKey[FieldKey.normalized(field.description.name)] = index
      indexByKey[FieldKey.normalized(field.description.russianName)] = index
    }
    self.indexByKey = indexByKey
  }

  public var descriptions: [FieldDescription] { fields.map(\.description) }

  /// The fields of a record stored inside another one.
  func stored<Outer>(
    at property: any WritableKeyPath<Outer, Root> & Sendable, requiring required: Set<String> = []
  ) -> [Field<Outer>] {
    fields.map { field in
      let field = required.contains(field.description.name) ? field.required() : field
      return field.stored(at: property)
    }
  }

  /// Fills `root` from a mapping, and tells every key that is unknown, given twice or missing.
  /// - Parameter place: where a missing field is told.
  func decode(
    _ entries: [FrontMatterNode.Entry], into root: inout Root, at place: SourceRange, _ context: inout DecodingContext
  ) {
    var seen: [Int: FrontMatterNode.Entry] = [:]
    // A value that was given and is wrong has its own message.
    var told: Set<Int> = []
    for entry in entries {
      guard let index = indexByKey[FieldKey.normalized(entry.key)] else {
        reportUnknown(entry, &context)
        continue
      }
      if let first = seen[index] {
        reportDuplicate(entry, first: first, fields[index].description, &context)
        continue
      }
      seen[index] = entry
      if case .scalar(let scalar) = entry.value, scalar.isEmpty { continue }
      let before = context.diagnosticCount
      fields[index].decode(entry.value, &root, &context)
      if context.diagnosticCount > before { told.insert(index) }
    }
    for (index, field) in fields.enumerated()
    where field.description.isRequired && field.isAbsent(root) && !told.contains(index) {
      reportMissing(field.description, at: seen[index]?.keyRange ?? place, &context)
    }
  }

  /// Fills one field alone.
  func decode(
    _ node: FrontMatterNode, asField name: String, into root: inout Root, _ context: inout DecodingContext
  ) {
    guard let index = indexByKey[FieldKey.normalized(name)] else { return }
    fields[index].decode(node, &root, &context)
  }

  private func reportUnknown(_ entry: FrontMatterNode.Entry, _ context: inout DecodingContext) {
    let names = fields.flatMap { [$0.description.name, $0.description.russianName] }
    let nearest = Suggester.nearest(to: entry.key, among: names)
    context.report(
      .keyUnknown, Phrase("неизвестное поле «\(entry.key)»", en: "unknown key “\(entry.key)”"), at: entry.keyRange,
      suggestion: nearest.map { Suggestion($0) })
  }

  private func reportDuplicate(
    _ entry: FrontMatterNode.Entry, first: FrontMatterNode.Entry, _ field: FieldDescription,
    _ context: inout DecodingContext
  ) {
    let isSameName = FieldKey.normalized(entry.key) == FieldKey.normalized(first.key)
    let message =
      isSameName
      ? Phrase("поле «\(entry.key)» записано дважды", en: "the key “\(entry.key)” is given twice")
      : Phrase(
        "поля «\(first.key)» и «\(entry.key)» – одно и то же: оставьте одно",
        en: "“\(first.key)” and “\(entry.key)” are the same field: keep one")
    let note = Diagnostic.Note(
      Phrase("первый раз – здесь", en: "first given here"), at: context.location(first.keyRange))
    context.report(.keyDuplicate, message, at: entry.keyRange, notes: [note])
  }

  private func reportMissing(_ field: FieldDescription, at place: SourceRange, _ context: inout DecodingContext) {
    // Examples are as authors write, in Russian.
    let isASCII = field.example.utf8.allSatisfy { $0 < 0x80 }
    context.report(
      .valueMissing,
      Phrase(
        "не заполнено обязательное поле «\(field.name)» («\(field.russianName)»)",
        en: "the required field “\(field.name)” is missing"),
      at: place,
      advice: field.example.isEmpty
        ? nil
        : Phrase(
          "например: \(field.name): \(field.example)",
          en: "for example: \(field.name): \(isASCII ? field.example : "…")"))
  }
}
