import Foundation

@testable import OpytFiles
@testable import OpytNetwork
@testable import OpytOutputs
@testable import OpytPages
@testable import OpytSite

/// A small network with three issues of the bulletin, and with what must not leave it.
enum IssueNetwork {
  static let secret = "Тайное занятие"
  static let draft = "Черновая проба"

  static let withoutAddress = #"{"title": "Проверочная сеть"}"#

  static let files: [String: String] = TemporarySite.network.merging(
    [
      "content/people/orlova.md": """
      ---
      title: Орлова Вера Ильинична
      position: методист
      kindergarten: sad-5
      consent: С-2
      ---
      """,
      "content/people/bez-soglasiya.md": """
      ---
      title: Незримова Анна Петровна
      position: воспитатель
      ---
      """,
      "content/kindergartens/sad-7.md": """
      ---
      title: Детский сад № 7
      number: 7
      municipality: Зареченск
      joined: 2026-03-10
      ---
      """,
      "content/cases/spor.md": TemporarySite.material(
        title: "Спор у окна", published: "2026-03-20", fields: "возраст: [5-6, 6-7]\ndeficits: [voprosy]"
      ).replacing("[ilina]", with: "[ilina, orlova, bez-soglasiya]"),
      "content/cases/davno.md": TemporarySite.material(
        title: "Давний случай", published: "2025-02-01", fields: "updated: 2026-03-05"),
      "content/cases/tayna.md": TemporarySite.material(
        title: secret, published: "2026-03-21", fields: "visibility: members\ndeficits: [voprosy]"),
      "content/cases/proba.md": TemporarySite.material(
        title: draft, published: "2026-03-22", fields: "status: draft"),
      "content/master-classes/lepka.md": """
      ---
      title: Лепка без образца
      summary: Как лепить.
      why: Затем.
      authors: [orlova]
      kindergartens: [sad-5]
      directions: [sreda]
      audience: [дети]
      published: 2025-10-01
      results: [Получилось]
      date: 2025-09-20
      masters: [ilina]
      minutes: 30
      materials: [Глина]
      steps: [{title: Лепим}]
      ---

      Текст.
      """,
      "content/events/krug.md": """
      ---
      title: Круг о вопросах
      form: круглый стол
      start: 2026-03-15 13:30
      task: Решить, кто спрашивает.
      initiators: [orlova]
      directions: [sreda]
      kindergartens: [sad-7]
      state: held
      outcomes: [Решили, Записали]
      ---
      """,
      "content/deficits/voprosy.md": """
      ---
      title: Отвечаем раньше, чем спросят
      description: Торопимся.
      revealed_by: Наблюдали.
      period: 2025/2026
      ---
      """,
      "content/deficits/davniy.md": """
      ---
      title: Прошлогодний дефицит
      description: Был.
      revealed_by: Наблюдали.
      period: 2024/2025
      ---
      """,
      "content/bulletins/vypusk-1.md": bulletin(1, "2025-09-01", "2025-12-31"),
      "content/bulletins/vypusk-4.md": bulletin(
        4, "2026-03-01", "2026-03-31", fields: "title: Весна <в> сети",
        body: """
          Первое предложение. Второе – со ссылкой на [спор](../cases/spor.md) & на [сайт](https://gorod.example/).

          - [x] сделано

          ![Окно с луком](okno.png)
          """),
    ]
  ) { $1 }

  static func bulletin(
    _ number: Int, _ start: String, _ end: String, fields: String = "", body: String = "Вступление."
  ) -> String {
    """
    ---
    number: \(number)
    start: \(start)
    end: \(end)
    editor: [orlova]
    \(fields.isEmpty ? "" : fields + "\n")---

    \(body)
    """
  }

  /// A picture of one white pixel.
  static let picture = Array(
    Data(base64Encoded: "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABAQAAAAA3bvkkAAAACklEQVR42mNgAAAAAgAB5Sfe/AAAAABJRU5ErkJggg==")
      ?? Data())

  static func site(_ changes: [String: String] = [:]) throws -> TemporarySite {
    let site = try TemporarySite(basedOn: files.merging(changes) { $1 })
    try site.write(picture, to: "content/bulletins/okno.png")
    return site
  }
}
