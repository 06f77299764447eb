import OpytLayout
import OpytModel
import OpytText
import Synchronization

/// A document in a list.
struct CardModel: Sendable {
  let title: String
  let url: WebAddress?
  let kind: KindModel
  let accent: String
  let picture: PictureModel?
  let cover: HTMLFragment?
  let summary: String
  let date: DateModel?
  let kindergartens: [LinkModel]
  let directions: [LinkModel]
  let ages: [String]
  /// That it is being tried out or was laid aside; nil for what is in use.
  let badge: TermModel?
  /// «45 мин»; empty for what has no length.
  let duration: String
  /// The first number that it changed.
  let figure: FigureModel?
  /// The highest step of evidence above its being described: «измерен»; empty where there is none.
  let proof: String
  let isMembersOnly: Bool

  static let schema = LayoutSchema<CardModel>(
    .narrowText("title", \.title),
    .url("url", \.url),
    .record("kind", KindModel.schema, \.kind),
    .code("accent", \.accent),
    .record("picture", PictureModel.schema, \.picture),
    .html("cover", \.cover),
    .text("summary", \.summary),
    .record("date", DateModel.schema, \.date),
    .items("kindergartens", of: LinkModel.schema, \.kindergartens),
    .items("directions", of: LinkModel.schema, \.directions),
    .texts("ages", \.ages),
    .record("badge", TermModel.schema, \.badge),
    .text("duration", \.duration),
    .record("figure", FigureModel.schema, \.figure),
    .text("proof", \.proof),
    .flag("members_only", \.isMembersOnly))
}

/// A document's first photo.
struct PictureModel: Sendable {
  let file: FileModel
  let alt: String
  /// The class that crops it around what must stay in sight; empty where that is its middle.
  var focus = ""

  static let schema = LayoutSchema<PictureModel>(
    .record("file", FileModel.schema, \.file),
    .text("alt", \.alt),
    .code("focus", \.focus))
}

/// A document's card, ready for layouts. It stands in a dozen lists, so it is made once for each depth of folders.
struct Card: Sendable {
  fileprivate let value: LayoutValue

  init(_ model: CardModel, for usage: LayoutUsage) { value = CardModel.schema.value(of: model, for: usage) }
}

/// The cards made so far, by where their links start from.
final class CardCache: Sendable {
  private struct Key: Hashable {
    let base: LinkBase
    let document: DocumentID
  }

  /// What any layout asks of a card.
  private let usage: LayoutUsage
  private let cards = Mutex<[Key: Card]>([:])
  /// The drawings, which are the same wherever links start from.
  private let covers = Mutex<[DocumentID: HTMLFragment]>([:])

  init(_ usage: LayoutUsage) { self.usage = usage }

  func cover(_ document: DocumentID, draw: () -> HTMLFragment) -> HTMLFragment {
    if let cover = covers.withLock({ $0[document] }) { return cover }
    let cover = draw()
    covers.withLock { $0[document] = cover }
    return cover
  }

  /// - Parameter make: called outside the lock; two threads may make the same card.
  func card(_ document: DocumentID, from base: LinkBase, make: () -> CardModel) -> Card {
    let key = Key(base: base, document: document)
    if let card = cards.withLock({ $0[key] }) { return card }
    let card = Card(make(), for: usage)
    cards.withLock { $0[key] = card }
    return card
  }
}

extension LayoutSchema.Field {
  static func card(_ name: String, _ card: @escaping @Sendable (Model) -> Card) -> Self {
    Self(name, .record(CardModel.schema.type)) { card($0).value }
  }

  /// A plain list of cards.
  static func cards(_ name: String, _ cards: @escaping @Sendable (Model) -> [Card]) -> Self {
    Self(name, .list(.record(CardModel.schema.type))) { .list(cards($0).map(\.value)) }
  }

  /// A list of cards with a heading of its own, absent when there are none.
  /// - Parameter count: of the whole list, where the cards are a part of it.
  static func cardItems(
    _ name: String, count: (@Sendable (Model) -> Int)? = nil, _ cards: @escaping @Sendable (Model) -> [Card]
  ) -> Self {
    Self(name, .record(.list(of: .record(CardModel.schema.type)))) {
      .listed(cards($0).map(\.value), count: count?($0))
    }
  }
}
