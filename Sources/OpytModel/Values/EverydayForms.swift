import OpytText

// Forms that people write and that can be read in one way only. What can't is told with a form to write:
// see ``ValueProposal``. All of them take a text that is ``Swift/String/everyday`` already.

extension String {
  /// «12 марта 2026 г.» without what stands behind the year.
  var withoutYearWord: String { dropping(suffixes: [" года", " год", " г.", " г", "г."]) }
}

extension ClockTime {
  /// `9.00`, `в 9:00`, `9:00 ч.`
  init?(everyday text: String) {
    guard text.utf8.count <= 20 else { return nil }
    var text = text.lowercased().dropping(suffixes: [" ч.", " ч", " час.", " часов", " часа"])
    if text.hasPrefix("в ") { text = String(text.dropFirst(2)) }
    self.init(parsing: text.replacing(".", with: ":"))
  }
}

extension Moment {
  /// `12.03.2026, 9:00`, `12 марта 2026 г. в 9.00`
  init(everyday text: String) throws(ParsingFailure) {
    guard text.utf8.count <= 80 else { throw .form }
    let words = text.replacing(",", with: " ").split(separator: " ").filter {
      !["в", "г.", "г", "года", "год"].contains($0.lowercased())
    }.map { $0.hasSuffix("г.") ? String($0.dropLast(2)) : String($0) }
    guard let last = words.last else { throw .form }
    let parts = last.split(separator: ".", omittingEmptySubsequences: false)
    let isTime =
      words.count > 1 && parts.count == 2
      && parts.allSatisfy { (1...2).contains($0.count) && $0.utf8.allSatisfy(\.isASCIIDigit) }
    let time = isTime ? last.replacing(".", with: ":") : last
    try self.init(parsing: (words.dropLast() + [time]).joined(separator: " "))
  }
}

extension AcademicYear {
  /// `2025-2026 уч. г.`, `2025/26`
  init?(everyday text: String) {
    guard text.utf8.count <= 60 else { return nil }
    let words = [
      "учебный год", "учебного года", "учебный г.", "уч. год", "уч.год", "уч. г.", "уч.г.", "уч. г", "уч.г", "уч. гг.",
      "годы", "гг.", "гг", "г.", "г",
    ]
    let years = text.dropping(suffixes: words).replacing(" ", with: "").split { $0 == "-" || $0 == "/" }
    guard years.count == 2, years.allSatisfy({ $0.utf8.allSatisfy(\.isASCIIDigit) }), years[0].utf8.count == 4,
      let first = Int(years[0]), let second = Int(years[1])
    else { return nil }
    switch years[1].utf8.count {
    case 4 where second == first + 1: self.init(start: first)
    case 2 where second == (first + 1) % 100: self.init(start: first)
    default: return nil
    }
  }
}

extension Int {
  /// `№ 5`, and with the word for what is counted: «30 минут» where minutes are, «30 человек» where people are.
  init?(everyday text: String, _ field: String?) {
    guard text.utf8.count <= 60 else { return nil }
    var text = text.lowercased()
    for sign in ["№", "n "] where text.hasPrefix(sign) {
      guard field == "number" || field == "order" else { return nil }
      text = String(text.dropFirst(sign.count)).trimmed
    }
    let units: [String]
    switch field {
    case "minutes": units = ["минут", "минуты", "минута", "мин.", "мин"]
    case "capacity": units = ["человек", "человека", "чел.", "чел", "мест", "места", "место", "участников"]
    default: units = []
    }
    guard let number = text.dropping(suffixes: units).smallNumber else { return nil }
    self = number
  }
}

extension Double {
  /// `45,5 %`, `1 200`, `-5`
  init?(everyday text: String) {
    guard text.utf8.count <= 40 else { return nil }
    let text = text.dropping(suffixes: ["%"])
    let groups = text.split(separator: " ")
    // Thousands are parted by spaces, in groups of three.
    guard groups.dropFirst().allSatisfy({ $0.prefix { $0.isNumber }.count == 3 }) else { return nil }
    let digits = groups.joined().replacing(",", with: ".")
    guard digits.utf8.allSatisfy("0123456789.-".utf8.contains), let number = Double(digits) else { return nil }
    self = number
  }
}
