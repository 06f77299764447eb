import OpytCatalogue
import OpytDiagnostics
import OpytModel
package import OpytNetwork
package import OpytPages
import OpytText

/// All materials as OAI static repositories (“Specification for an OAI Static Repository and an OAI Static Repository
/// Gateway”, 2.0), by which libraries gather what others have: Dublin Core, at most five thousand records a file.
package struct StaticRepository: Sendable {
  private let context: PresentationContext
  private let presenter: PagePresenter
  private let site: SiteAddress
  private let limit: Int

  /// - Parameter limit: how many records a file has at most; the specification's own.
  package init(_ context: PresentationContext, of site: SiteAddress, limit: Int = SiteFile.recordsOfRepository) {
    self.context = context
    self.site = site
    self.limit = limit
    presenter = PagePresenter(outside: context, of: .home)
  }

  /// None where nobody can be written to: a repository must say whom (OAI-PMH 2.0, 4.2).
  package var files: [PiecedFile] {
    guard let email = context.configuration.contactEmail else { return [] }
    let materials = context.catalogue.materials
    return stride(from: 0, to: materials.count, by: limit).enumerated().map { number, start in
      let part = materials[start..<min(start + limit, materials.count)]
      let address = SiteFile.repository(number + 1)
      return PiecedFile(address) { bytes(of: part, at: address, email) }
    }
  }

  private func bytes(of materials: ArraySlice<DocumentID>, at address: Address, _ email: String) -> [UInt8] {
    // Nil only when memory is exhausted.
    guard let xml = XMLWriter() else { return [] }
    let name = "http://www.openarchives.org/OAI/2.0/static-repository"
    xml.element(
      "Repository",
      [
        "xmlns": name, "xmlns:oai": "http://www.openarchives.org/OAI/2.0/",
        "xmlns:xsi": "http://www.w3.org/2001/XMLSchema-instance",
        "xsi:schemaLocation": "\(name) \(name).xsd",
      ]
    ) {
      xml.element("Identify") { identify(materials, at: address, email, xml) }
      xml.element("ListMetadataFormats") {
        xml.element("oai:metadataFormat") {
          xml.element("oai:metadataPrefix", text: "oai_dc")
          xml.element("oai:schema", text: Self.schema)
          xml.element("oai:metadataNamespace", text: Self.namespace)
        }
      }
      xml.element("ListRecords", ["metadataPrefix": "oai_dc"]) {
        for id in materials { write(id, xml) }
      }
    }
    return xml.finish()
  }

  private static let namespace = "http://www.openarchives.org/OAI/2.0/oai_dc/"
  private static let schema = "http://www.openarchives.org/OAI/2.0/oai_dc.xsd"

  private func identify(
    _ materials: ArraySlice<DocumentID>, at address: Address, _ email: String, _ xml: borrowing XMLWriter
  ) {
    xml.element("oai:repositoryName", text: context.configuration.title)
    // Of the gateway that it will be registered with, which nobody knows yet: its own until then.
    xml.element("oai:baseURL", text: site.url(address.path).text)
    xml.element("oai:protocolVersion", text: "2.0")
    xml.element("oai:adminEmail", text: email)
    let days = materials.compactMap { context.catalogue.graph[$0].material.map(Self.stamp) }
    xml.element("oai:earliestDatestamp", text: (days.min() ?? .blank).iso)
    xml.element("oai:deletedRecord", text: "no")
    xml.element("oai:granularity", text: "YYYY-MM-DD")
  }

  private static func stamp(_ material: MaterialFields) -> CalendarDate {
    material.lastChange?.value ?? material.published.value
  }

  private func write(_ id: DocumentID, _ xml: borrowing XMLWriter) {
    let document = context.catalogue.graph[id]
    guard let material = document.material, let address = context.plan.address(of: id) else { return }
    func writeHeader(_ xml: borrowing XMLWriter) {
      xml.element("oai:identifier", text: "oai:\(site.host):\(site.rootPath.dropFirst())\(address.path)")
      xml.element("oai:datestamp", text: Self.stamp(material).iso)
    }
    func writeRecord(_ xml: borrowing XMLWriter) {
      xml.element(
        "oai_dc:dc",
        [
          "xmlns:oai_dc": Self.namespace, "xmlns:dc": "http://purl.org/dc/elements/1.1/",
          "xsi:schemaLocation": "\(Self.namespace) \(Self.schema)",
        ]
      ) { write(document, material, site.url(address.path).text, xml) }
    }
    xml.element("oai:record") {
      xml.element("oai:header") { writeHeader(xml) }
      xml.element("oai:metadata") { writeRecord(xml) }
    }
  }

  private func write(
    _ document: ResolvedDocument, _ material: MaterialFields, _ url: String, _ xml: borrowing XMLWriter
  ) {
    func write(_ name: String, _ texts: [String], _ xml: borrowing XMLWriter) {
      for text in texts { xml.element(name, text: text) }
    }
    func titles(_ ids: [DocumentID]) -> [String] {
      ids.filter(presenter.isPublished).map { context.catalogue.graph[$0].title }
    }
    write("dc:title", [document.title], xml)
    write("dc:creator", titles(document.targets(of: material.authors)), xml)
    write("dc:subject", titles(document.targets(of: material.directions)), xml)
    write("dc:subject", material.areas.map { presenter.label($0.value) }, xml)
    write("dc:subject", material.keywords.map(\.value), xml)
    write("dc:description", [material.summary.value], xml)
    write("dc:publisher", titles(document.targets(of: material.kindergartens)), xml)
    write("dc:contributor", titles(document.targets(of: material.roles.map(\.person))), xml)
    write("dc:date", [material.published.value.iso], xml)
    write("dc:type", [context.strings.text(.kind(document.kind))], xml)
    write("dc:format", ["text/html"], xml)
    write("dc:identifier", [url], xml)
    write("dc:language", [context.configuration.language.rawValue], xml)
    let originals = document.targets(of: material.originals).filter(presenter.isPublished)
    write("dc:relation", originals.compactMap { context.plan.address(of: $0).map { site.url($0.path).text } }, xml)
    write("dc:rights", [material.license?.value].compactMap(\.self), xml)
  }
}
