/// All the problems of one run: one entry per cause, sorted by file and place.
public struct DiagnosticReport: Sendable {
  /// A problem and the other places where the same cause shows.
  public struct Entry: Sendable {
    public let diagnostic: Diagnostic
    public let others: [Place]
    /// How many more of its code its file has that are not told one by one.
    public var omitted: Int { diagnostic.omitted }

    public var otherPlaces: [SourceLocation] { others.map(\.location) }
  }

  /// Where a problem shows once more, and how to mend it there.
  public struct Place: Hashable, Sendable {
    public let location: SourceLocation
    /// See ``Diagnostic/fixes``.
    public let fixes: [Replacement]
  }

  /// How many problems of one code are told one by one in a file, and how many places of one cause are printed.
  static let maximumAlike = [Diagnostic].maximumAlike

  public let entries: [Entry]
  /// How many source files were read.
  public let fileCount: Int

  public init(_ diagnostics: [Diagnostic], fileCount: Int) {
    let sorted = diagnostics.sorted(by: Self.precedes)
    var indexByCause: [String: Int] = [:]
    var merged: [(diagnostic: Diagnostic, others: [Place])] = []
    var seen: Set<Diagnostic> = []
    for diagnostic in sorted.filter({ seen.insert($0).inserted }).bounded() {
      // A warning never hides an error.
      let key = diagnostic.cause.map { "\(diagnostic.severity) \(diagnostic.code.rawValue) \($0)" }
      if let key, let index = indexByCause[key] {
        merged[index].diagnostic.omitted += diagnostic.omitted
        let last = merged[index].others.last?.location ?? merged[index].diagnostic.location
        if last != diagnostic.location {
          merged[index].others.append(Place(location: diagnostic.location, fixes: diagnostic.fixes))
        }
      } else {
        if let key { indexByCause[key] = merged.count }
        merged.append((diagnostic, []))
      }
    }
    entries = merged.map { Entry(diagnostic: $0.diagnostic, others: $0.others) }
    self.fileCount = fileCount
  }

  /// All of them, also those that are not told one by one.
  public var errorCount: Int { count(.error) }
  public var warningCount: Int { count(.warning) }

  private func count(_ severity: Severity) -> Int {
    entries.reduce(0) { $0 + ($1.diagnostic.severity == severity ? 1 + $1.omitted : 0) }
  }

  /// A total order, so that a report does not depend on the order in which problems were found.
  private static func precedes(_ left: Diagnostic, _ right: Diagnostic) -> Bool {
    if left.location < right.location { return true }
    if right.location < left.location { return false }
    return sortingKey(left).lexicographicallyPrecedes(sortingKey(right)) { $0.utf8.lexicographicallyPrecedes($1.utf8) }
  }

  private static func sortingKey(_ diagnostic: Diagnostic) -> [String] {
    [
      diagnostic.code.rawValue, diagnostic.severity.rawValue, diagnostic.message.russian, diagnostic.cause ?? "",
      diagnostic.suggestion?.value ?? "", diagnostic.advice?.russian ?? "",
    ] + diagnostic.notes.map(\.message.russian)
  }
}
