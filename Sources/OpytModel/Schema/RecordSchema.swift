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
  /// A bit for each field: no record has more than 64.
  private let required: UInt64

  public init(_ fields: [Field<Root>]) {
    precondition(fields.count <= UInt64.bitWidth)
    self.fields = fields
    var indexByKey: [String: Int] = [:]
    var required: UInt64 = 0
    for (index, field) in fields.enumerated() {
      indexByKey[FieldKey.normalized(field.description.name)] = index
      indexByKey[FieldKey.normalized(field.description.russianName)] = index
      if field.description.isRequired { required |= 1 << UInt64(index) }
    }
    self.indexByKey = indexByKey
    self.required = required
  }

  public var descriptions: [FieldDescription] { fields.map(\.description) }

  /// The field that a key names.
  private func index(of key: String) -> Int? {
    // Nearly all keys are written as they are compared.
    indexByKey[key] ?? indexByKey[FieldKey.normalized(key)]
  }

  /// Fills `root` from a mapping, and tells every key that is unknown, given twice or missing.
  /// - Parameter place: where a missing field is told.
  func decode(
    _ entries: [FrontMatterNode.Entry], into root: inout Root, at place: SourceRange, _ context: inout DecodingContext
  ) {
    var seen: UInt64 = 0
    // What is there, and what was given and is wrong: that has its own message.
    var settled: UInt64 = 0
    for position in entries.indices {
      guard let index = index(of: entries[position].key) else {
        reportUnknown(entries[position], among: entries, &context)
        continue
      }
      let bit: UInt64 = 1 << UInt64(index)
      if seen & bit != 0 {
        let first = entries.first { self.index(of: $0.key) == index }
        reportDuplicate(entries[position], first: first ?? entries[position], fields[index].description, &context)
        continue
      }
      seen |= bit
      if case .scalar(let scalar) = entries[position].value, scalar.isEmpty { continue }
      let before = context.diagnosticCount
      let isThere = fields[index].decode(entries[position].value, &root, &context)
      if isThere || context.diagnosticCount > before { settled |= bit }
    }
    var missing = required & ~settled
    while missing != 0 {
      let index = missing.trailingZeroBitCount
      missing &= missing - 1
      let first = seen & (1 << UInt64(index)) == 0 ? nil : entries.first { self.index(of: $0.key) == index }
      reportMissing(fields[index].description, at: first?.keyRange ?? place, &context)
    }
  }

  /// Fills one field alone.
  func decode(
    _ node: FrontMatterNode, asField name: String, into root: inout Root, _ context: inout DecodingContext
  ) {
    if let index = index(of: name) { _ = fields[index].decode(node, &root, &context) }
  }

  private func reportUnknown(
    _ entry: FrontMatterNode.Entry, among entries: [FrontMatterNode.Entry], _ context: inout DecodingContext
  ) {
    let names = fields.map { [$0.description.name, $0.description.russianName] }
    let nearest = Suggester.nearest(to: entry.key, among: names.joined())
    let fix: Replacement? = nearest.flatMap { nearest in
      guard let meant = index(of: nearest), !entries.contains(where: { index(of: $0.key) == meant }),
        Suggester.isCertain(
          nearest, for: entry.key, among: names.indices.lazy.filter { $0 != meant }.flatMap { names[$0] })
      else { return nil }
      return .value(entry.key, at: entry.keyRange, with: nearest)
    }
    if context.isJSON {
      let descriptions = fields.map(\.description)
      return context.reportUnknownKey(entry.key, at: entry.keyRange, among: descriptions, nearest: nearest, fix: fix)
    }
    context.report(
      .keyUnknown, Phrase("неизвестное поле «\(entry.key)»", en: "unknown key “\(entry.key)”"), at: entry.keyRange,
      suggestion: nearest.map { Suggestion($0) }, fix: fix)
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
    if context.isJSON { return context.reportMissingKey(field, at: place) }
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
