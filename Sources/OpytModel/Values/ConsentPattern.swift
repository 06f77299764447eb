public import OpytDiagnostics
import OpytText

/// How a network writes the numbers of its consents: `С-####-###`, where `#` is a digit and `*` one digit or more. All
/// else stands for itself, whatever its case, and whether its letters are Russian or Latin ones of the same look.
public struct ConsentPattern: Hashable, Sendable {
  public let text: String
  private let signs: [Unicode.Scalar]

  public init(_ text: String) {
    self.text = text
    signs = Self.folded(text)
  }

  /// In one pass: behind `*` stands no digit, so that there is one way to read a number.
  func matches(_ number: String) -> Bool {
    let number = Self.folded(number)
    var place = 0
    for sign in signs {
      guard place < number.count else { return false }
      switch sign {
      case "#":
        guard number[place].isDigit else { return false }
        place += 1
      case "*":
        let count = number[place...].prefix(while: \.isDigit).count
        guard count > 0 else { return false }
        place += count
      default:
        guard number[place] == sign else { return false }
        place += 1
      }
    }
    return place == number.count
  }

  static func folded(_ text: String) -> [Unicode.Scalar] {
    LetterShapes.russian(text.everyday).unicodeScalars.flatMap { Array($0.properties.lowercaseMapping.unicodeScalars) }
      .map { $0 == "ё" ? "е" : $0 }
  }
}

/// A ``ConsentPattern`` as it is written in the configuration.
public enum ConsentPatternForm: TextForm {
  public static let type = FieldType.text
  public static func fault(in text: String) -> Phrase? {
    let signs = Array(text.unicodeScalars)
    guard signs.count <= 60, signs.contains(where: { $0 == "#" || $0 == "*" }) else {
      return Phrase(
        "в образце # – это цифра, а * – одна или несколько цифр: С-####-###",
        en: "in the pattern # is a digit and * one digit or more: C-####-###")
    }
    for (sign, next) in zip(signs, signs.dropFirst()) where sign == "*" && (next == "#" || next == "*" || next.isDigit)
    {
      return Phrase(
        "за * не должно быть цифр: не видно, где одно число кончается и начинается другое",
        en: "no digit may follow *: nothing tells where one number ends")
    }
    return nil
  }
}

/// Latin letters that look like Russian ones: who types a number may not see which they took.
enum LetterShapes {
  private static let shapes: [Character: Character] = Dictionary(
    uniqueKeysWithValues: zip("ABCEHKMOPTXYaceopxy", "АВСЕНКМОРТХУасеорху"))

  /// The text with these letters as Russian ones.
  static func russian(_ text: String) -> String {
    guard text.utf8.contains(where: { ($0 | 0x20) >= UInt8(ascii: "a") && ($0 | 0x20) <= UInt8(ascii: "z") }) else {
      return text
    }
    return String(text.map { shapes[$0] ?? $0 })
  }
}

extension Unicode.Scalar {
  /// One of `0…9`.
  var isDigit: Bool { (0x30...0x39).contains(value) }
}
