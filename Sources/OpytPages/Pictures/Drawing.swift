import OpytText

/// A picture as a value: marks in a frame. It becomes inline SVG in one place (`Drawing+Markup.swift`), which escapes all
/// words, so that no text of an author can be anything but words in it.
///
/// Geometry stands in attributes, colours in the theme's classes (`assets/pictures.css`): the pages' policy permits no
/// style within them.
struct Drawing: Hashable, Sendable {
  /// How large it is.
  enum Size: Hashable, Sendable {
    /// Units of its own, which grow with the reader's letters: what is wider than a window scrolls in its own frame.
    case fixed(width: Int, height: Int)
    /// As wide as what it stands in: marks have their places in percents of that, words their usual size.
    case stretched(height: Int)
  }

  /// A place, or a length, along one of the sides.
  enum Length: Hashable, Sendable {
    case units(Double)
    case percent(Double)
  }

  struct Place: Hashable, Sendable {
    var x: Length
    var y: Length

    init(_ x: Length, _ y: Length) {
      self.x = x
      self.y = y
    }

    /// In units.
    init(_ x: Double, _ y: Double) { self.init(.units(x), .units(y)) }
  }

  /// The classes that marks may have.
  enum Style: String, Sendable {
    /// Lines that join, whole and where a link of the chain is missing.
    case thread, broken
    /// What a document is drawn as; what is missing; a mark of less weight.
    case box, gap, ring
    case solid, pale
    /// The same, for what the page says it has drawn so many of (`data-of`).
    case lane = "box lane"
    case lacking = "gap lane"
    case spring = "solid stone"
    case stone = "ring stone"
    /// Lines to measure by.
    case rule
    /// Words: where they begin, in their middle, where they end; on a solid mark; above a column.
    case start, middle, end, inside, caption
  }

  enum Mark: Hashable, Sendable {
    case box(Style, Place, width: Length, height: Length)
    case dot(Style, Place, radius: Double)
    case line(Style, Place, Place)
    /// From one place to another in a calm curve that sets out and arrives level; in units.
    /// - sag: how far it hangs below the straight line, in units.
    case curve(Style, from: Place, to: Place, sag: Double = 0)
    /// Many at once, in one element.
    case squares([Square])
    /// - down: how far below its place the words stand, in units.
    case words(Style, Place, down: Double, String)
    /// Marks that lead somewhere, and what they are called where they are heard or pointed at.
    indirect case link(WebAddress?, name: String, [Mark])
  }

  struct Square: Hashable, Sendable {
    let x: Int
    let y: Int
    let side: Int
  }

  /// What it is called; empty for what only adorns and is told beside it.
  let name: String
  let size: Size
  let marks: [Mark]
  var style = "drawing"
}

extension Drawing.Mark {
  static func words(_ style: Drawing.Style, _ place: Drawing.Place, _ words: String) -> Self {
    .words(style, place, down: 0, words)
  }

  /// Lines of words, one below the other.
  static func lines(_ style: Drawing.Style, _ x: Double, _ y: Double, _ lines: [String]) -> [Self] {
    lines.enumerated().map { .words(style, Drawing.Place(x, y + Double($0.offset) * Drawing.lineHeight), $0.element) }
  }
}

extension Drawing {
  /// How large letters are, in units.
  static let letter = 14
  /// From one line of words to the next, in units.
  static let lineHeight = 17.0
}
