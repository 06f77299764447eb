import OpytDiagnostics
public import OpytMarkup
import OpytText

/// What of a photo must stay in sight where it is cropped: a place in parts of a hundred from its left and its top edge.
public struct PictureFocus: Hashable, Sendable {
  public let x: Int
  public let y: Int

  public static let center = PictureFocus(x: 50, y: 50)

  private init(x: Int, y: Int) {
    self.x = x
    self.y = y
  }

  /// Reads «слева», «сверху», «центр», two of these for both directions («справа снизу»), or two numbers from the left
  /// and from the top: «30% 20%». Nil for anything else: a place is never guessed.
  public init?(parsing text: String) {
    let words = text.lowercased().split { $0 == " " || $0 == "," || $0 == "\u{A0}" }.filter { $0 != "в" }
    guard (1...2).contains(words.count) else { return nil }
    let numbers = words.compactMap(Self.percent)
    if numbers.count == 2 {
      self.init(x: numbers[0], y: numbers[1])
      return
    }
    var (x, y): (Int?, Int?) = (nil, nil)
    for word in words {
      switch word {
      case "слева", "левее", "left":
        guard x == nil else { return nil }
        x = 0
      case "справа", "правее", "right":
        guard x == nil else { return nil }
        x = 100
      case "сверху", "вверху", "верх", "top":
        guard y == nil else { return nil }
        y = 0
      case "снизу", "внизу", "низ", "bottom":
        guard y == nil else { return nil }
        y = 100
      case "центр", "центре", "center", "centre": continue
      default: return nil
      }
    }
    self.init(x: x ?? 50, y: y ?? 50)
  }

  /// `30%`, `30`
  private static func percent(_ word: Substring) -> Int? {
    let digits = word.hasSuffix("%") ? word.dropLast() : word
    guard (1...3).contains(digits.utf8.count), digits.utf8.allSatisfy(\.isASCIIDigit), let number = Int(digits),
      number <= 100
    else { return nil }
    return number
  }
}

extension PictureFocus: ScalarValue {
  public static var type: FieldType { .text }
  public static var blank: Self { .center }
  public static var isShort: Bool { true }
  public var content: FieldContent { .text("\(x)% \(y)%") }

  public static func read(_ scalar: FrontMatterNode.Scalar, _ context: inout DecodingContext) -> Self? {
    let text = scalar.text.composed.withoutInvisible.inOneLine.trimmedOfBlanks
    if let focus = PictureFocus(parsing: text) { return focus }
    context.report(
      .valueInvalid, Phrase("это не место на снимке: «\(text)»", en: "no place of a picture: “\(text)”"),
      at: scalar.range,
      advice: Phrase(
        "напишите, где на снимке главное: «слева», «справа», «сверху», «снизу», «центр», два слова вместе («справа сверху») или доли ширины и высоты: «30% 20%»",
        en:
          "say where the main thing is: “left”, “right”, “top”, “bottom”, “center”, two of these (“right top”), or parts of width and height: “30% 20%”"
      ))
    return nil
  }
}
