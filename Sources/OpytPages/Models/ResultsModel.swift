import OpytLayout
import OpytModel
import OpytText

/// What came of a material, with the shares of its children and adults drawn.
struct ResultsModel: Sendable {
  struct Result: Sendable {
    let text: String
    /// «19 из 24» as dots; nil where it tells no such share.
    let drawing: HTMLFragment?

    static let schema = LayoutSchema<Result>(
      .text("text", \.text),
      .html("drawing", \.drawing))

    init(_ result: Text) {
      text = result.value
      drawing = CountedShare(in: result.value).flatMap(ShareDots.drawing)?.fragment
    }
  }

  let results: Results

  static let schema = LayoutSchema<ResultsModel>(
    .items("general", of: Result.schema) { $0.results.general.map(Result.init) },
    .items("children", of: Result.schema) { $0.results.children.map(Result.init) },
    .items("parents", of: Result.schema) { $0.results.parents.map(Result.init) },
    .items("teachers", of: Result.schema) { $0.results.teachers.map(Result.init) })
}
