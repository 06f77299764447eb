import OpytLayout
import OpytModel
import OpytText

/// Directions × kindergartens × academic years, how many materials (S3: мониторинг): the empty cells are what it is for.
struct CoveragePageModel: Sendable {
  struct Row: Sendable {
    let kindergarten: LinkModel
    let cells: [Cell]
    let total: Int

    static let schema = LayoutSchema<Row>(
      .record("kindergarten", LinkModel.schema, \.kindergarten),
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
    let url: WebAddress
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
      .text("period", \.period), .number("value", \.value), .text("width", \.width))
  }

  let frame: FrameModel
  let years: [Year]
  let directions: [LinkModel]
  let rows: [Row]
  let emptyCount: Int
  let cellCount: Int
  /// Only where all years stand together.
  let bars: [Bar]

  static let schema = LayoutSchema<CoveragePageModel>(
    FrameModel.fields(\.frame) + [
      .list("years", of: Year.schema, \.years),
      .list("directions", of: LinkModel.schema, \.directions),
      .list("rows", of: Row.schema, \.rows),
      .number("empty", \.emptyCount),
      .number("cells_count", \.cellCount),
      .items("bars", of: Bar.schema, \.bars),
    ])
}

extension PagePresenter {
  /// - Parameter year: nil for all years together.
  func coverage(_ year: AcademicYear?) -> CoveragePageModel {
    let counts = catalogue.coverage(year)
    let highest = counts.values.flatMap(\.values).max() ?? 1
    let directions = catalogue.directions
    let rows = catalogue.kindergartens.map { kindergarten in
      let cells = directions.map { direction in
        let count = counts[kindergarten]?[direction] ?? 0
        return CoveragePageModel.Cell(
          count: count, heat: (count * 4 + highest - 1) / max(highest, 1), direction: title(of: direction),
          url: url(of: kindergarten, fragment: groupAnchor(direction, of: kindergarten)))
      }
      return CoveragePageModel.Row(
        kindergarten: link(to: kindergarten), cells: cells, total: cells.reduce(0) { $0 + $1.count })
    }
    let all = strings.text(.coverageTitle)
    return CoveragePageModel(
      frame: frame(
        title: year.map { strings.text(.coverageOfYear, ["year": .text($0.text)]) } ?? all,
        description: strings.text(.coverageDescription),
        breadcrumbs: [homeLink] + (year == nil ? [] : [LinkModel(title: all, url: url(SitePlan.coverage(nil)))])),
      years: ([nil] + catalogue.materialYears.map(Optional.some)).map { other in
        .init(
          title: other?.text ?? strings.text(.allYears), url: url(SitePlan.coverage(other)), isCurrent: other == year)
      },
      directions: directions.map(link), rows: rows,
      emptyCount: rows.reduce(0) { $0 + $1.cells.count { $0.count == 0 } }, cellCount: rows.count * directions.count,
      bars: year == nil ? bars : [])
  }

  private var bars: [CoveragePageModel.Bar] {
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
      materials.count <= SitePlan.listLength
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
  func coverage(_ year: AcademicYear?) -> [DocumentID: [DocumentID: Int]] {
    var counts: [DocumentID: [DocumentID: Int]] = [:]
    for id in year.map(materials(publishedIn:)) ?? materials {
      guard let material = graph[id].material else { continue }
      for kindergarten in Set(graph[id].targets(of: material.kindergartens)) {
        for direction in Set(graph[id].targets(of: material.directions)) {
          counts[kindergarten, default: [:]][direction, default: 0] += 1
        }
      }
    }
    return counts
  }
}
