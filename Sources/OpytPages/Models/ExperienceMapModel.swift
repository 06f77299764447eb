import OpytCatalogue
import OpytLayout
import OpytModel
import OpytText

/// The way from the home page to the map of experience.
struct ExperienceMapModel: Sendable {
  let drawing: HTMLFragment
  let title: String
  let url: WebAddress?

  static let schema = LayoutSchema<ExperienceMapModel>(
    .html("drawing", \.drawing),
    .text("title", \.title),
    .url("url", \.url))
}

extension PagePresenter {
  /// Nil where no material stands on it.
  var experienceMap: ExperienceMapModel? {
    let coverage = catalogue.coverage(nil)
    let columns = coverage.rows.prefix(ExperienceMap.columnCount)
    let rows = catalogue.directions.indices.prefix(ExperienceMap.rowCount).map { direction in
      columns.map { $0.cells[direction].materials.count }
    }
    return ExperienceMap.drawing(rows).map {
      ExperienceMapModel(
        drawing: $0.fragment, title: strings.text(.coverageTitle), url: url(CoveragePage.address(of: nil)))
    }
  }
}
