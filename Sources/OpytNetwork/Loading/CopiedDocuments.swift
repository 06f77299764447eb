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
    var groups: [Content: [Int]] = [:]
    var marked: [(index: Int, original: String)] = []
    for (index, document) in documents.enumerated() {
      if let original = CopyName.original(of: document.id) { marked.append((index, original)) }
      guard document.stamp.size >= Self.shortestText, let digest = digests[index] else { continue }
      let content = Content(kind: document.kind, digest: digest)
      if let other = first[content] {
        groups[content, default: [other]].append(index)
      } else {
        first[content] = index
      }
    }
    for group in groups.values {
      guard let kept = group.min(by: { Self.isOriginal(documents[$0], rather: documents[$1]) }) else { continue }
      for copy in group where copy != kept {
        indices.insert(copy)
        diagnostics.append(.sameContent(documents[copy], as: documents[kept]))
      }
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

  /// Of files that hold the same, the copy is the one that is called so; else the one whose name has more to it, or
  /// capital letters in it: names are addresses, and those are written small.
  private static func isOriginal(
    _ document: ContentDiscovery.DocumentFile, rather other: ContentDiscovery.DocumentFile
  ) -> Bool {
    let isCopy = CopyName.original(of: document.id) != nil
    if isCopy != (CopyName.original(of: other.id) != nil) { return !isCopy }
    let (name, otherName) = (document.id.lowercased(), other.id.lowercased())
    if name != otherName, otherName.hasPrefix(name) || name.hasPrefix(otherName) { return otherName.hasPrefix(name) }
    let (capitals, otherCapitals) = (document.id.count(where: \.isUppercase), other.id.count(where: \.isUppercase))
    if capitals != otherCapitals { return capitals < otherCapitals }
    return document.path.utf8.lexicographicallyPrecedes(other.path.utf8)
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
