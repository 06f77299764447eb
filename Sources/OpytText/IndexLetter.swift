/// What a title stands under in an alphabetical index: «Е» for Ёлкина, as in Russian dictionaries.
///
/// Titles in ``RussianOrder`` have each letter once, one behind the other.
public struct IndexLetter: Hashable, Sendable {
  /// «Е»; «A–Z» for all Latin letters; «0–9» for numbers and signs.
  public let title: String
  /// Of small Latin letters and digits, no two letters the same: for the id of a heading.
  public let slug: String

  public init(of title: String) {
    let letter = RussianOrder.compared(title).first ?? " "
    switch letter {
    case "а"..."я": (self.title, slug) = (Self.capital(letter), String(letter.value - 0x430))
    case "a"..."z": (self.title, slug) = ("A–Z", "latin")
    case ..<"a": (self.title, slug) = ("0–9", "other")
    // Of other languages of Russia and the world, behind the Russian ones.
    default: (self.title, slug) = (Self.capital(letter), "u" + String(letter.value, radix: 16))
    }
  }

  private static func capital(_ letter: Unicode.Scalar) -> String { letter.properties.uppercaseMapping }
}
