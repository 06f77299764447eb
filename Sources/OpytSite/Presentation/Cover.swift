import OpytModel
import OpytText

/// A calm drawing in place of a photo, as inline SVG: the pattern follows the kind, its measures the document, its
/// colour the direction's accent (the theme's `--accent`). The same document always gets the same drawing.
struct Cover: Sendable {
  private var dice: Dice
  private var svg =
    "<svg class=\"cover\" width=\"320\" height=\"120\" viewBox=\"0 0 320 120\" preserveAspectRatio=\"xMidYMid slice\" aria-hidden=\"true\">"

  /// - Parameters:
  ///   - id: the document's id.
  ///   - direction: the id of its first direction; moves the pattern, so that neighbours differ.
  static func fragment(kind: Kind, id: String, direction: String) -> HTMLFragment {
    var cover = Cover(seed: StableHash("\(kind.folder)/\(id)/\(direction)".utf8).value)
    switch kind {
    case .project: cover.drawHills()
    case .masterClass: cover.drawStrips()
    case .methodicalCase: cover.drawCircles()
    default: cover.drawBoard()
    }
    return HTMLFragment(trusted: Array((cover.svg + "</svg>").utf8))
  }

  private init(seed: UInt64) { dice = Dice(state: seed) }

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
      svg += "<path d=\"\(path)V120H0z\" fill-opacity=\".\(14 + index * 9)\"/>"
    }
    svg +=
      "<circle cx=\"\(50 + dice.roll(220))\" cy=\"\(20 + dice.roll(12))\" r=\"\(7 + dice.roll(7))\" fill-opacity=\".55\"/>"
  }

  /// A master class goes step by step: strips of different length.
  private mutating func drawStrips() {
    for row in 0..<5 {
      var x = 14 + dice.roll(30)
      while x < 296 {
        let width = 22 + dice.roll(86)
        let right = min(x + width, 306)
        svg +=
          "<rect x=\"\(x)\" y=\"\(13 + row * 20)\" width=\"\(right - x)\" height=\"13\" rx=\"6.5\" fill-opacity=\".\(16 + dice.roll(5) * 11)\"/>"
        x = right + 9
      }
    }
  }

  /// A case has sides: circles that overlap.
  private mutating func drawCircles() {
    let count = 4 + dice.roll(2)
    for index in 0..<count {
      let x = 30 + index * 260 / max(count - 1, 1) - 12 + dice.roll(24)
      let (y, radius) = (32 + dice.roll(56), 24 + dice.roll(34))
      let isRing = dice.roll(3) == 0
      svg +=
        "<circle cx=\"\(x)\" cy=\"\(y)\" r=\"\(radius)\" "
        + (isRing
          ? "fill=\"none\" stroke=\"currentColor\" stroke-width=\"3\" stroke-opacity=\".5\"/>"
          : "fill-opacity=\".\(14 + dice.roll(4) * 8)\"/>")
    }
  }

  /// A seminar is a timetable: a board with some of its squares taken.
  private mutating func drawBoard() {
    for column in 0..<10 {
      var row = 0
      while row < 4 {
        let height = dice.roll(4) == 0 && row < 3 ? 2 : 1
        let weight = dice.roll(5)
        if weight > 0 {
          svg +=
            "<rect x=\"\(12 + column * 30)\" y=\"\(10 + row * 26)\" width=\"24\" height=\"\(height * 26 - 6)\" rx=\"4\" fill-opacity=\".\(10 + weight * 9)\"/>"
        }
        row += height
      }
    }
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
