import Foundation
import OpytDiagnostics
import OpytMarkup
import OpytModel
import Testing

/// A network in memory: documents by path, and the other files under `content/` by path with their sizes.
///
/// A test starts from ``base``, which has nothing wrong, changes one place, and compares ``problems``.
struct TestNetwork {
  var documents: [String: String]
  var files: [String: Int] = [:]
  /// The day that the site is built on.
  var today = TestNetwork.today
  var policy = GraphInvariants.Policy()
  var vocabularies = Vocabularies()
  var limits = FileLimits()

  static let today = CalendarDate(year: 2026, month: 6, day: 1) ?? .blank

  /// The same network on another day.
  func on(_ day: String) throws -> TestNetwork {
    var network = self
    network.today = try CalendarDate(parsing: day)
    return network
  }

  func adding(_ path: String, _ text: String) -> TestNetwork {
    var network = self
    network.documents[path] = text
    return network
  }

  func removing(_ path: String) -> TestNetwork {
    var network = self
    network.documents[path] = nil
    return network
  }

  func addingFile(_ path: String, size: Int = 1000) -> TestNetwork {
    var network = self
    network.files[path] = size
    return network
  }

  /// Replaces a text that stands once in a document.
  func replacing(
    _ old: String, with new: String, in path: String, sourceLocation: Testing.SourceLocation = #_sourceLocation
  ) -> TestNetwork {
    let parts = (documents[path] ?? "").components(separatedBy: old)
    if parts.count != 2 {
      Issue.record("«\(old)» stands \(parts.count - 1) times in \(path)", sourceLocation: sourceLocation)
    }
    return adding(path, parts.joined(separator: new))
  }

  /// Adds lines right behind the first `---`, so that they are lines 2, 3, …
  func addingFields(_ lines: String, to path: String) -> TestNetwork {
    adding(path, "---\n" + lines + "\n" + (documents[path] ?? "").dropFirst(4))
  }

  /// Adds lines at the end of the text.
  func addingText(_ lines: String, to path: String) -> TestNetwork {
    adding(path, (documents[path] ?? "") + lines + "\n")
  }

  // MARK: The way through the room

  struct Checked {
    let graph: SiteGraph
    let diagnostics: [Diagnostic]
    let fileCount: Int

    var report: DiagnosticReport { DiagnosticReport(diagnostics, fileCount: fileCount) }

    func document(_ path: String) throws -> ResolvedDocument {
      try #require(graph.documents.first { $0.decoded.path == path })
    }

    func id(_ path: String) throws -> DocumentID {
      try #require(graph.ids.first { graph[$0].decoded.path == path })
    }

    func entity<E: Entity>(_ path: String, as type: E.Type) throws -> E {
      try #require(try document(path).entity as? E)
    }
  }

  func check() -> Checked {
    var diagnostics: [Diagnostic] = []
    var decoded: [DecodedDocument] = []
    var unreadable: [UnreadableDocument] = []
    for (path, text) in documents.sorted(by: { $0.key < $1.key }) {
      let parts = path.split(separator: "/").map(String.init)
      let name =
        parts[parts.count - 1] == "index.md" ? parts[parts.count - 2] : String(parts[parts.count - 1].dropLast(3))
      guard let kind = Kind(folder: parts[1]) else {
        Issue.record("no kind for \(path)")
        continue
      }
      let (parsed, parsing) = DocumentParser().parse(SourceFile(path: path, bytes: Array(text.utf8)))
      diagnostics += parsing
      guard let parsed else {
        unreadable.append(UnreadableDocument(kind: kind, id: name))
        continue
      }
      let (document, decoding) = DocumentDecoder(vocabularies: vocabularies).decode(
        parsed, as: kind.entityType, id: name)
      diagnostics += decoding
      decoded.append(document)
    }
    decoded.sort(by: DocumentOrder.precedes)
    let inventory = ContentInventory(root: "content", files: files.mapValues { .init(size: $0) })
    let resolver = Resolver(documents: decoded, unreadable: unreadable, inventory: inventory, limits: limits)
    diagnostics = resolver.completing(diagnostics)
    let (graph, resolving) = resolver.resolve()
    diagnostics += resolving
    diagnostics += GraphInvariants(graph, today: today, policy: policy).check()
    return Checked(graph: graph, diagnostics: diagnostics, fileCount: documents.count)
  }

  /// Everything found wrong, one line each, in the order of files and places: see ``compact(_:)``.
  var problems: [String] { check().report.entries.map { compact($0.diagnostic) } }

  /// The messages in Russian, in the same order.
  var messages: [String] { check().report.entries.map(\.diagnostic.message.russian) }
}

/// `content/projects/a.md:7:14 reference-unresolved error sreda-tretiy-uchitel`: place, code, severity, suggestion.
func compact(_ diagnostic: Diagnostic) -> String {
  let start = diagnostic.location.range.map { ":\($0.start.line):\($0.start.column)" } ?? ""
  let suggestion = diagnostic.suggestion.map { " \($0.value)" } ?? ""
  return "\(diagnostic.location.file)\(start) \(diagnostic.code.rawValue) \(diagnostic.severity.rawValue)\(suggestion)"
}

/// One document, decoded alone: for what needs no network.
func decode(
  _ frontMatter: String, as kind: Kind = .page, vocabularies: Vocabularies = Vocabularies()
) throws -> (document: DecodedDocument, problems: [String]) {
  let file = SourceFile(path: "a.md", bytes: Array("---\n\(frontMatter)\n---\n".utf8))
  let (parsed, parsing) = DocumentParser().parse(file)
  let document = try #require(parsed, "\(parsing)")
  let (decoded, decoding) = DocumentDecoder(vocabularies: vocabularies).decode(
    document, as: kind.entityType, id: "a")
  return (decoded, (parsing + decoding).map { String(compact($0).dropFirst("a.md:".count)) })
}

/// What of one field of a kind came of a front matter, as data; and what was told of its lines.
func content(
  of field: String, _ frontMatter: String, as kind: Kind
) throws -> (content: FieldContent, problems: [String]) {
  let (document, problems) = try decode(frontMatter, as: kind)
  let descriptions = type(of: document.entity).descriptions
  let index = try #require(descriptions.firstIndex { $0.name == field })
  return (document.entity.contents[index], problems.filter { !$0.hasPrefix("2:1 value-missing") })
}

extension Entity {
  /// The schema's fields, as data.
  static var descriptions: [FieldDescription] { schema.descriptions }
}
