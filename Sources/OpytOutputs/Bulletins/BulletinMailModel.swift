import OpytDiagnostics
package import OpytLayout
package import OpytNetwork
package import OpytPages
import OpytText

/// An issue of the bulletin as one file for e-mail.
package struct BulletinMailModel: Sendable {
  private let issue: BulletinIssue
  private let configuration: SiteConfiguration

  package static let root = LayoutRoot(name: "bulletin-mail", type: schema.type)

  package static let schema = LayoutSchema<BulletinMailModel>(
    .code("language", \.configuration.language.rawValue),
    .text("site_title", \.configuration.title),
    // Absent where the site's address is not known, as all addresses here.
    .url("home", \.issue.home),
    .url("url", \.issue.url),
    // The number stands once: in the title, or below one that the editor gave.
    .text("title") { $0.issue.hasOwnTitle ? $0.issue.title : $0.issue.name },
    .text("issue") { $0.issue.hasOwnTitle ? $0.issue.name : nil },
    .items("editors", of: LinkModel.schema) { $0.issue.model.editors.map(\.link) },
    .html("introduction", \.issue.introduction),
    .items("groups", of: groupSchema, \.issue.model.groups),
    .items("announcements", of: BulletinModel.Entry.schema, \.issue.model.announcements),
    .items("kindergartens", of: LinkModel.schema, \.issue.model.kindergartens),
    .items("people", of: BulletinModel.Newcomer.schema, \.issue.model.people),
    .items("left", of: BulletinModel.Leaver.schema, \.issue.model.left),
    .items("left_people", of: BulletinModel.Leaver.schema, \.issue.model.leftPeople),
    .items("changed", of: LinkModel.schema, \.issue.model.changed))

  /// A rubric, or what belongs to one direction.
  private static let groupSchema = LayoutSchema<BulletinModel.Group>(
    .text("title", \.title),
    .url("url", \.url),
    .unmarked,
    .texts("note", \.note),
    .items("authors", of: LinkModel.schema, \.authors),
    .items("entries", of: BulletinModel.Entry.schema, \.entries))

  package init(_ issue: BulletinIssue, of configuration: SiteConfiguration) {
    self.issue = issue
    self.configuration = configuration
  }
}
