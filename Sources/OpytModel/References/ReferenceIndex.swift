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
  private var byID: [Kind: [String: [Int]]] = [:]
  private var byTitle: [Kind: [String: [Int]]] = [:]
  private var unreadable: [Kind: Set<String>] = [:]

  init(_ documents: [DecodedDocument], unreadable broken: [UnreadableDocument]) {
    self.documents = documents
    for (index, document) in documents.enumerated() {
      byID[document.kind, default: [:]][ReferenceKey.normalized(document.id), default: []].append(index)
      byTitle[document.kind, default: [:]][ReferenceKey.normalized(document.entity.title.value), default: []].append(index)
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
    guard parts.count == 2, let kind = Kind(folder: String(parts[0])), kinds.contains(kind) else { return (text, kinds) }
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
  func suggestion(for text: String, among kinds: [Kind]) -> Suggestion? {
    let (text, kinds) = Self.qualified(text, kinds)
    var idByName: [String: (id: String, title: String)] = [:]
    var names: [String] = []
    for document in documents where kinds.contains(document.kind) {
      let title = document.entity.title.value
      for name in [document.id, title] where idByName[name] == nil {
        idByName[name] = (document.id, title)
        names.append(name)
      }
    }
    guard let nearest = Suggester.nearest(to: text, among: names), let found = idByName[nearest] else { return nil }
    return Suggestion(found.id, title: found.title)
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
