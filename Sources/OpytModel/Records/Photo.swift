/// A photo, with words for those who can't see it (11), and the number of its consent (21): it is published as long as
/// that holds.
public struct Photo: NestedRecord, Consenting {
  public var file = FilePath.blank
  public var alt = Text.blank
  /// One for each who is seen, or one of them all.
  public var consents: [RegistryNumber] = []
  public var until: Located<CalendarDate>?
  public var withdrawn: Located<CalendarDate>?
  public var noPeople: Located<Bool>?
  /// What stays in sight where the photo is cropped; its middle where the author didn't say.
  public var focus: Located<PictureFocus>?

  public init() {}

  public static let schema = RecordSchema<Photo>(
    [
      Field(
        "file", "файл", \.file, as: .photo, required: true, "Имя файла рядом с текстом.", example: "okno.jpg",
        synonyms: ["имя_файла", "путь"]),
      Field(
        "alt", "описание", \.alt, required: true, "Что видно, для тех, кто не видит картинку.",
        example: "Подоконник с ящиком лука", synonyms: ["подпись", "alt_текст", "название", "что_видно"]),
      Field(
        "consent", "согласие", \.consents, "Номера согласий в журнале, если на снимке есть люди.",
        example: "С-2025-014",
        synonyms: ["номер_согласия", "согласие_на_публикацию"]),
      Field(
        "until", "действует_до", \.until, "По какой день действует согласие: потом снимок не публикуется.",
        synonyms: ["согласие_до", "срок_согласия", "consent_until"]),
      Field(
        "withdrawn", "отозвано", \.withdrawn, "Если согласие отозвано: с какого дня.",
        synonyms: ["согласие_отозвано", "отзыв", "consent_withdrawn"]),
      Field(
        "no_people", "людей_нет", \.noPeople, "«да», если людей на снимке нет: тогда согласие не нужно.",
        synonyms: ["без_людей", "нет_людей"]),
      Field(
        "focus", "фокус", \.focus,
        "Где на снимке главное: «слева», «сверху», «справа снизу» или «30% 20%». В списках снимок обрезается вокруг этого места.",
        example: "слева", synonyms: ["кадр", "главное", "точка_фокуса", "кадрирование", "обрезка", "crop"]),
    ])
}
