import Foundation
import OpytModel
import Testing

@testable import OpytSite

/// What the five texts of the network's founding (S0–S4) ask for, item by item: where a reader finds it in the built site, from
/// both of its sides. The network is that of one document of every kind, the layouts are the built-in ones.
///
/// A field that no layout prints any more, or a list that is forgotten on the other side, fails here by the item's name.
@Suite struct SourceItemTests {
  /// A place of the site, and what must stand in it: words, or addresses as links have them.
  struct Place: Sendable {
    let page: String
    /// The section of a heading; the whole page where there is none.
    let anchor: String?
    let holds: [String]
  }

  struct Item: Sendable, CustomTestStringConvertible {
    let source: String
    let what: String
    let places: [Place]
    var testDescription: String { "\(source): \(what)" }
  }

  @Test(arguments: items)
  func standsWhereAReaderLooksForIt(_ item: Item) throws {
    try #require(!item.places.isEmpty)
    for place in item.places {
      let page = try #require(Self.pages[place.page], "no page \(place.page)")
      let text = place.anchor.map { Self.section($0, of: page) } ?? page
      for words in place.holds {
        #expect(text.contains(words), "\(place.page)\(place.anchor.map { "#" + $0 } ?? ""): «\(words)»")
      }
    }
  }

  /// The text of all pages, without what typography adds.
  private static let pages: [String: String] = {
    do {
      let site = try TemporarySite.allKinds()
      let configuration = try site.read("site-config.json").replacing(
        "\"report\": true,",
        with: "\"report\": true, \"channels\": [{\"title\": \"Форум\", \"url\": \"https://forum.example/\"}],")
      try site.write(configuration, to: "site-config.json")
      _ = try site.build { $0.today = .on("2026-06-01") }
      return Dictionary(
        uniqueKeysWithValues: try site.tree().filter { $0.key.hasSuffix(".html") }.map { path, data in
          (String(path.dropLast(5)), String(decoding: data, as: UTF8.self).asWritten)
        })
    } catch {
      return [:]
    }
  }()

  private static func section(_ anchor: String, of page: String) -> String {
    guard let start = page.range(of: "id=\"\(anchor)\"") else { return "" }
    return page[start.lowerBound...].components(separatedBy: "</section>")[0]
  }

  private static func item(_ source: String, _ what: String, _ places: Place...) -> Item {
    Item(source: source, what: what, places: places)
  }

  private static func on(_ page: String, _ anchor: String? = nil, _ holds: String...) -> Place {
    Place(page: page, anchor: anchor, holds: holds)
  }

  static let items: [Item] = documents + work + people + reading

  // MARK: Documents that are handed in

  private static let documents: [Item] = [
    item(
      "S0, S2", "a community's own plan",
      on("plany/krug", nil, "../soobshchestva/krug.html", "План круга"),
      on("soobshchestva/krug", "opyt_plans", "plany/krug.html", "Взаимные показы", "Итоги круга")),
    item(
      "S4", "a plan's line: activity, form, term, who answers; approval",
      on(
        "plany/god", nil, "педагогический совет, № 1, 29 августа 2025 г.", "Записи на диктофон",
        "октябрь 2025 г. — февраль 2026 г.", "круглый стол", "../pedagogi/orlova.html", "Выполнено"),
      on("pedagogi/orlova", nil, "../plany/god.html"), on("sobytiya/vstrecha", nil, "../plany/god.html")),
    item(
      "S0, S4", "methodical recommendations",
      on(
        "rekomendatsii/progulka", nil, "памятка", "На прогулке ждут, чем займут.", "Остановиться",
        "Попросите замереть.",
        "Взрослый сам называет звук"),
      on("napravleniya/sreda", nil, "../rekomendatsii/progulka.html"),
      on("pedagogi/orlova", nil, "../rekomendatsii/progulka.html"),
      on("sady/sad-10", nil, "../rekomendatsii/progulka.html")),
    item(
      "S4", "a lesson plan, attached to a turn of the cycle",
      on(
        "zanyatiya/zvuki", nil, "Предлагает закрыть глаза.", "Слушают.", "шорох", "Мелки", "Слушали тишину",
        "Называть источник звука", "Слушать минуту молча", "Беречь тишину других", "../keysy/spor.html"),
      on("keysy/spor", "opyt_cycle", "../zanyatiya/zvuki.html")),
    item(
      "S4", "the educational programme: planned results, areas, ages",
      on("zanyatiya/zvuki", nil, "Ребёнок задаёт вопросы взрослым", "../oblasti/cognitive.html", "../vozrast/5-6.html"),
      on("oblasti/cognitive", nil, "../zanyatiya/zvuki.html", "../proekty/ogorod-na-okne.html"),
      on("vozrast/5-6", nil, "../zanyatiya/zvuki.html")),
    item(
      "S4", "correspondence of one plan, of its owner and its year",
      on("plany/god", "opyt_correspondence", "../defitsity/voprosy.html", "../sobytiya/vstrecha.html"),
      on("defitsity/voprosy", nil, "../plany/god.html")),
    item(
      "S4", "what matched, in words",
      on("plany/god", "opyt_correspondence", "Встретились.", "Пауза.", "Записи.")),
    item(
      "S4", "practical work in three steps",
      on("plany/god/praktikum", nil, "Шаг 1", "Шаг 2", "Шаг 3", "Не слышим вопросов", "Записи на диктофон"),
      on("plany/god", nil, "god/praktikum.html")),
    item(
      "S4", "theory first, then practice; the methodical day: a plan by form",
      on(
        "plany/god", "opyt_forms", "консультация", "День записей", "круглый стол", "Встреча", "Форма не указана",
        "Записи на диктофон")),
  ]

  // MARK: What a network does about what it finds missing

  private static let work: [Item] = [
    item(
      "S4", "a strategy agreed in the community",
      on("soobshchestva/krug", nil, "../strategii/pauza.html"), on("strategii/pauza", nil, "../soobshchestva/krug.html")
    ),
    item(
      "S2", "four stages with what each gave, round after round",
      on("soobshchestva/krug", "opyt_stages", "Карта затруднений", "8 сентября — 15 октября 2025"),
      on("soobshchestva/krug", "opyt_rounds", "2024/2025", "Список вопросов", "../defitsity/molchali.html"),
      on("defitsity/molchali", nil, "../soobshchestva/krug.html")),
    item("S2", "Action Research is named", on("soobshchestva/krug", "opyt_stages", "Action Research")),
    item(
      "S0", "five expected changes: expected beside reached",
      on("soobshchestva/krug", "opyt_expected", "Единая цель", "Гости стали спрашивать.")),
    item(
      "S0", "platforms of several levels",
      on("soobshchestva/krug", nil, "<dt>Уровень</dt><dd>муниципальный</dd>"),
      on("soobshchestva/index", nil, "Круг вопросов")),
    item(
      "S4", "a schedule of practical lessons: the community's meetings by date",
      on("soobshchestva/krug", nil, "Второй четверг месяца", "../soobshchestva/krug.ics"),
      on("soobshchestva/krug", "opyt_upcoming", "Прогулка впереди", "30 сентября", "Итоги круга"),
      on("soobshchestva/krug", "opyt_past", "Встреча о вопросах", "10 марта 2026"),
      on("sobytiya/vperedi", nil, "../soobshchestva/krug.html")),
    item(
      "S4", "four steps to improvement",
      on(
        "defitsity/voprosy", "opyt_steps", "Дети молчат на занятии.", "../napravleniya/sreda.html",
        "../strategii/pauza.html",
        "../soobshchestva/krug.html", "Взаимные наблюдения.")),
    item(
      "S4", "one line of change by areas, ages and kindergartens",
      on(
        "defitsity/voprosy", nil, "../oblasti/cognitive.html", "../vozrast/5-6.html", "../sady/sad-5.html"),
      on("oblasti/cognitive", "opyt_deficits", "../defitsity/voprosy.html"),
      on("oblasti/index", nil, "cognitive.html#opyt_deficits", "1 дефицит"),
      on("vozrast/5-6", "opyt_deficits", "../defitsity/voprosy.html"),
      on("sady/sad-5", nil, "../defitsity/voprosy.html")),
    item(
      "S4", "how a deficit was studied", on("defitsity/voprosy", nil, "Секундомер", "Двадцать занятий")),
    item(
      "S3, S4", "dynamics of a deficit, and its closing",
      on("defitsity/voprosy", nil, "Вопросы за неделю", "Осень", "40"),
      on(
        "defitsity/molchali", "opyt_closed", "Листок с одним вопросом.", "Спросили семеро из восьми.", "20 февраля 2026"
      ),
      on("sootvetstvie", nil, "defitsity/molchali.html")),
    item(
      "S3", "coverage with its true totals",
      on("okhvat/index", nil, "data-count", "../sady/sad-5.html", "../napravleniya/sreda.html")),
    item(
      "S3", "six steps with a partner, every record",
      on("partnyory/biblioteka", nil, "Подписали.", "15 сентября 2025", "мониторинг качества")),
    item(
      "S1, S3", "social partners in events and projects",
      on("sobytiya/vstrecha", nil, "../partnyory/biblioteka.html"),
      on("zanyatiya/zvuki", nil, "../partnyory/biblioteka.html"),
      on("partnyory/biblioteka", nil, "../sobytiya/vstrecha.html", "../zanyatiya/zvuki.html", "../sady/sad-5.html"),
      on("sady/sad-5", "opyt_partners", "../partnyory/biblioteka.html")),
    item(
      "S2", "reflection of discussions", on("sobytiya/vstrecha", nil, "Часа мало."),
      on("soobshchestva/krug", "opyt_reflection", "Спорить полезно.")),
    item(
      "S4", "analysis of the child, the group, the teacher",
      on("keysy/spor", "opyt_cycle", "Двое ждали взрослого.", "Группа слушала.", "Вопросы подсказывали.")),
    item(
      "S1", "sessions of the annual seminar stand with the events",
      on("sobytiya/2025-2026", nil, "../seminary/igra.html#opyt_session-masterskaya"),
      on("seminary/igra", nil, "opyt_session-masterskaya")),
  ]

  // MARK: People and help

  private static let people: [Item] = [
    item(
      "S3", "a group of authors as one: what a community published, and who did what",
      on("soobshchestva/krug", "opyt_materials", "../proekty/ogorod-na-okne.html"),
      on("proekty/ogorod-na-okne", nil, "../soobshchestva/krug.html"),
      on("zanyatiya/zvuki", nil, "консультант", "../pedagogi/orlova.html"),
      on("pedagogi/orlova", "opyt_portfolio", "в роли: консультант", "../zanyatiya/zvuki.html"),
      on("pedagogi/orlova", "opyt_helped", "../zanyatiya/zvuki.html")),
    item(
      "S4", "one's own resources, whether it can be done, which help it needs",
      on(
        "pedagogi/ilina", nil, "Лупы", "Сможем в марте.", "ММС", "../partnyory/biblioteka.html", "../sady/sad-10.html"),
      on("partnyory/biblioteka", nil, "../pedagogi/ilina.html", "Стажировка у соседей"),
      on("sady/sad-10", nil, "../pedagogi/ilina.html", "Стажировка у соседей")),
    item(
      "S4", "help from kindergartens, methodical services and institutes, gathered",
      on(
        "pomosch/index", "opyt_needs", "Стажировка у соседей", "../pedagogi/ilina.html", "../partnyory/biblioteka.html"),
      on("pomosch/defitsity/voprosy", nil, "../../pedagogi/ilina.html"),
      on("defitsity/voprosy", nil, "../pomosch/defitsity/voprosy.html")),
    item(
      "S3", "consultations of specialists: what is offered",
      on(
        "pomosch/index", "opyt_offers", "../pedagogi/ilina.html", "Показать грядку", "Наблюдения", "ilina@example.org"),
      on("pedagogi/ilina", nil, "Показать грядку")),
    item(
      "S4", "an item of one's development and the deficit it answers",
      on("pedagogi/ilina", nil, "../defitsity/voprosy.html", "../soobshchestva/krug.html"),
      on("defitsity/voprosy", "opyt_lessons", "../pedagogi/ilina.html", "Курс", "../soobshchestva/krug.html"),
      on("soobshchestva/krug", "opyt_lessons", "../pedagogi/ilina.html", "Курс")),
    item("S1", "courses, and how one learns there", on("pedagogi/ilina", nil, "Курс", "горизонтальное", "март 2026")),
    item(
      "S2", "experts from outside",
      on("pedagogi/orlova", nil, "../partnyory/biblioteka.html"),
      on("partnyory/biblioteka", nil, "../pedagogi/orlova.html")),
    item(
      "S1", "a kindergarten that left, and what it was joined to",
      on("sady/sad-10", nil, "31 марта 2026", "../sady/sad-5.html"), on("sady/sad-5", nil, "../sady/sad-10.html"),
      on("byulleteni/2", nil, "Детский сад № 10")),
  ]

  // MARK: What readers look for

  private static let reading: [Item] = [
    item(
      "S3", "the media library",
      on("mediateka/index", nil, "video.html", "fotografii.html", "dokumenty.html"),
      on(
        "mediateka/video", nil, "https://video.example.org/dvor", "../zanyatiya/zvuki.html", "../sobytiya/vstrecha.html"
      ),
      on("zanyatiya/zvuki", nil, "https://video.example.org/dvor", "Запись двора")),
    item(
      "S3", "the experience of others: sources and sites",
      on("proekty/ogorod-na-okne", nil, "Книга о луке"), on("zanyatiya/zvuki", nil, "https://zvuk.example.org/"),
      on("mediateka/sayty", nil, "https://zvuk.example.org/", "../zanyatiya/zvuki.html")),
    item(
      "S4", "children with special needs",
      on("zanyatiya/zvuki", nil, "../osobye-potrebnosti/speech.html", "../vid-gruppy/combined.html"),
      on("osobye-potrebnosti/speech", nil, "../zanyatiya/zvuki.html"),
      on("vid-gruppy/combined", nil, "../zanyatiya/zvuki.html"),
      on("sobytiya/vstrecha", nil, "тяжёлые нарушения речи")),
    item(
      "S0", "three target groups",
      on("dlya-kogo/index", nil, "children.html", "parents.html", "teachers.html"),
      on("dlya-kogo/parents", nil, "../proekty/ogorod-na-okne.html", "../master-klassy/lepbuk.html"),
      on("proekty/ogorod-na-okne", nil, "../dlya-kogo/parents.html")),
    item(
      "S3", "forums, chats and mail of the network, and of a community",
      on("o-seti", nil, "href=\"https://forum.example/\"", "Форум"),
      on("soobshchestva/krug", nil, "https://chat.example/krug")),
  ]
}
