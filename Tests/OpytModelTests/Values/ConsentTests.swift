import OpytDiagnostics
import Testing

@testable import OpytModel

/// Consents of people and of photos: what is a number, how long it holds, and what is told.
@Suite struct ConsentTests {
  private let base = TestNetwork.base.addingFile("content/projects/okno.jpg")

  /// What is told of a number in a file of each kind that has one.
  private static func problems(of number: String, _ vocabularies: Vocabularies = Vocabularies()) throws -> [[String]] {
    let person = try decode(
      "фио: Иванова Мария Петровна\nдолжность: тьютор\nсогласие: \"\(number)\"", as: .person, vocabularies: vocabularies
    )
    let photo = try decode(
      "фото: [{файл: okno.jpg, описание: Окно, согласие: \"\(number)\"}]", as: .project, vocabularies: vocabularies)
    return [person, photo].map { $0.problems.filter { $0.contains("value-invalid") } }
  }

  @Test(arguments: [
    "С-2025-001", "№ 12/2024", "СОГ/15", "2025-14", "12", "Ж-3 № 45", "П12-а", "15-п", "№15", "ДО-15", "МБДОУ-5/12",
    "№ 15 от 12.03.2025", "С‑2025–001", "C-2025-001", "XII-5", "12.5", "1/2/3", "С-2025-03-12", "№\u{A0}7", "Й-3",
    "0012",
    "No 15", "С-0",
  ])
  func isANumber(number: String) throws {
    #expect(try Self.problems(of: number) == [[], []])
  }

  @Test(arguments: [
    "отозвано 12.03.2025", "отказ № 5", "0", "000", "№ 0", "нет (запрошено 01.09.2025)", "до 31.12.2020",
    "С-2025-001 отозвано", "С-2025-001 (отозвано)", "С-2025-001, отозвано 12.03.2026", "нет", "НЕТ", "-", "–", "есть",
    "да", "имеется", "получено", "получено 12.03.2025", "12.03.2025", "12.3.2025", "12/03/2025", "2025-03-12",
    "12.03.25",
    "12 марта 2025", "12 марта 2025 г.", "не требуется", "С-5 до 31.12.2026", "С-5 12.03.2026", "от 12.03.2025",
    "с 12.03.2025",
    "да 5", "НЕТ-5", "нет/5", "б/н 5", "б/н от 12.03.2025", "Отказ-5", "ОТКАЗ-5", "OTKAЗ-5", "отказ5", "согласие № 5",
    "сог/15",
    "Иванова 5", "ИВАНОВА-5", "С-5?", "С-5, С-6", "С-5 и С-6 дети", "запрошено 5", "ожидается 15", "по 31 декабря 2026",
    "действует 5", "истекло 5", "истёк 5", "ИСТЕК-5", "withdrawn 5", "until 2026", "yes 1", "none", "5 🙂", "١٢",
    "от\u{301}каз 5", "оття\u{200B}нуто 5",
  ])
  func isNoNumber(text: String) throws {
    for problems in try Self.problems(of: text) { #expect(problems.count == 1, "\(text)") }
  }

  @Test func aNumberIsShort() throws {
    #expect(try Self.problems(of: "С-" + String(repeating: "1", count: 38)) == [[], []])
    for problems in try Self.problems(of: "С-" + String(repeating: "1", count: 39)) { #expect(problems.count == 1) }
    for problems in try Self.problems(of: String(repeating: "С-1 ", count: 9000)) { #expect(problems.count == 1) }
  }

  @Test(arguments: [
    ("отозвано 12.03.2025", "«отозвано: 2025-03-12»"), ("С-2025-001 отозвано", "«согласие: С-2025-001»"),
    ("С-7 до 31 декабря 2026", "«согласие: С-7» и под ней «действует_до: 2026-12-31»"),
    ("до 31.12.2020", "«действует_до: 2020-12-31»"), ("не требуется", "«людей_нет: да»"), ("нет", "уберите поле"),
    ("12 марта 2025", "«согласие: С-2025-014»"), ("сог/15", "СОГ/15"), ("Согласие № 5", "слово «Согласие»"),
    ("С-5, С-6", "знак «,»"),
  ])
  func theAdviceSaysWhatToWrite(text: String, advice: String) {
    let network = base.replacing("consent: С-2", with: "согласие: \"\(text)\"", in: Base.gusev)
      .replacing("title:", with: "фио:", in: Base.gusev).replacing("position:", with: "должность:", in: Base.gusev)
    let told = network.check().diagnostics.filter { $0.code == .valueInvalid }.compactMap(\.advice?.russian)
    #expect(told.count == 1 && told[0].contains(advice), "\(told)")
  }

  @Test(arguments: [
    ("[С-5, С-6]", []), ("С-5", []), ("[С-5, отозвано]", ["value-invalid"]), ("\"С-5, С-6\"", ["value-invalid"]),
    ("\"С-5; С-6\"", ["value-invalid"]), ("[]", ["photo-without-consent"]),
  ])
  func aPhotoHasTheNumbersOfAllWhoAreSeen(written: String, codes: [String]) {
    let network = base.addingFields("photos: [{file: okno.jpg, alt: Окно, consent: \(written)}]", to: Base.project)
    let found = network.check().diagnostics
    #expect(found.map(\.code.rawValue) == codes)
    guard written.hasPrefix("\"") else { return }
    #expect(found.first?.advice?.russian.contains("[С-2025-014, С-2025-015]") == true)
  }

  // MARK: The pattern

  @Test(arguments: [
    ("С-####-###", "С-2025-001", true), ("С-####-###", "с-2025-001", true), ("С-####-###", "C-2025-001", true),
    ("C-####-###", "С–2025–001", true), ("С-####-###", "С-2025-01", false), ("С-####-###", "С-2025-0011", false),
    ("С-####-###", "2025-001", false), ("СОГ/*", "СОГ/15", true), ("СОГ/*", "СОГ/1", true), ("СОГ/*", "СОГ/", false),
    ("*-п", "15-п", true), ("*-п", "15-а", false), ("согласие № *", "согласие № 5", true),
    ("согласие № *", "отказ № 5", false), ("*", "0", false), ("*", "12", true),
    ("С-####-###", "С-2025-001 отозвано", false),
  ])
  func aSiteHasAPattern(pattern: String, number: String, isValid: Bool) throws {
    #expect(ConsentPatternForm.fault(in: pattern) == nil)
    var vocabularies = Vocabularies()
    vocabularies.consentPattern = ConsentPattern(pattern)
    for problems in try Self.problems(of: number, vocabularies) { #expect(problems.isEmpty == isValid, "\(problems)") }
  }

  @Test(arguments: ["", "С-2025", "**", "*#", "*5", String(repeating: "#", count: 61)])
  func isNoPattern(text: String) { #expect(ConsentPatternForm.fault(in: text) != nil) }

  // MARK: How long it holds

  private static let ends: [(fields: String, day: String, code: String?, isShown: Bool)] = [
    ("until: 2026-05-31", "2026-06-01", "consent-ended", false),
    ("until: 2026-06-01", "2026-06-01", "consent-ends-soon", true),
    ("until: 2026-07-01", "2026-06-01", "consent-ends-soon", true), ("until: 2026-07-02", "2026-06-01", nil, true),
    ("withdrawn: 2026-06-01", "2026-06-01", "consent-ended", false),
    ("withdrawn: 2026-06-02", "2026-06-01", "consent-ends-soon", true),
    ("withdrawn: 2027-06-02", "2026-06-01", nil, true),
    // Whichever comes first.
    ("until: 2030-01-01, withdrawn: 2026-03-12", "2026-06-01", "consent-ended", false),
    ("until: 2026-03-12, withdrawn: 2030-01-01", "2026-06-01", "consent-ended", false),
  ]

  @Test(arguments: ends)
  func aPersonIsShownAsLongAsTheConsentHolds(
    fields: String, day: String, code: String?, isShown: Bool
  ) throws {
    let network = try base.replacing(
      "consent: С-2\n", with: "consent: С-2\n" + fields.replacing(", ", with: "\n") + "\n", in: Base.gusev
    ).on(day)
    let checked = network.check()
    let told = checked.diagnostics.map(\.code.rawValue).filter { $0.hasPrefix("consent-") }
    #expect(told == [code].compactMap { $0 })
    let id = try checked.id(Base.gusev)
    #expect(checked.graph.isPublished(id, includingDrafts: true, on: network.today) == isShown)
  }

  @Test(arguments: ends)
  func aPhotoIsShownAsLongAsTheConsentHolds(fields: String, day: String, code: String?, isShown: Bool) throws {
    let network = try base.addingFields(
      "photos: [{file: okno.jpg, alt: Окно, consent: С-1, \(fields)}]", to: Base.project
    ).on(day)
    let checked = network.check()
    let told = checked.diagnostics.map(\.code.rawValue).filter { $0.contains("consent") }
    #expect(told == [code].compactMap { $0 })
    #expect(checked.graph.endedPhotos(on: network.today) == (isShown ? [] : ["content/projects/okno.jpg"]))
  }

  @Test func whatIsToldOfTheEnd() {
    func messages(_ field: String) -> [String] {
      base.replacing("consent: С-2\n", with: "consent: С-2\n\(field)\n", in: Base.gusev).messages.map {
        $0.replacing("\u{A0}", with: " ")
      }
    }
    #expect(
      messages("until: 2026-05-31") == [
        "Гусев Антон Павлович не публикуется с 1 июня 2026 г.: согласие действует по 31 мая 2026 г."
      ])
    #expect(
      messages("withdrawn: 2026-06-10") == ["с 10 июня 2026 г. Гусев Антон Павлович не публикуется: согласие отозвано"])
  }

  // MARK: Photos without people

  @Test(arguments: [true, false])
  func aPhotoThatShowsNobodyNeedsNone(isRequired: Bool) {
    var network = base.addingFields("photos: [{file: okno.jpg, alt: Окно, no_people: yes}]", to: Base.project)
    network.policy.photoConsentRequired = isRequired
    #expect(network.problems == [])
    network = base.addingFields("photos: [{file: okno.jpg, alt: Окно, no_people: no}]", to: Base.project)
    network.policy.photoConsentRequired = isRequired
    #expect(network.problems == ["\(Base.project):2:17 photo-without-consent \(isRequired ? "error" : "warning")"])
  }

  @Test func aWrongConsentIsToldOnce() {
    let network = base.addingFields("photos: [{file: okno.jpg, alt: Окно, consent: отозвано}]", to: Base.project)
    #expect(network.problems == ["\(Base.project):2:47 value-invalid error"])
  }
}
