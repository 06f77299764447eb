import OpytDiagnostics
public import OpytMarkup

/// Texts in one list, or in a list for each of those they are for.
public protocol GroupedTexts: FieldValue {
  init()
  var general: [Text] { get set }
  static var groups: RecordSchema<Self> { get }
  var isEmpty: Bool { get }
}

extension GroupedTexts {
  public static var type: FieldType { .record(groups.descriptions) }
  public static var blank: Self { Self() }

  /// Either a list or a record of lists.
  public static func decode(_ node: FrontMatterNode, _ context: inout DecodingContext) -> Self? {
    var texts = Self()
    if case .mapping(let entries, let range) = node {
      groups.decode(entries, into: &texts, at: range, &context)
    } else {
      guard let list = [Text].decode(node, &context) else { return nil }
      texts.general = list
    }
    return texts
  }
  public var isAbsent: Bool { isEmpty }
  public var content: FieldContent { isEmpty ? .absent : .record(Self.groups.fields.map { $0.content(self) }) }
}

/// What a material brought, or was expected to bring (S3: what it gives to each).
public struct Results: GroupedTexts {
  public var general: [Text] = []
  public var children: [Text] = []
  public var parents: [Text] = []
  public var teachers: [Text] = []

  public init() {}

  public var isEmpty: Bool { general.isEmpty && children.isEmpty && parents.isEmpty && teachers.isEmpty }

  public static let groups = RecordSchema<Results>([
    Field("general", "общие", \.general, "Результаты для всех."),
    Field("children", "детям", \.children, "Что это дало детям.", synonyms: ["дети", "для_детей"]),
    Field("parents", "родителям", \.parents, "Что это дало родителям.", synonyms: ["родители", "для_родителей"]),
    Field("teachers", "педагогам", \.teachers, "Что это дало педагогам.", synonyms: ["педагоги", "для_педагогов"]),
  ])
}

/// What is to be done: for whom, or, as a lesson plan puts it, what is taught, developed and nurtured.
public struct Tasks: GroupedTexts {
  public var general: [Text] = []
  public var teaching: [Text] = []
  public var developing: [Text] = []
  public var nurturing: [Text] = []
  public var children: [Text] = []
  public var parents: [Text] = []
  public var teachers: [Text] = []

  public init() {}

  public var isEmpty: Bool {
    general.isEmpty && teaching.isEmpty && developing.isEmpty && nurturing.isEmpty && children.isEmpty
      && parents.isEmpty && teachers.isEmpty
  }

  public static let groups = RecordSchema<Tasks>([
    Field("general", "общие", \.general, "Задачи для всех."),
    Field(
      "teaching", "обучающие", \.teaching, "Чему учим.",
      synonyms: ["образовательные", "обучающая", "обучающие_задачи", "образовательные_задачи"]),
    Field(
      "developing", "развивающие", \.developing, "Что развиваем.", synonyms: ["развивающая", "развивающие_задачи"]),
    Field(
      "nurturing", "воспитательные", \.nurturing, "Что воспитываем.",
      synonyms: ["воспитывающие", "воспитательная", "воспитательные_задачи"]),
    Field("children", "детям", \.children, "Задачи для детей.", synonyms: ["дети", "для_детей"]),
    Field("parents", "родителям", \.parents, "Задачи для родителей.", synonyms: ["родители", "для_родителей"]),
    Field("teachers", "педагогам", \.teachers, "Задачи для педагогов.", synonyms: ["педагоги", "для_педагогов"]),
  ])
}
