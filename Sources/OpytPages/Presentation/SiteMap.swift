import OpytCatalogue
import OpytDiagnostics
import OpytModel
import OpytNetwork
import OpytText

/// The ways into a site: its menu, and the map of all its lists that every footer has.
struct SiteMap: Sendable {
  struct Entry: Sendable {
    enum Target: Sendable {
      case page(Address)
      case external(WebAddress)
    }

    let title: String
    let target: Target
    var isMembersOnly = false

    var address: Address? { if case .page(let address) = target { address } else { nil } }
  }

  /// Entries under a name; one entry without.
  struct Group: Sendable {
    let title: String
    let entries: [Entry]
    var isPlain = false
  }

  let menu: [Group]
  /// The pages that the menu leads to.
  let menuAddresses: Set<Address>
  let sections: [Group]

  init(_ configuration: SiteConfiguration, _ catalogue: Catalogue, _ plan: SitePlan, _ strings: ThemeStrings) {
    let maker = SiteMapMaker(configuration: configuration, catalogue: catalogue, plan: plan, strings: strings)
    sections = maker.sections
    let configured = maker.configuredMenu
    menu = configured.isEmpty ? sections : configured
    menuAddresses = Set(menu.flatMap(\.entries).compactMap(\.address))
  }
}

private struct SiteMapMaker {
  let configuration: SiteConfiguration
  let catalogue: Catalogue
  let plan: SitePlan
  let strings: ThemeStrings

  /// Everything that has a list or tells of the network, in groups; no group is empty.
  var sections: [SiteMap.Group] {
    let groups = [
      group(
        .sectionMaterials,
        overviews([.materials]) + lists(Kind.materials + [.direction])
          + overviews([.audience, .ages, .areas, .specialNeeds, .groupTypes, .keywords, .media])),
      group(.sectionPractice, lists([.event, .community, .bulletin])),
      group(.sectionMembers, lists([.kindergarten, .person, .partner]) + overviews([.help])),
      group(
        .sectionMethod,
        lists([.deficit, .strategy, .methodPlan])
          + overviews([.correspondence, .coverage, .reuse, .evidence, .data, .report])),
      group(.sectionAbout, pages),
    ]
    return groups.filter { !$0.entries.isEmpty }
  }

  private func group(_ title: ThemeString, _ entries: [SiteMap.Entry]) -> SiteMap.Group {
    SiteMap.Group(title: strings.text(title), entries: entries)
  }

  private func lists(_ kinds: [Kind]) -> [SiteMap.Entry] {
    kinds.filter(catalogue.hasList).map {
      SiteMap.Entry(title: strings.text(.list($0)), target: .page(.list(of: $0)))
    }
  }

  private func overviews(_ overviews: [Overview]) -> [SiteMap.Entry] {
    overviews.filter { $0.exists(in: catalogue, hasReport: configuration.hasReport) }.map {
      SiteMap.Entry(title: strings.text($0.title), target: .page($0.address))
    }
  }

  /// The free pages that ask to be in the menu, or are in the configured one.
  private var pages: [SiteMap.Entry] {
    let configured = Set(
      configuration.menu.flatMap(\.links).compactMap { link in
        if case .document(let id) = configuration.target(of: link, in: catalogue) { id } else { nil }
      })
    let graph = catalogue.graph
    return catalogue.ids(of: .page)
      .filter { (graph[$0].entity as? Page)?.menu?.value == true || configured.contains($0) }
      .compactMap { id in
        plan.address(of: id).map {
          SiteMap.Entry(title: graph[id].title, target: .page($0), isMembersOnly: graph.isMembersOnly(id))
        }
      }
  }

  var configuredMenu: [SiteMap.Group] {
    configuration.menu.compactMap { item in
      let entries = item.links.compactMap(entry)
      return entries.isEmpty ? nil : SiteMap.Group(title: item.title, entries: entries, isPlain: item.isPlain)
    }
  }

  private func entry(_ link: SiteConfiguration.MenuLink) -> SiteMap.Entry? {
    let target: SiteMap.Entry.Target? =
      switch configuration.target(of: link, in: catalogue) {
      case .list(let kind): .page(.list(of: kind))
      case .overview(let overview): .page(overview.address)
      case .document(let id): plan.address(of: id).map { .page($0) }
      case .external(let url): .external(url)
      case .none: nil
      }
    return target.map { SiteMap.Entry(title: link.title, target: $0) }
  }
}
