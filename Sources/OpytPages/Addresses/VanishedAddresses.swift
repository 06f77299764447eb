import OpytCatalogue
package import OpytDiagnostics
import OpytModel
import OpytNetwork
import OpytText

/// What is told of addresses that vanished: what stands there instead, most likely, and what to do.
struct VanishedAddresses {
  /// A document that the ledger does not know yet.
  private struct Candidate {
    let id: DocumentID
    let address: String
    let name: Suggester.Name
  }

  private let comparison: LedgerComparison
  private let newOnes: [Kind: [Candidate]]
  /// By the last part of the address.
  private let byName: [String: [Candidate]]
  /// Documents that are not on the site, by the addresses they would have.
  private let hidden: [String: DocumentID]

  init(_ comparison: LedgerComparison) {
    self.comparison = comparison
    let (catalogue, graph) = (comparison.catalogue, comparison.catalogue.graph)
    let new = Set(comparison.new)
    let candidates = LedgerComparison.documents(of: catalogue, in: comparison.plan).filter { new.contains($0.address) }
      .map { Candidate(id: $0.id, address: $0.address, name: .init(Address($0.address).name)) }
    newOnes = Dictionary(grouping: candidates) { graph[$0.id].kind }
    byName = Dictionary(grouping: candidates, by: \.name.text)
    hidden = Dictionary(
      graph.ids.lazy.filter { !catalogue.isPublished($0) }.map { id in
        (Address.page(of: graph[id].kind, named: graph[id].addressName).path, id)
      }, uniquingKeysWith: { first, _ in first })
  }

  /// - Parameter path: the file of the ledger.
  func diagnostics(at path: String) -> [Diagnostic] {
    // So many are told one by one: nobody needs the likely names of the others.
    comparison.vanished.enumerated().map { index, entry in
      diagnostic(of: entry, at: path, isTold: index < [Diagnostic].maximumAlike)
    }.bounded()
  }

  private func diagnostic(of entry: AddressLedger.Entry, at path: String, isTold: Bool) -> Diagnostic {
    let address = entry.address
    let message = Phrase(
      "по адресу «\(address)» на сайте больше ничего нет, а раньше там была страница",
      en: "nothing is at “\(address)” any more, where a page was before")
    let location = SourceLocation(file: path, range: entry.range)
    let (accept, englishAccept) = (
      "если страницу сняли нарочно, выполните opyt ledger --accept",
      "if it was removed on purpose, run opyt ledger --accept"
    )
    guard isTold else { return Diagnostic(.addressVanished, message, at: location) }
    let graph = comparison.catalogue.graph
    if let id = hidden[address] {
      return Diagnostic(
        .addressVanished, message, at: location, advice: Phrase(accept, en: englishAccept),
        notes: [Diagnostic.Note(reason(of: id), at: graph.location(id))])
    }
    guard let candidate = candidate(for: address) else {
      let mend =
        Self.kind(of: address).map(\.keepsOldAddresses) ?? true
        ? Phrase(
          "верните файл; если его переименовали, верните прежнее имя или запишите «\(address)» в его «старые_адреса»",
          en: "restore the file; if it was renamed, give its name back or write “\(address)” into its “aliases”")
        : Phrase(
          "верните файл, а если его переименовали – прежнее имя",
          en: "restore the file, or its old name if it was renamed")
      return Diagnostic(
        .addressVanished, message, at: location,
        advice: Phrase("\(mend.russian); \(accept)", en: "\(mend.english); \(englishAccept)"))
    }
    let document = graph[candidate.id]
    let file = document.decoded.path
    let mend =
      document.kind.keepsOldAddresses
      ? Phrase(
        "если это он, допишите в \(file) строку «старые_адреса: [\(address)]»",
        en: "if so, write “aliases: [\(address)]” into \(file)")
      : Phrase(
        "если это он, верните файлу \(file) прежнее имя: у этого вида старых адресов нет",
        en: "if so, give \(file) its old name back: this kind has no aliases")
    return Diagnostic(
      .addressVanished, message, at: location,
      suggestion: Suggestion(candidate.address, title: document.entity.title.value),
      advice: Phrase("\(mend.russian); \(accept)", en: "\(mend.english); \(englishAccept)"))
  }

  /// The new document that most likely stood there: of the same name among another kind, of a near name among its own,
  /// or the only new one where only one vanished.
  private func candidate(for address: String) -> Candidate? {
    let name = Address(address).name
    if let same = byName[name], same.count == 1 { return same.first }
    guard let kind = Self.kind(of: address), let others = newOnes[kind] else { return nil }
    if let nearest = Suggester.nearest(to: name, among: others.lazy.map(\.name)) {
      return others.first { $0.name.text == nearest.text }
    }
    let isAlone = comparison.vanished.count { Self.kind(of: $0.address) == kind } == 1
    return others.count == 1 && isAlone ? others.first : nil
  }

  private static func kind(of address: String) -> Kind? {
    let parts = address.split(separator: "/")
    let folder = parts.count > 1 ? parts.dropLast().joined(separator: "/") : ""
    return Kind.allCases.first { $0.address == folder }
  }

  /// Why a document is not on the site.
  private func reason(of id: DocumentID) -> Phrase {
    let graph = comparison.catalogue.graph
    if graph[id].entity.isDraft {
      return Phrase("документ есть, но это черновик", en: "the document is there, but is a draft")
    }
    if graph.isMembersOnly(id) {
      return Phrase(
        "документ есть, но открыт только участникам", en: "the document is there, but for members only")
    }
    return Phrase("документ есть, но не опубликован", en: "the document is there, but is not published")
  }
}

extension LedgerComparison {
  /// An error for each address that vanished.
  /// - Parameter path: the file of the ledger.
  package func diagnostics(at path: String) -> [Diagnostic] {
    vanished.isEmpty ? [] : VanishedAddresses(self).diagnostics(at: path)
  }
}

extension Kind {
  /// Whether its documents may name the addresses that they had before.
  fileprivate var keepsOldAddresses: Bool { Self.hasField("aliases", entityType) }

  private static func hasField<Document: Entity>(_ name: String, _: Document.Type) -> Bool {
    Document.schema.fields.contains { $0.description.name == name }
  }
}

extension ResolvedDocument {
  /// The last part of its page's address, without the ending.
  var addressName: String { entity.slug?.value.text ?? Transliteration.slug(decoded.id) }
}
