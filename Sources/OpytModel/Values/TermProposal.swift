import OpytDiagnostics
import OpytText

/// The form to write a plan's term in, with the author's own words in it.
extension ValueProposal {
  static func term(_ text: String, _ language: KeyLanguage, _ years: YearHint) -> ValueProposal {
    let text = text.lowercased()
    return bound(text) ?? months(text, years) ?? quarter(text, years) ?? wholeYear(text, years)
      ?? knownDate(text, language, years)
      ?? ValueProposal(
        nil,
        Phrase(
          "запишите день, месяц или период: 12 марта 2026, март 2026, сентябрь 2025 – май 2026",
          en: "write a day, a month or a period: 2026-03-12, 2026-03, 2025-09 – 2026-05"))
  }

  /// «до 15 мая 2026»: the last day is the term.
  private static func bound(_ text: String) -> ValueProposal? {
    for word in ["до ", "к ", "ко ", "не позднее ", "не позже ", "после ", "с ", "начиная с "]
    where text.hasPrefix(word) {
      let rest = String(text.dropFirst(word.count))
      guard let term = try? PlannedTerm(everyday: rest) else { continue }
      let written = if case .month(let month) = term.first, term.first == term.last { month.name } else { rest }
      if word.hasSuffix("с ") || word == "после " {
        return ValueProposal(
          nil,
          Phrase(
            "нет конца – допишите его, например: \(written) – \(CalendarMonth(containing: term.lastDay).next.name)",
            en: "the end is missing, as in \(term.text) – \(CalendarMonth(containing: term.lastDay).next.iso)"))
      }
      return ValueProposal(
        nil,
        Phrase("запишите только сам день или месяц: \(written)", en: "write the day or the month alone: \(term.text)")
      )
    }
    return nil
  }

  /// «сентябрь», «сентябрь – декабрь», «ноябрь – январь 2027»: months without their years.
  private static func months(_ text: String, _ years: YearHint) -> ValueProposal? {
    func month(_ text: String) -> CalendarMonth? {
      if let month = CalendarMonth(everyday: text) { return month }
      return CalendarMonth.number(ofName: text).flatMap {
        CalendarMonth(year: years.year(ofMonth: $0), month: $0)
      }
    }
    let single = text.hasPrefix("в ") ? String(text.dropFirst(2)) : text
    if let month = month(single) {
      return ValueProposal(
        nil,
        Phrase("нет года – допишите его, например: \(month.name)", en: "the year is missing, as in \(month.iso)"))
    }
    for (first, last) in PlannedTerm.halves(of: text) {
      guard let end = month(last), let number = CalendarMonth.number(ofName: first) else { continue }
      let year = number <= end.month ? end.year : end.year - 1
      guard let start = CalendarMonth(year: year, month: number) else { continue }
      return ValueProposal(
        nil,
        Phrase(
          "допишите год, например: \(start.name) – \(end.name)", en: "add the year, as in \(start.iso) – \(end.iso)"))
    }
    return nil
  }

  /// «I квартал 2026», «2 квартал»
  private static func quarter(_ text: String, _ years: YearHint) -> ValueProposal? {
    let words = text.split(separator: " ").map(String.init)
    guard let place = words.firstIndex(where: { $0.hasPrefix("квартал") || $0.hasPrefix("кв.") }), place > 0,
      let number = ["i", "ii", "iii", "iv"].firstIndex(of: words[place - 1]).map({ $0 + 1 })
        ?? words[place - 1].split(separator: "-").first.flatMap({ String($0).smallNumber }),
      (1...4).contains(number)
    else { return nil }
    let year = text.numbers.first { (1900...2100).contains($0) } ?? years.year(ofMonth: number * 3)
    guard let first = CalendarMonth(year: year, month: number * 3 - 2),
      let last = CalendarMonth(year: year, month: number * 3)
    else { return nil }
    return ValueProposal(
      nil, Phrase("запишите месяцы: \(first.name) – \(last.name)", en: "write the months: \(first.iso) – \(last.iso)"))
  }

  /// «в течение года», «ежемесячно», «постоянно», «2025/2026»
  private static func wholeYear(_ text: String, _ years: YearHint) -> ValueProposal? {
    let stems = [
      "в течени", "весь ", "всего ", "постоянно", "ежемесячно", "еженедельно", "ежедневно", "регулярно", "раз в",
    ]
    let written = AcademicYear(everyday: text)
    guard written != nil || stems.contains(where: text.hasPrefix) || text.contains("учебн") else { return nil }
    let year = written ?? years.schoolYear ?? AcademicYear(start: 2025)
    return ValueProposal(
      nil,
      Phrase(
        "запишите период: сентябрь \(year.start) – май \(year.start + 1)",
        en: "write a period: \(year.start)-09 – \(year.start + 1)-05"))
  }
}

extension CalendarMonth {
  fileprivate var next: CalendarMonth { CalendarMonth(containing: firstDay.adding(months: 1)) }
}
