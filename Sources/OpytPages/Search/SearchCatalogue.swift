import OpytCatalogue
import OpytDiagnostics
package import OpytModel
import OpytNetwork
package import OpytSearch
import OpytText

/// All that search finds, and how its results tell of it: every document that has a page.
package struct SearchCatalogue: Sendable {
  private let presenter: PagePresenter
  /// What results can be narrowed by.
  package let facets: SearchFacets
  // Where the values of the facets stand.
  private let years: [AcademicYear: Int]
  private let directions: [DocumentID: Int]
  private let kindergartens: [DocumentID: Int]

  package init(_ context: PresentationContext) {
    let catalogue = context.catalogue
    presenter = PagePresenter(context, page: SearchPage.address)
    let years = Set(
      catalogue.graph.ids.filter(catalogue.isPublished).compactMap(catalogue.searchDate).map {
        AcademicYear(containing: $0)
      }
    ).sorted(by: >)
    facets = SearchFacets(
      kinds: Kind.allCases.map { context.strings.text(.kind($0)) }, years: years.map(\.text),
      directions: catalogue.directions.map(presenter.title), kindergartens: catalogue.kindergartens.map(presenter.title)
    )
    self.years = Self.places(years)
    directions = Self.places(catalogue.directions)
    kindergartens = Self.places(catalogue.kindergartens)
  }

  private static func places<Value: Hashable>(_ values: [Value]) -> [Value: Int] {
    Dictionary(zip(values, values.indices), uniquingKeysWith: { first, _ in first })
  }

  private var catalogue: Catalogue { presenter.catalogue }

  /// The newest first; behind all that have a day those that have none, kind after kind in the order of their lists.
  package func order(of ids: some Sequence<DocumentID>) -> [DocumentID] {
    ids.map { id in
      let kind = Kind.places[catalogue.graph[id].kind] ?? 0
      return (id: id, key: (-(catalogue.searchDate(of: id)?.dayNumber ?? .min + 1), kind, catalogue.position(of: id)))
    }
    .sorted { $0.key < $1.key }
    .map(\.id)
  }

  /// - Returns: nil for what has no page.
  package func document(_ id: DocumentID, _ words: DocumentWords) -> SearchDocument? {
    guard let address = presenter.context.plan.address(of: id) else { return nil }
    let document = catalogue.graph[id]
    let year = catalogue.searchDate(of: id).flatMap { years[AcademicYear(containing: $0)] }
    return SearchDocument(
      title: presenter.title(of: id), address: address.path, summary: summary(of: id), details: details(of: id),
      facets: SearchDocument.Facets(
        kind: Kind.places[document.kind] ?? 0, year: year,
        directions: Self.sorted(
          document.kind.pageType.directions(of: id, in: catalogue.graph).compactMap { directions[$0] }),
        kindergartens: Self.sorted(kindergartens(of: id).compactMap { kindergartens[$0] })),
      words: words)
  }

  private static func sorted(_ places: [Int]) -> [Int] { Set(places).sorted() }

  /// How much of a summary results show, in characters.
  private static let summaryLength = 160

  private func summary(of id: DocumentID) -> String {
    let summary = catalogue.graph[id].kind.pageType.summary(of: id, in: catalogue.graph)
    let typography = presenter.context.configuration.language.typography
    let scalars = summary.unicodeScalars
    guard let end = scalars.index(scalars.startIndex, offsetBy: Self.summaryLength, limitedBy: scalars.endIndex),
      end < scalars.endIndex
    else { return typography.words(summary) }
    let cut = scalars[..<end].lastIndex(of: " ") ?? end
    return typography.words(String(scalars[..<cut])) + "…"
  }

  private func details(of id: DocumentID) -> String {
    let document = catalogue.graph[id]
    if let material = document.material { return presenter.strings.date(material.published.value) }
    return document.kind.pageType.details(of: id, presenter)
  }

  /// The kindergartens that a document is of; a person those where they work today.
  private func kindergartens(of id: DocumentID) -> [DocumentID] {
    let document = catalogue.graph[id]
    if document.kind == .kindergarten { return [id] }
    if document.kind == .person { return catalogue.posts(of: id).compactMap(\.place) }
    let roles: [ReferenceRole] = [.kindergartens, .kindergarten, .host]
    return document.decoded.references.enumerated().compactMap { index, reference in
      roles.contains(reference.role) ? document.target(ofReference: index) : nil
    }
  }
}

extension Kind {
  /// The place of each among all kinds.
  fileprivate static let places = Dictionary(
    zip(allCases, allCases.indices), uniquingKeysWith: { first, _ in first })
}

extension Catalogue {
  /// The day by which a document is new or old; nil where it has none.
  fileprivate func searchDate(of id: DocumentID) -> CalendarDate? {
    let document = graph[id]
    if let material = document.material { return material.published.value }
    if let event = document.entity as? Event { return event.start.value.date }
    return (document.entity as? Bulletin)?.end.value
  }
}
