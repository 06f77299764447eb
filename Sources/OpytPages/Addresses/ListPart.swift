import OpytCatalogue
import OpytModel

/// A part of a long list: one page of it.
struct ListPart: Sendable {
  /// How many entries a page shows.
  static let length = 24
  /// How many lines, where entries are no cards.
  static let lines = 96

  let items: [DocumentID]
  /// How many the whole list has.
  let total: Int
  /// From 1.
  let number: Int
  let count: Int
  /// The addresses of all parts share it: `proekty/index.html`, `proekty/2.html`.
  let first: Address
  private let others: String

  func address(ofPart part: Int) -> Address { part == 1 ? first : Address("\(others)\(part).html") }

  var address: Address { address(ofPart: number) }
  var isFirst: Bool { number == 1 }

  /// - Parameters:
  ///   - others: what the addresses of further parts begin with.
  ///   - firstLength: how many entries the first page shows, where that is not as the others.
  ///   - length: how many entries a page of this list shows.
  static func parts(
    of items: [DocumentID], first: Address, others: String, firstLength: Int? = nil, length: Int = length
  ) -> [ListPart] {
    let firstLength = firstLength ?? length
    let count = 1 + max(0, items.count - firstLength + length - 1) / length
    return (1...count).map { number in
      let start = number == 1 ? 0 : firstLength + (number - 2) * length
      let end = min(items.count, number == 1 ? firstLength : start + length)
      return ListPart(
        items: Array(items[start..<end]), total: items.count, number: number, count: count, first: first, others: others
      )
    }
  }

  /// The parts of a list whose entries are no documents.
  static func empty(count: Int, first: Address, others: String) -> [ListPart] {
    (1...max(1, count)).map { ListPart(items: [], total: 0, number: $0, count: count, first: first, others: others) }
  }

  /// The parts of a kind's own list.
  static func parts(of kind: Kind, _ outline: SiteOutline) -> [ListPart] {
    parts(of: outline.catalogue.ids(of: kind), first: .list(of: kind), others: "\(kind.address)/")
  }
}
