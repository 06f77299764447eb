import OpytCatalogue
import OpytDiagnostics
import OpytModel
import OpytNetwork
import OpytText

/// A material as catalogues of learning resources read it: the AMB profile of schema.org's `LearningResource`
/// (“Allgemeines Metadatenprofil für Bildungsressourcen”, edition 2023-10-19), which asks for its own context and for the
/// names `id` and `type`.
struct LearningResource {
  private let id: DocumentID
  private let presenter: PagePresenter
  private let document: ResolvedDocument
  private let material: MaterialFields

  init?(_ id: DocumentID, _ presenter: PagePresenter) {
    guard let material = presenter.graph[id].material else { return nil }
    self.id = id
    self.presenter = presenter
    self.material = material
    document = presenter.graph[id]
  }

  /// - Parameter picture: what is shown beside a link to its page.
  func write(picture: String?, to resource: inout JSONWriter) {
    writeContext(to: &resource)
    resource.text("id", presenter.wholeURL(of: id))
    resource.texts("type", ["LearningResource", document.kind.primaryType])
    resource.text("name", document.title)
    resource.text("description", material.summary.value)
    writeWho(to: &resource)
    writeTerms(to: &resource)
    resource.texts("inLanguage", [language])
    resource.text("datePublished", material.published.value.iso)
    resource.text("dateModified", material.lastChange?.value.iso)
    resource.texts("keywords", material.keywords.map(\.value))
    resource.text("typicalAgeRange", material.ages.typicalRange)
    resource.text("duration", MaterialField.minutes(document).map { "PT\($0)M" })
    resource.flag("isAccessibleForFree", true)
    if let license = material.license.flatMap({ License.address(of: $0.value) }) {
      resource.object("license") { $0.text("id", license) }
    }
    resource.text("image", picture)
    resource.list("isBasedOn", of: document.targets(of: material.originals).filter(presenter.isPublished)) {
      original, items in
      items.object { item in
        item.text("id", presenter.wholeURL(of: original))
        item.text("name", presenter.graph[original].title)
      }
    }
    writeFiles(to: &resource)
  }

  private func writeContext(to resource: inout JSONWriter) {
    resource.list("@context") { contexts in
      contexts.text("https://w3id.org/kim/amb/context.jsonld")
      contexts.object { context in
        context.text("@language", language)
        // The profile knows levels of schools only.
        context.text("typicalAgeRange", "https://schema.org/typicalAgeRange")
      }
    }
  }

  private func writeWho(to resource: inout JSONWriter) {
    func writeAll(_ name: StaticString, _ ids: [DocumentID], _ type: String) {
      resource.list(name, of: ids.filter(presenter.isPublished)) { id, items in
        items.object { write(id, type, to: &$0) }
      }
    }
    writeAll("creator", document.targets(of: material.authors), "Person")
    writeAll("contributor", document.targets(of: material.roles.map(\.person)), "Person")
    resource.list("publisher") { items in
      for id in document.targets(of: material.kindergartens) where presenter.isPublished(id) {
        items.object { write(id, "Organization", to: &$0) }
      }
      items.object { network in
        network.text("type", "Organization")
        network.text("id", presenter.wholeURL(of: Address.home))
        network.text("name", presenter.context.configuration.title)
      }
    }
  }

  private func write(_ id: DocumentID, _ type: String, to who: inout JSONWriter) {
    who.text("type", type)
    who.text("id", presenter.wholeURL(of: id))
    who.text("name", presenter.graph[id].title)
  }

  /// From the vocabularies that the profile asks for, with our own words for them.
  private func writeTerms(to resource: inout JSONWriter) {
    resource.list("learningResourceType") { items in
      write(
        "https://w3id.org/kim/hcrt/\(document.learningResourceType)", presenter.kind(document.kind).label, to: &items)
    }
    resource.list("educationalLevel") { items in
      // Elementarbereich: kindergartens.
      items.object { $0.text("id", "https://w3id.org/kim/educationalLevel/level_0") }
    }
    resource.list("audience", of: material.audience.map(\.value)) { audience, items in
      write(audience.lrmiRole, presenter.label(audience), to: &items)
    }
  }

  private func write(_ id: String, _ label: String, to items: inout JSONWriter) {
    items.object { concept in
      concept.text("type", "Concept")
      concept.text("id", id)
      concept.object("prefLabel") { $0.text(presenter.context.configuration.language == .russian ? "ru" : "en", label) }
    }
  }

  /// What can be taken along.
  private func writeFiles(to resource: inout JSONWriter) {
    resource.list("encoding", of: presenter.wholeFiles(material.attachments.map(\.file), of: id)) { file, items in
      items.object { encoding in
        encoding.text("type", "MediaObject")
        encoding.text("contentUrl", file.url)
        encoding.text("encodingFormat", MediaType.ofFile(named: file.url))
        encoding.text("contentSize", file.bytes.map(String.init))
      }
    }
  }

  private var language: String { presenter.context.configuration.language.rawValue }
}

extension Kind {
  /// What a material is in the words of schema.org, besides a `LearningResource`.
  fileprivate var primaryType: String {
    switch self {
    case .project: "Report"
    case .masterClass: "HowTo"
    case .seminarProgram: "Course"
    case .lessonPlan: "TextDigitalDocument"
    case .guideline: "Guide"
    default: "Article"
    }
  }
}

extension ResolvedDocument {
  /// A name of the vocabulary HCRT (“Hochschulcampus Ressourcentypen”), which the profile asks for.
  fileprivate var learningResourceType: String {
    switch entity {
    case is MethodicalCase: "case_study"
    case is SeminarProgram: "course"
    case is LessonPlan: "lesson_plan"
    case let guideline as Guideline where guideline.type.value.key == "assessment": "assessment"
    default: "text"
    }
  }
}

extension Term<Audiences> {
  /// LRMI, “Educational Audience Role”.
  fileprivate var lrmiRole: String {
    let role =
      switch key {
      case "children": "student"
      case "parents": "parent"
      default: "teacher"
      }
    return "http://purl.org/dcx/lrmi-vocabs/educationalAudienceRole/\(role)"
  }
}

extension AgeGroups {
  /// `3-5`: from the youngest to the oldest child; nil where no group has years.
  package var typicalRange: String? {
    let years = map { $0.value.key.split(separator: "-").compactMap { Int($0) } }.filter { $0.count == 2 }
    guard let first = years.map({ $0[0] }).min(), let last = years.map({ $0[1] }).max() else { return nil }
    return "\(first)-\(last)"
  }
}
