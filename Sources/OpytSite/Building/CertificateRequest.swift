import OpytCatalogue
import OpytDiagnostics
import OpytModel

/// Of what a certificate is asked for, as it was typed, and what keeps it from being given.
struct CertificateRequest {
  /// `projects/ogorod`, with a folder or without, or a title.
  let material: String
  /// An author's id or name; nil for all of them.
  let person: String?
  /// The content's folder, which may stand before the document's.
  let content: String
  let catalogue: Catalogue

  private var graph: SiteGraph { catalogue.graph }
  /// How many are named in a message.
  private static let shown = 8

  /// The material and the author, where a certificate can be given.
  func resolved() throws(SiteBuilder.Failure) -> (material: DocumentID, person: DocumentID?) {
    let id = try document()
    try checkPublished(id)
    guard let person else { return (id, nil) }
    return (id, try author(person, of: id))
  }

  // MARK: The material

  private func document() throws(SiteBuilder.Failure) -> DocumentID {
    var path = material
    if path.hasPrefix("./") { path = String(path.dropFirst(2)) }
    if path.hasPrefix(content + "/") { path = String(path.dropFirst(content.count + 1)) }
    for ending in [".md", "/index", "/"] where path.hasSuffix(ending) { path = String(path.dropLast(ending.count)) }
    let names = path.split(separator: "/").map(String.init)
    let kind = names.count > 1 ? Kind(folder: names[0]) : nil
    let wanted = [names.last ?? path, material].map(ReferenceKey.normalized)
    let found = graph.ids.filter { id in
      let document = graph[id].decoded
      guard kind == nil || document.kind == kind, names.count < 2 || kind != nil else { return false }
      return ReferenceKey.normalized(document.id) == wanted[0] || ReferenceKey.normalized(document.title) == wanted[1]
    }
    // A person may have the name of a project: certificates are of materials.
    let materials = found.filter { graph[$0].kind.isMaterial }
    if let only = materials.first ?? found.first, max(materials.count, 1) == 1 { return only }
    guard found.isEmpty else {
      let list = materials.map(path(of:)).joined(separator: ", ")
      throw .usage(
        Phrase("«\(material)» подходит нескольким: \(list)", en: "several are called “\(material)”: \(list)"))
    }
    throw .usage(unknown)
  }

  private var unknown: Phrase {
    let known = catalogue.materials
    let paths = known.map(path(of:))
    let near =
      Suggester.nearest(to: material, among: paths)
      ?? Suggester.nearest(to: material, among: known.map { graph[$0].decoded.id }).flatMap { id in
        known.first { graph[$0].decoded.id == id }.map(path(of:))
      }
      ?? Suggester.nearest(to: material, among: known.map { graph[$0].title }).flatMap { title in
        known.first { graph[$0].title == title }.map(path(of:))
      }
    if let near {
      return Phrase(
        "нет материала «\(material)»; возможно, \(near)", en: "no material “\(material)”; did you mean \(near)?")
    }
    let example = paths.first ?? "projects/ogorod"
    return Phrase(
      "нет материала «\(material)»: укажите папку и имя файла, например \(example)",
      en: "no material “\(material)”: give its folder and name, such as \(example)")
  }

  private func path(of id: DocumentID) -> String { "\(graph[id].kind.folder)/\(graph[id].decoded.id)" }

  private func checkPublished(_ id: DocumentID) throws(SiteBuilder.Failure) {
    let (document, title) = (graph[id].decoded, graph[id].title)
    guard document.kind.isMaterial else {
      let kinds = Kind.materials.map(\.singular).joined(separator: ", ")
      throw .usage(
        Phrase(
          "справку дают о материале (\(kinds)), а «\(title)» – \(document.kind.singular)",
          en: "certificates are of materials, and “\(title)” is a \(document.kind.description.singular.english)"))
    }
    if document.isDraft {
      throw .usage(
        Phrase(
          "«\(title)» – черновик и не опубликован: справку можно дать, когда в файле будет другой «статус» (status)",
          en: "“\(title)” is a draft: it is not published"))
    }
    if document.isMembersOnly {
      throw .usage(
        Phrase(
          "«\(title)» открыт только участникам сети и не опубликован: справку можно дать, когда он будет открыт для всех",
          en: "“\(title)” is for members only: it is not published"))
    }
    if let day = document.publicationDay, day > catalogue.today {
      throw .usage(
        Phrase(
          "«\(title)» ещё не опубликован: он выйдет \(day.inWords)", en: "“\(title)” is published on \(day.iso) only"))
    }
  }

  // MARK: The author

  private func author(_ typed: String, of material: DocumentID) throws(SiteBuilder.Failure) -> DocumentID {
    let authors = graph[material].targets(of: graph[material].material?.authors ?? [])
    func named(_ ids: [DocumentID]) -> [DocumentID] {
      let wanted = ReferenceKey.normalized(typed)
      let exact = ids.filter {
        ReferenceKey.normalized(graph[$0].decoded.id) == wanted || ReferenceKey.normalized(graph[$0].title) == wanted
      }
      // A surname, or the beginning of an id.
      return exact.isEmpty
        ? ids.filter {
          ReferenceKey.normalized(graph[$0].title).split(separator: " ").first.map(String.init) == wanted
            || graph[$0].decoded.id.split(separator: "-").first.map(String.init) == wanted
        } : exact
    }
    let found = named(authors)
    let list = authors.filter(catalogue.isPublished).prefix(Self.shown)
      .map { "\(graph[$0].decoded.id) (\(graph[$0].title))" }.joined(separator: ", ")
    let others = list.isEmpty ? Phrase("", en: "") : Phrase("; авторы: \(list)", en: "; the authors: \(list)")
    if found.count == 1 {
      guard catalogue.isPublished(found[0]) else {
        throw .usage(
          Phrase(
            "\(graph[found[0]].title) на сайте не назван: нет действующего согласия или страница закрыта",
            en:
              "\(graph[found[0]].title) is not named on the site: there is no consent that holds, or the page is closed"
          ))
      }
      return found[0]
    }
    if found.count > 1 {
      throw .usage(
        Phrase(
          "«\(typed)» подходит нескольким авторам\(others.russian)",
          en: "several authors are called “\(typed)”\(others.english)"))
    }
    if let other = named(graph.ids(of: .person)).first {
      throw .usage(
        Phrase(
          "\(graph[other].title) – не автор материала «\(graph[material].title)»\(others.russian)",
          en: "\(graph[other].title) is no author of “\(graph[material].title)”\(others.english)"))
    }
    let known = authors.filter(catalogue.isPublished)
    let near =
      Suggester.nearest(to: typed, among: known.map { graph[$0].decoded.id })
      ?? Suggester.nearest(to: typed, among: known.map { graph[$0].title })
    let hint = near.map { Phrase("; возможно, \($0)", en: "; did you mean \($0)?") } ?? others
    throw .usage(Phrase("нет автора «\(typed)»\(hint.russian)", en: "no author “\(typed)”\(hint.english)"))
  }
}
