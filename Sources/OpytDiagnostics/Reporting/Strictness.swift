/// Which warnings keep a site from being published.
public enum Strictness: Hashable, Sendable {
  case none
  case all
  case some(Set<DiagnosticCode>)

  public func contains(_ code: DiagnosticCode) -> Bool {
    switch self {
    case .none: false
    case .all: true
    case .some(let codes): codes.contains(code)
    }
  }

  /// As asked for without saying which warnings: those that were chosen, or all.
  public var enforced: Strictness { self == .none ? .all : self }

  /// The same problems, with the chosen warnings as errors that say so.
  public func applied(to diagnostics: [Diagnostic]) -> [Diagnostic] {
    guard self != .none else { return diagnostics }
    return diagnostics.map { diagnostic in
      guard diagnostic.severity == .warning, contains(diagnostic.code) else { return diagnostic }
      var error = diagnostic
      error.severity = .error
      error.notes.append(
        .init(
          Phrase(
            "предупреждение считается ошибкой: так велит строгая проверка (strict)",
            en: "this warning counts as an error: the check is strict")))
      return error
    }
  }
}
