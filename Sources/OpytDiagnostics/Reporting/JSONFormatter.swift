/// Writes a report as one JSON object for other programs. Lines and columns count from 1, columns in Unicode scalars.
public struct JSONFormatter {
  private let language: Language

  public init(language: Language) {
    self.language = language
  }

  /// What ended a run before there was a report.
  public struct Failure: Sendable {
    public enum Kind: String, Sendable {
      case usage, machine, interrupted
    }

    let kind: Kind
    let message: Phrase

    public init(_ kind: Kind, _ message: Phrase) {
      self.kind = kind
      self.message = message
    }
  }

  /// - Parameters:
  ///   - failure: then the report is empty, and says nothing of the content.
  ///   - product: what a run made, as JSON under its name.
  public func format(
    _ report: DiagnosticReport, _ failure: Failure? = nil, with product: (name: String, json: String)? = nil
  ) -> String {
    let diagnostics = report.entries.map(object).joined(separator: ",")
    let summary = """
      {"files":\(report.fileCount),"errors":\(report.errorCount),"warnings":\(report.warningCount)}
      """
    let ending = failure.map { failure in
      ",\"failure\":{\(member("kind", failure.kind.rawValue)),\(member("message", failure.message(in: language)))}"
    }
    let made = product.map { ",\"\($0.name)\":\($0.json)" }
    return "{\"version\":1,\"diagnostics\":[\(diagnostics)],\"summary\":\(summary)\(made ?? "")\(ending ?? "")}\n"
  }

  private func object(_ entry: DiagnosticReport.Entry) -> String {
    let diagnostic = entry.diagnostic
    var members = [
      member("code", diagnostic.code.rawValue), member("severity", diagnostic.severity.rawValue),
      member("message", diagnostic.message(in: language)),
    ]
    members += place(diagnostic.location)
    if let suggestion = diagnostic.suggestion { members.append(member("suggestion", suggestion.value)) }
    if let advice = diagnostic.advice { members.append(member("advice", advice(in: language))) }
    if let snippet = diagnostic.snippet { members.append(member("snippet", snippet(in: language))) }
    let here = Phrase("то же самое здесь", en: "the same here")(in: language)
    let notes =
      diagnostic.notes.map { note in
        [member("message", note.message(in: language))] + (note.location.map(place) ?? [])
      } + entry.others.map { [member("message", here)] + place($0.location) + fixes($0.fixes) }
    members.append("\"notes\":[\(notes.map { "{\($0.joined(separator: ","))}" }.joined(separator: ","))]")
    members += fixes(diagnostic.fixes)
    if entry.omitted > 0 { members.append("\"more\":\(entry.omitted)") }
    return "{\(members.joined(separator: ","))}"
  }

  private func fixes(_ fixes: [Replacement]) -> [String] {
    fixes.isEmpty ? [] : ["\"fixes\":[\(fixes.map(object).joined(separator: ","))]"]
  }

  private func object(_ fix: Replacement) -> String {
    "{\((place(fix.range) + [member("text", fix.text)]).joined(separator: ","))}"
  }

  private func place(_ location: SourceLocation) -> [String] {
    let file = member("file", location.file)
    return [file] + (location.range.map(place) ?? [])
  }

  private func place(_ range: SourceRange) -> [String] {
    [
      "\"line\":\(range.start.line)", "\"column\":\(range.start.column)", "\"endLine\":\(range.end.line)",
      "\"endColumn\":\(range.end.column)",
    ]
  }

  private func member(_ name: String, _ value: String) -> String { "\"\(name)\":\(Self.quoted(value))" }

  /// A JSON string (RFC 8259 §7).
  static func quoted(_ text: String) -> String {
    var result = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": result += "\\\""
      case "\\": result += "\\\\"
      case "\n": result += "\\n"
      case "\r": result += "\\r"
      case "\t": result += "\\t"
      case "\u{0}"..<"\u{20}":
        let digits = String(scalar.value, radix: 16)
        result += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result + "\""
  }
}
