import Foundation
import OpytDiagnostics
import OpytModel

/// The names of the kinds' folders, and what else people call them.
enum FolderName {
  /// The folder that was most likely meant; nil where nothing is near.
  static func meant(by name: String) -> String? {
    let key = normalized(name)
    if let synonym = synonyms[key] { return synonym }
    return Suggester.nearest(to: name, among: Kind.allCases.flatMap { [$0.folder, $0.russianFolder] })
      ?? Suggester.nearest(to: key, among: synonyms.keys.sorted()).flatMap { synonyms[$0] }
  }

  private static func normalized(_ name: String) -> String {
    name.precomposedStringWithCanonicalMapping.lowercased().replacing("ё", with: "е").replacing("_", with: "-")
      .replacing(" ", with: "-")
  }

  /// By the parts of pages' addresses, which are seen on the site, and by words of everyday.
  private static let synonyms: [String: String] = {
    var names: [String: String] = [:]
    for kind in Kind.allCases {
      if !kind.address.isEmpty { names[kind.address] = kind.russianFolder }
      names[normalized(kind.listTitle)] = kind.russianFolder
      names[normalized(kind.singular)] = kind.russianFolder
    }
    let words: [(Kind, [String])] = [
      (.person, ["люди", "персоны", "сотрудники", "воспитатели", "авторы", "специалисты", "persons", "person"]),
      (.kindergarten, ["детские-сады", "доу", "организации", "gardens"]), (.event, ["мероприятия"]),
      (.methodicalCase, ["методические-кейсы", "case-studies"]), (.masterClass, ["masterclasses"]),
      (.seminarProgram, ["программы-семинаров"]),
      (.lessonPlan, ["конспекты", "конспекты-нод", "нод", "технологические-карты", "уроки", "lesson-plans"]),
      (
        .guideline,
        [
          "методические-рекомендации", "методические-разработки", "программы", "памятки", "картотеки", "сценарии",
          "диагностики",
        ]
      ), (.community, ["пос"]),
      (.bulletin, ["выпуски", "вестник"]), (.partner, ["социальные-партнеры"]),
      (.methodPlan, ["план-работы", "планы-работы"]),
    ]
    for (kind, synonyms) in words {
      for synonym in synonyms {
        let isLatin = synonym.utf8.allSatisfy { $0 < 0x80 }
        names[synonym] = isLatin ? kind.folder : kind.russianFolder
      }
    }
    return names
  }()
}
