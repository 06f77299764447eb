import Foundation
import OpytDiagnostics
import OpytMarkup
import OpytText

/// Finds the files that documents name, and only those that may be published (11).
final class FileResolver {
  private let inventory: ContentInventory
  private let limits: FileLimits
  private let documents: [DecodedDocument]
  private lazy var closed = ClosedFiles(documents)
  /// How many names of files may be compared for the suggestions to one document: a hundred names that are wrong, in a
  /// folder of two hundred files.
  private static let maximumComparisons = 20_000
  private var comparisons: (path: String, count: Int) = ("", 0)
  /// Files that a document names, or seems to, and that were refused: that nobody names them is not told besides.
  private(set) var refused: Set<String> = []
  /// The names of the files in each folder, for suggestions.
  private lazy var namesByFolder = Dictionary(grouping: inventory.files.keys, by: \.folderPath).mapValues {
    $0.map(\.fileName).sorted().map(Suggester.Name.init)
  }
  /// The first path of each file name, written small.
  private lazy var pathsByName = Dictionary(
    inventory.files.keys.map { ($0.fileName.lowercased(), $0) }, uniquingKeysWith: { min($0, $1) })

  /// - Parameter documents: all of the network.
  init(inventory: ContentInventory, limits: FileLimits, documents: [DecodedDocument] = []) {
    self.inventory = inventory
    self.documents = documents
    self.limits = limits
  }

  func resolve(filesOf document: DecodedDocument, _ diagnostics: inout [Diagnostic]) -> [String?] {
    var collector = DiagnosticCollector()
    let paths = document.files.map { use -> String? in
      let target = resolve(
        use.text, of: document, isPhoto: use.isPhoto, at: SourceLocation(file: document.path, range: use.range),
        mend: { .value(use.text, at: use.range, with: $0) }, &collector)
      if case .file(let path) = target { return path }
      return nil
    }
    diagnostics += collector.diagnostics
    return paths
  }

  /// - Parameters:
  ///   - path: as an author wrote it, from the document's folder.
  ///   - mend: how to write another path in its place, where that is sure.
  func resolve(
    _ path: String, of document: DecodedDocument, isPhoto: Bool, at location: @autoclosure () -> SourceLocation,
    mend: (String) -> Replacement?, _ collector: inout DiagnosticCollector
  ) -> LinkTarget {
    func failure(_ code: DiagnosticCode, _ message: @autoclosure () -> Phrase, advice: @autoclosure () -> Phrase)
      -> LinkTarget
    {
      if let named = inside(path, document) { refused.insert(named) }
      collector.add(code, .error, Diagnostic(code, message(), at: location(), advice: advice()))
      return .none
    }
    if let computer = ComputerPath(path) {
      if let file = inside(computer.fileName, document) { refused.insert(file) }
      collector.add(.linkForbidden, .error, .onComputer(computer, written: path, at: location()))
      return .none
    }
    guard let file = inside(path, document) else {
      return failure(
        .pathOutside,
        Phrase("файл «\(path)» лежит не рядом с документом", en: "“\(path)” is not beside the document"),
        advice: Phrase("положите файл рядом с текстом", en: "put the file beside the text"))
    }
    let type = FileTypes.group(of: path.fileName)
    if isPhoto, let type, type != .image {
      return failure(
        .attachmentForbidden, Phrase("это не картинка: «\(path)»", en: "not an image: “\(path)”"),
        advice: Self.permitted { $0 == .image })
    }
    guard type != nil, !Self.isHidden(file) else {
      return failure(
        .attachmentForbidden,
        Phrase("такие файлы не публикуются: «\(path)»", en: "such files are not published: “\(path)”"),
        advice: Self.permitted { $0 == .image || !isPhoto })
    }
    guard let found = inventory.files.index(forKey: file) else {
      refused.insert(file)
      collector.add(.fileMissing, .error, missing(file, path, of: document, at: location(), mend: mend))
      return .none
    }
    // As the disk has it: the author may have typed й as one scalar where the file's name has two.
    let (stored, facts) = inventory.files[found]
    if let fault = facts.fault {
      refused.insert(stored)
      let told = fault.diagnostic(path, at: location())
      collector.add(told.code, told.severity, told)
      return .none
    }
    if let target = facts.target, !document.isMembersOnly, closed.contains(target) {
      return failure(
        .attachmentForbidden,
        Phrase(
          "символическая ссылка «\(path)» ведёт на файл закрытого документа: «\(target)»",
          en: "the symbolic link “\(path)” leads to a file of a members-only document: “\(target)”"),
        advice: Phrase(
          "положите сюда сам файл, если показывать его можно", en: "put the file itself here if it may be shown"))
    }
    let limit = isPhoto ? limits.photoBytes : limits.attachmentBytes
    guard facts.size <= limit else {
      let megabytes = max(1, limit >> 20)
      return failure(
        .fileTooLarge,
        Phrase("файл «\(path)» больше \(megabytes) МБ", en: "“\(path)” is larger than \(megabytes) MiB"),
        advice: Phrase("уменьшите или сожмите его", en: "make it smaller"))
    }
    return .file(stored)
  }

  /// What is told of a file that is not there.
  private func missing(
    _ file: String, _ path: String, of document: DecodedDocument, at location: SourceLocation,
    mend: (String) -> Replacement?
  ) -> Diagnostic {
    let names = namesByFolder[file.folderPath] ?? []
    let near =
      maySearch(names.count, for: document)
      ? (Suggester.nearest(to: file.fileName, among: names) ?? sameStem(as: file.fileName, among: names))?.text : nil
    let written = path.utf8.lastIndex(of: UInt8(ascii: "/")).map { path[...$0] } ?? ""
    let isCertain = near.map { near in
      Suggester.isCertain(near, for: file.fileName, among: names.lazy.filter { $0.text != near })
    }
    let suggestion = near.map { Suggestion(written + $0) }
    if let suggestion {
      refused.insert(RelativePath.resolve(suggestion.value.composed, from: document.folder) ?? file)
    }
    let fix = isCertain == true ? near.flatMap { mend(written + $0) } : nil
    return Diagnostic(
      .fileMissing, Phrase("нет файла «\(path)»", en: "no file “\(path)”"), at: location, suggestion: suggestion,
      advice: near == nil ? whereToPut(file) : nil, fixes: fix.map { [$0] } ?? [])
  }

  /// Whether so many names may be compared for one more suggestion.
  private func maySearch(_ count: Int, for document: DecodedDocument) -> Bool {
    if comparisons.path != document.path { comparisons = (document.path, 0) }
    // To read the name that is wrong costs as much as to read a few that are right.
    comparisons.count += count + 20
    return comparisons.count <= Self.maximumComparisons
  }

  func exists(_ path: String, beside document: DecodedDocument) -> Bool {
    inside(path, document).map { inventory.files[$0] != nil } ?? false
  }

  /// The file's path from the site's folder; nil for what leads elsewhere than down from the document's folder.
  private func inside(_ path: String, _ document: DecodedDocument) -> String? {
    let bytes = path.utf8
    guard let first = bytes.first, first != UInt8(ascii: "/"), !bytes.contains(UInt8(ascii: "\\")),
      !bytes.contains(0), !path.contains("://"),
      !bytes.split(separator: UInt8(ascii: "/")).contains(where: { $0.elementsEqual("..".utf8) })
    else { return nil }
    return RelativePath.resolve(path.composed, from: document.folder)
  }

  /// By bytes: a combining mark behind a dot makes another character of it, and no other file.
  private static func isHidden(_ path: String) -> Bool {
    path.utf8.split(separator: UInt8(ascii: "/")).contains { $0.first == UInt8(ascii: ".") }
  }

  /// `photo.jpg.jpg` for `photo.jpg`, `plan.pdf` for `plan.docx`: file managers hide the endings of names.
  private func sameStem(as name: String, among names: [Suggester.Name]) -> Suggester.Name? {
    guard let dot = name.lastIndex(of: ".") else { return nil }
    let stem = name[...dot].lowercased()
    return names.first { $0.text.lowercased().hasPrefix(stem) }
  }

  /// Where a file belongs that is named and not there, and where one of its name lies.
  private func whereToPut(_ file: String) -> Phrase {
    guard let other = pathsByName[file.fileName.lowercased()], other != file else {
      return Phrase("положите его сюда: \(file)", en: "put it here: \(file)")
    }
    refused.insert(other)
    return Phrase(
      "такой файл лежит в другой папке: \(other); переложите его сюда: \(file)",
      en: "a file of this name lies elsewhere: \(other); move it here: \(file)")
  }

  private static func permitted(_ isPermitted: (FileTypes.Group) -> Bool) -> Phrase {
    let endings = FileTypes.endings.filter { FileTypes.group(of: "a.\($0)").map(isPermitted) ?? false }
    let list = endings.joined(separator: ", ")
    return Phrase("можно: \(list)", en: "one of: \(list)")
  }
}

extension DecodedDocument {
  /// The paths of all files that a document names, from the site's folder, whether they may be published or not.
  public var namedFiles: [String] {
    let linked = links.map { link in
      let path = String(link.destination.prefix { $0 != "#" })
      return path.utf8.contains(UInt8(ascii: "%")) ? path.percentDecoded ?? path : path
    }
    return (files.map(\.text) + linked).compactMap { RelativePath.resolve($0.composed, from: folder) }
  }
}
