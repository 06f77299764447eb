import Foundation
import OpytModel

@testable import OpytSite

/// The network of one document of every kind, with what must not be seen in it: documents of every kind that can be
/// closed, in every way that they can be, which name each other and stand wherever a public document can name them.
enum ClosedNetwork {
  /// The words that no output may hold: each stands in closed documents alone.
  static let secrets = [
    "Незнакомова", "Зинаида", "Варвара", "Истекшева", "Отозванова", "neznakomova", "Тайнослово",
    "Скрытая задумка", "Ждущая затея", "Участникам только", "Ждущий выпуск", "Скрытый пункт",
    "tainy-plan", "snimok-", "Скрытый снимок", "Спрятанный кадр", "Кладезева", "Сокровенн", "kladezeva", "tayna-",
  ]

  /// What a public document says of a closed one: `insert` stands behind the first `anchor` of the file.
  struct Mention {
    let file: String
    let anchor: String
    let insert: String
    /// What else is put before and behind the anchor.
    var around = ("", "")
  }

  private static let persons: [String: String] = [
    "neznakomova": "Незнакомова Зинаида Фёдоровна",
    // Of the same short name as one whom everybody sees.
    "orlova-varvara": "Орлова Варвара Петровна",
    "istekshaya": "Истекшева Тамара Ильинична",
    "otozvannaya": "Отозванова Нина Львовна",
  ]

  /// Those whose consent was given.
  private static let consents = [
    "istekshaya": "consent: С-2024-777\nuntil: 2026-03-31\n",
    "otozvannaya": "согласие: С-2024-778\nотозвано: 2026-04-01\n",
  ]

  static let mentions: [Mention] = [
    Mention(
      file: "projects/ogorod/index.md", anchor: "authors: [ilina", insert: ", neznakomova, istekshaya, otozvannaya"),
    Mention(
      file: "projects/ogorod/index.md", anchor: "strategy: pauza\n",
      insert: "based_on: [cases/zh-draft, cases/zh-waits]\n"),
    Mention(file: "master-classes/lepbuk.md", anchor: "ведущие: [ilina", insert: ", neznakomova"),
    Mention(file: "master-classes/lepbuk.md", anchor: "на_основе: [ogorod", insert: ", zh-seminars-draft"),
    Mention(file: "cases/spor.md", anchor: "conducted_by: [ilina", insert: ", neznakomova"),
    Mention(
      file: "cases/spor.md", anchor: "correction: Оставили как есть.\n", insert: "    lesson: zh-lessons-draft\n"),
    Mention(
      file: "lessons/zvuki.md", anchor: "roles: [{person: orlova, role: консультант}",
      insert: ", {person: neznakomova, role: Тайнослово}"),
    Mention(file: "lessons/zvuki.md", anchor: "experts: [orlova", insert: ", neznakomova, istekshaya"),
    Mention(
      file: "guidelines/progulka.md", anchor: "outcome: Дети говорят больше.}",
      insert: ", {material: cases/zh-waits, changed: Тайнослово., outcome: Тайнослово.}"),
    Mention(file: "cases/spor.md", anchor: "observers: [orlova", insert: ", neznakomova"),
    Mention(
      file: "events/vstrecha.md", anchor: "initiators: [ilina", insert: ", orlova-varvara, istekshaya, otozvannaya"),
    Mention(
      file: "events/vstrecha.md", anchor: "materials: [projects/ogorod", insert: ", cases/zh-draft, cases/zh-waits"),
    Mention(file: "events/vperedi.md", anchor: "initiators: [orlova", insert: ", neznakomova"),
    Mention(file: "events/vperedi.md", anchor: "community: krug\n", insert: "seminar: zh-seminars-draft\n"),
    Mention(file: "events/otmena.md", anchor: "initiators: [orlova]\n", insert: "seminar: zh-seminars-waits\n"),
    Mention(file: "seminars/igra.md", anchor: "presenters: [ilina", insert: ", neznakomova"),
    Mention(file: "seminars/igra.md", anchor: "moderator: [orlova", insert: ", neznakomova"),
    Mention(file: "communities/krug.md", anchor: "coordinator: [ilina", insert: ", neznakomova, otozvannaya"),
    Mention(
      file: "communities/krug.md", anchor: "left: 2025-12-31 }\n",
      insert:
        "  - { person: neznakomova, role: coordinator, joined: 2025-09-01 }\n  - orlova-varvara\n  - istekshaya\n  - otozvannaya\n"
    ),
    Mention(file: "kindergartens/sad-10.md", anchor: "joined: 2024-09-01\n", insert: "head: neznakomova\n"),
    Mention(
      file: "projects/ogorod/index.md", anchor: "consent: С-5 }\n",
      insert: """
          - { file: snimok-1.png, alt: Скрытый снимок, consent: С-2024-779, until: 2026-03-31, focus: 20% 80% }
          - { file: snimok-2.png, alt: Скрытый снимок, consent: С-2024-780, withdrawn: 2025-01-15 }

        """),
    Mention(
      file: "projects/ogorod/index.md", anchor: "## Итоги\n",
      insert: "\n![Спрятанный кадр](snimok-2.png \"Спрятанный кадр\")\n"),
    Mention(
      file: "cases/spor.md", anchor: "Было так", insert: "", around: ("[", "](zh-draft.md#taynoslovo \"Тайнослово\")")),
    Mention(file: "bulletins/1.md", anchor: "Вступление", insert: "", around: ("[", "](../people/neznakomova.md)")),
    Mention(file: "plans/god.md", anchor: "responsible: [ilina", insert: ", neznakomova, istekshaya"),
    Mention(file: "plans/krug.md", anchor: "ответственный: [orlova", insert: ", orlova-varvara"),
    Mention(file: "plans/god.md", anchor: "плане", insert: "", around: ("[", "](../cases/zh-waits.md)")),
    Mention(file: "bulletins/1.md", anchor: "editor: [ilina", insert: ", neznakomova"),
    Mention(file: "bulletins/1.md", anchor: "author: [orlova", insert: ", neznakomova, istekshaya"),
    Mention(file: "bulletins/1.md", anchor: "items: [guidelines/progulka", insert: ", people/neznakomova"),
    Mention(
      file: "events/vstrecha.md", anchor: "no_people: yes }",
      insert: ", { file: snimok-1.png, alt: Скрытый снимок, consent: С-2024-779, until: 2026-03-31 }"),
    Mention(file: "bulletins/2.md", anchor: "events/vstrecha", insert: ", cases/zh-draft, projects/zh-projects-draft"),
    Mention(
      file: "people/ilina.md", anchor: "visibility: public, deficits: [voprosy], passes_on_to: krug }\n",
      insert:
        "  - { activity: Скрытый пункт, mode: horizontal, deficits: [voprosy], passes_on_to: krug, needs_help_from: [sad-10, biblioteka, Скрытый пункт] }\n"
    ),
  ]

  /// Documents of all kinds of material, each closed in each way.
  private static func materials() -> [String: String] {
    let ways = [
      ("draft", "Скрытая задумка", "status: draft", "2026-03-20"),
      ("members", "Участникам только", "visibility: members", "2026-03-21"),
      ("waits", "Ждущая затея", "", "2026-10-15"),
    ]
    var files: [String: String] = [:]
    for (number, (way, title, field, published)) in ways.enumerated() {
      let common = """
        summary: "\(title): о чём. Тайнослово."
        why: Тайнослово.
        authors: [neznakomova, ilina, orlova-varvara]
        kindergartens: [sad-5]
        directions: [sreda]
        audience: [teachers, parents]
        published: \(published)
        results: [Тайнослово]
        ages: [1-2, 5-6]
        areas: [arts]
        deficits: [voprosy, bez-otveta\(way == "members" ? ", tayna-defitsit" : "")]
        strategy: \(way == "members" ? "tayna-strategiya" : "pauza")
        community: \(way == "members" ? "tayna-krug" : "krug")
        keywords: [лук, Тайнослово, наблюдение, наблюдения]
        special_needs: [autism]
        group_type: [family]
        links: [{title: Тайнослово, url: "https://tainy-plan.example/", type: video}]
        attachments: [{file: tainy-plan-\(way).pdf, title: Тайнослово}]
        review: [{level: federal, date: 2026-03-01, experts: [neznakomova, orlova], decision: Тайнослово., document: Тайнослово}]
        license: Тайнослово
        roles: [{person: orlova, role: Тайнослово}]
        partners: [biblioteka]
        aliases: [tainy-plan/NAME.html]
        sources: [Тайнослово]
        BASED
        \(field)

        """.replacing("\n\n", with: "\n")
      // With an outcome, by another kindergarten: a step of evidence for what it is based on.
      func file(
        _ kind: String, _ name: String, _ own: String,
        basedOn: String = "{material: projects/ogorod, changed: Тайнослово., outcome: Тайнослово.}"
      ) {
        let title = "\(title) \(kind)"
        files["content/\(kind)/\(name).md"] =
          "---\ntitle: \(title)\n"
          + common.replacing("NAME", with: name).replacing("BASED", with: "based_on: [\(basedOn)]")
          + own + "---\n\n## Тайнослово\n\n[Кейс](../cases/spor.md) и [план](tainy-plan-\(way).pdf).\n"
        files["content/\(kind)/tainy-plan-\(way).pdf"] = "%PDF-1.4 \(title)\n"
      }
      // These are what public documents are based on: no circles.
      file(
        "cases", "zh-\(way)",
        "situation: Тайнослово.\nquestions: [Тайнослово?]\nslug: \(way == "draft" ? "spor" : "zh-\(way)")\n"
          + "cycle: [{planning: Тайнослово., date: 2026-03-01, conducted_by: [neznakomova], observers: [ilina], "
          + "analysis: Вот., correction: Так.}]\n",
        basedOn: "cases/zh-root-\(way)")
      file("cases", "zh-root-\(way)", "situation: Тайнослово.\nquestions: [Тайнослово?]\n", basedOn: "")
      file(
        "projects", "zh-projects-\(way)",
        "goal: Тайнослово.\ntasks: [Тайнослово]\ntype: исследовательский\nstart: 2025-10-01\nend: 2026-03-01\n"
          + "problem: Тайнослово.\nstages: [{title: Тайнослово}]\nproduct: [Тайнослово]\n"
          + (way == "draft" ? "slug: ogorod-na-okne\n" : ""))
      file(
        "master-classes", "zh-masters-\(way)",
        "date: 2026-02-12\nmasters: [neznakomova, orlova]\nminutes: 90\nmaterials: [Картон]\nsteps: [{title: Тайнослово}]\n"
      )
      file(
        "lessons", "zh-lessons-\(way)",
        "goal: Тайнослово.\ntasks: {обучающие: [Тайнослово]}\nminutes: 20\nparts: [{title: Тайнослово, teacher: Тайнослово.}]\n",
        basedOn: "{material: guidelines/progulka, outcome: Тайнослово.}")
      file("guidelines", "zh-guidelines-\(way)", "type: memo\nsteps: [{title: Тайнослово, content: Тайнослово.}]\n")
      file(
        "seminars", "zh-seminars-\(way)",
        "host: sad-5\nacademic_year: 2026/2027\nsessions:\n"
          + "  - {date: 2026-09-30, start: \"\(9 + number):00\", end: \"\(10 + number):00\", title: Тайнослово, form: клуб, presenters: [orlova-varvara]}\n"
          + "  - {date: 2026-10-12, start: \"\(9 + number):00\", end: \"\(10 + number):00\", title: Тайнослово, form: клуб, presenters: [neznakomova]}\n",
        basedOn: "")
    }
    return files.mapValues { $0.replacing("based_on: []\n", with: "") }
  }

  static func documents() -> [String: String] {
    var files = materials().merging(membersOnly()) { $1 }
    for (name, title) in persons {
      files["content/people/\(name).md"] = """
        ---
        title: \(title)
        position: тьютор
        category: первая
        level: young
        kindergarten: sad-5
        expertise: [Тайнослово]
        former_surname: Тайнослово
        posts: [{kindergarten: sad-10, position: тьютор, to: 2025-08-31}, {partner: biblioteka, position: тьютор}]
        offers: [Тайнослово, Сначала пауза, Показать грядку]
        aliases: [tainy-plan/\(name).html]
        email: \(name)@example.org
        development: [{activity: Тайнослово, visibility: public, deficits: [voprosy, bez-otveta], passes_on_to: krug,
          needs_help_from: [sad-5, sad-10, biblioteka, Тайнослово], own_resources: [Тайнослово], feasible: Тайнослово}]
        \(consents[name] ?? "")---

        О себе: Тайнослово.
        """
    }
    files["content/bulletins/9.md"] = """
      ---
      number: 9
      title: Ждущий выпуск
      start: 2026-10-01
      end: 2026-10-31
      editor: [neznakomova, ilina]
      items: [cases/zh-waits, projects/zh-projects-waits]
      ---

      Тайнослово.
      """
    return files
  }

  /// - Parameter hasClosed: without the closed documents, and without what names them.
  static func site(hasClosed: Bool) throws -> TemporarySite {
    let site = try TemporarySite.allKinds()
    try site.change("content/projects/ogorod/index.md") {
      $0.replacing("no_people: yes }\n", with: "no_people: yes }\n  - { file: vesna.png, alt: Весна, consent: С-5 }\n")
    }
    try site.write(IssueNetwork.picture, to: "content/projects/ogorod/vesna.png")
    if hasClosed {
      try site.write(documents())
      for number in 1...2 { try site.write(IssueNetwork.picture, to: "content/projects/ogorod/snimok-\(number).png") }
      try site.write(IssueNetwork.picture, to: "content/events/snimok-1.png")
      for mention in mentions {
        try site.change("content/" + mention.file) { text in
          guard let range = text.range(of: mention.anchor) else { return "no \(mention.anchor)" }
          return text.replacingCharacters(
            in: range, with: mention.around.0 + mention.anchor + mention.around.1 + mention.insert)
        }
      }
    } else {
      for path in ["cases/chernovik.md", "cases/zakryto.md"] {
        try FileManager.default.removeItem(atPath: site.path("content/" + path))
      }
      try site.change("content/people/ilina.md") {
        $0.replacing("  - { activity: Тайный пункт плана, mode: horizontal, deficits: [bez-otveta] }\n", with: "")
      }
    }
    return site
  }
}
