import OpytModel
import OpytText

/// A calm drawing in place of a photo, as inline SVG: the pattern follows the kind, its measures the document, its
/// colour the direction's accent (the theme's `--accent`). The same document always gets the same drawing.
struct Cover: Sendable {
  private var dice: Dice
  private var svg =
    "<svg class=\"cover\" width=\"320\" height=\"120\" viewBox=\"0 0 320 120\" preserveAspectRatio=\"xMidYMid slice\" aria-hidden=\"true\">"

  /// What is drawn: each kind of material has its own.
  enum Pattern: Sendable {
    case hills, strips, circles, board
  }

  /// - Parameters:
  ///   - id: the document's id.
  ///   - direction: the id of its first direction; moves the pattern, so that neighbours differ.
  init(_ pattern: Pattern, kind: Kind, id: String, direction: String) {
    dice = Dice(state: StableHash("\(kind.folder)/\(id)/\(direction)".utf8).value)
    switch pattern {
    case .hills: drawHills()
    case .strips: drawStrips()
    case .circles: drawCircles()
    case .board: drawBoard()
    }
  }

  var fragment: HTMLFragment { HTMLFragment(trusted: Array((svg + "</svg>").utf8)) }

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

  /// A case has sides: circles that overlap.
  private mutating func drawCircles() {
    let count = 4 + dice.roll(2)
    for index in 0..<count {
      let x = 18 + index * 260 / max(count - 1, 1) + dice.roll(24)
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
