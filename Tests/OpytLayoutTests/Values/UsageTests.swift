import OpytDiagnostics
import OpytLayout
import OpytText
import Testing

/// What a layout can reach, and values made for that.
@Suite struct UsageTests {
  /// The names that are asked for: `cards.title`; a record or list of which nothing is asked stands by itself.
  private static func names(_ usage: LayoutUsage, _ type: RecordType) -> [String] {
    type.fields.enumerated().flatMap { index, field -> [String] in
      let asked = usage[index]
      if asked.isNothing { return [] }
      var inner = field.type
      while case .list(let item) = inner { inner = item }
      guard case .record(let record) = inner else { return [field.name] }
      let below = names(asked, record)
      return below.isEmpty ? [field.name] : below.map { "\(field.name).\($0)" }
    }
  }

  private static let strings: StringTable = {
    let texts = [
      "plain": "Слова", "named": "Это {title}", "nested": "{author.name}",
      "counted": "{count, plural, one {# сад} many {# садов}}",
      "inner": "{count, plural, one {сад} other {сады: {title}}}",
    ]
    return StringTable(
      texts.compactMapValues { text in
        (try? MessageFormat(parsing: text)).map { .init($0, at: SourceLocation(file: "ru.json")) }
      })
  }()

  private static func compile(
    _ page: String, _ others: [String: String] = [:], _ strings: StringTable = strings, for type: RecordType
  ) -> CompiledLayout? {
    let sources = [LayoutSource(name: "page", file: "page", text: page)]
    return LayoutLibrary(
      sources: sources + others.map { LayoutSource(name: $0.key, file: $0.key, text: $0.value) }, strings: strings
    ).compile("page", for: type).layout
  }

  @Test(arguments: [
    ("", []),
    ("слова {{strings.plain}}", []),
    ("{{title}}", ["title"]),
    // Asked for in a condition only.
    ("{{#title}}x{{/title}}", ["title"]),
    ("{{^isDraft}}x{{/isDraft}}", ["isDraft"]),
    ("{{#author}}x{{/author}}", ["author"]),
    ("{{^cards}}x{{/cards}}", ["cards"]),
    ("{{#cards}}x{{/cards}}", ["cards"]),
    ("{{^author.name}}x{{/author.name}}", ["author.name"]),
    // A path into a record, a section over a record, the dot.
    ("{{author.name}}", ["author.name"]),
    ("{{#author}}{{name}}{{title}}{{/author}}", ["title", "author.name"]),
    ("{{#author.tags}}{{.}}{{/author.tags}}", ["author.tags"]),
    ("{{#title}}{{.}}{{/title}}", ["title"]),
    ("{{#author}}{{#.}}{{name}}{{/.}}{{/author}}", ["author.name"]),
    // Through lists, and from inside a loop outwards.
    ("{{#cards}}{{title}}{{/cards}}", ["cards.title"]),
    ("{{#cards}}{{#author}}{{name}}{{/author}}{{/cards}}", ["cards.author.name"]),
    ("{{#cards}}{{author.page}}{{count}}{{/cards}}", ["count", "cards.author.page"]),
    ("{{#cards}}{{#author.tags}}{{.}}{{title}}{{/author.tags}}{{/cards}}", ["cards.title", "cards.author.tags"]),
    // The slot of a loop that is over serves the next one.
    ("{{#cards}}{{title}}{{/cards}}{{#links}}{{.}}{{/links}}", ["cards.title", "links"]),
    ("{{#links}}{{.}}{{/links}}{{#cards}}{{address}}{{/cards}}", ["cards.address", "links"]),
    // Strings: an argument, a number that only chooses the form, an argument inside a form.
    ("{{strings.named}}", ["title"]),
    ("{{strings.counted}}", ["count"]),
    ("{{#cards}}{{strings.inner}}{{/cards}}", ["count", "cards.title"]),
    ("{{strings.nested}}", ["author.name"]),
    // Partials, parents and blocks.
    ("{{#cards}}{{>part}}{{/cards}}", ["cards.title", "cards.address"]),
    ("{{>part}}", ["title", "address"]),
    ("{{<base}}{{$main}}{{count}}{{/main}}{{/base}}", ["count", "isDraft"]),
    ("{{<base}}{{/base}}", ["isDraft", "tags"]),
  ])
  func whatIsReached(page: String, expected: [String]) throws {
    let others = [
      "part": "{{title}}{{>inner}}", "inner": "{{#address}}<a href=\"{{address}}\"></a>{{/address}}",
      "base": "{{^isDraft}}{{$main}}{{#tags}}{{.}}{{/tags}}{{/main}}{{/isDraft}}",
    ]
    let layout = try #require(Self.compile(page, others, for: TestPage.type))
    #expect(Self.names(layout.usage, TestPage.type) == expected)
    #expect(layout.string(TestPage.sample.restricted(to: layout.usage)) == layout.string(TestPage.sample))
  }

  @Test func onlyWhatIsAskedForIsEvaluated() throws {
    struct Card: Sendable { var title = "Карточка" }
    struct Page: Sendable { var cards = [Card(), Card()] }
    func never<Model, Value>(_ name: String) -> @Sendable (Model) -> Value? {
      { _ in
        Issue.record("“\(name)” was evaluated")
        return nil
      }
    }
    let card = LayoutSchema<Card>(.text("title", \.title), .text("summary", never("cards.summary")))
    let page = LayoutSchema<Page>(
      .text("title", never("title")), .list("cards", of: card, \.cards),
      .record("first", card) { $0.cards.first },
      .init("own", .record(card.type)) { model, usage in
        #expect(Self.names(usage, card.type) == ["title"])
        return model.cards.first.map { card.value(of: $0, for: usage) } ?? .absent
      })
    let layout = try #require(
      Self.compile("{{#cards}}{{title}} {{/cards}}{{#first}}{{title}}{{/first}}{{own.title}}", for: page.type))
    let value = page.value(of: Page(), for: layout.usage)
    let small = LayoutValue.record([.text("Карточка"), .absent])
    #expect(value == .record([.absent, .list([small, small]), small, small]))
    #expect(layout.string(value) == "Карточка Карточка КарточкаКарточка")
  }

  @Test func fieldsOfAPartAreMadeForTheSameUsage() throws {
    struct Part: Sendable { var inner: Int }
    struct Whole: Sendable { var part: Part? }
    let number = LayoutSchema<Int>(
      .number("value") { $0 },
      .number("other") { _ in
        Issue.record("“other” was evaluated")
        return nil
      })
    let part = LayoutSchema<Part>(.record("inner", number, \.inner), .number("plain", \.inner))
    let whole = LayoutSchema<Whole>(part.fields(of: \Whole.part))
    let layout = try #require(Self.compile("{{inner.value}}", for: whole.type))
    #expect(
      whole.value(of: Whole(part: Part(inner: 7)), for: layout.usage)
        == .record([.record([.number(7), .absent]), .absent]))
    #expect(whole.value(of: Whole(), for: layout.usage) == .record([.absent, .absent]))
  }

  @Test func union() {
    let one = LayoutUsage(fields: [1: .presence])
    let other = LayoutUsage(fields: [0: LayoutUsage(fields: [2: .presence]), 1: LayoutUsage(fields: [0: .everything])])
    let both = one.union(other)
    #expect(both == other.union(one))
    #expect(both[0] == LayoutUsage(fields: [2: .presence]))
    #expect(both[1] == LayoutUsage(fields: [0: .everything]))
    #expect(both[1][0][9] == .everything)
    #expect(both[2] == .nothing)
    for usage in [one, other, .presence, .everything, .nothing] {
      #expect(usage.union(.nothing) == usage)
      #expect(LayoutUsage.nothing.union(usage) == usage)
      #expect(usage.union(.everything) == .everything)
      #expect(usage.union(usage) == usage)
      #expect(usage.isNothing == (usage == .nothing))
    }
  }

  @Test func theUsageOfARecordIsThatOfAllItsPlaces() throws {
    let page = "{{author.name}}{{#cards}}{{#author}}{{#tags}}{{.}}{{/tags}}{{/author}}{{/cards}}"
    let layout = try #require(Self.compile(page, for: TestPage.type))
    #expect(Self.names(layout.usage(of: TestPage.author), TestPage.author) == ["name", "tags"])
    #expect(Self.names(layout.usage(of: TestPage.card), TestPage.card) == ["author.tags"])
    #expect(layout.usage(of: TestPage.type) == layout.usage)
    #expect(layout.usage(of: RecordType([("name", .text)])) == .nothing)
    #expect(LayoutUsage.everything.usage(of: TestPage.author, in: TestPage.type) == .everything)
    #expect(LayoutUsage.everything.usage(of: RecordType([("name", .text)]), in: TestPage.type) == .nothing)
  }

  /// A schema that takes a value apart and puts it together again, through the constructors that page models use.
  private static func schema(for type: RecordType) -> LayoutSchema<LayoutValue> {
    @Sendable func part(_ value: LayoutValue, _ index: Int) -> LayoutValue {
      if case .record(let values) = value { values[index] } else { .absent }
    }
    return LayoutSchema<LayoutValue>(
      type.fields.enumerated().map { index, field in
        switch field.type {
        case .record(let inner):
          return .record(field.name, schema(for: inner)) { value in
            let value = part(value, index)
            return value == .absent ? nil : value
          }
        default:
          return .init(field.name, field.type) { value, usage in part(value, index).restricted(to: usage) }
        }
      })
  }

  @Test(arguments: 0..<40)
  func aValueMadeForItsUsagePrintsTheSame(seed: Int) throws {
    var random = RandomLayouts(seed: UInt64(seed))
    let strings = StringTable(
      try RandomLayouts.strings.mapValues {
        .init(try MessageFormat(parsing: $0), at: SourceLocation(file: "ru.json"))
      })
    for _ in 0..<6 {
      let type = random.record(depth: 3)
      let page = random.layout(for: type)
      let layout = try #require(Self.compile(page, random.partials, strings, for: type), "\(page)")
      for _ in 0..<4 {
        let value = LayoutValue.record(type.fields.map { random.value($0.type) })
        let made = Self.schema(for: type).value(of: value, for: layout.usage)
        #expect(made == value.restricted(to: layout.usage))
        #expect(layout.string(made) == layout.string(value), "\(page)")
        #expect(Self.schema(for: type).value(of: value) == value)
      }
    }
  }
}
