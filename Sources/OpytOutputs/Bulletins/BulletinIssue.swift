package import OpytFiles
import OpytLayout
import OpytMarkup
package import OpytModel
package import OpytNetwork
package import OpytPages
import OpytText

/// An issue of the bulletin on its own, for readers outside of the site: what its page collects, with whole addresses
/// where the site's is known and without links where it is not.
package struct BulletinIssue: Sendable {
  let title: String
  /// Whether the editor gave the title; else it is made of the number.
  let hasOwnTitle: Bool
  /// «Бюллетень № 5, 1–31 марта 2026 г.»
  let name: String
  let model: BulletinModel
  /// The issue's page in the site.
  let url: WebAddress?
  /// The site's first page.
  let home: WebAddress?
  let introduction: MailText?

  package init(
    _ id: DocumentID, _ bulletin: Bulletin, _ context: PresentationContext, _ network: Network
  ) throws(MachineFailure) {
    let presenter = PagePresenter(outside: context, of: context.plan.address(of: id) ?? .home)
    title = presenter.title(of: id)
    hasOwnTitle = bulletin.givenTitle != nil
    model = BulletinModel(id, bulletin, presenter)
    name = context.strings.text(.issueName, ["number": .number(model.number), "period": .text(model.period)])
    url = presenter.url(of: id)
    home = context.configuration.baseURL?.url()
    introduction = try Self.text(of: id, network, presenter)
  }

  private static func text(
    of id: DocumentID, _ network: Network, _ presenter: PagePresenter
  ) throws(MachineFailure) -> MailText? {
    let links = network.graph[id].decoded.links
    let html = try network.body(of: id)?.filled { link, output in
      // Pictures are told in words.
      guard !links[link].isImage, let address = presenter.address(ofLink: link, in: id) else { return }
      output.append(contentsOf: " href=\"".utf8)
      HTMLEscaping.append(address.text, to: &output)
      output.append(UInt8(ascii: "\""))
    }
    return html.map(MailText.init)
  }
}
