import OpytCatalogue
import OpytModel

/// What materials are chosen by in the catalogue. The raw value is a part of addresses, and known to its script.
enum CatalogueFacet: String, CaseIterable {
  case kind, direction, age, area, audience, kindergarten, municipality, need, group, length, evidence, status, form
  case level, year

  /// A value, and all materials that have it.
  struct Value {
    /// What stands for it in an address of the catalogue.
    let key: String
    let label: String
    /// What the list is called, where that is not the label.
    var listTitle: String?
    /// The list of the same materials, for readers without scripts.
    let address: Address
    let materials: [DocumentID]
  }

  /// Whether the catalogue needs it from the beginning: what cards tell, and what takes little.
  var isFirst: Bool {
    switch self {
    case .kind, .age, .area, .audience, .length, .evidence, .status, .year: true
    case .direction, .kindergarten, .municipality, .need, .group, .form, .level: false
    }
  }

  /// Where all its values are listed; nil where only the catalogue does that.
  var list: Address? {
    switch self {
    case .kind: nil
    case .direction: .list(of: .direction)
    case .kindergarten: .list(of: .kindergarten)
    case .evidence: EvidencePage.address
    case .year: YearPage.listAddress
    case .age, .area, .audience, .municipality, .need, .group, .length, .status, .form, .level: topic?.listAddress
    }
  }

  /// Nil for what has no such list.
  init?(of topic: TopicIndex.Facet) {
    guard let facet = Self.allCases.first(where: { $0.topic == topic }) else { return nil }
    self = facet
  }

  /// The catalogue with a value chosen.
  func choice(of key: String) -> Address { Address("\(CataloguePage.address.path)?\(rawValue)=\(key)") }

  private var topic: TopicIndex.Facet? {
    switch self {
    case .age: .ages
    case .area: .areas
    case .audience: .audience
    case .municipality: .municipalities
    case .need: .specialNeeds
    case .group: .groupTypes
    case .length: .lengths
    case .status: .statuses
    case .form: .forms
    case .level: .levels
    case .kind, .direction, .kindergarten, .evidence, .year: nil
    }
  }

  /// Those that a material has, in the order in which they are shown.
  func values(_ presenter: PagePresenter) -> [Value] {
    let catalogue = presenter.catalogue
    let values: [Value] =
      switch self {
      case .kind:
        Kind.materials.map { kind in
          Value(
            key: kind.address, label: presenter.strings.text(.kind(kind)),
            listTitle: presenter.strings.text(.list(kind)), address: .list(of: kind),
            materials: catalogue.ids(of: kind))
        }
      case .direction: Self.documents(catalogue.directions, as: .directions, presenter)
      case .kindergarten: Self.documents(catalogue.kindergartens, as: .kindergartens, presenter)
      case .evidence:
        EvidenceStep.allCases.map { step in
          let address = EvidencePage.address(ofList: step)
          return Value(
            key: address.name, label: presenter.strings.text(.evidence(step)).lowercased(), address: address,
            materials: catalogue.materialsByEvidence[step] ?? [])
        }
      case .year:
        catalogue.materialYears.map { year in
          Value(
            key: year.addressPart, label: year.text, address: YearPage.address(of: year),
            materials: catalogue.materials(publishedIn: year))
        }
      case .age, .area, .audience, .municipality, .need, .group, .length, .status, .form, .level:
        topic.map { facet in
          catalogue.topics.terms(of: facet).map { topic in
            Value(
              key: topic.slug, label: presenter.label(of: topic, in: facet), address: facet.address(of: topic),
              materials: topic.materials)
          }
        } ?? []
      }
    return values.filter { !$0.materials.isEmpty }
  }

  private static func documents(
    _ ids: [DocumentID], as role: ReferenceRole, _ presenter: PagePresenter
  ) -> [Value] {
    ids.compactMap { id in
      presenter.context.plan.address(of: id).map { address in
        Value(
          key: address.name, label: presenter.title(of: id), address: address,
          materials: presenter.catalogue.materials(naming: id, as: role))
      }
    }
  }
}
