public import OpytDiagnostics
import OpytText

/// Why a symbolic link among the content is not what it leads to.
public enum LinkFault: Hashable, Sendable {
  case outside
  case nowhere
  case folder
  /// Hidden files, and those that programs leave behind: keys and settings are among them.
  case hidden(target: String)
  case document(target: String)
  /// A document is a link to something that is none.
  case noDocument(target: String)
  /// A file of a kind that is not published.
  case forbidden(target: String)

  /// Why what a link leads to may not be published under the link's name; nil where it may.
  ///
  /// A link is judged by both names: what is no attachment under its own is none under another.
  /// - Parameter target: where it leads, from the site's folder.
  public static func judge(_ path: String, target: String, isLeftover: (String) -> Bool) -> LinkFault? {
    let parts = target.utf8.split(separator: UInt8(ascii: "/")).map { String(decoding: $0, as: UTF8.self) }
    if parts.dropFirst().contains(where: isLeftover) { return .hidden(target: target) }
    let (isDocument, isTargetDocument) = (Self.isDocument(path), Self.isDocument(target))
    if isDocument { return isTargetDocument ? nil : .noDocument(target: target) }
    if isTargetDocument { return .document(target: target) }
    // What is not published under its own name is told where it is named.
    if FileTypes.group(of: path.fileName) == nil { return nil }
    return FileTypes.group(of: target.fileName) == nil ? .forbidden(target: target) : nil
  }

  private static func isDocument(_ path: String) -> Bool { path.lowercased().hasSuffix(".md") }

  /// What is told of a link.
  /// - Parameter name: as an author wrote it, or the link's own.
  public func diagnostic(_ name: String, at location: SourceLocation) -> Diagnostic {
    Diagnostic(code, message(name), at: location, advice: advice)
  }

  private var code: DiagnosticCode {
    switch self {
    case .outside, .nowhere, .folder: .pathOutside
    case .hidden, .document, .noDocument, .forbidden: .attachmentForbidden
    }
  }

  private func message(_ name: String) -> Phrase {
    let (link, englishLink) = ("символическая ссылка «\(name)»", "the symbolic link “\(name)”")
    return switch self {
    case .outside: Phrase("\(link) ведёт из папки материалов", en: "\(englishLink) leads out of the content folder")
    case .nowhere:
      Phrase("\(link) никуда не ведёт или идёт по кругу", en: "\(englishLink) leads nowhere or round in a circle")
    case .folder: Phrase("\(link) ведёт на папку", en: "\(englishLink) leads to a folder")
    case .hidden(let target):
      Phrase(
        "\(link) ведёт на «\(target)»: скрытые и служебные файлы не публикуются",
        en: "\(englishLink) leads to “\(target)”: hidden files are not published")
    case .document(let target):
      Phrase(
        "\(link) ведёт на документ «\(target)»: тексты документов не публикуются как файлы",
        en: "\(englishLink) leads to the document “\(target)”: documents are not published as files")
    case .noDocument(let target):
      Phrase("\(link) ведёт на «\(target)», а это не документ", en: "\(englishLink) leads to “\(target)”, no document")
    case .forbidden(let target):
      Phrase(
        "\(link) ведёт на «\(target)»: такие файлы не публикуются",
        en: "\(englishLink) leads to “\(target)”: such files are not published")
    }
  }

  private var advice: Phrase {
    switch self {
    case .document: Phrase("сошлитесь на сам документ в тексте", en: "link to the document in the text")
    case .outside, .nowhere, .folder, .hidden, .noDocument, .forbidden:
      Phrase("положите сюда сам файл или удалите ссылку", en: "put the file itself here, or delete the link")
    }
  }
}

/// What members-only documents keep for themselves: nothing of it is published by way of a link.
struct ClosedFiles {
  private let files: Set<String>
  /// The folders that a members-only document has for itself.
  private let folders: Set<String>

  init(_ documents: [DecodedDocument]) {
    let closed = documents.filter(\.isMembersOnly)
    files = Set(closed.flatMap(\.namedFiles))
    folders = Set(closed.filter { $0.path.fileName.lowercased() == "index.md" }.map(\.folder))
  }

  func contains(_ path: String) -> Bool {
    if files.contains(path) { return true }
    var folder = path.folderPath
    while !folder.isEmpty {
      if folders.contains(folder) { return true }
      folder = folder.folderPath
    }
    return false
  }
}
