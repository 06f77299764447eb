import OpytDiagnostics
import Testing

@testable import OpytModel

@Suite("Terms of a plan: a day, a month or a period")
struct PlannedTermTests {
  private func network(_ text: String) -> TestNetwork {
    TestNetwork.base.replacing("term: 2026-03", with: "term: \(text)", in: Base.plan)
  }

  private func term(_ text: String) throws -> (term: PlannedTerm?, problems: [String]) {
    let network = network(text)
    let term = try network.check().entity(Base.plan, as: MethodPlan.self).topics[0].actions[0].term
    return (term.isAbsent ? nil : term.value, network.problems)
  }

  @Test(
    "have the forms of dates, of months, and two of them",
    arguments: [
      ("2026-03-12", "2026-03-12"), ("12.03.2026", "2026-03-12"), ("12 марта 2026 г.", "2026-03-12"),
      ("2026-03", "2026-03"), ("03.2026", "2026-03"), ("март 2026", "2026-03"), ("Март 2026 г.", "2026-03"),
      ("марта 2026 года", "2026-03"), ("в марте 2026", "2026-03"), ("март\u{A0}2026", "2026-03"),
      ("2025-10-01 – 2026-03-31", "2025-10-01 – 2026-03-31"), ("01.10.2025-31.03.2026", "2025-10-01 – 2026-03-31"),
      ("с 1 октября 2025 по 31 марта 2026", "2025-10-01 – 2026-03-31"), ("2025-10 – 2026-03", "2025-10 – 2026-03"),
      ("2025-10/2026-03", "2025-10 – 2026-03"), ("октябрь 2025 — март 2026", "2025-10 – 2026-03"),
      ("с октября 2025 по март 2026", "2025-10 – 2026-03"), ("сентябрь – декабрь 2025", "2025-09 – 2025-12"),
      ("сентябрь-декабрь 2025", "2025-09 – 2025-12"), ("с сентября по декабрь 2025 г.", "2025-09 – 2025-12"),
      ("1–15 марта 2026", "2026-03-01 – 2026-03-15"), ("с 1 по 15 марта 2026", "2026-03-01 – 2026-03-15"),
      ("28 февраля – 5 марта 2026", "2026-02-28 – 2026-03-05"), ("01.03–15.03.2026", "2026-03-01 – 2026-03-15"),
      ("сентябрь – 15 декабря 2025", "2025-09 – 2025-12-15"), ("\"[2025-10, 2026-03]\"", nil),
      ("\"март 2026\"", "2026-03"),
    ] as [(String, String?)])
  func forms(_ text: String, _ expected: String?) throws {
    let found = try term(text)
    #expect(found.term?.text == expected, "\(found.problems)")
    if expected != nil { #expect(found.problems == []) }
  }

  @Test("a period may be a list of two")
  func list() throws {
    let found = try term("[октябрь 2025, 2026-03-31]")
    #expect(found.problems == [])
    #expect(found.term?.text == "2025-10 – 2026-03-31")
    #expect(try term("[2025-10]").problems == ["\(Base.plan):4:66 value-invalid error"])
    #expect(try term("[2025-10, 2025-11, 2025-12]").problems == ["\(Base.plan):4:66 value-invalid error"])
  }

  @Test("begin and end with their days")
  func days() throws {
    let term = try #require(try term("октябрь 2025 – февраль 2026").term)
    #expect(term.firstDay.iso == "2025-10-01" && term.lastDay.iso == "2026-02-28")
    #expect(term.day == nil && term.month.iso == "2025-10")
    #expect(try self.term("2026-03-12").term?.day?.iso == "2026-03-12")
    #expect(try self.term("2026-03-12 – 2026-03-12").term?.day?.iso == "2026-03-12")
  }

  @Test(
    "what has no one reading is told with the form to write",
    arguments: [
      ("март", "нет года – допишите его, например: март 2026"),
      ("сентябрь", "нет года – допишите его, например: сентябрь 2025"),
      ("сентябрь – май", "допишите год, например: сентябрь 2025 – май 2026"),
      ("ноябрь – январь 2026", "допишите год, например: ноябрь 2025 – январь 2026"),
      ("до 15 мая 2026", "запишите только сам день или месяц: 15 мая 2026"),
      ("до мая 2026 г.", "запишите только сам день или месяц: май 2026"),
      ("с сентября 2025", "нет конца – допишите его, например: сентябрь 2025 – октябрь 2025"),
      ("в течение года", "запишите период: сентябрь 2025 – май 2026"),
      ("ежемесячно", "запишите период: сентябрь 2025 – май 2026"),
      ("2025/2026", "запишите период: сентябрь 2025 – май 2026"),
      ("I квартал 2026", "запишите месяцы: январь 2026 – март 2026"),
      ("4 квартал", "запишите месяцы: октябрь 2025 – декабрь 2025"),
      ("25 ноября", "нет года – допишите его, например: 25 ноября 2025"),
      ("5.06.2026", "день и месяц – двумя цифрами: 05.06.2026"),
      ("скоро", "запишите день, месяц или период: 12 марта 2026, март 2026, сентябрь 2025 – май 2026"),
      ("2026-13", "запишите день, месяц или период: 12 марта 2026, март 2026, сентябрь 2025 – май 2026"),
    ])
  func mends(_ text: String, _ advice: String) throws {
    let diagnostics = network(text).check().diagnostics
    #expect(diagnostics.map(\.code) == [.dateInvalid])
    #expect(diagnostics.first?.message.russian == "это не срок: «\(text)»")
    #expect(diagnostics.first?.advice?.russian == advice)
    // What is told as the mend works.
    #expect(diagnostics.first?.message.english != diagnostics.first?.message.russian)
  }

  @Test(
    "a day that is not in the calendar is told, and never shifted",
    arguments: ["30 февраля 2026", "31.04.2026", "2026-02-30", "1–31 апреля 2026", "с 1 по 30.02.2026"])
  func noSuchDay(_ text: String) throws {
    let found = try term(text)
    #expect(found.term == nil)
    #expect(network(text).messages == ["такого дня нет: «\(text)»"])
  }
}
