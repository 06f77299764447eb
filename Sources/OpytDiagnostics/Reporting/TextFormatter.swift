import OpytText

/// Writes a report for a person at a terminal: where (file:line:column, the line itself with the place underlined), what
/// is wrong, and how to mend it, with the nearest valid value.
public struct TextFormatter {
  private let language: Language
  private let usesColor: Bool
  private let lines: (SourceLocation) -> LineWindow?

  /// - Parameter lines: gives the lines that locations start in.
  public init(language: Language, usesColor: Bool, lines: some LineSource) {
    self.language = language
    self.usesColor = usesColor
    self.lines = { lines.window(at: $0) }
  }

  /// - Parameter line: gives the whole text of the line that a location starts in, or nil where it can't be shown.
  public init(language: Language, usesColor: Bool, line: @escaping (SourceLocation) -> String?) {
    self.language = language
    self.usesColor = usesColor
    lines = { line($0).map { LineWindow($0) } }
  }

  public func format(_ report: DiagnosticReport) -> String {
    report.entries.map(format).joined()
  }

  /// «3 ошибки и 1 предупреждение в 61 файле»; nil when there is nothing to tell.
  public func summary(of report: DiagnosticReport) -> String? {
    guard !report.entries.isEmpty else { return nil }
    var parts: [String] = []
    switch language {
    case .russian:
      if report.errorCount > 0 { parts.append(Plural("ошибка", "ошибки", "ошибок").counted(report.errorCount)) }
      if report.warningCount > 0 {
        parts.append(Plural("предупреждение", "предупреждения", "предупреждений").counted(report.warningCount))
      }
      let files = Plural("файл", "файла", "файлов").counted(report.fileCount)
      // The configuration itself is wrong: nothing else was looked at.
      if report.fileCount == 0 { return parts.joined(separator: " и ") }
      return "\(parts.joined(separator: " и ")); проверено: \(files)"
    case .english:
      if report.errorCount > 0 { parts.append("\(report.errorCount) error\(report.errorCount == 1 ? "" : "s")") }
      if report.warningCount > 0 {
        parts.append("\(report.warningCount) warning\(report.warningCount == 1 ? "" : "s")")
      }
      if report.fileCount == 0 { return parts.joined(separator: " and ") }
      return "\(parts.joined(separator: " and ")); files checked: \(report.fileCount)"
    }
  }

  private func format(_ entry: DiagnosticReport.Entry) -> String {
    let diagnostic = entry.diagnostic
    let color = diagnostic.severity == .error ? "31" : "33"
    var text = painted(place(diagnostic.location) + ": ", "1")
    text += painted(label(diagnostic.severity) + ": ", color + ";1")
    text += Self.printable(diagnostic.message(in: language)) + painted(" [\(diagnostic.code.rawValue)]", "2") + "\n"
    text += excerpt(diagnostic, color: color)
    if let snippet = diagnostic.snippet {
      // From the first column, so that they can be pasted as they are.
      for line in snippet(in: language).split(separator: "\n") { text += Self.printable(String(line)) + "\n" }
    }
    for note in diagnostic.notes {
      let place = note.location.map { self.place($0) + ": " } ?? ""
      text += "   \(place)\(Self.printable(note.message(in: language)))\n"
    }
    if !entry.otherPlaces.isEmpty {
      let count = entry.otherPlaces.count
      switch language {
      case .russian: text += "   и ещё в \(count) \(count % 10 == 1 && count % 100 != 11 ? "месте" : "местах"):\n"
      case .english: text += "   and in \(count) more place\(count == 1 ? "" : "s"):\n"
      }
      for other in entry.otherPlaces.prefix(Self.maximumPlaces) { text += "     \(place(other))\n" }
      if count > Self.maximumPlaces { text += "     …\n" }
    }
    if entry.omitted > 0 { text += omission(of: entry) }
    return text
  }

  /// Longer lists of places help nobody.
  private static let maximumPlaces = DiagnosticReport.maximumAlike

  /// «и ещё 4 317 таких в этом файле»
  private func omission(of entry: DiagnosticReport.Entry) -> String {
    let count = Self.grouped(entry.omitted, separator: language == .russian ? "\u{A0}" : ",")
    switch language {
    case .russian:
      return "   и ещё \(count) \(Plural("такое", "таких", "таких").form(for: entry.omitted)) в этом файле\n"
    case .english: return "   and \(count) more of the same in this file\n"
    }
  }

  /// «4 317»
  private static func grouped(_ number: Int, separator: String) -> String {
    let digits = String(number)
    var text = ""
    for (index, digit) in digits.enumerated() {
      if index > 0, (digits.count - index) % 3 == 0 { text += separator }
      text.append(digit)
    }
    return text
  }

  /// The line itself with the place underlined, and how to mend it.
  private func excerpt(_ diagnostic: Diagnostic, color: String) -> String {
    let remedy = remedy(for: diagnostic)
    guard let range = diagnostic.location.range, let line = lines(diagnostic.location) else {
      return remedy.map { "   \($0)\n" } ?? ""
    }
    let excerpt = Excerpt(line: line, range: range)
    var text = "\(excerpt.number) │ \(excerpt.text)\n"
    text += "\(excerpt.emptyNumber) │ \(excerpt.margin)\(painted(excerpt.carets, color))"
    text += remedy.map { " \($0)\n" } ?? "\n"
    return text
  }

  /// Lists of what is permitted are long.
  private static let maximumAdvice = 1600

  private func remedy(for diagnostic: Diagnostic) -> String? {
    var parts: [String] = []
    if let suggestion = diagnostic.suggestion {
      let value = Self.printable(suggestion.value)
      let title = suggestion.title.map { Self.printable($0) }
      switch language {
      case .russian: parts.append("возможно, «\(value)»" + (title.map { " («\($0)»)" } ?? ""))
      case .english: parts.append("did you mean “\(value)”" + (title.map { " (“\($0)”)" } ?? "") + "?")
      }
    }
    if let advice = diagnostic.advice {
      parts.append(Self.printable(advice(in: language), maximum: Self.maximumAdvice))
    }
    return parts.isEmpty ? nil : parts.joined(separator: language == .english ? " " : "; ")
  }

  private func place(_ location: SourceLocation) -> String {
    let file = Self.printable(location.file)
    guard let range = location.range else { return file }
    return "\(file):\(range.start.line):\(range.start.column)"
  }

  private func label(_ severity: Severity) -> String {
    switch (severity, language) {
    case (.error, .russian): "ошибка"
    case (.warning, .russian): "предупреждение"
    case (.error, .english): "error"
    case (.warning, .english): "warning"
    }
  }

  private func painted(_ text: String, _ code: String) -> String {
    usesColor ? "\u{1B}[\(code)m\(text)\u{1B}[0m" : text
  }

  /// An author's text must not steer the terminal, nor push the rest of the message out of sight.
  private static func printable(_ text: String, maximum: Int = 400) -> String {
    var view = String.UnicodeScalarView()
    for (count, scalar) in text.unicodeScalars.enumerated() {
      if count == maximum { return String(view) + "…" }
      switch scalar {
      case "\t", "\n", "\r": view.append(" ")
      case _ where scalar.isPrintable: view.append(scalar)
      default: view.append("\u{FFFD}")
      }
    }
    return String(view)
  }
}
