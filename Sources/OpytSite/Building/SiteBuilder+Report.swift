import OpytCatalogue
import OpytDiagnostics
import OpytFiles
package import OpytModel
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
    let reported = if let year { year } else { try Self.year(of: site.catalogue) }
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

  private static func year(of catalogue: Catalogue) throws(Failure) -> AcademicYear {
    guard catalogue.today != .blank else {
      throw .usage(
        Phrase(
          "в материалах нет ни одного дня, по которому виден учебный год: укажите его (--year 2025/2026)",
          en: "no day of the content tells the academic year: give it (--year 2025/2026)"))
    }
    return AcademicYear(containing: catalogue.today)
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

  /// The day that `--today` names.
  package static func day(parsing text: String) throws(Failure) -> CalendarDate {
    do throws(CalendarDate.ParsingFailure) {
      return try CalendarDate(parsing: text)
    } catch .noSuchDay {
      throw .usage(Phrase("такого дня нет: «\(text)»", en: "no such day: “\(text)”"))
    } catch {
      throw .usage(
        Phrase(
          "это не дата: «\(text)». Запишите 2026-03-12, 12.03.2026 или 12 марта 2026",
          en: "not a date: “\(text)”. Write 2026-03-12 or 12.03.2026"))
    }
  }
}
