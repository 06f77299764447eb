import OpytText

/// The licences that programs know by their address.
package enum License {
  private static let kinds: Set<Substring> = ["by", "by-sa", "by-nd", "by-nc", "by-nc-sa", "by-nc-nd"]

  /// Of «CC BY 4.0», «CC BY-SA», «CC0» or an address of theirs; nil for other words.
  package static func address(of text: String) -> String? {
    let words = text.lowercased().split { " \u{A0}\t".contains($0) }
    guard let first = words.first else { return nil }
    if first.hasPrefix("http") {
      let places = ["creativecommons.org/licenses/", "creativecommons.org/publicdomain/"]
      let isKnown = places.contains { first.hasPrefix("https://\($0)") || first.hasPrefix("http://\($0)") }
      return words.count == 1 && isKnown ? WebAddress(authored: String(first))?.text : nil
    }
    if first == "cc0" { return "https://creativecommons.org/publicdomain/zero/1.0/" }
    guard first == "cc", words.count == 2 || words.count == 3, kinds.contains(words[1]) else { return nil }
    let version = words.count == 3 ? words[2] : "4.0"
    return ["4.0", "3.0"].contains(version) ? "https://creativecommons.org/licenses/\(words[1])/\(version)/" : nil
  }
}
