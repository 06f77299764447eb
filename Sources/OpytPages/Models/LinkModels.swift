package import OpytLayout
import OpytModel
package import OpytText

/// The small models that pages are made of, and what layouts may ask of each.

/// A name that leads somewhere; without an address where its page is not published.
package struct LinkModel: Sendable {
  package let title: String
  package let url: WebAddress?
  /// Whether only members of the network may read what it leads to: said beside it.
  var isMembersOnly = false

  package static let schema = LayoutSchema<LinkModel>(
    .text("title", \.title),
    .url("url", \.url),
    .flag("members_only", \.isMembersOnly))

  /// In a cell of a table.
  static let narrowSchema = LayoutSchema<LinkModel>(
    .narrowText("title", \.title),
    .url("url", \.url),
    .flag("members_only", \.isMembersOnly))
}

/// A number, and the list it leads to: that has exactly so many entries.
struct CountModel: Sendable {
  /// What is counted; empty where it goes without saying.
  var label = ""
  let number: Int
  let url: WebAddress?

  static let schema = LayoutSchema<CountModel>(
    .text("label", \.label),
    .number("count", \.number),
    .url("url", \.url))
}

/// A date for readers and for machines.
package struct DateModel: Sendable {
  package let text: String
  let iso: String

  package static let schema = LayoutSchema<DateModel>(
    .text("text", \.text),
    .code("iso", \.iso))
}

/// A person in a list.
package struct PersonModel: Sendable {
  package let title: String
  package let url: WebAddress?
  /// What they work as today, each once.
  let position: String
  /// Where: kindergartens and partners. Who works in several stands there with all of them.
  let places: [LinkModel]
  var isMembersOnly = false

  package static let schema = LayoutSchema<PersonModel>(
    .text("title", \.title),
    .url("url", \.url),
    .flag("members_only", \.isMembersOnly),
    .text("position", \.position),
    .list("places", of: LinkModel.schema, \.places),
    // The first of them.
    .record("kindergarten", LinkModel.schema, \.places.first))

  /// The person by name alone.
  package var link: LinkModel { LinkModel(title: title, url: url, isMembersOnly: isMembersOnly) }
}

/// A file to download or a picture to show.
struct FileModel: Sendable {
  let url: WebAddress?
  let name: String
  let group: FileTypes.Group?
  let type: String
  let size: String
  let image: ImageSize?

  static let schema = LayoutSchema<FileModel>(
    .url("url", \.url),
    .code("name", \.name),
    .text("type", \.type),
    // «DOCX»
    .code("ending", { $0.name.split(separator: ".").last?.uppercased() }),
    .text("size", \.size),
    .flag("is_table", { [.excel, .table].contains($0.group) }),
    .flag("is_pdf", { $0.group == .pdf }),
    .flag("is_image", { $0.group == .image }),
    .flag("is_text", { [.word, .document, .text].contains($0.group) }),
    .flag("is_other", { [.slides, .archive, .sound, .video].contains($0.group) }),
    // Pixels of a picture; absent where its file doesn't tell.
    .number("width", { $0.image?.width }),
    .number("height", { $0.image?.height }))
}

/// A file to take along, and what it is called.
struct AttachmentModel: Sendable {
  let title: String
  let file: FileModel

  static let schema = LayoutSchema<AttachmentModel>(
    .text("title", \.title),
    .record("file", FileModel.schema, \.file))
}

/// What a document is: its name, and a flag for each kind, by which a layout chooses an icon.
struct KindModel: Sendable {
  let kind: Kind
  let label: String

  static let schema = LayoutSchema<KindModel>(
    [.text("label", \.label)]
      + Kind.listed.map { kind in .flag("is_\(kind.stringName)") { $0.kind == kind } })
}

/// A titled group of cards: «Проекты» of a direction, a direction of a kindergarten, what a person wrote.
struct GroupModel: Sendable {
  let title: String
  var url: WebAddress?
  /// The id of its heading.
  var anchor = ""
  var accent = ""
  /// How many the whole group has, of which these are a part in a long list.
  let count: Int
  let items: [Card]

  static let schema = LayoutSchema<GroupModel>(
    .text("title", \.title),
    .url("url", \.url),
    .unmarked,
    .code("anchor", \.anchor),
    .code("accent", \.accent),
    .number("count", \.count),
    .cards("items", \.items))
}

/// The way between the parts of a long list.
struct PaginationModel: Sendable {
  struct Step: Sendable {
    let number: Int
    let url: WebAddress?
    let isCurrent: Bool
    /// Whether parts are left out between this one and the one before it.
    let isBehindGap: Bool

    static let schema = LayoutSchema<Step>(
      .number("number", \.number),
      .url("url", \.url),
      .flag("current", \.isCurrent),
      .flag("gap", \.isBehindGap))
  }

  let number: Int
  let count: Int
  let steps: [Step]
  let previous: WebAddress?
  let next: WebAddress?

  static let schema = LayoutSchema<PaginationModel>(
    .number("number", \.number),
    .number("count", \.count),
    .list("steps", of: Step.schema, \.steps),
    .url("previous", \.previous),
    .url("next", \.next))
}

extension LayoutSchema.Field {
  /// `partials/link` marks what is for members only, and asks that of whatever it links to. This is for what nobody can
  /// close, and for what stands beside a link that is marked.
  package static var unmarked: Self { .flag("members_only") { _ in false } }

  /// A list with a heading or frame of its own: a record with `items` and their `count` that is absent when there are none, as the lists
  /// among a document's fields are (`FieldLayout`).
  package static func items<Item>(
    _ name: String, of schema: LayoutSchema<Item>, _ value: @escaping @Sendable (Model) -> [Item]
  ) -> Self {
    Self(name, .record(.list(of: .record(schema.type)))) { model, usage in
      .listed(value(model).map { schema.value(of: $0, for: usage[0]) })
    }
  }
}

extension RecordType {
  /// `items`, and how many there are: «Автор» or «Авторы».
  static func list(of item: LayoutType) -> RecordType { RecordType([("items", .list(item)), ("count", .number)]) }
}

extension LayoutValue {
  /// A value of the type `RecordType.list(of:)`; absent when there are no items.
  /// - Parameter count: of the whole list, where this is a part of it.
  static func listed(_ items: [LayoutValue], count: Int? = nil) -> LayoutValue {
    items.isEmpty ? .absent : .record([.list(items), .number(count ?? items.count)])
  }
}

extension LayoutSchema {
  /// The fields of a page that others have as well, its own, and what stands behind them.
  init(_ shared: [Field], _ own: Field..., then last: [Field] = []) { self.init(shared + own + last) }
}
