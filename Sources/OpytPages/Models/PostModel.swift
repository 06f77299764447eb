import OpytCatalogue
import OpytLayout
import OpytModel

/// A post that somebody has or had: on their own page.
struct PostModel: Sendable {
  let position: String
  /// Nil where it is not known, or not published.
  let place: LinkModel?
  let period: String
  let isFormer: Bool

  static let schema = LayoutSchema<PostModel>(
    .text("position", \.position), .record("place", LinkModel.schema, \.place), .text("period", \.period),
    .flag("former", \.isFormer))
}

/// Somebody who worked in a place, with a post that is over: on the place's page.
struct FormerPostModel: Sendable {
  let person: LinkModel
  let position: String
  let period: String

  static let schema = LayoutSchema<FormerPostModel>(
    LinkModel.schema.fields(of: \.person) + [.text("position", \.position), .text("period", \.period)])
}

extension PagePresenter {
  func post(_ post: HeldPost) -> PostModel {
    PostModel(
      position: post.position.map { label($0) } ?? "",
      place: post.place.flatMap { isPublished($0) ? link(to: $0) : nil },
      period: strings.dates(from: post.from, to: post.to), isFormer: post.isOver(by: catalogue.today))
  }

  /// All posts of somebody whose history is written, those of today first, then backwards.
  func history(of person: DocumentID) -> [PostModel] {
    guard let own = graph[person].entity as? Person, !own.posts.isEmpty else { return [] }
    let posts = graph[person].posts.reversed().map(post)
    return posts.filter { !$0.isFormer } + posts.filter(\.isFormer)
  }

  func formerStaff(of place: DocumentID) -> [FormerPostModel] {
    catalogue.formerStaff(of: place).map { former in
      FormerPostModel(
        person: link(to: former.person), position: former.post.position.map { label($0) } ?? "",
        period: strings.dates(from: former.post.from, to: former.post.to))
    }
  }
}
