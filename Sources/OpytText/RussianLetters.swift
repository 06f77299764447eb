/// й and ё, which macOS and some editors write as a letter and a combining mark (NFD).
public enum RussianLetters {
  /// The scalars of `text` with each й and ё as one. Any other mark stays as it is.
  public static func composed(_ text: String) -> [Unicode.Scalar] {
    var scalars: [Unicode.Scalar] = []
    scalars.reserveCapacity(text.utf8.count)
    for scalar in text.unicodeScalars {
      switch (scalar.value, scalars.last) {
      case (0x306, "и"?): scalars[scalars.count - 1] = "й"
      case (0x306, "И"?): scalars[scalars.count - 1] = "Й"
      case (0x308, "е"?): scalars[scalars.count - 1] = "ё"
      case (0x308, "Е"?): scalars[scalars.count - 1] = "Ё"
      default: scalars.append(scalar)
      }
    }
    return scalars
  }
}
