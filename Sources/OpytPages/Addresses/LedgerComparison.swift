package import OpytCatalogue
package import OpytModel
package import OpytNetwork
import OpytText

/// How the addresses that a site has differ from those that it had, as its ledger knows them.
///
/// Only pages of documents are kept in a ledger: lists come and go with what is in them. People are not kept: whoever
/// withdraws a consent leaves no trace, not in an address either, and a consent that ends by itself must never stop a
/// build.
package struct LedgerComparison: Sendable {
  /// Addresses of documents that the ledger has not, in the order of their bytes.
  package let new: [String]
  /// What is to answer, and doesn't; in the order of the ledger.
  package let vanished: [AddressLedger.Entry]
  /// What was removed, and answers again.
  package let returned: [AddressLedger.Entry]

  let catalogue: Catalogue
  let plan: SitePlan
  private let ledger: AddressLedger
  private let answering: Set<String>
  /// The addresses of documents that wait for their day: on an earlier day than the ledger was written, nothing vanished.
  private let waiting: Set<String>

  package init(of ledger: AddressLedger, to plan: SitePlan, _ catalogue: Catalogue) {
    self.ledger = ledger
    self.plan = plan
    self.catalogue = catalogue
    let answering = Set(plan.pages.lazy.filter { !type(of: $0).givesWay }.map(\.address.comparisonKey))
    let removed = Set(ledger.entries.lazy.filter { $0.removed != nil }.map(\.address))
    let waiting = Self.waiting(in: catalogue)
    self.answering = answering
    self.waiting = waiting
    let known = Set(ledger.entries.lazy.map(\.address))
    new = Self.documents(of: catalogue, in: plan).map(\.address).filter { !known.contains($0) }
      .sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
    var seen: Set<String> = []
    // After a merge one address may be removed on one side and stand on the other: removing it was meant.
    vanished = ledger.entries.filter { entry in
      entry.removed == nil && !Self.isOfPerson(entry.address) && !answering.contains(entry.address)
        && !waiting.contains(entry.address) && !removed.contains(entry.address) && seen.insert(entry.address).inserted
    }
    returned = ledger.entries.filter { entry in
      entry.removed != nil && answering.contains(entry.address) && seen.insert(entry.address).inserted
    }
  }

  /// The ledger in which all of this is recorded.
  /// - Parameter day: on which what vanished is said to be removed.
  package func accepted(on day: CalendarDate) -> AddressLedger {
    var days: [String: CalendarDate] = [:]
    for entry in ledger.entries { days[entry.address] = entry.removed ?? days[entry.address] }
    let addresses = Set(ledger.entries.lazy.map(\.address).filter { !Self.isOfPerson($0) }).union(new)
    let entries = addresses.map { address in
      let isLive = answering.contains(address) || (days[address] == nil && waiting.contains(address))
      return AddressLedger.Entry(address, removed: isLive ? nil : days[address] ?? day)
    }
    return AddressLedger(comments: ledger.comments, entries: entries)
  }

  private static func waiting(in catalogue: Catalogue) -> Set<String> {
    let graph = catalogue.graph
    return Set(
      graph.ids.lazy.filter { id in
        guard !catalogue.isPublished(id), let day = graph[id].entity.publicationDay else { return false }
        return day > catalogue.today && !graph[id].entity.isDraft && !graph.isMembersOnly(id)
      }.map { Address.page(of: graph[$0].kind, named: graph[$0].addressName).path })
  }

  /// Whether an address is that of a person's page.
  static func isOfPerson(_ address: String) -> Bool { address.hasPrefix("\(Kind.person.address)/") }

  /// The published documents whose addresses are kept, in the order of the documents.
  static func documents(of catalogue: Catalogue, in plan: SitePlan) -> [(id: DocumentID, address: String)] {
    catalogue.graph.ids.compactMap { id in
      guard catalogue.graph[id].kind != .person, let address = plan.address(of: id) else { return nil }
      return (id, address.path)
    }
  }
}
