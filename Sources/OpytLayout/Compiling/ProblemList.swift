import OpytDiagnostics

/// Problems in the order they were met; one that is met again, through another page or inclusion, is not repeated.
struct ProblemList {
  private struct Key: Hashable {
    let code: DiagnosticCode
    let location: SourceLocation?
    let message: String
  }

  private(set) var diagnostics: [Diagnostic] = []
  private var seen: Set<Key> = []

  mutating func append(_ diagnostic: Diagnostic) {
    let key =
      if let cause = diagnostic.cause {
        Key(code: diagnostic.code, location: nil, message: cause)
      } else {
        Key(code: diagnostic.code, location: diagnostic.location, message: diagnostic.message.russian)
      }
    if seen.insert(key).inserted { diagnostics.append(diagnostic) }
  }

  /// By file and place, whatever order the layouts were compiled in.
  var sorted: [Diagnostic] {
    diagnostics.sorted { left, right in
      if left.location != right.location { return left.location < right.location }
      return left.message.russian.utf8.lexicographicallyPrecedes(right.message.russian.utf8)
    }
  }
}
