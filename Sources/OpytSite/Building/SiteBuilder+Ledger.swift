import OpytDiagnostics
import OpytFiles
import OpytModel
import OpytNetwork
import OpytPages
import OpytText

extension SiteBuilder {
  /// Compares the addresses of the open site with its ledger. A build never writes there, so that it gives the same in
  /// any clone of the network: only who is asked to does.
  /// - Parameter isAccepting: whether the ledger is written: with what is new, and with what vanished as removed.
  package func ledger(accepting isAccepting: Bool) throws(Failure) -> Outcome {
    try ledger(accepting: isAccepting, try readConfiguration())
  }

  /// - Parameter previous: what is known of the site already.
  func ledger(
    accepting isAccepting: Bool, _ read: ReadConfiguration, after previous: CheckedSite? = nil
  ) throws(Failure) -> Outcome {
    var site = try checkedSite(read, after: previous)
    // What is wrong elsewhere may hide pages: nothing can be said of them then.
    let errors = site.diagnostics.filter { $0.severity == .error }
    let others = errors.filter { $0.code != .addressVanished }
    func outcome(_ told: [Diagnostic], _ product: Product?) -> Outcome {
      Outcome(
        report: DiagnosticReport(told, fileCount: site.network.fileCount), language: site.configuration.language,
        product: product, stopwatch: site.stopwatch)
    }
    guard others.isEmpty else { return outcome(others, nil) }
    let file = site.reading.ledger
    let path = file?.path ?? "\(read.configuration.content)/\(AddressLedger.fileName)"
    let comparison = LedgerComparison(of: file?.ledger ?? AddressLedger(), to: site.plan, site.catalogue)
    let accepted = comparison.accepted(on: read.today)
    let bytes = Array(accepted.text(in: read.configuration.language).utf8)
    let isWritten = isAccepting && file?.digest != Fingerprint(of: bytes)
    try checkInterruption()
    if isWritten { try write(bytes, to: siteFolder + "/" + path) }
    site.stopwatch.lap(.publishing)
    let shown = isAccepting ? accepted : file?.ledger ?? AddressLedger()
    let change = LedgerChange(
      path: path, isThere: file != nil, isAccepted: isAccepting, isWritten: isWritten, new: comparison.new,
      vanished: comparison.vanished.map(\.address).sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) },
      returned: comparison.returned.map(\.address).sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) },
      addressCount: shown.entries.count, removedCount: shown.entries.count { $0.removed != nil })
    return outcome(isAccepting ? [] : errors, .ledger(change))
  }
}
