import OpytDiagnostics
import OpytMarkup
import OpytText

/// Finds the headings that links name, and those that were meant by names of none.
final class HeadingIndex {
  /// How many comparisons the suggestions for one text may take: fifty broken links among a hundred headings.
  /// A text with more of both gets messages without suggestions.
  private static let maximumComparisons = 5_000

  /// A heading that was most likely meant.
  struct Answer {
    let id: String
    let title: String?
    /// Whether nothing else can have been meant.
    let isCertain: Bool
  }

  private struct Query: Hashable {
    let path: String
    let fragment: String
  }

  /// The ids of long texts, by path; in a short outline one looks as fast as in a set.
  private var ids: [String: Set<String>] = [:]
  private var names: [String: [Suggester.Name]] = [:]
  private var answers: [Query: Answer?] = [:]
  private var comparisons = 0

  /// Begins with the links of another document.
  func beginDocument() {
    if comparisons > 0 {
      answers.removeAll()
      names.removeAll()
    }
    comparisons = 0
  }

  func contains(_ id: String, in document: DecodedDocument) -> Bool {
    let outline = document.outline
    guard outline.count > 40 else { return outline.contains { $0.id == id } }
    if let known = ids[document.path] { return known.contains(id) }
    let all = Set(outline.lazy.map(\.id))
    ids[document.path] = all
    return all.contains(id)
  }

  /// What `fragment`, the id of no heading, was meant as.
  func meant(by fragment: String, in document: DecodedDocument) -> Answer? {
    let query = Query(path: document.path, fragment: fragment)
    if let known = answers[query] { return known }
    comparisons += document.outline.count + 1
    guard comparisons <= Self.maximumComparisons else { return nil }
    let answer = search(fragment, document)
    answers[query] = .some(answer)
    return answer
  }

  private func search(_ fragment: String, _ document: DecodedDocument) -> Answer? {
    func answer(_ id: String, isCertain: Bool) -> Answer {
      Answer(id: id, title: document.outline.first { $0.id == id }?.title, isCertain: isCertain)
    }
    // «#Ход работы» is how other programs name the heading whose id is `khod-raboty`.
    let transliterated = Transliteration.slug(fragment)
    if contains(transliterated, in: document) { return answer(transliterated, isCertain: true) }
    let known = names[document.path] ?? document.outline.map { Suggester.Name($0.id) }
    names[document.path] = known
    return Suggester.nearest(to: fragment, among: known).map { near in
      let others = known.lazy.filter { $0.text != near.text }
      return answer(near.text, isCertain: Suggester.isCertain(near.text, for: fragment, among: others))
    }
  }
}
