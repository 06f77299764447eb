import OpytCatalogue
import OpytDiagnostics
package import OpytModel
import OpytNetwork
package import OpytSearch
import OpytText

/// All that search finds, and how its results tell of it: every document that has a page.
package struct SearchCatalogue {
  private let presenter: PagePresenter

  package init(_ context: PresentationContext) { presenter = PagePresenter(context, page: SearchPage.address) }

  /// - Parameter words: of the documents that have a page.
  package func index(of words: [DocumentID: DocumentWords]) -> SearchIndex {
    let kinds = Kind.allCases
    let years = Set(catalogue.graph.ids.compactMap(date).map { AcademicYear(containing: $0) }).sorted(by: >)
    let facets = SearchFacets(
      kinds: kinds.map { presenter.strings.text(.kind($0)) }, years: years.map(\.text),
      directions: catalogue.directions.map(presenter.title), kindergartens: catalogue.kindergartens.map(presenter.title))
    let places = { (ids: [DocumentID]) in
      Dictionary(zip(ids, ids.indices), uniquingKeysWith: { first, _ in first })
    }
    let (directions, kindergartens) = (places(catalogue.directions), places(catalogue.kindergartens))
    let yearPlaces = Dictionary(zip(years, years.indices), uniquingKeysWith: { first, _ in first })
    let documents = order(of: Array(words.keys)).compactMap { id -> SearchDocument? in
      guard let words = words[id], let address = presenter.context.plan.address(of: id) else { return nil }
      let document = catalogue.graph[id]
      return SearchDocument(
        title: presenter.title(of: id), address: address.path, summary: summary(of: id), details: details(of: id),
        facets: SearchDocument.Facets(
          kind: document.kind.rawOrder, year: date(of: id).flatMap { yearPlaces[AcademicYear(containing: $0)] },
          directions: Self.sorted(presenter.directions(of: id).compactMap { directions[$0] }),
          kindergartens: Self.sorted(self.kindergartens(of: id).compactMap { kindergartens[$0] })),
        words: words)
    }
    return SearchIndex(documents, facets)
  }

  private var catalogue: Catalogue { presenter.catalogue }

  private static func sorted(_ places: [Int]) -> [Int] { Set(places).sorted() }

  /// The newest first; behind all that have a day those that have none, kind after kind in the order of their lists.
  private func order(of ids: [DocumentID]) -> [DocumentID] {
    ids.map { (id: $0, day: date(of: $0)?.dayNumber ?? .min) }
      .sorted { $0.day != $1.day ? $0.day > $1.day : listPlace($0.id) < listPlace($1.id) }
      .map(\.id)
  }

  private func listPlace(_ id: DocumentID) -> (Int, Int) {
    (catalogue.graph[id].kind.rawOrder, catalogue.position(of: id))
  }

  private func date(of id: DocumentID) -> CalendarDate? {
    guard catalogue.isPublished(id) else { return nil }
    let document = catalogue.graph[id]
    if let material = document.material { return material.published.value }
    if let event = document.entity as? Event { return event.start.value.date }
    if let bulletin = document.entity as? Bulletin { return bulletin.end.value }
    return nil
  }

  /// How much of a summary results show, in characters.
  private static let summaryLength = 160

  private func summary(of id: DocumentID) -> String {
    let summary = presenter.context.configuration.language.typography.words(presenter.summary(of: id))
    guard summary.count > Self.summaryLength else { return summary }
    let beginning = summary.prefix(Self.summaryLength)
    let end = beginning.lastIndex { $0 == " " } ?? beginning.endIndex
    return beginning[..<end] + "…"
  }

  private func details(of id: DocumentID) -> String {
    if let material = catalogue.graph[id].material { return presenter.strings.date(material.published.value) }
    return presenter.details(of: id)
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
  /// Its place among all kinds.
  fileprivate var rawOrder: Int { Self.allCases.firstIndex(of: self) ?? 0 }
}

extension PagePresenter {
  fileprivate func directions(of id: DocumentID) -> [DocumentID] {
    graph[id].kind.pageType.directions(of: id, in: graph).filter(isPublished)
  }

  fileprivate func summary(of id: DocumentID) -> String { graph[id].kind.pageType.summary(of: id, in: graph) }

  fileprivate func details(of id: DocumentID) -> String { graph[id].kind.pageType.details(of: id, self) }
}
