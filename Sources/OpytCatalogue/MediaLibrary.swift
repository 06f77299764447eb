package import OpytModel

/// What published materials and events have to look at and to take along (S3: медиатека): their files, their sets of
/// photos, and the pages elsewhere that they name.
package struct MediaLibrary: Sendable {
  /// In the order of the library's lists.
  package enum Shelf: String, CaseIterable, Hashable, Sendable {
    case video, presentation, photos, document, table, sound, archive, site
  }

  package struct Item: Sendable {
    package enum Content: Sendable {
      case attachment(Attachment)
      /// How many are shown.
      case photos(Int)
      case link(OutsideLink)
    }

    /// The material or the event.
    package let document: DocumentID
    package let shelf: Shelf
    package let content: Content
  }

  /// Those of the newest material first; those of events behind them, the last one first.
  package let items: [Item]
  private let byShelf: [Shelf: [Item]]
  private let byPlace: [DocumentID: [Item]]

  fileprivate init(_ items: [Item], places: (DocumentID) -> [DocumentID]) {
    self.items = items
    byShelf = Dictionary(grouping: items, by: \.shelf)
    var byPlace: [DocumentID: [Item]] = [:]
    for item in items { for place in places(item.document) { byPlace[place, default: []].append(item) } }
    self.byPlace = byPlace
  }

  package func items(on shelf: Shelf) -> [Item] { byShelf[shelf] ?? [] }

  /// Those of the materials and events of a direction or a kindergarten.
  package func items(of place: DocumentID) -> [Item] { byPlace[place] ?? [] }
}

extension MediaLibrary.Shelf {
  fileprivate init(_ group: FileTypes.Group?) {
    self =
      switch group {
      case .slides: .presentation
      case .excel, .table: .table
      case .sound: .sound
      case .video: .video
      case .archive: .archive
      case .image: .photos
      case .pdf, .word, .document, .text, nil: .document
      }
  }

  fileprivate init(_ type: Term<LinkTypes>?) {
    self =
      switch type {
      case .video: .video
      case .presentation: .presentation
      default: .site
      }
  }
}

extension Catalogue {
  static func mediaLibrary(
    _ materials: [DocumentID], _ events: [DocumentID], _ graph: SiteGraph, isShown: (String) -> Bool
  ) -> MediaLibrary {
    var items: [MediaLibrary.Item] = []
    for id in materials + events.reversed() {
      let (material, event) = (graph[id].material, graph[id].entity as? Event)
      func isThere(_ file: FilePath) -> Bool {
        !file.isAbsent && graph[id].filePaths[file.index].map(isShown) ?? false
      }
      let photos = graph[id].decoded.photos.count { isThere($0.file) }
      if photos > 0 { items.append(.init(document: id, shelf: .photos, content: .photos(photos))) }
      for attachment in material?.attachments ?? event?.attachments ?? [] where isThere(attachment.file) {
        let shelf = MediaLibrary.Shelf(FileTypes.group(of: attachment.file.text))
        items.append(.init(document: id, shelf: shelf, content: .attachment(attachment)))
      }
      for link in material?.links ?? event?.links ?? [] {
        items.append(.init(document: id, shelf: .init(link.type?.value), content: .link(link)))
      }
    }
    return MediaLibrary(items) { id in
      if let event = graph[id].entity as? Event {
        return graph[id].targets(of: event.directions) + graph[id].targets(of: event.kindergartens)
      }
      guard let material = graph[id].material else { return [] }
      return graph[id].targets(of: material.directions) + graph[id].targets(of: material.kindergartens)
    }
  }
}
