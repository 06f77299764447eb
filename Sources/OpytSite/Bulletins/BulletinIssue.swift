import OpytLayout
import OpytMarkup
import OpytModel
import OpytText

/// An issue of the bulletin on its own, for readers outside of the site: the facts of its page, its links absolute
/// where the site's address is known and left out where it is not.
struct BulletinIssue: Sendable {
  let title: String
  /// Whether the editor gave the title; else it is made of the number.
  let hasOwnTitle: Bool
  /// «Бюллетень № 5, 1–31 марта 2026 г.»
  let name: String
  let facts: BulletinFacts
  /// The issue's page in the site.
  let url: WebAddress?
  let introduction: MailText?
  private let hasAddresses: Bool

  init(_ id: DocumentID, _ bulletin: Bulletin, of site: CheckedSite) throws(MachineFailure) {
    let context = site.presentationContext
    let page = site.plan.address(of: id) ?? SitePlan.home
    let presenter: PagePresenter
    if let baseURL = site.configuration.baseURL {
      presenter = PagePresenter(context, page: page, linkingFrom: baseURL)
      hasAddresses = true
    } else {
      presenter = PagePresenter(context, page: page)
      hasAddresses = false
    }
    title = presenter.title(of: id)
    hasOwnTitle = bulletin.givenTitle != nil
    facts = presenter.bulletinFacts(id, bulletin)
    name = site.strings.text(.issueName, ["number": .number(facts.number), "period": .text(facts.period)])
    url = hasAddresses ? presenter.url(of: id) : nil
    introduction = try Self.text(of: id, site.network, presenter, hasAddresses: hasAddresses)
  }

  /// An address as it may be printed.
  func printed(_ url: WebAddress?) -> WebAddress? { hasAddresses ? url : nil }

  func printed(_ link: LinkModel) -> LinkModel { LinkModel(title: link.title, url: printed(link.url)) }

  private static func text(
    of id: DocumentID, _ network: Network, _ presenter: PagePresenter, hasAddresses: Bool
  ) throws(MachineFailure) -> MailText? {
    guard let handle = network.bodies[id.index] else { return nil }
    let body = try network.store.read(handle)
    guard !body.bytes.isEmpty else { return nil }
    let links = network.graph[id].decoded.links
    let targets = network.graph[id].linkTargets
    let html = body.filled { link, output in
      // Pictures are told in words.
      guard !links[link].isImage else { return }
      // What leads to another place of the same text works everywhere.
      if case .fragment = targets[link] {} else if !hasAddresses { return }
      guard let address = presenter.address(ofLink: link, in: id) else { return }
      output.append(contentsOf: " href=\"".utf8)
      HTMLEscaping.append(address.text, to: &output)
      output.append(UInt8(ascii: "\""))
    }
    return MailText(html)
  }
}
