public import OpytDiagnostics
import OpytMarkup
import OpytText

/// The third step of the way: what authors wrote to point to documents and files → what they point to.
public struct Resolver {
  private let documents: [DecodedDocument]
  private let index: ReferenceIndex
  private let links: LinkResolver
  private let files: FileResolver
  private var diagnostics: [Diagnostic] = []
  private var namesakes: Set<DocumentID> = []
  /// What was most likely meant by references that lead nowhere.
  private var doubted: Set<String> = []

  /// - Parameter documents: in the order of ``DocumentOrder``.
  public init(
    documents: [DecodedDocument], unreadable: [UnreadableDocument] = [], inventory: ContentInventory,
    limits: FileLimits = FileLimits()
  ) {
    self.documents = documents
    let suggestions = DocumentSuggestions(documents)
    index = ReferenceIndex(documents, unreadable: unreadable, suggestions: suggestions)
    files = FileResolver(inventory: inventory, limits: limits, documents: documents)
    links = LinkResolver(
      documents: documents, index: index, suggestions: suggestions, files: files, contentFolder: inventory.root)
  }

  /// The diagnostics of decoding, with the network's own names where they show how to write what is missing.
  public func completing(_ diagnostics: [Diagnostic]) -> [Diagnostic] {
    OwnNames(documents, index).completing(diagnostics)
  }

  /// Resolves every reference, link and file. The graph has a gap where a diagnostic tells an error.
  public consuming func resolve() -> (graph: SiteGraph, diagnostics: [Diagnostic]) {
    checkUniqueIDs()
    var resolved: [ResolvedDocument] = []
    resolved.reserveCapacity(documents.count)
    for document in documents {
      let targets = resolve(referencesOf: document)
      let linkTargets = links.resolve(linksOf: document, &diagnostics)
      let paths = files.resolve(filesOf: document, &diagnostics)
      resolved.append(
        ResolvedDocument(decoded: document, targets: targets, linkTargets: linkTargets, filePaths: paths))
    }
    return (SiteGraph(resolved, doubts: doubts), diagnostics)
  }

  /// What is not known of the network, for the rules that would tell the same mistakes again.
  private var doubts: SiteGraph.Doubts {
    SiteGraph.Doubts(
      meant: doubted, refusedFiles: files.refused, unreadableKinds: index.unreadableKinds,
      namesakes: namesakes)
  }

  /// Ids differ within a kind, without regard to case and Unicode form (1).
  private mutating func checkUniqueIDs() {
    for (number, other) in index.duplicates() {
      namesakes.insert(DocumentID(number))
      // Ids are written in small letters: of two that differ in that alone, the other is told.
      func capitals(_ number: Int) -> Int { documents[number].id.count(where: \.isUppercase) }
      let isFirst = capitals(number) < capitals(other)
      let (document, kept) = isFirst ? (documents[other], documents[number]) : (documents[number], documents[other])
      diagnostics.append(
        Diagnostic(
          .idDuplicate,
          Phrase(
            "имя «\(document.id)» уже занято файлом \(kept.path)",
            en: "the id “\(document.id)” is taken by \(kept.path)"),
          at: SourceLocation(file: document.path),
          advice: document.id == kept.id
            ? Phrase("переименуйте один из файлов", en: "rename one of the files")
            : Phrase(
              "прописные и строчные буквы имён не различают: переименуйте или удалите один из файлов",
              en: "names that differ in capital letters are one name: rename or delete one of the files")))
    }
  }

  private mutating func resolve(referencesOf document: DecodedDocument) -> [DocumentID?] {
    var collector = DiagnosticCollector()
    let targets = document.references.map { target(of: $0, in: document, &collector) }
    diagnostics += collector.diagnostics
    return targets
  }

  private mutating func target(
    of reference: UnresolvedReference, in document: DecodedDocument, _ collector: inout DiagnosticCollector
  ) -> DocumentID? {
    switch index.match(reference.text, among: reference.kinds) {
    case .document(let number): return DocumentID(number)
    case .unreadable: return nil
    case .ambiguous where reference.mayBeWords: return nil
    case .ambiguous(let numbers):
      collector.add(.referenceAmbiguous, cause: "\(numbers)") {
        .ambiguous(
          reference.text, numbers.map { documents[$0] },
          at: SourceLocation(file: document.path, range: reference.range))
      }
      return nil
    case .none where reference.mayBeWords:
      if let advice = doubtfulWords(reference, in: document) {
        collector.add(.referenceUnresolved, .warning, advice)
      }
      return nil
    case .none:
      let message = UnresolvedMessage(reference, in: document, index)
      collector.add(.referenceUnresolved, cause: message.cause) {
        let told = message.told
        doubted.formUnion(told.meant)
        return told.diagnostic
      }
      return nil
    }
  }
}

extension Resolver {
  /// Words that look like the id of a document, and are nearly one.
  private func doubtfulWords(_ reference: UnresolvedReference, in document: DecodedDocument) -> Diagnostic? {
    let text = reference.text
    let isLikeID = text.utf8.allSatisfy { $0.isASCIILetterOrDigit || "-_/".utf8.contains($0) }
    guard isLikeID, let near = index.correction(of: text, among: reference.kinds, in: document) else { return nil }
    return Diagnostic(
      .referenceUnresolved, .warning,
      Phrase("«\(text)» останется просто словом", en: "“\(text)” will be nothing but a word"),
      at: SourceLocation(file: document.path, range: reference.range), suggestion: near.suggestion,
      advice: Phrase(
        "имя файла должно совпасть полностью: тогда здесь будет ссылка, а страница сада или партнёра скажет об этой просьбе",
        en: "only the exact id makes a link, and tells the one who is asked"),
      fixes: near.certain.flatMap { .value(text, at: reference.range, with: $0) }.map { [$0] } ?? [])
  }
}

extension Diagnostic {
  /// One name that fits several documents: the message names them all.
  static func ambiguous(_ text: String, _ documents: [DecodedDocument], at location: SourceLocation) -> Diagnostic {
    let notes = documents.map { document in
      let name = "\(document.kind.folder)/\(document.id)"
      return Note(Phrase(name, en: name), at: SourceLocation(file: document.path))
    }
    return Diagnostic(
      .referenceAmbiguous,
      Phrase("«\(text)» подходит нескольким документам", en: "“\(text)” fits several documents"), at: location,
      advice: Phrase("укажите имя файла без .md или папку и имя, как ниже", en: "give the id, or folder/id"),
      notes: notes,
      cause: "\(documents.map(\.path))")
  }
}

/// How large a published file may be.
public struct FileLimits: Sendable {
  public var attachmentBytes = 20 << 20
  public var photoBytes = 5 << 20

  public init() {}
}

/// The order of documents everywhere: by kind, then by id, by bytes, so that it is the same in every locale.
public enum DocumentOrder {
  public static func precedes(_ left: DecodedDocument, _ right: DecodedDocument) -> Bool {
    if left.kind != right.kind { return left.kind < right.kind }
    if left.id != right.id { return left.id.utf8.lexicographicallyPrecedes(right.id.utf8) }
    return left.path.utf8.lexicographicallyPrecedes(right.path.utf8)
  }
}
