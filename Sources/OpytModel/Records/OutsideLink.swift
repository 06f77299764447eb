/// A page elsewhere that belongs to a document: a film, slides, a site.
public struct OutsideLink: NestedRecord {
  public var title = Text.blank
  public var url = WebSite.blank
  public var type: Located<Term<LinkTypes>>?

  public init() {}

  public static let schema = RecordSchema<OutsideLink>([
    Field(
      "title", "название", \.title, required: true, "Что там.", example: "Как мы сажали лук",
      synonyms: ["подпись", "имя", "описание"]),
    Field(
      "url", "адрес_ссылки", \.url, required: true, "Полный адрес.", example: "https://video.example.org/luk",
      synonyms: ["адрес", "ссылка", "link", "сайт"]),
    Field("type", "вид", \.type, "Видео, презентация или сайт.", example: "видео", synonyms: ["тип", "формат"]),
  ])
}
