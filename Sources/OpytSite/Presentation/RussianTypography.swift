/// What must not come apart at the end of a line.
enum RussianTypography {
  /// «№ 5» with a no-break space.
  static func unbroken(_ text: String) -> String {
    guard text.utf8.contains(0xE2), text.contains("№ ") else { return text }
    return text.replacing("№ ", with: "№\u{A0}")
  }
}
