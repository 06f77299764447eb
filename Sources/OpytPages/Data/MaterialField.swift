import OpytCatalogue
package import OpytModel
import OpytNetwork
import OpytText

/// What the catalogue of all materials, as programs take it, says of each: a column of its table, a member of its objects.
/// Its tables, their descriptions and the page that explains them all go through this list.
package enum MaterialField: CaseIterable, Sendable {
  case path, url, kind, title, summary, published, updated, status, authors, kindergartens, municipalities, directions
  case audience, ages, areas, needs, keywords, deficits, evidence, appliedBy, minutes, license

  package enum Form: Sendable {
    case text, date, address, number, list
  }

  package enum Value: Sendable {
    /// Empty where there is none.
    case text(String)
    case number(Int)
    case list([String])
  }

  /// The name that programs know it by.
  package var key: StaticString {
    switch self {
    case .path: "path"
    case .url: "url"
    case .kind: "kind"
    case .title: "title"
    case .summary: "summary"
    case .published: "published"
    case .updated: "updated"
    case .status: "status"
    case .authors: "authors"
    case .kindergartens: "kindergartens"
    case .municipalities: "municipalities"
    case .directions: "directions"
    case .audience: "audience"
    case .ages: "ages"
    case .areas: "areas"
    case .needs: "special_needs"
    case .keywords: "keywords"
    case .deficits: "deficits"
    case .evidence: "evidence"
    case .appliedBy: "applied_by"
    case .minutes: "minutes"
    case .license: "license"
    }
  }

  package var name: String { "\(key)" }

  package var form: Form {
    switch self {
    case .path, .kind, .title, .summary, .status, .license: .text
    case .url: .address
    case .published, .updated: .date
    case .minutes: .number
    default: .list
    }
  }

  /// Whether every material has it.
  package var isAlwaysThere: Bool { [.path, .kind, .title, .summary, .published, .status].contains(self) }

  package var title: ThemeString { ThemeString("data_\(name)") }
  package var meaning: ThemeString { ThemeString("data_\(name)_meaning") }

  static let strings = allCases.flatMap { [$0.title, $0.meaning] }
}

extension MaterialField {
  /// What it is of one material, in the words that pages have for it; nothing that is not published.
  package func value(of id: DocumentID, _ material: MaterialFields, _ presenter: PagePresenter) -> Value {
    let document = presenter.graph[id]
    func titles(_ ids: [DocumentID]) -> Value {
      .list(ids.filter(presenter.isPublished).map { presenter.graph[$0].title })
    }
    switch self {
    case .path: return .text(presenter.context.plan.address(of: id)?.path ?? "")
    case .url: return .text(presenter.wholeURL(of: id) ?? "")
    case .kind: return .text(document.kind.stringName)
    case .title: return .text(document.title)
    case .summary: return .text(material.summary.value)
    case .published: return .text(material.published.value.iso)
    case .updated: return .text(material.lastChange?.value.iso ?? "")
    case .status: return .text(presenter.label(material.effectiveStatus))
    case .authors: return titles(document.targets(of: material.authors))
    case .kindergartens: return titles(document.targets(of: material.kindergartens))
    case .municipalities: return .list(presenter.municipalities(document.targets(of: material.kindergartens)))
    case .directions: return titles(document.targets(of: material.directions))
    case .audience: return .list(material.audience.map { presenter.label($0.value) })
    case .ages: return .list(material.ages.map { presenter.label($0.value) })
    case .areas: return .list(material.areas.map { presenter.label($0.value) })
    case .needs: return .list(material.specialNeeds.map { presenter.label($0.value) })
    case .keywords: return .list(material.keywords.map(\.value))
    case .deficits: return titles(document.targets(of: material.deficits))
    case .evidence:
      return .list(presenter.catalogue.evidence(of: id).steps.map { presenter.strings.text(.evidence($0)) })
    case .appliedBy: return titles(presenter.catalogue.kindergartens(applying: id))
    case .minutes: return Self.minutes(document).map(Value.number) ?? .text("")
    case .license: return .text(material.license?.value ?? "")
    }
  }

  /// How long a master class or a lesson takes.
  static func minutes(_ document: ResolvedDocument) -> Int? {
    switch document.entity {
    case let masterClass as MasterClass: masterClass.minutes.value
    case let lesson as LessonPlan: lesson.minutes?.value
    default: nil
    }
  }
}

extension PagePresenter {
  /// Each once.
  fileprivate func municipalities(_ kindergartens: [DocumentID]) -> [String] {
    var places: [String] = []
    for id in kindergartens where isPublished(id) {
      guard let place = (graph[id].entity as? Kindergarten)?.municipality.value, !places.contains(place) else {
        continue
      }
      places.append(place)
    }
    return places
  }
}
