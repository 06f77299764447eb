import ArgumentParser
import OpytDiagnostics
import OpytFiles
import OpytSite

/// One run of a command: interruption, progress, messages, exit code. 0: done; 1: the content has errors; 2: wrong
/// usage or configuration; 3: the machine failed; 130: interrupted.
struct CommandRun {
  /// What a command is there to make: its last words depend on it.
  enum Purpose {
    case site, verdict, bulletin, tables

    /// What is said where it was not made.
    var remains: Phrase {
      switch self {
      case .site: Phrase("Старый сайт остался на месте.", en: "The old site stands.")
      case .verdict: Phrase("Проверка не закончена.", en: "The check was not finished.")
      case .bulletin: Phrase("Выпуск не напечатан.", en: "The issue was not printed.")
      case .tables: Phrase("Таблицы не записаны.", en: "The tables were not written.")
      }
    }

    var refusal: Phrase {
      switch self {
      case .site:
        Phrase(
          "Сайт не собран: сначала исправьте ошибки. \(remains.russian)",
          en: "The site was not built: mend the errors first. \(remains.english)")
      case .verdict:
        Phrase("Есть ошибки: с ними сайт не соберётся.", en: "There are errors: the site cannot be built yet.")
      case .bulletin, .tables:
        Phrase(
          "\(remains.russian.dropLast()): сначала исправьте ошибки.",
          en: "\(remains.english.dropLast()): mend the errors first.")
      }
    }
  }

  private let arguments: SiteArguments
  private let format: MessageArguments.Format
  private let purpose: Purpose
  /// As configured, also where the configuration is wrong.
  private let language: Language

  init(_ arguments: SiteArguments, _ format: MessageArguments.Format, makes purpose: Purpose) {
    self.arguments = arguments
    self.format = format
    self.purpose = purpose
    language = SiteBuilder.language(ofSiteIn: arguments.site)
  }

  func run(
    _ work: (Interruption) throws(SiteBuilder.Failure) -> SiteBuilder.Outcome
  ) throws(ExitCode) {
    let interruption = Interruption()
    let signals = InterruptSignals { interruption.request() }
    let progress = arguments.quiet || !Terminal.errorIsTerminal ? nil : Progress(language: language)
    defer { signals.cancel() }
    let outcome: SiteBuilder.Outcome
    do throws(SiteBuilder.Failure) {
      outcome = try work(interruption)
    } catch {
      progress?.finish()
      throw tell(error)
    }
    progress?.finish()
    if case .bulletin(_, let bytes) = outcome.product, let code = Terminal.write(document: bytes) {
      let output = Phrase("стандартный вывод", en: "standard output")(in: language)
      throw tell(.machine(MachineFailure("write", output, code: code)))
    }
    tell(outcome)
    if outcome.report.errorCount > 0 { throw ExitCode(1) }
  }

  private func tell(_ outcome: SiteBuilder.Outcome) {
    printReport(outcome.report)
    guard !arguments.quiet else { return }
    if let summary = textFormatter.summary(of: outcome.report), format == .text {
      Terminal.writeError(summary + "\n")
    }
    Terminal.writeError(ClosingLine(outcome, purpose).text(in: language) + "\n")
  }

  private func tell(_ failure: SiteBuilder.Failure) -> ExitCode {
    switch failure {
    case .configuration(let diagnostics):
      printReport(DiagnosticReport(diagnostics, fileCount: 0))
      return ExitCode(2)
    case .usage(let phrase):
      tell(Phrase("Ошибка: \(phrase.russian)", en: "Error: \(phrase.english)"))
      return ExitCode(2)
    case .machine(let failure):
      let place = failure.path
      tell(
        Phrase(
          "Сбой: \(place): \(failure.explanation.russian). \(purpose.remains.russian)",
          en: "Failure: \(place): \(failure.explanation.english). \(purpose.remains.english)"))
      return ExitCode(3)
    case .interrupted:
      tell(
        Phrase(
          "Прервано. \(purpose.remains.russian)", en: "Interrupted. \(purpose.remains.english)"))
      return ExitCode(130)
    }
  }

  private func tell(_ phrase: Phrase) { Terminal.writeError(phrase(in: language) + "\n") }

  /// JSON goes to standard output, for programs; text to standard error, for people.
  private func printReport(_ report: DiagnosticReport) {
    switch format {
    case .json: Terminal.write(JSONFormatter(language: language).format(report))
    case .text: Terminal.writeError(textFormatter.format(report))
    }
  }

  private var textFormatter: TextFormatter {
    let lines = SourceLineReader(siteFolder: arguments.site)
    return TextFormatter(language: language, usesColor: Terminal.errorIsTerminal) { lines.line(at: $0) }
  }
}
