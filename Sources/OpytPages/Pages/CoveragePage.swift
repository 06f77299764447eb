import OpytCatalogue
import OpytDiagnostics
import OpytLayout
import OpytModel
import OpytText

/// Directions × kindergartens × academic years, how many materials (S3: мониторинг): the empty cells are what it is for.
struct CoveragePage: SitePage {
  struct Row: Sendable {
    let kindergarten: LinkModel
    let cells: [Cell]
    let total: Int

    static let schema = LayoutSchema<Row>(
      .record("kindergarten", LinkModel.narrowSchema, \.kindergarten),
      .list("cells", of: Cell.schema, \.cells),
      .number("total", \.total))
  }

  struct Cell: Sendable {
    let count: Int
    /// From 1 for the least to 4 for the most; 0 for nothing.
    let heat: Int
    let direction: String
    let url: WebAddress?

    static let schema = LayoutSchema<Cell>(
      .number("count", \.count),
      .number("heat", \.heat),
      .text("direction", \.direction),
      .url("url", \.url))
  }

  struct Year: Sendable {
    let title: String
    let url: WebAddress?
    let isCurrent: Bool

    static let schema = LayoutSchema<Year>(
      .text("title", \.title), .url("url", \.url), .flag("current", \.isCurrent))
  }

  /// The materials of a year, as a bar among the other years.
  struct Bar: Sendable {
    let period: String
    let value: Int
    let width: String

    static let schema = LayoutSchema<Bar>(
      .text("period", \.period), .number("value", \.value), .code("width", \.width))
  }

  static let layout = "coverage"

  static let schema = LayoutSchema<PageView<Self>>(
    PageView.frameFields,
    .list("years", of: Year.schema) { $0.presenter.coverageYears(current: $0.page.year) },
    .list("directions", of: LinkModel.narrowSchema) { $0.catalogue.directions.map($0.presenter.link) },
    .list("rows", of: Row.schema) { $0.subject },
    .number("empty") { $0.subject.reduce(0) { $0 + $1.cells.count { $0.count == 0 } } },
    .number("cells_count") { $0.catalogue.kindergartens.count * $0.catalogue.directions.count },
    // Only where all years stand together.
    .items("bars", of: Bar.schema) { $0.page.year == nil ? $0.presenter.coverageBars : [] })

  /// Nil for all years together.
  private let year: AcademicYear?

  static func address(of year: AcademicYear?) -> Address {
    Address(year.map { "okhvat/\($0.addressPart).html" } ?? "okhvat/index.html")
  }

  static func pages(of outline: SiteOutline) -> [CoveragePage] {
    guard !outline.catalogue.materials.isEmpty else { return [] }
    return ([nil] + outline.catalogue.materialYears).map { CoveragePage(year: $0) }
  }

  var address: Address { Self.address(of: year) }
  var claimant: Claimant { Claimant(Phrase("охват", en: "the coverage")) }

  func head(_ presenter: PagePresenter) -> PageHead {
    let strings = presenter.strings
    let all = strings.text(.coverageTitle)
    let above = year == nil ? [] : [LinkModel(title: all, url: presenter.url(Self.address(of: nil)))]
    return PageHead(
      title: year.map { strings.text(.coverageOfYear, ["year": .text($0.text)]) } ?? all,
      description: strings.text(.coverageDescription), breadcrumbs: [presenter.homeLink] + above)
  }

  func subject(_ presenter: PagePresenter) -> [Row] { presenter.coverageRows(year) }
}

extension PagePresenter {
  fileprivate func coverageYears(current: AcademicYear?) -> [CoveragePage.Year] {
    ([nil] + catalogue.materialYears).map { year in
      CoveragePage.Year(
        title: year?.text ?? strings.text(.allYears), url: url(CoveragePage.address(of: year)),
        isCurrent: year == current)
    }
  }

  fileprivate func coverageRows(_ year: AcademicYear?) -> [CoveragePage.Row] {
    let counts = catalogue.coverage(year)
    let highest = counts.values.flatMap(\.values).max() ?? 1
    return catalogue.kindergartens.map { kindergarten in
      let cells = catalogue.directions.map { direction in
        let count = counts[kindergarten]?[direction] ?? 0
        return CoveragePage.Cell(
          count: count, heat: (count * 4 + highest - 1) / max(highest, 1), direction: title(of: direction),
          url: url(of: kindergarten, fragment: groupAnchor(direction, of: kindergarten)))
      }
      return CoveragePage.Row(
        kindergarten: link(to: kindergarten), cells: cells, total: cells.reduce(0) { $0 + $1.count })
    }
  }

  fileprivate var coverageBars: [CoveragePage.Bar] {
    let counts = catalogue.materialYears.reversed().map { year in
      (year: year, count: catalogue.materials(publishedIn: year).count)
    }
    let highest = counts.map(\.count).max() ?? 1
    return counts.map { year, count in
      .init(period: year.text, value: count, width: "\(max(1, count * 75 / max(highest, 1)))%")
    }
  }

  /// The anchor of a direction's materials on a kindergarten's page; nil where these stand on several pages.
  func groupAnchor(_ direction: DocumentID, of kindergarten: DocumentID) -> String? {
    let materials = catalogue.materials(naming: kindergarten, as: .kindergartens, .host)
    let isShown =
      materials.count <= ListPart.length
      && materials.contains {
        catalogue.mainDirection(of: $0) == direction
      }
    return isShown ? groupAnchor(direction) : nil
  }

  /// Ids of headings that the theme makes have a `_`, which those of texts never have.
  func groupAnchor(_ direction: DocumentID) -> String {
    "opyt_direction-\(Transliteration.slug(graph[direction].decoded.id))"
  }
}

extension Catalogue {
  /// How many materials each kindergarten has in each direction.
  fileprivate func coverage(_ year: AcademicYear?) -> [DocumentID: [DocumentID: Int]] {
    var counts: [DocumentID: [DocumentID: Int]] = [:]
    for id in materials {
      guard let material = graph[id].material, year?.contains(material.published.value) ?? true else { continue }
      let directions = Set(graph[id].targets(of: material.directions))
      for kindergarten in Set(graph[id].targets(of: material.kindergartens)) {
        for direction in directions { counts[kindergarten, default: [:]][direction, default: 0] += 1 }
      }
    }
    return counts
  }
}
