import OpytLayout
import OpytModel

/// Text of several paragraphs, as among a document's fields (`FieldLayout`).
struct ParagraphsModel: Equatable, Sendable {
  let paragraphs: [String]

  static let schema = LayoutSchema<ParagraphsModel>(.texts("paragraphs", \.paragraphs))

  /// Nil where nothing was written.
  init?(_ prose: Prose?) {
    guard let prose, !prose.value.paragraphs.isEmpty else { return nil }
    paragraphs = prose.value.paragraphs
  }
}

/// S4's three questions, answered for a topic.
struct TopicAnswers: Sendable {
  let topic: String
  let done: ParagraphsModel?
  let worked: ParagraphsModel?
  let next: ParagraphsModel?

  static let schema = LayoutSchema<TopicAnswers>(
    .text("topic", \.topic),
    .record("done", ParagraphsModel.schema, \.done),
    .record("worked", ParagraphsModel.schema, \.worked),
    .record("next", ParagraphsModel.schema, \.next))

  /// Nil where none of the questions is answered.
  init?(_ topic: Topic) {
    self.topic = topic.title.value
    done = ParagraphsModel(topic.done)
    worked = ParagraphsModel(topic.worked)
    next = ParagraphsModel(topic.next)
    if done == nil, worked == nil, next == nil { return nil }
  }
}
