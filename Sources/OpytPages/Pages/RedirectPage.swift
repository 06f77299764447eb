import OpytCatalogue
import OpytDiagnostics
import OpytLayout
import OpytModel
import OpytText

/// A page at an address that a document had before: it leads on to where that stands now.
struct RedirectPage: SitePage {
  static let layout = "redirect"

  static let schema = LayoutSchema<PageView<Self>>(
    PageView.frameFields,
    .url("target") { $0.presenter.url($0.page.target) },
    // For `<meta http-equiv="refresh">`.
    .code("refresh") { $0.presenter.url($0.page.target).map { "0; url=\($0.text)" } })

  let address: Address
  let claimant: Claimant
  private let target: Address

  static func pages(of outline: SiteOutline) -> [RedirectPage] {
    let graph = outline.catalogue.graph
    return graph.ids.flatMap { id -> [RedirectPage] in
      let aliases = graph[id].material?.aliases ?? graph[id].entity.aliases
      guard !aliases.isEmpty, let target = outline.address(of: id) else { return [] }
      return aliases.map { alias in
        var path = alias.value.text
        if path.utf8.first == UInt8(ascii: "/") { path.unicodeScalars.removeFirst() }
        if path.utf8.last == UInt8(ascii: "/") { path += "index.html" }
        let file = graph[id].decoded.path
        let name = Phrase("старый адрес в \(file)", en: "an old address in \(file)")
        return RedirectPage(
          address: Address(path), claimant: Claimant(name, at: graph.location(id, alias.range)), target: target)
      }
    }
  }

  var listing: SearchListing { .hidden }

  func head(_ presenter: PagePresenter) -> PageHead {
    PageHead(title: presenter.strings.text(.movedTitle), description: presenter.strings.text(.movedDescription))
  }
}
