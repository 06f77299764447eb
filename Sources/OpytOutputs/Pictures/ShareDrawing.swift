import OpytMedia
import OpytModel
package import OpytPages

/// The pictures that are shown elsewhere beside links: flat patterns as the covers on pages have them, without a word, in
/// the colours of the directions. Each pattern is drawn and compressed once, and given out in every colour.
package enum ShareDrawing {
  /// Nil only when memory is exhausted.
  package static func bytes(of picture: SharePicture, _ context: PresentationContext) -> [UInt8]? {
    drawing(of: picture.kind)?.bytes(palette: context.shades(of: picture, count: 16))
  }

  private static func drawing(of kind: Kind?) -> IndexedPNG? {
    switch kind {
    case .project: growth
    case .masterClass: strips
    case .methodicalCase: sides
    case .seminarProgram: timetable
    case .lessonPlan: minutes
    case .guideline: sheets
    default: network
    }
  }

  // Wherever a link is shown, it is known what it leads to before it is read.
  private static let growth = Sheet.growth.png
  private static let strips = Sheet.strips.png
  private static let sides = Sheet.sides.png
  private static let timetable = Sheet.timetable.png
  private static let minutes = Sheet.minutes.png
  private static let sheets = Sheet.sheets.png
  private static let network = Sheet.network.png
}

/// A drawing in the making: rectangles, each over those before it. Shades go from 0, the paper, to 15, the colour itself.
private struct Sheet {
  private var rectangles: [IndexedPNG.Rectangle] = []

  private init() {
    add(0, 0, 1200, 630, shade: 1)
    add(0, 606, 1200, 24, shade: 15)
  }

  var png: IndexedPNG? {
    IndexedPNG(width: SharePicture.size.width, height: SharePicture.size.height, rectangles)
  }

  private mutating func add(_ x: Int, _ y: Int, _ width: Int, _ height: Int, shade: Int) {
    rectangles.append(IndexedPNG.Rectangle(x: x, y: y, width: width, height: height, color: shade))
  }

  /// A project grows.
  static var growth: Sheet {
    var sheet = Sheet()
    let heights = [110, 96, 180, 150, 236, 270, 226, 330, 392, 440]
    for (column, height) in heights.enumerated() {
      let x = 80 + column * 105
      sheet.add(x, 560 - height, 84, height, shade: 3 + column)
      sheet.add(x, 542 - height, 84, 10, shade: 15)
    }
    return sheet
  }

  /// A master class goes step by step.
  static var strips: Sheet {
    var sheet = Sheet()
    let lengths = [(260, 420), (420, 180), (180, 520), (340, 250), (480, 310), (220, 150)]
    for (row, (first, second)) in lengths.enumerated() {
      let y = 66 + row * 86
      sheet.add(80, y, 44, 44, shade: 15)
      sheet.add(150, y, first, 44, shade: 11 - row)
      sheet.add(174 + first, y, second, 44, shade: 4 + row % 3)
    }
    return sheet
  }

  /// A case has sides, and where they meet it gets clear.
  static var sides: Sheet {
    var sheet = Sheet()
    sheet.add(140, 80, 520, 360, shade: 4)
    sheet.add(540, 170, 520, 360, shade: 8)
    sheet.add(540, 170, 120, 270, shade: 13)
    for line in 0..<3 {
      sheet.add(190, 130 + line * 42, 300 - line * 70, 18, shade: 10)
      sheet.add(710, 360 + line * 42, 300 - line * 70, 18, shade: 2)
    }
    return sheet
  }

  /// A seminar is a timetable.
  static var timetable: Sheet {
    var sheet = Sheet()
    for column in 0..<7 {
      for row in 0..<5 {
        let taken = (column * 5 + row * 3) % 7
        let shade = taken < 2 ? 12 : taken < 5 ? 6 : 3
        sheet.add(80 + column * 151, 56 + row * 104, 136, 88, shade: shade)
      }
    }
    return sheet
  }

  /// A lesson: what the teacher does and what the children do, one beside the other.
  static var minutes: Sheet {
    var sheet = Sheet()
    sheet.add(597, 56, 6, 500, shade: 9)
    let lengths = [(390, 320), (300, 440), (450, 380), (260, 460), (360, 300)]
    for (row, (teacher, children)) in lengths.enumerated() {
      let y = 66 + row * 100
      sheet.add(560 - teacher, y, teacher, 56, shade: 11 - row)
      sheet.add(640, y, children, 56, shade: 5 + row)
    }
    return sheet
  }

  /// Recommendations are sheets of paper.
  static var sheets: Sheet {
    var sheet = Sheet()
    for page in 0..<3 { sheet.add(250 + page * 130, 50 + page * 36, 440, 470, shade: 3 + page * 3) }
    for (line, length) in [340, 300, 350, 320, 350, 280, 180].enumerated() {
      sheet.add(560, 180 + line * 46, length, 16, shade: 2)
    }
    return sheet
  }

  /// The network: houses along a river.
  static var network: Sheet {
    var sheet = Sheet()
    for (house, height) in [150, 220, 180, 260, 200, 240].enumerated() {
      let x = 80 + house * 180
      sheet.add(x, 350 - height, 140, height, shade: 4 + house * 5 % 8)
      sheet.add(x + 50, 384 - height, 40, 40, shade: 1)
      sheet.add(x + 20, 392, 100, height / 2, shade: 3)
    }
    sheet.add(0, 366, 1200, 14, shade: 12)
    return sheet
  }
}
