import OpytCatalogue
package import OpytModel

/// The drawn picture that is shown elsewhere beside a link to a page: one for each kind of material in the colour of each
/// direction, and one of the network for all other pages. Ten thousand materials have as many as there are such pairs.
package struct SharePicture: Hashable, Sendable {
  /// Of material; nil for all other pages.
  package var kind: Kind?
  /// Whose colour it has; nil for the network's own.
  package var direction: DocumentID?

  /// What links are shown with: `og:image` is best as large as this (ogp.me, and what messengers say).
  package static let size = (width: 1200, height: 630)

  /// All that the pages of a site may want.
  static func all(_ catalogue: Catalogue) -> [SharePicture] {
    let directions: [DocumentID?] = [nil] + catalogue.directions
    let taken = Set(
      catalogue.materials.map {
        SharePicture(kind: catalogue.graph[$0].kind, direction: catalogue.mainDirection(of: $0))
      })
    return directions.map { SharePicture(direction: $0) }
      + Kind.materials.flatMap { kind in
        directions.map { SharePicture(kind: kind, direction: $0) }.filter(taken.contains)
      }
  }

  /// `kartinki/proekty-sreda.png`
  func address(_ direction: Address?) -> Address {
    let name = kind?.address ?? "set"
    return Address("\(SiteFile.picturesFolder)/\(name)\(direction.map { "-" + $0.name } ?? "").png")
  }
}

extension PagePresenter {
  /// The first photo of a document that can be shown beside a link: messengers cut it to twice as wide as high, and fetch
  /// no more than a few megabytes.
  func sharedPhoto(of id: DocumentID) -> SharedPhoto? {
    for photo in graph[id].decoded.photos {
      guard let source = graph[id].path(of: photo.file), catalogue.isShown(source), let facts = context.files[source],
        facts.bytes <= 4_000_000, let size = facts.image, size.width >= 600, size.height >= 315,
        size.width >= size.height, let url = context.plan.address(ofFile: source, of: id).flatMap(wholeURL)
      else { continue }
      return SharedPhoto(url: url, size: size, alt: photo.alt.value)
    }
    return nil
  }

  /// Files of a document that readers can take along, by their whole addresses.
  func wholeFiles(_ files: [FilePath], of id: DocumentID) -> [(url: String, bytes: Int?)] {
    files.compactMap { file in
      guard let source = graph[id].path(of: file), catalogue.isShown(source),
        let url = context.plan.address(ofFile: source, of: id).flatMap(wholeURL)
      else { return nil }
      return (url, context.files[source]?.bytes)
    }
  }
}
