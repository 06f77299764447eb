/// All the problems of one run: one entry per cause, sorted by file and place.
public struct DiagnosticReport: Sendable {
  /// A problem and the other places where the same cause shows.
  public struct Entry: Sendable {
    public let diagnostic: Diagnostic
    public let otherPlaces: [SourceLocation]
  }

  public let entries: [Entry]
  /// How many source files were read.
  public let fileCount: Int

  public init(_ diagnostics: [Diagnostic], fileCount: Int) {
    let sorted = diagnostics.sorted(by: Self.precedes)
    var indexByCause: [String: Int] = [:]
    var merged: [(diagnostic: Diagnostic, others: [SourceLocation])] = []
    var seen: Set<Diagnostic> = []
    for diagnostic in sorted where seen.insert(diagnostic).inserted {
      let key = diagnostic.cause.map { "\(diagnostic.code.rawValue) \($0)" }
      if let key, let index = indexByCause[key] {
        merged[index].others.append(diagnostic.location)
      } else {
        if let key { indexByCause[key] = merged.count }
        merged.append((diagnostic, []))
      }
    }
    entries = merged.map { Entry(diagnostic: $0.diagnostic, otherPlaces: $0.others) }
    self.fileCount = fileCount
  }

  public var errorCount: Int { entries.count { $0.diagnostic.severity == .error } }
  public var warningCount: Int { entries.count { $0.diagnostic.severity == .warning } }

  private static func precedes(_ left: Diagnostic, _ right: Diagnostic) -> Bool {
    if left.location != right.location { return left.location < right.location }
    if left.code != right.code { return left.code.rawValue < right.code.rawValue }
    return left.message.russian.utf8.lexicographicallyPrecedes(right.message.russian.utf8)
  }
}
