/// The three Russian plural forms: 1 проект, 2 проекта, 5 проектов (CLDR `one`, `few`, `many`).
public struct Plural: Hashable, Sendable {
  public let one: String
  public let few: String
  public let many: String

  public init(_ one: String, _ few: String, _ many: String) {
    self.one = one
    self.few = few
    self.many = many
  }

  /// The form that goes with `count`, without the number.
  public func form(for count: Int) -> String {
    switch PluralRule.russian.category(of: count) {
    case .one, .exactlyOne: one
    case .few: few
    case .many, .other: many
    }
  }

  /// The number and its word, joined with a no-break space.
  public func counted(_ count: Int) -> String { "\(count)\u{A0}\(form(for: count))" }
}
