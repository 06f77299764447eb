import OpytDiagnostics
import OpytMarkup
import OpytModel

/// All that was read of a network: its documents, how they refer to each other, and where their texts are.
struct Network: Sendable {
  let graph: SiteGraph
  /// By ``DocumentID``.
  let bodies: [BodyStore.Handle?]
  let store: BodyStore
  /// How many files were read.
  let fileCount: Int
}

/// Files → network: discovery, parsing, decoding, resolving, checking. Collects all problems.
struct NetworkLoader {
  private let siteFolder: String
  private let configuration: SiteConfiguration
  private let labels: BodyLabels
  private let workers: Workers

  init(siteFolder: String, configuration: SiteConfiguration, strings: ThemeStrings, workers: Workers) {
    self.siteFolder = siteFolder
    self.configuration = configuration
    labels = BodyLabels(
      footnotes: strings.text(.footnotes), backToText: strings.text(.backToText), done: strings.text(.taskDone),
      notDone: strings.text(.taskNotDone))
    self.workers = workers
  }

  private struct Loaded: Sendable {
    var document: DecodedDocument?
    var body: BodyStore.Handle?
    var diagnostics: [Diagnostic]
    var failure: MachineFailure?
  }

  func load(stopwatch: inout Stopwatch) throws(MachineFailure) -> (network: Network, diagnostics: [Diagnostic]) {
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
    stopwatch.lap(.reading)

    let inventory = ContentInventory(root: configuration.content, files: findings.files)
    let resolver = Resolver(
      documents: documents.map(\.document), unreadable: unreadable, inventory: inventory,
      limits: configuration.fileLimits)
    let (graph, resolving) = resolver.resolve()
    diagnostics += resolving
    diagnostics += GraphInvariants(graph, policy: configuration.policy).check()
    diagnostics += unusedFiles(findings, graph, skipping: unreadable)
    stopwatch.lap(.checking)
    let network = Network(
      graph: graph, bodies: documents.map(\.body), store: store, fileCount: findings.documents.count)
    return (network, diagnostics)
  }

  private func load(
    _ file: ContentDiscovery.DocumentFile, parser: DocumentParser, decoder: DocumentDecoder, store: BodyStore
  ) -> Loaded {
    let bytes: [UInt8]
    do {
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
    do {
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
      case .system(let code):
        Phrase(
          "файл не читается: \(MachineFailure("read", path, code: code).explanation)", en: "can't read the file")
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
