import Testing

@testable import OpytModel

/// The schema against the table of fields.
@Suite("Fields of every kind")
struct SchemaTests {
  @Test("are those of the table, in its order, under its names, of its types", arguments: Kind.allCases)
  func table(_ kind: Kind) throws {
    var expected = DomainTable.fields(of: kind)
    let required =
      [Kind.project: ["goal/", "tasks/"], .lessonPlan: ["goal/", "tasks/", "ages/", "areas/"]][kind] ?? []
    expected = expected.map { line in
      required.contains { line.hasPrefix($0) } ? line.replacing(" ", with: "* ", maxReplacements: 1) : line
    }
    let type = kind.entityType
    let actual = type.descriptions.map(\.line)
    #expect(Set(actual).symmetricDifference(expected) == [])
    #expect(actual == expected)
  }

  @Test("mean something, and a required one has an example", arguments: Kind.allCases)
  func meanings(_ kind: Kind) throws {
    let type = kind.entityType
    for field in type.descriptions.flatMap(\.withNested) {
      #expect(field.meaning.hasSuffix(".") || field.meaning.hasSuffix(".»"), "\(field.name)")
      #expect(!field.isRequired || !field.example.isEmpty, "\(field.name)")
    }
  }

  @Test("have examples that can be read", arguments: Kind.allCases)
  func examples(_ kind: Kind) throws {
    let type = kind.entityType
    for field in type.descriptions where !field.example.isEmpty {
      let (value, problems) = try content(of: field.name, "\(field.name): \(field.example)", as: kind)
      // An example of a record may leave out what it does not show.
      #expect(problems.filter { !$0.contains("value-missing") } == [], "\(field.name): \(field.example)")
      #expect(!value.isAbsent, "\(field.name)")
    }
  }

  @Test("no two of a record have one name", arguments: Kind.allCases)
  func names(_ kind: Kind) throws {
    let type = kind.entityType
    for record in [type.descriptions] + type.descriptions.compactMap(\.nested) {
      let names = record.flatMap { [$0.name, $0.russianName] }.map(FieldKey.normalized)
      #expect(names.count == Set(names).count, "\(names)")
    }
  }

  struct FieldOfKind: Sendable, CustomTestStringConvertible {
    let kind: Kind
    let field: FieldDescription
    var testDescription: String { "\(kind).\(field.name)" }

    static let all = Kind.allCases.flatMap { kind in
      kind.entityType.descriptions.map { FieldOfKind(kind: kind, field: $0) }
    }
  }

  @Test("are read under the English and under the Russian name", arguments: FieldOfKind.all)
  func bothNames(_ argument: FieldOfKind) throws {
    let field = argument.field
    let english = try content(of: field.name, "\(field.name): \(field.sample(\.name))", as: argument.kind)
    let russian = try content(of: field.name, "\(field.russianName): \(field.sample(\.russianName))", as: argument.kind)
    #expect(english.problems == [])
    #expect(russian.problems == [])
    #expect(!english.content.isAbsent)
    #expect("\(english.content)" == "\(russian.content)")
    #expect(!"\(english.content)".contains("absent"), "a nested field was not read: \(english.content)")
  }

  @Test("that are required are missed in one message, at the front matter's first place", arguments: Kind.allCases)
  func required(_ kind: Kind) throws {
    let (_, problems) = try decode("# nothing", as: kind)
    #expect(problems == ["2:1 value-missing error"])
  }

  @Test("have synonyms that are the name of no field beside them, nor of two", arguments: Kind.allCases)
  func synonyms(_ kind: Kind) throws {
    let type = kind.entityType
    for record in [type.descriptions] + type.descriptions.flatMap(\.withNested).compactMap(\.nested) {
      let names = record.flatMap { [$0.name, $0.russianName] }.map(FieldKey.normalized)
      for field in record {
        let own = field.synonyms.map(FieldKey.normalized)
        #expect(own.count == Set(own).count, "\(own)")
        // A field of a kind takes a word from the fields that all materials have.
        if !kind.isMaterial { #expect(Set(own).isDisjoint(with: names), "\(Set(own).intersection(names))") }
      }
      let all = record.flatMap(\.synonyms).map(FieldKey.normalized)
      if !kind.isMaterial { #expect(all.count == Set(all).count, "\(all.sorted())") }
    }
  }
}

extension FieldContent {
  /// Nothing, or a list of nothing.
  var isAbsent: Bool {
    switch self {
    case .absent: true
    case .list(let items): items.allSatisfy(\.isAbsent)
    default: false
    }
  }
}

extension FieldDescription {
  fileprivate var nested: [FieldDescription]? {
    switch type {
    case .record(let fields), .list(.record(let fields)): fields
    default: nil
    }
  }

  fileprivate var withNested: [FieldDescription] { [self] + (nested ?? []).flatMap(\.withNested) }

  /// A value that the field can have, its nested fields called by one of their names.
  fileprivate func sample(_ key: KeyPath<FieldDescription, String>) -> String {
    switch (name, type) {
    case ("aliases", _): "[stariy/put.html]"
    case ("phone", _): "8442 00-00-05"
    case ("minutes", _): "45"
    case ("consent", _): "С-2025-014"
    case ("focus", _): "слева"
    // Only a public item of a development plan shows as data.
    case ("visibility", _): key == \.name ? "public" : "открыто"
    default: type.sample(key)
    }
  }
}

extension FieldType {
  fileprivate func sample(_ key: KeyPath<FieldDescription, String>) -> String {
    switch self {
    case .text, .prose: "Слово"
    case .date: "2026-03-12"
    case .time: "9:30"
    case .moment: "2026-03-12 13:30"
    case .academicYear: "2025/2026"
    case .plannedTerm: "март 2026"
    case .integer: "7"
    case .decimal: "4.5"
    case .flag: "да"
    case .url: "https://sad5.example.org/"
    case .email: "sad5@example.org"
    case .color: "\"#2e7d5b\""
    case .file: "plan.jpg"
    case .address: "ogorod"
    case .term(let vocabulary): key == \.name ? vocabulary.entries[0].key : vocabulary.entries[0].label
    case .reference: "kto-to"
    case .namedOrWords: "Кто-то"
    case .list(let item): "[\(item.sample(key)), \(item.sample(key))]"
    case .record(let fields): "{\(fields.map { "\($0[keyPath: key]): \($0.sample(key))" }.joined(separator: ", "))}"
    }
  }
}
