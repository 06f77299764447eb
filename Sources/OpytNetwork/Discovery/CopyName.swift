import Foundation

/// The names that file managers, clouds and browsers give to copies: «ogorod (1)», «ogorod — копия», «Копия ogorod»,
/// `ogorod copy 2`.
enum CopyName {
  /// The name of what was copied, in lower case; nil for a name that says nothing of a copy.
  static func original(of name: String) -> String? {
    guard isPossible(name.utf8) else { return nil }
    var rest = Substring(name.precomposedStringWithCanonicalMapping.lowercased())
    var isCopy = false
    while let shorter = withoutMark(rest), !shorter.isEmpty {
      rest = shorter
      isCopy = true
    }
    return isCopy ? String(rest) : nil
  }

  /// Whether a closer look is worth its time: it is not for nearly all names.
  private static func isPossible(_ name: String.UTF8View) -> Bool {
    if name.last == UInt8(ascii: ")") { return true }
    // `op` in either script: of `copy`, `kopiya`, «копия», and not of many other words.
    return zip(name, name.dropFirst()).contains { first, second in
      (first | 0x20 == UInt8(ascii: "o") && second | 0x20 == UInt8(ascii: "p")) || first == 0xBE && second == 0xD0
        || first == 0x9E && second == 0xD0
    }
  }

  private static let words = ["копия", "kopiya", "kopija", "copy"]

  /// The name without one mark at its end or its beginning.
  private static func withoutMark(_ name: Substring) -> Substring? {
    behindParentheses(name) ?? behindWord(name) ?? beforeWord(name)
  }

  /// `ogorod (1)`, `ogorod (копия)`, `ogorod (conflicted copy 2026-03-12)`
  private static func behindParentheses(_ name: Substring) -> Substring? {
    guard name.last == ")", let open = name.lastIndex(of: "("), open != name.startIndex else { return nil }
    let inside = name[name.index(after: open)...].dropLast()
    let isMark = !inside.isEmpty && inside.count <= 3 && inside.allSatisfy(\.isWholeNumber)
    guard isMark || words.contains(where: { inside.contains($0) }) else { return nil }
    return trimmedEnd(name[..<open])
  }

  /// `ogorod — копия`, `ogorod copy 2`
  private static func behindWord(_ name: Substring) -> Substring? {
    let digits = name.reversed().prefix { $0.isWholeNumber }.count
    let stem = digits > 0 && digits <= 3 ? trimmedEnd(name.dropLast(digits)) : name
    for word in words where stem.hasSuffix(word) {
      let rest = stem.dropLast(word.count)
      // A separator, or the word is a part of another: `photocopy`.
      guard rest.last?.isSeparator == true else { continue }
      return trimmedEnd(rest)
    }
    return nil
  }

  /// «Копия ogorod», «Копия (2) ogorod», `Copy of ogorod`
  private static func beforeWord(_ name: Substring) -> Substring? {
    for word in words where name.hasPrefix(word) {
      var rest = name.dropFirst(word.count)
      guard rest.first?.isSeparator == true else { continue }
      rest = rest.drop { $0.isSeparator }
      if rest.first == "(", let close = rest.firstIndex(of: ")") {
        rest = rest[rest.index(after: close)...].drop { $0.isSeparator }
      }
      if rest.hasPrefix("of ") || rest.hasPrefix("of-") { rest = rest.dropFirst(3) }
      return rest
    }
    return nil
  }

  private static func trimmedEnd(_ name: Substring) -> Substring {
    var name = name
    while name.last?.isSeparator == true { name.removeLast() }
    return name
  }
}

extension Character {
  fileprivate var isSeparator: Bool { isWhitespace || "-–—_.".contains(self) }
}
