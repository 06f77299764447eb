import OpytCatalogue
import OpytDiagnostics
import OpytLayout
import OpytModel
import OpytText

/// «Нужна помощь / Могу помочь»: whom to ask nearby, and what colleagues ask for.
struct HelpPage: SitePage {
  static let layout = "help"
  static let address = Address("pomosch/index.html")

  static let schema = LayoutSchema<PageView<Self>>(
    PageView.frameFields,
    // Told on the first part only.
    .items("topics", of: TopicLinks.schema) { $0.page.part.isFirst ? $0.presenter.topicLinks : [] },
    .flag("first", \.page.part.isFirst),
    .record("offers", HelpModel.Groups.schema(HelpModel.Offer.schema)) {
      $0.presenter.offers($0.page.help, $0.page.part)
    },
    .record("needs", HelpModel.Groups.schema(HelpModel.Need.schema)) { $0.presenter.needs($0.page.help, $0.page.part) },
    .items("words", of: HelpModel.Word.schema) { view in
      view.page.help.words.map { .init(text: $0.text, people: $0.people.map(view.presenter.link)) }
    },
    .record("pagination", PaginationModel.schema) { $0.presenter.pagination($0.page.part) })

  /// The topics of one kind: «Направления», «Дефициты», «Стратегии».
  struct TopicLinks: Sendable {
    let title: String
    let links: [LinkModel]

    static let schema = LayoutSchema<TopicLinks>(
      .text("title", \.title), .list("items", of: LinkModel.schema, \.links))
  }

  let help: HelpPart
  let part: ListPart

  static func pages(of outline: SiteOutline) -> [HelpPage] {
    let help = outline.catalogue.help
    if help.isEmpty { return [] }
    let parts = HelpPart.parts(help.offers, help.needs, help.words)
    return zip(parts, ListPart.empty(count: parts.count, first: address, others: "pomosch/")).map(HelpPage.init)
  }

  var address: Address { part.address }
  var claimant: Claimant {
    Claimant(Phrase("страница «Нужна помощь / Могу помочь»", en: "the page of help asked and offered"))
  }

  func head(_ presenter: PagePresenter) -> PageHead {
    presenter.overviewHead(.helpTitle, .helpDescription, section: Self.address, part: part)
  }
}

/// Who can advise on a direction, a deficit or a strategy, by municipality, and who asks for help with it.
struct HelpTopicPage: SitePage {
  static let layout = "help-topic"

  static let schema = LayoutSchema<PageView<Self>>(
    PageView.frameFields,
    .record("subject", LinkModel.schema) { $0.presenter.link(to: $0.page.topic.subject) },
    .record("offers", HelpModel.Groups.schema(HelpModel.Offer.schema)) {
      $0.presenter.offers($0.page.help, $0.page.part)
    },
    .record("needs", HelpModel.Groups.schema(HelpModel.Need.schema)) { $0.presenter.needs($0.page.help, $0.page.part) },
    .record("pagination", PaginationModel.schema) { $0.presenter.pagination($0.page.part) })

  let topic: Help.Topic
  let help: HelpPart
  let part: ListPart
  let claimant: Claimant

  var address: Address { part.address }

  /// Behind the address of the subject's own page, whose name is its own alone.
  static func address(ofTopicAt subject: Address) -> Address { Address("pomosch/" + subject.path) }

  static func pages(of outline: SiteOutline) -> [HelpTopicPage] {
    let graph = outline.catalogue.graph
    return outline.catalogue.help.topics.flatMap { topic -> [HelpTopicPage] in
      guard let subject = outline.address(of: topic.subject) else { return [] }
      let (file, first) = (graph[topic.subject].decoded.path, address(ofTopicAt: subject))
      let claimant = Claimant(
        Phrase("помощь по теме: \(file)", en: "help on \(file)"), at: graph.location(topic.subject))
      let parts = HelpPart.parts(topic.offers, topic.needs)
      return zip(parts, ListPart.empty(count: parts.count, first: first, others: first.folder)).map {
        HelpTopicPage(topic: topic, help: $0, part: $1, claimant: claimant)
      }
    }
  }

  func head(_ presenter: PagePresenter) -> PageHead {
    let all = LinkModel(title: presenter.strings.text(.helpTitle), url: presenter.url(HelpPage.address))
    let title = presenter.strings.text(.helpTopic, ["topic": .text(presenter.title(of: topic.subject))])
    return PageHead(
      title: presenter.title(title, part),
      description: presenter.strings.text(.helpDescription), breadcrumbs: [presenter.homeLink, all],
      section: HelpPage.address, isMembersOnly: presenter.isMarked(topic.subject),
      accent: presenter.accent(of: topic.subject))
  }
}

extension PagePresenter {
  /// Where help on a direction, a deficit or a strategy is asked and offered; nil where nobody does.
  func helpURL(of subject: DocumentID) -> WebAddress? {
    guard catalogue.help.hasTopic(subject), let address = context.plan.address(of: subject) else { return nil }
    return url(HelpTopicPage.address(ofTopicAt: address))
  }

  fileprivate var topicLinks: [HelpPage.TopicLinks] {
    let subjects = catalogue.help.topics.map(\.subject)
    return [Kind.direction, .deficit, .strategy].compactMap { kind in
      let links = subjects.filter { graph[$0].kind == kind }.map {
        link(titled: title(of: $0), to: helpURL(of: $0), in: $0)
      }
      return links.isEmpty ? nil : .init(title: strings.text(.list(kind)), links: links)
    }
  }
}
