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
  /// Of the fields, in their order: to reach into a whole field costs more than to call one of these.
  public let contents: [@Sendable (Root) -> FieldContent]
  public let types: [FieldType]
  private let decoders: [@Sendable (FrontMatterNode, inout Root, inout DecodingContext) -> Bool]
  /// What is said of keys that are no field's name.
  let hints: [KeyHint]
  let indexByKey: [String: Int]
  /// A bit for each field: no record has more than 64.
  private let required: UInt64
  /// The required fields that another one may stand for, each a bit, with the bit of the other.
  private let substitutes: [(field: UInt64, other: UInt64)]

  public init(_ fields: [Field<Root>]) { self.init(fields, hints: []) }

  init(_ fields: [Field<Root>], hints: [KeyHint]) {
    precondition(fields.count <= UInt64.bitWidth)
    self.fields = fields
    contents = fields.map(\.content)
    types = fields.map(\.description.type)
    decoders = fields.map(\.decode)
    self.hints = hints
    var indexByKey: [String: Int] = [:]
    var required: UInt64 = 0
    for (index, field) in fields.enumerated() {
      indexByKey[FieldKey.normalized(field.description.name)] = index
      indexByKey[FieldKey.normalized(field.description.russianName)] = index
      if field.description.isRequired { required |= 1 << UInt64(index) }
    }
    substitutes = fields.indices.compactMap { index in
      let other = fields[index].description.substitute.flatMap { indexByKey[FieldKey.normalized($0)] }
      return other.map { (1 << UInt64(index), 1 << UInt64($0)) }
    }
    self.indexByKey = indexByKey
    self.required = required
  }

  public var descriptions: [FieldDescription] { fields.map(\.description) }

  /// The field that a key names.
  func index(of key: String) -> Int? {
    // Nearly all keys are written as they are compared.
    indexByKey[key] ?? indexByKey[FieldKey.normalized(key)]
  }

  /// Fills `root` from a mapping, and tells every key that is unknown, given twice or missing.
  /// - Parameter place: where a missing field is told.
  func decode(
    _ entries: [FrontMatterNode.Entry], into root: inout Root, at place: SourceRange, _ context: inout DecodingContext
  ) {
    let outer = (field: context.field, place: context.listPlace)
    context.depth += 1
    defer {
      (context.field, context.listPlace) = outer
      context.depth -= 1
    }
    var seen: UInt64 = 0
    // What is there, and what was given and is wrong: that has its own message.
    var settled: UInt64 = 0
    var unknown = UnknownKeys()
    // Where each field was given first.
    var firstPositions = [Int](repeating: 0, count: fields.count)
    for position in entries.indices {
      guard let index = index(of: entries[position].key) else {
        // `45,5` in brackets is read as two.
        if position > 0, context.isRestOfNumber(entries[position], behind: entries[position - 1]) { continue }
        // One of very many.
        if context.onlyCounts(.keyUnknown) { continue }
        if context.careful != nil {
          let places = unknown.places ?? misplacedKeys(in: entries)
          unknown.places = places
          if let outer = places[position] {
            if !unknown.arePlacesTold { reportMisplaced(places, entries, &context) }
            unknown.arePlacesTold = true
            settled |= 1 << UInt64(outer)
            context.noteWrong(fields[outer].description)
            continue
          }
          if let hinted = reportHint(entries[position], among: entries, &context) {
            for index in hinted {
              settled |= 1 << UInt64(index)
              context.noteWrong(fields[index].description)
            }
            continue
          }
        }
        if let meant = reportUnknown(entries[position], among: entries, &unknown, &context) {
          // It is there, under a wrong name: that it is missing is not told besides.
          settled |= 1 << UInt64(meant)
          readTentatively(entries[position].value, meant, into: &root, &context)
          context.noteWrong(fields[meant].description)
        }
        continue
      }
      let bit: UInt64 = 1 << UInt64(index)
      if seen & bit != 0 {
        reportDuplicate(entries[position], first: entries[firstPositions[index]], fields[index].description, &context)
        continue
      }
      seen |= bit
      firstPositions[index] = position
      if case .scalar(let scalar) = entries[position].value, scalar.isEmpty {
        if context.reportSwallowed(scalar, fields[index].description) { settled |= bit }
        continue
      }
      let before = context.diagnosticCount
      context.listPlace = .single
      if context.careful != nil { context.field = fields[index].description }
      var value = entries[position].value
      if position + 1 < entries.count, self.index(of: entries[position + 1].key) == nil,
        let whole = context.wholeNumber(value, entries[position + 1])
      {
        value = whole
      }
      let isThere = decoders[index](value, &root, &context)
      if context.diagnosticCount > before { context.noteWrong(fields[index].description) }
      // «с 9.00 до 10.30» told of both.
      if context.toldOfEnd, let end = self.index(of: "end") { settled |= 1 << UInt64(end) }
      context.toldOfEnd = false
      if isThere || context.diagnosticCount > before { settled |= bit }
    }
    var missing = required & ~settled
    for (field, other) in substitutes where settled & other != 0 && seen & field == 0 { missing &= ~field }
    guard missing != 0 else { return }
    var absent: [FieldDescription] = []
    var empty: [(field: FieldDescription, key: FrontMatterNode.Entry)] = []
    for (index, field) in fields.enumerated() where missing & (1 << UInt64(index)) != 0 {
      if seen & (1 << UInt64(index)) != 0 {
        empty.append((field.description, entries[firstPositions[index]]))
      } else {
        absent.append(field.description)
      }
    }
    for field in absent + empty.map(\.field) { context.noteWrong(field) }
    context.reportMissing(absent, empty: empty, in: entries, at: place)
  }

  /// Reads the value of a misspelt key as that of the field it means, so that nothing else is told of what is missing
  /// then. What can't be read so is left alone.
  private func readTentatively(
    _ value: FrontMatterNode, _ index: Int, into root: inout Root, _ context: inout DecodingContext
  ) {
    var (tried, trial) = (root, context)
    trial.listPlace = .single
    if trial.careful != nil { trial.field = fields[index].description }
    if decoders[index](value, &tried, &trial), trial.diagnosticCount == context.diagnosticCount {
      (root, context) = (tried, trial)
    }
  }

  /// Fills one field alone.
  func decode(
    _ node: FrontMatterNode, asField name: String, into root: inout Root, _ context: inout DecodingContext
  ) {
    if let index = index(of: name) { _ = decoders[index](node, &root, &context) }
  }

  /// What is found once for all unknown keys of a record.
  private struct UnknownKeys {
    /// See ``RecordSchema/misplacedKeys(in:)``.
    var places: [Int: Int]?
    var arePlacesTold = false
    /// The fields that are given under their own names.
    var given: Set<Int>?
    /// How many of the unknown keys mean each field.
    var counts: [Int: Int]?
  }

  static func unknown(_ key: String) -> Phrase { Phrase("неизвестное поле «\(key)»", en: "unknown key “\(key)”") }

  /// The first of the keys that no field has: of more than are told nobody asks what they mean.
  func unknownKeys(in entries: [FrontMatterNode.Entry]) -> [Int] {
    Array(entries.indices.lazy.filter { index(of: entries[$0].key) == nil }.prefix([Diagnostic].maximumAlike + 1))
  }

  /// How many of the unknown keys mean each field; of very many keys nothing is said.
  private func meanings(of entries: [FrontMatterNode.Entry]) -> [Int: Int] {
    let positions = unknownKeys(in: entries)
    guard positions.count <= [Diagnostic].maximumAlike else { return [:] }
    return positions.reduce(into: [:]) { counts, position in
      if let meant = meaning(of: entries[position].key, in: .russian)?.index { counts[meant, default: 0] += 1 }
    }
  }

  /// - Returns: the field that was meant.
  private func reportUnknown(
    _ entry: FrontMatterNode.Entry, among entries: [FrontMatterNode.Entry], _ unknown: inout UnknownKeys,
    _ context: inout DecodingContext
  ) -> Int? {
    let given = unknown.given ?? Set(entries.compactMap { index(of: $0.key) })
    unknown.given = given
    if context.isJSON { return reportUnknownJSON(entry, given: given, &context) }
    if let key = context.reportGluedKey(entry, knows: { index(of: $0) != nil }) { return index(of: key) }
    let message = Self.unknown(entry.key)
    guard let meant = meaning(of: entry.key, in: context.careful ?? .english) else {
      let advice = context.permitted(fields.indices.filter { !given.contains($0) }.map { fields[$0].description })
      context.report(.keyUnknown, message, at: entry.keyRange, advice: advice)
      return nil
    }
    // Two keys that mean one field are not mended into it twice.
    let counts = unknown.counts ?? meanings(of: entries)
    unknown.counts = counts
    let isOnly = !given.contains(meant.index) && counts[meant.index] == 1
    let field = fields[meant.index].description
    let advice = context.advice(on: field, for: entry, among: entries)
    context.report(
      .keyUnknown, message, at: entry.keyRange,
      suggestion: Suggestion(meant.name, title: meant.isSynonym ? field.meaning.dropLastStop : nil),
      advice: advice,
      fix: isOnly && meant.isCertain ? .value(entry.key, at: entry.keyRange, with: meant.name) : nil)
    return meant.index
  }

  private func reportUnknownJSON(
    _ entry: FrontMatterNode.Entry, given: Set<Int>, _ context: inout DecodingContext
  ) -> Int? {
    let meant = meaning(of: entry.key, in: .english)
    let name = meant.map { fields[$0.index].description.name }
    let isOnly = meant.map { !given.contains($0.index) } ?? false
    let fix = name.flatMap { name in
      meant?.isCertain == true && isOnly ? Replacement.value(entry.key, at: entry.keyRange, with: name) : nil
    }
    context.reportUnknownKey(
      entry.key, at: entry.keyRange, among: fields.map(\.description), nearest: name, fix: fix)
    return meant?.index
  }

  private static func mayBeMeant(_ name: String, by key: String) -> Bool {
    let (typed, known) = (key.split(separator: "_"), name.split(separator: "_"))
    guard typed.count > 1, known.count > 1, let first = typed.first, let other = known.first else { return true }
    return typed.last != known.last || Suggester.nearest(to: String(first), among: [String(other)]) != nil
  }

  /// The field that an unknown key was most likely meant as, and what to call it.
  private func meaning(
    of key: String, in language: KeyLanguage
  ) -> (index: Int, name: String, isSynonym: Bool, isCertain: Bool)? {
    // Far longer than any key there is: a sentence.
    guard key.utf8.count <= 120 else { return nil }
    let normalized = FieldKey.normalized(key)
    let isRussian = key.unicodeScalars.contains { $0.value >= 0x400 } || language == .russian
    func name(_ field: FieldDescription) -> String { isRussian ? field.russianName : field.name }
    // «Ф.И.О.», «**авторы**»
    let bare = String(normalized.filter { $0.isLetter || $0.isNumber || $0 == "_" })
    if let index = indexByKey[bare] { return (index, name(fields[index].description), false, true) }
    if let index = fields.firstIndex(where: {
      $0.description.synonyms.contains { FieldKey.normalized($0) == normalized }
    }) {
      return (index, name(fields[index].description), true, true)
    }
    if language == .russian || isRussian, let index = fieldBegun(by: normalized) {
      return (index, name(fields[index].description), true, false)
    }
    // Names of several words are alike by the first of them: a «форма проведения» is no «дата проведения».
    let names = fields.map { field in
      ([field.description.name, field.description.russianName] + field.description.synonyms).filter {
        Self.mayBeMeant($0, by: normalized)
      }
    }
    guard let nearest = Suggester.nearest(to: key, among: names.joined()),
      let meant = names.firstIndex(where: { $0.contains(nearest) })
    else { return nil }
    let isCertain = Suggester.isCertain(
      nearest, for: key, among: names.indices.lazy.filter { $0 != meant }.flatMap { names[$0] })
    let field = fields[meant].description
    let isSynonym = nearest != field.name && nearest != field.russianName
    return (meant, isSynonym ? name(field) : nearest, isSynonym, isCertain)
  }
}
