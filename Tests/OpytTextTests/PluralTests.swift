import OpytText
import Testing

struct PluralTests {
  private static let project = Plural("проект", "проекта", "проектов")

  @Test(arguments: [
    (0, "проектов"), (1, "проект"), (2, "проекта"), (4, "проекта"), (5, "проектов"), (10, "проектов"),
    (11, "проектов"), (12, "проектов"), (14, "проектов"), (15, "проектов"), (20, "проектов"), (21, "проект"),
    (22, "проекта"), (25, "проектов"), (100, "проектов"), (101, "проект"), (111, "проектов"), (112, "проектов"),
    (121, "проект"), (1_000_011, "проектов"), (-1, "проект"), (-2, "проекта"), (Int.min, "проектов"),
  ])
  func form(_ count: Int, word: String) {
    #expect(Self.project.form(for: count) == word)
  }

  @Test func countedKeepsNumberAndWordTogether() {
    #expect(Self.project.counted(5) == "5\u{A0}проектов")
  }
}
