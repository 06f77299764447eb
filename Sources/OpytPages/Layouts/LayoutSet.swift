package import OpytDiagnostics
package import OpytLayout

/// A layout that the program asks for by name, and what it may ask in turn.
package struct LayoutRoot: Sendable {
  package let name: String
  package let type: RecordType

  package init(name: String, type: RecordType) {
    self.name = name
    self.type = type
  }
}

/// The layouts of a site, compiled against the models of the pages they print.
package struct LayoutSet: Sendable {
  private let layouts: [String: CompiledLayout]

  /// The layouts of all pages.
  package static var pageRoots: [LayoutRoot] { PageTypes.roots }

  /// - Parameters:
  ///   - files: the site's own layouts over the built-in ones.
  ///   - strings: the words they print, in the site's language.
  ///   - roots: every layout that will be asked for.
  ///   - declared: every string that the program prints itself.
  package static func compile(
    _ files: LayoutFiles, strings: StringTable, language: Language, roots: [LayoutRoot], declared: [ThemeString]
  ) -> (layouts: LayoutSet?, diagnostics: [Diagnostic]) {
    // A layout prints what one type of page says: two types have two, of which one may inherit from the other.
    precondition(Set(roots.map(\.name)).count == roots.count)
    let compilation = LayoutLibrary(sources: files.layouts, strings: strings).compile(roots.map { ($0.name, $0.type) })
    var diagnostics = compilation.diagnostics
    diagnostics += files.check(usedLayouts: diagnostics.containsErrors ? nil : compilation.usedLayouts)
    diagnostics += StringsFile.check(
      strings, files.strings, language: language, declared: declared, usedByLayouts: compilation.usedStrings)
    guard !diagnostics.containsErrors, compilation.layouts.count == roots.count else { return (nil, diagnostics) }
    return (LayoutSet(layouts: compilation.layouts), diagnostics)
  }

  /// Prints a model with a layout that was compiled for its schema; only what the layout asks is made.
  /// - Parameter name: one of the roots that were compiled.
  package func render<Model>(
    _ name: String, _ schema: LayoutSchema<Model>, _ model: Model, into buffer: inout OutputBuffer
  ) {
    let layout = self[name]
    layout.render(schema.value(of: model, for: layout.usage), into: &buffer)
  }

  subscript(name: String) -> CompiledLayout {
    guard let layout = layouts[name] else { preconditionFailure("the layout “\(name)” is no root") }
    return layout
  }

  /// How much all layouts together ask of records of one type, wherever they stand: for values that are made once.
  func usage(of type: RecordType) -> LayoutUsage {
    layouts.values.reduce(.nothing) { $0.union($1.usage(of: type)) }
  }
}
