/// How the addresses of the open site differ from its ledger, and what was done about it.
package struct LedgerChange: Sendable {
  /// The ledger's file, from the site's folder.
  package let path: String
  /// Whether the network had a ledger before.
  package let isThere: Bool
  /// Whether the differences were to be recorded.
  package let isAccepted: Bool
  /// Whether the file was written: it is not where it would be the same.
  package let isWritten: Bool
  /// Each in the order of bytes.
  package let new: [String]
  package let vanished: [String]
  /// Removed before, and there again.
  package let returned: [String]
  /// How many addresses the ledger has now, those of removed pages among them.
  package let addressCount: Int
  package let removedCount: Int

  package var isEmpty: Bool { new.isEmpty && vanished.isEmpty && returned.isEmpty }
}
