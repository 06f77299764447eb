import OpytLayout
package import OpytMarkup
package import OpytModel
package import OpytText

/// A document's text with its contents.
struct TextModel: Sendable {
  struct Entry: Sendable {
    let title: String
    let url: WebAddress
    let isNested: Bool

    static let schema = LayoutSchema<Entry>(
      .text("title", \.title),
      .url("url", \.url),
      .flag("nested", \.isNested))
  }

  let html: HTMLFragment
  /// Empty where the text is too short to need it.
  let contents: [Entry]
  let readingMinutes: Int

  static let schema = LayoutSchema<TextModel>(
    .html("html", \.html),
    .items("contents", of: Entry.schema, \.contents),
    .number("reading_minutes", \.readingMinutes))

  init(_ body: BodyHTML, of id: DocumentID, _ presenter: PagePresenter) {
    let document = presenter.graph[id]
    html = presenter.html(of: body, in: id)
    let entries = document.decoded.outline.filter { $0.level <= 3 }
    // A material's contents name its fields as well.
    contents =
      entries.count < 3 && !document.kind.isMaterial
      ? []
      : entries.map { .init(title: $0.title, url: WebAddress(relative: "#" + $0.id), isNested: $0.level > 2) }
    // At 180 words a minute, an unhurried reader's pace.
    readingMinutes = max(1, (document.decoded.wordCount + 90) / 180)
  }
}

extension PagePresenter {
  /// A document's text with its links leading from this page.
  package func html(of body: BodyHTML, in id: DocumentID) -> HTMLFragment {
    let links = graph[id].decoded.links
    return body.filled { link, output in
      guard let address = address(ofLink: link, in: id) else { return false }
      let attribute = links[link].isImage ? "src" : "href"
      output.append(contentsOf: " \(attribute)=\"".utf8)
      HTMLEscaping.append(address.text, to: &output)
      output.append(UInt8(ascii: "\""))
      if let size = imageSize(ofLink: link, in: id) {
        output.append(contentsOf: " width=\"\(size.width)\" height=\"\(size.height)\"".utf8)
      }
      return true
    }
  }

  /// Where a link of a text leads from this page; nil for a link to what is not published.
  private func address(ofLink index: Int, in id: DocumentID) -> WebAddress? {
    switch graph[id].linkTargets[index] {
    case .document(let target, let fragment): url(of: target, fragment: fragment)
    case .fragment(let fragment): WebAddress(relative: "#" + fragment)
    case .file(let source): context.plan.address(ofFile: source, of: id).flatMap { url($0) }
    case .none: nil
    }
  }

  private func imageSize(ofLink index: Int, in id: DocumentID) -> ImageSize? {
    let document = graph[id]
    guard document.decoded.links[index].isImage, case .file(let source) = document.linkTargets[index] else {
      return nil
    }
    return context.files[source]?.image
  }
}
