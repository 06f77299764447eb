import Foundation
import OpytDiagnostics
import OpytFiles
import OpytModel
import OpytText

/// Files that no document names: they are not published, and their author should know, and know what to do.
struct UnusedFiles {
  private let findings: ContentDiscovery.Findings
  private let contentFolder: String
  private let documents: [DecodedDocument]
  private let doubtful: [String]
  /// Documents whose names have a wrong ending, by the paths of their files.
  private let nearDocuments: [String: FileName.NearDocument]

  /// - Parameter isMarked: whether the file at a path begins as documents do.
  init(_ reading: NetworkReading, contentFolder: String, isMarked: (String) -> Bool) {
    findings = reading.findings
    documents = reading.documents
    doubtful = reading.doubtful
    self.contentFolder = contentFolder
    var near: [String: FileName.NearDocument] = [:]
    for path in findings.inventory.keys {
      let name = path.fileName
      near[path] = FileName.nearDocument(name, isMarked: FileName.isDoubtful(name) && isMarked(path))
    }
    if !near.isEmpty {
      // A text may be an attachment.
      for document in documents { for path in document.namedFiles { near[path] = nil } }
    }
    nearDocuments = near
  }

  /// Documents that these files were meant to be.
  var refused: [UnreadableDocument] {
    nearDocuments.flatMap { path, near -> [UnreadableDocument] in
      guard let kind = kind(of: path) else { return [] }
      let isIndex = near.stem.lowercased() == "index"
      // It may be referred to by the name it has or by the one it should have.
      let ids: Set = isIndex ? [path.folderPath.fileName] : [near.stem, FileName.latin(near.stem)]
      return ids.map { UnreadableDocument(kind: kind, id: $0.precomposedStringWithCanonicalMapping) }
    }
  }

  /// - Parameters:
  ///   - used: the paths of the files that will be published.
  ///   - problems: what was told of the documents: a file that is suggested there is meant there.
  ///   - contents: the bytes of a document that could not be read as such; nil where there are none to be had.
  func diagnostics(
    used: Set<String>, problems: [Diagnostic], contents: @escaping (String) -> [UInt8]?
  ) -> [Diagnostic] {
    let near = nearDocuments.map { Diagnostic.nearDocument($0, $1) }
    var unused = Set(findings.inventory.keys)
    unused.subtract(used)
    unused.subtract(nearDocuments.keys)
    if unused.isEmpty { return near }
    // What was refused where it is named, or told at itself, is told of once.
    unused.subtract(findings.diagnostics.map(\.location.file))
    unused.subtract(findings.refusedLinks.keys)
    for document in documents { unused.subtract(document.namedFiles) }
    for problem in problems where problem.code == .fileMissing {
      if let meant = problem.suggestion?.value { unused.remove(problem.location.file.folderPath + "/" + meant) }
    }
    if unused.isEmpty { return near }
    var named = NamesInDoubt(doubtful + nearDocuments.keys, contents: contents)
    return near + unused.filter { !named.mayInclude($0) }.map { .unused($0) }
  }

  private func kind(of path: String) -> Kind? {
    let parts = path.dropFirst(contentFolder.count + 1).split(separator: "/")
    return parts.count > 1
      ? parts.first.flatMap { Kind(folder: String($0).precomposedStringWithCanonicalMapping) } : nil
  }
}

extension Diagnostic {
  fileprivate static func nearDocument(_ path: String, _ near: FileName.NearDocument) -> Diagnostic {
    Diagnostic(
      .nameInvalid,
      Phrase(
        "документ не прочитан: его имя кончается не на .md",
        en: "a document that was not read: its name does not end in .md"),
      at: SourceLocation(file: path),
      advice: near.isText
        ? Phrase("переименуйте файл в «\(near.name)»", en: "rename the file to “\(near.name)”")
        : Phrase(
          "сохраните его как обычный текст (UTF-8) под именем «\(near.name)»",
          en: "save it as plain text (UTF-8) under the name “\(near.name)”"))
  }

  fileprivate static func unused(_ path: String) -> Diagnostic {
    let name = path.fileName
    let stem = FileName.latin(name.lastIndex(of: ".").map { String(name[..<$0]) } ?? name)
    let advice =
      FileTypes.group(of: name) == .image
      ? Phrase("назовите его в поле «фото» или в тексте документа", en: "name it in “photos” or in a document's text")
      : FileName.isText(name)
        ? Phrase(
          "если это материал, сохраните его текст в файл «\(stem).md»; если приложение, назовите его в поле «файлы»",
          en: "if it is a document, save its text as “\(stem).md”; if an attachment, name it in “attachments”")
        : Phrase(
          "назовите его в поле «файлы» или в тексте документа", en: "name it in “attachments” or in a document's text")
    return Diagnostic(
      .fileUnused, .warning,
      Phrase(
        "файл не упомянут ни в одном документе и не будет опубликован",
        en: "no document names this file, so it is not published"),
      at: SourceLocation(file: path), advice: advice)
  }
}
