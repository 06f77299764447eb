import OpytDiagnostics
import Testing

@testable import OpytModel

/// Rules 4, 9, 17 and what a programme says of its sessions.
@Suite("Invariants of seminar programmes")
struct SeminarInvariantTests {
  /// The base with sessions of its programme, one a line from line 14 on; each is `date start end title` and more fields.
  private func network(_ sessions: [String]) -> TestNetwork {
    let lines = sessions.map { session -> String in
      let parts = session.split(separator: " ", maxSplits: 4).map(String.init)
      let more = parts.count == 5 ? ", \(parts[4])" : ""
      return "  - {date: \(parts[0]), start: '\(parts[1])', end: '\(parts[2])', title: \(parts[3]), form: клуб\(more)}"
    }
    let old = "sessions: [{date: 2025-10-16, start: 9:30, end: 11:00, title: Открытие, form: семинар}]"
    return TestNetwork.base.replacing(old, with: (["sessions:"] + lines).joined(separator: "\n"), in: Base.seminar)
  }

  private func problems(_ sessions: String...) -> [String] {
    network(sessions).problems.map { $0.replacing(Base.seminar + ":", with: "") }
  }

  private func overlaps(_ sessions: String...) -> [String] {
    network(sessions).problems.filter { $0.contains("sessions-overlap") }.map {
      String($0.dropFirst(Base.seminar.count + 1).prefix { $0 != " " })
    }
  }

  // MARK: 4: presenters

  @Test("a presenter leads one session at a time")
  func presenter() {
    let network = network([
      "2025-10-16 9:00 10:00 А presenters: [ilina]", "2025-10-16 9:59 11:00 Б presenters: [gusev, ilina]",
    ])
    #expect(
      network.problems.filter { !$0.contains("dominates") } == ["content/seminars/igra.md:15:95 sessions-overlap error"]
    )
    #expect(network.messages.contains("Ильина Марина Сергеевна ведёт два занятия одновременно: «А» и «Б»"))
    let english = network.check().diagnostics.map(\.message.english)
    #expect(english.contains("Ильина Марина Сергеевна leads two sessions at once: “А” and “Б”"))
  }

  @Test("each overlap with a long session is told")
  func longSession() {
    let places = overlaps(
      "2025-10-16 9:00 17:00 А presenters: [ilina]", "2025-10-16 10:00 11:00 Б presenters: [ilina]",
      "2025-10-16 12:00 13:00 В presenters: [ilina]", "2025-10-16 17:00 18:00 Г presenters: [ilina]")
    #expect(places == ["15:89", "16:89"])
  }

  @Test("sessions are compared by their times, not by their order")
  func order() {
    let places = overlaps(
      "2025-10-16 10:30 11:30 А presenters: [ilina]", "2025-10-16 10:00 11:00 Б presenters: [ilina]")
    #expect(places == ["14:89"])
  }

  @Test("the same start and end overlap")
  func sameTime() {
    let places = overlaps("2025-10-16 10:00 11:00 А room: Зал", "2025-10-16 10:00 11:00 Б room: Зал")
    #expect(places == ["15:82"])
  }

  @Test(
    "sessions that do not overlap",
    arguments: [
      // Back to back.
      [
        "2025-10-16 9:00 10:00 А presenters: [ilina], room: Зал",
        "2025-10-16 10:00 11:00 Б presenters: [ilina], room: Зал",
      ],
      // On another day.
      [
        "2025-10-16 9:00 10:00 А presenters: [ilina], room: Зал",
        "2025-10-17 9:00 10:00 Б presenters: [ilina], room: Зал",
      ],
      // Parallel, elsewhere, by others.
      [
        "2025-10-16 9:00 10:00 А presenters: [ilina], room: Зал",
        "2025-10-16 9:00 10:00 Б presenters: [gusev], room: Класс",
      ],
      // The same name in another kindergarten is another room.
      ["2025-10-16 9:00 10:00 А room: Зал", "2025-10-16 9:00 10:00 Б room: Зал, kindergarten: sad-2"],
      // Where nothing is known of the place.
      ["2025-10-16 9:00 10:00 А", "2025-10-16 9:00 10:00 Б"],
      // A name given twice is one person.
      [
        "2025-10-16 9:00 10:00 А presenters: [ilina, Ильина Марина Сергеевна]",
        "2025-10-16 10:00 11:00 Б presenters: [gusev]",
      ],
    ])
  func noOverlap(_ sessions: [String]) {
    #expect(network(sessions).problems.filter { !$0.contains("dominates") && !$0.contains("repeated") } == [])
  }

  // MARK: 4: rooms

  @Test("a room has one session at a time, however it is spelt")
  func room() {
    let network = network([
      "2025-10-16 9:00 10:00 А room: Музыкальный зал", "2025-10-16 9:30 10:30 Б room: «музыкальный  зал»",
    ])
    #expect(network.problems == ["content/seminars/igra.md:15:81 sessions-overlap error"])
    #expect(network.messages == ["в аудитории «Музыкальный зал» два занятия одновременно: «А» и «Б»"])
  }

  @Test("the host's room is meant where no kindergarten is named")
  func hostRoom() {
    #expect(
      problems("2025-10-16 9:00 10:00 А room: Зал", "2025-10-16 9:30 10:30 Б room: Зал, kindergarten: sad-5") == [
        "15:81 sessions-overlap error"
      ])
  }

  @Test("a kindergarten that is misspelt is told, and its room is compared with none")
  func unknownKindergarten() {
    #expect(
      problems("2025-10-16 9:00 10:00 А room: Зал", "2025-10-16 9:30 10:30 Б room: Зал, kindergarten: sad-22") == [
        "15:100 reference-unresolved error"
      ])
  }

  // MARK: Times and the academic year

  @Test("a session ends after it starts", arguments: [("9:00", true), ("8:30", true), ("9:01", false)])
  func times(_ end: String, _ isWrong: Bool) {
    #expect(problems("2025-10-16 9:00 \(end) А") == (isWrong ? ["14:44 dates-out-of-order error"] : []))
  }

  @Test("a session with its times exchanged is told once")
  func exchangedTimes() {
    #expect(
      problems("2025-10-16 11:00 9:00 А room: Зал", "2025-10-16 10:00 11:30 Б room: Зал") == [
        "14:45 dates-out-of-order error"
      ])
  }

  @Test(
    "sessions fall into the academic year",
    arguments: [("2025-08-31", true), ("2025-09-01", false), ("2026-08-31", false), ("2026-09-01", true)])
  func academicYear(_ date: String, _ isWrong: Bool) {
    let network = network(["\(date) 9:00 10:00 А"])
    #expect(network.problems == (isWrong ? ["content/seminars/igra.md:14:12 academic-year-mismatch error"] : []))
    #expect(
      network.messages == (isWrong ? ["занятие не в учебном году 2025/2026 (с 1 сентября по 31 августа)"] : []))
  }

  // MARK: 17

  @Test(
    "one presenter holds more than half",
    arguments: [
      (["[ilina]", "[ilina]"], "Ильина Марина Сергеевна ведёт больше половины занятий (2 из 2)"),
      (["[ilina]", "[ilina, gusev]", ""], "Ильина Марина Сергеевна ведёт больше половины занятий (2 из 3)"),
      (["[ilina, ilina]", "[ilina]", "[gusev]"], "Ильина Марина Сергеевна ведёт больше половины занятий (2 из 3)"),
    ])
  func dominance(_ presenters: [String], _ message: String) {
    let network = network(withPresenters: presenters)
    #expect(
      network.problems.filter { !$0.contains("repeated") } == [
        "content/seminars/igra.md:2:8 presenter-dominates warning"
      ])
    #expect(network.messages.first == message)
  }

  @Test(
    "or half and no more, or the only session",
    arguments: [
      ["[ilina]", "[gusev]"], ["[ilina]", "[ilina]", "[gusev]", "[gusev]"], ["[ilina]"], ["", ""],
      ["[ilina, ilina]", ""],
    ])
  func noDominance(_ presenters: [String]) {
    #expect(network(withPresenters: presenters).problems.filter { !$0.contains("repeated") } == [])
  }

  private func network(withPresenters presenters: [String]) -> TestNetwork {
    network(
      presenters.enumerated().map { number, names in
        "2025-10-1\(number) 9:00 10:00 Занятие" + (names.isEmpty ? "" : " presenters: \(names)")
      })
  }

  // MARK: Breaks and the registration

  /// Each line is a session as it is written.
  private func problems(writing lines: [String]) -> [String] {
    let old = "sessions: [{date: 2025-10-16, start: 9:30, end: 11:00, title: Открытие, form: семинар}]"
    let network = TestNetwork.base.replacing(
      old, with: (["sessions:"] + lines.map { "  - {date: 2025-10-16, \($0)}" }).joined(separator: "\n"),
      in: Base.seminar)
    return network.problems.map { $0.replacing(Base.seminar + ":", with: "") }
  }

  @Test(
    "a break and the registration need no form",
    arguments: ["part: break", "part: registration", "вид: перерыв", "вид: Регистрация"])
  func pauses(part: String) {
    #expect(problems(writing: ["start: '9:00', end: '9:30', title: Сбор, \(part)"]) == [])
  }

  @Test(
    "everything else needs one", arguments: ["", ", part: session", ", part: plenary", ", вид: рефлексия"])
  func forms(part: String) {
    let line = "start: '9:00', end: '9:30', title: Сбор\(part)"
    #expect(problems(writing: [line]) == ["14:59 value-missing error"])
    #expect(problems(writing: [line + ", form: клуб"]) == [])
  }

  @Test("a wrong form is told once")
  func wrongForm() {
    let told = problems(writing: ["start: '9:00', end: '9:30', title: Сбор, form: кулб"])
    #expect(told.count == 1 && told[0].contains("vocabulary-unknown"))
    let part = problems(writing: ["start: '9:00', end: '9:30', title: Сбор, part: перерывв"])
    #expect(part.count == 1 && part[0].contains("vocabulary-unknown error перерыв"))
  }

  @Test("pauses go on beside sessions in one room, and are not counted")
  func pausesAreNoSessions() {
    let sessions = [
      "start: '9:00', end: '11:00', title: А, form: клуб, room: Зал, presenters: [ilina]",
      "start: '10:00', end: '10:30', title: Б, part: break, room: Зал, presenters: [ilina]",
      "start: '11:00', end: '12:00', title: В, form: клуб, room: Зал, presenters: [gusev]",
      "start: '8:00', end: '9:00', title: Г, part: registration, presenters: [ilina]",
    ]
    #expect(problems(writing: sessions) == [])
    // The same as sessions.
    let all = sessions.map {
      $0.replacing("part: break", with: "form: клуб").replacing("part: registration", with: "form: клуб")
    }
    let told = problems(writing: all)
    #expect(told.contains { $0.contains("sessions-overlap") } && told.contains { $0.contains("presenter-dominates") })
  }
}
