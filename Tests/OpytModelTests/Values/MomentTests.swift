import OpytDiagnostics
import Testing

@testable import OpytModel

@Suite("Moments: a date, or a date and time")
struct MomentTests {
  private func start(_ text: String) throws -> (moment: Moment?, problems: [String]) {
    let (value, problems) = try content(of: "start", "start: \(text)", as: .event)
    if case .moment(let moment) = value { return (moment, problems) }
    return (nil, problems)
  }

  @Test(
    "with a time have the forms of a date, then blanks or a T",
    arguments: [
      "2026-03-12 13:30", "2026-03-12T13:30", "2026-03-12  13:30", "2026-03-12\u{A0}13:30", "12.03.2026 13:30",
      "12.03.2026T13:30", "12 марта 2026 13:30", "12 МАРТА 2026 \u{202F}13:30", "12\u{A0}марта\u{A0}2026\u{A0}13:30",
      "\" 2026-03-12 13:30 \"", "'12 марта 2026 13:30'",
    ])
  func dateAndTime(_ text: String) throws {
    let (moment, problems) = try start(text)
    #expect(problems == [])
    #expect(moment?.iso == "2026-03-12T13:30")
    #expect(moment?.time?.text == "13:30")
  }

  @Test(
    "without a time are dates", arguments: ["2026-03-12", "12.03.2026", "12 марта 2026", "\" 12\u{A0}марта 2026 \""])
  func dateAlone(_ text: String) throws {
    let (moment, problems) = try start(text)
    #expect(problems == [])
    #expect(moment?.iso == "2026-03-12")
    #expect(moment?.time == nil)
  }

  @Test("an hour may have one digit, and ISO 8601 gives it two", arguments: ["9:05", "09:05"])
  func hours(_ time: String) throws {
    #expect(try start("2026-03-12 \(time)").moment?.iso == "2026-03-12T09:05")
    #expect(try start("2026-03-12 \(time)").moment?.time?.text == "9:05")
  }

  @Test(
    "a day that is not in the calendar is told, and never shifted",
    arguments: ["2026-02-30", "2026-02-30 13:30", "30.02.2026T13:30", "31 сентября 2025 9:00"])
  func noSuchDay(_ text: String) throws {
    #expect(try start(text).problems == ["2:8 date-invalid error"])
    #expect(messages(text) == ["такого дня нет: «\(text)»"])
  }

  @Test(
    "what stands behind a date is a time",
    arguments: ["24:00", "13:60", "13-30", "1330", "13", "13:3", "13:30:00", "13:30Z"])
  func noSuchTime(_ time: String) throws {
    #expect(try start("2026-03-12 \(time)").problems == ["2:8 date-invalid error"])
    #expect(messages("2026-03-12 \(time)") == ["это не время: «\(time)»"])
  }

  @Test(
    "nothing else is one",
    arguments: [
      "вчера", "2026-03-12 утром", "2026-03-1213:30", "2026-03-12TT13:30", "T13:30", "2026-03-12T",
    ])
  func otherForms(_ text: String) throws {
    #expect(try start(text).problems == ["2:8 date-invalid error"])
    #expect(messages(text) == ["это не дата: «\(text)»"])
    let network = TestNetwork.base.replacing("start: 2026-06-01 13:30", with: "start: \(text)", in: Base.event)
    #expect(
      network.check().diagnostics.first?.advice?.russian
        == "запишите 2026-03-12, 12.03.2026 или 12 марта 2026, а если нужно – и время: 2026-03-12 13:30")
  }

  private func messages(_ text: String) -> [String] {
    TestNetwork.base.replacing("start: 2026-06-01 13:30", with: "start: \(text)", in: Base.event).messages
  }

  @Test(
    "one is earlier than another where that is known",
    arguments: [
      ("2026-03-11", "2026-03-12", true), ("2026-03-11 23:00", "2026-03-12 9:00", true),
      ("2026-03-12 9:00", "2026-03-12 10:00", true), ("2026-03-12 9:00", "2026-03-12 9:00", false),
      ("2026-03-12", "2026-03-12 9:00", false), ("2026-03-12 9:00", "2026-03-12", false),
      ("2026-03-12", "2026-03-12", false), ("2026-03-12 10:00", "2026-03-12 9:00", false),
      ("2026-03-13", "2026-03-12 9:00", false),
    ])
  func earlier(_ left: String, _ right: String, _ isEarlier: Bool) throws {
    #expect(try Moment(parsing: left).isEarlier(than: Moment(parsing: right)) == isEarlier)
  }

  @Test("are listed by day, then by time, without a time first")
  func order() throws {
    let texts = ["2026-03-13", "2026-03-12 10:00", "2026-03-12", "2026-03-12 0:00", "2026-03-12 9:00"]
    let sorted = try texts.map { try Moment(parsing: $0) }.sorted().map(\.iso)
    #expect(
      sorted == ["2026-03-12", "2026-03-12T00:00", "2026-03-12T09:00", "2026-03-12T10:00", "2026-03-13"])
  }
}
