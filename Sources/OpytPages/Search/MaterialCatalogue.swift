import OpytCatalogue
package import OpytModel
package import OpytSearch
package import OpytText

/// What the catalogue's script chooses materials from, in the order of the search index, which has the newest first.
package struct MaterialCatalogue: Sendable {
  private let presenter: PagePresenter
  package let materials: [DocumentID]
  /// For each of these its place among all documents that search finds.
  private let documents: [Int]

  /// - Parameter found: all documents that search finds, in the order of its index.
  package init(_ context: PresentationContext, among found: [DocumentID]) {
    presenter = PagePresenter(context, page: CataloguePage.address)
    let places = found.indices.filter { context.catalogue.graph[found[$0]].kind.isMaterial }
    materials = places.map { found[$0] }
    documents = places
  }

  /// By what a material stands where it is looked up by its title.
  package func titleOrder(of id: DocumentID) -> RussianOrder { RussianOrder(presenter.title(of: id)) }

  /// - Parameters:
  ///   - orders: of the titles of all materials.
  ///   - mark: of the search index.
  package func index(_ orders: [RussianOrder], mark: [UInt8]) -> CatalogueIndex {
    var places = [Int?](repeating: nil, count: presenter.graph.documents.count)
    for (place, id) in materials.enumerated() { places[id.index] = place }
    let facets = CatalogueFacet.allCases.map { facet in
      CatalogueIndex.Facet(
        name: facet.rawValue,
        values: facet.values(presenter).map { value in
          CatalogueIndex.Facet.Value(
            key: value.key, label: value.label, materials: value.materials.compactMap { places[$0.index] })
        }, isFirst: facet.isFirst)
    }
    return CatalogueIndex(
      documents: documents,
      titles: orders.indices.sorted { (orders[$0], $0) < (orders[$1], $1) },
      closed: materials.indices.filter { presenter.isMarked(materials[$0]) },
      // Where all have the same, there is nothing to choose.
      facets: facets.filter { $0.values.count > 1 }, mark: mark)
  }
}
