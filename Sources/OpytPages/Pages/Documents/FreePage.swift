import OpytLayout
import OpytModel

/// A page that is no entry of any list: about the network, its principles, the guide.
struct FreePage: WholePage {
  typealias Content = Page
  typealias Subject = Page

  static let layout = "page"
  static let schema = LayoutSchema<PageView<Self>>(PageView.documentFields)

  let place: DocumentPlace
  init(_ place: DocumentPlace) { self.place = place }

  static func opening(of page: Page) -> String? { nil }
  static func entry(of page: Page, _ id: DocumentID, _ presenter: PagePresenter) -> ListEntry { ListEntry() }

  func head(_ presenter: PagePresenter) -> PageHead {
    PageHead(
      title: presenter.title(of: id), description: presenter.graph[id].decoded.excerpt,
      breadcrumbs: [presenter.homeLink], isMembersOnly: presenter.graph[id].decoded.isMembersOnly)
  }
}
