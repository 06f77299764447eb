/// A part of an issue of the bulletin that has a name of its own: what its author says there, and of what.
public struct Rubric: NestedRecord {
  public var title = Text.blank
  public var note: Prose?
  /// Who signs the note.
  public var authors: [Reference<Person>] = []
  public var items: [Reference<AnyDocument>] = []

  public init() {}

  public static let schema = RecordSchema<Rubric>([
    Field(
      "title", "название", \.title, required: true, "Название рубрики.", example: "Гость номера",
      synonyms: ["заголовок", "имя", "рубрика"]),
    Field(
      "note", "слово", \.note, "Что здесь говорит автор рубрики.", example: "Чему мы научились у соседей.",
      synonyms: ["текст", "вступление", "примечание", "комментарий"]),
    Field(
      "author", "автор", \.authors, as: .rubricsAuthor, "Кто подписывает слово.", example: "[ilina-marina]",
      synonyms: ["авторы", "подпись", "ведущий", "кто"]),
    Field(
      "items", "материалы", \.items, as: .rubricsItems, "О чём рубрика.", example: "[projects/ogorod-na-okne]",
      synonyms: ["содержание", "статьи", "события"]),
  ])
}
