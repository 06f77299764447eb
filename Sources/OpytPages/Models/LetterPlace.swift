import OpytText

/// Where an alphabetical list, on whichever of its pages, begins with a letter.
struct LetterPlace: Sendable {
  let letter: IndexLetter
  let address: Address
  /// The id of a heading on that page.
  let anchor: String

  /// Ids of headings that the theme makes have a `_`, which those of texts never have.
  static func anchor(of letter: IndexLetter) -> String { "opyt_letter-\(letter.slug)" }

  /// The first place of each letter; none where one letter has the whole list.
  /// - Parameter entries: in the order of the list.
  static func all(in entries: some Sequence<(title: String, address: Address, anchor: String?)>) -> [LetterPlace] {
    var known: Set<IndexLetter> = []
    let places = entries.compactMap { entry -> LetterPlace? in
      let letter = IndexLetter(of: entry.title)
      guard known.insert(letter).inserted else { return nil }
      return LetterPlace(letter: letter, address: entry.address, anchor: entry.anchor ?? anchor(of: letter))
    }
    return places.count > 1 ? places : []
  }
}

extension PagePresenter {
  func links(to letters: [LetterPlace]) -> [LinkModel] {
    letters.map { LinkModel(title: $0.letter.title, url: url($0.address, fragment: $0.anchor)) }
  }
}
