import OpytAudit
import OpytDiagnostics
import OpytFiles
import OpytModel
import OpytNetwork
import OpytText

extension SiteBuilder {
  /// Proves a published site whole, wherever it stands: its sources need not be there.
  /// - Parameter folder: as it was typed; nil for the folder that is configured.
  package func audit(_ folder: String?) throws(Failure) -> Outcome {
    var stopwatch = Stopwatch()
    let path: String
    if let folder { path = Self.absolute(folder) } else { path = outputPath(try readConfiguration().configuration) }
    let address = try options.baseURL.map { address throws(Failure) in try Self.siteAddress(address).url().text }
    let audit = SiteAudit(of: path, address: address, workers: workers, interruption: interruption)
    let result: SiteAudit.Result
    do throws(SiteAudit.Refusal) {
      result = try audit.run()
    } catch {
      switch error {
      case .failure(let failure): throw .machine(failure)
      case .interrupted: throw .interrupted
      case .missing, .notAFolder, .notASite: throw .usage(Self.words(for: error, path, isGiven: folder != nil))
      }
    }
    stopwatch.lap(.checking)
    let audited = Audited(
      pageCount: result.pageCount, fileCount: result.fileCount, folder: path,
      edition: result.isForMembers ? .members : .open)
    return Outcome(
      report: DiagnosticReport(result.diagnostics, fileCount: result.fileCount),
      language: SiteFolder(path: siteFolder).language, product: .audit(audited), stopwatch: stopwatch)
  }

  /// Why there is nothing to audit, and what may have been meant.
  private static func words(for refusal: SiteAudit.Refusal, _ path: String, isGiven: Bool) -> Phrase {
    switch refusal {
    case .missing where !isGiven:
      return Phrase(
        "сайт ещё не собран: нет папки \(path). Соберите его (opyt build) или укажите папку: opyt audit папка",
        en: "there is no \(path): build the site (opyt build), or give its folder: opyt audit FOLDER")
    case .missing: return Phrase("нет папки \(path): проверьте её имя", en: "no folder \(path): see how it is spelt")
    case .notAFolder:
      return Phrase("\(path) – не папка: укажите папку готового сайта", en: "\(path) is no folder: give that of a site")
    default:
      let isNone = Phrase("в папке \(path) нет готового сайта Опыта", en: "no site that Opyt built is in \(path)")
      if let near = site(near: path) {
        return Phrase(
          "\(isNone.russian), он есть в \(near): opyt audit \(near)", en: "\(isNone.english), but one is in \(near)")
      }
      return Phrase(
        "\(isNone.russian): укажите папку, в которую собран сайт (в ней есть файл \(SiteManifest.fileName))",
        en: "\(isNone.english): give the folder that it was built into, which has a file \(SiteManifest.fileName)")
    }
  }

  /// The published site that a folder is a part of, or that lies in it.
  private static func site(near path: String) -> String? {
    var above = path.folderPath
    while !above.isEmpty {
      if OutputFolder.hasSite(above) { return above }
      above = above.folderPath
    }
    let names = ((try? FileSystem.entries(of: path)) ?? []).compactMap(\.name)
    return names.lazy.map { path + "/" + $0 }.first { OutputFolder.hasSite($0) }
  }
}
