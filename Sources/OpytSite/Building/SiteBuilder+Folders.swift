import Foundation
import OpytDiagnostics
import OpytFiles
import OpytNetwork
import OpytText

/// Where a site is published to.
extension SiteBuilder {
  /// Takes the folder to publish into.
  func outputFolder(_ configuration: SiteConfiguration) throws(Failure) -> OutputFolder {
    let path = outputPath(configuration)
    do throws(OutputFolder.Refusal) {
      return try OutputFolder(path: path, sources: sources(configuration))
    } catch {
      switch error {
      case .failure(let failure): throw .machine(failure)
      case .locked(let process):
        throw .usage(
          Phrase(
            "сайт в папке \(path) уже собирает другой процесс (\(process))",
            en: "another process (\(process)) is building the site in \(path)"))
      case .notOurs, .dangerous, .notAFolder, .nameTooLong:
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
    if let output = options.output { return OutputFolder.hasSite(Self.absolute(output)) }
    // What is wrong with the configuration was told before; what can't be read of it is the default.
    let configured = try? readConfiguration().configuration
    return OutputFolder.hasSite(configured.map(outputPath) ?? siteFolder + "/" + SiteConfiguration.defaultOutput)
  }

  /// The folder to publish into, absolute.
  private func outputPath(_ configuration: SiteConfiguration) -> String {
    let isAbsolute = configuration.output.hasPrefix("/")
    return Self.absolute(options.output ?? (isAbsolute ? "" : siteFolder + "/") + configuration.output)
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
    case .nameTooLong:
      return (
        Phrase("имя папки для сайта слишком длинное: «\(path.fileName)»", en: "too long a name: “\(path.fileName)”"),
        Phrase("укажите имя покороче (\(setting))", en: "give a shorter one (\(setting))")
      )
    case .dangerous, .locked, .failure:
      return (
        Phrase(
          "папку \(path) заменять нельзя: в ней исходные файлы или это домашняя папка",
          en: "\(path) must not be replaced: it holds sources or is a home folder"), other
      )
    }
  }

  /// The folders that nothing may be written over.
  func sources(_ configuration: SiteConfiguration) -> [String] {
    [siteFolder + "/" + configuration.content, siteFolder + "/" + configuration.layouts]
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
