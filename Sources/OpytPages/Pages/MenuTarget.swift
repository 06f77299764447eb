package import OpytCatalogue
package import OpytDiagnostics
import OpytModel
package import OpytNetwork
import OpytText

extension SiteConfiguration {
  /// Where a link of the menu leads.
  enum MenuTarget {
    case list(Kind)
    case overview(Overview)
    case document(DocumentID)
    case external(WebAddress)
    case none
  }

  func target(of item: MenuLink, in catalogue: Catalogue) -> MenuTarget {
    if case .scheme = WebAddress.scheme(of: item.link) {
      return WebAddress(authored: item.link).map { .external($0) } ?? .none
    }
    let parts = item.link.split(separator: "/").map(String.init)
    if parts.count == 1, let overview = Overview(named: parts[0]) {
      return overview.exists(in: catalogue, hasReport: hasReport) ? .overview(overview) : .none
    }
    guard let first = parts.first, let kind = Kind(folder: first) else { return .none }
    if parts.count == 1 { return kind != .page && catalogue.hasList(of: kind) ? .list(kind) : .none }
    let graph = catalogue.graph
    return graph.ids(of: kind).first { graph[$0].decoded.id == parts[1] }.map { .document($0) } ?? .none
  }

  /// Items of the menu that lead nowhere, or to what is not published.
  package func checkMenu(_ catalogue: Catalogue) -> [Diagnostic] {
    menu.flatMap(\.links).compactMap { item in
      switch target(of: item, in: catalogue) {
      case .document(let id) where !catalogue.isPublished(id): break
      case .none: break
      default: return nil
      }
      return Diagnostic(
        .configurationInvalid,
        Phrase("пункт меню «\(item.link)» никуда не ведёт", en: "the menu item “\(item.link)” leads nowhere"),
        at: SourceLocation(file: Self.fileName, range: item.range),
        advice: Phrase(
          "укажите папку из content (projects), страницу (pages/o-seti), обзор сети (coverage) или адрес https://…",
          en: "give a kind's folder (projects), a page (pages/about), an overview (coverage) or an https:// address"))
    }
  }
}
