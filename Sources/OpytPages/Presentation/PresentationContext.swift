package import OpytCatalogue
import OpytDiagnostics
import OpytFiles
import OpytLayout
import OpytModel
package import OpytNetwork
import OpytText

/// What all page models of one run are made from.
///
/// A class, though it never changes, as the catalogue and the plan: every link of every page goes through them.
package final class PresentationContext: Sendable {
  package let configuration: SiteConfiguration
  package let catalogue: Catalogue
  package let plan: SitePlan
  package let strings: ThemeStrings
  package let localTime: LocalTime
  /// The titles of all documents, set once: they stand on many pages.
  let titles: [String]
  /// «Ильина М. С.», of all people.
  let shortNames: [DocumentID: String]
  /// Of all published documents, where the site's own may be told.
  let wholeAddresses: WholeAddresses
  let accents: AccentPalette
  /// What somebody begins with who tried a material of a kind.
  let beginnings: [Kind: MaterialBeginning]
  /// The style sheets and scripts to publish.
  package let assets: Assets
  /// By the path of the source.
  let files: [String: PublishedFileFacts]
  let includesDrafts: Bool
  package let layouts: LayoutSet
  let cards: CardCache
  let siteMap: SiteMap
  let sites: SiteValueCache
  /// By the layouts of documents' pages.
  let searchedFields: [String: SearchedFields]

  /// - Parameters:
  ///   - theme: the site's layouts and assets, and what was compiled of them.
  ///   - files: what pages tell of published files; none for texts that stand outside of the site.
  package init(
    _ configuration: SiteConfiguration, _ catalogue: Catalogue, _ plan: SitePlan, _ strings: ThemeStrings,
    theme: LayoutFiles, _ layouts: LayoutSet, files: [String: PublishedFileFacts], includesDrafts: Bool
  ) {
    self.configuration = configuration
    self.catalogue = catalogue
    self.plan = plan
    self.strings = strings
    localTime = LocalTime(configuration.timeZone)
    titles = catalogue.graph.documents.map { configuration.language.typography.words($0.title) }
    shortNames = Dictionary(
      uniqueKeysWithValues: catalogue.ids(of: .person).map { ($0, PersonName(catalogue.graph[$0].title).short) })
    wholeAddresses = WholeAddresses(
      catalogue.edition == .open ? configuration.baseURL : nil, catalogue.graph, plan)
    accents = AccentPalette(catalogue)
    beginnings = Dictionary(uniqueKeysWithValues: Kind.materials.map { ($0, MaterialBeginning($0)) })
    assets = Assets(theme, appending: accents.css + FocusRules(catalogue).css)
    self.files = files
    self.includesDrafts = includesDrafts
    self.layouts = layouts
    cards = CardCache(layouts.usage(of: CardModel.schema.type))
    siteMap = SiteMap(configuration, catalogue, plan, strings)
    sites = SiteValueCache(layouts.usage(of: SiteModel.schema.type))
    searchedFields = Dictionary(
      Kind.allCases.map { ($0.pageType.root.name, SearchedFields($0.pageType.root.type)) },
      uniquingKeysWith: { first, _ in first })
  }

  /// The colours of a picture shown beside links, each as red, green and blue, from its paper to its darkest.
  package func shades(of picture: SharePicture, count: Int) -> [UInt8] {
    accents.shades(of: picture.direction, count: count)
  }

  /// What members read is not fed.
  var hasFeed: Bool { configuration.baseURL != nil && catalogue.edition == .open }
}

/// What a page tells of a file.
package struct PublishedFileFacts: Hashable, Sendable {
  let bytes: Int
  let image: ImageSize?

  /// - Parameter bytes: as they are published.
  package init(_ fileName: String, _ bytes: [UInt8]) {
    self.bytes = bytes.count
    image = FileTypes.group(of: fileName) == .image ? ImageSize(bytes) : nil
  }
}
