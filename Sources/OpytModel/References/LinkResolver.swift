import Foundation
import OpytDiagnostics
import OpytMarkup

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

/// Resolves the links in texts, and the files that documents name (`domain.md` §6, 11 and 14).
struct LinkResolver {
  private let documents: [DecodedDocument]
  private let byPath: [String: Int]
  private let index: ReferenceIndex
  private let inventory: ContentInventory
  private let limits: FileLimits

  init(
    documents: [DecodedDocument], unreadable: [UnreadableDocument], index: ReferenceIndex, inventory: ContentInventory,
    limits: FileLimits
  ) {
    self.documents = documents
    self.index = index
    self.inventory = inventory
    self.limits = limits
    byPath = Dictionary(documents.enumerated().map { ($1.path.composed, $0) }, uniquingKeysWith: { first, _ in first })
  }

  // MARK: Links in a text

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
    let destination = (link.destination.removingPercentEncoding ?? link.destination).composed
    let parts = destination.split(separator: "#", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
    let path = parts.first ?? ""
    let fragment = parts.count == 2 ? parts[1] : nil
    if link.isImage { return resolveFile(path, of: document, isPhoto: true, at: location) }
    if path.isEmpty {
      guard let fragment, !fragment.isEmpty else { return (.none, unresolved(destination, nil, at: location)) }
      return (.fragment(fragment), missing(fragment, in: document, at: location))
    }
    switch documentIndex(path, from: document) {
    case .document(let number):
      let id = DocumentID(number)
      guard let fragment, !fragment.isEmpty else { return (.document(id, fragment: nil), nil) }
      return (.document(id, fragment: fragment), missing(fragment, in: documents[number], at: location))
    case .unreadable: return (.none, nil)
    case .ambiguous, .none: break
    }
    if FileTypes.type(of: path) != nil { return resolveFile(path, of: document, isPhoto: false, at: location) }
    return (.none, unresolved(destination, suggestion(for: path, from: document), at: location))
  }

  /// A path to a source file, or `kind/id`.
  private func documentIndex(_ path: String, from document: DecodedDocument) -> ReferenceIndex.Match {
    if let file = RelativePath.resolve(path, from: document.folder) {
      let candidates = [file, file + "/index.md"]
      if let number = candidates.lazy.compactMap({ byPath[$0] }).first { return .document(number) }
      if path.hasSuffix(".md") {
        let inside = file.hasPrefix(inventory.root + "/") ? file.dropFirst(inventory.root.count + 1) : ""
        let parts = inside.split(separator: "/")
        guard parts.count >= 2, let kind = Kind(folder: String(parts[0])) else { return .none }
        let name = parts[parts.count - 1] == "index.md" ? parts[parts.count - 2] : parts[parts.count - 1].dropLast(3)
        // A file that could not be read is told of once, at itself.
        if case .unreadable = index.match(String(name), among: [kind]) { return .unreadable }
        return .none
      }
    }
    let parts = path.split(separator: "/", omittingEmptySubsequences: false)
    guard parts.count == 2, let kind = Kind(folder: String(parts[0])) else { return .none }
    return index.match(String(parts[1]), among: [kind])
  }

  private func missing(_ fragment: String, in document: DecodedDocument, at location: SourceLocation) -> Diagnostic? {
    let ids = document.outline.map(\.id)
    if ids.contains(fragment) { return nil }
    let near = Suggester.nearest(to: fragment, among: ids)
    let title = near.flatMap { id in document.outline.first { $0.id == id }?.title }
    let known = ids.isEmpty ? "нет" : ids.joined(separator: ", ")
    return Diagnostic(
      .anchorUnresolved,
      Phrase(
        "в файле \(document.path) нет заголовка «#\(fragment)»", en: "no heading “#\(fragment)” in \(document.path)"),
      at: location, suggestion: near.map { Suggestion("#\($0)", title: title) },
      advice: near == nil ? Phrase("заголовки там: \(known)", en: "headings there: \(known)") : nil)
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
          "укажите файл (../projects/ogorod.md) или папка/имя (projects/ogorod)",
          en: "give a file (../projects/ogorod.md) or folder/id (projects/ogorod)") : nil)
  }

  private func suggestion(for path: String, from document: DecodedDocument) -> Suggestion? {
    let parts = path.split(separator: "/")
    if !path.hasSuffix(".md"), parts.count == 2, let kind = Kind(folder: String(parts[0])) {
      let near = index.suggestion(for: String(parts[1]), among: [kind])
      return near.map { Suggestion("\(kind.folder)/\($0.value)", title: $0.title) }
    }
    guard let last = parts.last else { return nil }
    // The same file name elsewhere, else a near one.
    let names = documents.map { $0.path.fileName == "index.md" ? $0.folder.fileName : $0.path.fileName }
    let wanted = last == "index.md" && parts.count > 1 ? String(parts[parts.count - 2]) : String(last)
    guard let near = Suggester.nearest(to: wanted, among: names), let number = names.firstIndex(of: near) else {
      return nil
    }
    return Suggestion(
      Self.relative(documents[number].path, from: document.folder), title: documents[number].entity.title.value)
  }

  private static func relative(_ path: String, from folder: String) -> String {
    let target = path.split(separator: "/")
    let base = folder.split(separator: "/")
    let common = zip(target, base).prefix { $0 == $1 }.count
    return (Array(repeating: "..", count: base.count - common) + target[common...]).joined(separator: "/")
  }

  // MARK: Files

  func resolve(filesOf document: DecodedDocument) -> (paths: [String?], diagnostics: [Diagnostic]) {
    var diagnostics: [Diagnostic] = []
    let paths = document.files.map { use -> String? in
      let location = SourceLocation(file: document.path, range: use.range)
      let (target, problem) = resolveFile(use.text, of: document, isPhoto: use.isPhoto, at: location)
      if let problem { diagnostics.append(problem) }
      if case .file(let path) = target { return path }
      return nil
    }
    return (paths, diagnostics)
  }

  private func resolveFile(
    _ path: String, of document: DecodedDocument, isPhoto: Bool, at location: SourceLocation
  ) -> (LinkTarget, Diagnostic?) {
    let parts = path.split(separator: "/", omittingEmptySubsequences: false)
    guard !path.hasPrefix("/"), !parts.contains(".."), !path.utf8.contains(UInt8(ascii: "\\")), !path.isEmpty,
      let file = RelativePath.resolve(path.composed, from: document.folder), file.hasPrefix(inventory.root + "/")
    else {
      return (
        .none,
        Diagnostic(
          .pathOutside, Phrase("файл «\(path)» не рядом с документом", en: "“\(path)” is not beside the document"),
          at: location, advice: Phrase("положите файл рядом с текстом", en: "put the file beside the text"))
      )
    }
    guard let type = FileTypes.type(of: path.fileName), type.isImage || !isPhoto, !path.fileName.hasPrefix(".") else {
      let endings = FileTypes.endings.filter { !isPhoto || FileTypes.type(of: "a.\($0)")?.isImage == true }
      let list = endings.joined(separator: ", ")
      return (
        .none,
        Diagnostic(
          .attachmentForbidden,
          Phrase("файлы такого типа не публикуются: «\(path)»", en: "files of this type are not published: “\(path)”"),
          at: location, advice: Phrase("можно: \(list)", en: "one of: \(list)"))
      )
    }
    guard let facts = inventory.files[file] else {
      let folder = file.folderPath
      let near = Suggester.nearest(
        to: file.fileName, among: inventory.files.keys.filter { $0.folderPath == folder }.map(\.fileName).sorted())
      return (
        .none,
        Diagnostic(
          .fileMissing, Phrase("нет файла «\(path)»", en: "no file “\(path)”"), at: location,
          suggestion: near.map { Suggestion($0) })
      )
    }
    let limit = isPhoto ? limits.photoBytes : limits.attachmentBytes
    guard facts.size <= limit else {
      let megabytes = max(1, limit >> 20)
      return (
        .none,
        Diagnostic(
          .fileTooLarge,
          Phrase("файл «\(path)» больше \(megabytes) МиБ", en: "“\(path)” is larger than \(megabytes) MiB"),
          at: location, advice: Phrase("уменьшите или сожмите его", en: "make it smaller"))
      )
    }
    return (.file(file), nil)
  }
}
