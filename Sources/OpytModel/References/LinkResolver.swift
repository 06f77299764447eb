import Foundation
import OpytDiagnostics
import OpytMarkup
import OpytText

/// Where a link inside the site leads.
public enum LinkTarget: Hashable, Sendable {
  case document(DocumentID, fragment: String?)
  /// A place in the same text.
  case fragment(String)
  /// A file, by its path from the site's folder.
  case file(String)
  /// Nowhere: a diagnostic told why.
  case none
}

/// Resolves the links in texts (`domain.md` §6, 14).
struct LinkResolver {
  private let documents: [DecodedDocument]
  private let byPath: [String: Int]
  private let index: ReferenceIndex
  private let suggestions: DocumentSuggestions
  private let files: FileResolver
  private let contentFolder: String

  init(
    documents: [DecodedDocument], index: ReferenceIndex, suggestions: DocumentSuggestions, files: FileResolver,
    contentFolder: String
  ) {
    self.documents = documents
    self.index = index
    self.suggestions = suggestions
    self.files = files
    self.contentFolder = contentFolder
    byPath = Dictionary(documents.enumerated().map { ($1.path.composed, $0) }, uniquingKeysWith: { first, _ in first })
  }

  func resolve(linksOf document: DecodedDocument) -> (targets: [LinkTarget], diagnostics: [Diagnostic]) {
    var diagnostics: [Diagnostic] = []
    let targets = document.links.map { link in
      let (target, problem) = resolve(link, of: document)
      if let problem { diagnostics.append(problem) }
      return target
    }
    return (targets, diagnostics)
  }

  private func resolve(
    _ link: MarkdownBody.Link, of document: DecodedDocument
  ) -> (LinkTarget, Diagnostic?) {
    let location = SourceLocation(file: document.path, range: link.range)
    let (path, fragment) = Self.parts(of: link.destination)
    if link.isImage { return files.resolve(path, of: document, isPhoto: true, at: location) }
    if path.isEmpty {
      guard let fragment, !fragment.isEmpty else { return (.none, unresolved(link.destination, nil, at: location)) }
      return (.fragment(fragment), missing(fragment, in: document, at: location))
    }
    switch documentIndex(path, from: document) {
    case .document(let number):
      let (id, target) = (DocumentID(number), documents[number])
      guard let fragment, !fragment.isEmpty else { return (.document(id, fragment: nil), nil) }
      // The link itself is an error then, and headings are not told.
      if target.isMembersOnly, !document.isMembersOnly { return (.document(id, fragment: fragment), nil) }
      return (.document(id, fragment: fragment), missing(fragment, in: target, at: location))
    case .ambiguous(let numbers): return (.none, .ambiguous(path, numbers.map { documents[$0] }, at: location))
    case .unreadable: return (.none, nil)
    case .none: break
    }
    if FileTypes.group(of: path) != nil { return files.resolve(path, of: document, isPhoto: false, at: location) }
    return (.none, unresolved(link.destination, suggestion(for: path, from: document), at: location))
  }

  /// Path and fragment, decoded only once they are apart: `%23` is a letter of a name.
  private static func parts(of destination: String) -> (path: String, fragment: String?) {
    func decoded(_ part: Substring) -> String {
      let text = String(part)
      return (text.utf8.contains(UInt8(ascii: "%")) ? text.removingPercentEncoding ?? text : text).composed
    }
    guard let mark = destination.utf8.firstIndex(of: UInt8(ascii: "#")) else { return (decoded(destination[...]), nil) }
    return (decoded(destination[..<mark]), decoded(destination[destination.utf8.index(after: mark)...]))
  }

  /// A path to a source file, or `kind/id`.
  private func documentIndex(_ path: String, from document: DecodedDocument) -> ReferenceIndex.Match {
    if let file = RelativePath.resolve(path, from: document.folder) {
      let candidates = [file, file + "/index.md"]
      if let number = candidates.lazy.compactMap({ byPath[$0] }).first { return .document(number) }
      // A file that could not be read is told of once, at itself.
      if isUnreadable(file) { return .unreadable }
      if path.hasSuffix(".md") { return .none }
    }
    let parts = path.split(separator: "/", omittingEmptySubsequences: false)
    guard parts.count == 2, let kind = Kind(folder: String(parts[0])) else { return .none }
    return index.match(String(parts[1]), among: [kind])
  }

  private func isUnreadable(_ file: String) -> Bool {
    guard file.hasPrefix(contentFolder + "/") else { return false }
    let parts = file.dropFirst(contentFolder.count + 1).split(separator: "/")
    guard parts.count >= 2, let last = parts.last, let kind = Kind(folder: String(parts[0])) else { return false }
    let name = last == "index.md" ? parts[parts.count - 2] : last.hasSuffix(".md") ? last.dropLast(3) : last
    if case .unreadable = index.match(String(name), among: [kind]) { return true }
    return false
  }

  private func missing(_ fragment: String, in document: DecodedDocument, at location: SourceLocation) -> Diagnostic? {
    let ids = document.outline.map(\.id)
    if ids.contains(fragment) { return nil }
    // «#Ход работы» is how other programs name the heading whose id is `khod-raboty`.
    let transliterated = Transliteration.slug(fragment)
    let near = ids.contains(transliterated) ? transliterated : Suggester.nearest(to: fragment, among: ids)
    let title = near.flatMap { id in document.outline.first { $0.id == id }?.title }
    let known =
      ids.isEmpty ? Phrase("нет", en: "none") : Phrase(ids.joined(separator: ", "), en: ids.joined(separator: ", "))
    return Diagnostic(
      .anchorUnresolved,
      Phrase(
        "в файле \(document.path) нет заголовка «#\(fragment)»", en: "no heading “#\(fragment)” in \(document.path)"),
      at: location, suggestion: near.map { Suggestion("#\($0)", title: title) },
      advice: near == nil ? Phrase("заголовки там: \(known.russian)", en: "headings there: \(known.english)") : nil)
  }

  private func unresolved(
    _ destination: String, _ suggestion: Suggestion?, at location: SourceLocation
  ) -> Diagnostic {
    Diagnostic(
      .linkUnresolved,
      Phrase("ссылка «\(destination)» никуда не ведёт", en: "the link “\(destination)” leads nowhere"), at: location,
      suggestion: suggestion,
      advice: suggestion == nil
        ? Phrase(
          "укажите файл (../projects/ogorod.md) или папку и имя (projects/ogorod)",
          en: "give a file (../projects/ogorod.md) or folder/id (projects/ogorod)") : nil)
  }

  private func suggestion(for path: String, from document: DecodedDocument) -> Suggestion? {
    let parts = path.split(separator: "/")
    if !path.hasSuffix(".md"), parts.count == 2, let kind = Kind(folder: String(parts[0])) {
      let near = index.suggestion(for: String(parts[1]), among: [kind], in: document)
      return near.map { Suggestion("\(kind.folder)/\($0.value)", title: $0.title) }
    }
    guard let last = parts.last else { return nil }
    // The same file name elsewhere, else a near one.
    let wanted = last == "index.md" && parts.count > 1 ? String(parts[parts.count - 2]) : String(last)
    guard let near = suggestions.document(nearFileName: wanted, for: document) else { return nil }
    return Suggestion(Self.relative(near.path, from: document.folder), title: near.entity.title.value)
  }

  private static func relative(_ path: String, from folder: String) -> String {
    let target = path.split(separator: "/")
    let base = folder.split(separator: "/")
    let common = zip(target, base).prefix { $0 == $1 }.count
    return (Array(repeating: "..", count: base.count - common) + target[common...]).joined(separator: "/")
  }
}
