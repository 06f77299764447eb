import ArgumentParser
import Dispatch
import Foundation
import OpytDiagnostics
import OpytFiles
import OpytSite
import OpytText

/// One run of a command: interruption, progress, messages, exit code (`quality.md`, Exit codes).
struct Session {
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

  init(_ arguments: SiteArguments, _ format: MessageArguments.Format, makes purpose: Purpose) {
    self.arguments = arguments
    self.format = format
    self.purpose = purpose
  }

  func run(_ work: (Interruption) throws(SiteBuilder.Failure) -> SiteBuilder.Outcome) throws {
    let interruption = Interruption()
    let signals = InterruptSignals { interruption.request() }
    let progress = arguments.quiet || !Terminal.errorIsTerminal ? nil : Progress()
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
      throw tell(.machine(MachineFailure("write", "стандартный вывод", code: code)))
    }
    tell(outcome)
    if outcome.report.errorCount > 0 { throw ExitCode(1) }
  }

  private func tell(_ outcome: SiteBuilder.Outcome) {
    printReport(outcome.report, outcome.language)
    guard !arguments.quiet else { return }
    let formatter = textFormatter(outcome.language)
    if let summary = formatter.summary(of: outcome.report), format == .text {
      Terminal.writeError(summary + "\n")
    }
    Terminal.writeError(ClosingLine(outcome, purpose).text(in: outcome.language) + "\n")
  }

  private func tell(_ failure: SiteBuilder.Failure) -> ExitCode {
    switch failure {
    case .configuration(let diagnostics):
      printReport(DiagnosticReport(diagnostics, fileCount: 0), .russian)
      return ExitCode(2)
    case .usage(let phrase):
      Terminal.writeError("Ошибка: \(phrase(in: .russian))\n")
      return ExitCode(2)
    case .machine(let failure):
      Terminal.writeError("Сбой: \(failure.path): \(failure.explanation.russian). \(purpose.remains.russian)\n")
      return ExitCode(3)
    case .interrupted:
      Terminal.writeError("Прервано. \(purpose.remains.russian)\n")
      return ExitCode(130)
    }
  }

  /// JSON goes to standard output, for programs; text to standard error, for people.
  private func printReport(_ report: DiagnosticReport, _ language: Language) {
    switch format {
    case .json: Terminal.write(JSONFormatter(language: language).format(report))
    case .text: Terminal.writeError(textFormatter(language).format(report))
    }
  }

  private func textFormatter(_ language: Language) -> TextFormatter {
    let lines = SourceLineReader(siteFolder: arguments.site)
    return TextFormatter(language: language, usesColor: Terminal.errorIsTerminal) { lines.line(at: $0) }
  }
}

/// What a run ends with: what was built, and how long each step took.
private struct ClosingLine {
  private let phrase: Phrase

  init(_ outcome: SiteBuilder.Outcome, _ purpose: Session.Purpose) {
    let times = Self.times(of: outcome.stopwatch)
    phrase =
      switch outcome.product {
      case .site(let published):
        Phrase(
          """
          Готово: \(Plural("страница", "страницы", "страниц").counted(published.pageCount)), \
          \(Plural("файл", "файла", "файлов").counted(published.fileCount)) в \(published.folder) за \(times.russian)
          """,
          en: """
            Done: pages: \(published.pageCount), files: \(published.fileCount) \
            in \(published.folder), \(times.english)
            """)
      case .bulletin(let number, _):
        Phrase("Готово: выпуск № \(number) за \(times.russian)", en: "Done: issue No. \(number), \(times.english)")
      case .bulletinFile(let number, let path):
        Phrase(
          "Готово: выпуск № \(number) в \(path) за \(times.russian)",
          en: "Done: issue No. \(number) in \(path), \(times.english)")
      case .tables(let year, let folder):
        Phrase(
          "Готово: таблицы за \(year.text) учебный год в \(folder) за \(times.russian)",
          en: "Done: tables of \(year.text) in \(folder), \(times.english)")
      case nil where outcome.report.errorCount > 0: purpose.refusal
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

/// Ctrl-C and `kill` ask the workers to stop, so that staging is cleaned and the old site stands.
private struct InterruptSignals {
  private let sources: [any DispatchSourceSignal]

  init(_ handler: @escaping @Sendable () -> Void) {
    // A full pipe or a file size limit is told by the call that fails.
    signal(SIGPIPE, SIG_IGN)
    signal(SIGXFSZ, SIG_IGN)
    sources = [SIGINT, SIGTERM, SIGHUP].map { number in
      signal(number, SIG_IGN)
      let source = DispatchSource.makeSignalSource(signal: number, queue: .global())
      source.setEventHandler(handler: handler)
      source.resume()
      return source
    }
  }

  func cancel() { for source in sources { source.cancel() } }
}

/// A sign of life on a terminal when a run takes longer than a second.
private struct Progress {
  private let timer: any DispatchSourceTimer

  init() {
    timer = DispatchSource.makeTimerSource(queue: .global())
    timer.schedule(deadline: .now() + 1, repeating: 1)
    let start = ContinuousClock.now
    timer.setEventHandler {
      let seconds = (ContinuousClock.now - start).components.seconds
      Terminal.writeError("\rРаботаю… \(seconds) с ")
    }
    timer.resume()
  }

  func finish() {
    timer.cancel()
    Terminal.writeError("\r\u{1B}[K")
  }
}
