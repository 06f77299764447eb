package import OpytMarkup
package import OpytModel
import OpytNetwork
package import OpytPages
import OpytText

/// An issue of the bulletin on its own, for readers outside of the site: what its page collects, with whole addresses
/// where the site's is known and without links where it is not.
package struct BulletinIssue: Sendable {
  let title: String
  /// Whether the title says more than the number does.
  let hasOwnTitle: Bool
  /// «Бюллетень № 5, 1–31 марта 2026 г.»
  let name: String
  let model: BulletinModel
  /// The issue's page in the site.
  let url: WebAddress?
  /// The site's first page.
  let home: WebAddress?
  /// The editor's introduction; nil where there is none.
  let introduction: HTMLFragment?
  /// Its paragraphs without markup: see ``MarkdownBody/paragraphs``.
  let paragraphs: [String]

  /// - Parameter text: the document's, as a letter needs it; nil where it has none.
  package init(_ id: DocumentID, _ bulletin: Bulletin, _ text: MarkdownBody?, _ context: PresentationContext) {
    let presenter = PagePresenter(outside: context, of: context.plan.address(of: id) ?? .home)
    title = presenter.title(of: id)
    hasOwnTitle = bulletin.hasOwnTitle
    model = BulletinModel(id, bulletin, presenter)
    name = context.strings.text(.issueName, ["number": .number(model.number), "period": .text(model.period)])
    url = presenter.url(of: id)
    home = context.configuration.baseURL?.url()
    introduction = text.map { presenter.html(of: $0.html, in: id) }
    paragraphs = text?.paragraphs ?? []
  }
}
