import OpytLayout
import OpytModel

struct MethodicalCasePage: MaterialPage {
  typealias Content = MethodicalCase
  typealias Subject = MethodicalCase

  static let layout = "case"
  static let coverPattern = Cover.Pattern.circles
  static let schema = LayoutSchema<PageView<Self>>(PageView.materialFields)

  let place: DocumentPlace
  init(_ place: DocumentPlace) { self.place = place }
}
