import OpytDiagnostics
import OpytFiles
import OpytModel
import OpytSite
import OpytText

/// What a run ends with: what was built, and how long each step took.
struct ClosingLine {
  private let phrase: Phrase

  /// - Parameter hasOldSite: whether a site stands where one should have been made.
  init(_ outcome: SiteBuilder.Outcome, _ purpose: CommandPurpose, hasOldSite: @autoclosure () -> Bool) {
    let times = Self.times(of: outcome.stopwatch)
    phrase =
      switch outcome.product {
      case .site(let published) where published.isUnchanged:
        Phrase(
          """
          Ничего не изменилось: сайт в \(published.folder) собран из тех же файлов, проверено за \(times.russian). \
          Собрать заново – с ключом --clean.
          """,
          en: """
            Nothing changed: the site in \(published.folder) is made from the same files, checked in \
            \(times.english). To build it anew: --clean.
            """)
      case .site(let published):
        Self.done(published, times, published.replacement == .inTwoSteps ? Self.twoSteps : Phrase("", en: ""))
      case .bulletin(let number, _):
        Phrase("Готово: выпуск № \(number) за \(times.russian)", en: "Done: issue No. \(number), \(times.english)")
      case .bulletinFile(let number, let path):
        Phrase(
          "Готово: выпуск № \(number) в \(path) за \(times.russian)",
          en: "Done: issue No. \(number) in \(path), \(times.english)")
      case .certificate(let number, _):
        Phrase(
          "Готово: справка № \(number) за \(times.russian)", en: "Done: certificate No. \(number), \(times.english)")
      case .certificateFile(let number, let path):
        Phrase(
          "Готово: справка № \(number) в \(path) за \(times.russian)",
          en: "Done: certificate No. \(number) in \(path), \(times.english)")
      case .tables(let year, let folder):
        Phrase(
          "Готово: таблицы за \(year.text) учебный год в \(folder) за \(times.russian)",
          en: "Done: tables of \(year.text) in \(folder), \(times.english)")
      case .revocation(let revocation):
        Phrase(
          "Ничего не изменено: это только список для согласия «\(revocation.number)», составлен за \(times.russian)",
          en: "Nothing was changed: this is a list for the consent “\(revocation.number)”, made in \(times.english)")
      case .ledger(let change): LedgerText.closing(change)
      case .audit(let audited): Self.audited(audited, outcome.report.errorCount > 0, times)
      case nil where outcome.report.errorCount > 0:
        purpose.refusal(of: Self.fault(of: outcome), hasOldSite: hasOldSite())
      case nil:
        Phrase(
          """
          Проверено: \(Plural("документ", "документа", "документов").counted(outcome.report.fileCount)) \
          за \(times.russian)
          """,
          en: "Documents checked: \(outcome.report.fileCount), \(times.english)")
      }
  }

  func text(in language: Language) -> String { phrase(in: language) }

  /// That readers were without a site for a moment, and will be again next time.
  private static let twoSteps = Phrase(
    "\nДиск не умеет менять папки местами: пока сайт заменялся, его на мгновение не было.",
    en: "\nThe disk can't exchange folders: for a moment, while the site was replaced, there was none.")

  private static func done(_ published: SiteBuilder.Published, _ times: Phrase, _ note: Phrase) -> Phrase {
    let edition =
      published.edition == .open
      ? Phrase("", en: "") : Phrase("издание для участников, ", en: "the members' edition, ")
    return Phrase(
      """
      Готово: \(edition.russian)\(Plural("страница", "страницы", "страниц").counted(published.pageCount)), \
      \(Plural("файл", "файла", "файлов").counted(published.fileCount)) в \(published.folder) за \(times.russian)\
      \(note.russian)
      """,
      en: """
        Done: \(edition.english)pages: \(published.pageCount), files: \(published.fileCount) \
        in \(published.folder), \(times.english)\(note.english)
        """)
  }

  private static func fault(of outcome: SiteBuilder.Outcome) -> CommandPurpose.Fault {
    if outcome.report.entries.contains(where: { $0.diagnostic.code == .consentUnknown }) { return .consent }
    return outcome.isConfigurationAtFault ? .configuration : .content
  }

  private static func audited(_ audited: SiteBuilder.Audited, _ hasErrors: Bool, _ times: Phrase) -> Phrase {
    let (pages, files) = (
      Plural("страница", "страницы", "страниц").counted(audited.pageCount),
      Plural("файл", "файла", "файлов").counted(audited.fileCount)
    )
    let counts = Phrase(
      "\(pages), \(files), проверено за \(times.russian)",
      en: "pages: \(audited.pageCount), files: \(audited.fileCount), \(times.english)")
    if audited.edition == .members {
      return hasErrors
        ? Phrase(
          "Издание для участников в \(audited.folder) не в порядке: \(counts.russian)",
          en: "The members' edition in \(audited.folder) is not sound: \(counts.english)")
        : Phrase(
          "Издание для участников в \(audited.folder) цело: \(counts.russian)",
          en: "The members' edition in \(audited.folder) is whole: \(counts.english)")
    }
    return hasErrors
      ? Phrase(
        "Сайт в \(audited.folder) не в порядке: \(counts.russian)",
        en: "The site in \(audited.folder) is not sound: \(counts.english)")
      : Phrase(
        "Сайт в \(audited.folder) цел: \(counts.russian)",
        en: "The site in \(audited.folder) is whole: \(counts.english)")
  }

  private static func times(of stopwatch: Stopwatch) -> Phrase {
    let steps = stopwatch.times.map { (name: name($0.step), seconds: hundredths($0.duration)) }
    let total = hundredths(stopwatch.total)
    return Phrase(
      "\(total(",")) с (\(steps.map { "\($0.name.russian) \($0.seconds(","))" }.joined(separator: ", ")))",
      en: "\(total(".")) s (\(steps.map { "\($0.name.english) \($0.seconds("."))" }.joined(separator: ", ")))")
  }

  private static func name(_ step: Stopwatch.Step) -> Phrase {
    switch step {
    case .reading: Phrase("чтение", en: "reading")
    case .checking: Phrase("проверка", en: "checking")
    case .planning: Phrase("план", en: "planning")
    case .rendering: Phrase("вёрстка", en: "rendering")
    case .publishing: Phrase("публикация", en: "publishing")
    }
  }

  /// Seconds with two decimals, behind the separator of the language.
  private static func hundredths(_ duration: Duration) -> (_ separator: String) -> String {
    let hundredths = Int((duration / .milliseconds(10)).rounded())
    let rest = hundredths % 100
    return { separator in "\(hundredths / 100)\(separator)\(rest < 10 ? "0" : "")\(rest)" }
  }
}
