/// What may be kept for the members of the network: one field, declared and read alike wherever it stands.
public protocol Closable: Record {
  /// Who may read it. Left out, a document is open.
  var visibility: Located<Term<Visibilities>>? { get set }
}

extension Entity where Self: Closable {
  public var isMembersOnly: Bool { visibility?.value == .members }
}

extension Field where Root: Closable {
  /// - Parameter meaning: where it is another one than that of documents.
  static func visibility(
    _ property: any WritableKeyPath<Root, Located<Term<Visibilities>>?> & Sendable,
    _ meaning: String =
      "Кому виден: «участникам» – только в издании для участников сети, на открытый сайт не попадает.",
    example: String = "участникам"
  ) -> Field {
    Field(
      "visibility", "доступ", property, meaning, example: example,
      synonyms: ["видимость", "кому_виден", "кому_видно", "открыт_для", "access"])
  }
}
