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

/// Resolves the links in texts (14).
struct LinkResolver {
  private let documents: [DecodedDocument]
  /// By the file's path, and by the folder's where the file is its `index.md`.
  private let byPath: [String: Int]
  private let index: ReferenceIndex
  private let suggestions: DocumentSuggestions
  private let files: FileResolver
  private let headings = HeadingIndex()
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
    var byPath: [String: Int] = [:]
    byPath.reserveCapacity(documents.count)
    for number in documents.indices.reversed() {
      let path = documents[number].path.composed
      byPath[path] = number
      // `ogorod/index.md` is meant by `ogorod` as well.
      if path.utf8.count > 9, path.hasSuffix("/index.md") { byPath[String(path.dropLast(9))] = number }
    }
    self.byPath = byPath
  }

  func resolve(linksOf document: DecodedDocument, _ diagnostics: inout [Diagnostic]) -> [LinkTarget] {
    headings.beginDocument()
    var collector = DiagnosticCollector()
    let targets = document.links.map { resolve($0, of: document, &collector) }
    diagnostics += collector.diagnostics
    return targets
  }

  private func resolve(
    _ link: MarkdownBody.Link, of document: DecodedDocument, _ collector: inout DiagnosticCollector
  ) -> LinkTarget {
    var location: SourceLocation { SourceLocation(file: document.path, range: link.range) }
    let (path, fragment) = Self.parts(of: link.destination)
    func written() -> WrittenDestination { WrittenDestination(link.destination, at: link.range) }
    if WebHost.isLikely(path), !files.exists(path, beside: document) {
      collector.add(.linkUnresolved, .error, withoutScheme(link, at: location))
      return .none
    }
    func file(isPhoto: Bool) -> LinkTarget {
      files.resolve(
        path, of: document, isPhoto: isPhoto, at: location, mend: { written().replacingPath(with: $0) }, &collector)
    }
    if link.isImage { return file(isPhoto: true) }
    if path.isEmpty {
      guard let fragment, !fragment.isEmpty else {
        collector.add(.linkUnresolved, .error, unresolved(link.destination, at: location))
        return .none
      }
      check(fragment, in: document, written(), at: location, &collector)
      return .fragment(fragment)
    }
    switch documentIndex(path, from: document) {
    case .document(let number):
      let (id, target) = (DocumentID(number), documents[number])
      guard let fragment, !fragment.isEmpty else { return .document(id, fragment: nil) }
      // Where the link itself is an error, headings are not told.
      if document.isMembersOnly || !target.isMembersOnly {
        check(fragment, in: target, written(), at: location, &collector)
      }
      return .document(id, fragment: fragment)
    case .ambiguous(let numbers):
      collector.add(.referenceAmbiguous, .error, .ambiguous(path, numbers.map { documents[$0] }, at: location))
      return .none
    case .unreadable: return .none
    case .none: break
    }
    if FileTypes.group(of: path) != nil { return file(isPhoto: false) }
    collector.add(.linkUnresolved, .error, misdirected(link, path, of: document, written()))
    return .none
  }

  /// A link to a document that there is none of.
  private func misdirected(
    _ link: MarkdownBody.Link, _ path: String, of document: DecodedDocument, _ written: WrittenDestination
  ) -> Diagnostic {
    let correction = correction(of: path, from: document)
    let fix = correction?.certain.flatMap { written.replacingPath(with: $0) }
    return unresolved(
      link.destination, correction?.suggestion, fix, at: SourceLocation(file: document.path, range: link.range))
  }

  /// Path and fragment, decoded only once they are apart: `%23` is a letter of a name.
  private static func parts(of destination: String) -> (path: String, fragment: String?) {
    func decoded(_ part: Substring) -> String {
      let text = String(part)
      return (text.utf8.contains(UInt8(ascii: "%")) ? text.percentDecoded ?? text : text).composed
    }
    guard let mark = destination.utf8.firstIndex(of: UInt8(ascii: "#")) else { return (decoded(destination[...]), nil) }
    return (decoded(destination[..<mark]), decoded(destination[destination.utf8.index(after: mark)...]))
  }

  /// A path to a source file, or `kind/id`.
  private func documentIndex(_ path: String, from document: DecodedDocument) -> ReferenceIndex.Match {
    if let file = RelativePath.resolve(path, from: document.folder) {
      if let number = byPath[file] { return .document(number) }
      // A file that could not be read is told of once, at itself.
      if isUnreadable(file) { return .unreadable }
      if path.hasSuffix(".md") { return .none }
    }
    let parts = path.utf8.split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false)
    guard parts.count == 2, let kind = Kind(folder: String(Substring(parts[0]))) else { return .none }
    return index.match(String(Substring(parts[1])), among: KindSet(kind))
  }

  private func isUnreadable(_ file: String) -> Bool {
    guard index.hasUnreadable, file.hasPrefix(contentFolder + "/") else { return false }
    let parts = file.dropFirst(contentFolder.count + 1).split(separator: "/")
    guard parts.count >= 2, let last = parts.last, let kind = Kind(folder: String(parts[0])) else { return false }
    let name = last == "index.md" ? parts[parts.count - 2] : last.hasSuffix(".md") ? last.dropLast(3) : last
    return index.isUnreadable(String(name), kind)
  }

  /// Tells a heading that there is none of.
  private func check(
    _ fragment: String, in document: DecodedDocument, _ written: @autoclosure () -> WrittenDestination,
    at location: @autoclosure () -> SourceLocation, _ collector: inout DiagnosticCollector
  ) {
    if headings.contains(fragment, in: document) { return }
    collector.add(.anchorUnresolved, .error, missing(fragment, in: document, written(), at: location()))
  }

  private func missing(
    _ fragment: String, in document: DecodedDocument, _ written: WrittenDestination, at place: SourceLocation
  ) -> Diagnostic {
    let meant = headings.meant(by: fragment, in: document)
    let fix = meant?.isCertain == true ? meant.flatMap { written.replacingFragment(with: $0.id) } : nil
    let ids = document.outline.prefix(Self.maximumShown).map(\.id)
    let known = ids.joined(separator: ", ") + (document.outline.count > ids.count ? ", …" : "")
    return Diagnostic(
      .anchorUnresolved,
      Phrase(
        "в файле \(document.path) нет заголовка «#\(fragment)»", en: "no heading “#\(fragment)” in \(document.path)"),
      at: SourceLocation(file: place.file, range: written.fragmentRange ?? place.range),
      suggestion: meant.map { Suggestion("#\($0.id)", title: $0.title) },
      advice: meant == nil
        ? Phrase(
          "заголовки там: \(ids.isEmpty ? "нет" : known)", en: "headings there: \(ids.isEmpty ? "none" : known)") : nil,
      fixes: fix.map { [$0] } ?? [])
  }

  /// How many headings of a text are shown.
  private static let maximumShown = 40

  /// The address of a site from its name on, `www.ds2.ru`: a browser would look for a file of that name.
  private func withoutScheme(_ link: MarkdownBody.Link, at location: SourceLocation) -> Diagnostic {
    let whole = "https://\(link.destination)"
    let start = WrittenDestination(link.destination, at: link.range).start
    return Diagnostic(
      .linkUnresolved,
      Phrase(
        "у адреса «\(link.destination)» нет начала: так ссылка вела бы на файл этого сайта",
        en: "the address “\(link.destination)” has no beginning: it would lead to a file of this site"),
      at: location,
      advice: link.isImage
        ? Phrase("положите файл картинки рядом с текстом", en: "put the image beside the text")
        : Phrase("допишите начало адреса: \(whole)", en: "write the whole address: \(whole)"),
      fixes: link.isImage ? [] : start.map { [Replacement(SourceRange(start: $0, end: $0), with: "https://")] } ?? [])
  }

  private func unresolved(
    _ destination: String, _ suggestion: Suggestion? = nil, _ fix: Replacement? = nil, at location: SourceLocation
  ) -> Diagnostic {
    Diagnostic(
      .linkUnresolved,
      Phrase("ссылка «\(destination)» никуда не ведёт", en: "the link “\(destination)” leads nowhere"), at: location,
      suggestion: suggestion,
      advice: suggestion == nil
        ? Phrase(
          "укажите файл (../projects/ogorod.md) или папку и имя (projects/ogorod)",
          en: "give a file (../projects/ogorod.md) or folder/id (projects/ogorod)") : nil,
      fixes: fix.map { [$0] } ?? [])
  }

  private func correction(of path: String, from document: DecodedDocument) -> ReferenceIndex.Correction? {
    let parts = path.split(separator: "/")
    if !path.hasSuffix(".md"), parts.count == 2, let kind = Kind(folder: String(parts[0])) {
      guard let near = index.correction(of: String(parts[1]), among: KindSet(kind), in: document) else { return nil }
      return ReferenceIndex.Correction(
        suggestion: Suggestion("\(kind.folder)/\(near.suggestion.value)", title: near.suggestion.title),
        certain: near.certain.map { "\(kind.folder)/\($0)" })
    }
    guard let last = parts.last else { return nil }
    // The same file name elsewhere, else a near one.
    let wanted = last == "index.md" && parts.count > 1 ? String(parts[parts.count - 2]) : String(last)
    guard let near = suggestions.document(nearFileName: wanted, for: document) else { return nil }
    let file = Self.relative(near.document.path, from: document.folder)
    return ReferenceIndex.Correction(
      suggestion: Suggestion(file, title: near.document.title), certain: near.isCertain ? file : nil)
  }

  private static func relative(_ path: String, from folder: String) -> String {
    let target = path.split(separator: "/")
    let base = folder.split(separator: "/")
    let common = zip(target, base).prefix { $0 == $1 }.count
    return (Array(repeating: "..", count: base.count - common) + target[common...]).joined(separator: "/")
  }
}
