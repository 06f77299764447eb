import OpytCatalogue
import OpytDiagnostics
import OpytLayout
import OpytModel
import OpytNetwork
import OpytText

/// A page of the list of the materials of one kind.
struct MaterialListPage: SitePage {
  static let layout = "materials"

  static let schema = LayoutSchema<PageView<Self>>(
    PageView.frameFields,
    .text("label") { $0.strings.count($0.catalogue.ids(of: $0.page.kind).count, of: $0.page.kind) },
    .number("count") { $0.catalogue.ids(of: $0.page.kind).count },
    .cards("items") { $0.page.part.items.map($0.presenter.card) },
    .record("pagination", PaginationModel.schema) { $0.presenter.pagination($0.page.part) })

  private let kind: Kind
  private let part: ListPart

  static func pages(of outline: SiteOutline) -> [MaterialListPage] {
    Kind.materials.flatMap { kind in
      ListPart.parts(of: kind, outline).map { MaterialListPage(kind: kind, part: $0) }
    }
  }

  var address: Address { part.address }
  var claimant: Claimant { .list(of: kind) }
  func head(_ presenter: PagePresenter) -> PageHead { presenter.listHead(kind, part) }
}

extension Claimant {
  static func list(of kind: Kind) -> Claimant {
    Claimant(Phrase("список «\(kind.listTitle)»", en: "the list of \(kind.folder)"))
  }
}

extension PagePresenter {
  func listHead(_ kind: Kind, _ part: ListPart) -> PageHead {
    PageHead(
      title: title(strings.text(.list(kind)), part), description: listDescription(kind), breadcrumbs: [homeLink],
      section: part.first)
  }

  /// «Проекты», «Проекты – страница 2»: no two pages have one title.
  func title(_ title: String, _ part: ListPart) -> String {
    part.isFirst ? title : strings.text(.pageOfList, ["title": .text(title), "number": .number(part.number)])
  }

  func listDescription(_ kind: Kind) -> String {
    strings.text(
      .listDescription,
      ["list": .text(strings.text(.list(kind))), "site": .text(context.configuration.title)])
  }
}
