import OpytCatalogue
import OpytLayout
import OpytMarkup
import OpytModel
import OpytNetwork
import OpytText

/// The page of a material: what all kinds of material tell besides their fields.
protocol MaterialPage: WholePage where Content: Material, Subject == Content {
  /// What is drawn in place of a photo.
  static var coverPattern: Cover.Pattern { get }
}

extension MaterialPage {
  static func opening(of content: Content) -> String? { content.material.summary.value }

  static func directions(of content: Content, in document: ResolvedDocument, _ id: DocumentID) -> [DocumentID] {
    document.targets(of: content.material.directions)
  }

  static func entry(of content: Content, _ id: DocumentID, _ presenter: PagePresenter) -> ListEntry {
    ListEntry(summary: content.material.summary.value)
  }
}

extension PageView where Page: MaterialPage {
  static var materialFields: [LayoutSchema<Self>.Field] {
    let own: [LayoutSchema<Self>.Field] = [
      .record("kind", KindModel.schema) { $0.presenter.kind(Page.kind) },
      .html("cover") { $0.presenter.cover(of: $0.id) },
      .text("citation") { $0.presenter.citation(of: $0.id) },
      .items("indicators", of: IndicatorModel.schema) { view in
        let turns = (view.subject as? MethodicalCase)?.cycle.map(\.date.value) ?? []
        return view.subject.material.indicators.map { IndicatorModel($0, view.strings, turns: turns) }
      },
      .record("results", ResultsModel.schema) { view in
        let results = view.subject.material.results
        return results.isEmpty ? nil : ResultsModel(results: results)
      },
      .items("audience", of: LinkModel.schema) { $0.presenter.topicLinks($0.subject.material.audience, in: .audience) },
      .items("ages", of: LinkModel.schema) { $0.presenter.topicLinks($0.subject.material.ages, in: .ages) },
      .items("areas", of: LinkModel.schema) { $0.presenter.topicLinks($0.subject.material.areas, in: .areas) },
      .items("special_needs", of: LinkModel.schema) {
        $0.presenter.topicLinks($0.subject.material.specialNeeds, in: .specialNeeds)
      },
      .items("group_types", of: LinkModel.schema) {
        $0.presenter.topicLinks($0.subject.material.groupType, in: .groupTypes)
      },
      .record("status", LinkModel.schema) { view in
        view.presenter.topicLink(view.subject.material.effectiveStatus, in: .statuses)
      },
      .record("level", LinkModel.schema) { view in
        view.subject.material.level.map { view.presenter.topicLink($0.value, in: .levels) }
      },
      .record("changed", DateModel.schema) { view in
        view.subject.material.lastChange.map { view.presenter.date($0.value) }
      },
      .items("evidence", of: EvidenceStepModel.schema) { $0.presenter.evidence(of: $0.id) },
      .items("applications", of: ApplicationModel.schema) { $0.presenter.applications(of: $0.id) },
      .items("keywords", of: LinkModel.schema) { $0.presenter.keywordLinks($0.subject.material) },
      .items("photos", of: PictureModel.schema) { $0.presenter.photosOutsideText(of: $0.id) },
      .items("authors", of: PersonModel.schema) { view in
        view.presenter.people(view.document.targets(of: view.subject.material.authors))
      },
      .cardItems("applied_in") { $0.catalogue.materials(naming: $0.id, as: .basedOn).map($0.presenter.card) },
      .record("glance", GlanceModel.schema) { $0.presenter.glance(of: $0.id) },
      .record("code", CodeModel.schema) { $0.presenter.code() },
      .record("tried", TriedModel.schema) { $0.presenter.tried($0.id) },
      .url("material_stylesheet") { $0.presenter.url($0.presenter.context.assets.frame.materialStylesheet) },
      .url("material_script") { $0.presenter.url($0.presenter.context.assets.frame.materialScript) },
      .items("related", of: RelatedCard.schema) { view in
        view.catalogue.related(to: view.id).map(view.presenter.related)
      },
      // What it came from.
      .items("events", of: EventCardModel.schema) {
        $0.presenter.eventCards($0.catalogue.documents(of: .event, naming: $0.id, as: .materials, .seminar))
      },
      .record("neighbours", NeighboursModel.schema) { $0.presenter.neighbours(of: $0.id) },
    ]
    return documentFields + own
  }
}

/// The materials of the same kind published next after and next before this one; one of them at least.
struct NeighboursModel: Sendable {
  let newer: LinkModel?
  let older: LinkModel?

  static let schema = LayoutSchema<NeighboursModel>(
    .record("newer", LinkModel.schema, \.newer),
    .record("older", LinkModel.schema, \.older))
}

/// A material that has something in common with the page's own, and what.
struct RelatedCard: Sendable {
  let card: Card
  /// «тот же дефицит: Ссорятся перед прогулкой»
  let shared: [String]

  static let schema = LayoutSchema<RelatedCard>(
    .card("card", \.card),
    .texts("shared", \.shared))
}

extension PagePresenter {
  private static let shownTraits = 2

  fileprivate func related(_ material: RelatedMaterial) -> RelatedCard {
    RelatedCard(card: card(material.id), shared: material.shared.prefix(Self.shownTraits).map(words))
  }

  private func words(_ trait: RelatedMaterial.Trait) -> String {
    switch trait {
    case .deficit(let id): strings.text(.sharedDeficit, ["title": .text(title(of: id))])
    case .strategy(let id): strings.text(.sharedStrategy, ["title": .text(title(of: id))])
    case .direction(let id): strings.text(.sharedDirection, ["title": .text(title(of: id))])
    case .age(let age): label(age)
    case .keyword(let word): strings.text(.sharedKeyword, ["word": .text(word.text)])
    }
  }

  /// The photos of a material or an event without those that its text shows where they belong.
  func photosOutsideText(of id: DocumentID) -> [PictureModel] {
    let document = graph[id]
    let shown = zip(document.decoded.links, document.linkTargets).compactMap { link, target -> String? in
      guard link.isImage, case .file(let source) = target else { return nil }
      return source
    }
    return document.decoded.photos.compactMap { photo in
      let index = photo.file.index
      guard document.filePaths[index].map({ !shown.contains($0) }) ?? false, let file = file(index, of: id),
        file.url != nil
      else { return nil }
      return PictureModel(file: file, alt: photo.alt.value)
    }
  }

  fileprivate func neighbours(of id: DocumentID) -> NeighboursModel? {
    let (newer, older) = catalogue.neighbours(of: id)
    return newer == nil && older == nil ? nil : NeighboursModel(newer: newer.map(link), older: older.map(link))
  }

  /// How to name the material elsewhere: «Ильина М. С., Тихонова Д. И. Огород на окне: проект // Сеть. – 2025.»
  fileprivate func citation(of id: DocumentID) -> String {
    guard let material = graph[id].material else { return "" }
    let authors = graph[id].targets(of: material.authors).compactMap { context.shortNames[$0] }
    return strings.text(
      .citation,
      [
        "authors": .text(authors.joined(separator: ", ")), "title": .text(title(of: id)),
        "kind": .text(strings.text(.kind(graph[id].kind))), "site": .text(context.configuration.title),
        "year": .number(material.published.value.year),
      ])
  }
}
