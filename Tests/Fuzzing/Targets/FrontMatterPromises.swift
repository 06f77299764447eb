import OpytDiagnostics
import OpytMarkup
import OpytModel

/// A document is read or told to be wrong, at places that it has, and what stands behind the fields changes nothing in
/// them.
enum FrontMatterPromises {
  static func check(_ bytes: [UInt8]) {
    let places = TextPlaces(bytes)
    let (document, diagnostics) = read(bytes)
    places.check(diagnostics)
    promise(document != nil || diagnostics.containsErrors, "no document, and no error says why")
    if let document {
      places.check(document.frontMatter)
      checkKinds(document, places)
    }
    checkAgain(bytes, document, diagnostics)
    if !bytes.contains(0x1A) { checkFields(bytes) }
  }

  private static func read(_ bytes: [UInt8]) -> (document: ParsedDocument?, diagnostics: [Diagnostic]) {
    DocumentParser().parse(SourceFile(path: "content/projects/a.md", bytes: bytes))
  }

  /// As two of the kinds.
  private static func checkKinds(_ document: ParsedDocument, _ places: TextPlaces) {
    let number = document.lines.count % Kind.allCases.count
    for kind in [Kind.allCases[number], .project] {
      let decoded = DocumentDecoder().decode(document, as: kind.entityType, id: "a")
      places.check(decoded.diagnostics)
      for file in decoded.document.files { places.check(file.range, "file") }
    }
  }

  private static func checkAgain(_ bytes: [UInt8], _ document: ParsedDocument?, _ diagnostics: [Diagnostic]) {
    let again = read(bytes)
    promise(again.diagnostics == diagnostics, "read twice, told two things")
    promise(again.document?.frontMatter.outline == document?.frontMatter.outline, "read twice, two documents")
  }

  /// The same fields before two texts.
  private static func checkFields(_ bytes: [UInt8]) {
    let lines = bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
    // Lines that may end the fields.
    guard !lines.contains(where: { line in line.contains { $0 == 0x2D || $0 == 0x2E || $0 > 0x7F } && line.count < 16 })
    else { return }
    func fields(before text: String) -> String? {
      let whole = Array("---\n".utf8) + bytes + Array("\n---\n\(text)".utf8)
      return read(whole).document?.frontMatter.outline
    }
    let (first, second) = (fields(before: "Текст.\n"), fields(before: "другой: [текст\n- раз\n---\n\"x: *a\n"))
    if let first, let second { promise(first == second, "the text changes the fields: \(first) / \(second)") }
  }
}
