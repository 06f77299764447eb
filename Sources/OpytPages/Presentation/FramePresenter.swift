import OpytCatalogue
import OpytDiagnostics
import OpytModel
import OpytNetwork
import OpytText

extension PagePresenter {
  /// What stands around this page.
  func frame(_ head: PageHead) -> FrameModel {
    FrameModel(
      site: site(section: head.section),
      page: PageHeadModel(
        title: head.title, description: head.description, isHome: head.isHome, accent: head.accent,
        canonical: page == NotFoundPage.address ? nil : absoluteURL(page), breadcrumbs: head.breadcrumbs))
  }

  var homeLink: LinkModel { LinkModel(title: strings.text(.home), url: url(.home)) }

  func listLink(_ kind: Kind) -> LinkModel {
    LinkModel(title: strings.text(.list(kind)), url: url(.list(of: kind)))
  }

  private func site(section: Address?) -> SiteModel {
    let configuration = context.configuration
    return SiteModel(
      title: configuration.title, description: configuration.description, language: configuration.language.rawValue,
      municipality: configuration.municipality ?? "", home: url(.home),
      stylesheet: url(context.assets.frame.stylesheet), panelScript: url(context.assets.frame.panelScript),
      script: url(context.assets.frame.script), feed: context.hasFeed ? url(SiteFile.feed) : nil,
      menu: menu(section: section), pages: pageLinks)
  }

  /// As configured, or all lists; then the pages that ask to be in the menu.
  private func menu(section: Address?) -> [SiteModel.MenuItem] {
    let configured = context.configuration.menu.compactMap(menuTarget)
    let lists = Kind.listed.filter(catalogue.hasList).map {
      (title: strings.text(.list($0)), address: .list(of: $0) as Address?, url: nil as WebAddress?)
    }
    return (configured.isEmpty ? lists : configured).map { item in
      SiteModel.MenuItem(
        title: item.title, url: item.address.flatMap { url($0) } ?? item.url,
        isCurrent: item.address != nil && (item.address == section || item.address == page))
    }
  }

  private func menuTarget(_ item: SiteConfiguration.MenuItem) -> (title: String, address: Address?, url: WebAddress?)? {
    switch context.configuration.target(of: item, in: catalogue) {
    case .list(let kind): (item.title, .list(of: kind), nil)
    case .document(let id): (item.title, context.plan.address(of: id), nil)
    case .external(let url): (item.title, nil, url)
    case .none: nil
    }
  }

  private var pageLinks: [SiteModel.MenuItem] {
    catalogue.ids(of: .page).filter { (graph[$0].entity as? Page)?.menu?.value == true && !isInConfiguredMenu($0) }.map
    { id in
      SiteModel.MenuItem(
        title: title(of: id), url: url(of: id), isCurrent: context.plan.address(of: id) == page)
    }
  }

  private func isInConfiguredMenu(_ id: DocumentID) -> Bool {
    context.configuration.menu.contains { item in
      if case .document(id) = context.configuration.target(of: item, in: catalogue) { true } else { false }
    }
  }
}
