import OpytCatalogue
import OpytDiagnostics
import OpytFiles
import OpytModel
import OpytNetwork
import OpytOutputs
import OpytPages

extension SiteBuilder {
  /// Reads and checks everything, and writes the tables of an academic year where there is no error. Drafts and what
  /// is for members only are left out whatever the options say.
  /// - Parameters:
  ///   - year: as it was typed; nil for the year that today falls into.
  ///   - output: the folder; nil for `otchyot-2025-2026` in the site's folder.
  package func report(year: String?, output: String?) throws(Failure) -> Outcome {
    let year = try year.map(Self.academicYear)
    let read = try readConfiguration()
    let configuration = read.configuration
    var options = options
    options.includesDrafts = false
    let builder = SiteBuilder(options, interruption: interruption)
    var site = try builder.checkedSite(read)
    guard let layouts = site.soundLayouts else { return Outcome(site, nil) }
    let reported = if let year { year } else { AcademicYear(containing: site.catalogue.today) }
    let files = YearReport(site.presentationContext(layouts), year: reported).files
    site.stopwatch.lap(.rendering)
    try checkInterruption()
    let path = output ?? siteFolder + "/otchyot-\(reported.text.map { $0 == "/" ? "-" : String($0) }.joined())"
    let folder = try tableFolder(Self.absolute(path), configuration)
    try Failure.machine { () throws(MachineFailure) in try folder.write(files) }
    site.stopwatch.lap(.publishing)
    return Outcome(site, .tables(year: reported, folder: folder.path))
  }

  private static func academicYear(parsing text: String) throws(Failure) -> AcademicYear {
    if let year = AcademicYear(parsing: text) { return year }
    throw .usage(
      Phrase(
        "это не учебный год: «\(text)». Запишите два года подряд: 2025/2026",
        en: "not an academic year: “\(text)”. Write two consecutive years: 2025/2026"))
  }

  private func tableFolder(_ path: String, _ configuration: SiteConfiguration) throws(Failure) -> TableFolder {
    do throws(TableFolder.Refusal) {
      return try TableFolder(path: path, names: YearReport.fileNames, sources: sources(configuration))
    } catch {
      switch error {
      case .failure(let failure): throw .machine(failure)
      case .foreign(let name):
        throw .usage(
          Phrase(
            "в папке \(path) есть другие файлы («\(name)»): укажите пустую папку (--output)",
            en: "\(path) holds other files (“\(name)”): give an empty folder (--output)"))
      case .notAFolder:
        throw .usage(
          Phrase(
            "\(path) – не папка: укажите другое имя (--output)", en: "\(path) is no folder: give another (--output)"))
      case .dangerous:
        throw .usage(
          Phrase(
            "в папку \(path) таблицы писать нельзя: в ней исходные файлы или это домашняя папка",
            en: "no tables may be written into \(path): it holds sources or is a home folder"))
      }
    }
  }
}
