import OpytDiagnostics

/// All the layouts of a site. Compiling one of them checks it, and all it includes, against what its pages offer.
public struct LayoutLibrary: Sendable {
  private let layouts: [String: ParsedLayout]
  private let strings: StringTable

  /// - Parameter sources: of two with the same name the later one counts, so that a site can replace a built-in layout.
  public init(sources: [LayoutSource], strings: StringTable = StringTable()) {
    self.strings = strings
    layouts = Dictionary(sources.map { ($0.name, ParsedLayout($0)) }, uniquingKeysWith: { $1 })
  }

  /// Checks the layout and all it includes against `type`, and makes it ready to print.
  ///
  /// - Returns: the layout, unless there is an error; and every problem, each told once, in the order of files and lines.
  package func compile(_ name: String, for type: RecordType) -> (layout: CompiledLayout?, diagnostics: [Diagnostic]) {
    let attempt = attempt(name, for: type)
    return (attempt.layout, attempt.problems.sorted)
  }

  /// Compiles many layouts and tells each problem once, though several layouts come upon it.
  ///
  /// - Returns: the layouts by name, those with an error left out; every problem, the syntax of layouts that no root
  ///   reaches included; and the keys of the strings that were printed.
  public func compile(_ roots: [(name: String, type: RecordType)]) -> (
    layouts: [String: CompiledLayout], diagnostics: [Diagnostic], usedStrings: Set<String>
  ) {
    var compiled: [String: CompiledLayout] = [:]
    var usedStrings: Set<String> = []
    var problems = ProblemList()
    for root in roots {
      let attempt = attempt(root.name, for: root.type)
      compiled[root.name] = attempt.layout
      usedStrings.formUnion(attempt.strings)
      for diagnostic in attempt.problems.diagnostics { problems.append(diagnostic) }
    }
    for diagnostic in syntaxDiagnostics() { problems.append(diagnostic) }
    return (compiled, problems.sorted, usedStrings)
  }

  /// What is wrong in the layouts' own syntax, whether a page uses them or not.
  package func syntaxDiagnostics() -> [Diagnostic] {
    var problems = ProblemList()
    for layout in layouts.values {
      for diagnostic in layout.diagnostics { problems.append(diagnostic) }
    }
    return problems.sorted
  }

  private func attempt(_ name: String, for type: RecordType) -> (
    layout: CompiledLayout?, problems: ProblemList, strings: Set<String>
  ) {
    guard let root = layouts[name] else {
      var problems = ProblemList()
      let names = layouts.keys.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
      let nearest = Suggester.nearest(to: name, among: names)
      problems.append(.layoutMissing(name, nearest: nearest, at: SourceLocation(file: name)))
      return (nil, problems, [])
    }
    var compiler = LayoutCompiler(layouts, strings, for: type)
    compiler.compile(root)
    if compiler.problems.diagnostics.containsErrors { return (nil, compiler.problems, compiler.usedStrings) }
    return (CompiledLayout(type: type, program: compiler.program.program), compiler.problems, compiler.usedStrings)
  }
}
