import OpytText
import Testing

@Suite struct MessageFormatTests {
  private static let projects = "{count, plural, one {# проект} few {# проекта} many {# проектов}} сети"

  @Test(arguments: [
    (1, "1 проект сети"), (2, "2 проекта сети"), (5, "5 проектов сети"), (11, "11 проектов сети"),
    (21, "21 проект сети"), (0, "0 проектов сети"), (112, "112 проектов сети"),
  ])
  func russianPlurals(count: Int, expected: String) throws {
    let message = try MessageFormat(parsing: Self.projects)
    #expect(message.formatted(["count": .number(count)], .russian) == expected)
  }

  /// Over a list of 21 stands the plural, although the number 21 goes with the singular.
  @Test(arguments: [(0, "Авторы"), (1, "Автор"), (2, "Авторы"), (21, "Авторы"), (101, "Авторы")])
  func oneMayStandApart(count: Int, expected: String) throws {
    let message = try MessageFormat(parsing: "{count, plural, =1 {Автор} other {Авторы}}")
    #expect(message.formatted(["count": .number(count)], .russian) == expected)
    #expect(message.missingCategories(.russian).isEmpty)
  }

  @Test func theNumberOneHasItsFormBesideTheSingular() throws {
    let message = try MessageFormat(parsing: "{n, plural, =1 {один} one {# сад} few {# сада} many {# садов}}")
    let texts = [1, 21, 2, 5].map { message.formatted(["n": .number($0)], .russian) }
    #expect(texts == ["один", "21 сад", "2 сада", "5 садов"])
    #expect(try MessageFormat(parsing: "{n, plural, =1 {один}}").missingCategories(.russian) == [.one, .few, .many])
  }

  @Test(arguments: [(1, "1 case"), (0, "0 cases"), (2, "2 cases"), (21, "21 cases")])
  func englishPlurals(count: Int, expected: String) throws {
    let message = try MessageFormat(parsing: "{n, plural, one {# case} other {# cases}}")
    #expect(message.formatted(["n": .number(count)], .english) == expected)
  }

  @Test(arguments: [
    ("Просто # текст", "Просто # текст"), ("{title} – страница {number}", "Огород – страница 2"), ("", ""),
    ("{ title }", "Огород"), ("{nothing}!", "!"), ("{number, plural, other {{title} {number}}}", "Огород 2"),
    ("{title, plural, other {x}}!", "!"),
  ])
  func placesAreFilled(text: String, expected: String) throws {
    let message = try MessageFormat(parsing: text)
    #expect(message.formatted(["title": .text("Огород"), "number": .number(2)], .russian) == expected)
  }

  @Test(arguments: [
    ("{", MessageFormat.Fault.unclosedBrace), ("{a", .unclosedBrace), ("{a, plural, one {x}", .unclosedBrace),
    ("a}", .unopenedBrace), ("{}", .nameExpected), ("{a b}", .nameExpected), ("{a, date, x}", .unknownType("date")),
    ("{a, plural, two {x}}", .unknownCategory("two")), ("{a, plural, =2 {x}}", .unknownCategory("=2")),
    ("{a, plural, one {x} one {y}}", .categoryTwice("one")),
    ("{a, plural, }", .formsExpected), ("{a, plural}", .formsExpected), ("{a, plural, one x}", .formsExpected),
    (String(repeating: "{a, plural, other {", count: 10), .nestedTooDeep),
  ])
  func faults(text: String, expected: MessageFormat.Fault) {
    #expect(throws: expected) { try MessageFormat(parsing: text) }
  }

  @Test func argumentsAndMissingForms() throws {
    let message = try MessageFormat(parsing: "{a} {b, plural, one {{c}} few {x}}")
    #expect(message.arguments == ["a": false, "b": true, "c": false])
    #expect(message.missingCategories(.russian) == [.many])
    #expect(message.missingCategories(.english) == [.other])
    #expect(try MessageFormat(parsing: "{b, plural, other {x}}").missingCategories(.russian) == [])
  }
}
