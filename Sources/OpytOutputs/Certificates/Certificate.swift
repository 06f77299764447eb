import OpytCatalogue
import OpytDiagnostics
package import OpytLayout
package import OpytModel
import OpytNetwork
package import OpytPages
import OpytText

/// The page that proves that a material was published: for its authors, or for one of them. It is one file, and asks for
/// nothing.
package struct Certificate: Sendable {
  private let context: PresentationContext
  private let material: DocumentID
  private let person: DocumentID?
  private let presenter: PagePresenter
  /// Where the material is read, for good.
  private let url: WebAddress
  private let code: QRCode

  package static let root = LayoutRoot(name: "certificate", type: schema.type)

  package static let schema = LayoutSchema<Certificate>(
    .code("language", \.context.configuration.language.rawValue),
    .text("site_title", \.context.configuration.title),
    .text("municipality") { $0.context.configuration.municipality ?? "" },
    .text("number", \.number),
    .text("title") { $0.presenter.title(of: $0.material) },
    .text("kind") { $0.context.strings.text(.kind($0.graph[$0.material].kind)) },
    // To whom it is given, where that is one of several.
    .record("person", PersonModel.schema) { one in one.person.flatMap { one.people([$0]).first } },
    .items("authors", of: PersonModel.schema) { $0.people($0.targets(\.authors)) },
    .items("kindergartens", of: LinkModel.schema) { $0.presenter.links(to: $0.targets(\.kindergartens)) },
    .text("published") { one in
      one.graph[one.material].material.map { one.context.strings.date($0.published.value) } ?? ""
    },
    .text("issued") { $0.context.strings.date($0.context.catalogue.today) },
    .url("url", \.url),
    .text("address", \.url.text),
    // A length, not a number of anything.
    .code("code_size") { String($0.code.side) },
    .code("code_path", \.code.path),
    .text("signer") { $0.context.configuration.certificate.signer },
    .text("position") { $0.context.configuration.certificate.position },
    .text("organization") { $0.context.configuration.certificate.organization })

  /// Nil where the material has no address that can be proved: none, or one that no code holds.
  /// - Parameter person: one of the authors; nil for all.
  package init?(_ material: DocumentID, for person: DocumentID?, _ context: PresentationContext) {
    guard let address = context.plan.address(of: material) else { return nil }
    let presenter = PagePresenter(outside: context, of: address)
    guard let url = presenter.url(of: material), let code = QRCode(url.text) else { return nil }
    self.context = context
    self.material = material
    self.person = person
    self.presenter = presenter
    self.url = url
    self.code = code
  }

  private var graph: SiteGraph { context.catalogue.graph }

  /// As they worked on the day of publication.
  private func people(_ ids: [DocumentID]) -> [PersonModel] {
    graph[material].material.map { presenter.people(ids, on: $0.published.value) } ?? []
  }

  private func targets<Target>(_ field: KeyPath<MaterialFields.Values, [Reference<Target>]>) -> [DocumentID] {
    guard let fields = graph[material].material else { return [] }
    return graph[material].targets(of: fields[dynamicMember: field])
  }

  /// The same whenever it is asked for, and whatever becomes of the text: it hangs on the addresses alone.
  package var number: String {
    var hasher = StableHasher()
    for document in [material] + [person].compactMap({ $0 }) {
      hasher.combine(context.plan.address(of: document)?.path ?? graph[document].decoded.id)
    }
    let digits = String(hasher.fingerprint.high % 1_000_000_000_000)
    let padded = String(repeating: "0", count: 12 - digits.count) + digits
    return stride(from: 0, to: 12, by: 4).map { String(padded.dropFirst($0).prefix(4)) }.joined(separator: "-")
  }
}
