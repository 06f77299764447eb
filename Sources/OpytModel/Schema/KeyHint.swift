import OpytDiagnostics

/// What people look for a field for that has none here, and what to tell them.
public struct KeyHint: Sendable {
  /// As keys are compared.
  let keys: Set<String>
  let answer: Answer
  /// Whether it is said of any kind: a field of this one that is called so as well comes first.
  var isGeneral = false

  enum Answer: Sendable {
    /// Several fields of this record say it.
    case fields([String])
    /// A field of a record inside.
    case inside(String, String)
    case words(Phrase)
  }

  /// - Parameter keys: with commas between them.
  init(_ keys: String, _ answer: Answer) {
    self.keys = Set(keys.split(separator: ",").map { FieldKey.normalized(String($0)) })
    self.answer = answer
  }

  /// The same, said of any kind.
  var general: KeyHint {
    var hint = self
    hint.isGeneral = true
    return hint
  }

  init(_ keys: String, _ russian: String, en english: String) {
    self.init(keys, .words(Phrase(russian, en: english)))
  }

  /// It belongs into the text.
  static func text(_ keys: String) -> KeyHint {
    KeyHint(
      keys, "для этого поля нет: напишите об этом в тексте, ниже второй строки «---»",
      en: "there is no such field: write it in the text below the fields"
    ).general
  }

  /// The start and the end.
  static func days(_ keys: String) -> KeyHint { KeyHint(keys, .fields(["start", "end"])) }

  /// What is somebody's own.
  static let personal = KeyHint(
    "дата_рождения,день_рождения,год_рождения,домашний_адрес,место_жительства,паспорт,снилс,инн,возраст_педагога",
    "такие сведения о людях сайт не публикует: удалите эту строку",
    en: "this is nothing to publish: delete this line")

  static let phone = KeyHint(
    "телефон,тел,телефоны,мобильный,мобильный_телефон,рабочий_телефон,контактный_телефон,номер_телефона,контакты,контакт,"
      + "whatsapp,phone",
    "телефоны людей сайт не публикует: удалите эту строку; рабочий телефон пишется в файле детского сада",
    en: "telephone numbers of people are not published: delete this line; a kindergarten’s own stands in its file")

  static let picture = KeyHint(
    "фото,фотография,фотографии,портрет,картинка,изображение,изображения,обложка,логотип,эмблема,герб,снимки,photo,image",
    "поля для снимков здесь нет: положите файл рядом и поставьте снимок в текст: ![Что на снимке](имя-файла.jpg)",
    en:
      "there is no field for pictures: put the file beside this one and write into the text: ![What is seen](name.jpg)")

  static let link = KeyHint(
    "ссылка,ссылки,видео,презентация,ссылка_на_видео,ссылка_на_презентацию,вк,вконтакте,телеграм,соцсети,блог,link,links,"
      + "video",
    "ссылки ставятся в тексте под полями: [что там](https://…)",
    en: "links stand in the text below the fields: [what is there](https://…)")

  /// What most kinds have in common.
  static let common: [KeyHint] = [
    personal, phone, picture, link,
    text(
      "описание,содержание,текст,введение,вступление,заключение,вывод,выводы,примечание,комментарий,приложение,о_себе,"
        + "история,особенности,методы,формы,формы_работы,технологии,технология,принципы,гипотеза,риски,перспективы,"
        + "новизна,практическая_значимость,условия,этапность,бюджет,финансирование,награды,достижения,подписи"),
    KeyHint(
      "дата_создания,создано,дата_изменения,версия,дата_файла",
      "это поле не нужно: удалите строку", en: "this is not needed: delete the line"),
  ].map(\.general)
}
