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
    /// Its materials, each once.
    let total: CountModel
    let isMember: Bool

    static let schema = LayoutSchema<Row>(
      .record("kindergarten", LinkModel.narrowSchema, \.kindergarten),
      .list("cells", of: Cell.schema, \.cells),
      .record("total", CountModel.schema, \.total),
      .flag("member", \.isMember))
  }

  struct Cell: Sendable {
    let count: Int
    /// From 1 for the least to 4 for the most; 0 for nothing.
    let heat: Int
    let direction: String
    /// The number with what it counts, for those who hear it: empty for nothing.
    let name: String
    let url: WebAddress?
    /// Whether nothing stands here though something could: not in a year without the kindergarten.
    let isEmpty: Bool

    static let schema = LayoutSchema<Cell>(
      .number("count", \.count),
      .number("heat", \.heat),
      .text("direction", \.direction),
      .text("name", \.name),
      .url("url", \.url),
      .flag("empty", \.isEmpty))
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
    let url: WebAddress?

    static let schema = LayoutSchema<Bar>(
      .text("period", \.period), .number("value", \.value), .code("width", \.width), .url("url", \.url))
  }

  static let layout = "coverage"

  static let schema = LayoutSchema<PageView<Self>>(
    PageView.frameFields,
    .list("years", of: Year.schema) { $0.presenter.coverageYears(current: $0.page.year) },
    .list("directions", of: LinkModel.narrowSchema) { $0.catalogue.directions.map($0.presenter.link) },
    .list("rows", of: Row.schema) { $0.presenter.coverageRows($0.subject, $0.page.year) },
    .record("total", CountModel.schema) { view in
      CountModel(
        number: view.subject.materials.count,
        url: view.presenter.url(
          view.page.year.map(YearPage.address) ?? CataloguePage.address, fragment: "opyt_materials"))
    },
    .number("empty") { $0.subject.emptyCells },
    .number("absent") { $0.subject.absentCells },
    // Those that have a material or could have one.
    .number("cells_count") { $0.subject.cells },
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
  var claimant: Claimant { Claimant(Phrase("карта опыта", en: "the map of experience")) }

  func head(_ presenter: PagePresenter) -> PageHead {
    let strings = presenter.strings
    let all = strings.text(.coverageTitle)
    let above = year == nil ? [] : [LinkModel(title: all, url: presenter.url(Self.address(of: nil)))]
    return PageHead(
      title: year.map { strings.text(.coverageOfYear, ["year": .text($0.text)]) } ?? all,
      description: strings.text(.coverageDescription), breadcrumbs: [presenter.homeLink] + above)
  }

  func subject(_ presenter: PagePresenter) -> Coverage { presenter.catalogue.coverage(year) }
}

extension PagePresenter {
  fileprivate func coverageYears(current: AcademicYear?) -> [CoveragePage.Year] {
    ([nil] + catalogue.materialYears).map { year in
      CoveragePage.Year(
        title: year?.text ?? strings.text(.allYears), url: url(CoveragePage.address(of: year)),
        isCurrent: year == current)
    }
  }

  fileprivate func coverageRows(_ coverage: Coverage, _ year: AcademicYear?) -> [CoveragePage.Row] {
    let highest = coverage.rows.lazy.flatMap(\.cells).map(\.materials.count).max() ?? 1
    return coverage.rows.map { row in
      let cells = row.cells.map { cell in
        let count = cell.materials.count
        return CoveragePage.Cell(
          count: count, heat: (count * 4 + highest - 1) / max(highest, 1), direction: title(of: cell.direction),
          name: count == 0 ? "" : cellName(count, row.kindergarten, cell.direction),
          url: count == 0 ? nil : experienceURL(of: row.kindergarten, in: cell.direction, year), isEmpty: cell.isEmpty)
      }
      let total = CountModel(
        number: row.materials.count,
        url: row.materials.isEmpty ? nil : experienceURL(of: row.kindergarten, in: nil, year))
      return CoveragePage.Row(
        kindergarten: link(to: row.kindergarten), cells: cells, total: total, isMember: row.isMember)
    }
  }

  /// «Детский сад № 3, Среда – третий учитель: 4 материала»
  private func cellName(_ count: Int, _ kindergarten: DocumentID, _ direction: DocumentID) -> String {
    strings.text(
      .coverageCell,
      [
        "kindergarten": .text(title(of: kindergarten)), "direction": .text(title(of: direction)),
        "count": .number(count),
      ])
  }

  fileprivate var coverageBars: [CoveragePage.Bar] {
    let counts = catalogue.materialYears.reversed().map { year in
      (year: year, count: catalogue.materials(publishedIn: year).count)
    }
    let highest = counts.map(\.count).max() ?? 1
    return counts.map { year, count in
      .init(
        period: year.text, value: count, width: "\(max(1, count * 75 / max(highest, 1)))%",
        url: url(YearPage.address(of: year), fragment: "opyt_materials"))
    }
  }
}
