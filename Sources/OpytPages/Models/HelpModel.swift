import OpytCatalogue
import OpytLayout
import OpytModel
import OpytText

/// Help that is asked and offered, as the pages show it.
enum HelpModel {
  /// Whom to write to: shown as it is written.
  struct Contact: Sendable {
    let title: String
    let url: WebAddress?

    static let schema = LayoutSchema<Contact>(.code("title", \.title), .url("url", \.url), .unmarked)
  }

  /// What one person can do for others.
  struct Offer: Sendable {
    let person: PersonModel
    let words: [String]
    let contacts: [Contact]

    static let schema = LayoutSchema<Offer>(
      PersonModel.schema.fields(of: \.person) + [
        .texts("words", \.words), .items("contacts", of: Contact.schema, \.contacts),
      ])
  }

  /// What somebody asks for.
  struct Need: Sendable {
    let asker: LinkModel
    let isCommunity: Bool
    let position: String
    let places: [LinkModel]
    /// Nil for a community.
    let item: DevelopmentModel?
    let deficits: [LinkModel]
    let contacts: [Contact]

    static let schema = LayoutSchema<Need>(
      LinkModel.schema.fields(of: \.asker) + [
        .flag("community", \.isCommunity), .text("position", \.position),
        .list("places", of: LinkModel.schema, \.places),
        .record("item", DevelopmentModel.schema, \.item),
        .items("deficits", of: LinkModel.schema, \.deficits),
        .items("contacts", of: Contact.schema, \.contacts),
      ])
  }

  /// The offers, or the needs, of a page by municipality.
  struct Groups<Entry: Sendable>: Sendable {
    let groups: [Group<Entry>]
    /// To all municipalities, where there is a choice.
    let ways: [LinkModel]

    static func schema(_ entry: LayoutSchema<Entry>) -> LayoutSchema<Groups> {
      LayoutSchema<Groups>(
        .list("items", of: Group.schema(entry), \.groups),
        .items("ways", of: LinkModel.schema, \.ways))
    }
  }

  /// The offers, or the needs, of one municipality.
  struct Group<Entry: Sendable>: Sendable {
    let title: String
    /// The id of its heading.
    let anchor: String
    /// Of the whole group, of which these are a part in a long list.
    let count: Int
    let entries: [Entry]

    static func schema(_ entry: LayoutSchema<Entry>) -> LayoutSchema<Group> {
      LayoutSchema<Group>(
        .text("title", \.title), .code("anchor", \.anchor),
        .number("count", \.count), .list("items", of: entry, \.entries))
    }
  }

  /// What several people can do, in the same words.
  struct Word: Sendable {
    let text: String
    let people: [LinkModel]

    static let schema = LayoutSchema<Word>(.text("text", \.text), .list("people", of: LinkModel.schema, \.people))
  }
}

extension PagePresenter {
  /// Nil where the page has none.
  func offers(_ help: HelpPart, _ part: ListPart) -> HelpModel.Groups<HelpModel.Offer>? {
    groups(help.offers, help.offerWays, part) { offer in
      person(offer.person).map { .init(person: $0, words: offer.words, contacts: contacts(of: offer.person)) }
    }
  }

  /// Nil where the page has none.
  func needs(_ help: HelpPart, _ part: ListPart) -> HelpModel.Groups<HelpModel.Need>? {
    groups(help.needs, help.needWays, part) { need in
      let person = person(need.asker)
      return HelpModel.Need(
        asker: link(to: need.asker), isCommunity: need.item == nil, position: person?.position ?? "",
        places: person?.places ?? [], item: need.item.map { development($0, of: need.asker) },
        deficits: need.deficits.map(link),
        contacts: need.item == nil ? contacts(ofCommunity: need.asker) : contacts(of: need.asker))
    }
  }

  private func groups<Entry, Model: Sendable>(
    _ groups: [HelpPart.Group<Entry>], _ ways: [HelpPart.Way], _ part: ListPart, _ model: (Entry) -> Model?
  ) -> HelpModel.Groups<Model>? {
    func title(_ municipality: String) -> String {
      municipality.isEmpty ? strings.text(.helpElsewhere) : municipality
    }
    if groups.isEmpty { return nil }
    return HelpModel.Groups(
      groups: groups.map { group in
        HelpModel.Group(
          title: title(group.municipality), anchor: group.anchor, count: group.count,
          entries: group.entries.compactMap(model))
      },
      ways: ways.count < 2
        ? []
        : ways.map { way in
          LinkModel(
            title: title(way.municipality),
            url: way.page == part.number
              ? WebAddress(relative: "#" + way.anchor) : url(part.address(ofPart: way.page), fragment: way.anchor))
        })
  }

  // MARK: Whom to write to

  /// Somebody's own address; where there is none, what is known of where they work.
  private func contacts(of person: DocumentID) -> [HelpModel.Contact] {
    if let email = (graph[person].entity as? Person)?.email { return [contact(email)] }
    let places = catalogue.posts(of: person).compactMap(\.place).filter(isPublished)
    return places.lazy.map(contacts(ofPlace:)).first { !$0.isEmpty } ?? []
  }

  private func contacts(ofCommunity id: DocumentID) -> [HelpModel.Contact] {
    let community = graph[id].entity as? Community
    let coordinators = graph[id].targets(of: community?.coordinators ?? []).filter(isPublished)
    return coordinators.lazy.map(contacts(of:)).first { !$0.isEmpty } ?? []
  }

  private func contacts(ofPlace id: DocumentID) -> [HelpModel.Contact] {
    switch graph[id].entity {
    case let kindergarten as Kindergarten:
      [kindergarten.email.map(contact), kindergarten.phone.map { .init(title: $0.value.text.inOnePiece, url: nil) }]
        .compactMap(\.self)
    case let partner as Partner:
      partner.website.map { [.init(title: $0.value.text, url: WebAddress(authored: $0.value.text))] } ?? []
    default: []
    }
  }

  private func contact(_ email: Email) -> HelpModel.Contact {
    .init(title: email.value.text, url: WebAddress(authored: "mailto:" + email.value.text))
  }
}

extension String {
  /// A telephone is not broken over two lines.
  fileprivate var inOnePiece: String { replacing(" ", with: "\u{A0}").replacing("-", with: "\u{2011}") }
}
