import OpytCatalogue
import OpytDiagnostics
import OpytLayout
import OpytModel
import OpytNetwork
import OpytText
import Synchronization

extension PagePresenter {
  /// What stands around this page.
  /// - Parameter data: what it tells programs; nil where it tells them nothing.
  func frame(_ head: PageHead, _ data: PageData? = nil) -> FrameModel {
    let feed = context.hasFeed ? context.plan.feed(of: page) : nil
    return FrameModel(
      site: context.sites.value(
        SiteValueCache.Key(
          base: base, section: head.section, page: context.siteMap.menuAddresses.contains(page) ? page : nil)
      ) { site(section: head.section) },
      page: PageHeadModel(
        title: head.title, description: head.description, isHome: head.isHome,
        isMembersOnly: head.isMembersOnly, accent: head.accent, feed: feed.flatMap { url($0.atom) },
        jsonFeed: feed.flatMap { url($0.json) },
        canonical: page == NotFoundPage.address ? nil : absoluteURL(page), breadcrumbs: head.breadcrumbs,
        data: data?.markup, share: data.map(share)))
  }

  private func share(_ data: PageData) -> ShareModel {
    guard let photo = data.photo else {
      return ShareModel(
        form: data.form.rawValue, image: absoluteURL(context.plan.address(of: data.picture)),
        width: SharePicture.size.width, height: SharePicture.size.height, alt: "")
    }
    return ShareModel(
      form: data.form.rawValue, image: WebAddress(relative: photo.url), width: photo.size.width,
      height: photo.size.height, alt: photo.alt)
  }

  /// Where there are issues of the bulletin.
  var bulletinFeed: WebAddress? {
    context.hasFeed ? context.plan.feed(of: .list(of: .bulletin)).flatMap { url($0.atom) } : nil
  }

  /// The head of a page about the whole network, right below the home page.
  /// - Parameter part: of a page that is a long list.
  func overviewHead(
    _ title: ThemeString, _ description: ThemeString, section: Address? = nil, part: ListPart? = nil
  ) -> PageHead {
    let title = strings.text(title)
    return PageHead(
      title: part.map { self.title(title, $0) } ?? title, description: strings.text(description),
      breadcrumbs: [homeLink], section: section)
  }

  /// Nil where the site has no such page.
  func link(to overview: Overview) -> LinkModel? {
    guard overview.exists(in: catalogue, hasReport: context.configuration.hasReport) else { return nil }
    return LinkModel(title: strings.text(overview.title), url: url(overview.address))
  }

  var homeLink: LinkModel { LinkModel(title: strings.text(.home), url: url(.home)) }

  var searchLink: LinkModel { LinkModel(title: strings.text(.searchTitle), url: url(SearchPage.address)) }

  func listLink(_ kind: Kind) -> LinkModel {
    LinkModel(title: strings.text(.list(kind)), url: url(.list(of: kind)))
  }

  private func site(section: Address?) -> SiteModel {
    let configuration = context.configuration
    let assets = context.assets.frame
    return SiteModel(
      title: configuration.title, description: configuration.description, language: configuration.language.rawValue,
      municipality: configuration.municipality ?? "",
      isForMembers: catalogue.edition == .members, home: url(.home),
      stylesheet: url(assets.stylesheet), pagesStylesheet: assets.pagesStylesheet.flatMap { url($0) },
      printStylesheet: assets.printStylesheet.flatMap { url($0) },
      extraStylesheet: assets.extraStylesheet.flatMap { url($0) },
      picturesStylesheet: url(assets.picturesStylesheet), panelScript: url(assets.panelScript),
      script: url(assets.script), search: url(SearchPage.address),
      feed: context.hasFeed ? url(SiteFile.feed) : nil, bulletinFeed: bulletinFeed,
      calendar: catalogue.hasList(of: .event) ? url(SiteFile.networkCalendar) : nil,
      menu: menu(section: section),
      channels: configuration.channels.map { LinkModel(title: $0.title, url: $0.url) }, sections: sections)
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

  private var sections: [SiteModel.Section] {
    context.siteMap.sections.map { group in
      SiteModel.Section(
        title: group.title,
        links: group.entries.map { LinkModel(title: $0.title, url: url(of: $0), isMembersOnly: $0.isMembersOnly) })
    }
  }
}

/// What is the same around many pages, ready for layouts.
final class SiteValueCache: Sendable {
  /// All that a ``SiteModel`` depends on.
  struct Key: Hashable {
    /// Where the page's links start from.
    let base: LinkBase
    /// What the menu marks as the reader's place.
    let section: Address?
    /// The page itself, where the menu leads to it.
    let page: Address?
  }

  /// What any layout asks of it.
  private let usage: LayoutUsage
  private let values = Mutex<[Key: LayoutValue]>([:])

  init(_ usage: LayoutUsage) { self.usage = usage }

  /// - Parameter make: called outside the lock; two threads may make the same.
  func value(_ key: Key, make: () -> SiteModel) -> LayoutValue {
    if let value = values.withLock({ $0[key] }) { return value }
    let value = SiteModel.schema.value(of: make(), for: usage)
    values.withLock { $0[key] = value }
    return value
  }
}
