import OpytDiagnostics
import OpytModel

/// A site that has no document yet: whoever begins one should know with what.
enum EmptyContent {
  /// Nil where there is a document, or a file of which something was told.
  static func diagnostic(_ reading: NetworkReading, contentFolder: String) -> Diagnostic? {
    let findings = reading.findings
    guard findings.documents.isEmpty, findings.diagnostics.isEmpty, findings.refusedLinks.isEmpty else { return nil }
    let file = "\(contentFolder)/\(Kind.kindergarten.russianFolder)/sad-1.md"
    let englishFile = "\(contentFolder)/\(Kind.kindergarten.folder)/sad-1.md"
    return Diagnostic(
      .fileMissing, .warning,
      Phrase(
        "в папке «\(contentFolder)» пока нет ни одного документа: на сайте будут только пустые списки",
        en: "there is no document in “\(contentFolder)” yet: the site will have empty lists only"),
      at: SourceLocation(file: contentFolder),
      advice: Phrase(
        "начните с сада: создайте файл \(file) с такими строками:",
        en: "begin with a kindergarten: make \(englishFile) of these lines:"),
      snippet: Phrase(
        "---\nназвание: Детский сад № 1\nномер: 1\nмуниципалитет: Берёзовский городской округ\n---",
        en: "---\ntitle: Kindergarten No. 1\nnumber: 1\nmunicipality: Beryozovsky\n---"))
  }
}
