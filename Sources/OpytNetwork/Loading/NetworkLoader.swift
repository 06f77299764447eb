import OpytDiagnostics
import OpytFiles
import OpytMarkup
import OpytModel
import OpytText

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

  /// The files as they were read, each by itself: what they say of each other is not known yet.
  package struct Reading: Sendable {
    fileprivate let findings: ContentDiscovery.Findings
    fileprivate let documents: [(document: DecodedDocument, body: BodyStore.Handle?)]
    fileprivate let unreadable: [UnreadableDocument]
    fileprivate let store: BodyStore
    fileprivate let diagnostics: [Diagnostic]
  }

  private struct Loaded: Sendable {
    var document: DecodedDocument?
    var body: BodyStore.Handle?
    var diagnostics: [Diagnostic]
    var failure: MachineFailure?
  }

  /// Finds all files and reads each by itself.
  package func read() throws(MachineFailure) -> Reading {
    let findings = try ContentDiscovery(siteFolder: siteFolder, contentFolder: configuration.content).discover()
    var diagnostics = findings.diagnostics
    let store = try BodyStore()
    let parser = DocumentParser(limits: configuration.readingLimits, labels: labels)
    let decoder = DocumentDecoder(vocabularies: configuration.vocabularies)
    let loaded = workers.map(findings.documents) { file in
      load(file, parser: parser, decoder: decoder, store: store)
    }
    if let failure = loaded.lazy.compactMap(\.failure).first { throw failure }

    var documents: [(document: DecodedDocument, body: BodyStore.Handle?)] = []
    var unreadable: [UnreadableDocument] = []
    for (file, result) in zip(findings.documents, loaded) {
      diagnostics += result.diagnostics
      if let document = result.document {
        documents.append((document, result.body))
      } else {
        unreadable.append(UnreadableDocument(kind: file.kind, id: file.id))
      }
    }
    documents.sort { DocumentOrder.precedes($0.document, $1.document) }
    return Reading(
      findings: findings, documents: documents, unreadable: unreadable, store: store, diagnostics: diagnostics)
  }

  /// Makes one network of the files: resolves what they say of each other, and checks the whole.
  /// - Returns: all diagnostics, those of reading included.
  package func resolve(_ reading: Reading) -> (network: Network, diagnostics: [Diagnostic]) {
    let inventory = ContentInventory(root: configuration.content, files: reading.findings.files)
    let resolver = Resolver(
      documents: reading.documents.map(\.document), unreadable: reading.unreadable, inventory: inventory,
      limits: configuration.fileLimits)
    let (graph, resolving) = resolver.resolve()
    var diagnostics = reading.diagnostics + resolving
    diagnostics += GraphInvariants(graph, policy: configuration.policy).check()
    diagnostics += unusedFiles(reading.findings, graph, skipping: reading.unreadable)
    let network = Network(
      graph: graph, bodies: reading.documents.map(\.body), store: reading.store,
      fileCount: reading.findings.documents.count)
    return (network, diagnostics)
  }

  private func load(
    _ file: ContentDiscovery.DocumentFile, parser: DocumentParser, decoder: DocumentDecoder, store: BodyStore
  ) -> Loaded {
    let bytes: [UInt8]
    do throws(FileSystem.ReadingFailure) {
      bytes = try FileSystem.read(siteFolder + "/" + file.path, limit: configuration.readingLimits.fileBytes)
    } catch {
      if case .system(let code) = error {
        let failure = MachineFailure("read", file.path, code: code)
        if failure.isExhaustion { return Loaded(diagnostics: [], failure: failure) }
      }
      return Loaded(diagnostics: [unreadable(file.path, error)])
    }
    let (parsed, parsing) = parser.parse(SourceFile(path: file.path, bytes: bytes))
    guard let parsed else { return Loaded(diagnostics: parsing) }
    let (document, decoding) = decoder.decode(parsed, as: file.kind.entityType, id: file.id)
    do throws(MachineFailure) {
      return Loaded(document: document, body: try store.add(parsed.body.html), diagnostics: parsing + decoding)
    } catch {
      return Loaded(diagnostics: [], failure: error)
    }
  }

  private func unreadable(_ path: String, _ failure: FileSystem.ReadingFailure) -> Diagnostic {
    let reason: Phrase =
      switch failure {
      case .notAFile: Phrase("это не обычный файл", en: "not a regular file")
      case .changed: Phrase("файл изменился во время чтения", en: "the file changed while being read")
      case .system(let code): .unreadable("файл", en: "file", MachineFailure("read", path, code: code))
      }
    return Diagnostic(.fileUnreadable, reason, at: SourceLocation(file: path))
  }

  /// A file that nothing names is not published, and its author should know.
  private func unusedFiles(
    _ findings: ContentDiscovery.Findings, _ graph: SiteGraph, skipping unreadable: [UnreadableDocument]
  ) -> [Diagnostic] {
    // A document that could not be read may name any of them.
    guard unreadable.isEmpty else { return [] }
    var used: Set<String> = []
    for document in graph.documents {
      for path in document.filePaths { if let path { used.insert(path) } }
      for case .file(let path) in document.linkTargets { used.insert(path) }
    }
    return findings.files.keys.filter { !used.contains($0) }.sorted().map { path in
      Diagnostic(
        .fileUnused, .warning,
        Phrase(
          "файл не упомянут ни в одном документе и не будет опубликован",
          en: "no document names this file, so it is not published"),
        at: SourceLocation(file: path))
    }
  }
}
