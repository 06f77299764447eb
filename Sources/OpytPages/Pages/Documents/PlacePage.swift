import OpytCatalogue
import OpytLayout
import OpytModel

/// The page of a direction or kindergarten: what the network does there, and its materials, in parts where they are many.
protocol PlacePage: DocumentPage {
  /// Its materials, each once, in the order they are read in.
  static func materials(of place: DocumentID, _ catalogue: Catalogue) -> [DocumentID]

  var part: ListPart { get }
  init(_ place: DocumentPlace, _ part: ListPart)
}

extension PlacePage {
  static func pages(of outline: SiteOutline) -> [Self] {
    places(outline).flatMap { place in
      parts(of: materials(of: place.id, outline.catalogue), at: place).map { Self(place, $0) }
    }
  }

  static func parts(of materials: [DocumentID], at place: DocumentPlace) -> [ListPart] {
    ListPart.parts(of: materials, first: place.address, others: place.address.folder)
  }

  var address: Address { part.address }
  var listing: SearchListing { .listed(modified: nil) }
  /// The text stands on the first part of a long list only.
  var textSource: DocumentID? { part.isFirst ? id : nil }

  func head(_ presenter: PagePresenter) -> PageHead {
    var head = documentHead(presenter)
    head.title = presenter.title(head.title, part)
    return head
  }
}

extension PageView where Page: PlacePage {
  static var listFields: [LayoutSchema<Self>.Field] {
    documentFields + [
      .number("count", \.page.part.total),
      .record("pagination", PaginationModel.schema) { $0.presenter.pagination($0.page.part) },
    ]
  }

  /// What the network does there: told on the first part only.
  static var placeFields: [LayoutSchema<Self>.Field] {
    [
      .items("upcoming", of: EventCardModel.schema) { view in
        view.presenter.cards(of: view.occasions.filter(view.catalogue.isUpcoming))
      },
      .items("past", of: EventCardModel.schema) { view in
        let past = view.occasions.filter(view.catalogue.isPast)
        return view.presenter.cards(of: Array(past.reversed().prefix(pastCount)))
      },
      .items("communities", of: LinkModel.schema) { $0.documents(of: .community, as: .directions, .kindergartens) },
      .items("deficits", of: LinkModel.schema) { $0.documents(of: .deficit, as: .directions, .kindergartens) },
      .items("plans", of: LinkModel.schema) { $0.documents(of: .methodPlan, as: .kindergarten) },
      .url("calendar") { view in
        view.page.part.isFirst
          ? view.presenter.context.plan.calendarAddress(of: view.id).flatMap { view.presenter.url($0) } : nil
      },
    ]
  }

  /// How many of the past events the page shows.
  private static var pastCount: Int { 6 }

  private var occasions: [Occasion] { page.part.isFirst ? catalogue.occasions(of: id) : [] }

  private func documents(of kind: Kind, as roles: ReferenceRole...) -> [LinkModel] {
    page.part.isFirst ? catalogue.documents(of: kind, naming: id, as: roles).map(presenter.link) : []
  }
}
