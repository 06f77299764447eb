package import OpytDiagnostics
import OpytFiles
package import OpytModel
package import OpytText

/// The addresses that pages of the open site ever had, as the site's folder keeps them: what was published once answers
/// for ever, or says that it was removed.
///
/// The file is written by `opyt ledger --accept` and committed with the content. A network without it has no ledger.
package struct AddressLedger: Sendable {
  package struct Entry: Hashable, Sendable {
    /// From the site's top: `keysy/ssora.html`.
    package let address: String
    /// The day on which its removal was recorded; nil as long as it is to answer.
    package let removed: CalendarDate?
    /// Where it stands in the file; nil for what is not written yet.
    package var range: SourceRange?

    package init(_ address: String, removed: CalendarDate? = nil, at range: SourceRange? = nil) {
      self.address = address
      self.removed = removed
      self.range = range
    }
  }

  /// In the content folder, where authors look after it.
  package static let fileName = "addresses.txt"
  /// A network of 100 000 documents needs a tenth of it.
  static let maximumBytes = 64 << 20

  /// The lines for people, each with its `#`.
  package let comments: [String]
  /// In the order of the file; after a merge one address may stand there twice.
  package let entries: [Entry]

  package init(comments: [String] = [], entries: [Entry] = []) {
    self.comments = comments
    self.entries = entries
  }

  /// The ledger as it is written: comments, then the addresses in the order of their bytes.
  package func text(in language: Language) -> String {
    let head = comments.isEmpty ? Self.header(in: language).split(separator: "\n").map { "# \($0)" } : comments
    let sorted = entries.sorted { $0.address.utf8.lexicographicallyPrecedes($1.address.utf8) }
    let lines = sorted.map { entry in entry.removed.map { "- \(entry.address) \($0.iso)" } ?? entry.address }
    return (head + lines).joined(separator: "\n") + "\n"
  }

  private static let header = Phrase(
    """
    Адреса страниц, которые уже были на сайте. По ним приходят читатели, на них ссылаются письма и справки.
    Файл ведёт команда «opyt ledger --accept»; храните его вместе с материалами, а на сайт он не попадает.
    Строка с минусом и днём значит, что страницу сняли с публикации: «- keysy/primer.html 2026-11-28».
    """,
    en: """
      Addresses of pages that were on the site. Readers come by them, letters and certificates name them.
      The command “opyt ledger --accept” keeps this file; commit it with the content, it is never published.
      A minus and a day say that a page was removed: “- keysy/example.html 2026-11-28”.
      """)
}

/// The ledger's file as it was read.
package struct LedgerFile: Sendable {
  /// From the site's folder.
  package let path: String
  /// Nil for a file that could not be read.
  package let digest: Fingerprint?
  let stamp: FileStamp?
  package let ledger: AddressLedger
  package let diagnostics: [Diagnostic]

  init(_ path: String, _ bytes: [UInt8], _ stamp: FileStamp) {
    self.path = path
    self.stamp = stamp
    digest = Fingerprint(of: bytes)
    guard bytes.count <= AddressLedger.maximumBytes else {
      ledger = AddressLedger()
      let megabytes = AddressLedger.maximumBytes >> 20
      diagnostics = [
        Diagnostic(
          .fileTooLarge,
          Phrase("список адресов больше \(megabytes)\u{A0}МБ", en: "the list of addresses is over \(megabytes) MB"),
          at: SourceLocation(file: path),
          advice: Phrase(
            "верните прежний файл или удалите этот и составьте список заново: opyt ledger --accept",
            en: "restore the old file, or delete it and make a new list: opyt ledger --accept"))
      ]
      return
    }
    var reader = LedgerReader(path)
    reader.read(bytes)
    ledger = AddressLedger(comments: reader.comments, entries: reader.entries)
    diagnostics = reader.diagnostics.bounded()
  }

  init(_ path: String, unreadable told: Diagnostic) {
    self.path = path
    stamp = nil
    digest = nil
    ledger = AddressLedger()
    diagnostics = [told]
  }
}
