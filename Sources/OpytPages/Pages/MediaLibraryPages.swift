import OpytCatalogue
import OpytDiagnostics
import OpytLayout
import OpytModel
import OpytText

/// The ways into the media library: by what it is, by direction, by kindergarten.
struct MediaLibraryPage: SitePage {
  static let layout = "media-library"
  static let address = Address("mediateka/index.html")

  static let schema = LayoutSchema<PageView<Self>>(
    PageView.frameFields,
    .items("shelves", of: CountModel.schema) { view in
      view.presenter.mediaCounts(MediaLibrary.Shelf.allCases.map { .shelf($0) })
    },
    .items("directions", of: CountModel.schema) { view in
      view.presenter.mediaCounts(view.catalogue.directions.map { .place($0) })
    },
    .items("kindergartens", of: CountModel.schema) { view in
      view.presenter.mediaCounts(view.catalogue.kindergartens.map { .place($0) })
    })

  static func pages(of outline: SiteOutline) -> [MediaLibraryPage] {
    outline.catalogue.media.items.isEmpty ? [] : [MediaLibraryPage()]
  }

  var address: Address { Self.address }
  var claimant: Claimant { .mediaLibrary }

  func head(_ presenter: PagePresenter) -> PageHead {
    presenter.overviewHead(.mediaTitle, .mediaDescription, section: Self.address)
  }
}

/// What of the media library stands on one list.
enum MediaSelection: Sendable {
  case shelf(MediaLibrary.Shelf)
  /// A direction or a kindergarten.
  case place(DocumentID)

  func items(_ catalogue: Catalogue) -> [MediaLibrary.Item] {
    switch self {
    case .shelf(let shelf): catalogue.media.items(on: shelf)
    case .place(let id): catalogue.media.items(of: id)
    }
  }

  /// - Parameter page: the address of a document's own page.
  func address(_ page: (DocumentID) -> Address?) -> Address? {
    switch self {
    case .shelf(let shelf): Address("mediateka/\(shelf.slug).html")
    case .place(let id): page(id).map { Address("mediateka/\($0.path)") }
    }
  }
}

/// One list of the media library.
struct MediaListPage: SitePage {
  struct Item: Sendable {
    let title: String
    let url: WebAddress?
    let file: FileModel?
    /// «Видео», «6 фотографий»
    let details: String
    /// The material or the event.
    let material: LinkModel
    let kindergartens: [LinkModel]

    static let schema = LayoutSchema<Item>(
      .text("title", \.title),
      .url("url", \.url),
      .unmarked,
      .record("file", FileModel.schema, \.file),
      .text("details", \.details),
      .record("material", LinkModel.schema, \.material),
      .items("kindergartens", of: LinkModel.schema, \.kindergartens))
  }

  static let layout = "media-list"

  static let schema = LayoutSchema<PageView<Self>>(
    PageView.frameFields,
    .number("count") { $0.page.count },
    .list("items", of: Item.schema) { view in view.page.items.map(view.presenter.mediaItem) },
    .record("pagination", PaginationModel.schema) { $0.presenter.pagination($0.page.part) })

  let selection: MediaSelection
  /// Those of this part.
  let items: [MediaLibrary.Item]
  /// Of the whole list.
  let count: Int
  let part: ListPart

  static func pages(of outline: SiteOutline) -> [MediaListPage] {
    let catalogue = outline.catalogue
    guard !catalogue.media.items.isEmpty else { return [] }
    let places = (catalogue.directions + catalogue.kindergartens).map { MediaSelection.place($0) }
    return (MediaLibrary.Shelf.allCases.map { .shelf($0) } + places).flatMap { selection in
      selection.address(outline.address(of:)).map { parts(of: selection, at: $0, catalogue) } ?? []
    }
  }

  private static func parts(
    of selection: MediaSelection, at first: Address, _ catalogue: Catalogue
  ) -> [MediaListPage] {
    let items = selection.items(catalogue)
    guard !items.isEmpty else { return [] }
    let length = ListPart.lines
    let parts = ListPart.empty(count: (items.count + length - 1) / length, first: first, others: first.folder)
    return parts.map { part in
      let start = (part.number - 1) * length
      return MediaListPage(
        selection: selection, items: Array(items[start..<min(items.count, start + length)]), count: items.count,
        part: part)
    }
  }

  var address: Address { part.address }
  var claimant: Claimant { .mediaLibrary }

  func head(_ presenter: PagePresenter) -> PageHead {
    let title =
      switch selection {
      case .shelf(let shelf): presenter.strings.text(.shelf(shelf))
      case .place(let id): presenter.strings.text(.mediaOf, ["place": .text(presenter.title(of: id))])
      }
    let list = LinkModel(title: presenter.strings.text(.mediaTitle), url: presenter.url(MediaLibraryPage.address))
    return presenter.topicHead(presenter.title(title, part), below: [list], section: MediaLibraryPage.address)
  }
}

extension MediaLibrary.Shelf {
  fileprivate var slug: String {
    switch self {
    case .video: "video"
    case .presentation: "prezentatsii"
    case .photos: "fotografii"
    case .document: "dokumenty"
    case .table: "tablitsy"
    case .sound: "zvuk"
    case .archive: "arkhivy"
    case .site: "sayty"
    }
  }
}

extension Claimant {
  fileprivate static var mediaLibrary: Claimant { Claimant(Phrase("медиатека", en: "the media library")) }
}

extension PagePresenter {
  /// Those lists that have anything.
  fileprivate func mediaCounts(_ selections: [MediaSelection]) -> [CountModel] {
    selections.compactMap { selection in
      let count = selection.items(catalogue).count
      guard count > 0 else { return nil }
      let label =
        switch selection {
        case .shelf(let shelf): strings.text(.shelf(shelf))
        case .place(let id): title(of: id)
        }
      return CountModel(
        label: label, number: count, url: selection.address(context.plan.address(of:)).flatMap { url($0) })
    }
  }

  fileprivate func mediaItem(_ item: MediaLibrary.Item) -> MediaListPage.Item {
    let material = link(to: item.document)
    let document = graph[item.document]
    let named = document.material?.kindergartens ?? catalogue.event(item.document)?.kindergartens ?? []
    let kindergartens = links(to: document.targets(of: named))
    func model(
      _ title: String, _ url: WebAddress?, file: FileModel? = nil, details: String = ""
    ) -> MediaListPage.Item {
      .init(title: title, url: url, file: file, details: details, material: material, kindergartens: kindergartens)
    }
    switch item.content {
    case .attachment(let attachment):
      let file = file(attachment.file.index, of: item.document)
      return model(attachment.title.value, file?.url, file: file)
    case .photos(let count):
      return model(material.title, material.url, details: strings.text(.photoCount, ["count": .number(count)]))
    case .link(let link):
      return model(
        link.title.value, WebAddress(authored: link.url.value.text),
        details: link.type.map { label($0.value) } ?? strings.text(.shelf(.site)))
    }
  }
}
