/// A person's full name, surname first.
struct PersonName: Sendable {
  private let parts: [Substring]

  init(_ title: String) { parts = title.split(separator: " ") }

  /// «Ильина М. С.», held together by no-break spaces.
  var short: String {
    guard let surname = parts.first else { return "" }
    let initials = parts.dropFirst().compactMap { $0.first.map { "\($0)." } }
    return ([String(surname)] + initials).joined(separator: "\u{A0}")
  }
}
