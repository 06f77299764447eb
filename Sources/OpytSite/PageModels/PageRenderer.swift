import OpytDiagnostics
import OpytLayout
import OpytMarkup
import OpytModel
import OpytText

/// Page → bytes: makes the page's model and lets its layout print it.
struct PageRenderer: Sendable {
  let context: PresentationContext
  let layouts: LayoutSet
  let network: Network

  /// Appends the page's HTML to `buffer`.
  func render(_ page: SitePlan.Page, into buffer: inout OutputBuffer) throws(MachineFailure) {
    let presenter = PagePresenter(context, page: page.address)
    switch page.content {
    case .home: layouts.render(.home, HomeModel.schema.value(of: presenter.home()), into: &buffer)
    case .list(let kind, let part) where kind.isMaterial:
      layouts.render(.materials, MaterialListModel.schema.value(of: presenter.materialList(kind, part)), into: &buffer)
    case .list(let kind, let part):
      layouts.render(.directory, DirectoryModel.schema.value(of: presenter.directory(kind, part)), into: &buffer)
    case .notFound: layouts.render(.notFound, NotFoundModel.schema.value(of: presenter.notFoundPage()), into: &buffer)
    case .redirect(let target):
      layouts.render(.redirect, RedirectModel.schema.value(of: presenter.redirect(to: target)), into: &buffer)
    case .document(let id):
      let (frame, facts) = presenter.page(of: id)
      try render(id, presenter, frame, facts, into: &buffer)
    case .upcomingEvents:
      layouts.render(.events, UpcomingEventsModel.schema.value(of: presenter.upcomingEvents()), into: &buffer)
    case .pastEvents(let year):
      layouts.render(.pastEvents, PastEventsModel.schema.value(of: presenter.pastEvents(year)), into: &buffer)
    case .correspondence:
      layouts.render(
        .correspondence, CorrespondencePageModel.schema.value(of: presenter.correspondencePage()), into: &buffer)
    case .coverage(let year):
      layouts.render(.coverage, CoveragePageModel.schema.value(of: presenter.coverage(year)), into: &buffer)
    case .reuse: layouts.render(.reuse, ReusePageModel.schema.value(of: presenter.reuse()), into: &buffer)
    case .report: layouts.render(.report, ReportPageModel.schema.value(of: presenter.report()), into: &buffer)
    case .direction(let id, let part):
      try render(id, presenter, presenter.entryFrame(id, part), presenter.directionFacts(id, part), part, into: &buffer)
    case .kindergarten(let id, let part):
      try render(
        id, presenter, presenter.entryFrame(id, part), presenter.kindergartenFacts(id, part), part, into: &buffer)
    }
  }

  private func render(
    _ id: DocumentID, _ presenter: PagePresenter, _ frame: FrameModel, _ facts: DocumentFacts,
    _ part: SitePlan.ListPart? = nil, into buffer: inout OutputBuffer
  ) throws(MachineFailure) {
    // The text stands on the first part of a long list only.
    let text = part.map { $0.number == 1 } ?? true ? try self.text(of: id, presenter) : nil
    let document = network.graph[id]
    let model = DocumentModel(
      frame: frame, document: FieldLayout.value(of: document, id: id, presenter), text: text, facts: facts)
    layouts.render(.document(document.kind), model, into: &buffer)
  }

  private func text(of id: DocumentID, _ presenter: PagePresenter) throws(MachineFailure) -> TextModel? {
    guard let handle = network.bodies[id.index] else { return nil }
    let body = try network.store.read(handle)
    guard !body.bytes.isEmpty else { return nil }
    let document = network.graph[id]
    let html = body.filled { link, output in
      guard let address = presenter.address(ofLink: link, in: id) else { return }
      let attribute = document.decoded.links[link].isImage ? "src" : "href"
      output.append(contentsOf: " \(attribute)=\"".utf8)
      HTMLEscaping.append(address.text, to: &output)
      output.append(UInt8(ascii: "\""))
      if let size = presenter.imageSize(ofLink: link, in: id) {
        output.append(contentsOf: " width=\"\(size.width)\" height=\"\(size.height)\"".utf8)
      }
    }
    let entries = document.decoded.outline.filter { $0.level <= 3 }
    return TextModel(
      html: html,
      // A material's contents name its fields as well.
      contents: entries.count < 3 && !document.kind.isMaterial
        ? []
        : entries.map { .init(title: $0.title, url: WebAddress(relative: "#" + $0.id), isNested: $0.level > 2) },
      readingMinutes: Self.readingMinutes(words: document.decoded.wordCount))
  }

  /// At 180 words a minute, an unhurried reader's pace.
  private static func readingMinutes(words: Int) -> Int { max(1, (words + 90) / 180) }
}

extension PagePresenter {
  /// Where a link of a text leads from this page; nil for a link to what is not published.
  func address(ofLink index: Int, in id: DocumentID) -> WebAddress? {
    switch graph[id].linkTargets[index] {
    case .document(let target, let fragment): url(of: target, fragment: fragment)
    case .fragment(let fragment): WebAddress(relative: "#" + fragment)
    case .file(let source): context.plan.address(ofFile: source, of: id).map { url($0) }
    case .none: nil
    }
  }

  func imageSize(ofLink index: Int, in id: DocumentID) -> ImageSize? {
    guard graph[id].decoded.links[index].isImage, case .file(let source) = graph[id].linkTargets[index] else {
      return nil
    }
    return context.files[source]?.image
  }
}
