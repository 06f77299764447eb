import OpytDiagnostics
import OpytText

/// The form to write a value in, with the author's own numbers in it.
struct ValueProposal {
  /// What to write in place of it, where nothing else can have been meant.
  let value: String?
  let advice: Phrase
  /// Whether it tells of a start and an end.
  let isSpan: Bool

  init(_ value: String? = nil, _ advice: Phrase, isSpan: Bool = false) {
    self.value = value
    self.advice = advice
    self.isSpan = isSpan
  }

  // MARK: Days

  static func date(_ text: String, _ language: KeyLanguage, _ years: YearHint = YearHint()) -> ValueProposal {
    knownDate(text, language, years)
      ?? ValueProposal(
        nil, Phrase("запишите 2026-03-12, 12.03.2026 или 12 марта 2026", en: "write 2026-03-12 or 12.03.2026"))
  }

  /// Nil where no date can be seen in the text.
  static func knownDate(_ text: String, _ language: KeyLanguage, _ years: YearHint) -> ValueProposal? {
    day(text, language) ?? withoutYear(text, years)
  }

  private static func day(_ text: String, _ language: KeyLanguage) -> ValueProposal? {
    guard text.utf8.count <= 100 else { return nil }
    let text = text.lowercased().withoutYearWord
    return digits(text) ?? words(text, language)
  }

  /// `5.06.2025`, `05.06.25`, `2026-3-5`
  private static func digits(_ text: String) -> ValueProposal? {
    let parts = text.split { ".-/ ".contains($0) }.map(String.init)
    let numbers = parts.compactMap(\.smallNumber)
    guard parts.count == numbers.count else { return nil }
    if numbers.count == 1, (1900...2100).contains(numbers[0]) {
      return ValueProposal(
        nil,
        Phrase(
          "нужны и день, и месяц, например 01.09.\(numbers[0])", en: "day and month too: \(numbers[0])-09-01"))
    }
    guard numbers.count == 3 else { return nil }
    if parts[0].count == 4, let date = CalendarDate(year: numbers[0], month: numbers[1], day: numbers[2]) {
      return ValueProposal(
        date.iso,
        Phrase("месяц и день – двумя цифрами: \(date.iso)", en: "month and day have two digits: \(date.iso)"))
    }
    let isShort = parts[2].count == 2
    guard isShort || parts[2].count == 4,
      let date = CalendarDate(year: isShort ? 2000 + numbers[2] : numbers[2], month: numbers[1], day: numbers[0])
    else { return nil }
    let written = date.dotted
    if isShort {
      return ValueProposal(nil, Phrase("год – четырьмя цифрами: \(written)", en: "a year has four digits: \(written)"))
    }
    // Elsewhere the month stands before the day between slashes.
    return ValueProposal(
      text.contains("/") ? nil : written,
      Phrase("день и месяц – двумя цифрами: \(written)", en: "day and month have two digits: \(written)"))
  }

  /// «март 2026», «5 июнь 2025», «12–14 марта 2026»
  private static func words(_ text: String, _ language: KeyLanguage) -> ValueProposal? {
    let parts = text.split { " .-".contains($0) }.map(String.init)
    guard let place = parts.firstIndex(where: { month($0) != nil }), let month = month(parts[place]),
      let year = parts.dropFirst(place + 1).first?.smallNumber, (1900...2100).contains(year)
    else { return nil }
    let name = CalendarDate.monthNames[month - 1]
    let days = parts[..<place].compactMap(\.smallNumber)
    switch days.count {
    case 0 where place == 0:
      return ValueProposal(
        nil, Phrase("нужен и день, например 1 \(name) \(year)", en: "the day too: \(CalendarDate.text(year, month, 1))")
      )
    case 1 where CalendarDate(year: year, month: month, day: days[0]) != nil:
      return ValueProposal(
        "\(days[0]) \(name) \(year)",
        Phrase("запишите \(days[0]) \(name) \(year)", en: "write \(CalendarDate.text(year, month, days[0]))"))
    case 2:
      return span(
        "\(days[0]) \(name) \(year)", "\(days[1]) \(name) \(year)",
        Phrase("это два дня", en: "these are two days"), language)
    default: return nil
    }
  }

  /// «25 ноября», `25.11`, «25 ноября в 10:00»: a day without its year.
  private static func withoutYear(_ text: String, _ years: YearHint) -> ValueProposal? {
    guard text.utf8.count <= 100 else { return nil }
    let words = text.lowercased().split(separator: " ").map(String.init).filter { $0 != "в" }
    guard let first = words.first else { return nil }
    let parts = first.split { ".-/".contains($0) }.map(String.init)
    let (day, month, rest): (Int, Int, ArraySlice<String>)
    let isInWords: Bool
    if parts.count == 2, let number = parts[0].smallNumber, let second = parts[1].smallNumber, second <= 12,
      !first.contains("-")
    {
      (day, month, rest, isInWords) = (number, second, words.dropFirst(), false)
    } else if words.count > 1, let number = first.smallNumber, let named = Self.month(words[1]) {
      (day, month, rest, isInWords) = (number, named, words.dropFirst(2), true)
    } else {
      return nil
    }
    let time = times(in: rest.joined(separator: " ")).first
    guard rest.isEmpty || time != nil, let date = CalendarDate(year: years.year(ofMonth: month), month: month, day: day)
    else { return nil }
    let russian = (isInWords ? "\(day) \(CalendarDate.monthNames[month - 1]) \(date.year)" : date.dotted)
    let behind = time.map { " \($0.text)" } ?? ""
    return ValueProposal(
      nil,
      Phrase(
        "нет года – допишите его, например: \(russian)\(behind)", en: "the year is missing, as in \(date.iso)\(behind)")
    )
  }

  private static func month(_ word: String) -> Int? {
    let stem = word.prefix(3)
    guard word.count >= 3, word.count <= 8 else { return nil }
    if stem == "май" || stem == "мая" || stem == "мае" { return 5 }
    return CalendarDate.monthNames.firstIndex {
      $0.hasPrefix(stem) && $0.prefix(word.count - 1).hasPrefix(word.dropLast())
    }
    .map { $0 + 1 }
  }

  private static func span(_ first: String, _ last: String, _ what: Phrase, _ language: KeyLanguage) -> ValueProposal {
    let (start, end) = language == .russian ? ("начало", "окончание") : ("start", "end")
    let lines = "«\(start): \(first)» и «\(end): \(last)»"
    return ValueProposal(
      nil,
      Phrase("\(what.russian): запишите \(lines)", en: "\(what.english): “start: \(first)” and “end: \(last)”"),
      isSpan: true)
  }

  // MARK: Times

  static func time(_ text: String, _ language: KeyLanguage) -> ValueProposal {
    let times = times(in: text)
    if times.count == 2 {
      return span(times[0].text, times[1].text, Phrase("это начало и конец", en: "these are start and end"), language)
    }
    if times.count == 1 {
      return ValueProposal(times[0].text, Phrase("запишите \(times[0].text)", en: "write \(times[0].text)"))
    }
    return ValueProposal(nil, Phrase("запишите 9:00 или 09:00", en: "write 9:00 or 09:00"))
  }

  static func moment(_ text: String, _ language: KeyLanguage, _ years: YearHint = YearHint()) -> ValueProposal {
    guard text.utf8.count <= 100 else { return momentForms }
    let words = text.split { $0 == " " || $0 == "," }.map(String.init)
    var day: String?
    var rest: [String] = []
    for word in words {
      // A day in any form of digits, or in the form that it should have.
      let written = (try? CalendarDate(parsing: word))?.iso ?? digits(word)?.value
      if day == nil, let written { day = written } else { rest.append(word) }
    }
    for start in words.indices where day == nil && start + 2 < words.count {
      guard let date = try? CalendarDate(parsing: words[start...(start + 2)].joined(separator: " ")) else { continue }
      day = date.iso
      rest = Array(words[..<start] + words[(start + 3)...])
    }
    let times = times(in: rest.joined(separator: " "))
    if let day, times.count == 2 {
      return span(
        "\(day) \(times[0].text)", "\(day) \(times[1].text)",
        Phrase("это начало и конец", en: "these are start and end"), language)
    }
    if let day, times.count == 1 {
      return ValueProposal(
        "\(day) \(times[0].text)", Phrase("запишите \(day) \(times[0].text)", en: "write \(day) \(times[0].text)"))
    }
    if day == nil, let yearless = withoutYear(text, years) { return yearless }
    if day == nil, let time = times.first, !words.contains(where: { month($0) != nil }) {
      return ValueProposal(
        nil, Phrase("нужен и день: 2026-03-12 \(time.text)", en: "the day too: 2026-03-12 \(time.text)"))
    }
    return Self.day(text, language) ?? withoutYear(text, years) ?? momentForms
  }

  private static let momentForms = ValueProposal(
    nil,
    Phrase(
      "запишите 2026-03-12, 12.03.2026 или 12 марта 2026, а если нужно – и время: 2026-03-12 13:30",
      en: "write 2026-03-12 or 12.03.2026, with a time where wanted: 2026-03-12 13:30"))

  /// `9.00`, `9-30`, «9 ч 30 мин», «9 часов»
  private static func times(in text: String) -> [ClockTime] {
    guard text.utf8.count <= 100 else { return [] }
    let words = text.lowercased().replacing(" - ", with: " ").replacing("час", with: "ч").split {
      $0 == " " || $0 == ","
    }
    var times: [ClockTime] = []
    func add(_ hours: Int, _ minutes: Int) {
      if minutes < 60, let time = ClockTime(parsing: "\(hours):\(minutes < 10 ? "0" : "")\(minutes)") {
        times.append(time)
      }
    }
    let numbers = text.numbers
    if text.contains("ч") {
      if numbers.count == 1 || numbers.count == 2 { add(numbers[0], numbers.count == 2 ? numbers[1] : 0) }
      return times
    }
    for word in words {
      // `9:00-10:30`, but `9-30` is one time.
      let parts = word.contains { $0 == ":" || $0 == "." } ? word.split(separator: "-") : [word]
      for part in parts {
        let digits = part.split { ":.-".contains($0) }
        guard (1...2).contains(digits.count),
          digits.allSatisfy({ $0.utf8.allSatisfy(\.isASCIIDigit) && $0.count <= 2 }),
          let hours = digits.first.flatMap({ String($0).smallNumber })
        else { continue }
        if digits.count == 2, digits[1].count == 2 { add(hours, String(digits[1]).smallNumber ?? 60) }
        // An hour alone is one among other words of time only.
        if digits.count == 1, part.count == word.count, words.count == 1 || words.contains("до") || words.contains("с")
        {
          add(hours, 0)
        }
      }
    }
    return times
  }

  // MARK: Years and numbers

  static func academicYear(_ text: String) -> ValueProposal {
    let years = text.utf8.count <= 60 ? text.numbers.filter { (1900...2100).contains($0) } : []
    switch years.count {
    case 1:
      let year = years[0]
      return ValueProposal(
        nil,
        Phrase(
          "запишите два года подряд: \(year)/\(year + 1) или \(year - 1)/\(year)",
          en: "write two consecutive years: \(year)/\(year + 1) or \(year - 1)/\(year)"))
    case 2...:
      let year = years[0]
      return ValueProposal(
        nil,
        Phrase("учебный год – два года подряд: \(year)/\(year + 1)", en: "two consecutive years: \(year)/\(year + 1)"))
    default:
      return ValueProposal(
        nil, Phrase("запишите два года подряд: 2025/2026", en: "write two consecutive years: 2025/2026"))
    }
  }

  static func integer(_ text: String, _ field: String?) -> ValueProposal {
    let numbers = text.utf8.count <= 60 ? text.numbers : []
    if field == "minutes", let minutes = minutes(in: text.lowercased()) {
      return ValueProposal(
        "\(minutes)", Phrase("запишите минуты числом: \(minutes)", en: "write the minutes: \(minutes)"))
    }
    switch numbers.count {
    case 1: return ValueProposal(nil, Phrase("запишите одно число: \(numbers[0])", en: "write a number: \(numbers[0])"))
    case 2...:
      return ValueProposal(
        nil, Phrase("запишите одно число, например \(numbers[1])", en: "write one number, such as \(numbers[1])"))
    default: return ValueProposal(nil, Phrase("запишите число цифрами, например 30", en: "write digits, such as 30"))
    }
  }

  /// «1 час 20 минут», «1,5 часа», «полчаса»
  private static func minutes(in text: String) -> Int? {
    guard text.utf8.count <= 60, text.contains("час") || text.contains("ч.") || text.contains(" ч") else { return nil }
    if text.hasPrefix("полтора") { return 90 }
    if text.hasPrefix("полчас") { return 30 }
    let numbers = text.numbers
    if text == "час" { return 60 }
    if numbers.count == 2, numbers[1] == 5, text.contains(",5") || text.contains(".5") { return numbers[0] * 60 + 30 }
    switch numbers.count {
    case 1: return numbers[0] * 60
    case 2 where numbers[1] < 60 && text.contains("мин"): return numbers[0] * 60 + numbers[1]
    default: return nil
    }
  }

  static func decimal(_ text: String) -> ValueProposal {
    let digits = text.utf8.count <= 60 ? text.split { !"0123456789,.".contains($0) }.map(String.init) : []
    let numbers = digits.filter { $0.contains(where: \.isNumber) }
    if numbers.count == 1 {
      return ValueProposal(nil, Phrase("запишите одно число: \(numbers[0])", en: "write a number alone: \(numbers[0])"))
    }
    return ValueProposal(nil, Phrase("запишите число цифрами, например 45,5", en: "write digits, such as 45.5"))
  }
}

extension CalendarDate {
  /// `12.03.2026`
  var dotted: String {
    let parts = iso.split(separator: "-")
    return parts.reversed().joined(separator: ".")
  }

  fileprivate static func text(_ year: Int, _ month: Int, _ day: Int) -> String {
    CalendarDate(year: year, month: month, day: day)?.iso ?? "\(year)"
  }
}
