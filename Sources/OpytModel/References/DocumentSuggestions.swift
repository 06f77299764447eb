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
    let name: Suggester.Name
    let document: Int
  }

  /// A document that was most likely meant.
  struct Answer {
    let document: DecodedDocument
    /// Whether nothing else can have been meant.
    let isCertain: Bool
  }

  /// Where documents of a kind are, for those who name one that is far from any.
  struct Shelf {
    /// From the site's folder.
    let folder: String
    let ids: [String]
    let count: Int
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
    return (title.isEmpty || title == document.id ? [document.id] : [document.id, title]) + document.entity.formerTitles
  }
  private lazy var fileNames = collectNames { [$0.linkedName] }
  private var answers: [Query: Answer?] = [:]
  /// The words of titles, by document.
  private var titleWords: [Int: [String]] = [:]

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

  /// The folder of a kind's documents and the first of them; nil where there are none.
  func shelf(of kind: Kind, for source: DecodedDocument) -> Shelf? {
    let known = shelves[kind] ?? []
    guard let first = known.first else { return nil }
    let folder = documents[first].path.split(separator: "/").prefix(2).joined(separator: "/")
    let open = known.lazy.map { self.documents[$0] }.filter { source.isMembersOnly || !$0.isMembersOnly }
    return Shelf(folder: folder, ids: open.prefix(8).map(\.id), count: known.count)
  }

  private lazy var shelves = Dictionary(grouping: documents.indices) { documents[$0].kind }

  private func search(_ query: Query) -> Answer? {
    let named = query.isPath ? nil : documentNamed(query)
    if let named { return named.document }
    if let near = nearest(query) { return near }
    return query.isPath ? nil : documentInAnotherCase(query)
  }

  /// A person or a kindergarten as people name them.
  /// - Returns: nil where nobody is named so; no document where several are.
  private func documentNamed(_ query: Query) -> (document: Answer?, Void)? {
    guard query.text.utf8.count <= 300 else { return nil }
    // «Иванова Мария Петровна, воспитатель»
    let words = NameMatch.words(of: query.text)
    let beforeComma = NameMatch.words(of: String(query.text.prefix { $0 != "," && $0 != "(" }))
    guard !words.isEmpty, words.count <= 12 else { return nil }
    if query.kinds == KindSet(.kindergarten), NameMatch.isAnyKindergarten(words) { return (nil, ()) }
    var fits: [(number: Int, fit: NameMatch.Fit)] = []
    func isOpen(_ number: Int) -> Bool { query.isForMembers || !documents[number].isMembersOnly }
    if query.kinds.contains(.kindergarten) {
      let typed = NameMatch.KindergartenWords(words)
      for (number, name) in kindergartenNames where isOpen(number) {
        guard let fit = NameMatch.fit(typed, toKindergarten: name) else { continue }
        // One that was renamed has several names, which stand together.
        if fits.last?.number == number {
          fits[fits.count - 1].fit = max(fits[fits.count - 1].fit, fit)
        } else {
          fits.append((number, fit))
        }
      }
    }
    if query.kinds.contains(.person) {
      for number in people(begunLike: beforeComma) where isOpen(number) {
        let names = [titleWords(of: number)] + documents[number].entity.formerTitles.map(NameMatch.words)
        if let fit = names.compactMap({ NameMatch.fit(beforeComma, toPerson: $0) }).max() {
          fits.append((number, fit))
        }
      }
    }
    guard let best = fits.map(\.fit).max() else { return nil }
    let found = fits.filter { $0.fit == best }
    guard found.count == 1, let number = found.first?.number else { return (nil, ()) }
    return (Answer(document: documents[number], isCertain: words.count > 1 || words[0].smallNumber != nil), ())
  }

  private lazy var kindergartenNames: [(number: Int, name: NameMatch.KindergartenName)] =
    (shelves[.kindergarten] ?? []).flatMap { number -> [(number: Int, name: NameMatch.KindergartenName)] in
      guard let kindergarten = documents[number].entity as? Kindergarten else { return [] }
      let today = NameMatch.KindergartenName(
        title: documents[number].title, name: kindergarten.name?.value, number: kindergarten.number?.value)
      // A number of before is that of the name of before.
      let former = kindergarten.formerTitles.map { NameMatch.KindergartenName(title: $0, name: nil, number: nil) }
      return ([today] + former).map { (number, $0) }
    }

  /// Those who may fit the words of a name: every word is one of their names, in some form, and so begins like it.
  private func people(begunLike words: [String]) -> [Int] {
    guard let word = words.first(where: { $0.count > 1 }) else { return shelves[.person] ?? [] }
    return peopleByBeginning[String(word.prefix(2))] ?? []
  }

  /// By the first two letters of each of their names.
  private lazy var peopleByBeginning: [String: [Int]] = {
    var people: [String: [Int]] = [:]
    for number in shelves[.person] ?? [] {
      let words = titleWords(of: number) + documents[number].entity.formerTitles.flatMap(NameMatch.words)
      let parts = words.flatMap { [$0] + $0.split(separator: "-").map(String.init) }
      for beginning in Set(parts.map { String($0.prefix(2)) }) { people[beginning, default: []].append(number) }
    }
    return people
  }()

  /// A title in another case: «Среды – третьего учителя».
  private func documentInAnotherCase(_ query: Query) -> Answer? {
    let words = NameMatch.words(of: query.text)
    guard query.text.utf8.count <= 300, query.text.utf8.count >= 8, !words.isEmpty else { return nil }
    let found = query.kinds.kinds.lazy.flatMap { self.shelves[$0] ?? [] }.filter { number in
      let document = self.documents[number]
      return (query.isForMembers || !document.isMembersOnly)
        && NameMatch.isFormOf(words, self.titleWords(of: number))
    }.prefix(2)
    guard found.count == 1, let number = found.first else { return nil }
    return Answer(document: documents[number], isCertain: false)
  }

  private func titleWords(of number: Int) -> [String] {
    if let known = titleWords[number] { return known }
    let words = NameMatch.words(of: documents[number].title)
    titleWords[number] = words
    return words
  }

  private func nearest(_ query: Query) -> Answer? {
    let wanted = query.text.unicodeScalars.count
    let table = query.isPath ? fileNames : names
    let near = query.kinds.kinds.lazy.flatMap { table[$0] ?? [] }.filter { [documents] name in
      // What is much shorter is nothing that the suggester would take: leave it out before it looks closely.
      wanted - name.name.length <= max(2, wanted / 4)
        && (query.isForMembers || !documents[name.document].isMembersOnly)
    }
    guard let nearest = Suggester.nearest(to: query.text, among: near.map(\.name))?.text,
      let number = near.first(where: { $0.name.text == nearest })?.document
    else { return nil }
    let others = near.filter { $0.document != number }.map(\.name)
    return Answer(
      document: documents[number], isCertain: Suggester.isCertain(nearest, for: query.text, among: others))
  }

  private func collectNames(_ texts: (DecodedDocument) -> [String]) -> [Kind: [Name]] {
    var names: [Kind: [Name]] = [:]
    for (number, document) in documents.enumerated() {
      names[document.kind, default: []] += texts(document).map {
        Name(name: Suggester.Name($0), document: number)
      }
    }
    return names
  }
}

extension DecodedDocument {
  /// What a link's path ends with: `ogorod.md`, or `ogorod` for `ogorod/index.md`.
  var linkedName: String { path.fileName == "index.md" ? folder.fileName : path.fileName }
}
