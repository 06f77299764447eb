import OpytLayout
import OpytModel

struct GuidelinePage: MaterialPage {
  typealias Content = Guideline
  typealias Subject = Guideline

  static let layout = "guideline"
  static let coverPattern = Cover.Pattern.stairs

  static let schema = LayoutSchema<PageView<Self>>(PageView.materialFields)

  let place: DocumentPlace
  init(_ place: DocumentPlace) { self.place = place }
}
