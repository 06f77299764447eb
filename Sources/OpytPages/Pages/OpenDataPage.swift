import OpytCatalogue
import OpytDiagnostics
import OpytLayout
import OpytModel
import OpytNetwork
import OpytText

/// Where programs find all materials as data, and what each column means.
struct OpenDataPage: SitePage {
  /// A file for programs.
  struct File: Sendable {
    let address: Address
    /// What it is, in a few words.
    let title: ThemeString
    /// The standard that it follows.
    let format: String

    static let schema = LayoutSchema<(file: File, presenter: PagePresenter)>(
      .text("title") { $0.presenter.strings.text($0.file.title) },
      .url("url") { $0.presenter.url($0.file.address) },
      .code("name", \.file.address.path.fileName),
      .code("format", \.file.format))
  }

  static let layout = "open-data"
  static let address = Address("\(SiteFile.dataFolder)/index.html")

  static let schema = LayoutSchema<PageView<Self>>(
    PageView.frameFields,
    .list("tables", of: File.schema) { view in tables.map { ($0, view.presenter) } },
    .items("others", of: File.schema) { view in view.presenter.otherData.map { ($0, view.presenter) } },
    .list("fields", of: fieldSchema) { view in MaterialField.allCases.map { ($0, view.strings) } })

  private static let fieldSchema = LayoutSchema<(field: MaterialField, strings: ThemeStrings)>(
    .code("name", \.field.name),
    .text("title") { $0.strings.text($0.field.title) },
    .text("meaning") { $0.strings.text($0.field.meaning) })

  fileprivate static let tables = [
    File(address: SiteFile.materialsJSON, title: .dataJSON, format: "JSON"),
    File(address: SiteFile.materialsCSV, title: .dataCSV, format: "CSV"),
    File(address: SiteFile.materialsSchema, title: .dataSchema, format: "JSON Schema 2020-12"),
    File(address: SiteFile.materialsTableSchema, title: .dataTableSchema, format: "CSVW"),
  ]

  /// What members read is no data for others.
  static func exists(in catalogue: Catalogue) -> Bool { catalogue.edition == .open && !catalogue.materials.isEmpty }

  static func pages(of outline: SiteOutline) -> [OpenDataPage] {
    exists(in: outline.catalogue) ? [OpenDataPage()] : []
  }

  var address: Address { Self.address }
  var claimant: Claimant { Claimant(Phrase("страница «Открытые данные»", en: "the page of open data")) }

  func head(_ presenter: PagePresenter) -> PageHead {
    presenter.overviewHead(.dataTitle, .dataDescription, section: Self.address)
  }

  func describe(_ presenter: PagePresenter, in data: inout PageData) {
    let strings = presenter.strings
    data.add("Dataset", at: presenter.wholeURL(of: address)) { set in
      set.text("name", "\(strings.text(.allMaterials)). \(presenter.context.configuration.title)")
      set.text("description", strings.text(.dataDescription))
      set.text("inLanguage", presenter.context.configuration.language.rawValue)
      set.flag("isAccessibleForFree", true)
      set.object("creator") { creator in
        creator.text("@type", "Organization")
        creator.text("name", presenter.context.configuration.title)
      }
      set.list("distribution", of: Self.tables.prefix(2)) { file, items in
        items.object { download in
          download.text("@type", "DataDownload")
          download.text("contentUrl", presenter.wholeURL(of: file.address))
          download.text("encodingFormat", file.format == "CSV" ? "text/csv" : "application/json")
        }
      }
    }
  }
}

extension PagePresenter {
  /// What else the site has for programs.
  fileprivate var otherData: [OpenDataPage.File] {
    guard context.hasFeed else { return [] }
    var files = [
      OpenDataPage.File(address: SiteFile.feed, title: .dataFeed, format: "Atom"),
      OpenDataPage.File(address: SiteFile.feed.withJSON, title: .dataFeed, format: "JSON Feed 1.1"),
      OpenDataPage.File(address: SiteFile.sitemap, title: .dataSitemap, format: "Sitemap 0.9"),
    ]
    if context.configuration.contactEmail != nil {
      files.append(
        OpenDataPage.File(address: SiteFile.repository(1), title: .dataRepository, format: "OAI-PMH, oai_dc"))
    }
    return files
  }
}

extension Address {
  fileprivate var withJSON: Address { Address(path.dropLast("xml".utf8.count) + "json") }
}

extension SiteConfiguration {
  /// Where the network can be written to: its mailbox, or the first one among its channels.
  package var contactEmail: String? {
    if let email { return email }
    let scheme = "mailto:"
    return channels.lazy.compactMap { $0.url?.text }.first { $0.hasPrefix(scheme) }.map {
      String($0.dropFirst(scheme.count))
    }
  }
}
