import OpytText

/// A list of permitted values with their official names.
public struct Vocabulary: Sendable {
  /// One permitted value.
  public struct Entry: Hashable, Sendable {
    /// What code and templates compare: the English key where there is one, else the Russian name.
    public let key: String
    /// What authors may write and readers see.
    public let label: String
    /// What authors may write as well.
    public let aliases: [String]
    /// What people call it as well: for suggestions, never read.
    let synonyms: [String]

    public init(_ key: String, _ label: String? = nil, aliases: [String] = []) {
      self.init(key, label, aliases: aliases, synonyms: "")
    }

    /// - Parameter synonyms: with commas between them.
    init(_ key: String, _ label: String? = nil, aliases: [String] = [], synonyms: String) {
      self.key = key
      self.label = label ?? key
      self.aliases = aliases
      self.synonyms = synonyms.split(separator: ",").map { FieldKey.normalized(String($0)) }
    }
  }

  /// The name by which `site-config.json` adds values.
  public let name: String
  public let entries: [Entry]
  /// Whether a site may add values.
  public let isOpen: Bool
  private let indexByKey: [String: Int]

  public init(_ name: String, isOpen: Bool = false, _ entries: [Entry]) {
    self.name = name
    self.entries = entries
    self.isOpen = isOpen
    var indexByKey: [String: Int] = [:]
    for (index, entry) in entries.enumerated() {
      for alias in entry.aliases { indexByKey[FieldKey.normalized(alias)] = index }
      indexByKey[FieldKey.normalized(entry.label)] = index
      indexByKey[FieldKey.normalized(entry.key)] = index
    }
    self.indexByKey = indexByKey
  }

  init(_ name: String, isOpen: Bool = false, names: [String]) {
    self.init(name, isOpen: isOpen, names.map { Entry($0) })
  }

  /// The value that an author means by `text`: its key, its name or one of its aliases, compared like keys.
  public func entry(for text: String) -> Entry? {
    (indexByKey[text] ?? indexByKey[FieldKey.normalized(text)]).map { entries[$0] }
  }

  /// The name a reader sees.
  public func label(for key: String) -> String {
    entry(for: key)?.label ?? key
  }

  /// With more values behind its own.
  public func adding(_ names: [String]) -> Vocabulary {
    Vocabulary(name, isOpen: isOpen, entries + names.filter { entry(for: $0) == nil }.map { Entry($0) })
  }
}

/// The vocabularies of one site: the fixed ones with the site's additions, and the form of its numbers.
public struct Vocabularies: Sendable {
  private var extended: [String: Vocabulary] = [:]
  /// How the site writes the numbers of consents; nil where any number will do.
  public var consentPattern: ConsentPattern?

  public init() {}

  public mutating func add(_ names: [String], to vocabulary: Vocabulary) {
    extended[vocabulary.name] = self[vocabulary].adding(names)
  }

  public subscript(vocabulary: Vocabulary) -> Vocabulary {
    vocabulary.isOpen ? extended[vocabulary.name] ?? vocabulary : vocabulary
  }
}

/// A vocabulary as a type, so that a value can't be taken for one of another list.
public protocol TermSet: Sendable {
  static var vocabulary: Vocabulary { get }
}

/// A value of a vocabulary.
public struct Term<Terms: TermSet>: Hashable, Sendable {
  public let key: String

  init(_ key: String) { self.key = key }
}
