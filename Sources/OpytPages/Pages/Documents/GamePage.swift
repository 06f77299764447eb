import OpytLayout
import OpytModel

/// A game of the card index.
struct GamePage: WholePage {
  typealias Content = Game
  typealias Subject = Game

  static let layout = "game"

  static let schema = LayoutSchema<PageView<Self>>(PageView.documentFields)

  let place: DocumentPlace
  init(_ place: DocumentPlace) { self.place = place }

  static func opening(of game: Game) -> String? { nil }

  static func directions(of game: Game, in document: ResolvedDocument, _ id: DocumentID) -> [DocumentID] {
    document.targets(of: game.directions)
  }

  static func entry(of game: Game, _ id: DocumentID, _ presenter: PagePresenter) -> ListEntry {
    ListEntry(details: "", summary: presenter.graph[id].decoded.excerpt)
  }
}
