import OpytCatalogue
import OpytText

/// A page of help that is asked and offered: a large network has more than a thousand entries.
///
/// Offers, needs and words stand below each other, and are cut as one list. What is cut has its heading on each of its
/// pages.
struct HelpPart: Sendable {
  /// What stands on the page of the entries of a municipality.
  struct Group<Entry: Sendable>: Sendable {
    /// Empty where it is not known.
    let municipality: String
    /// The id of its heading, on each of its pages.
    let anchor: String
    /// On all of its pages.
    let count: Int
    let entries: ArraySlice<Entry>
  }

  /// Where the entries of a municipality begin.
  struct Way: Sendable {
    let municipality: String
    let anchor: String
    /// From 1.
    let page: Int
  }

  /// How many entries a page has.
  static let length = 48

  private(set) var offers: [Group<Help.Offer>] = []
  private(set) var needs: [Group<Help.Need>] = []
  private(set) var words: [Help.Word] = []
  /// To all municipalities of the list, wherever they stand.
  private(set) var offerWays: [Way] = []
  private(set) var needWays: [Way] = []

  /// At least one.
  static func parts(_ offers: [Help.Offer], _ needs: [Help.Need], _ words: [Help.Word] = []) -> [HelpPart] {
    var cutter = Cutter()
    let (offered, offerWays) = cut(offers, "opyt_offers", by: &cutter, \.municipalities)
    let (needed, needWays) = cut(needs, "opyt_needs", by: &cutter, \.municipalities)
    let told = cutter.cut(words)
    var parts = [HelpPart](repeating: HelpPart(), count: max(cutter.pages, 1))
    for index in parts.indices { (parts[index].offerWays, parts[index].needWays) = (offerWays, needWays) }
    for (page, group) in offered { parts[page - 1].offers.append(group) }
    for (page, group) in needed { parts[page - 1].needs.append(group) }
    for (page, entries) in told { parts[page - 1].words += entries }
    return parts
  }

  private static func cut<Entry>(
    _ entries: [Entry], _ prefix: String, by cutter: inout Cutter, _ municipalities: (Entry) -> [String]
  ) -> (groups: [(page: Int, group: Group<Entry>)], ways: [Way]) {
    var taken: Set<String> = []
    var groups: [(page: Int, group: Group<Entry>)] = []
    var ways: [Way] = []
    for (municipality, entries) in Help.byMunicipality(entries, municipalities) {
      let slug = municipality.isEmpty ? "other" : Transliteration.slug(municipality)
      var free = slug
      var number = 2
      while !taken.insert(free).inserted {
        free = "\(slug)-\(number)"
        number += 1
      }
      let anchor = "\(prefix)-\(free)"
      for (page, piece) in cutter.cut(entries) {
        if ways.last?.anchor != anchor { ways.append(Way(municipality: municipality, anchor: anchor, page: page)) }
        groups.append(
          (page, Group(municipality: municipality, anchor: anchor, count: entries.count, entries: piece)))
      }
    }
    return (groups, ways)
  }

  /// Numbers the entries of lists that stand below each other.
  private struct Cutter {
    private var position = 0

    var pages: Int { (position + length - 1) / length }

    mutating func cut<Entry>(_ entries: [Entry]) -> [(page: Int, entries: ArraySlice<Entry>)] {
      var pieces: [(page: Int, entries: ArraySlice<Entry>)] = []
      var rest = entries[...]
      while !rest.isEmpty {
        let piece = rest.prefix(length - position % length)
        pieces.append((position / length + 1, piece))
        position += piece.count
        rest = rest.dropFirst(piece.count)
      }
      return pieces
    }
  }
}
