import ArgumentParser
import Dispatch
import Foundation
import OpytDiagnostics
import OpytSite
import OpytText

/// One run of a command: interruption, progress, messages, exit code (`quality.md`, Exit codes).
struct Session {
  /// What a command is there to make: its last words depend on it.
  enum Purpose {
    case site, bulletin, tables

    /// What is said where it was not made.
    var remains: String {
      switch self {
      case .site: "Старый сайт остался на месте."
      case .bulletin: "Выпуск не напечатан."
      case .tables: "Таблицы не записаны."
      }
    }

    var refusal: String {
      switch self {
      case .site: "Сайт не собран: сначала исправьте ошибки. \(remains)"
      case .bulletin, .tables: "\(remains.dropLast()): сначала исправьте ошибки."
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
    Terminal.writeError(ClosingLine(outcome, purpose).text + "\n")
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
      Terminal.writeError("Сбой: \(failure.path): \(failure.explanation). \(purpose.remains)\n")
      return ExitCode(3)
    case .interrupted:
      Terminal.writeError("Прервано. \(purpose.remains)\n")
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
  let text: String

  init(_ outcome: SiteBuilder.Outcome, _ purpose: Session.Purpose) {
    let steps = outcome.stopwatch.times.map { "\(Self.name($0.step)) \(Self.seconds($0.duration))" }
    let times = "\(Self.seconds(outcome.stopwatch.total)) с (\(steps.joined(separator: ", ")))"
    switch outcome.product {
    case .site(let published):
      let pages = Plural("страница", "страницы", "страниц").counted(published.pageCount)
      let files = Plural("файл", "файла", "файлов").counted(published.fileCount)
      text = "Готово: \(pages), \(files) в \(published.folder) за \(times)"
    case .bulletin(let number, _): text = "Готово: выпуск № \(number) за \(times)"
    case .bulletinFile(let number, let path): text = "Готово: выпуск № \(number) в \(path) за \(times)"
    case .tables(let year, let folder):
      text = "Готово: таблицы за \(year.text) учебный год в \(folder) за \(times)"
    case nil where outcome.report.errorCount > 0: text = purpose.refusal
    case nil:
      let files = Plural("документ", "документа", "документов").counted(outcome.report.fileCount)
      text = "Проверено: \(files) за \(times)"
    }
  }

  private static func name(_ step: Stopwatch.Step) -> String {
    switch step {
    case .reading: "чтение"
    case .checking: "проверка"
    case .planning: "план"
    case .rendering: "вёрстка"
    case .publishing: "публикация"
    }
  }

  private static func seconds(_ duration: Duration) -> String {
    let hundredths = Int((duration / .milliseconds(10)).rounded())
    let rest = hundredths % 100
    return "\(hundredths / 100),\(rest < 10 ? "0" : "")\(rest)"
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
