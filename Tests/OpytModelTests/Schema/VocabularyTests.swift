import OpytDiagnostics
import Testing

@testable import OpytModel

/// The vocabularies against their official names.
@Suite("Vocabularies")
struct VocabularyTests {
  /// Where a vocabulary is used, and its values as they must be: `key/name`, or the name alone.
  struct Expectation: Sendable, CustomTestStringConvertible {
    let field: String
    let kind: Kind
    let values: [String]
    var isOpen = false
    var testDescription: String { "\(kind).\(field)" }
  }

  static let expectations: [Expectation] = [
    .init(field: "audience", kind: .project, values: ["children/дети", "parents/родители", "teachers/педагоги"]),
    .init(
      field: "ages", kind: .project,
      values: [
        "1-2/ранний возраст (1–2\u{A0}года)", "2-3/ранний возраст (2–3\u{A0}года)", "3-4/младшая группа",
        "4-5/средняя группа", "5-6/старшая группа",
        "6-7/подготовительная группа", "mixed/разновозрастная группа",
      ]),
    .init(
      field: "areas", kind: .project,
      values: [
        "social/социально-коммуникативное развитие", "cognitive/познавательное развитие", "speech/речевое развитие",
        "arts/художественно-эстетическое развитие", "physical/физическое развитие",
      ]),
    .init(
      field: "status", kind: .project,
      values: ["draft/черновик", "piloting/апробация", "adopted/внедрено", "archived/архив"]),
    .init(field: "visibility", kind: .project, values: ["public/открыто", "members/участникам"]),
    .init(
      field: "type", kind: .project,
      values: [
        "research/исследовательский", "creative/творческий", "play/игровой", "practice/практико-ориентированный",
        "information/информационный",
      ]),
    .init(field: "mode", kind: .seminarProgram, values: ["in_person/очно", "online/онлайн", "mixed/смешанно"]),
    .init(
      field: "position", kind: .person,
      values: [
        "воспитатель", "старший воспитатель", "заведующий", "заместитель заведующего", "методист", "педагог-психолог",
        "учитель-логопед", "учитель-дефектолог", "музыкальный руководитель", "инструктор по физической культуре",
        "педагог дополнительного образования", "социальный педагог", "тьютор", "младший воспитатель",
        "ассистент (помощник)", "преподаватель вуза", "библиотекарь", "медицинская сестра",
      ], isOpen: true),
    .init(
      field: "category", kind: .person,
      values: ["без категории", "первая", "высшая", "педагог-методист", "педагог-наставник"]),
    .init(
      field: "level", kind: .person, values: ["young/молодой специалист", "specialist/специалист", "expert/эксперт"]),
    .init(
      field: "sessions.part", kind: .seminarProgram,
      values: [
        "session/занятие", "registration/регистрация", "break/перерыв", "plenary/пленарная часть",
        "reflection/рефлексия",
      ]),
    .init(
      field: "sessions.form", kind: .seminarProgram,
      values: [
        "семинар", "семинар-практикум", "мастер-класс", "круглый стол", "открытый показ", "открытое занятие",
        "практикум", "тренинг", "презентация", "консультация", "индивидуальная консультация",
        "педагогический аукцион", "конференция", "родительско-педагогическая конференция", "совместное мероприятие",
        "вебинар", "методический четверг", "учебная прогулка", "встреча сообщества", "клуб",
        "методическое объединение", "педагогический совет", "мастерская", "стажировка", "взаимопосещение", "экскурсия",
        "конкурс", "выставка",
      ], isOpen: true),
    .init(
      field: "development.mode", kind: .person, values: ["horizontal/горизонтальное", "vertical/вертикальное"]),
    .init(
      field: "type", kind: .community,
      values: [
        "профессиональное обучающееся сообщество", "творческая группа", "проблемная группа", "клуб",
        "виртуальное сообщество", "экспериментальная площадка", "инновационная сеть", "инициативная группа",
      ], isOpen: true),
    .init(
      field: "members.role", kind: .community,
      values: ["coordinator/координатор", "expert/эксперт", "young/молодой специалист", "member/участник"]),
    .init(
      field: "stage", kind: .community,
      values: [
        "1/выявление проблем и затруднений", "2/совместное планирование работы",
        "3/совместная работа и взаимообучение", "4/оценка эффективности",
      ]),
    .init(
      field: "state", kind: .event, values: ["planned/запланировано", "held/проведено", "cancelled/отменено"]),
    .init(field: "audience", kind: .event, values: ["children/дети", "parents/родители", "teachers/педагоги"]),
    .init(field: "mode", kind: .event, values: ["in_person/очно", "online/онлайн", "mixed/смешанно"]),
    .init(field: "origin", kind: .strategy, values: ["own/своя", "proven/зарекомендовавшая"]),
    .init(
      field: "type", kind: .partner,
      values: [
        "kindergarten/детский сад", "library/библиотека", "methodical_service/методическая служба (ММС)",
        "institute/институт (ИРО)", "school/школа", "university/вуз", "museum/музей", "theatre/театр",
        "sport/спортивная школа", "clinic/детская поликлиника", "additional_education/дополнительное образование",
        "other/другое",
      ]),
    .init(
      field: "steps.step", kind: .partner,
      values: [
        "1/договор", "2/встреча по проблемам", "3/план работы", "4/информирование на сайте",
        "5/совместные мероприятия", "6/мониторинг качества",
      ]),
    .init(field: "development.visibility", kind: .person, values: ["public/открыто", "members/участникам"]),
  ]

  static func vocabulary(_ field: String, of kind: Kind) throws -> Vocabulary {
    var fields = kind.entityType.descriptions
    for name in field.split(separator: ".") {
      let type = try #require(fields.first { $0.name == name }).type
      switch type {
      case .term(let vocabulary), .list(.term(let vocabulary)): return vocabulary
      case .list(.record(let nested)): fields = nested
      default: break
      }
    }
    throw Missing(field: field)
  }

  struct Missing: Error { let field: String }

  @Test("have their values, in order", arguments: expectations)
  func values(_ expected: Expectation) throws {
    let vocabulary = try Self.vocabulary(expected.field, of: expected.kind)
    let actual = vocabulary.entries.map { $0.key == $0.label ? $0.key : "\($0.key)/\($0.label)" }
    #expect(actual == expected.values)
    #expect(vocabulary.isOpen == expected.isOpen)
  }

  @Test(
    "both early ages are told apart by their years, and read as people write them",
    arguments: [
      ("1-2", "1-2"), ("от года до двух лет", "1-2"), ("ранний возраст (1–2 года)", "1-2"),
      ("Ранний возраст (1-2 года)", "1-2"), ("ранний возраст", "2-3"), ("ранний возраст (2–3\u{A0}года)", "2-3"),
    ])
  func earlyAges(_ text: String, _ key: String) throws {
    let vocabulary = try Self.vocabulary("ages", of: .project)
    #expect(vocabulary.entry(for: text)?.key == key)
    #expect(Set(vocabulary.entries.map(\.label)).count == vocabulary.entries.count)
  }

  @Test("are read by key and by Russian name, compared like keys", arguments: expectations)
  func spellings(_ expected: Expectation) throws {
    let vocabulary = try Self.vocabulary(expected.field, of: expected.kind)
    let parts = expected.field.split(separator: ".")
    for entry in vocabulary.entries {
      for text in [entry.key, entry.label, entry.label.uppercased(), entry.label.replacing(" ", with: "-")] {
        let frontMatter = parts.count == 2 ? "\(parts[0]): [{\(parts[1]): \(text)}]" : "\(expected.field): \(text)"
        let (document, problems) = try decode(frontMatter, as: expected.kind)
        #expect(!problems.contains { $0.contains("vocabulary-unknown") }, "\(text)")
        #expect("\(document.entity)".contains("(key: \"\(entry.key)\")"), "\(text)")
      }
    }
  }

  @Test("that site-config.json may add to are three")
  func openOnes() {
    func vocabularies(in type: FieldType) -> [Vocabulary] {
      switch type {
      case .term(let vocabulary): [vocabulary]
      case .list(let element): vocabularies(in: element)
      case .record(let fields): fields.flatMap { vocabularies(in: $0.type) }
      default: []
      }
    }
    let all = Kind.allCases.flatMap { kind in
      let type = kind.entityType
      return type.descriptions.flatMap { vocabularies(in: $0.type) }
    }
    #expect(Set(all.filter(\.isOpen).map(\.name)) == ["position", "form", "community-type"])
  }

  @Test("tell an unknown value with the nearest, or with all that may stand there")
  func unknown() {
    let near = TestNetwork.base.replacing("audience: [children]", with: "audience: [дети, радители]", in: Base.project)
    #expect(near.problems == ["content/projects/ogorod.md:8:18 vocabulary-unknown error родители"])
    #expect(near.messages == ["неизвестное значение «радители»"])

    let far = TestNetwork.base.replacing("audience: [children]", with: "audience: [все, дети]", in: Base.project)
    #expect(far.problems == ["content/projects/ogorod.md:8:12 vocabulary-unknown error"])
    #expect(
      far.check().diagnostics.first?.advice?.russian
        == "можно: дети (children), родители (parents), педагоги (teachers)")
  }

  @Test("that are open take the site's additions")
  func additions() {
    let network = TestNetwork.base
      .replacing("position: воспитатель", with: "position: Кастелянша", in: Base.ilina)
    #expect(network.problems == ["content/people/ilina.md:3:11 vocabulary-unknown error"])

    var extended = network
    extended.vocabularies.add(["кастелянша"], to: Positions.vocabulary)
    #expect(extended.problems == [])
  }

  @Test("that are closed do not")
  func closed() {
    var network = TestNetwork.base.addingFields("category: вторая", to: Base.ilina)
    network.vocabularies.add(["вторая"], to: Categories.vocabulary)
    #expect(network.problems == ["content/people/ilina.md:2:11 vocabulary-unknown error"])
  }

  @Test("the steps to improvement are told by pages, not written by authors")
  func improvementSteps() {
    let vocabulary = ImprovementSteps.vocabulary
    #expect(
      vocabulary.entries.map { "\($0.key) \($0.label)" } == [
        "1 анализ результатов детей и собственных дефицитов", "2 единая линия изменений", "3 педагогическая стратегия",
        "4 практика и профессиональная коммуникация в ПОС",
      ])
    #expect(!vocabulary.isOpen)
    #expect(vocabulary.entries.map { Term<ImprovementSteps>($0.key).number } == [1, 2, 3, 4])
  }

  @Test("keep what they have when the same is added again")
  func addingTwice() {
    let vocabulary = Forms.vocabulary.adding(["Круглый Стол", "час кода"])
    #expect(vocabulary.entries.count == Forms.vocabulary.entries.count + 1)
    #expect(vocabulary.entry(for: "круглый стол")?.key == "круглый стол")
    #expect(vocabulary.label(for: "час кода") == "час кода")
  }
}
