/// й and ё, which macOS and some editors write as a letter and a combining mark (NFD).
public enum RussianLetters {
  /// The scalars of `text` with each й and ё as one. Any other mark stays as it is.
  public static func composed(_ text: String) -> [Unicode.Scalar] {
    var scalars: [Unicode.Scalar] = []
    scalars.reserveCapacity(text.utf8.count)
    for scalar in text.unicodeScalars {
      if let letter = scalars.last, let composed = composed(letter, scalar) {
        scalars[scalars.count - 1] = composed
      } else {
        scalars.append(scalar)
      }
    }
    return scalars
  }

  /// The letter that `letter` and the mark behind it are.
  static func composed(_ letter: Unicode.Scalar, _ mark: Unicode.Scalar) -> Unicode.Scalar? {
    switch (mark.value, letter) {
    case (0x306, "и"): "й"
    case (0x306, "И"): "Й"
    case (0x308, "е"): "ё"
    case (0x308, "Е"): "Ё"
    default: nil
    }
  }
}
