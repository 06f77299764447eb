import OpytCatalogue
import OpytDiagnostics
import OpytLayout
import OpytModel

/// The coordinator's page «Отчёт сети»: what each academic year brought.
struct ReportPage: SitePage {
  struct Year: Sendable {
    let title: String
    let materials: Int
    let events: Int
    let authors: Int
    let kindergartens: Int

    static let schema = LayoutSchema<Year>(
      .text("title", \.title),
      .number("materials", \.materials),
      .number("events", \.events),
      .number("authors", \.authors),
      .number("kindergartens", \.kindergartens))
  }

  static let layout = "report"
  static let address = Address("otchyot.html")

  static let schema = LayoutSchema<PageView<Self>>(
    PageView.frameFields,
    .list("years", of: Year.schema) { $0.presenter.reportYears },
    .items("unanswered", of: LinkModel.schema) { $0.catalogue.correspondence.unanswered.map($0.presenter.link) })

  static func pages(of outline: SiteOutline) -> [ReportPage] { outline.hasReport ? [ReportPage()] : [] }

  var address: Address { Self.address }
  var claimant: Claimant { Claimant(Phrase("отчёт сети", en: "the network's report")) }

  func head(_ presenter: PagePresenter) -> PageHead {
    PageHead(
      title: presenter.strings.text(.reportTitle), description: presenter.strings.text(.reportDescription),
      breadcrumbs: [presenter.homeLink])
  }
}

extension PagePresenter {
  fileprivate var reportYears: [ReportPage.Year] {
    Set(catalogue.materialYears + catalogue.pastEventYears).sorted(by: >).map(reportYear)
  }

  private func reportYear(_ year: AcademicYear) -> ReportPage.Year {
    let materials = catalogue.materials(publishedIn: year)
    func named(_ references: (MaterialFields, ResolvedDocument) -> [DocumentID]) -> Int {
      Set(materials.flatMap { id in graph[id].material.map { references($0, graph[id]) } ?? [] }.filter(isPublished))
        .count
    }
    return ReportPage.Year(
      title: year.text, materials: materials.count,
      events: catalogue.pastEvents(year).count { catalogue.event($0)?.effectiveState == .held },
      authors: named { $1.targets(of: $0.authors) }, kindergartens: named { $1.targets(of: $0.kindergartens) })
  }
}
