public import OpytDiagnostics

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

  /// What became of many layouts.
  public struct Compilation: Sendable {
    /// By name; those with an error are left out.
    public fileprivate(set) var layouts: [String: CompiledLayout] = [:]
    /// Every problem, the syntax of layouts that no root reaches included.
    public fileprivate(set) var diagnostics: [Diagnostic] = []
    /// The keys of the strings that are printed.
    public fileprivate(set) var usedStrings: Set<String> = []
    /// The names of the layouts that roots reach; where there is an error, some may be missing.
    public fileprivate(set) var usedLayouts: Set<String> = []
  }

  /// Compiles many layouts and tells each problem once, though several layouts come upon it.
  public func compile(_ roots: [(name: String, type: RecordType)]) -> Compilation {
    var compilation = Compilation()
    var problems = ProblemList()
    for root in roots {
      let attempt = attempt(root.name, for: root.type)
      compilation.layouts[root.name] = attempt.layout
      compilation.usedStrings.formUnion(attempt.strings)
      compilation.usedLayouts.formUnion(attempt.reached)
      for diagnostic in attempt.problems.diagnostics { problems.append(diagnostic) }
    }
    for diagnostic in syntaxDiagnostics() { problems.append(diagnostic) }
    compilation.diagnostics = problems.sorted
    return compilation
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
    layout: CompiledLayout?, problems: ProblemList, strings: Set<String>, reached: Set<String>
  ) {
    guard let root = layouts[name] else {
      var problems = ProblemList()
      let names = layouts.keys.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
      let nearest = Suggester.nearest(to: name, among: names)
      problems.append(.layoutMissing(name, nearest: nearest, at: SourceLocation(file: name)))
      return (nil, problems, [], [])
    }
    var compiler = LayoutCompiler(layouts, strings, for: type)
    compiler.compile(root)
    let compiled =
      compiler.problems.diagnostics.containsErrors
      ? nil : CompiledLayout(type: type, program: compiler.program.program, typography: strings.typography)
    return (compiled, compiler.problems, compiler.usedStrings, compiler.reachedNames)
  }
}
