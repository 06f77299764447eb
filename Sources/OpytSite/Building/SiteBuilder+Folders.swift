import Foundation
package import OpytDiagnostics
import OpytFiles
import OpytModel
import OpytNetwork
import OpytText

/// Where a site is published to.
extension SiteBuilder {
  /// The members' edition never goes where the open one does: a folder is given for it, apart from the configured one.
  func checkPlaceOfMembers(_ configuration: SiteConfiguration) throws(Failure) {
    guard options.edition == .members else { return }
    guard let output = options.output else {
      throw .usage(
        Phrase(
          """
          для издания участников укажите отдельную папку: opyt build --members --output папка. Не ту, из которой сайт \
          открыт для всех
          """,
          en: """
            the members' edition needs a folder of its own: opyt build --members --output FOLDER. Not the one that \
            everybody reads
            """))
    }
    let (path, kept) = (Self.absolute(output), sources(configuration))
    let open = openOutputPath(configuration)
    if OutputFolder.isHarmless(path, sources: kept), !OutputFolder.isHarmless(path, sources: kept + [open]) {
      throw .usage(
        Phrase(
          """
          папка \(open) – для открытого сайта, и издание для участников ни в неё, ни внутрь неё не собирают: укажите \
          другую (--output)
          """,
          en: "\(open) is for the open site: give another folder for the members' edition (--output)"))
    }
  }

  /// Takes the folder to publish into.
  func outputFolder(_ configuration: SiteConfiguration) throws(Failure) -> OutputFolder {
    let path = outputPath(configuration)
    do throws(OutputFolder.Refusal) {
      return try OutputFolder(
        path: path, sources: sources(configuration), isForMembers: options.edition == .members)
    } catch {
      switch error {
      case .failure(let failure): throw .machine(failure)
      case .locked(let process):
        let id = process.map { " (\($0))" } ?? ""
        throw .usage(
          Phrase(
            "сайт в папке \(path) уже собирает другой процесс\(id)",
            en: "another process\(id) is building the site in \(path)"))
      case .lockNotOurs(let lock):
        throw .usage(
          Phrase(
            "\(lock) – не файл Опыта, а на его месте Опыт отмечает, что собирает сайт: удалите или переименуйте его",
            en: "\(lock) is not a file of Opyt, which marks there that it is building the site: delete or rename it"))
      case .notOurs, .dangerous, .notAFolder, .nameTooLong, .otherEdition:
        let (message, advice) = Self.words(for: error, path, "--output")
        throw .usage(
          Phrase("\(message.russian): \(advice.russian)", en: "\(message.english): \(advice.english)"))
      }
    }
  }

  /// Why nothing can be published where the configuration says; nil also where an option says where, for then it is the
  /// call that is wrong.
  func outputProblem(_ configuration: SiteConfiguration) -> Diagnostic? {
    guard options.output == nil else { return nil }
    let path = outputPath(configuration)
    guard let refusal = OutputFolder.refusal(of: path, sources: sources(configuration)) else { return nil }
    // That the disk fails is told when it is written to.
    if case .failure = refusal { return nil }
    let (message, advice) = Self.words(for: refusal, path, "output")
    return Diagnostic(
      .configurationInvalid, message,
      at: SourceLocation(file: SiteConfiguration.fileName, range: configuration.outputRange), advice: advice)
  }

  /// Whether a site stands where this one would be published.
  package var hasPublishedSite: Bool {
    OutputFolder.hasSite(likelyOutputPath)
  }

  /// Puts the published site back where a run was cut off after it had set it aside. Every command does that first.
  /// - Returns: what became of it; nil where there was nothing to do.
  package func recoverPublishedSite() -> Phrase? {
    let path = likelyOutputPath
    switch OutputFolder.recover(path) {
    case .restored:
      return Phrase(
        "В прошлый раз публикация прервалась: восстановлен прежний сайт в \(path).",
        en: "The last publication was cut off: the old site is back in \(path).")
    case .kept(let aside, let failure):
      return Phrase(
        """
        В прошлый раз публикация прервалась: прежний сайт лежит в \(aside), вернуть его в \(path) не удалось: \
        \(failure.explanation.russian).
        """,
        en: """
          The last publication was cut off: the old site is in \(aside) and could not be put back into \(path): \
          \(failure.explanation.english).
          """)
    case nil: return nil
    }
  }

  /// Where the site would be published. What is wrong with the configuration is told elsewhere; what can't be read of it
  /// is the default.
  private var likelyOutputPath: String {
    if let output = options.output { return Self.absolute(output) }
    let configured = try? readConfiguration().configuration
    return configured.map(outputPath) ?? siteFolder + "/" + SiteConfiguration.defaultOutput
  }

  /// The folder to publish into, absolute.
  func outputPath(_ configuration: SiteConfiguration) -> String {
    options.output.map(Self.absolute) ?? openOutputPath(configuration)
  }

  /// The folder that the configuration says, absolute.
  private func openOutputPath(_ configuration: SiteConfiguration) -> String {
    let isAbsolute = configuration.output.hasPrefix("/")
    return Self.absolute((isAbsolute ? "" : siteFolder + "/") + configuration.output)
  }

  /// - Parameter setting: the option or the key that says where.
  private static func words(
    for refusal: OutputFolder.Refusal, _ path: String, _ setting: String
  ) -> (message: Phrase, advice: Phrase) {
    let other = Phrase("укажите другую (\(setting))", en: "give another folder (\(setting))")
    switch refusal {
    case .notOurs:
      return (
        Phrase(
          "папка \(path) не пуста и создана не Опытом", en: "\(path) is not empty and was not made by Opyt"), other
      )
    case .notAFolder:
      return (
        Phrase(
          "\(path) – не папка: это файл, ссылка или лежит внутри файла",
          en: "\(path) is a file or a link, or inside a file"),
        other
      )
    case .otherEdition(let site):
      return otherEdition(at: site, path, other)
    case .nameTooLong:
      return (
        Phrase("имя папки для сайта слишком длинное: «\(path.fileName)»", en: "too long a name: “\(path.fileName)”"),
        Phrase("укажите имя покороче (\(setting))", en: "give a shorter one (\(setting))")
      )
    case .dangerous, .locked, .lockNotOurs, .failure:
      return (
        Phrase(
          "папку \(path) заменять нельзя: в ней исходные файлы или это домашняя папка",
          en: "\(path) must not be replaced: it holds sources or is a home folder"), other
      )
    }
  }

  private static func otherEdition(
    at site: String, _ path: String, _ advice: Phrase
  ) -> (message: Phrase, advice: Phrase) {
    let place = site == path ? "в папке \(path)" : "папка \(path) лежит внутри \(site), а там"
    // It can be read here: it was.
    let holdsMembers = (try? OutputFolder.isForMembers(site)) ?? false
    return (
      holdsMembers
        ? Phrase(
          "\(place) собрано издание для участников сети, и открытый сайт туда не собирают",
          en: "the members' edition stands in \(site), where no open site may be built")
        : Phrase(
          "\(place) собран открытый сайт, и издание для участников туда не собирают",
          en: "the open site stands in \(site), where no members' edition may be built"), advice
    )
  }

  /// What nothing may be written over.
  func sources(_ configuration: SiteConfiguration) -> [String] {
    [configuration.content, configuration.layouts, SiteConfiguration.fileName].map { siteFolder + "/" + $0 }
  }

  /// A folder's path from the root, as the disk spells it, without a slash at its end.
  static func absolute(_ folder: String) -> String {
    let path = URL(filePath: folder, directoryHint: .isDirectory).standardizedFileURL.path(percentEncoded: false)
    return FileSystem.spelled(path.count > 1 && path.hasSuffix("/") ? String(path.dropLast()) : path)
  }

  /// A folder's path from the site's folder, as the disk spells it.
  func spelled(_ folder: String) -> String {
    String(FileSystem.spelled(siteFolder + "/" + folder).utf8.dropFirst(siteFolder.utf8.count + 1)) ?? folder
  }
}
