import OpytCatalogue
import OpytModel

/// Where photos are cropped around, as rules of the style sheet: the pages' own policy refuses styles within them. Only
/// what the site's photos ask for gets a rule.
struct FocusRules: Sendable {
  /// To be put behind the theme's own style sheet.
  let css: [UInt8]

  init(_ catalogue: Catalogue) {
    var classes: [String: String] = [:]
    for id in catalogue.materials {
      for photo in catalogue.graph[id].material?.photos ?? [] {
        // A photo that is not shown leaves no trace.
        guard let focus = photo.focus?.value, let name = Self.className(of: focus),
          catalogue.graph[id].filePaths[photo.file.index].map(catalogue.isShown) ?? false
        else { continue }
        classes[name] = ".\(name) { object-position: \(Self.rounded(focus.x))% \(Self.rounded(focus.y))%; }\n"
      }
    }
    css = Array(classes.sorted { $0.key < $1.key }.map(\.value).joined().utf8)
  }

  /// Nil for the middle, where browsers crop around by themselves.
  static func className(of focus: PictureFocus) -> String? {
    let (x, y) = (rounded(focus.x), rounded(focus.y))
    return x == 50 && y == 50 ? nil : "focus-\(x)-\(y)"
  }

  /// In tens: finer than an eye sees, and few rules however many photos there are.
  private static func rounded(_ part: Int) -> Int { (part + 5) / 10 * 10 }
}
