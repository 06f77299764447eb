import OpytCatalogue
import OpytDiagnostics
import OpytLayout
import OpytModel
import OpytText

/// A kindergarten's materials by direction and academic year: what every cell of the coverage leads to. Those of several
/// directions stand under each, which a list of cards can't do.
struct ExperiencePage: SitePage {
  struct Year: Sendable {
    let title: String
    let anchor: String
    let materials: [LineModel]

    static let schema = LayoutSchema<Year>(
      .text("title", \.title),
      .text("anchor", \.anchor),
      .url("link") { WebAddress(relative: "#" + $0.anchor) },
      .number("count", \.materials.count),
      .list("items", of: LineModel.schema, \.materials))
  }

  struct Direction: Sendable {
    let title: String
    let url: WebAddress?
    let anchor: String
    let accent: String
    let count: Int
    let years: [Year]

    static let schema = LayoutSchema<Direction>(
      .text("title", \.title),
      .url("url", \.url),
      .unmarked,
      .text("anchor", \.anchor),
      .url("link") { WebAddress(relative: "#" + $0.anchor) },
      .text("accent", \.accent),
      .number("count", \.count),
      .list("years", of: Year.schema, \.years))
  }

  /// A kindergarten's row, of all years and of each.
  struct Rows: Sendable {
    let directions: [Direction]
    let years: [Year]
  }

  static let layout = "experience"

  static let schema = LayoutSchema<PageView<Self>>(
    PageView.frameFields,
    .record("kindergarten", LinkModel.schema) { $0.presenter.link(to: $0.page.place.id) },
    .list("directions", of: Direction.schema, \.subject.directions),
    .list("years", of: Year.schema, \.subject.years))

  fileprivate let place: DocumentPlace

  static func address(of place: DocumentPlace) -> Address { Address(place.address.folder + "napravleniya.html") }

  static func pages(of outline: SiteOutline) -> [ExperiencePage] {
    KindergartenPage.places(outline).filter { !outline.catalogue.materials(of: $0.id).isEmpty }.map(ExperiencePage.init)
  }

  var address: Address { Self.address(of: place) }
  var claimant: Claimant {
    Claimant(
      Phrase("опыт сада по направлениям: \(place.file)", en: "the experience of \(place.file)"),
      at: place.claimant.location)
  }

  func subject(_ presenter: PagePresenter) -> Rows { presenter.experience(of: place.id) }

  func head(_ presenter: PagePresenter) -> PageHead {
    let title = presenter.strings.text(.experienceTitle, ["kindergarten": .text(presenter.title(of: place.id))])
    return PageHead(
      title: title, description: presenter.strings.text(.coverageDescription),
      breadcrumbs: [presenter.homeLink, presenter.listLink(.kindergarten), presenter.link(to: place.id)],
      section: .list(of: .kindergarten), accent: presenter.accent(of: place.id))
  }
}

/// A material in a line of a long list.
struct LineModel: Sendable {
  let title: String
  let url: WebAddress?
  let kind: String
  let date: DateModel?
  let isMembersOnly: Bool

  static let schema = LayoutSchema<LineModel>(
    .text("title", \.title),
    .url("url", \.url),
    .text("kind", \.kind),
    .record("date", DateModel.schema, \.date),
    .flag("members_only", \.isMembersOnly))
}

extension PagePresenter {
  func line(_ id: DocumentID) -> LineModel {
    LineModel(
      title: title(of: id), url: url(of: id), kind: strings.text(.kind(graph[id].kind)),
      date: graph[id].material.map { date($0.published.value) }, isMembersOnly: isMarked(id))
  }

  /// Where the materials of a cell stand; nil where the kindergarten has none.
  /// - Parameters:
  ///   - direction: nil for all directions together.
  ///   - year: nil for all years together.
  func experienceURL(of kindergarten: DocumentID, in direction: DocumentID?, _ year: AcademicYear?) -> WebAddress? {
    guard let address = context.plan.address(of: kindergarten) else { return nil }
    let place = DocumentPlace(kindergarten, at: address, graph)
    guard let anchor = direction.map({ experienceAnchor($0, year) }) ?? year.map(experienceAnchor) else {
      return url(address, fragment: "opyt_materials")
    }
    return url(ExperiencePage.address(of: place), fragment: anchor)
  }

  /// Ids of headings that the theme makes have a `_`, which those of texts never have. A page's file has its name alone.
  private func experienceAnchor(_ direction: DocumentID, _ year: AcademicYear?) -> String {
    let name = context.plan.address(of: direction)?.name ?? ""
    return "opyt_direction-\(name)" + (year.map { "-\($0.addressPart)" } ?? "")
  }

  private func experienceAnchor(_ year: AcademicYear) -> String { "opyt_year-\(year.addressPart)" }

  fileprivate func experience(of kindergarten: DocumentID) -> ExperiencePage.Rows {
    let years = catalogue.materialYears.map { (year: $0, row: catalogue.coverage(of: kindergarten, $0)) }
    let cells = catalogue.coverage(of: kindergarten, nil).cells.enumerated()
    let directions = cells.filter { !$0.element.materials.isEmpty }.map { index, cell in
      ExperiencePage.Direction(
        title: title(of: cell.direction), url: url(of: cell.direction),
        anchor: experienceAnchor(cell.direction, nil), accent: accent(of: cell.direction), count: cell.materials.count,
        years: years.compactMap { year, row in
          experienceYear(year, experienceAnchor(cell.direction, year), row.cells[index].materials)
        })
    }
    return ExperiencePage.Rows(
      directions: directions,
      years: years.compactMap { year, row in experienceYear(year, experienceAnchor(year), row.materials) })
  }

  private func experienceYear(
    _ year: AcademicYear, _ anchor: String, _ materials: [DocumentID]
  ) -> ExperiencePage.Year? {
    materials.isEmpty ? nil : .init(title: year.text, anchor: anchor, materials: materials.map(line))
  }
}
