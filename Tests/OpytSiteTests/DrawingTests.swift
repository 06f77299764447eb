import OpytModel
import OpytText
import Testing

@testable import OpytPages

/// Pictures as values: where their marks stand, and that nothing of an author gets out of its words.
@Suite struct DrawingTests {
  private static func svg(_ drawing: Drawing?) throws -> String {
    String(decoding: try #require(drawing).fragment.bytes, as: UTF8.self)
  }

  private static func numbers(_ regex: Regex<(Substring, Substring)>, in svg: String) -> [Double] {
    svg.matches(of: regex).compactMap { Double($0.1) }
  }

  private static func link(_ title: String, _ address: String = "a.html") -> LinkModel {
    LinkModel(title: title, url: WebAddress(relative: address))
  }

  private static func day(_ text: String) throws -> CalendarDate { try CalendarDate(parsing: text) }

  private static let hostile = [
    "\"><script>alert(1)</script>", "</text></svg><img src=x onerror=alert(1)>", "\u{0600}<b>", "<\u{301}b>\"\u{301}",
    "' onload='x", "&lt;script&gt;", "]]><!--", "a\u{0}b",
  ]

  // MARK: Words

  @Test(arguments: hostile)
  func wordsAreNeverMarkup(title: String) throws {
    let pictures = [
      Threads.drawing(
        [.init(deficit: Self.link(title), isClosed: true, topics: [Self.link(title)], materials: [Self.link(title)])],
        Self.words),
      River.drawing(
        [.init(number: 1, link: Self.link(title), about: title, bank: 0, year: 0, day: .blank, origins: [])],
        banks: [Self.link(title)], years: [title], name: title, membersOnly: title),
      TimeBar.drawing(
        [.init(number: 1, name: title, url: nil, start: try Self.day("2026-01-01"), end: try Self.day("2026-01-09"))],
        from: try Self.day("2026-01-01"), to: try Self.day("2026-02-01"), first: title, last: title, name: title),
      DateRail.drawing(
        [
          .init(day: try Self.day("2026-01-01"), name: title, url: nil),
          .init(day: try Self.day("2026-03-01"), name: title, url: nil),
        ], name: title
      ) { _ in title },
      LineChart.drawing([.init(value: 1, text: "<1>"), .init(value: 2, text: "\"2")], name: title),
    ]
    for picture in pictures {
      let svg = try Self.svg(picture)
      let tags = svg.matches(of: /<\/?([a-z0-9]+)/).map { String($0.1) }
      #expect(Set(tags).isSubset(of: ["svg", "a", "g", "title", "rect", "circle", "line", "path", "text"]))
      let bare = svg.replacing(/"[^"]*"/, with: "").replacing(/>[^<]*</, with: "><")
      #expect(!bare.contains(/on[a-z]+=/) && !bare.contains("style="))
      #expect(svg.matches(of: /<text/).count == svg.matches(of: /<\/text>/).count)
      // Every quote that opens a value closes one.
      for tag in svg.matches(of: /<[a-z]+[^>]*>/) { #expect(tag.0.count { $0 == "\"" } % 2 == 0, "\(tag.0)") }
    }
  }

  @Test func aPictureHasANameOrIsLeftOut() throws {
    let mark = Drawing.Mark.dot(.solid, Drawing.Place(1, 2), radius: 3)
    func svg(_ name: String, _ marks: [Drawing.Mark]) throws -> String {
      try Self.svg(Drawing(name: name, size: .stretched(height: 9), marks: marks))
    }
    #expect(try svg("", [mark]).contains("aria-hidden=\"true\""))
    #expect(try svg("Имя", [mark]).contains("role=\"img\" aria-label=\"Имя\""))
    // What stands in an image can't be reached: with links it is none.
    let linked = try svg("Имя", [.link(WebAddress(relative: "a.html"), name: "А", [mark])])
    #expect(
      linked.contains("<g role=\"group\" aria-label=\"Имя\">") && linked.contains("<a href=\"a.html\"><title>А</title>")
    )
    #expect(try svg("Имя", [.link(nil, name: "А", [mark])]).contains("<g><title>А</title>"))
  }

  @Test(arguments: [
    (Double.nan, "0"), (.infinity, "0"), (1e300, "0"), (-0.001, "0"), (1.005, "1"), (2.346, "2.35"), (-7, "-7"),
  ])
  func numbersAreShort(number: Double, text: String) { #expect(Drawing.number(number) == text) }

  @Test func wordsAreBrokenIntoLines() {
    func lines(_ words: String) -> [String] { LabelLines.lines(words, length: 10, count: 2) }
    #expect(lines("раз два три четыре") == ["раз два", "три четыре"])
    #expect(lines("раз два три четыре пять") == ["раз два", "три четыр…"])
    #expect(lines("длинноеслововпятьстрок") == ["длинноесл\u{2011}", "ововпятьс…"])
    #expect(lines("").isEmpty)
    #expect(lines(String(repeating: "а", count: 100_000)).count == 2)
  }

  // MARK: Threads

  private static let words = Threads.Words(
    name: "Нити", deficits: "Дефициты", topics: "Темы", materials: "Материалы", noDeficit: "дефицита нет",
    noTopic: "темы нет", noMaterial: "материала нет", closed: "восполнен", membersOnly: "для участников",
    more: { "ещё \($0)" })

  private static func lane(
    _ deficit: String?, closed: Bool = false, topics: Int = 0, materials: Int = 0
  ) -> Threads.Lane {
    Threads.Lane(
      deficit: deficit.map { link($0, "d.html") }, isClosed: closed,
      topics: (0..<topics).map { link("тема \($0)", "t\($0).html") },
      materials: (0..<materials).map { link("материал \($0)", "m\($0).html") })
  }

  @Test(
    arguments: [
      // Nothing is missing.
      (lane("Д", topics: 1, materials: 1), 3, 0, []),
      (lane("Д", topics: 2, materials: 3), 7, 0, []),
      // Each missing link is drawn and said.
      (lane("Д", topics: 2), 4, 1, ["материала нет"]),
      (lane("Д", materials: 2), 2, 2, ["темы нет"]),
      (lane("Д"), 0, 3, ["темы нет", "материала нет"]),
      (lane(nil, topics: 1), 0, 1, ["дефицита нет"]),
      // What is closed lacks nothing.
      (lane("Д", closed: true), 0, 0, []),
      (lane("Д", closed: true, materials: 1), 2, 0, []),
    ] as [(Threads.Lane, Int, Int, [String])])
  func aBrokenThreadIsDrawnAsBroken(lane: Threads.Lane, whole: Int, broken: Int, missing: [String]) throws {
    let svg = try Self.svg(Threads.drawing([lane], Self.words))
    #expect(svg.matches(of: /<path class="thread"/).count == whole)
    #expect(svg.matches(of: /<path class="broken"/).count == broken)
    #expect(svg.matches(of: /<rect class="gap(?: lane)?"/).count == missing.count)
    for words in missing { #expect(svg.contains(">\(words)</text>")) }
    #expect(svg.contains("восполнен") == lane.isClosed)
  }

  @Test func blocksOfALaneLieApartAndInTheFrame() throws {
    let svg = try Self.svg(Threads.drawing([Self.lane("Д", topics: 3, materials: 5), Self.lane("Д")], Self.words))
    let height = try #require(Self.numbers(/viewBox="0 0 [0-9]+ ([0-9]+)"/, in: svg).first)
    let boxes = svg.matches(
      of: /<rect class="[a-z ]+" x="([0-9.]+)" y="([0-9.]+)" width="([0-9.]+)" height="([0-9.]+)"/
    )
    .compactMap { match -> (x: Double, top: Double, bottom: Double)? in
      guard let x = Double(match.1), let y = Double(match.2), let height = Double(match.4) else { return nil }
      return (x, y, y + height)
    }
    #expect(boxes.count == 12)
    for column in Set(boxes.map(\.x)) {
      let own = boxes.filter { $0.x == column }.sorted { $0.top < $1.top }
      for (above, below) in zip(own, own.dropFirst()) { #expect(above.bottom < below.top) }
      #expect(own.allSatisfy { $0.top > 0 && $0.bottom <= height })
    }
  }

  @Test func aLongStackSaysHowManyAreLeft() throws {
    let svg = try Self.svg(Threads.drawing([Self.lane("Д", topics: 9, materials: 50)], Self.words))
    #expect(svg.contains("<a href=\"d.html\"><title>ещё 6</title>"), "three of nine topics")
    #expect(svg.contains("<a href=\"d.html\"><title>ещё 46</title>"), "four of fifty materials")
    // One more is shown rather than counted.
    #expect(!(try Self.svg(Threads.drawing([Self.lane("Д", topics: 4, materials: 5)], Self.words))).contains("ещё"))
  }

  @Test func nothingIsDrawnOfNothing() {
    #expect(Threads.drawing([], Self.words) == nil)
    #expect(River.drawing([], banks: [], years: [], name: "Р", membersOnly: "") == nil)
    #expect(LineChart.drawing([.init(value: 1, text: "1")], name: "Л") == nil)
    #expect(DateRail.drawing([], name: "Д") { _ in "" } == nil)
    #expect(TimeBar.drawing([], from: .blank, to: .blank, first: "", last: "", name: "В") == nil)
    #expect(ExperienceMap.drawing([]) == nil && ExperienceMap.drawing([[0, 0], [0, 0]]) == nil)
  }

  // MARK: River

  @Test func aRiverFlowsThroughYearsAndBanks() throws {
    func mark(_ number: Int, _ bank: Int, _ year: Int, _ day: String, from origins: [Int] = []) throws -> River.Mark {
      River.Mark(
        number: number, link: Self.link("М\(number)", "m\(number).html"), about: "сад", bank: bank, year: year,
        day: try Self.day(day), origins: origins)
    }
    let svg = try Self.svg(
      River.drawing(
        [
          try mark(1, 0, 0, "2024-10-01"), try mark(2, 1, 1, "2026-01-01", from: [1]),
          try mark(3, 1, 1, "2025-10-01", from: [1, 99]), try mark(4, 0, 1, "2026-02-01", from: [2]),
        ], banks: [Self.link("А", "s1.html"), Self.link("Б", "s2.html")], years: ["2024/2025", "2025/2026"], name: "Р",
        membersOnly: "для участников"))
    let places = svg.matches(
      of:
        /<a href="m([0-9])\.html"><title>[^<]*<\/title><circle class="(solid|ring) stone" cx="([0-9.]+)" cy="([0-9.]+)"/
    )
    func x(_ number: Int) -> Double { Double(places.first { $0.1 == "\(number)" }?.3 ?? "") ?? -1 }
    func y(_ number: Int) -> Double { Double(places.first { $0.1 == "\(number)" }?.4 ?? "") ?? -1 }
    #expect(places.count == 4)
    #expect(x(1) < x(3) && x(3) < x(2), "years from left to right, and the older of a year before the newer")
    #expect(y(1) == y(4) && y(1) < y(2) && y(2) == y(3), "a bank for each kindergarten")
    #expect(places.filter { $0.2 == "solid" }.map(\.1) == ["1"], "where it springs from")
    // A stream for each origin that is drawn, which begins and ends at marks.
    let streams = svg.matches(of: /<path class="thread" d="M([0-9.]+) ([0-9.]+)C/).map { "\($0.1) \($0.2)" }
    let spring = "\(Drawing.number(x(1))) \(Drawing.number(y(1)))"
    #expect(streams.sorted() == [spring, spring, "\(Drawing.number(x(2))) \(Drawing.number(y(2)))"].sorted())
    #expect(svg.contains("<a href=\"s2.html\">") && svg.contains(">2025/2026</text>"))
  }

  // MARK: Time

  @Test func stagesAreAsLongAsTheirDays() throws {
    func part(_ number: Int, _ start: String, _ end: String) throws -> TimeBar.Part {
      TimeBar.Part(
        number: number, name: "Э\(number)", url: WebAddress(relative: "#s\(number)"), start: try Self.day(start),
        end: try Self.day(end))
    }
    let svg = try Self.svg(
      TimeBar.drawing(
        [
          try part(1, "2026-03-01", "2026-03-10"), try part(2, "2026-03-11", "2026-04-09"),
          try part(3, "2026-05-09", "2026-06-08"), try part(4, "2025-01-01", "2026-03-02"),
        ], from: try Self.day("2026-03-01"), to: try Self.day("2026-06-08"), first: "начало", last: "конец", name: "Э"))
    // A hundred days: a day is one percent. What lies outside of the project is not drawn.
    #expect(Self.numbers(/<rect class="solid" x="([0-9.]+)%"/, in: svg) == [0, 10, 69])
    #expect(Self.numbers(/<rect class="solid" x="[0-9.]+%" y="[0-9.]+" width="([0-9.]+)%"/, in: svg) == [10, 30, 31])
    #expect(Self.numbers(/<line class="rule" x1="([0-9.]+)%"/, in: svg) == [31, 61, 92], "the first days of months")
    #expect(svg.contains("<a href=\"#s2\"><title>Э2</title>") && svg.contains(">конец</text>"))
  }

  @Test func daysOfAYearStandWhereTheyLie() throws {
    func stops(_ days: [String]) throws -> [DateRail.Stop] {
      try days.map { .init(day: try Self.day($0), name: $0, url: WebAddress(relative: "#\($0)")) }
    }
    let svg = try Self.svg(
      DateRail.drawing(try stops(["2026-01-01", "2026-02-10", "2026-02-11", "2026-04-11"]), name: "Д") { "м\($0)" })
    // From January to April: 120 days.
    #expect(Self.numbers(/<circle class="solid" cx="([0-9.]+)%"/, in: svg) == [0, 33.33, 34.17, 83.33])
    #expect(svg.matches(of: /<a href/).count == 3, "neighbours share a link")
    #expect(svg.contains(">10–11</text>") && svg.contains("<title>2026-02-10; 2026-02-11</title>"))
    #expect(svg.contains(">м1</text>") && svg.contains(">м4</text>"))
    #expect(DateRail.drawing(try stops(["2026-01-01"]), name: "Д") { _ in "" } == nil, "one day tells nothing")
    // The last days that there are.
    _ = DateRail.drawing(try stops(["9999-01-01", "9999-12-31"]), name: "Д") { _ in "" }
  }

  // MARK: Numbers

  @Test func numbersStandAtTheirPoints() throws {
    let svg = try Self.svg(
      LineChart.drawing(
        [.init(value: 0, text: "0"), .init(value: 5, text: "5", turn: 1), .init(value: 10, text: "10")], name: "Л"))
    #expect(Self.numbers(/<circle class="[a-z]+" cx="[0-9.]+%" cy="([0-9.]+)%"/, in: svg) == [90, 56, 22])
    #expect(Self.numbers(/<circle class="[a-z]+" cx="([0-9.]+)%"/, in: svg) == [5, 50, 95])
    #expect(svg.contains("<text class=\"middle\" x=\"95%\" y=\"22%\" dy=\"-13\">10</text>"))
    #expect(svg.contains("<circle class=\"ring\" cx=\"50%\"") && svg.contains("dy=\"4.5\">1</text>"))
    #expect(svg.matches(of: /<line class="thread"/).count == 2)
  }

  @Test func aLongLineHasItsEndsAndItsExtremes() throws {
    let values: [Double] = [3, 4, 9, 4, 3, 1, 3, 4, 3, 4, 5]
    let svg = try Self.svg(LineChart.drawing(values.map { .init(value: $0, text: "\(Int($0))") }, name: "Л"))
    #expect(svg.matches(of: #/>([0-9])</text>/#).map { String($0.1) } == ["3", "9", "1", "5"])
    #expect(svg.matches(of: /<circle/).count == values.count)
  }

  @Test(arguments: [(19, 24), (0, 2), (60, 60)])
  func aShareIsCountedInDots(part: Int, whole: Int) throws {
    let svg = try Self.svg(ShareDots.drawing(try #require(CountedShare(part: part, whole: whole))))
    #expect(svg.matches(of: /<circle class="solid"/).count == part)
    #expect(svg.matches(of: /<circle class="ring"/).count == whole - part)
  }

  @Test(arguments: [(1, 1), (3, 61), (500, 9999)])
  func whatCanNotBeCountedIsNotDrawn(part: Int, whole: Int) throws {
    #expect(ShareDots.drawing(try #require(CountedShare(part: part, whole: whole))) == nil)
  }

  @Test func theMapIsSmall() throws {
    let rows = (0..<ExperienceMap.rowCount).map { row in (0..<ExperienceMap.columnCount).map { row * $0 } }
    #expect(try Self.svg(ExperienceMap.drawing(rows)).utf8.count <= 4096)
    let svg = try Self.svg(ExperienceMap.drawing([[0, 1, 2, 4], [8, 100, 50, 25]]))
    let sides = Self.numbers(/M[0-9]+ [0-9]+h([0-9]+)v/, in: svg)
    #expect(sides == [2, 5, 5, 5, 5, 14, 8, 5], "what is not there is a point, the most is the largest")
  }
}
