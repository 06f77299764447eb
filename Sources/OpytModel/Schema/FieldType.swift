/// The type of a field, as data: for messages, for layouts and for the reference in the guide.
public indirect enum FieldType: Sendable {
  case text
  /// Text of several paragraphs.
  case prose
  case date
  case time
  /// A date, or a date and time.
  case moment
  case academicYear
  /// A day, a month, or a period of these.
  case plannedTerm
  case integer
  case decimal
  case flag
  /// An `https://` or `http://` address.
  case url
  case email
  /// `#rrggbb`
  case color
  /// A path to a file beside the document.
  case file
  /// An address on the site: of this page (`slug`) or one it had before (`aliases`).
  case address
  case term(Vocabulary)
  case reference([Kind])
  /// Words, which lead to a document where they name one.
  case namedOrWords([Kind])
  case list(FieldType)
  case record([FieldDescription])
}

extension FieldType {
  /// Whether it is a list, or a list for each of some groups.
  var isListOrLists: Bool {
    switch self {
    case .list: true
    case .record(let fields): fields.allSatisfy { if case .list = $0.type { true } else { false } }
    default: false
    }
  }
}

/// What a value must satisfy beyond its type.
public enum FieldLimit: Sendable {
  case none
  case characters(Int)
  case within(ClosedRange<Int>)
  /// So many items of a list.
  case items(ClosedRange<Int>)
}

/// What one field is, apart from where it is stored.
public struct FieldDescription: Sendable {
  public let name: String
  public let russianName: String
  public let type: FieldType
  public let limit: FieldLimit
  /// As what documents are named here; nil for a field without references of its own.
  public let role: ReferenceRole?
  public let isRequired: Bool
  /// The field that stands for this required one: where that is written, this may be left out.
  public let substitute: String?
  /// What it means, for the guide.
  public let meaning: String
  public let example: String
  /// What people call it as well: for suggestions, never read.
  public let synonyms: [String]

  init(
    name: String, russianName: String, type: FieldType, limit: FieldLimit = .none, role: ReferenceRole? = nil,
    isRequired: Bool, substitute: String? = nil, meaning: String,
    example: String, synonyms: [String] = []
  ) {
    self.name = name
    self.russianName = russianName
    self.type = type
    self.limit = limit
    self.role = role
    self.isRequired = isRequired
    self.substitute = substitute
    self.meaning = meaning
    self.example = example
    self.synonyms = synonyms
  }

  /// The same field, with another type of other examples, or another example.
  func with(_ type: FieldType? = nil, example: String? = nil) -> FieldDescription {
    FieldDescription(
      name: name, russianName: russianName, type: type ?? self.type, role: role, isRequired: isRequired,
      substitute: substitute, meaning: meaning, example: example ?? self.example, synonyms: synonyms)
  }
}

/// The value of a field, as data. A record's values stand in the order of its ``FieldDescription``s.
public indirect enum FieldContent: Sendable {
  case absent
  case text(String)
  case prose([String])
  case date(CalendarDate)
  case time(ClockTime)
  case moment(Moment)
  case academicYear(AcademicYear)
  case plannedTerm(PlannedTerm)
  case integer(Int)
  case decimal(Double)
  case flag(Bool)
  case term(vocabulary: Vocabulary, key: String)
  /// Index into the document's references.
  case reference(Int)
  /// Words as they were written, with the index of what they may name.
  case namedOrWords(String, reference: Int)
  /// Index into the document's files.
  case file(Int)
  case list([FieldContent])
  case record([FieldContent])
  /// What the open edition knows nothing of.
  case membersOnly(FieldContent)
}
