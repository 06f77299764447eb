/// A person's full name, surname first.
struct PersonName: Sendable {
  private let parts: [Substring]

  init(_ title: String) { parts = title.split(separator: " ") }

  /// «Ильина М. С.», held together by no-break spaces; «Орлова А.-М. П.», «Гасанов А. Г. оглы».
  var short: String {
    guard let surname = parts.first else { return "" }
    return ([String(surname)] + parts.dropFirst().map(Self.initials)).joined(separator: "\u{A0}")
  }

  private static func initials(of name: Substring) -> String {
    // What stands behind a father's name is no name of its own.
    if ["оглы", "оглу", "кызы", "гызы", "кзы", "улы", "уулу"].contains(name.lowercased()) { return String(name) }
    return name.split(separator: "-").compactMap { $0.first.map { "\($0)." } }.joined(separator: "-")
  }
}
