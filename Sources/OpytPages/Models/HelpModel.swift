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

    static let schema = LayoutSchema<Contact>(.code("title", \.title), .url("url", \.url))
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

  /// The offers, or the needs, by municipality.
  struct Groups<Entry: Sendable>: Sendable {
    let groups: [Group<Entry>]

    /// Nil where there are none.
    init?(_ groups: [Group<Entry>]) {
      if groups.isEmpty { return nil }
      self.groups = groups
    }

    static func schema(_ entry: LayoutSchema<Entry>) -> LayoutSchema<Groups> {
      LayoutSchema<Groups>(
        .list("items", of: Group.schema(entry), \.groups),
        // Where there is a choice.
        .items("ways", of: LinkModel.schema) { groups in
          groups.groups.count < 2
            ? []
            : groups.groups.map { LinkModel(title: $0.title, url: WebAddress(relative: "#" + $0.anchor)) }
        })
    }
  }

  /// The offers, or the needs, of one municipality.
  struct Group<Entry: Sendable>: Sendable {
    let title: String
    /// The id of its heading.
    let anchor: String
    let entries: [Entry]

    static func schema(_ entry: LayoutSchema<Entry>) -> LayoutSchema<Group> {
      LayoutSchema<Group>(
        .text("title", \.title), .code("anchor", \.anchor),
        .number("count", \.entries.count), .list("items", of: entry, \.entries))
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
  func helpGroups(_ offers: [Help.Offer]) -> [HelpModel.Group<HelpModel.Offer>] {
    groups(offers, "opyt_offers", \.municipalities) { offer in
      guard let person = person(offer.person) else { return nil }
      return HelpModel.Offer(person: person, words: offer.words, contacts: contacts(of: offer.person))
    }
  }

  func helpGroups(_ needs: [Help.Need]) -> [HelpModel.Group<HelpModel.Need>] {
    groups(needs, "opyt_needs", \.municipalities) { need in
      let person = person(need.asker)
      return HelpModel.Need(
        asker: link(to: need.asker), isCommunity: need.item == nil, position: person?.position ?? "",
        places: person?.places ?? [], item: need.item.map { development($0, of: need.asker) },
        deficits: need.deficits.map(link),
        contacts: need.item == nil ? contacts(ofCommunity: need.asker) : contacts(of: need.asker))
    }
  }

  private func groups<Entry, Model: Sendable>(
    _ entries: [Entry], _ anchor: String, _ municipalities: (Entry) -> [String], _ model: (Entry) -> Model?
  ) -> [HelpModel.Group<Model>] {
    var taken: Set<String> = []
    return Help.byMunicipality(entries, municipalities).map { municipality, entries in
      let slug = municipality.isEmpty ? "other" : Transliteration.slug(municipality)
      var free = slug
      var number = 2
      while !taken.insert(free).inserted {
        free = "\(slug)-\(number)"
        number += 1
      }
      return HelpModel.Group(
        title: municipality.isEmpty ? strings.text(.helpElsewhere) : municipality, anchor: "\(anchor)-\(free)",
        entries: entries.compactMap(model))
    }
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
