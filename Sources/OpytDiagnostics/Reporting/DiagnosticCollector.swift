/// Collects the problems of one file, of each code no more than are told one by one: what comes behind them is counted.
/// A text of a megabyte may have a hundred thousand, and to make each of them takes more time than to read it.
public struct DiagnosticCollector: Sendable {
  private struct Kind: Hashable {
    let code: DiagnosticCode
    let severity: Severity
  }

  private struct Kept {
    var count = 0
    /// The one that knows how many there are besides.
    var last = 0
    /// How many places of causes were kept that had been told already.
    var places = 0
    /// Where each cause is told.
    var causes: [String: Int] = [:]
  }

  /// The first ones of each code; the last of these knows how many there are besides.
  public private(set) var diagnostics: [Diagnostic] = []
  /// How many there are, with those that are only counted.
  public private(set) var count = 0
  private var kept: [Kind: Kept] = [:]

  public init() {}

  /// Whether one more problem of a code would be told one by one: only then it is worth looking for what was meant.
  public func tells(_ code: DiagnosticCode, _ severity: Severity = .error) -> Bool {
    (kept[Kind(code: code, severity: severity)]?.count ?? 0) < [Diagnostic].maximumAlike
  }

  /// Counts one more problem of a code where it has no place among those that are told.
  /// - Returns: whether that was so: then nothing else is to be done for it.
  public mutating func onlyCounts(_ code: DiagnosticCode, _ severity: Severity = .error) -> Bool {
    guard !tells(code, severity), let last = kept[Kind(code: code, severity: severity)]?.last else { return false }
    count += 1
    diagnostics[last].omitted += 1
    return true
  }

  /// - Parameter diagnostic: made only where it is told.
  public mutating func add(
    _ code: DiagnosticCode, _ severity: Severity = .error, _ diagnostic: @autoclosure () -> Diagnostic
  ) {
    count += 1
    let kind = Kind(code: code, severity: severity)
    if tellsOneMore(kind) { diagnostics.append(diagnostic()) }
  }

  /// - Parameters:
  ///   - cause: that of the diagnostic: those with one cause are told once, with as many places as there is room for.
  ///   - diagnostic: made only where it is told.
  public mutating func add(
    _ code: DiagnosticCode, _ severity: Severity = .error, cause: String, _ diagnostic: () -> Diagnostic
  ) {
    count += 1
    let kind = Kind(code: code, severity: severity)
    if let told = kept[kind]?.causes[cause] {
      if kept[kind, default: Kept()].places < [Diagnostic].maximumAlike {
        kept[kind, default: Kept()].places += 1
        diagnostics.append(diagnostic())
      } else {
        diagnostics[told].omitted += 1
      }
    } else if tellsOneMore(kind) {
      kept[kind, default: Kept()].causes[cause] = diagnostics.count
      diagnostics.append(diagnostic())
    }
  }

  /// Counts one more, and says whether it has a place among those that are told.
  private mutating func tellsOneMore(_ kind: Kind) -> Bool {
    let (known, last) = kept[kind].map { ($0.count, $0.last) } ?? (0, 0)
    guard known < [Diagnostic].maximumAlike else {
      diagnostics[last].omitted += 1
      return false
    }
    kept[kind, default: Kept()].count = known + 1
    kept[kind]?.last = diagnostics.count
    return true
  }
}
