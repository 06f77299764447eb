public import OpytDiagnostics
public import OpytText

extension Diagnostic {
  /// A link or a field that names a file by its place on the author's computer.
  public static func onComputer(
    _ path: ComputerPath, written: String, at location: SourceLocation
  ) -> Diagnostic {
    Diagnostic(
      .linkForbidden,
      Phrase(
        "путь «\(written)» ведёт на компьютер автора: у читателей этого файла нет",
        en: "the path “\(written)” leads to the author's computer: readers do not have the file"),
      at: location,
      advice: path.fileName.isEmpty
        ? Phrase(
          "положите файл рядом с текстом и напишите только его имя",
          en: "put the file beside the text and write its name alone")
        : Phrase(
          "положите файл рядом с текстом и напишите только его имя: \(path.fileName)",
          en: "put the file beside the text and write its name alone: \(path.fileName)"))
  }
}
