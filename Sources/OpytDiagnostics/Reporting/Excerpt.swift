/// A line of a file as a terminal shows it, and the carets that go under a place in it.
struct Excerpt {
  /// The line's number and, for the line of carets, as much space.
  let number: String
  let emptyNumber: String
  let text: String
  /// What goes before the carets.
  let margin: String
  let carets: String

  /// A longer line is shown as a window around the place.
  private static let width = 110
  private static let scalarsBefore = 40

  init(line: LineWindow, range: SourceRange) {
    let scalars = Array(line.text.unicodeScalars)
    func index(_ position: SourcePosition) -> Int {
      min(max(0, Int(position.column) - 1 - line.skipped), scalars.count)
    }
    let first = index(range.start)
    let last = range.end.line == range.start.line ? index(range.end) : scalars.count
    let windowStart = max(0, min(first - Self.scalarsBefore, scalars.count - Self.width))
    let windowEnd = min(scalars.count, windowStart + Self.width)
    let isCutBefore = windowStart > 0 || line.skipped > 0
    let isCutBehind = windowEnd < scalars.count || line.isCut

    let digits = String(range.start.line)
    number = Self.spaces(4 - digits.count) + digits
    emptyNumber = Self.spaces(max(4, digits.count))
    text = (isCutBefore ? "…" : "") + Self.shown(scalars[windowStart..<windowEnd]) + (isCutBehind ? "…" : "")
    margin = Self.spaces((isCutBefore ? 1 : 0) + Self.columns(scalars[windowStart..<first]))
    let underlined = first..<max(first, min(last, windowEnd))
    carets = String(repeating: "^", count: max(1, Self.columns(scalars[underlined])))
  }

  private static let tab = "    "

  private static func shown(_ scalars: ArraySlice<Unicode.Scalar>) -> String {
    var view = String.UnicodeScalarView()
    for scalar in scalars {
      switch scalar {
      case "\t": view.append(contentsOf: tab.unicodeScalars)
      case _ where scalar.isPrintable: view.append(scalar)
      default: view.append("\u{FFFD}")
      }
    }
    return String(view)
  }

  /// How many columns a terminal gives to what `shown` makes of the scalars.
  private static func columns(_ scalars: ArraySlice<Unicode.Scalar>) -> Int {
    scalars.reduce(0) { columns, scalar in
      switch scalar {
      case "\t": columns + tab.count
      case _ where !scalar.isPrintable: columns + 1
      case _ where scalar.properties.isGraphemeExtend || scalar.properties.isDefaultIgnorableCodePoint: columns
      case _ where scalar.properties.isEmojiPresentation: columns + 2
      default: columns + 1
      }
    }
  }

  private static func spaces(_ count: Int) -> String { String(repeating: " ", count: max(0, count)) }
}

extension Unicode.Scalar {
  /// Whether a terminal shows it and does nothing else. Controls steer it, line separators and bidirectional marks
  /// make a text read as what it is not.
  var isPrintable: Bool {
    switch properties.generalCategory {
    case .control, .lineSeparator, .paragraphSeparator: false
    default: !isBidirectionalControl
    }
  }

  /// Marks that reorder the text around them (Unicode UAX #9 §2).
  public var isBidirectionalControl: Bool {
    switch value {
    case 0x200E, 0x200F, 0x061C, 0x202A...0x202E, 0x2066...0x2069: true
    default: false
    }
  }
}
