import OpytDiagnostics
import Testing

@testable import OpytModel

/// Events of several days tell the hours of each (3), and nobody is busy between them (27).
@Suite struct EventDayTests {
  /// The base event goes on from 10 to 12 June 2026.
  private func network(_ days: String, _ fields: String = "") -> TestNetwork {
    TestNetwork.base.adding(
      "content/events/shkola.md",
      """
      ---
      title: Летняя школа
      form: клуб
      start: 2026-06-10
      end: 2026-06-12
      task: Учиться.
      initiators: [gusev]
      \(fields)days: [\(days)]
      ---
      """)
  }

  private func told(_ days: String) -> [String] {
    network(days).problems.filter { $0.contains("shkola") }.map { String($0.split(separator: " ")[1]) }
  }

  @Test(arguments: [
    "{date: 2026-06-10}", "{date: 2026-06-10, start: 9:00}, {date: 2026-06-12, end: 15:00}",
    "{date: 2026-06-12, start: 9:00, end: 9:01}, {date: 10 июня 2026, start: 9:00}, {date: 11.06.2026}",
    "{дата: 2026-06-10, начало: 9:00, окончание: 15:30}",
  ])
  func daysWithinTheEventAreFine(days: String) {
    #expect(told(days) == [])
  }

  @Test(arguments: [
    ("{date: 2026-06-09}", ["event-day-outside"]), ("{date: 2026-06-13, start: 9:00}", ["event-day-outside"]),
    ("{date: 2025-06-10}", ["event-day-outside"]),
    ("{date: 2026-06-10}, {date: 2026-06-10, start: 9:00}", ["event-day-repeated"]),
    ("{date: 2026-06-13}, {date: 2026-06-13}", ["event-day-outside", "event-day-outside", "event-day-repeated"]),
    ("{date: 2026-06-10, start: 9:00, end: 9:00}", ["dates-out-of-order"]),
    ("{date: 2026-06-10, start: 15:00, end: 9:00}", ["dates-out-of-order"]),
    ("{start: 9:00}", ["value-missing"]), ("{date: завтра}", ["date-invalid"]),
    ("{date: 2026-06-10, start: утром}", ["date-invalid"]),
  ])
  func othersAreTold(days: String, codes: [String]) {
    #expect(told(days).sorted() == codes.sorted())
  }

  @Test func whatIsWrongIsSaidInWords() {
    #expect(
      network("{date: 2026-06-13}").messages.contains(
        "13\u{A0}июня\u{A0}2026\u{A0}г. событие не идёт: оно с 10\u{A0}июня\u{A0}2026\u{A0}г. по 12\u{A0}июня\u{A0}2026\u{A0}г."
      ))
  }

  @Test(arguments: [("10:00", true), ("8:00", false), ("15:00", false)])
  func nobodyIsBusyBetweenTheDays(hour: String, isBusy: Bool) {
    let end = hour == "8:00" ? "9:00" : hour == "10:00" ? "11:00" : "16:00"
    let other = """
      ---
      title: Совет
      form: клуб
      start: 2026-06-11 \(hour)
      end: 2026-06-11 \(end)
      task: Решить.
      initiators: [gusev]
      ---
      """
    let problems = network("{date: 2026-06-10, start: 9:00, end: 17:00}, {date: 2026-06-11, start: 9:00, end: 12:00}")
      .adding("content/events/sovet.md", other).problems
    #expect(problems.contains { $0.contains("presenter-busy") } == isBusy, "\(problems)")
  }
}
