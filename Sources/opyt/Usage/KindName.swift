import OpytDiagnostics
import OpytModel

/// A word for a kind, as people say it: «проект», «проекты», «детский сад», `projects`.
struct KindName {
  private let word: String

  init(_ word: String) { self.word = word }

  var kind: Kind? {
    let name = FieldKey.normalized(word)
    return Kind.allCases.first { Self.names(of: $0).map(FieldKey.normalized).contains(name) }
  }

  /// What is said where no kind is called so.
  var problem: Phrase {
    let list = Kind.allCases.map(\.singular).joined(separator: ", ")
    guard !word.isEmpty else {
      return Phrase("не сказано, какой вид: \(list)", en: "no kind is given: \(list)")
    }
    let names = Kind.allCases.flatMap(Self.names)
    let words = word.split(separator: " ").map { KindName(String($0)).kind }
    let near =
      (Suggester.nearest(to: word, among: names).flatMap { KindName($0).kind } ?? words.compactMap(\.self).first)?
      .singular
    return near.map { Phrase("нет вида «\(word)»; возможно, «\($0)»", en: "no kind “\(word)”; did you mean “\($0)”?") }
      ?? Phrase("нет вида «\(word)»; есть: \(list)", en: "no kind “\(word)”; there are: \(list)")
  }

  private static func names(of kind: Kind) -> [String] {
    let description = kind.description
    return [
      description.singular.russian, description.genitive, description.russianFolder, description.listTitle,
      description.folder, description.name, description.singular.english,
    ] + (others[kind] ?? [])
  }

  /// What people call them as well.
  private static let others: [Kind: [String]] = [
    .methodicalCase: ["методический кейс"], .seminarProgram: ["программа семинара", "программа"],
    .kindergarten: ["сад", "доу", "садик"], .person: ["человек", "сотрудник", "автор", "воспитатель", "специалист"],
    .event: ["мероприятие"], .community: ["пос", "творческая группа"], .methodPlan: ["план методической работы"],
    .bulletin: ["выпуск", "выпуск бюллетеня"], .partner: ["социальный партнёр"],
    .deficit: ["профессиональный дефицит"],
  ]
}
