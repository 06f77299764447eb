import Foundation
import OpytDiagnostics
import OpytFiles
import OpytModel
import OpytText

/// Documents that stand where none are read.
extension ContentDiscovery {
  /// A folder of the content that is none of a kind.
  mutating func reportUnknownFolder(_ path: String, _ name: String) {
    let location = SourceLocation(file: path)
    if let original = CopyName.original(of: name), let kind = Kind(folder: original) {
      findings.diagnostics.append(
        Diagnostic(
          .fileCopied,
          Phrase("папка похожа на копию папки «\(original)»", en: "the folder looks like a copy of “\(original)”"),
          at: location,
          advice: Phrase(
            "удалите её или переложите нужные файлы в «\(original)»",
            en: "delete it, or move what you need into “\(original)”")))
      refuse(path, as: [kind])
      return
    }
    let meant = FolderName.meant(by: name)
    let folders = Kind.allCases.flatMap { [$0.folder, $0.russianFolder] }
    findings.diagnostics.append(
      Diagnostic(
        .folderUnknown, Phrase("неизвестная папка «\(name)»", en: "unknown folder “\(name)”"), at: location,
        suggestion: meant.map { Suggestion($0) },
        advice: meant == nil
          ? Phrase(
            "папки: \(folders.joined(separator: ", "))",
            en: "folders: \(Kind.allCases.map(\.folder).joined(separator: ", "))")
          : Phrase("переименуйте её", en: "rename it")))
    refuse(path, as: meant.flatMap { Kind(folder: $0) }.map { [$0] } ?? [])
  }

  /// Documents beside the content folder, where nothing is ever read.
  mutating func reportMisplaced() {
    let own = contentFolder.split(separator: "/").first.map(String.init)
    for entry in (try? FileSystem.entries(of: siteFolder)) ?? [] {
      guard let name = entry.name, !FileName.isLeftover(name), name != own else { continue }
      let status = FileSystem.status(siteFolder + "/" + name)
      if status?.type == .folder, let kind = Kind(folder: name.precomposedStringWithCanonicalMapping),
        hasDocuments(siteFolder + "/" + name, depth: 1)
      {
        report(
          .folderUnknown, name,
          Phrase(
            "папка материалов лежит не в «\(contentFolder)», а рядом с ней: её файлы не публикуются",
            en: "a folder of documents beside “\(contentFolder)” and not inside: its files are not published"),
          advice: Phrase(
            "переложите её: \(contentFolder)/\(name)", en: "move it to “\(contentFolder)/\(name)”"))
        refuse(name, as: [kind])
      } else if status?.type == .file, FileName.isDocument(name), FileName.aside(String(name.dropLast(3))) == nil,
        isMarkedBeside(siteFolder + "/" + name)
      {
        report(
          .folderUnknown, name,
          Phrase(
            "документ лежит рядом с папкой «\(contentFolder)» и не публикуется",
            en: "a document beside the folder “\(contentFolder)”: it is not published"),
          advice: Phrase(
            "переложите его в папку его вида, например «\(contentFolder)/projects»",
            en: "move it into the folder of its kind, for example “\(contentFolder)/projects”"),
          // It may be kept there on purpose: a draft, a form to fill in.
          severity: .warning)
      }
    }
  }

  /// A text for those who keep the folder, which no reader is to see.
  mutating func reportAside(_ path: String, _ aside: FileName.Aside) {
    findings.unread.append(path)
    switch aside {
    case .readme:
      report(
        .folderUnknown, path,
        Phrase(
          "памятка «\(path.fileName)» – не материал: на сайт она не попадёт",
          en: "“\(path.fileName)” is no document: it is not published"),
        advice: Phrase(
          "переложите её в папку сети, рядом с site-config.json; если это материал, назовите файл по материалу",
          en: "move it beside site-config.json; if it is a document, name the file after it"),
        severity: .warning)
    case .template:
      report(
        .folderUnknown, path,
        Phrase(
          "образец «\(path.fileName)» – не материал: на сайт он не попадёт",
          en: "the form “\(path.fileName)” is no document: it is not published"),
        advice: Phrase(
          """
          переложите его в папку сети, рядом с «\(contentFolder)»; если это материал, назовите файл по материалу, без \
          «_» в начале
          """,
          en: "move it beside “\(contentFolder)”; if it is a document, name the file after it, without a leading “_”"),
        severity: .warning)
    }
  }

  /// Whether the file begins as documents do.
  func isMarked(_ path: String) -> Bool {
    FileName.isMarked((try? findings.folder.read(path, limit: 15)) ?? [])
  }

  /// The same of what is not content.
  private func isMarkedBeside(_ path: String) -> Bool {
    FileName.isMarked((try? FileSystem.read(path, limit: 15)) ?? [])
  }

  private func hasDocuments(_ folder: String, depth: Int) -> Bool {
    guard depth <= 4 else { return false }
    return ((try? FileSystem.entries(of: folder)) ?? []).contains { entry in
      guard let name = entry.name, !FileName.isLeftover(name) else { return false }
      let path = folder + "/" + name
      switch FileSystem.status(path)?.type {
      case .folder: return hasDocuments(path, depth: depth + 1)
      case .file: return FileName.isDocument(name) && isMarkedBeside(path)
      default: return false
      }
    }
  }

  /// What refers to a document that is told to be in a wrong place is not told of as well.
  /// - Parameters:
  ///   - path: of the document, or of a folder of such, from the site's folder.
  ///   - kinds: what it may be.
  mutating func refuse(_ path: String, as kinds: [Kind], depth: Int = 1) {
    guard !kinds.isEmpty, depth <= 4 else { return }
    if FileSystem.status(siteFolder + "/" + path)?.type == .folder {
      for entry in (try? FileSystem.entries(of: siteFolder + "/" + path)) ?? [] {
        guard let name = entry.name, !FileName.isLeftover(name) else { continue }
        refuse(path + "/" + name, as: kinds, depth: depth + 1)
      }
    } else if FileName.isDocument(path.fileName) {
      let stem = String(path.fileName.dropLast(3))
      let id = stem.lowercased() == "index" ? path.folderPath.fileName : stem
      findings.unread.append(path)
      findings.refused += kinds.map {
        UnreadableDocument(kind: $0, id: id.precomposedStringWithCanonicalMapping)
      }
    }
  }
}
