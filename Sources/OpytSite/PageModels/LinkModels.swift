import OpytLayout
import OpytText

/// The small models that pages are made of, and what layouts may ask of each.

/// A name that leads somewhere; without an address where its page is not published.
struct LinkModel: Sendable {
  let title: String
  let url: WebAddress?

  static let schema = LayoutSchema<LinkModel>(
    .text("title", \.title),
    .url("url", \.url))
}

/// A date for readers and for machines.
struct DateModel: Sendable {
  let text: String
  let iso: String

  static let schema = LayoutSchema<DateModel>(
    .text("text", \.text),
    .text("iso", \.iso))
}

/// A person in a list.
struct PersonModel: Sendable {
  let title: String
  let url: WebAddress?
  let position: String
  let kindergarten: LinkModel?

  static let schema = LayoutSchema<PersonModel>(
    .text("title", \.title),
    .url("url", \.url),
    .text("position", \.position),
    .record("kindergarten", LinkModel.schema, \.kindergarten))
}

/// A file to download or a picture to show.
struct FileModel: Sendable {
  let url: WebAddress?
  let name: String
  let type: String
  let size: String

  static let schema = LayoutSchema<FileModel>(
    .url("url", \.url),
    .text("name", \.name),
    .text("type", \.type),
    .text("size", \.size))
}

/// A titled group of cards: «Проекты» of a direction, «Написала» of a person.
struct GroupModel: Sendable {
  let title: String
  let count: String
  let items: [Card]

  static let schema = LayoutSchema<GroupModel>(
    .text("title", \.title),
    .text("count", \.count),
    .cards("items", \.items))
}

/// The materials of the same kind published next after and next before this one; one of them at least.
struct NeighboursModel: Sendable {
  let newer: LinkModel?
  let older: LinkModel?

  static let schema = LayoutSchema<NeighboursModel>(
    .record("newer", LinkModel.schema, \.newer),
    .record("older", LinkModel.schema, \.older))
}

/// The way between the parts of a long list.
struct PaginationModel: Sendable {
  struct Step: Sendable {
    let number: Int
    let url: WebAddress
    let isCurrent: Bool
    /// Whether parts are left out between this one and the one before it.
    let isBehindGap: Bool

    static let schema = LayoutSchema<Step>(
      .number("number", \.number),
      .url("url", \.url),
      .flag("current", \.isCurrent),
      .flag("gap", \.isBehindGap))
  }

  let steps: [Step]
  let previous: WebAddress?
  let next: WebAddress?

  static let schema = LayoutSchema<PaginationModel>(
    .list("steps", of: Step.schema, \.steps),
    .url("previous", \.previous),
    .url("next", \.next))
}

extension LayoutSchema.Field {
  /// A list with a heading or frame of its own: a record with `items` that is absent when there are none, as the lists
  /// among a document's fields are (`FieldLayout`).
  static func items<Item>(
    _ name: String, of schema: LayoutSchema<Item>, _ value: @escaping @Sendable (Model) -> [Item]
  ) -> Self {
    Self(name, .record(RecordType([("items", .list(.record(schema.type)))]))) { model in
      let items = value(model)
      return items.isEmpty ? .absent : .record([.list(items.map(schema.value(of:)))])
    }
  }
}
