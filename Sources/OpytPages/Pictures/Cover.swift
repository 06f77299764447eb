import OpytModel
import OpytText

/// A calm drawing in place of a photo, as inline SVG in the colour of the direction's accent (the theme's `--accent`). It
/// draws what its document tells in numbers: stages and their days, steps and their minutes, sessions and their hours;
/// where it tells none, a pattern of its kind whose measures are the document's own. The same document always gets the
/// same drawing.
///
/// Covers stand in every list: they are written straight into their bytes, at most 800 of them.
struct Cover: Sendable {
  private var dice: Dice
  private var svg = ""
  /// Whether it is stretched to its place: numbers must not be cut at its edges.
  private var isStretched = false

  /// What is drawn: each kind of material has its own.
  enum Pattern: Sendable {
    case hills, strips, circles, board, stairs
  }

  /// What a document tells in numbers.
  enum Figures: Sendable {
    case none
    /// Stages: from where to where in the project's time, in parts of a hundred.
    case spans([(start: Int, end: Int)])
    /// The minutes of steps, one after the other.
    case minutes([Int])
    /// By day: when its sessions begin and end, in minutes.
    case days([[(start: Int, end: Int)]])
    /// How many steps there are, turns of a cycle, questions.
    case count(Int)
  }

  /// - Parameters:
  ///   - id: the document's id.
  ///   - direction: the id of its first direction; moves the pattern, so that neighbours differ.
  init(_ pattern: Pattern, _ figures: Figures = .none, kind: Kind, id: String, direction: String) {
    dice = Dice(state: StableHash("\(kind.folder)/\(id)/\(direction)".utf8).value)
    switch (pattern, figures) {
    case (_, .spans(let spans)) where spans.count > 1: draw(spans)
    case (_, .minutes(let minutes)) where minutes.count > 1: draw(minutes: minutes)
    case (_, .days(let days)) where !days.isEmpty: draw(days)
    case (.circles, .count(let count)) where count > 0: drawCircles(count)
    case (.stairs, .count(let count)) where count > 1: drawStairs(count)
    case (.hills, _): drawHills()
    case (.strips, _): drawStrips()
    case (.circles, _): drawCircles(4 + dice.roll(2))
    case (.board, _): drawBoard()
    case (.stairs, _): drawStairs(4 + dice.roll(4))
    }
  }

  var fragment: HTMLFragment {
    let fit = isStretched ? "none" : "xMidYMid slice"
    let head =
      "<svg class=\"cover\" width=\"320\" height=\"120\" viewBox=\"0 0 320 120\" preserveAspectRatio=\"\(fit)\" aria-hidden=\"true\">"
    return HTMLFragment(trusted: Array((head + svg + "</svg>").utf8))
  }

  // MARK: Figures

  private static let shown = 12

  /// The stages of a project, each in its time, over a hill.
  private mutating func draw(_ spans: [(start: Int, end: Int)]) {
    isStretched = true
    fill(
      "M0 \(76 + dice.roll(20))Q\(80 + dice.roll(60)) \(20 + dice.roll(30)) 320 \(60 + dice.roll(30))V120H0z",
      percent: 12)
    var shades = Shades()
    let rows = min(spans.count, Self.shown)
    let step = 84 / rows
    for (row, span) in spans.prefix(rows).enumerated() {
      // 280 units are the whole time.
      let x = 20 + span.start * 28 / 10
      shades.add("M\(x) \(20 + row * step + step / 2)h\(max((span.end - span.start) * 28 / 10, 2))", shade: row % 2 + 1)
    }
    stroke(shades, width: max(min(step - 5, 14), 3), isRound: false)
  }

  /// The steps of a class: the longer one is, the wider and the higher it stands.
  private mutating func draw(minutes: [Int]) {
    drawGround()
    let minutes = minutes.prefix(Self.shown).map { min(max($0, 1), 1000) }
    let (whole, longest) = (minutes.reduce(0, +), minutes.max() ?? 1)
    let room = 280 - 4 * (minutes.count - 1)
    var x = 20
    for (index, length) in minutes.enumerated() {
      let (width, height) = (max(room * length / whole, 2), 16 + 64 * length / longest)
      fill("M\(x) \(104 - height)h\(width)v\(height)h\(-width)z", percent: 25 + index % 3 * 15)
      x += width + 4
    }
  }

  /// The days of a programme as columns, from eight in the morning to eight in the evening.
  private mutating func draw(_ days: [[(start: Int, end: Int)]]) {
    isStretched = true
    var shades = Shades()
    let days = days.prefix(Self.shown)
    let step = 280 / days.count
    let shift = dice.roll(3)
    for (column, sessions) in days.enumerated() {
      for (index, session) in sessions.prefix(8).enumerated() {
        func place(_ minute: Int) -> Int { 10 + (min(max(minute, 480), 1200) - 480) * 100 / 720 }
        let top = place(session.start)
        shades.add(
          "M\(20 + column * step + step / 2) \(top)v\(max(place(session.end) - top - 2, 3))", shade: (index + shift) % 3
        )
      }
    }
    stroke(shades, width: min(max(step - 8, 6), 60), isRound: false)
  }

  /// A slope of the document's own, below what is stretched over it.
  private mutating func drawGround() {
    isStretched = true
    fill("M0 \(50 + dice.roll(60))L320 \(50 + dice.roll(60))V120H0z", percent: 10)
  }

  // MARK: Patterns

  /// A project grows: hills, one behind the other.
  private mutating func drawHills() {
    let count = 3 + dice.roll(2)
    for index in 0..<count {
      let base = 34 + index * 70 / count
      var path = "M0 \(base + dice.roll(18))"
      for step in 0..<3 {
        let end = step == 2 ? 320 : (step + 1) * 107
        path += "Q\(end - 54 + dice.roll(20)) \(base - 26 + dice.roll(52)) \(end) \(base + dice.roll(22))"
      }
      fill(path + "V120H0z", percent: 14 + index * 9)
    }
    let (x, y, radius) = (50 + dice.roll(220), 20 + dice.roll(12), 7 + dice.roll(7))
    svg += "<circle cx=\"\(x)\" cy=\"\(y)\" r=\"\(radius)\" fill-opacity=\".55\"/>"
  }

  /// A master class goes step by step: strips of different length.
  private mutating func drawStrips() {
    var shades = Shades()
    for row in 0..<5 {
      var x = 20 + dice.roll(30)
      while x < 290 {
        let width = min(10 + dice.roll(80), 300 - x)
        shades.add("M\(x) \(20 + row * 20)h\(width)", shade: dice.roll(3))
        x += width + 22
      }
    }
    stroke(shades, width: 13, isRound: true)
  }

  /// A case has sides: circles that overlap, one for each of its questions.
  private mutating func drawCircles(_ sides: Int) {
    let count = min(sides, 6)
    for index in 0..<count {
      let x = (count == 1 ? 140 : 18 + index * 260 / (count - 1)) + dice.roll(24)
      let (y, radius) = (32 + dice.roll(56), 24 + dice.roll(34))
      let look =
        dice.roll(3) == 0
        ? "fill=\"none\" stroke=\"currentColor\" stroke-width=\"3\" stroke-opacity=\".5\""
        : "fill-opacity=\".\(14 + dice.roll(4) * 8)\""
      svg += "<circle cx=\"\(x)\" cy=\"\(y)\" r=\"\(radius)\" \(look)/>"
    }
  }

  /// A seminar is a timetable: a board with some of its squares taken.
  private mutating func drawBoard() {
    var shades = Shades()
    for column in 0..<10 {
      var row = 0
      while row < 4 {
        let height = dice.roll(4) == 0 && row < 3 ? 2 : 1
        let shade = dice.roll(4)
        if shade < 3 { shades.add("M\(24 + column * 30) \(10 + row * 26)v\(height * 26 - 6)", shade: shade) }
        row += height
      }
    }
    stroke(shades, width: 24, isRound: false)
  }

  /// Recommendations lead up: one stair for each step.
  private mutating func drawStairs(_ steps: Int) {
    drawGround()
    let count = min(steps, Self.shown)
    let width = 280 / count
    for index in 0..<count {
      let height = 14 + 80 * (index + 1) / count + dice.roll(5)
      fill("M\(20 + index * width) 120v\(-height)h\(width - 3)v\(height)z", percent: 18 + index * 30 / count)
    }
  }

  /// Pieces of a path by how dark they are: one element for each shade keeps a page small.
  private struct Shades {
    var paths = ["", "", ""]

    mutating func add(_ piece: String, shade: Int) { paths[shade] += piece }
  }

  private mutating func stroke(_ shades: Shades, width: Int, isRound: Bool) {
    svg +=
      "<g fill=\"none\" stroke=\"currentColor\" stroke-width=\"\(width)\"\(isRound ? " stroke-linecap=\"round\"" : "")>"
    for (index, path) in shades.paths.enumerated() where !path.isEmpty {
      svg += "<path d=\"\(path)\" stroke-opacity=\".\(18 + index * 15)\"/>"
    }
    svg += "</g>"
  }

  private mutating func fill(_ path: String, percent: Int) {
    svg += "<path d=\"\(path)\" fill-opacity=\".\(percent)\"/>"
  }
}

/// Numbers that look random and are the same on every run (SplitMix64).
private struct Dice {
  var state: UInt64

  /// From 0 up to, and without, `sides`.
  mutating func roll(_ sides: Int) -> Int {
    state &+= 0x9e37_79b9_7f4a_7c15
    var mixed = (state ^ (state >> 30)) &* 0xbf58_476d_1ce4_e5b9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94d0_49bb_1331_11eb
    return Int((mixed ^ (mixed >> 31)) % UInt64(sides))
  }
}
