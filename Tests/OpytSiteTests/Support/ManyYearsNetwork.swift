import Foundation

@testable import OpytSite

/// A network of several years with long lists: materials of many directions and kindergartens, kindergartens that came
/// and left, materials for members only and drafts.
enum ManyYearsNetwork {
  static let kindergartens = [
    (id: "sad-1", fields: "joined: 2020-09-01"), (id: "sad-2", fields: "joined: 2024-08-31"),
    (id: "sad-3", fields: "joined: 2020-01-15\nleft: 2024-09-01"), (id: "sad-4", fields: "joined: 2025-09-01"),
    (id: "sad-5", fields: "left: 2023-08-31"),
  ]
  static let directions = ["sreda", "rech", "igra", "pusto"]

  static func site() throws -> TemporarySite {
    var files = [
      "site-config.json": #"{"title": "Сеть", "base_url": "https://opyt.example/", "report": true}"#
    ]
    for (number, kindergarten) in kindergartens.enumerated() {
      files["content/kindergartens/\(kindergarten.id).md"] = """
        ---
        title: Детский сад № \(number + 1)
        number: \(number + 1)
        municipality: Зареченск
        \(kindergarten.fields)
        ---
        """
    }
    for direction in directions {
      files["content/directions/\(direction).md"] = "---\ntitle: Направление \(direction)\nsummary: О чём.\n---\n"
    }
    for person in 0..<40 {
      files["content/people/p-\(person).md"] = """
        ---
        title: Фамилия\(person) Имя Отчество
        position: воспитатель
        consent: С-\(person)
        ---
        """
    }
    for number in 0..<110 { files["content/cases/k-\(number).md"] = material(number) }
    for number in 0..<30 {
      let state = ["held\noutcomes: [Вышло]", "cancelled", "planned"][number % 3]
      files["content/events/e-\(number).md"] = """
        ---
        title: Событие \(number)
        form: семинар
        start: \(2022 + number % 4)-1\(number % 3)-05
        task: Решить.
        initiators: [p-\(number % 40)]
        directions: [sreda]
        kindergartens: [sad-1]
        state: \(state)
        ---
        """
    }
    for number in 0..<30 {
      files["content/deficits/d-\(number).md"] = """
        ---
        title: Дефицит \(number)
        description: Что.
        revealed_by: Как.
        \(number % 2 == 0 ? "directions: [sreda]" : "period: 2019/2020")
        ---
        """
      files["content/communities/c-\(number).md"] = """
        ---
        title: Сообщество \(number)
        idea: Идея.
        goal: Цель.
        coordinator: [p-1]
        members: [{person: p-1, role: coordinator}, p-2]
        directions: [\(directions[number % 3]), \(directions[(number + 1) % 3])]
        ---
        """
    }
    return try TemporarySite(basedOn: files)
  }

  /// Case `number`, of one to three directions and one or two kindergartens.
  private static func material(_ number: Int) -> String {
    let year = 2022 + number % 4
    // As they came and left.
    let other = year < 2024 ? "sad-3" : "sad-2"
    let places = [["sad-1"], ["sad-1", other], [other]][number % 3]
    let named = Set([directions[number % 3], directions[(number / 3) % 3]]).sorted()
    var fields = ["status: \(number % 20 == 7 ? "draft" : "adopted")"]
    if number % 11 == 3 { fields.append("visibility: members") }
    if number % 4 == 0 { fields.append("community: c-\(number % 8)") }
    if number % 5 == 0 { fields.append("deficits: [d-\(number % 10)]") }
    if number > 0, number % 6 == 0, (number - 6) % 11 != 3 { fields.append("based_on: [k-\(number - 6)]") }
    if number % 7 == 0 {
      fields.append(
        """
        cycle:
          - planning: Вместе.
            date: \(year)-10-01
            conducted_by: [p-\(number % 40)]
            observers: [p-\((number + 1) % 40)]
            analysis: Вот.
            correction: Так.
        """)
    }
    return TemporarySite.material(
      title: "Случай \(number)", published: "\(year)-1\(number % 3)-\(10 + number % 15)",
      fields: fields.joined(separator: "\n")
    ).replacing("[ilina]", with: "[p-\(number % 40), p-\((number * 7 + 1) % 40)]")
      .replacing("[sad-5]", with: "[\(places.joined(separator: ", "))]")
      .replacing("[sreda]", with: "[\(named.joined(separator: ", "))]")
  }
}
