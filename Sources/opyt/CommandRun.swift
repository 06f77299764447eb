import ArgumentParser
import OpytDiagnostics
import OpytFiles
import OpytSite
import OpytText

/// One run of a command: interruption, progress, messages, exit code. 0: done; 1: the content has errors; 2: wrong
/// usage or configuration; 3: the machine failed; 130: interrupted.
struct CommandRun {
  private let arguments: SiteArguments
  private let format: MessageArguments.Format
  private let purpose: CommandPurpose
  /// Where the site goes, where an option says so.
  private let output: String?
  private let site: SiteFolder
  /// As configured, also where the configuration is wrong.
  private let language: Language

  init(
    _ arguments: SiteArguments, _ format: MessageArguments.Format, makes purpose: CommandPurpose,
    at output: String? = nil
  ) {
    self.arguments = arguments
    self.format = format
    self.purpose = purpose
    self.output = output
    site = arguments.folder
    language = site.language
  }

  func run(
    _ work: (Interruption) throws(SiteBuilder.Failure) -> SiteBuilder.Outcome
  ) throws(ExitCode) {
    if let failure = OpenFileLimit.failure { throw try tell(.machine(failure)) }
    try tellRecovery()
    let interruption = Interruption()
    let signals = InterruptSignals { interruption.request() }
    let progress = arguments.quiet || !Terminal.errorIsTerminal ? nil : Progress(language: language)
    defer { signals.cancel() }
    let result: Result<SiteBuilder.Outcome, SiteBuilder.Failure>
    do throws(SiteBuilder.Failure) {
      result = .success(try work(interruption))
    } catch {
      result = .failure(error)
    }
    progress?.finish()
    switch result {
    case .success(let outcome):
      switch outcome.product {
      case .bulletin(_, let bytes), .certificate(_, let bytes): try write(bytes)
      default: break
      }
      try tell(outcome)
      if outcome.report.errorCount > 0 { throw ExitCode(outcome.isConfigurationAtFault ? 2 : 1) }
    case .failure(let failure): throw try tell(failure)
    }
  }

  private func tell(_ outcome: SiteBuilder.Outcome) throws(ExitCode) {
    let closing = ClosingLine(outcome, purpose, hasOldSite: hasOldSite).text(in: language) + "\n"
    var lines = site.path
    if case .audit(let audited) = outcome.product { lines = audited.folder }
    try tell(outcome.report, list(outcome), closing: closing, lines: SourceLineReader(siteFolder: lines))
  }

  /// The list that was asked for, for people and for programs; nil where the report is all there is.
  private func list(_ outcome: SiteBuilder.Outcome) -> (text: String, json: (name: String, json: String)?)? {
    switch outcome.product {
    case .revocation(let revocation):
      let text = RevocationText(revocation, hasProblems: !outcome.report.entries.isEmpty, in: language).text
      return (text, revocation.json)
    case .ledger(let change): return (LedgerText(change, in: language).text, change.json)
    default: return nil
    }
  }

  private func tell(_ failure: SiteBuilder.Failure) throws(ExitCode) -> ExitCode {
    switch failure {
    case .configuration(let diagnostics):
      let closing = purpose.refusal(of: .configuration, hasOldSite: hasOldSite)(in: language) + "\n"
      try tell(
        DiagnosticReport(diagnostics, fileCount: 0), closing: closing, lines: SourceLineReader(siteFolder: site.path))
      return ExitCode(2)
    case .usage(let phrase):
      try tell(.usage, phrase, Phrase("Ошибка: \(phrase.russian)", en: "Error: \(phrase.english)"))
      return ExitCode(2)
    case .machine(let failure):
      try tell(.machine, failure.sentence, sentence(about: failure))
      return ExitCode(3)
    case .interrupted:
      let remains = purpose.remains(hasOldSite: hasOldSite)
      let what = Phrase("прервано", en: "interrupted")
      try tell(
        .interrupted, what, Phrase("Прервано. \(remains.russian)", en: "Interrupted. \(remains.english)"))
      return ExitCode(130)
    }
  }

  /// Tells what ended the run before there was anything to report; programs get their object in any case.
  private func tell(
    _ kind: JSONFormatter.Failure.Kind, _ message: Phrase, _ sentence: Phrase
  ) throws(ExitCode) {
    if format == .json {
      let failure = JSONFormatter.Failure(kind, message)
      try write(Array(JSONFormatter(language: language).format(DiagnosticReport([], fileCount: 0), failure).utf8))
    }
    try writeWords(sentence(in: language) + "\n")
  }

  /// Says what became of a site that a run before this one left set aside.
  private func tellRecovery() throws(ExitCode) {
    guard let words = builder?.recoverPublishedSite() else { return }
    try writeWords(words(in: language) + "\n")
  }

  /// JSON goes to standard output, for programs, and the last words to standard error. Words go to standard output
  /// where they are what was asked for, else to standard error.
  private func tell(
    _ report: DiagnosticReport, _ list: (text: String, json: (name: String, json: String)?)? = nil, closing: String,
    lines: SourceLineReader
  ) throws(ExitCode) {
    let textFormatter = textFormatter(lines)
    switch format {
    case .json:
      try write(Array(JSONFormatter(language: language).format(report, with: list?.json).utf8))
      if !arguments.quiet { try writeWords(closing) }
    case .text:
      // Who keeps the site has read the warnings: only what stopped the run is told anew.
      let isTold = purpose.tellsWarnings || report.errorCount > 0
      var text = isTold ? textFormatter.format(report) : ""
      if !arguments.quiet {
        text = foundAbove + text
        if isTold {
          if let summary = textFormatter.summary(of: report) { text += summary + "\n" }
        } else if report.warningCount > 0 {
          text += Self.untold(report.warningCount)(in: language) + "\n"
        }
        text += closing
      }
      if let list { text = list.text + text }
      if purpose.isReport { try write(Array(text.utf8)) } else { try writeWords(text) }
    }
  }

  private static func untold(_ count: Int) -> Phrase {
    let counted = Plural("предупреждение", "предупреждения", "предупреждений").counted(count)
    return Phrase("В материалах \(counted): прочесть – opyt check", en: "Warnings: \(count); to read them: opyt check")
  }

  /// Writes what was asked for to standard output.
  private func write(_ bytes: [UInt8]) throws(ExitCode) {
    guard let code = Terminal.write(bytes) else { return }
    let sentence = sentence(about: MachineFailure("write", Self.standardOutput(in: language), code: code))
    try writeWords(sentence(in: language) + "\n")
    throw ExitCode(3)
  }

  /// Writes words to standard error. Who can't be told of an error must not believe that there was none.
  private func writeWords(_ text: String) throws(ExitCode) {
    if Terminal.writeError(text) != nil { throw ExitCode(3) }
  }

  private static let standardOutput = Phrase("стандартный вывод", en: "standard output")

  private func sentence(about failure: MachineFailure) -> Phrase {
    let (what, remains) = (failure.sentence, purpose.remains(hasOldSite: hasOldSite))
    return Phrase("Сбой: \(what.russian). \(remains.russian)", en: "Failure: \(what.english). \(remains.english)")
  }

  /// Which site this is, where it is not the one of the folder that the command was given in.
  private var foundAbove: String {
    // A folder that was named needs no site around it.
    guard site.isAbove, purpose != .audit || output == nil else { return "" }
    return Phrase("Папка сайта: \(site.path)", en: "The site's folder: \(site.path)")(in: language) + "\n"
  }

  private var hasOldSite: Bool {
    purpose == .site && builder?.hasPublishedSite == true
  }

  private var builder: SiteBuilder? {
    guard var options = try? arguments.options() else { return nil }
    options.output = output
    return SiteBuilder(options)
  }

  private func textFormatter(_ lines: SourceLineReader) -> TextFormatter {
    let usesColor = purpose.isReport ? Terminal.outputIsTerminal : Terminal.errorIsTerminal
    return TextFormatter(language: language, usesColor: usesColor, lines: lines)
  }
}

extension MachineFailure {
  /// `/site/public: нет прав`
  var sentence: Phrase {
    Phrase("\(path): \(explanation.russian)", en: "\(path): \(explanation.english)")
  }
}
