import OpytDiagnostics
package import OpytFiles
import OpytMarkup
package import OpytModel
package import OpytText

/// The files of a network as they were read, each by itself: what they say of each other is not known yet.
package struct NetworkReading: Sendable {
  let findings: ContentDiscovery.Findings
  let store: BodyStore
  let verdicts: FileVerdicts
  /// When reading began, by the clock of `FileStamp`.
  package let moment: Int
  let files: [String: FileReading]
  /// In the order of ``DocumentOrder``, as their bodies.
  private(set) var documents: [DecodedDocument]
  let bodies: [BodyStore.Handle?]
  let unreadable: [UnreadableDocument]
  let diagnostics: [Diagnostic]
  /// The paths of documents of which it is not known for sure what they name: something in them is wrong.
  let doubtful: [String]
  /// The addresses that were published before; nil for a network that keeps no list of them.
  package let ledger: LedgerFile?

  /// - Parameter files: in the order of the documents that were found.
  init(
    _ findings: ContentDiscovery.Findings, _ files: [FileReading], _ store: BodyStore, verdicts: FileVerdicts,
    moment: Int, ledger: LedgerFile? = nil
  ) {
    self.findings = findings
    self.verdicts = verdicts
    self.store = store
    self.moment = moment
    self.ledger = ledger
    self.files = Dictionary(zip(findings.documents.map(\.path), files), uniquingKeysWith: { first, _ in first })
    let copies = CopiedDocuments(findings.documents, digests: files.map(\.digest))
    let kept = copies.indices.isEmpty ? files : files.indices.filter { !copies.indices.contains($0) }.map { files[$0] }
    let readable = kept.compactMap { file in file.document.map { (document: $0, body: file.body) } }
      .sorted { DocumentOrder.precedes($0.document, $1.document) }
    documents = readable.map(\.document)
    bodies = readable.map(\.body)
    unreadable =
      findings.refused
      + findings.documents.indices.filter { files[$0].document == nil || copies.indices.contains($0) }.map {
        UnreadableDocument(kind: findings.documents[$0].kind, id: findings.documents[$0].id)
      }
    doubtful =
      findings.unread
      + findings.documents.indices.filter {
        files[$0].document == nil || copies.indices.contains($0) || files[$0].diagnostics.containsErrors
      }.map { findings.documents[$0].path }
    diagnostics = findings.diagnostics + kept.flatMap(\.diagnostics) + copies.diagnostics
  }

  /// How far two readings of one network differ.
  package enum Change: Sendable {
    case nothing
    /// The texts of these documents, by their paths, and nothing that any other page shows of them.
    case texts(Set<String>)
    case more
  }

  /// What was changed between two readings of one network.
  package func change(since previous: NetworkReading) -> Change {
    guard findings.others == previous.findings.others, files.count == previous.files.count,
      ledger?.digest == previous.ledger?.digest
    else { return .more }
    var texts: Set<String> = []
    for (path, file) in files {
      guard let other = previous.files[path] else { return .more }
      if file.digest == other.digest, file.digest != nil { continue }
      guard file.hasSameHead(as: other) else { return .more }
      texts.insert(path)
    }
    return texts.isEmpty ? .nothing : .texts(texts)
  }

  /// The same network, as if a consent had been withdrawn in all documents that name it.
  package func withdrawing(_ consent: ConsentNumber, from day: CalendarDate) -> NetworkReading {
    var copy = self
    copy.documents = documents.map { $0.withdrawing(consent, from: day) ?? $0 }
    return copy
  }

  /// Whether all documents that were found could be read, so that it is known for sure which there are.
  package var isSure: Bool { unreadable.isEmpty && doubtful.isEmpty }

  /// The content folder, to read what was found in it.
  package var folder: ContentFolder { findings.folder }

  /// A file that the network was made from.
  package struct Input: Sendable {
    /// From the site's folder.
    package let path: String
    package let stamp: FileStamp
    /// Nil where the file's content was not looked at.
    package let digest: Fingerprint?
  }

  /// All files below the content folder.
  package var inputs: [Input] {
    findings.documents.map {
      Input(path: $0.path, stamp: files[$0.path]?.stamp ?? $0.stamp, digest: files[$0.path]?.digest)
    }
      + findings.others.map { other in
        guard let ledger, ledger.path == other.path else {
          return Input(path: other.path, stamp: other.stamp, digest: nil)
        }
        return Input(path: other.path, stamp: ledger.stamp ?? other.stamp, digest: ledger.digest)
      }
  }

  /// All files below a content folder as they stand now, none of them read; nil where something is wrong with one.
  package static func stamps(
    in siteFolder: String, _ configuration: SiteConfiguration
  ) throws(MachineFailure) -> [(path: String, stamp: FileStamp)]? {
    let findings = try ContentDiscovery(siteFolder: siteFolder, contentFolder: configuration.content).discover()
    guard findings.diagnostics.isEmpty, findings.refusedLinks.isEmpty else { return nil }
    return findings.documents.map { ($0.path, $0.stamp) } + findings.others.map { ($0.path, $0.stamp) }
  }

  /// What other pages than a document's own may show of it: its fields and the first words of its text.
  static func head(of parsed: ParsedDocument, _ document: DecodedDocument) -> Fingerprint {
    var hasher = StableHasher()
    parsed.lines.bytes.withUnsafeBytes { bytes in
      hasher.combine(UnsafeRawBufferPointer(rebasing: bytes[..<parsed.lines[parsed.lines.bodyStart].startIndex]))
    }
    hasher.combine(document.excerpt)
    for link in document.links {
      hasher.combine(link.destination)
      hasher.combine(link.isImage ? 1 : 0 as UInt64)
    }
    return hasher.fingerprint
  }
}

/// One file of an author, as it was read.
struct FileReading: Sendable {
  let stamp: FileStamp
  /// Nil for a file that could not be read.
  let digest: Fingerprint?
  let diagnostics: [Diagnostic]
  /// Nil where the diagnostics have errors of reading.
  let document: DecodedDocument?
  let body: BodyStore.Handle?
  /// See ``NetworkReading/head(of:_:)``.
  private let head: Fingerprint?

  init(
    _ stamp: FileStamp, _ digest: Fingerprint?, _ diagnostics: [Diagnostic], _ document: DecodedDocument? = nil,
    _ body: BodyStore.Handle? = nil, head: Fingerprint? = nil
  ) {
    self.stamp = stamp
    self.digest = digest
    // They are kept as long as the network is.
    self.diagnostics = diagnostics.bounded()
    self.document = document
    self.body = body
    self.head = head
  }

  /// The same content under the times of another look.
  func withStamp(_ stamp: FileStamp) -> FileReading {
    FileReading(stamp, digest, diagnostics, document, body, head: head)
  }

  func hasSameHead(as other: FileReading) -> Bool { head != nil && head == other.head }
}
