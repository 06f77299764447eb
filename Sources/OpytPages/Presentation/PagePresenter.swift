import OpytCatalogue
import OpytDiagnostics
import OpytLayout
package import OpytModel
import OpytNetwork
package import OpytText

/// Makes the small models of one page: its links lead from that page.
package struct PagePresenter: Sendable {
  let context: PresentationContext
  let page: Address
  let base: LinkBase

  init(_ context: PresentationContext, page: Address) {
    self.context = context
    self.page = page
    if page == NotFoundPage.address, let site = context.configuration.baseURL {
      base = LinkBase(rootPath: site.rootPath)
    } else {
      base = LinkBase(page: page)
    }
  }

  /// For what is read outside of the site, such as a letter: links are whole addresses, and there are none where the
  /// site's is not known.
  package init(outside context: PresentationContext, of page: Address) {
    self.context = context
    self.page = page
    base = LinkBase(site: context.configuration.baseURL)
  }

  var graph: SiteGraph { context.catalogue.graph }
  var catalogue: Catalogue { context.catalogue }
  var strings: ThemeStrings { context.strings }

  package func isPublished(_ id: DocumentID) -> Bool { catalogue.isPublished(id) }

  package func url(_ address: Address, fragment: String? = nil) -> WebAddress? {
    base.link(to: address, fragment: fragment)
  }

  func absoluteURL(_ address: Address) -> WebAddress? {
    context.configuration.baseURL?.url(address.canonicalPath)
  }

  /// Nil for a document that is not published.
  package func url(of id: DocumentID, fragment: String? = nil) -> WebAddress? {
    context.plan.address(of: id).flatMap { url($0, fragment: fragment) }
  }

  package func title(of id: DocumentID) -> String { context.titles[id.index] }

  package func link(to id: DocumentID) -> LinkModel { link(titled: title(of: id), to: url(of: id), in: id) }

  /// To what stands in a document: a session of a programme, a line of a plan.
  func link(titled title: String, to url: WebAddress?, in id: DocumentID) -> LinkModel {
    LinkModel(title: title, url: url, isMembersOnly: isMarked(id))
  }

  /// Whether what leads to a document says that it is for members only. In the open edition nothing does.
  func isMarked(_ id: DocumentID) -> Bool { catalogue.edition == .members && graph.isMembersOnly(id) }

  /// To those that are published.
  package func links(to ids: [DocumentID]) -> [LinkModel] { ids.filter(isPublished).map(link) }

  func date(_ date: CalendarDate) -> DateModel { DateModel(text: strings.date(date), iso: date.iso) }

  package func label(for key: String, in vocabulary: Vocabulary) -> String {
    context.configuration.vocabularies[vocabulary].label(for: key)
  }

  package func label<Terms>(_ term: Term<Terms>) -> String { label(for: term.key, in: Terms.vocabulary) }

  func card(_ id: DocumentID) -> Card {
    context.cards.card(id, from: base) { cardModel(id) }
  }

  func kind(_ kind: Kind) -> KindModel { KindModel(kind: kind, label: strings.text(.kind(kind))) }

  /// A drawing for a material without a photo.
  func cover(of id: DocumentID) -> HTMLFragment? {
    guard picture(of: id) == nil else { return nil }
    guard let pattern = (graph[id].kind.pageType as? any MaterialPage.Type)?.coverPattern else { return nil }
    return context.cards.cover(id) {
      let direction = catalogue.mainDirection(of: id).map { graph[$0].decoded.id }
      return Cover(
        pattern, Cover.Figures(of: graph[id].entity), kind: graph[id].kind, id: graph[id].decoded.id,
        direction: direction ?? ""
      ).fragment
    }
  }

  /// The first photo of a material that is shown.
  private func picture(of id: DocumentID) -> PictureModel? {
    for photo in graph[id].material?.photos ?? [] {
      guard let file = file(photo.file.index, of: id), file.url != nil else { continue }
      let focus = photo.focus.flatMap { FocusRules.className(of: $0.value) }
      return PictureModel(file: file, alt: photo.alt.value, focus: focus ?? "")
    }
    return nil
  }

  private func cardModel(_ id: DocumentID) -> CardModel {
    let document = graph[id]
    let material = graph[id].material
    return CardModel(
      title: title(of: id), url: url(of: id), kind: kind(document.kind), accent: accent(of: id),
      picture: picture(of: id), cover: cover(of: id), summary: material?.summary.value ?? "",
      date: material.map { date($0.published.value) },
      kindergartens: links(to: document.targets(of: material?.kindergartens ?? [])),
      directions: links(to: document.targets(of: material?.directions ?? [])),
      ages: material?.ages.map { label($0.value) } ?? [], badge: badge(of: id),
      duration: duration(of: id), figure: material.flatMap(figure), proof: proof(of: id),
      isMembersOnly: isMarked(id))
  }

  private func proof(of id: DocumentID) -> String {
    guard let step = catalogue.evidence(of: id).steps.last, step != .described else { return "" }
    return strings.text(.evidence(step)).lowercased()
  }

  private func badge(of id: DocumentID) -> TermModel? {
    guard let status = graph[id].material?.status?.value, status == .piloting || status == .archived else { return nil }
    return TermModel(key: status.key, label: label(status))
  }

  func person(_ id: DocumentID) -> PersonModel? { person(id, working: catalogue.posts(of: id)) }

  private func person(_ id: DocumentID, working posts: [HeldPost]) -> PersonModel? {
    guard isPublished(id), graph[id].kind == .person else { return nil }
    return PersonModel(
      title: title(of: id), url: url(of: id), position: positions(of: posts), places: places(of: posts),
      isMembersOnly: isMarked(id))
  }

  /// «воспитатель», «воспитатель, методист»: each once.
  package func positions(of posts: [HeldPost]) -> String {
    if posts.count == 1 { return posts[0].position.map { label($0) } ?? "" }
    var seen: Set<String> = []
    return posts.compactMap(\.position).map { label($0) }.filter { seen.insert($0).inserted }.joined(separator: ", ")
  }

  /// Those that are published, each once.
  package func places(of posts: [HeldPost]) -> [LinkModel] {
    var seen: Set<DocumentID> = []
    return links(to: posts.compactMap(\.place).filter { seen.insert($0).inserted })
  }

  /// Those who are published.
  package func people(_ ids: [DocumentID]) -> [PersonModel] { ids.compactMap(person) }

  /// Those who are published, as what and where they worked on a day; by name alone where that is not known.
  package func people(_ ids: [DocumentID], on day: CalendarDate) -> [PersonModel] {
    ids.compactMap { person($0, working: graph[$0].posts(on: day)) }
  }

  /// Nil for a file that is not shown.
  func file(_ index: Int, of id: DocumentID) -> FileModel? {
    guard let source = graph[id].filePaths[index], catalogue.isShown(source) else { return nil }
    let facts = context.files[source]
    let group = FileTypes.group(of: source.fileName)
    return FileModel(
      url: context.plan.address(ofFile: source, of: id).flatMap { url($0) }, name: source.fileName,
      group: group, type: group.map { strings.text(.fileType($0)) } ?? "",
      size: facts.map { strings.fileSize($0.bytes) } ?? "", image: facts?.image)
  }

  func pagination(_ part: ListPart) -> PaginationModel? {
    guard part.count > 1 else { return nil }
    // All parts of a short list; of a long one the ends and the neighbours.
    let numbers = (1...part.count).filter {
      part.count <= 9 || $0 <= 2 || $0 > part.count - 2 || abs($0 - part.number) <= 2
    }
    return PaginationModel(
      number: part.number, count: part.count,
      steps: zip(numbers, [0] + numbers).map { number, before in
        .init(
          number: number, url: url(part.address(ofPart: number)), isCurrent: number == part.number,
          isBehindGap: number > before + 1)
      },
      previous: part.number > 1 ? url(part.address(ofPart: part.number - 1)) : nil,
      next: part.number < part.count ? url(part.address(ofPart: part.number + 1)) : nil)
  }
}
