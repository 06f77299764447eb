import OpytCatalogue
import OpytDiagnostics
import OpytLayout
import OpytModel
import OpytNetwork
import OpytText
import Synchronization

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
      bulletinFeed: context.hasFeed && catalogue.hasList(of: .bulletin) ? url(SiteFile.bulletinFeed) : nil,
      calendar: catalogue.hasList(of: .event) ? url(SiteFile.networkCalendar) : nil,
      menu: menu(section: section), sections: sections)
  }

  private func menu(section: Address?) -> [SiteModel.MenuItem] {
    context.siteMap.menu.map { group in
      let links = group.entries.map { entry in
        SiteModel.MenuLink(
          title: entry.title, url: url(of: entry),
          isCurrent: entry.address != nil && (entry.address == section || entry.address == page))
      }
      return SiteModel.MenuItem(
        title: group.title, url: group.isPlain ? links.first?.url : nil, isCurrent: links.contains(where: \.isCurrent),
        items: group.isPlain ? [] : links)
    }
  }

  private func url(of entry: SiteMap.Entry) -> WebAddress? {
    switch entry.target {
    case .page(let address): url(address)
    case .external(let url): url
    }
  }

  private var sections: LayoutValue {
    context.sections.value(from: base) {
      context.siteMap.sections.map { group in
        SiteModel.Section(
          title: group.title, links: group.entries.map { LinkModel(title: $0.title, url: url(of: $0)) })
      }
    }
  }
}

/// The map of the site, ready for layouts: every page prints it, so it is made once for each depth of folders.
final class SectionCache: Sendable {
  /// What any layout asks of it.
  private let usage: LayoutUsage
  private let values = Mutex<[LinkBase: LayoutValue]>([:])

  init(_ usage: LayoutUsage) { self.usage = usage }

  /// - Parameter make: called outside the lock; two threads may make the same map.
  func value(from base: LinkBase, make: () -> [SiteModel.Section]) -> LayoutValue {
    if let value = values.withLock({ $0[base] }) { return value }
    let value = LayoutValue.list(make().map { SiteModel.Section.schema.value(of: $0, for: usage) })
    values.withLock { $0[base] = value }
    return value
  }
}
