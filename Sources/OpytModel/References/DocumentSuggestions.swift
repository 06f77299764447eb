import OpytDiagnostics
import OpytText

/// Finds the documents that authors most likely meant. A name that many documents get wrong is looked for once.
///
/// A members-only document is suggested to members-only documents only: nobody else may refer to it, and its title
/// is not told.
final class DocumentSuggestions {
  /// Every look-up compares with every name; who made more slips than this must read the list of files anyway.
  private static let maximumLookups = 100

  private struct Name {
    let text: String
    let length: Int
    let document: Int
  }

  /// A document that was most likely meant.
  struct Answer {
    let document: DecodedDocument
    /// Whether nothing else can have been meant.
    let isCertain: Bool
  }

  private struct Query: Hashable {
    let text: String
    let kinds: KindSet
    let isPath: Bool
    let isForMembers: Bool
  }

  private let documents: [DecodedDocument]
  private lazy var names = collectNames { document in
    let title = document.title
    return title.isEmpty || title == document.id ? [document.id] : [document.id, title]
  }
  private lazy var fileNames = collectNames { [$0.linkedName] }
  private var answers: [Query: Answer?] = [:]

  init(_ documents: [DecodedDocument]) {
    self.documents = documents
  }

  /// The document whose id or title is nearest to `text`.
  func document(near text: String, among kinds: KindSet, for source: DecodedDocument) -> Answer? {
    answer(Query(text: text, kinds: kinds, isPath: false, isForMembers: source.isMembersOnly))
  }

  /// The document whose file has nearly this name, wherever it stands.
  func document(nearFileName name: String, for source: DecodedDocument) -> Answer? {
    answer(Query(text: name, kinds: AnyDocument.targetKinds, isPath: true, isForMembers: source.isMembersOnly))
  }

  private func answer(_ query: Query) -> Answer? {
    if let known = answers[query] { return known }
    guard answers.count < Self.maximumLookups else { return nil }
    let answer = search(query)
    answers[query] = .some(answer)
    return answer
  }

  private func search(_ query: Query) -> Answer? {
    let wanted = query.text.unicodeScalars.count
    let table = query.isPath ? fileNames : names
    let near = query.kinds.kinds.flatMap { table[$0] ?? [] }.filter { name in
      // What is much shorter is nothing that the suggester would take: leave it out before it looks closely.
      wanted - name.length <= max(2, wanted / 4)
        && (query.isForMembers || !documents[name.document].isMembersOnly)
    }
    guard let nearest = Suggester.nearest(to: query.text, among: near.map(\.text)),
      let number = near.first(where: { $0.text == nearest })?.document
    else { return nil }
    let others = near.lazy.filter { $0.document != number }.map(\.text)
    return Answer(
      document: documents[number], isCertain: Suggester.isCertain(nearest, for: query.text, among: others))
  }

  private func collectNames(_ texts: (DecodedDocument) -> [String]) -> [Kind: [Name]] {
    var names: [Kind: [Name]] = [:]
    for (number, document) in documents.enumerated() {
      names[document.kind, default: []] += texts(document).map {
        Name(text: $0, length: $0.unicodeScalars.count, document: number)
      }
    }
    return names
  }
}

extension DecodedDocument {
  /// What a link's path ends with: `ogorod.md`, or `ogorod` for `ogorod/index.md`.
  var linkedName: String { path.fileName == "index.md" ? folder.fileName : path.fileName }
}
