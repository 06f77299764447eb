import Foundation
import OpytDiagnostics
import OpytFiles
import OpytModel
import OpytText

/// The first step before reading: which files of `content/` are documents, and of which kind.
struct ContentDiscovery {
  struct DocumentFile: Sendable {
    let kind: Kind
    let id: String
    /// From the site's folder.
    let path: String
    let stamp: FileStamp
  }

  /// A file that is no document.
  struct OtherFile: Hashable, Sendable {
    /// From the site's folder.
    let path: String
    let stamp: FileStamp
  }

  struct Findings: Sendable {
    var documents: [DocumentFile] = []
    var others: [OtherFile] = []
    /// The same, by their paths as they stand on the disk: й may be two scalars there. Strings that look alike are
    /// equal, so a name finds its file in either form.
    var inventory: [String: ContentInventory.File] = [:]
    /// Documents that were found and will not be read, for a reason that was told: what refers to them is not told of
    /// as well.
    var refused: [UnreadableDocument] = []
    /// The paths of documents that will not be read: they may name files all the same.
    var unread: [String] = []
    var diagnostics: [Diagnostic] = []
    /// What was told of links to files: where a document names one, it is told there instead.
    var refusedLinks: [String: Diagnostic] = [:]
    /// The path of the ledger of published addresses; nil for a network that has none.
    var ledger: String?
    /// Opens what was found.
    var folder: ContentFolder
  }

  let siteFolder: String
  let contentFolder: String
  var findings: Findings
  private var failure: MachineFailure?

  /// - Parameters:
  ///   - siteFolder: an absolute path.
  ///   - contentFolder: from the site's folder.
  init(siteFolder: String, contentFolder: String) {
    self.siteFolder = siteFolder
    self.contentFolder = contentFolder
    findings = Findings(folder: ContentFolder(contentFolder, in: siteFolder))
  }

  consuming func discover() throws(MachineFailure) -> Findings {
    let root = siteFolder + "/" + contentFolder
    guard try FileSystem.checkedStatus(root, followingLinks: true)?.type == .folder else {
      throw MachineFailure("opendir", root, code: ENOENT)
    }
    for name in names(of: contentFolder) {
      let path = contentFolder + "/" + name
      guard let status = checkedStatus(path) else { continue }
      if status.type == .folder {
        if let kind = Kind(folder: name.precomposedStringWithCanonicalMapping) {
          walk(path, kind: kind, depth: 1)
        } else {
          reportUnknownFolder(path, name)
        }
      } else if FileName.isDocument(name), let aside = FileName.aside(String(name.dropLast(3))) {
        reportAside(path, aside)
      } else if FileName.isDocument(name), name.lowercased() == "index.md" {
        report(
          .folderUnknown, path,
          Phrase("главную страницу сайта программа собирает сама", en: "the program makes the home page itself"),
          advice: Phrase(
            """
            слова о сети запишите в «description» файла site-config.json или на странице \
            \(contentFolder)/страницы/o-seti.md, а этот файл удалите
            """,
            en: """
              put words about the network into “description” of site-config.json or on a page, \
              \(contentFolder)/pages/about.md, and delete this file
              """))
        findings.unread.append(path)
      } else if FileName.isDocument(name) {
        report(
          .folderUnknown, path,
          Phrase("файл лежит вне папок материалов", en: "a document outside the folder of its kind"),
          advice: Phrase(
            "переложите его, например, в «\(contentFolder)/projects» или «\(contentFolder)/проекты»",
            en: "move it, for example into “\(contentFolder)/projects”"))
        refuse(path, as: Kind.allCases)
      } else if name == AddressLedger.fileName {
        // No document can name it, and nobody has to.
        findings.ledger = path
        findings.others.append(OtherFile(path: path, stamp: status.stamp))
      } else {
        addFile(path, status)
      }
    }
    reportMisplaced()
    if let failure { throw failure }
    return findings
  }

  /// Folders inside folders deeper than this are a mistake or an attack.
  private static let maximumDepth = 16

  private mutating func walk(_ folder: String, kind: Kind, depth: Int) {
    guard depth <= Self.maximumDepth else {
      report(
        .nameInvalid, folder,
        Phrase("папки вложены глубже \(Self.maximumDepth)", en: "folders nested deeper than \(Self.maximumDepth)"))
      return
    }
    for name in names(of: folder) {
      let path = folder + "/" + name
      guard let status = checkedStatus(path) else { continue }
      switch status.type {
      case .folder: walk(path, kind: kind, depth: depth + 1)
      case .file where FileName.isDocument(name): addDocument(path, name, status, kind, depth: depth)
      default: addFile(path, status)
      }
    }
  }

  private mutating func addDocument(
    _ path: String, _ name: String, _ status: FileSystem.Status, _ kind: Kind, depth: Int
  ) {
    var stem = String(name.dropLast(3)).precomposedStringWithCanonicalMapping
    if let aside = FileName.aside(stem), aside == .template || !isMarked(path) {
      reportAside(path, aside)
      return
    }
    // Read all the same, under the name that was meant.
    if stem.lowercased().hasSuffix(".md"), stem.count > 3 {
      stem.removeLast(3)
      report(
        .nameInvalid, path,
        Phrase("имя «\(name)» кончается на .md дважды", en: "“\(name)” ends in .md twice"),
        advice: Phrase(
          "переименуйте файл в «\(FileName.latin(stem)).md»", en: "rename the file to “\(FileName.latin(stem)).md”"))
    }
    var id = stem
    if stem.lowercased() == "index" {
      guard depth > 1 else {
        report(
          .nameInvalid, path,
          Phrase(
            "\(name) лежит прямо в папке «\(kind.russianFolder)» (\(kind.folder)), а не в папке материала",
            en: "\(name) stands right in “\(kind.folder)”"),
          advice: Phrase(
            "назовите файл по материалу или положите в папку с его именем",
            en: "name the file after the material, or put it into a folder of its name"))
        findings.unread.append(path)
        return
      }
      id = path.folderPath.fileName.precomposedStringWithCanonicalMapping
      // Read all the same: what else is wrong with it is to be told at once.
      if stem != "index" {
        report(
          .nameInvalid, path,
          Phrase("имя «\(name)» пишется строчными буквами", en: "“\(name)” is written in small letters"),
          advice: Phrase("переименуйте файл в index.md", en: "rename the file to index.md"))
      }
    }
    guard !WindowsName.isReserved(id) else {
      report(
        .nameInvalid, path,
        Phrase("имя «\(id)» занято системой Windows", en: "“\(id)” is a reserved name on Windows"),
        advice: Phrase("переименуйте файл", en: "rename the file"))
      findings.refused.append(UnreadableDocument(kind: kind, id: id))
      findings.unread.append(path)
      return
    }
    findings.documents.append(DocumentFile(kind: kind, id: id, path: path, stamp: status.stamp))
  }

  private mutating func addFile(_ path: String, _ status: FileSystem.Status) {
    if findings.inventory[path] != nil {
      report(
        .addressDuplicate, path,
        Phrase(
          "два файла с одинаковым на вид именем «\(path.fileName)»",
          en: "two files whose names look alike: “\(path.fileName)”"))
    }
    if access(siteFolder + "/" + path, R_OK) != 0 {
      let failure = MachineFailure("access", path, code: errno)
      if failure.isOfMachine { self.failure = self.failure ?? failure }
      report(.fileUnreadable, path, .unreadable("файл", en: "file", failure))
    }
    findings.inventory[path] = ContentInventory.File(size: status.size, target: findings.folder.links[path])
    findings.others.append(OtherFile(path: path, stamp: status.stamp))
  }

  /// The names in a folder that are not to be skipped.
  private mutating func names(of folder: String) -> [String] {
    let entries: [FileSystem.Entry]
    do throws(MachineFailure) {
      entries = try findings.folder.entries(of: folder)
    } catch {
      // What can't be listed must not be taken for empty.
      if error.code == ENOENT { reportVanished(folder) } else { failure = failure ?? error }
      return []
    }
    return entries.compactMap { entry in
      guard let name = entry.name else {
        let shown = String(decoding: entry.rawName.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
        report(
          .nameInvalid, folder,
          Phrase("имя файла «\(shown)» не в кодировке UTF-8", en: "the file name “\(shown)” is not UTF-8"),
          advice: Phrase("переименуйте файл", en: "rename the file"))
        return nil
      }
      if FileName.isNamelessDocument(name) {
        report(
          .nameInvalid, folder + "/" + name,
          Phrase("у документа нет имени: перед «.md» ничего не стоит", en: "a document without a name before “.md”"),
          advice: Phrase("дайте файлу имя, например «ogorod.md»", en: "give the file a name such as “ogorod.md”"))
        return nil
      }
      return FileName.isLeftover(name) ? nil : name
    }
  }

  /// The status of a file or folder that may be read; nil with a diagnostic for what leads outside or is no file.
  private mutating func checkedStatus(_ path: String) -> FileSystem.Status? {
    let absolute = siteFolder + "/" + path
    let found: FileSystem.Status?
    do throws(MachineFailure) {
      found = try FileSystem.checkedStatus(absolute)
    } catch {
      failure = failure ?? error
      return nil
    }
    guard let status = found else {
      reportVanished(path)
      return nil
    }
    switch status.type {
    case .file, .folder: return status
    case .link: return checkedLink(path)
    case .other:
      report(.fileUnreadable, path, Phrase("это не обычный файл", en: "not a regular file"))
    }
    return nil
  }

  private mutating func reportVanished(_ path: String) {
    report(.fileUnreadable, path, Phrase("файл исчез во время чтения", en: "the file vanished while being read"))
  }

  /// The status of the file that a link leads to; nil for a link that is not followed.
  private mutating func checkedLink(_ path: String) -> FileSystem.Status? {
    let fault: LinkFault
    if let target = findings.folder.target(ofLink: path), let real = FileSystem.status(siteFolder + "/" + target) {
      switch real.type {
      case .file:
        guard let judged = LinkFault.judge(path, target: target, isLeftover: FileName.isLeftover) else {
          findings.folder.links[path] = target
          return real
        }
        fault = judged
      case .folder: fault = .folder
      case .link, .other: fault = .nowhere
      }
    } else {
      fault = FileSystem.status(siteFolder + "/" + path, followingLinks: true) == nil ? .nowhere : .outside
    }
    let told = fault.diagnostic(path.fileName, at: SourceLocation(file: path))
    if FileName.isDocument(path.fileName) {
      findings.diagnostics.append(told)
    } else {
      findings.inventory[path] = ContentInventory.File(size: 0, fault: fault)
      findings.refusedLinks[path] = told
    }
    return nil
  }

  mutating func report(
    _ code: DiagnosticCode, _ path: String, _ message: Phrase, advice: Phrase? = nil, severity: Severity = .error
  ) {
    findings.diagnostics.append(
      Diagnostic(code, severity, message, at: SourceLocation(file: path), advice: advice))
  }
}

extension Phrase {
  /// «файл не читается: нет прав»
  static func unreadable(_ what: String, en englishWhat: String, _ failure: MachineFailure) -> Phrase {
    Phrase(
      "\(what) не читается: \(failure.explanation.russian)",
      en: "can't read the \(englishWhat): \(failure.explanation.english)")
  }
}
