package import OpytDiagnostics
package import OpytFiles
package import OpytMarkup
package import OpytModel
import OpytText
import Synchronization

/// Files → network: discovery, parsing, decoding, resolving, checking. Collects all problems.
package struct NetworkLoader {
  private let siteFolder: String
  private let configuration: SiteConfiguration
  private let labels: BodyLabels
  private let workers: Workers

  /// - Parameters:
  ///   - siteFolder: an absolute path.
  ///   - labels: the words that texts need of their own, in the site's language.
  package init(siteFolder: String, configuration: SiteConfiguration, labels: BodyLabels, workers: Workers) {
    self.siteFolder = siteFolder
    self.configuration = configuration
    self.labels = labels
    self.workers = workers
  }

  /// Finds all files and reads each by itself.
  /// - Parameter previous: what was read before with the same configuration and labels: what has not changed since is
  ///   taken from there.
  package func read(after previous: NetworkReading? = nil) throws(MachineFailure) -> NetworkReading {
    let moment = FileStamp.now
    let findings = try ContentDiscovery(siteFolder: siteFolder, contentFolder: configuration.content).discover()
    let store = if let previous { previous.store } else { try BodyStore(siteFolder: siteFolder) }
    let parser = DocumentParser(
      limits: configuration.readingLimits, labels: labels, typography: configuration.language.typography)
    let decoder = DocumentDecoder(vocabularies: configuration.vocabularies)
    let read = workers.map(findings.documents) { file -> Result<FileReading, MachineFailure> in
      let known = previous?.files[file.path]
      if let previous, let known, known.stamp == file.stamp, !file.stamp.isTooYoung(for: previous.moment) {
        return .success(known)
      }
      do throws(MachineFailure) {
        return .success(
          try self.read(file, in: findings.folder, known: known, parser: parser, decoder: decoder, store: store))
      } catch {
        return .failure(error)
      }
    }
    var files: [FileReading] = []
    files.reserveCapacity(read.count)
    for result in read { files.append(try result.get()) }
    return NetworkReading(
      findings, files, store, verdicts: previous?.verdicts ?? FileVerdicts(), moment: moment,
      ledger: try readLedger(findings))
  }

  private func readLedger(_ findings: ContentDiscovery.Findings) throws(MachineFailure) -> LedgerFile? {
    guard let path = findings.ledger else { return nil }
    do throws(FileSystem.ReadingFailure) {
      let (bytes, stamp) = try findings.folder.readStamped(path, limit: AddressLedger.maximumBytes)
      return LedgerFile(path, bytes, stamp)
    } catch {
      if let failure = error.ofMachine(path) { throw failure }
      return LedgerFile(path, unreadable: .unreadable(path, error))
    }
  }

  /// Makes one network of the files: resolves what they say of each other, and checks the whole.
  /// - Parameter today: the day that the site is built on.
  /// - Returns: all diagnostics, those of reading included.
  package func resolve(_ reading: NetworkReading, on today: CalendarDate) throws(MachineFailure) -> (
    network: Network, diagnostics: [Diagnostic]
  ) {
    let inventory = ContentInventory(root: configuration.content, files: reading.findings.inventory)
    let doubtful = DoubtfulFiles(folder: reading.findings.folder)
    let unused = UnusedFiles(reading, contentFolder: configuration.content) { path in
      FileName.isMarked(doubtful.read(path, limit: 15) ?? [])
    }
    let unreadable = reading.unreadable + unused.refused
    let resolver = Resolver(
      documents: reading.documents, unreadable: unreadable, inventory: inventory,
      limits: configuration.fileLimits)
    var diagnostics = resolver.completing(reading.diagnostics)
    let (graph, resolving) = resolver.resolve()
    diagnostics += resolving
    if let nothing = EmptyContent.diagnostic(reading, contentFolder: configuration.content) {
      diagnostics.append(nothing)
    }
    let named = NamedFiles(graph)
    let (faults, unopened) = try reading.inspect(named.paths, workers)
    diagnostics += named.diagnostics(faults) + unopened
    diagnostics += GraphInvariants(graph, today: today, policy: configuration.policy).check()
    for (path, told) in reading.findings.refusedLinks where !graph.doubts.refusedFiles.contains(path) {
      diagnostics.append(told)
    }
    diagnostics += unused.diagnostics(used: Self.usedFiles(graph), problems: resolving) { path in
      doubtful.read(path, limit: configuration.readingLimits.fileBytes)
    }
    if let failure = doubtful.failure { throw failure }
    let network = Network(
      graph: graph, bodies: reading.bodies, store: reading.store,
      fileCount: reading.findings.documents.count)
    return (network, diagnostics)
  }

  /// Reads a document's text again as a letter needs it: it is asked for so rarely that no run keeps it of every text.
  /// - Parameter reading: where the document was read before. What has changed since can't be told any more by this run.
  /// - Returns: nil where the document has no text.
  package func letter(
    of document: DecodedDocument, in reading: NetworkReading
  ) throws(MachineFailure) -> MarkdownBody? {
    let path = siteFolder + "/" + document.path
    let bytes = try reading.findings.folder.contents(
      of: document.path, limit: configuration.readingLimits.fileBytes)
    guard Fingerprint(of: bytes) == reading.files[document.path]?.digest else {
      throw MachineFailure("read", path, code: FileSystem.ReadingFailure.changed.code)
    }
    let parser = DocumentParser(
      limits: configuration.readingLimits, labels: labels, style: .letter, typography: configuration.language.typography
    )
    let body = parser.parse(SourceFile(path: document.path, bytes: bytes)).document?.body
    return body.flatMap { $0.html.bytes.isEmpty ? nil : $0 }
  }

  private func read(
    _ file: ContentDiscovery.DocumentFile, in folder: ContentFolder, known: FileReading?, parser: DocumentParser,
    decoder: DocumentDecoder,
    store: BodyStore
  ) throws(MachineFailure) -> FileReading {
    let (bytes, stamp): ([UInt8], FileStamp)
    do throws(FileSystem.ReadingFailure) {
      (bytes, stamp) = try folder.readStamped(
        file.path, limit: configuration.readingLimits.fileBytes)
    } catch {
      if let failure = error.ofMachine(file.path) { throw failure }
      return FileReading(file.stamp, nil, [.unreadable(file.path, error)])
    }
    let digest = Fingerprint(of: bytes)
    if let known, known.digest == digest { return known.withStamp(stamp) }
    let (parsed, parsing) = parser.parse(SourceFile(path: file.path, bytes: bytes))
    guard let parsed else { return FileReading(stamp, digest, parsing) }
    let (document, decoding) = decoder.decode(parsed, as: file.kind.entityType, id: file.id)
    return FileReading(
      stamp, digest, parsing + decoding, document, try store.add(parsed.body.html),
      head: NetworkReading.head(of: parsed, document))
  }

  /// The paths of all files that will be published with documents, and of those that were told where they are named.
  private static func usedFiles(_ graph: SiteGraph) -> Set<String> {
    var used = graph.doubts.refusedFiles
    for document in graph.documents {
      for path in document.filePaths { if let path { used.insert(path) } }
      for case .file(let path) in document.linkTargets { used.insert(path) }
    }
    return used
  }
}

extension Diagnostic {
  /// A file that was found, and can't be read.
  static func unreadable(_ path: String, _ failure: FileSystem.ReadingFailure) -> Diagnostic {
    let reason: Phrase =
      switch failure {
      case .notAFile: Phrase("это не обычный файл", en: "not a regular file")
      case .changed: Phrase("файл изменился во время чтения", en: "the file changed while being read")
      case .system(let code): .unreadable("файл", en: "file", MachineFailure("read", path, code: code))
      }
    return Diagnostic(.fileUnreadable, reason, at: SourceLocation(file: path))
  }
}

/// Files that may be documents by mistake, read where their names don't tell. What can't be read is none, unless it is
/// the machine that failed.
private final class DoubtfulFiles: Sendable {
  private let folder: ContentFolder
  private let failed = Mutex<MachineFailure?>(nil)

  init(folder: ContentFolder) { self.folder = folder }

  var failure: MachineFailure? { failed.withLock { $0 } }

  func read(_ path: String, limit: Int) -> [UInt8]? {
    do throws(FileSystem.ReadingFailure) {
      return try folder.read(path, limit: limit)
    } catch {
      if let failure = error.ofMachine(path) { failed.withLock { $0 = $0 ?? failure } }
      return nil
    }
  }
}
