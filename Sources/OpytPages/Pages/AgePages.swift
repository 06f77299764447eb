import OpytCatalogue
import OpytDiagnostics
import OpytLayout
import OpytModel
import OpytNetwork
import OpytText

/// All ages that materials are for, with how many each has.
struct AgeListPage: SitePage {
  struct Entry: Sendable {
    let title: String
    let url: WebAddress?
    let count: Int

    static let schema = LayoutSchema<Entry>(
      .text("title", \.title), .url("url", \.url), .number("count", \.count))
  }

  static let layout = "ages"
  static let address = Address("vozrast/index.html")

  static let schema = LayoutSchema<PageView<Self>>(
    PageView.frameFields,
    .list("items", of: Entry.schema) { view in
      view.presenter.catalogue.topics.ages.map { age in
        Entry(
          title: view.presenter.label(ofAge: age), url: view.presenter.url(AgePage.address(of: age)),
          count: age.materials.count)
      }
    })

  static func pages(of outline: SiteOutline) -> [AgeListPage] {
    outline.catalogue.topics.ages.isEmpty ? [] : [AgeListPage()]
  }

  var address: Address { Self.address }
  var claimant: Claimant { Claimant(Phrase("список по возрасту", en: "the list by age")) }

  func head(_ presenter: PagePresenter) -> PageHead {
    presenter.topicHead(presenter.strings.text(.byAge), section: Self.address)
  }
}

/// The materials for an age: a long list of short lines.
struct AgePage: SitePage {
  static let layout = "age"

  static let schema = LayoutSchema<PageView<Self>>(
    PageView.frameFields,
    .number("count") { $0.page.age.materials.count },
    .cards("items") { $0.page.part.items.map($0.presenter.card) },
    .record("pagination", PaginationModel.schema) { $0.presenter.pagination($0.page.part) })

  /// How many lines a page shows.
  private static let length = 100

  let age: TopicIndex.Topic
  let part: ListPart

  static func address(of age: TopicIndex.Topic) -> Address { Address("vozrast/\(age.slug).html") }

  static func pages(of outline: SiteOutline) -> [AgePage] {
    outline.catalogue.topics.ages.flatMap { age in
      ListPart.parts(of: age.materials, first: address(of: age), others: "vozrast/\(age.slug)/", length: length)
        .map { AgePage(age: age, part: $0) }
    }
  }

  var address: Address { part.address }
  var claimant: Claimant { Claimant(Phrase("список по возрасту", en: "the list by age")) }

  func head(_ presenter: PagePresenter) -> PageHead {
    let title = presenter.strings.text(.materialsForAge, ["topic": .text(presenter.label(ofAge: age))])
    let list = LinkModel(title: presenter.strings.text(.byAge), url: presenter.url(AgeListPage.address))
    return presenter.topicHead(presenter.title(title, part), below: [list], section: AgeListPage.address)
  }
}

extension PagePresenter {
  fileprivate func label(ofAge age: TopicIndex.Topic) -> String { label(for: age.slug, in: Ages.vocabulary) }

  /// A material's ages, each leading to all that is for it.
  func ageLinks(_ material: MaterialFields) -> [LinkModel] {
    material.ages.map { age in
      LinkModel(
        title: label(age.value), url: catalogue.topics.age(age.value.key).flatMap { url(AgePage.address(of: $0)) })
    }
  }

  func topicHead(_ title: String, below lists: [LinkModel] = [], section: Address) -> PageHead {
    PageHead(
      title: title,
      description: strings.text(
        .listDescription, ["list": .text(title), "site": .text(context.configuration.title)]),
      breadcrumbs: [homeLink] + lists, section: section)
  }
}
