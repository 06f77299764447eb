import OpytDiagnostics

/// Finds documents by id and by title.
final class ReferenceIndex {
  /// What a reference's text fits.
  enum Match {
    case document(Int)
    /// A file whose front matter can't be read: its own message says so.
    case unreadable
    case ambiguous([Int])
    case none
  }

  /// Documents by a name, those of one name chained in document order.
  private struct Names {
    private var first: [String: Int32]
    /// By document, the next one of the same name; -1 for none.
    private var next: [Int32]

    /// - Parameter key: empty for a document that has no such name.
    init(_ documents: [DecodedDocument], key: (DecodedDocument) -> String) {
      first = Dictionary(minimumCapacity: documents.count)
      next = [Int32](repeating: -1, count: documents.count)
      for number in documents.indices.reversed() {
        let key = key(documents[number])
        if key.isEmpty { continue }
        next[number] = first.updateValue(Int32(number), forKey: key) ?? -1
      }
    }

    func first(_ key: String) -> Int? { first[key].map(Int.init) }

    func next(after number: Int) -> Int? { next[number] < 0 ? nil : Int(next[number]) }
  }

  private let documents: [DecodedDocument]
  private let suggestions: DocumentSuggestions
  private let byID: Names
  /// Where all authors write ids, titles are never asked for.
  private lazy var byTitle = Names(documents) { ReferenceKey.normalized($0.title) }
  /// By the names that documents had before: asked for where no id and no title fits.
  private lazy var byFormerTitle: [String: [Int]] = {
    var found: [String: [Int]] = [:]
    for number in documents.indices {
      for title in Set(documents[number].entity.formerTitles.map(ReferenceKey.normalized)) {
        found[title, default: []].append(number)
      }
    }
    return found
  }()
  private var unreadable: [String: KindSet] = [:]

  /// - Parameter documents: in the order of ``DocumentOrder``.
  init(
    _ documents: [DecodedDocument], unreadable broken: [UnreadableDocument], suggestions: DocumentSuggestions
  ) {
    self.documents = documents
    self.suggestions = suggestions
    byID = Names(documents) { ReferenceKey.normalized($0.id) }
    for document in broken {
      unreadable[ReferenceKey.normalized(document.id), default: []].insert(KindSet(document.kind))
    }
  }

  /// The documents whose id another one of their kind has before them, with the first of these.
  func duplicates() -> [(document: Int, first: Int)] {
    var first: [Int: Int] = [:]
    for number in documents.indices {
      // Kinds stand together in the order of documents, so they do in a chain.
      guard let next = byID.next(after: number), documents[next].kind == documents[number].kind else { continue }
      first[next] = first[number] ?? number
    }
    return first.sorted { $0.key < $1.key }.map { ($0.key, $0.value) }
  }

  /// - Parameter text: an id, a title, or `folder/id`.
  func match(_ text: String, among kinds: KindSet) -> Match {
    let (text, kinds) = Self.qualified(text, kinds)
    let key = ReferenceKey.normalized(text)
    if let found = match(key, kinds, byID, isID: true) { return found }
    if let broken = unreadable[key], !broken.isDisjoint(with: kinds) { return .unreadable }
    return match(key, kinds, byTitle) ?? matchFormer(key, kinds) ?? .none
  }

  private func matchFormer(_ key: String, _ kinds: KindSet) -> Match? {
    let found = (byFormerTitle[key] ?? []).filter { kinds.contains(documents[$0].kind) }
    guard let first = found.first else { return nil }
    return found.count == 1 ? .document(first) : .ambiguous(found)
  }

  /// Of which kinds there are files that could not be read.
  var unreadableKinds: KindSet { unreadable.values.reduce(into: []) { $0.formUnion($1) } }

  func path(of number: Int) -> String { documents[number].path }

  var hasUnreadable: Bool { !unreadable.isEmpty }

  /// Whether a file of this name is there, but could not be read.
  func isUnreadable(_ id: String, _ kind: Kind) -> Bool {
    let key = ReferenceKey.normalized(id)
    return unreadable[key]?.contains(kind) == true && match(key, KindSet(kind), byID) == nil
  }

  /// `projects/ogorod` names its kind; a title may have a slash of its own.
  private static func qualified(_ text: String, _ kinds: KindSet) -> (String, KindSet) {
    guard let slash = text.utf8.firstIndex(of: UInt8(ascii: "/")), let kind = Kind(folder: String(text[..<slash])),
      kinds.contains(kind)
    else { return (text, kinds) }
    return (String(text[text.utf8.index(after: slash)...]), KindSet(kind))
  }

  /// - Parameter isID: two documents of one kind have an id by mistake, which is told; a title they may share.
  private func match(_ key: String, _ kinds: KindSet, _ names: Names, isID: Bool = false) -> Match? {
    var found: Int?
    var number = names.first(key)
    while let candidate = number {
      if kinds.contains(documents[candidate].kind) {
        if let found, !isID || documents[found].kind != documents[candidate].kind {
          return .ambiguous(all(key, kinds, names))
        }
        found = found ?? candidate
      }
      number = names.next(after: candidate)
    }
    return found.map(Match.document)
  }

  private func all(_ key: String, _ kinds: KindSet, _ names: Names) -> [Int] {
    sequence(first: names.first(key) ?? -1) { names.next(after: $0) }.filter { kinds.contains(documents[$0].kind) }
  }

  /// What to write for `text`.
  struct Correction {
    let suggestion: Suggestion
    /// By its id, in the kind's folder.
    var document: DecodedDocument?
    /// Set where nothing else can have been meant: an id, behind a folder's name where `text` has one.
    let certain: String?
  }

  /// The document whose id or title is nearest to `text`.
  func correction(of text: String, among kinds: KindSet, in source: DecodedDocument) -> Correction? {
    let (name, named) = Self.qualified(text, kinds)
    guard let near = suggestions.document(near: name, among: named, for: source) else { return nil }
    let corrected = text.dropLast(name.count) + near.document.id
    var certain: String?
    if near.isCertain, case .document = match(String(corrected), among: kinds) { certain = String(corrected) }
    return Correction(
      suggestion: Suggestion(near.document.id, title: near.document.title), document: near.document, certain: certain)
  }

  /// Where documents of a kind are.
  func shelf(of kind: Kind, for source: DecodedDocument) -> DocumentSuggestions.Shelf? {
    suggestions.shelf(of: kind, for: source)
  }

  /// What a reference fits that fits nothing of the right kind.
  func documentOfOtherKind(_ text: String) -> DecodedDocument? {
    let key = ReferenceKey.normalized(text)
    let candidates = [byID.first(key), byTitle.first(key)].compactMap { $0.map { documents[$0] } }
    // An id before a title, where one kind has both.
    return candidates.min { $0.kind < $1.kind }
  }
}

/// A file whose kind and id are known from its path, but whose content could not be read.
public struct UnreadableDocument: Sendable {
  public let kind: Kind
  public let id: String

  public init(kind: Kind, id: String) {
    self.kind = kind
    self.id = id
  }
}
