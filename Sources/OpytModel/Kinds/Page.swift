public import OpytDiagnostics

/// A free page: about the network, its principles, the guide. It stands at the top of the site.
public struct Page: Entity, Closable {
  public static let kind = Kind.page
  public static let description = KindDescription(
    "page", folder: "pages", russianFolder: "страницы", address: "", Phrase("страница", en: "page"),
    genitive: "страницы",
    listTitle: "Страницы", sample: KindSample("o-seti", ["order": "", "menu": ""], text: "Здесь идёт текст страницы."))

  public var title = Text.blank
  public var visibility: Located<Term<Visibilities>>?
  public var order: Located<Int>?
  public var menu: Located<Bool>?

  public init() {}

  public var listOrder: Int { order?.value ?? .max }

  public func violations(at id: DocumentID, of rules: GraphInvariants) -> [Diagnostic] { [] }

  public static let schema = RecordSchema<Page>(
    [
      Field(
        "title", "название", \.title, required: true, "Название страницы.", example: "О сети", synonyms: ["заголовок"]),
      .visibility(\.visibility),
      Field("order", "порядок", \.order, "Место в меню.", example: "1", synonyms: ["номер"]),
      Field(
        "menu", "в_меню", \.menu, "Стоит ли страница в меню.", example: "да", synonyms: ["меню", "показывать_в_меню"]),
    ],
    hints: [
      KeyHint(
        "адрес,slug,url,адрес_страницы", "адрес страницы – это имя её файла",
        en: "a page’s address is the name of its file"),
      .text(
        "файлы,раздел,имя,автор,авторы,дата,опубликовано,аннотация,ключевые_слова,статус,обновлено,дата_публикации"
      ),
    ] + KeyHint.common)
}
