import OpytLayout
import OpytModel
import OpytNetwork
import OpytText

/// What somebody needs who tried a material and tells of it (S0: внедрение опыта): the beginning of a file of their own,
/// and a letter to the network.
struct TriedModel: Sendable {
  let beginning: String
  /// What the file is called where it is saved.
  let file: String
  /// Nil for a network without a mailbox.
  let letter: WebAddress?

  static let schema = LayoutSchema<TriedModel>(
    .code("beginning", \.beginning),
    .code("file", \.file),
    .url("letter", \.letter))
}

/// A page's permanent address as a QR code.
struct CodeModel: Sendable {
  let side: String
  let path: String

  static let schema = LayoutSchema<CodeModel>(
    .code("side", \.side),
    .code("path", \.path))
}

extension PagePresenter {
  func tried(_ id: DocumentID) -> TriedModel? {
    let document = graph[id]
    guard let beginning = context.beginnings[document.kind], let material = document.material else { return nil }
    let directions = document.targets(of: material.directions).filter(isPublished).map { graph[$0].decoded.id }
    let name = page.path.fileName.split(separator: ".").first ?? "material"
    return TriedModel(
      beginning: String(decoding: beginning.text(of: document.decoded, directions: directions), as: UTF8.self),
      file: "\(name)-u-nas.md", letter: letter(about: document.decoded.title))
  }

  /// A letter that needs only what was changed and what came of it.
  private func letter(about title: String) -> WebAddress? {
    guard let mailbox = context.configuration.email else { return nil }
    // A break in a title would begin another line of the letter's head.
    let line = String(
      String.UnicodeScalarView(title.unicodeScalars.map { $0.properties.isWhitespace || $0.value < 0x20 ? " " : $0 }))
    let subject = strings.text(.letterSubject, ["title": .text(line)])
    let body = strings.text(.letterBody, ["address": .text(absoluteURL(page)?.text ?? line)])
    // Encoded, the @ would be part of the name.
    let address = mailbox.split(separator: "@").map { String($0).percentEncoded }.joined(separator: "@")
    return WebAddress(
      relative: "mailto:\(address)?subject=\(subject.asWritten.percentEncoded)"
        + "&body=\(body.asWritten.replacing("\n", with: "\r\n").percentEncoded)")
  }

  /// Nil where the site's address is not known, or no code holds it.
  func code() -> CodeModel? {
    guard let url = absoluteURL(page), let code = QRCode(url.text, mask: .fixed) else { return nil }
    return CodeModel(side: String(code.side), path: code.path)
  }
}

extension String {
  /// Without what typography adds for the eye: letters and files show it as anything.
  fileprivate var asWritten: String { replacing("\u{A0}", with: " ").replacing("\u{AD}", with: "") }
}
