import OpytDiagnostics
import Testing

@testable import OpytModel

/// Who worked where on a day.
@Suite("Posts")
struct PostTests {
  private static let base = TestNetwork.base

  /// `sad-5: воспитатель` for each post that is held on a day.
  private static func posts(_ fields: String, on day: String) throws -> [String] {
    let person = "---\ntitle: Орлова Вера Ивановна\nconsent: С-3\n\(fields)\n---\n"
    let path = "content/people/orlova.md"
    let checked = base.adding(path, person).check()
    #expect(!checked.diagnostics.contains { $0.severity == .error }, "\(checked.diagnostics.map(\.message.russian))")
    return try checked.document(path).posts(on: CalendarDate(parsing: day)).map { post in
      let place = post.place.map { checked.graph[$0].decoded.id } ?? "–"
      return "\(place): \(post.position?.key ?? "–")"
    }
  }

  private static let moved =
    "posts: [{kindergarten: sad-2, position: тьютор, from: 2020-09-01, to: 2025-08-31}, "
    + "{kindergarten: sad-5, position: методист, from: 2025-09-01}]"

  @Test(
    "of a history are those of the day, its ends with it",
    arguments: [
      ("2020-08-31", []), ("2020-09-01", ["sad-2: тьютор"]), ("2025-08-31", ["sad-2: тьютор"]),
      ("2025-09-01", ["sad-5: методист"]), ("2040-01-01", ["sad-5: методист"]),
    ] as [(String, [String])])
  func history(_ day: String, _ expected: [String]) throws {
    #expect(try Self.posts(Self.moved, on: day) == expected)
  }

  @Test("without days count for all days", arguments: ["1990-01-01", "2026-06-01", "2040-01-01"])
  func undated(_ day: String) throws {
    #expect(try Self.posts("position: тьютор\nkindergarten: sad-2", on: day) == ["sad-2: тьютор"])
    #expect(try Self.posts("posts: [{kindergarten: sad-2, position: тьютор}]", on: day) == ["sad-2: тьютор"])
  }

  @Test("of today begin when the last one is over")
  func today() throws {
    let fields =
      "position: методист\nkindergarten: sad-5\nposts: [{kindergarten: sad-2, position: тьютор, to: 2025-08-31}]"
    #expect(try Self.posts(fields, on: "2025-08-31") == ["sad-2: тьютор"])
    #expect(try Self.posts(fields, on: "2025-09-01") == ["sad-5: методист"])
  }

  @Test("may be several at once")
  func several() throws {
    let fields =
      "posts: [{kindergarten: sad-2, position: тьютор, from: 2025-09-01}, {kindergarten: sad-5, position: методист}]"
    #expect(try Self.posts(fields, on: "2026-01-12") == ["sad-5: методист", "sad-2: тьютор"])
    #expect(try Self.posts(fields, on: "2025-01-12") == ["sad-5: методист"])
  }

  @Test("are not told twice: of one place the history knows more")
  func once() throws {
    let fields =
      "position: методист\nkindergarten: sad-5\nposts: [{kindergarten: sad-5, position: тьютор, from: 2025-09-01}]"
    #expect(try Self.posts(fields, on: "2026-01-12") == ["sad-5: тьютор"])
    #expect(try Self.posts(fields, on: "2025-01-12") == [])
  }

  @Test("of a guest are with a partner")
  func guest() throws {
    #expect(
      try Self.posts("position: библиотекарь\npartner: biblioteka", on: "2026-01-12") == ["biblioteka: библиотекарь"])
    let both = "position: тьютор\nkindergarten: sad-2\nорганизация: Детская библиотека"
    #expect(try Self.posts(both, on: "2026-01-12") == ["sad-2: тьютор", "biblioteka: тьютор"])
  }

  @Test(
    "make a position superfluous, and nothing else does",
    arguments: [
      ("posts: [{kindergarten: sad-2, position: тьютор}]", true), ("kindergarten: sad-2", false), ("posts: []", false),
      ("posts:", false), ("", false),
    ])
  func required(_ fields: String, _ isEnough: Bool) throws {
    let (_, problems) = try decode("title: Орлова Вера Ивановна\n\(fields)", as: .person)
    #expect(problems.contains { $0.hasSuffix("value-missing error") } != isEnough, "\(problems)")
  }

  @Test("are read in Russian, and one category is a list of one")
  func russian() throws {
    let (document, problems) = try decode(
      """
      фио: Орлова Вера Ивановна
      категория: высшая
      места_работы:
        - сад: sad-2
          должность: мл. воспитатель
          с: 1 сентября 2020
          по: 31.08.2025
      """, as: .person)
    #expect(
      problems.map { $0.split(separator: " ").dropFirst().joined(separator: " ") } == [
        "vocabulary-unknown error младший воспитатель"
      ])
    let person = try #require(document.entity as? Person)
    #expect(person.categories.map(\.value.key) == ["высшая"])
    #expect(person.posts.first?.to?.value.iso == "2025-08-31")
  }

  @Test(
    "of other words are suggested",
    arguments: [
      ("медсестра", "медицинская сестра"), ("доцент", "преподаватель вуза"), ("замзав", "заместитель заведующего"),
      ("помощник воспитателя", "младший воспитатель"), ("сотрудник библиотеки", "библиотекарь"),
      ("помощник", "ассистент (помощник)"),
    ])
  func synonyms(_ typed: String, _ meant: String) throws {
    let (_, problems) = try decode("title: Орлова Вера Ивановна\nposition: \(typed)", as: .person)
    #expect(problems == ["3:11 vocabulary-unknown error \(meant)"])
  }

  @Test(
    "of partners have their types",
    arguments: [
      ("ММС", "methodical_service"), ("институт", "institute"), ("ИРО", "institute"), ("школа", "school"),
      ("вуз", "university"), ("музей", "museum"), ("театр", "theatre"), ("спортивная школа", "sport"),
    ])
  func partnerTypes(_ typed: String, _ key: String) throws {
    let (document, problems) = try decode("title: А\ntype: \(typed)", as: .partner)
    #expect(problems == [])
    #expect((document.entity as? Partner)?.type?.value.key == key)
  }
}
