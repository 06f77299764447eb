/// A file to take along. It exists and stays beside its document (11).
public struct Attachment: NestedRecord {
  public var file = FilePath.blank
  public var title = Text.blank

  public init() {}

  public static let schema = RecordSchema<Attachment>(
    [
      Field(
        "file", "файл", \.file, as: .attachment, required: true, "Имя файла рядом с текстом.", example: "konspekt.docx",
        synonyms: ["имя_файла", "путь"]),
      Field(
        "title", "название", \.title, required: true, "Что это.", example: "Конспект занятия",
        synonyms: ["имя", "подпись", "описание"]),
    ])
}
