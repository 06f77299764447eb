import OpytDiagnostics
import Testing

@testable import OpytModel

/// The list of rules at ``GraphInvariants``, one line after the other: what breaks each rule, and the least that mends it. The finer
/// points stand in the suites of their own. That addresses and output paths are unique (1) is the site's to check.
@Suite("Every invariant")
struct EveryInvariantTests {
  struct Rule: Sendable, CustomTestStringConvertible {
    let number: Int
    let broken: TestNetwork
    let problem: String
    let mended: TestNetwork
    var testDescription: String { "\(number): \(problem)" }
  }

  @Test("is told where it is broken, and not told where it is kept", arguments: rules)
  func rule(_ rule: Rule) {
    #expect(rule.broken.problems == [rule.problem])
    #expect(rule.mended.problems == [])
    for message in rule.broken.check().diagnostics.map(\.message) {
      #expect(message.russian != message.english)
    }
  }

  @Test("stands in the list")
  func completeness() {
    #expect(Set(Self.rules.map(\.number)) == Set(1...29).union([31, 32, 33, 34, 35, 36, 37, 38, 39, 40, 41]))
  }

  static let rules = errors + errorsOfCommunities + errorsOfDays + warnings + laterWarnings

  private static let base = TestNetwork.base

  /// One text of the base network's document replaced, by what is wrong and by what is right.
  private static func rule(
    _ number: Int, _ path: String, _ old: String, _ wrong: String, _ right: String, _ problem: String
  ) -> Rule {
    Rule(
      number: number, broken: base.replacing(old, with: wrong, in: path), problem: "\(path):\(problem)",
      mended: base.replacing(old, with: right, in: path))
  }

  /// One line added to the base network's document, by what is wrong and by what is right.
  private static func field(
    _ number: Int, _ path: String, _ wrong: String, _ right: String, _ problem: String
  ) -> Rule {
    Rule(
      number: number, broken: base.addingFields(wrong, to: path), problem: "\(path):2:\(problem)",
      mended: base.addingFields(right, to: path))
  }

  private static func text(_ number: Int, _ path: String, _ wrong: String, _ right: String, _ problem: String) -> Rule {
    Rule(
      number: number, broken: base.addingText("\n\(wrong)", to: path), problem: "\(path):\(problem)",
      mended: base.addingText("\n\(right)", to: path))
  }

  private static let errors: [Rule] = [
    Rule(
      number: 1, broken: base.adding("content/events/лето/Stol.md", base.documents[Base.event] ?? ""),
      problem: "content/events/лето/Stol.md id-duplicate error",
      mended: base.adding(
        "content/events/лето/stol-2.md", (base.documents[Base.event] ?? "").replacing("13:30", with: "15:30"))),
    field(2, Base.project, "community: znatokki", "community: znatoki", "12 reference-unresolved error znatoki"),
    field(2, Base.methodicalCase, "strategy: pauzza", "strategy: Сначала пауза", "11 reference-unresolved error pauza"),
    field(2, Base.masterClass, "deficits: [voprosi]", "deficits: [voprosy]", "12 reference-unresolved error voprosy"),
    field(2, Base.event, "seminar: stol", "seminar: igra", "10 reference-unresolved error"),
    field(2, Base.event, "materials: [ilina]", "materials: [ogorod, igra]", "13 reference-unresolved error"),
    field(3, Base.project, "updated: 2026-03-11", "updated: 2026-03-12", "10 dates-out-of-order error"),
    rule(3, Base.project, "end: 2026-03-01", "end: 2025-09-30", "end: 2025-10-01", "13:6 dates-out-of-order error"),
    rule(
      3, Base.project, "{title: Подготовка}", "{title: А, end: 2026-03-02}", "{title: А, end: 2026-03-01}",
      "17:26 stage-outside-project error"),
    field(3, Base.event, "end: 2026-06-01 13:29", "end: 2026-06-01 13:30", "6 dates-out-of-order error"),
    rule(
      4, Base.seminar, "form: семинар}",
      "form: семинар, room: Зал}, {date: 2025-10-16, start: 10:30, end: 12:00, title: Б, form: клуб, room: Зал}",
      "form: семинар, room: Зал}, {date: 2025-10-16, start: 11:00, end: 12:00, title: Б, form: клуб, room: Зал}",
      "13:173 sessions-overlap error"),
    rule(6, Base.project, "results: [Дети измеряют рост]\n", "", "status: piloting\n", "2:8 results-missing error"),
    field(6, Base.event, "state: held", "state: held\noutcomes: Договорились", "8 outcomes-missing error"),
    field(7, Base.sad2, "left: 2024-08-31", "left: 2026-08-31", "7 dates-out-of-order error"),
    Rule(
      number: 7,
      broken: base.replacing("joined: 2024-09-01", with: "joined: 2026-03-13", in: Base.sad5)
        .removing(Base.project),
      problem: "\(Base.masterClass):6:17 not-yet-joined error",
      mended: base.replacing("joined: 2024-09-01", with: "joined: 2026-03-12", in: Base.sad5)),
    rule(9, Base.seminar, "2025-10-16", "2025-08-31", "2025-09-01", "13:19 academic-year-mismatch error"),
    rule(9, Base.plan, "2025/2026", "2025/2027", "2025-2026", "3:16 date-invalid error"),
    field(10, Base.project, "based_on: [ogorod]", "based_on: [krug]", "12 based-on-cycle error"),
    Rule(
      number: 11, broken: base.addingFields("attachments: [{title: План, file: plan.pdf}]", to: Base.project),
      problem: "\(Base.project):2:35 file-missing error",
      mended: base.addingFields("attachments: [{title: План, file: plan.pdf}]", to: Base.project)
        .addingFile("content/projects/plan.pdf")),
    field(12, Base.partner, "type: библотека", "type: библиотека", "7 vocabulary-unknown error библиотека"),
    Rule(
      number: 13,
      broken: base.addingFields("visibility: members", to: Base.project)
        .addingFields("materials: [ogorod]", to: Base.event),
      problem: "\(Base.event):2:13 reference-to-members-only error",
      mended: base.addingFields("materials: [ogorod]", to: Base.event)),
    Rule(
      number: 13,
      broken: base.addingFields("visibility: members", to: Base.project)
        .addingFields("items: [krug, ogorod]", to: Base.bulletin),
      problem: "\(Base.bulletin):2:15 reference-to-members-only error",
      mended: base.addingFields("items: [krug, ogorod]", to: Base.bulletin)),
    text(
      14, Base.community, "[сюда](events/stoll)", "[сюда](events/stol)", "10:8 link-unresolved error events/stol"),
    text(
      14, Base.bulletin, "[сюда](../projects/ogorod.md#hod)", "[сюда](../projects/ogorod.md#khod-raboty)",
      "8:29 anchor-unresolved error"),
  ]

  private static let errorsOfCommunities: [Rule] = [
    field(
      41, Base.community, "stage: 2\nrounds: [{academic_year: 2025/2026, stages: [{stage: 2}]}]",
      "rounds: [{academic_year: 2025/2026, stages: [{stage: 2}]}]", "8 stage-told-twice error"),
    rule(5, Base.community, "idea:", "# idea:", "idea:", "2:1 value-missing error"),
    rule(
      5, Base.community, "[ilina, gusev]", "[ilina]", "[ilina, {person: gusev}]", "6:11 community-too-small error"),
    Rule(
      number: 5,
      broken: base.adding("content/people/orlova.md", orlova)
        .replacing("initiators: [gusev]", with: "initiators: [orlova]", in: Base.event)
        .replacing("[ilina, gusev]", with: "[orlova, gusev]", in: Base.community),
      problem: "\(Base.community):5:15 coordinator-not-member error",
      mended: base.adding("content/people/orlova.md", orlova)
        .replacing("initiators: [gusev]", with: "initiators: [orlova]", in: Base.event)
        .replacing("[ilina, gusev]", with: "[orlova, gusev, ilina]", in: Base.community)),
    rule(
      29, Base.community, "[ilina, gusev]", "[ilina, {person: gusev, joined: 2025-09-01, left: 2025-08-31}]",
      "[ilina, {person: gusev, joined: 2025-09-01, left: 2025-09-01}]", "6:60 dates-out-of-order error"),
    field(
      29, Base.ilina, "posts: [{kindergarten: sad-5, position: тьютор, from: 2025-09-01, to: 2025-08-31}]",
      "posts: [{kindergarten: sad-5, position: тьютор, from: 2025-09-01, to: 2025-09-01}]",
      "71 dates-out-of-order error"),
    field(
      29, Base.ilina,
      "posts: [{kindergarten: sad-5, position: тьютор, to: 2025-09-01}, {kindergarten: sad-5, position: методист, from: 2025-09-01}]",
      "posts: [{kindergarten: sad-5, position: тьютор, to: 2025-08-31}, {kindergarten: sad-5, position: методист, from: 2025-09-01}]",
      "114 posts-overlap error"),
    secondBulletin(
      "number: 1\nstart: 2026-04-01\nend: 2026-04-30", "number: 2\nstart: 2026-04-01\nend: 2026-04-30",
      "2:9 bulletin-number-duplicate error"),
    secondBulletin(
      "number: 2\nstart: 2026-03-31\nend: 2026-04-30", "number: 2\nstart: 2026-04-01\nend: 2026-04-30",
      "3:8 bulletin-periods-overlap error"),
    secondBulletin(
      "number: 2\nstart: 2026-02-01\nend: 2026-02-28", "number: 3\nstart: 2026-05-01\nend: 2026-05-31",
      "3:8 bulletin-out-of-order error"),
    Rule(
      number: 8,
      broken: base.addingFields("items: [ogorod]", to: Base.bulletin)
        .replacing("published: 2026-03-12", with: "published: 2026-04-01", in: Base.project),
      problem: "\(Base.bulletin):2:9 bulletin-item-outside error",
      mended: base.addingFields("items: [ogorod]", to: Base.bulletin)),
  ]

  private static let newKindergarten = "---\ntitle: Новый сад\nmunicipality: Зареченск\nleft: 2026-02-28\n---\n"
  private static let network = base.adding("content/kindergartens/novyy.md", newKindergarten)
  private static let deficitOf2026 = base.addingFields("period: 2026/2027", to: Base.deficit)
  private static let autumn = "---\ntitle: Осень\nform: клуб\nstart: 2026-09-01\ntask: А.\ninitiators: [ilina]\n---\n"

  private static let errorsOfDays: [Rule] = [
    Rule(
      number: 24, broken: network.replacing("kindergartens: [sad-5]", with: "kindergartens: [novyy]", in: Base.project),
      problem: "\(Base.project):6:17 already-left error",
      mended: network.replacing("kindergartens: [sad-5]", with: "kindergartens: [novyy]", in: Base.project)
        .replacing("published: 2026-03-12", with: "published: 2026-02-28", in: Base.project)),
    Rule(
      number: 24, broken: network.addingFields("kindergartens: [novyy]", to: Base.event),
      problem: "\(Base.event):2:17 already-left error",
      mended: base.adding("content/kindergartens/novyy.md", newKindergarten.replacing("2026-02-28", with: "2026-06-01"))
        .addingFields("kindergartens: [novyy]", to: Base.event)),
    Rule(
      number: 24, broken: base.addingFields("successor: sad-5", to: Base.sad2),
      problem: "\(Base.sad2):2:12 successor-invalid error",
      mended: base.addingFields("successor: sad-5\nleft: 2026-04-30", to: Base.sad2)),
    Rule(
      number: 40,
      broken: base.addingFields(
        "posts: [{kindergarten: sad-5, position: методист, to: 2026-03-11}]", to: Base.gusev),
      problem: "\(Base.project):5:18 author-elsewhere error",
      mended: base.addingFields(
        "posts: [{kindergarten: sad-5, position: методист, to: 2026-03-12}, {kindergarten: sad-2, position: методист}]",
        to: Base.gusev)),
    field(25, Base.project, "updated: 2026-06-02", "updated: 2026-06-01", "10 date-in-future error"),
    Rule(
      number: 25,
      broken: base.replacing("13:30", with: "13:30\nend: 2026-06-02\nstate: held\noutcomes: Да", in: Base.event),
      problem: "\(Base.event):5:6 date-in-future error",
      mended: base.replacing("13:30", with: "13:30\nend: 2026-06-01\nstate: held\noutcomes: Да", in: Base.event)),
    Rule(
      number: 26,
      broken: base.adding("content/events/osen.md", autumn)
        .replacing("{title: Детские вопросы", with: "{title: А, events: [stol, osen]", in: Base.plan),
      problem: "\(Base.plan):4:36 academic-year-mismatch error",
      mended: base.adding("content/events/osen.md", autumn.replacing("2026-09-01", with: "2026-08-31"))
        .replacing("{title: Детские вопросы", with: "{title: А, events: [stol, osen]", in: Base.plan)),
    Rule(
      number: 37,
      broken: base.addingFields("number: 5", to: Base.sad2).addingFields("number: 5", to: Base.sad5),
      problem: "\(Base.sad5):2:9 kindergarten-number-shared error",
      mended: base.addingFields("number: 5\ntype: МБДОУ", to: Base.sad2)
        .addingFields("number: 5\ntype: ЧДОУ", to: Base.sad5)),
    Rule(
      number: 37,
      broken: base.addingFields("number: 5", to: Base.sad2).addingFields("number: 5\ntype: ЧДОУ", to: Base.sad5),
      problem: "\(Base.sad5):2:9 kindergarten-number-shared warning",
      mended: base.addingFields("number: 5", to: Base.sad2).addingFields("number: 5", to: Base.sad5)
        .replacing("Зареченск", with: "Камышин", in: Base.sad2)),
    twoProgrammes("start: 10:59, end: 12:00", "start: 11:00, end: 12:00", "13:102 presenter-busy error"),
    Rule(
      number: 28, broken: deficitOf2026.addingFields("deficits: [voprosy]", to: Base.project),
      problem: "\(Base.project):2:12 answer-older-than-deficit error",
      mended: base.addingFields("period: 2025/2026", to: Base.deficit)
        .addingFields("deficits: [voprosy]", to: Base.project)),
    Rule(
      number: 28, broken: deficitOf2026.addingFields("deficits: [voprosy]", to: Base.event),
      problem: "\(Base.event):2:12 answer-older-than-deficit error",
      mended: deficitOf2026.addingFields("deficits: [voprosy]\nstate: cancelled", to: Base.event)),
    Rule(
      number: 28,
      broken: deficitOf2026.replacing("{title: Детские вопросы", with: "{title: А, deficits: voprosy", in: Base.plan),
      problem: "\(Base.plan):4:31 answer-older-than-deficit error",
      mended: deficitOf2026.replacing("{title: Детские вопросы", with: "{title: А, deficits: voprosy", in: Base.plan)
        .replacing("2025/2026", with: "2026/2027", in: Base.plan)
        .replacing("2026-03", with: "2027-03", in: Base.plan)),
    rule(26, Base.plan, "2026-03", "август – сентябрь 2026", "август 2026", "4:66 academic-year-mismatch error"),
    Rule(
      number: 26, broken: base.addingFields("kindergarten: sad-5\ncommunity: znatoki", to: Base.plan),
      problem: "\(Base.plan):3:12 plan-owned-twice error",
      mended: base.addingFields("community: znatoki", to: Base.plan)),
    rule(3, Base.plan, "2026-03", "2026-03 – 2026-02", "2026-02 – 2026-03", "4:66 dates-out-of-order error"),
    Rule(
      number: 28,
      broken: base.addingFields("period: 2025/2026\nclosed: {date: 2025-08-31, how: Да}", to: Base.deficit),
      problem: "\(Base.deficit):3:16 dates-out-of-order error",
      mended: base.addingFields("period: 2025/2026\nclosed: {date: 2025-09-01, how: Да}", to: Base.deficit)),
  ]

  /// Another programme, one of whose sessions is led by who leads a session of the base network's at that time.
  private static func twoProgrammes(_ wrong: String, _ right: String, _ problem: String) -> Rule {
    let path = "content/seminars/rech.md"
    func network(_ times: String) -> TestNetwork {
      let own = base.replacing("form: семинар}", with: "form: семинар, presenters: [ilina]}", in: Base.seminar)
      let other = (own.documents[Base.seminar] ?? "").replacing("Игра как фактор", with: "Речь как фактор")
        .replacing("start: 9:30, end: 11:00", with: times)
      return own.adding(path, other)
    }
    return Rule(number: 27, broken: network(wrong), problem: "\(path):\(problem)", mended: network(right))
  }

  private static let laterWarnings: [Rule] = [
    rule(38, Base.ilina, "consent: С-1", "consent: с-2", "consent: С-3", "5:10 consent-shared warning"),
    rule(
      39, Base.ilina, "title: Ильина Марина Сергеевна", "title: Ильина М. С.", "title: Ильина Марина",
      "2:8 person-name-short warning"),
    rule(
      39, Base.ilina, "title: Ильина Марина Сергеевна", "title: Ильина М.С.", "title: Ильина-Ли Марина Сергеевна",
      "2:8 person-name-short warning"),
    rule(31, Base.event, "2026-06-01 13:30", "2026-05-31 13:30", "2026-06-01 9:00", "4:8 event-still-planned warning"),
    rule(
      31, Base.event, "2026-06-01 13:30", "2026-05-30\nend: 2026-05-31\nstate: planned",
      "2026-05-30\nend: 2026-06-01\nstate: planned", "6:8 event-still-planned warning"),
    Rule(
      number: 32,
      broken: twoDeficits.addingFields("strategy: pauza\ndeficits: [pauzy]", to: Base.project),
      problem: "\(Base.project):2:11 strategy-unrelated warning",
      mended: twoDeficits.addingFields("strategy: pauza\ndeficits: [pauzy, voprosy]", to: Base.project)),
    Rule(
      number: 32,
      broken: twoDeficits.addingFields("strategy: pauza\ndeficits: [pauzy]", to: Base.event),
      problem: "\(Base.event):2:11 strategy-unrelated warning",
      mended: twoDeficits.addingFields("strategy: pauza\ndeficits: [pauzy, voprosy]", to: Base.event)),
    rule(
      34, Base.plan, "actions: [{title: Показ, term: 2026-03}]", "deficits: [voprosy]",
      "deficits: [voprosy], actions: [{title: Показ, term: 12 марта 2026}]", "4:18 topic-without-action warning"),
    field(
      33, Base.partner, "steps: [{step: 1}, {step: 3}]", "steps: [{step: 1}, {step: 2}, {step: 3}]",
      "27 step-missing warning"),
    field(
      33, Base.partner, "steps: [{step: 1}, {step: 1}]", "steps: [{step: 1}, {step: 1, date: 2026-01-12}]",
      "27 step-repeated warning"),
    field(
      33, Base.partner, "steps: [{step: 1, date: 2025-09-15}, {step: 2, date: 2025-09-14}]",
      "steps: [{step: 1, date: 2025-09-15}, {step: 2, date: 2025-09-15}]", "54 dates-out-of-order warning"),
    field(
      35, Base.project, "review: [{level: regional, date: 2026-04-01, decision: Да}]",
      "review: [{level: regional, date: 2026-04-01, decision: Да, document: Протокол № 3}]",
      "18 review-without-document warning"),
    field(
      35, Base.guideline, "экспертиза: [{уровень: федеральный, дата: 2026-04-01, решение: Да}]",
      "экспертиза: [{уровень: муниципальный, дата: 2026-04-01, решение: Да}]",
      "24 review-without-document warning"),
    field(
      36, Base.project, "based_on: [krug, {material: krug, changed: Всё}]",
      "based_on: [{material: krug, changed: Всё}]",
      "29 reference-repeated warning"),
    rule(
      36, Base.project, "[ilina, gusev]", "[ilina, gusev, ilina]", "[ilina, gusev]", "5:25 reference-repeated warning"),
    field(
      36, Base.bulletin, "items: [ogorod, Огород на окне]", "items: [ogorod, krug]", "17 reference-repeated warning"),
    rule(
      36, Base.community, "[ilina, gusev]", "[ilina, gusev, {person: ilina}]", "[ilina, {person: gusev}]",
      "6:34 reference-repeated warning"),
  ]

  private static let twoDeficits = base.adding("content/deficits/pauzy.md", secondDeficit)
  private static let secondDeficit = "---\ntitle: Нет пауз\ndescription: Б.\nrevealed_by: Так.\n---\n"

  private static func secondBulletin(_ wrong: String, _ right: String, _ problem: String) -> Rule {
    let path = "content/bulletins/vypusk-2.md"
    func network(_ fields: String) -> TestNetwork { base.adding(path, "---\n\(fields)\neditor: ilina\n---\n") }
    return Rule(number: 8, broken: network(wrong), problem: "\(path):\(problem)", mended: network(right))
  }

  private static let orlova = "---\ntitle: Орлова Вера Ивановна\nposition: тьютор\nconsent: С-3\n---\n"

  private static let warnings: [Rule] = [
    Rule(
      number: 15, broken: base.adding("content/directions/novye.md", newDirection),
      problem: "content/directions/novye.md:2:8 direction-empty warning",
      mended: base.adding("content/directions/novye.md", newDirection)
        .replacing("[sreda]", with: "[sreda, novye]", in: Base.seminar)),
    Rule(
      number: 16, broken: base.adding("content/deficits/pauzy.md", base.documents[Base.deficit] ?? ""),
      problem: "content/deficits/pauzy.md:2:8 deficit-unanswered warning",
      mended: base.adding("content/deficits/pauzy.md", base.documents[Base.deficit] ?? "")
        .replacing("[voprosy]", with: "[voprosy, pauzy]", in: Base.strategy)),
    Rule(
      number: 16, broken: base.adding("content/deficits/pauzy.md", base.documents[Base.deficit] ?? ""),
      problem: "content/deficits/pauzy.md:2:8 deficit-unanswered warning",
      mended: base.adding("content/deficits/pauzy.md", base.documents[Base.deficit] ?? "")
        .addingFields("closed: {date: 2026-06-01, how: Показами}", to: "content/deficits/pauzy.md")),
    rule(
      17, Base.seminar, "form: семинар}",
      "form: семинар, presenters: [ilina]}, {date: 2025-10-17, start: 9:30, end: 11:00, title: Б, form: клуб, "
        + "presenters: [ilina]}",
      "form: семинар, presenters: [ilina]}, {date: 2025-10-17, start: 9:30, end: 11:00, title: Б, form: клуб, "
        + "presenters: [gusev]}", "2:8 presenter-dominates warning"),
    rule(
      18, Base.project, "Ещё текст.", "Так считают [2: с. 122].", "Так считают.",
      "25:13 citation-without-sources warning"),
    rule(
      19, Base.methodicalCase, "questions:",
      "cycle: [{date: 2026-02-12, conducted_by: ilina, planning: А, analysis: А, correction: А}]\nquestions:",
      "cycle: [{date: 2026-02-12, conducted_by: gusev, planning: А, analysis: А, correction: А}]\nquestions:",
      "12:16 observers-incomplete warning"),
    Rule(
      number: 20, broken: base.adding("content/people/orlova.md", orlova),
      problem: "content/people/orlova.md:2:8 person-idle warning",
      mended: base.adding("content/people/orlova.md", orlova)
        .replacing("[gusev]", with: "[gusev, orlova]", in: Base.event)),
    Rule(
      number: 21,
      broken: base.addingFields("photos: [{file: okno.jpg, alt: Окно}]", to: Base.project)
        .addingFile("content/projects/okno.jpg"),
      problem: "\(Base.project):2:17 photo-without-consent warning",
      mended: base.addingFields("photos: [{file: okno.jpg, alt: Окно, consent: С-1}]", to: Base.project)
        .addingFile("content/projects/okno.jpg")),
    text(22, Base.page, "Звоните 8 916 123-45-67", "Звоните в сад", "7:9 personal-data warning"),
    text(22, Base.event, "Звоните 8 916 123-45-67", "Звоните в сад", "9:9 personal-data warning"),
    text(23, Base.page, "Это <b>важно</b>.", "Это **важно**.", "7:5 raw-html warning"),
    text(23, Base.deficit, "Это <b>важно</b>.", "Это **важно**.", "7:5 raw-html warning"),
  ]

  private static let newDirection = "---\ntitle: Новое\nsummary: О новом.\n---\n"
}
