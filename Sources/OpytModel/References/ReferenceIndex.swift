import OpytDiagnostics

/// Finds documents by id and by title.
struct ReferenceIndex {
  /// What a reference's text fits.
  enum Match {
    case document(Int)
    /// A file whose front matter can't be read: its own message says so.
    case unreadable
    case ambiguous([Int])
    case none
  }

  private let documents: [DecodedDocument]
  private let suggestions: DocumentSuggestions
  private var byID: [Kind: [String: [Int]]] = [:]
  private var byTitle: [Kind: [String: [Int]]] = [:]
  private var unreadable: [Kind: Set<String>] = [:]

  init(
    _ documents: [DecodedDocument], unreadable broken: [UnreadableDocument], suggestions: DocumentSuggestions
  ) {
    self.documents = documents
    self.suggestions = suggestions
    for (index, document) in documents.enumerated() {
      byID[document.kind, default: [:]][ReferenceKey.normalized(document.id), default: []].append(index)
      let title = ReferenceKey.normalized(document.entity.title.value)
      if !title.isEmpty { byTitle[document.kind, default: [:]][title, default: []].append(index) }
    }
    for document in broken { unreadable[document.kind, default: []].insert(ReferenceKey.normalized(document.id)) }
  }

  /// - Parameter text: an id, a title, or `folder/id`.
  func match(_ text: String, among kinds: [Kind]) -> Match {
    let (text, kinds) = Self.qualified(text, kinds)
    let key = ReferenceKey.normalized(text)
    let byID = kinds.flatMap { self.byID[$0]?[key] ?? [] }
    if let found = match(byID) { return found }
    if kinds.contains(where: { unreadable[$0]?.contains(key) == true }) { return .unreadable }
    return match(kinds.flatMap { self.byTitle[$0]?[key] ?? [] }) ?? .none
  }

  /// `projects/ogorod` names its kind; a title may have a slash of its own.
  private static func qualified(_ text: String, _ kinds: [Kind]) -> (String, [Kind]) {
    let parts = text.split(separator: "/", maxSplits: 1, omittingEmptySubsequences: false)
    guard parts.count == 2, let kind = Kind(folder: String(parts[0])), kinds.contains(kind) else {
      return (text, kinds)
    }
    return (String(parts[1]), [kind])
  }

  private func match(_ indices: [Int]) -> Match? {
    switch indices.count {
    case 0: nil
    case 1: .document(indices[0])
    default: .ambiguous(indices)
    }
  }

  /// The document whose id or title is nearest to `text`.
  func suggestion(for text: String, among kinds: [Kind], in source: DecodedDocument) -> Suggestion? {
    let (text, kinds) = Self.qualified(text, kinds)
    let near = suggestions.document(near: text, among: kinds, for: source)
    return near.map { Suggestion($0.id, title: $0.entity.title.value) }
  }

  /// What a reference fits that fits nothing of the right kind.
  func documentOfOtherKind(_ text: String) -> DecodedDocument? {
    let key = ReferenceKey.normalized(text)
    return Kind.allCases.lazy.compactMap { byID[$0]?[key]?.first ?? byTitle[$0]?[key]?.first }.first.map {
      documents[$0]
    }
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
