import OpytCatalogue
import OpytDiagnostics
import OpytLayout
import OpytModel

/// The coordinator's page «Отчёт сети»: what each academic year brought.
struct ReportPage: SitePage {
  struct Year: Sendable {
    let title: String
    let materials: CountModel
    let events: CountModel
    let participants: Int
    let authors: CountModel
    let kindergartens: CountModel

    static let schema = LayoutSchema<Year>(
      .text("title", \.title),
      .record("materials", CountModel.schema, \.materials),
      .record("events", CountModel.schema, \.events),
      .number("participants", \.participants),
      .record("authors", CountModel.schema, \.authors),
      .record("kindergartens", CountModel.schema, \.kindergartens))
  }

  static let layout = "report"
  static let address = Address("otchyot.html")

  static let schema = LayoutSchema<PageView<Self>>(
    PageView.frameFields,
    .list("years", of: Year.schema) { $0.presenter.reportYears },
    .items("unanswered", of: LinkModel.schema) { $0.catalogue.correspondence.unanswered.map($0.presenter.link) },
    .items("worked", of: LinkModel.schema) { $0.catalogue.deficits(.worked).map($0.presenter.link) },
    .items("closed", of: LinkModel.schema) { $0.catalogue.deficits(.closed).map($0.presenter.link) })

  static func pages(of outline: SiteOutline) -> [ReportPage] { outline.hasReport ? [ReportPage()] : [] }

  var address: Address { Self.address }
  var claimant: Claimant { Claimant(Phrase("отчёт сети", en: "the network's report")) }

  func head(_ presenter: PagePresenter) -> PageHead {
    presenter.overviewHead(.reportTitle, .reportDescription)
  }
}

extension PagePresenter {
  fileprivate var reportYears: [ReportPage.Year] {
    catalogue.networkYears.map { year in
      let brought = catalogue.networkYear(year)
      func count(_ ids: [DocumentID], _ anchor: String) -> CountModel {
        CountModel(number: ids.count, url: ids.isEmpty ? nil : url(YearPage.address(of: year), fragment: anchor))
      }
      return ReportPage.Year(
        title: year.text, materials: count(brought.materials, "opyt_materials"),
        events: count(brought.heldEvents, "opyt_events"), participants: brought.participants,
        authors: count(brought.authors, "opyt_authors"),
        kindergartens: count(brought.kindergartens, "opyt_kindergartens"))
    }
  }
}
