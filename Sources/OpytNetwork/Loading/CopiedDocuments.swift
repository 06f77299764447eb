import Foundation
import OpytDiagnostics
import OpytFiles
import OpytModel
import OpytText

/// Documents that are copies of others: file managers, clouds and browsers make them, and nobody wants them published.
struct CopiedDocuments {
  /// The places of the documents that hold the same as another one, byte by byte. They are told, and left out: all that
  /// is wrong with them is wrong with the other.
  private(set) var indices: Set<Int> = []
  private(set) var diagnostics: [Diagnostic] = []

  /// A text shorter than this says nothing yet, and looks like any other that was just begun.
  private static let shortestText = 16

  /// - Parameters:
  ///   - documents: as they were found.
  ///   - digests: of their contents; nil for what could not be read.
  init(_ documents: [ContentDiscovery.DocumentFile], digests: [Fingerprint?]) {
    struct Content: Hashable {
      let kind: Kind
      let digest: Fingerprint
    }
    var first: [Content: Int] = Dictionary(minimumCapacity: documents.count)
    var marked: [(index: Int, original: String)] = []
    for (index, document) in documents.enumerated() {
      let original = CopyName.original(of: document.id)
      if let original { marked.append((index, original)) }
      guard document.stamp.size >= Self.shortestText, let digest = digests[index] else { continue }
      let content = Content(kind: document.kind, digest: digest)
      guard let other = first[content] else {
        first[content] = index
        continue
      }
      // Of two that hold the same, the copy is the one that is called so.
      let isFirst = original == nil && CopyName.original(of: documents[other].id) != nil
      let (copy, kept) = isFirst ? (other, index) : (index, other)
      first[content] = kept
      indices.insert(copy)
      diagnostics.append(.sameContent(documents[copy], as: documents[kept]))
    }
    if marked.isEmpty { return }
    let byID = Dictionary(
      documents.indices.map { (Self.key(documents[$0].kind, documents[$0].id), $0) },
      uniquingKeysWith: { first, _ in first })
    let byPath = Dictionary(
      documents.indices.map { (documents[$0].path.lowercased(), $0) }, uniquingKeysWith: { first, _ in first })
    for (index, original) in marked where !indices.contains(index) {
      let document = documents[index]
      // «index (1)» is a copy of its neighbour.
      let beside = (document.path.folderPath + "/" + original + ".md").lowercased()
      guard let other = byID[Self.key(document.kind, original)] ?? byPath[beside], other != index else { continue }
      diagnostics.append(.copyName(document, of: documents[other]))
    }
  }

  private static func key(_ kind: Kind, _ id: String) -> String { "\(kind.rawValue) \(id.lowercased())" }
}

extension Diagnostic {
  fileprivate static func sameContent(
    _ copy: ContentDiscovery.DocumentFile, as original: ContentDiscovery.DocumentFile
  ) -> Diagnostic {
    Diagnostic(
      .fileCopied,
      Phrase(
        "копия файла \(original.path): содержание одно и то же",
        en: "a copy of \(original.path): the content is the same"),
      at: SourceLocation(file: copy.path),
      advice: Phrase(
        "удалите лишний файл; если это начало другого документа, напишите в нём другое",
        en: "delete one of them; if it is to be another document, write something else in it"))
  }

  fileprivate static func copyName(
    _ copy: ContentDiscovery.DocumentFile, of original: ContentDiscovery.DocumentFile
  ) -> Diagnostic {
    Diagnostic(
      .fileCopied, .warning,
      Phrase(
        "имя «\(copy.id)» похоже на копию документа \(original.path)",
        en: "“\(copy.id)” looks like a copy of \(original.path)"),
      at: SourceLocation(file: copy.path),
      advice: Phrase(
        "если это копия, удалите её; если другой документ, назовите его иначе: имя видно в адресе страницы",
        en: "delete it if it is a copy; if not, rename it: the name shows in the page's address"))
  }
}
