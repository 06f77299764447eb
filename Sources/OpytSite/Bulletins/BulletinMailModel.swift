import OpytLayout
import OpytText

/// An issue of the bulletin as one file for e-mail.
struct BulletinMailModel: Sendable {
  /// What belongs to one direction.
  struct Group: Sendable {
    let title: String
    let url: WebAddress?
    let entries: [BulletinFacts.Entry]

    static let schema = LayoutSchema<Group>(
      .text("title", \.title),
      .url("url", \.url),
      .items("entries", of: BulletinFacts.Entry.schema, \.entries))
  }

  let language: String
  let siteTitle: String
  /// The site's first page; absent where the site's address is not known, as all addresses here.
  let home: WebAddress?
  /// The issue's page in the site.
  let url: WebAddress?
  let title: String
  /// «Бюллетень № 5, 1–31 марта 2026 г.»
  let issue: String
  let editors: [LinkModel]
  let introduction: HTMLFragment?
  let groups: [Group]
  let kindergartens: [LinkModel]
  let people: [PersonModel]
  let changed: [LinkModel]

  static let schema = LayoutSchema<BulletinMailModel>(
    .text("language", \.language),
    .text("site_title", \.siteTitle),
    .url("home", \.home),
    .url("url", \.url),
    .text("title", \.title),
    .text("issue", \.issue),
    .items("editors", of: LinkModel.schema, \.editors),
    .html("introduction", \.introduction),
    .items("groups", of: Group.schema, \.groups),
    .items("kindergartens", of: LinkModel.schema, \.kindergartens),
    .items("people", of: PersonModel.schema, \.people),
    .items("changed", of: LinkModel.schema, \.changed))

  init(_ issue: BulletinIssue, of configuration: SiteConfiguration) {
    language = configuration.language.rawValue
    siteTitle = configuration.title
    home = configuration.baseURL.map { WebAddress(relative: $0) }
    url = issue.url
    title = issue.title
    self.issue = issue.name
    editors = issue.facts.editors.map { LinkModel(title: $0.title, url: issue.printed($0.url)) }
    introduction = issue.introduction?.html
    groups = issue.facts.groups.map { group in
      Group(
        title: group.title, url: issue.printed(group.url),
        entries: group.entries.map { entry in
          BulletinFacts.Entry(
            id: entry.id, title: entry.title, kind: entry.kind, summary: entry.summary, url: issue.printed(entry.url))
        })
    }
    kindergartens = issue.facts.kindergartens.map(issue.printed)
    people = issue.facts.people.map { person in
      PersonModel(
        title: person.title, url: issue.printed(person.url), position: person.position,
        kindergarten: person.kindergarten.map(issue.printed))
    }
    changed = issue.facts.changed.map(issue.printed)
  }
}
