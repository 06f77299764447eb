import OpytDiagnostics
import OpytLayout
import OpytText
import Testing

@Suite struct FingerprintTests {
  private static func fingerprint(_ value: LayoutValue) -> Fingerprint {
    var hasher = StableHasher()
    value.hash(into: &hasher)
    return hasher.fingerprint
  }

  @Test func valuesThatDifferHaveDifferentFingerprints() {
    let bytes = Array("сад".utf8)
    let values: [LayoutValue] = [
      .absent, .text(""), .text("сад"), .html(HTMLFragment(trusted: bytes)), .html(HTMLFragment(trusted: [])),
      .url(WebAddress(relative: "сад")), .url(WebAddress(relative: "")), .number(0), .number(1), .number(-1),
      .flag(true), .flag(false), .list([]), .record([]), .list([.absent]), .record([.absent]), .list([.list([])]),
      .list([.list([.text("a")]), .list([])]), .list([.list([]), .list([.text("a")])]),
      .record([.text("ab"), .text("c")]), .record([.text("a"), .text("bc")]), .record([.text("abc"), .absent]),
      .list([.list([.text("a"), .text("b")])]), .list([.list([.text("a")]), .text("b")]),
      .record([.record([.absent]), .absent]), .record([.absent, .record([.absent])]),
    ]
    #expect(Set(values.map(Self.fingerprint)).count == values.count)
  }

  @Test(arguments: 0..<20)
  func equalValuesAndNoOthersHaveEqualFingerprints(seed: Int) {
    var random = RandomLayouts(seed: UInt64(seed))
    let type = LayoutType.record(random.record(depth: 2))
    let values = (0..<60).map { _ in random.value(type) }
    let fingerprints = values.map(Self.fingerprint)
    for (one, own) in zip(values, fingerprints) {
      #expect(values.map { $0 == one } == fingerprints.map { $0 == own })
    }
  }

  private static func layout(
    _ page: String, _ others: [String: String] = [:], rule: PluralRule = .russian, string: String = "сад"
  ) throws -> CompiledLayout {
    let sources = [LayoutSource(name: "page", file: "page", text: page)]
    let message = try MessageFormat(parsing: string)
    let library = LayoutLibrary(
      sources: sources + others.map { LayoutSource(name: $0.key, file: $0.key, text: $0.value) },
      strings: StringTable(["s": .init(message, at: SourceLocation(file: "ru.json"))], rule: rule))
    return try #require(library.compile("page", for: TestPage.type).layout)
  }

  @Test func whateverChangesWhatIsPrintedChangesALayoutsFingerprint() throws {
    let plural = "{count, plural, one {a} other {b}}"
    let layouts = try [
      Self.layout(""), Self.layout("a"), Self.layout("{{title}}"), Self.layout("{{count}}"), Self.layout("{{title}}a"),
      Self.layout("{{#title}}a{{/title}}"), Self.layout("{{^title}}a{{/title}}"), Self.layout("{{#tags}}a{{/tags}}"),
      Self.layout("{{#tags}}{{/tags}}a"), Self.layout("{{#tags}}{{.}}{{/tags}}"), Self.layout("{{author.name}}"),
      Self.layout("{{#links}}{{.}}{{/links}}"), Self.layout("{{strings.s}}"),
      Self.layout("{{strings.s}}", string: "дом"),
      Self.layout("{{strings.s}}", string: plural), Self.layout("{{strings.s}}", rule: .english, string: plural),
      Self.layout("{{strings.s}}", string: "{count, plural, one {a} few {b}}"),
      Self.layout("{{>part}}", ["part": "x"]), Self.layout("{{>part}}", ["part": "y"]),
    ]
    #expect(Set(layouts.map(\.fingerprint)).count == layouts.count)
    #expect(
      try Self.layout("{{>part}}", ["part": "x"]).fingerprint == Self.layout("x").fingerprint,
      "what prints the same is the same")
  }

  @Test func aPageIsItsLayoutAndItsValue() throws {
    let layout = try Self.layout("{{title}}")
    let other = try Self.layout("{{title}}.")
    let page = TestPage.sample
    var changed = TestPage.type.value { $0["title"] = .text("Другое") }
    #expect(layout.fingerprint(of: page) == layout.fingerprint(of: page))
    #expect(layout.fingerprint(of: page) != other.fingerprint(of: page))
    #expect(layout.fingerprint(of: page) != layout.fingerprint(of: changed))
    // What the layout doesn't print is not in a value made for it.
    changed = TestPage.type.value {
      $0["title"] = .text("Огород & «дом»")
      $0["count"] = .number(100)
    }
    #expect(
      layout.fingerprint(of: page.restricted(to: layout.usage))
        == layout.fingerprint(of: changed.restricted(to: layout.usage)))
  }
}
