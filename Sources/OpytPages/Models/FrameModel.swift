import OpytLayout
import OpytText

/// What stands around every page: the site's name, its menu, where the reader is.
struct FrameModel: Sendable {
  /// A ``SiteModel``, made once for all pages that see it so.
  let site: LayoutValue
  let page: PageHeadModel

  /// The fields that every page's model begins with.
  static func fields<Model>(_ frame: @escaping @Sendable (Model) -> FrameModel) -> [LayoutSchema<Model>.Field] {
    [
      .init("site", .record(SiteModel.schema.type)) { model, _ in frame(model).site },
      .record("page", PageHeadModel.schema) { frame($0).page },
    ]
  }
}

struct SiteModel: Sendable {
  struct MenuLink: Sendable {
    let title: String
    let url: WebAddress?
    let isCurrent: Bool

    static let schema = LayoutSchema<MenuLink>(
      .text("title", \.title),
      .url("url", \.url),
      .flag("current", \.isCurrent))
  }

  /// A link, or a group of links under a name.
  struct MenuItem: Sendable {
    let title: String
    /// Nil for a group.
    let url: WebAddress?
    /// Whether the reader is there, or in one of the group's places.
    let isCurrent: Bool
    /// None for a link.
    let items: [MenuLink]

    static let schema = LayoutSchema<MenuItem>(
      .text("title", \.title),
      .url("url", \.url),
      .flag("current", \.isCurrent),
      .items("group", of: MenuLink.schema, \.items))
  }

  /// A group of the site's map.
  struct Section: Sendable {
    let title: String
    let links: [LinkModel]

    static let schema = LayoutSchema<Section>(
      .text("title", \.title),
      .list("links", of: LinkModel.schema, \.links))
  }

  let title: String
  let description: String
  let language: String
  let municipality: String
  /// Whether this is the edition for members of the network.
  let isForMembers: Bool
  let home: WebAddress?
  let stylesheet: WebAddress?
  /// Of all pages but the home page.
  let pagesStylesheet: WebAddress?
  let printStylesheet: WebAddress?
  /// The site's own rules.
  let extraStylesheet: WebAddress?
  /// Of pages with drawings.
  let picturesStylesheet: WebAddress?
  /// Applies the reader's choice of view before the page is painted.
  let panelScript: WebAddress?
  let script: WebAddress?
  /// Where questions lead.
  let search: WebAddress?
  let feed: WebAddress?
  let bulletinFeed: WebAddress?
  let calendar: WebAddress?
  let menu: [MenuItem]
  /// Where the members of the network talk.
  let channels: [LinkModel]
  /// All of the site's lists.
  let sections: [Section]

  static let schema = LayoutSchema<SiteModel>(
    .text("title", \.title),
    .text("description", \.description),
    .code("language", \.language),
    .text("municipality", \.municipality),
    .flag("for_members", \.isForMembers),
    .url("home", \.home),
    .url("stylesheet", \.stylesheet),
    .url("pages_stylesheet", \.pagesStylesheet),
    .url("print_stylesheet", \.printStylesheet),
    .url("extra_stylesheet", \.extraStylesheet),
    .url("pictures_stylesheet", \.picturesStylesheet),
    .url("panel_script", \.panelScript),
    .url("script", \.script),
    .url("search", \.search),
    .url("feed", \.feed),
    .url("bulletin_feed", \.bulletinFeed),
    .url("calendar", \.calendar),
    .flag("has_subscriptions") { $0.feed != nil || $0.calendar != nil },
    .list("menu", of: MenuItem.schema, \.menu),
    .items("channels", of: LinkModel.schema, \.channels),
    .list("sections", of: Section.schema, \.sections))
}

/// What a page says of itself to what stands around it: ``PageHead`` as layouts see it.
struct PageHeadModel: Sendable {
  /// The heading, and the first part of the window's title.
  let title: String
  let description: String
  let isHome: Bool
  /// Whether what it shows is for members of the network only.
  let isMembersOnly: Bool
  /// The class that gives the page its direction's accent.
  let accent: String
  /// What tells of new things on this page.
  let feed: WebAddress?
  let jsonFeed: WebAddress?
  /// Only where the site's address is known.
  let canonical: WebAddress?
  /// From the home page down to the page above this one.
  let breadcrumbs: [LinkModel]
  /// JSON-LD, made by ``PageData``.
  var data: HTMLFragment?
  /// Nil where the site's address is not known, or may not be told.
  var share: ShareModel?

  static let schema = LayoutSchema<PageHeadModel>(
    .text("title", \.title),
    // As it stands above the page, where a long word may be parted.
    .narrowText("heading", \.title),
    .text("description", \.description),
    .flag("home", \.isHome),
    .flag("members_only", \.isMembersOnly),
    .code("accent", \.accent),
    .url("feed", \.feed),
    .url("json_feed", \.jsonFeed),
    .url("canonical", \.canonical),
    .items("breadcrumbs", of: LinkModel.schema, \.breadcrumbs),
    .html("data", \.data),
    .record("share", ShareModel.schema, \.share))
}

/// What is shown elsewhere beside a link to a page (Open Graph, ogp.me), besides its title and description.
struct ShareModel: Sendable {
  /// `website`, `article`
  let form: String
  let image: WebAddress?
  let width: Int
  let height: Int
  /// What a photo shows; empty for what was only drawn.
  let alt: String

  static let schema = LayoutSchema<ShareModel>(
    .code("form", \.form),
    .url("image", \.image),
    .number("width", \.width),
    .number("height", \.height),
    .text("alt", \.alt))
}
