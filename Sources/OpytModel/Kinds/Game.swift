public import OpytDiagnostics

/// A game of the network's card index, and the directions it serves.
public struct Game: Entity {
  public static let kind = Kind.game
  public static let description = KindDescription(
    "game", folder: "games", russianFolder: "игры", address: "igry", Phrase("игра", en: "game"), genitive: "игры",
    listTitle: "Игры")

  public var title = Text.blank
  public var directions: [Reference<Direction>] = []

  public init() {}

  /// By title alone.
  public var listOrder: Int { 0 }

  public func violations(at id: DocumentID, of rules: GraphInvariants) -> [Diagnostic] { [] }

  public static let schema = RecordSchema<Game>([
    Field("title", "название", \.title, required: true, "Название игры.", example: "Кто позвал"),
    Field("directions", "направления", \.directions, as: .directions, "Каким направлениям она служит."),
  ])
}
