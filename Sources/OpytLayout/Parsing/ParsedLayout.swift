import OpytDiagnostics

/// One layout file, understood as far as it goes without the others.
struct ParsedLayout: Sendable {
  let name: String
  let text: LayoutText
  let nodes: [LayoutNode]
  let diagnostics: [Diagnostic]

  init(_ source: LayoutSource) {
    name = source.name
    text = LayoutText(source)
    var parser = LayoutParser(text)
    nodes = parser.parse()
    diagnostics = parser.diagnostics
  }
}
