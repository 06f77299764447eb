import OpytDiagnostics
import OpytFiles
import OpytPages
import OpytText

/// That much of a published site would vanish: a folder of the content is gone, or a disk was not there. Nobody wants
/// that by accident.
struct SiteShrinkage {
  /// How many pages the published site has.
  let pageCount: Int
  /// The addresses of those that would vanish, in order.
  let vanishing: [String]

  /// Nil where the site keeps at least four fifths of its pages, or has so few that this tells nothing.
  /// - Parameter folder: the published one.
  init?(of folder: String, to plan: SitePlan) throws(MachineFailure) {
    self.init(
      from: try OutputFolder.publishedPaths(in: folder).filter { $0.hasSuffix(".html") },
      to: Set(plan.pages.map { $0.address.path }))
  }

  init?(from old: [String], to new: Set<String>) {
    let vanishing = old.filter { !new.contains($0) }
    guard old.count >= Self.fewestPages, vanishing.count * 5 > old.count else { return nil }
    pageCount = old.count
    self.vanishing = vanishing.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
  }

  private static let fewestPages = 20
  /// How many are named.
  private static let shownCount = 5

  /// - Parameter content: the folder of the content.
  func diagnostic(at content: String) -> Diagnostic {
    let count = vanishing.count
    let shown = vanishing.prefix(Self.shownCount).joined(separator: ", ")
    let rest = count - Self.shownCount
    let verb = Plural("исчезнет", "исчезнут", "исчезнут").form(for: count)
    return Diagnostic(
      .siteShrinks,
      Phrase(
        """
        \(verb) \(Plural("страница", "страницы", "страниц").counted(count)) \
        из \(pageCount)\u{A0}опубликованных: \(shown)\(rest > 0 ? " и\u{A0}ещё \(rest)" : "")
        """,
        en: "\(count) of \(pageCount) published pages would vanish: \(shown)\(rest > 0 ? " and \(rest) more" : "")"),
      at: SourceLocation(file: content),
      advice: Phrase(
        "проверьте, все ли файлы на месте; если страницы убраны нарочно, соберите сайт с ключом --allow-shrink",
        en: "see whether all files are there; if the pages were removed on purpose, build with --allow-shrink"))
  }
}
