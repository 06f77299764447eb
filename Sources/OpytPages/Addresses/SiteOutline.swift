import OpytCatalogue
import OpytModel
import OpytNetwork

/// What decides which pages a site has: what is published, and where its documents stand.
package struct SiteOutline: Sendable {
  let catalogue: Catalogue
  /// Whether the site has the coordinator's page «Отчёт сети».
  let hasReport: Bool
  /// By ``DocumentID``; nil for what is not published.
  let documentAddresses: [Address?]
  /// What the ledger says was removed; some of it may be published again.
  var removals: [AddressLedger.Entry] = []

  func address(of id: DocumentID) -> Address? { documentAddresses[id.index] }
}
