/// A person's full name, surname first.
struct PersonName: Sendable {
  private let parts: [Substring]

  init(_ title: String) {
    // «Иванова (Петрова) Мария»: the former surname has no initial.
    var isInBrackets = false
    parts = title.split { $0 == " " || $0 == "\u{A0}" }.filter { part in
      let isSkipped = isInBrackets || part.hasPrefix("(")
      if isSkipped { isInBrackets = !part.hasSuffix(")") }
      return !isSkipped
    }
  }

  /// «Ильина М. С.», held together by no-break spaces.
  ///
  /// A double name has a double initial («Белова А.-М.»). What belongs to a surname is a part of it («фон Дервиз В. К.»),
  /// what belongs to a patronymic has none of its own: «Мамедов Али Гасан оглы» is «Мамедов А. Г.»
  var short: String {
    let surname = surnameLength
    let initials = parts.dropFirst(surname).flatMap(Self.initials)
    return (parts.prefix(surname).map(String.init) + initials).joined(separator: "\u{A0}")
  }

  /// How many parts are the surname: one, and the particles before it.
  private var surnameLength: Int {
    let particles = parts.prefix { part in
      (parts.count >= 4 || Self.beginsSmall(part)) && Self.surnameParticles.contains(part.lowercased())
    }
    return min(particles.count + 1, parts.count)
  }

  /// «А.», «А.-М.»; none for «оглы», and «ибн» as it is.
  private static func initials(of part: Substring) -> [String] {
    if isPatronymicEnding(part) { return [] }
    if beginsSmall(part), surnameParticles.contains(String(part)) { return [String(part)] }
    let names = part.split(separator: "-").filter { !isPatronymicEnding($0) }
    if names.count > 1 { return [names.compactMap(initial).joined(separator: "-")].filter { !$0.isEmpty } }
    // Initials that were written already, with no blank between them: «А.П.»
    return names.flatMap { $0.split(separator: ".") }.compactMap(initial)
  }

  private static func beginsSmall(_ part: Substring) -> Bool {
    part.unicodeScalars.first.map { ("а"..."я").contains($0) || $0 == "ё" } ?? false
  }

  private static func isPatronymicEnding(_ part: Substring) -> Bool {
    // Their letters are few: most names need not be looked up.
    guard part.utf8.count <= 12, let first = part.unicodeScalars.first else { return false }
    switch first {
    case "о", "О", "к", "К", "г", "Г", "у", "У", "ў", "Ў", "қ", "Қ", "ұ", "Ұ":
      return patronymicEndings.contains(part.lowercased())
    default: return false
    }
  }

  private static func initial(of name: Substring) -> String? { name.first { $0.isLetter }.map { "\($0)." } }

  /// «Сын» and «дочь» in the names of the Turkic peoples.
  private static let patronymicEndings: Set<String> = [
    "оглы", "оглу", "кызы", "кизи", "кызысы", "гызы", "улы", "уулу", "угли", "угы", "ўғли", "қызы", "ұлы",
  ]
  private static let surnameParticles: Set<String> = [
    "фон", "фан", "ван", "дер", "ден", "де", "да", "ди", "дю", "дель", "делла", "дос", "душ", "ла", "ле", "лас", "лос",
    "цу",
    "тер", "аль", "эль", "аш", "ибн", "бин", "бен", "бинт",
  ]
}
