import Foundation
import OpytDiagnostics
import OpytModel

/// `site-config.json` as it is written. Each key is declared once, like the fields of documents.
struct ConfigurationFile: Record {
  var title = Text.blank
  var description: Text?
  var language: Located<Term<Languages>>?
  var baseURL: Located<CheckedText<BaseURLForm>>?
  var municipality: Text?
  var content: Text?
  var layouts: Text?
  var output: Text?
  var menu: [MenuEntry] = []
  var channels: [Channel] = []
  var email: Located<CheckedText<EmailForm>>?
  var vocabularies: VocabularyAdditions = .blank
  var limits: LimitSettings = .blank
  var photoConsentRequired: Located<Bool>?
  var consentPattern: Located<CheckedText<ConsentPatternForm>>?
  var timeZone: Located<CheckedText<TimeZoneForm>>?
  var report: Located<Bool>?
  var strict: StrictSetting?
  var certificate: CertificateSettings = .blank

  static let schema = RecordSchema<ConfigurationFile>([
    Field(
      "title", "title", \.title, required: true, "Название сети.", example: "\"Сеть детских садов\"",
      synonyms: ["название", "название_сети", "имя", "заголовок", "name"]),
    Field(
      "description", "description", \.description, "О чём сайт, одним предложением.",
      synonyms: ["описание", "аннотация", "о_сети"]),
    Field("language", "language", \.language, "Язык сообщений и сайта: ru или en.", synonyms: ["язык", "lang"]),
    Field(
      "base_url", "base_url", \.baseURL, "Адрес, по которому сайт будет открыт.", example: "\"https://opyt.example/\"",
      synonyms: ["адрес", "адрес_сайта", "сайт", "url", "site_url"]),
    Field(
      "municipality", "municipality", \.municipality, "Муниципалитет.", synonyms: ["муниципалитет", "город", "район"]),
    Field(
      "content", "content", \.content, "Папка с материалами.",
      synonyms: ["материалы", "папка_материалов", "содержание"]),
    Field("layouts", "layouts", \.layouts, "Папка с макетами.", synonyms: ["макеты", "шаблоны", "templates", "theme"]),
    Field(
      "output", "output", \.output, "Папка для готового сайта.",
      synonyms: ["готовый_сайт", "папка_сайта", "публикация", "public"]),
    Field("menu", "menu", \.menu, "Пункты меню.", synonyms: ["меню"]),
    Field(
      "channels", "channels", \.channels, "Где участники сети общаются: форумы, чаты, почта.",
      synonyms: ["каналы", "чаты", "форумы", "контакты", "связь"]),
    Field(
      "email", "email", \.email, "Почта сети: на неё пишут те, кто попробовал материал.",
      example: "\"set@opyt.example\"", synonyms: ["почта", "почта_сети", "mail", "e_mail"]),
    Field("vocabularies", "vocabularies", \.vocabularies, "Свои значения открытых словарей.", synonyms: ["словари"]),
    Field("limits", "limits", \.limits, "Пределы.", synonyms: ["пределы", "ограничения"]),
    Field(
      "photo_consent_required", "photo_consent_required", \.photoConsentRequired,
      "Считать ли фотографию без согласия ошибкой.", synonyms: ["согласие_на_фото"]),
    Field(
      "consent_pattern", "consent_pattern", \.consentPattern,
      "Как в сети пишут номера согласий: # – цифра, * – одна или несколько цифр.", example: "\"С-####-###\"",
      synonyms: ["согласие_образец", "образец_согласия", "номер_согласия", "согласие"]),
    Field(
      "time_zone", "time_zone", \.timeZone, "Часовой пояс: в нём идут события и сменяются дни.",
      example: "\"Europe/Moscow\"", synonyms: ["часовой_пояс", "timezone"]),
    Field(
      "report", "report", \.report, "Показывать ли на сайте страницу «Отчёт сети».", synonyms: ["отчёт", "отчёт_сети"]),
    Field(
      "certificate", "certificate", \.certificate, "Кто подписывает справки о публикации.",
      synonyms: ["справка", "справки", "подпись"]),
    Field(
      "strict", "strict", \.strict, "Какие предупреждения считать ошибками: true – все, или список кодов.",
      example: "[\"personal-data\"]", synonyms: ["строго", "строгая_проверка"]),
  ])

  enum Languages: TermSet {
    static let vocabulary = Vocabulary("language", [.init("ru"), .init("en")])
  }

  /// A link, or a group of links under a name.
  struct MenuEntry: NestedRecord {
    var title = Text.blank
    var link: Text?
    var items: [MenuLink] = []

    static let schema = RecordSchema<MenuEntry>([
      Field(
        "title", "title", \.title, required: true, "Надпись.", example: "\"Проекты\"",
        synonyms: ["название", "надпись"]),
      Field(
        "link", "link", \.link, "Папка вида (projects), страница (pages/o-seti) или адрес https://.",
        example: "\"projects\"", synonyms: ["ссылка", "адрес", "url"]),
      Field("items", "items", \.items, "Пункты группы, вместо ссылки.", synonyms: ["пункты"]),
    ])
  }

  struct MenuLink: NestedRecord {
    var title = Text.blank
    var link = Text.blank

    static let schema = RecordSchema<MenuLink>([
      Field(
        "title", "title", \.title, required: true, "Надпись.", example: "\"Проекты\"",
        synonyms: ["название", "надпись"]),
      Field(
        "link", "link", \.link, required: true, "Папка вида (projects), страница (pages/o-seti) или адрес https://.",
        example: "\"projects\"", synonyms: ["ссылка", "адрес", "url"]),
    ])
  }

  /// Where the members of the network talk (S3: forums, chats, mail).
  struct Channel: NestedRecord {
    var title = Text.blank
    var url = Located<CheckedText<ChannelForm>>.blank

    static let schema = RecordSchema<Channel>([
      Field(
        "title", "title", \.title, required: true, "Надпись.", example: "\"Форум сети\"",
        synonyms: ["название", "надпись"]),
      Field(
        "url", "url", \.url, required: true, "Адрес: https://… или почта.", example: "\"https://forum.example.org/\"",
        synonyms: ["ссылка", "адрес", "link", "почта", "email"]),
    ])
  }

  struct VocabularyAdditions: NestedRecord {
    var positions: [Text] = []
    var forms: [Text] = []
    var communityTypes: [Text] = []

    static let schema = RecordSchema<VocabularyAdditions>([
      Field("position", "position", \.positions, "Должности.", synonyms: ["должности", "должность"]),
      Field("form", "form", \.forms, "Формы работы.", synonyms: ["формы", "форма"]),
      Field("community_type", "community_type", \.communityTypes, "Типы сообществ.", synonyms: ["типы_сообществ"]),
    ])
  }

  struct CertificateSettings: NestedRecord {
    var signer: Text?
    var position: Text?
    var organization: Text?

    static let schema = RecordSchema<CertificateSettings>([
      Field(
        "signer", "signer", \.signer, "Фамилия и инициалы.", example: "\"Е. Н. Белова\"",
        synonyms: ["подписывает", "фио", "кто_подписывает"]),
      Field(
        "position", "position", \.position, "Должность.", example: "\"Директор методического центра\"",
        synonyms: ["должность"]),
      Field(
        "organization", "organization", \.organization, "Кто выдаёт справку.", example: "\"Методический центр\"",
        synonyms: ["организация", "учреждение"]),
    ])
  }

  struct LimitSettings: NestedRecord {
    var fileKilobytes: Located<Int>?
    var attachmentMegabytes: Located<Int>?
    var photoMegabytes: Located<Int>?

    static let schema = RecordSchema<LimitSettings>([
      Field("file_kilobytes", "file_kilobytes", \.fileKilobytes, limit: .within(1...1024), "Размер текста, КБ."),
      Field(
        "attachment_megabytes", "attachment_megabytes", \.attachmentMegabytes, limit: .within(1...1024),
        "Размер файла, МБ."),
      Field("photo_megabytes", "photo_megabytes", \.photoMegabytes, limit: .within(1...100), "Размер картинки, МБ."),
    ])
  }
}

/// A page elsewhere, or a mailbox.
enum ChannelForm: TextForm {
  static let type = FieldType.url
  static func fault(in text: String) -> Phrase? {
    text.contains("@") && !text.contains("://") ? EmailForm.fault(in: text) : WebSiteForm.fault(in: text)
  }
}

/// Where a site is reached: what ``SiteAddress`` can be made of.
enum BaseURLForm: TextForm {
  static let type = FieldType.url
  static func fault(in text: String) -> Phrase? {
    do throws(SiteAddress.Fault) {
      _ = try SiteAddress(parsing: text)
      return nil
    } catch {
      return error.reason
    }
  }
}

/// A time zone by its name in the time zone database.
enum TimeZoneForm: TextForm {
  static let type = FieldType.text
  static func fault(in text: String) -> Phrase? {
    guard TimeZone(identifier: text) == nil else { return nil }
    return Phrase("нет часового пояса «\(text)»: пишите, например, Europe/Moscow", en: "no time zone “\(text)”")
  }
}
