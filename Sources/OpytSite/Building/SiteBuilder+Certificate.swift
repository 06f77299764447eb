import OpytDiagnostics
import OpytFiles
import OpytLayout
import OpytNetwork
import OpytOutputs
import OpytPages
import OpytText

extension SiteBuilder {
  /// Reads and checks everything, and prints the page that proves a publication where there is no error.
  /// - Parameters:
  ///   - material: as it was typed, `projects/ogorod`.
  ///   - person: an author, as it was typed; nil for all.
  ///   - output: the file to write; nil to hand back the bytes.
  package func certificate(_ material: String, for person: String?, output: String?) throws(Failure) -> Outcome {
    let read = try readConfiguration()
    let configuration = read.configuration
    guard configuration.baseURL != nil else {
      throw .usage(
        Phrase(
          """
          адрес сайта не указан, а справке нужен постоянный адрес материала: впишите его в site-config.json (base_url) или \
          укажите ключом --base-url
          """,
          en: "no base URL: a certificate needs the material's address: write base_url or give --base-url"))
    }
    let path = try output.map { path throws(Failure) in try filePath(path, configuration) }
    var site = try checkedSite(read)
    guard let layouts = site.soundLayouts else { return Outcome(site, nil) }
    let found = try CertificateRequest(
      material: material, person: person, content: configuration.content, catalogue: site.catalogue
    ).resolved()
    guard let certificate = Certificate(found.material, for: found.person, site.presentationContext(layouts)) else {
      throw .usage(
        Phrase("адрес материала слишком длинный для кода", en: "the material's address is too long for a code"))
    }
    var buffer = OutputBuffer(capacity: 1 << 14)
    layouts.render(Certificate.root.name, Certificate.schema, certificate, into: &buffer)
    let bytes = buffer.bytes
    site.stopwatch.lap(.rendering)
    try checkInterruption()
    guard let path else { return Outcome(site, .certificate(number: certificate.number, bytes: bytes)) }
    try write(bytes, to: path)
    site.stopwatch.lap(.publishing)
    return Outcome(site, .certificateFile(number: certificate.number, path: path))
  }
}
