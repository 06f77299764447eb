/// Collects the problems of one file, of each code no more than are told one by one: what comes behind them is counted.
/// A text of a megabyte may have a hundred thousand, and to make each of them takes more time than to read it.
public struct DiagnosticCollector: Sendable {
  private struct Kind: Hashable {
    let code: DiagnosticCode
    let severity: Severity
  }

  /// The first ones of each code; the last of these knows how many there are besides.
  public private(set) var diagnostics: [Diagnostic] = []
  /// How many there are, with those that are only counted.
  public private(set) var count = 0
  private var kept: [Kind: (count: Int, last: Int)] = [:]

  public init() {}

  /// Whether one more problem of a code would be told one by one: only then it is worth looking for what was meant.
  public func tells(_ code: DiagnosticCode, _ severity: Severity = .error) -> Bool {
    (kept[Kind(code: code, severity: severity)]?.count ?? 0) < [Diagnostic].maximumAlike
  }

  /// - Parameter diagnostic: made only where it is told.
  public mutating func add(
    _ code: DiagnosticCode, _ severity: Severity = .error, _ diagnostic: @autoclosure () -> Diagnostic
  ) {
    count += 1
    let kind = Kind(code: code, severity: severity)
    let known = kept[kind] ?? (0, 0)
    guard known.count < [Diagnostic].maximumAlike else {
      diagnostics[known.last].omitted += 1
      return
    }
    kept[kind] = (known.count + 1, diagnostics.count)
    diagnostics.append(diagnostic())
  }
}
