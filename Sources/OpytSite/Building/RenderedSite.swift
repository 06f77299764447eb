import OpytCatalogue
import OpytFiles
import OpytLayout
import OpytMedia
import OpytModel
import OpytNetwork
import OpytOutputs
import OpytPages
import OpytSearch
import OpytText

/// The fifth step of the way: planned pages → files in the staging folder. Memory holds one page per thread.
struct RenderedSite: Sendable {
  let site: CheckedSite
  let layouts: LayoutSet
  let siteFolder: String
  let workers: Workers
  let interruption: Interruption
  /// Whether pages tell what their models were, so that the next build can tell which ones changed.
  var tellsModels = false
  /// What stands in the published folder already.
  var standing: StandingCopies?
  private let workshop = PictureWorkshop()

  /// A file of the site that was written.
  struct File: Sendable {
    let path: String
    let size: Int
    let digest: Fingerprint
    /// Of a page, where it was asked for.
    var model: Fingerprint?
    /// Of an author's file: of what it was made from.
    var source: Fingerprint?
  }

  /// All that was written, or why it could not be.
  struct Written: Sendable {
    var files: [File] = []
    /// What pages tell of the authors' files, by the paths of their sources.
    var facts: [String: PublishedFileFacts] = [:]
    /// Of the documents that search finds.
    var words: [DocumentID: DocumentWords] = [:]
    /// What is wrong with the authors' files: then nothing else was written.
    var faults: [String: MediaFault] = [:]
  }

  private var plan: SitePlan { site.plan }

  /// Writes all files. The authors' come first: pages tell how large they are.
  func write(to writer: SiteWriter) throws(MachineFailure) -> Written {
    let copies = self.copies
    try writer.makeFolders(for: copies.map(\.address.path))
    var written = try copy(copies, writer)
    guard written.faults.isEmpty else { return written }
    let context = context(written.facts)
    let (extras, longFiles) = (extras(context), longFiles(context))
    let folders = plan.pages.map { $0.address } + extras.map(\.address) + longFiles.map(\.address)
    try writer.makeFolders(for: folders.map(\.path))
    for extra in extras { written.files.append(try write(extra.bytes, to: extra.address, writer)) }
    written.files += try write(longFiles, writer)
    try writePages(plan.pages, context, writer, &written)
    if interruption.isRequested { return written }
    let index = searchIndex(written.words, context)
    try writer.makeFolders(for: index.map(\.address.path))
    for file in index { written.files.append(try write(file.bytes, to: file.address, writer)) }
    return written
  }

  /// What page models are made from.
  /// - Parameter facts: of the authors' files, by the paths of their sources.
  func context(_ facts: [String: PublishedFileFacts]) -> PresentationContext {
    site.presentationContext(layouts, files: facts)
  }

  /// The authors' files, each once.
  var copies: [SitePlan.PublishedFile] {
    Set(plan.files).sorted { $0.address.path.utf8.lexicographicallyPrecedes($1.address.path.utf8) }
  }

  private func writePages(
    _ pages: [any SitePage], _ context: PresentationContext, _ writer: SiteWriter, _ written: inout Written
  ) throws(MachineFailure) {
    let results = workers.map(pages, keeping: PageTools(keepsForms: tellsModels)) { page, tools in
      if interruption.isRequested { return Result<(File, FoundWords?), MachineFailure>?.none }
      do throws(MachineFailure) {
        return .success(try write(page, context, writer, &tools))
      } catch {
        return .failure(error)
      }
    }
    for (file, found) in try Self.gathered(results) {
      written.files.append(file)
      if let found { written.words[found.document] = found.words }
    }
  }

  private func write(
    _ page: any SitePage, _ context: PresentationContext, _ writer: SiteWriter, _ tools: inout PageTools
  ) throws(MachineFailure) -> (File, FoundWords?) {
    let model = try page.modelled(context, site.network)
    tools.buffer.reset()
    model.render(into: &tools.buffer)
    var file = try write(tools.buffer.bytes, to: page.address, writer)
    if tellsModels { file.model = model.fingerprint }
    return (file, FoundWords(model, tools.collector))
  }

  /// What one thread keeps from page to page.
  struct PageTools {
    var buffer = OutputBuffer(capacity: 1 << 16)
    let collector: WordCollector

    /// - Parameter keepsForms: whether the search index will be made again when some of the pages have changed.
    init(keepsForms: Bool) { collector = WordCollector(keepsForms: keepsForms) }
  }

  /// The words of a document that search finds.
  struct FoundWords: Sendable {
    let document: DocumentID
    let words: DocumentWords

    /// Nil for a page that is no document's.
    init?(_ page: ModelledPage, _ collector: WordCollector) {
      guard let document = page.foundDocument else { return nil }
      self.document = document
      words = page.words(collector)
    }
  }

  /// The files that search and the catalogue load.
  func searchIndex(
    _ words: [DocumentID: DocumentWords], _ context: PresentationContext
  ) -> [(address: Address, bytes: [UInt8])] {
    let catalogue = SearchCatalogue(context)
    let order = catalogue.order(of: words.keys)
    let documents = workers.map(order) { id in words[id].flatMap { catalogue.document(id, $0) } }
    let index = SearchIndex(documents.compactMap { $0 }, catalogue.facets)
    let materials = MaterialCatalogue(context, among: zip(order, documents).compactMap { $1 == nil ? nil : $0 })
    let titles = workers.map(materials.materials) { materials.titleOrder(of: $0) }
    return (index.files + materials.index(titles, mark: index.mark).files).map { file in
      (Address("\(SiteFile.searchFolder)/\(file.path)"), file.bytes)
    }
  }

  private func copy(_ files: [SitePlan.PublishedFile], _ writer: SiteWriter) throws(MachineFailure) -> Written {
    enum Copied: Sendable {
      case file(File, PublishedFileFacts)
      case fault(MediaFault)
    }
    let results = workers.map(files) { file -> Result<(source: String, Copied), MachineFailure>? in
      if interruption.isRequested { return nil }
      do throws(MachineFailure) {
        switch try published(file) {
        case .success(let copy):
          var written = try write(copy.bytes, to: file.address, writer)
          written.source = copy.source
          return .success((file.source, .file(written, copy.facts)))
        case .failure(let fault): return .success((file.source, .fault(fault)))
        }
      } catch {
        return .failure(error)
      }
    }
    var all = Written()
    for (source, copied) in try Self.gathered(results) {
      switch copied {
      case .file(let file, let facts):
        all.files.append(file)
        all.facts[source] = facts
      case .fault(let fault): all.faults[source] = fault
      }
    }
    return all
  }

  /// An author's file as readers get it.
  struct Copy: Sendable {
    let bytes: [UInt8]
    /// Of what it was made from.
    let source: Fingerprint
    let facts: PublishedFileFacts
  }

  /// Reads an author's file, and makes of it what is published: what was looked at is what is written.
  func published(_ file: SitePlan.PublishedFile) throws(MachineFailure) -> Result<Copy, MediaFault> {
    let bytes = try site.reading.folder.contents(of: file.source)
    let source = Fingerprint(of: bytes)
    let name = file.source.fileName
    if let made = standing?.copy(of: source, at: file.address.path) {
      return .success(Copy(bytes: made, source: source, facts: PublishedFileFacts(name, made)))
    }
    do throws(MediaFault) {
      let made = try workshop.published(name, bytes)
      return .success(Copy(bytes: made, source: source, facts: PublishedFileFacts(name, made)))
    } catch {
      return .failure(error)
    }
  }

  private func write(_ bytes: [UInt8], to address: Address, _ writer: SiteWriter) throws(MachineFailure) -> File {
    try writer.write(bytes, to: address.path)
    return File(path: address.path, size: bytes.count, digest: Fingerprint(of: bytes))
  }

  private func write(_ files: [PiecedFile], _ writer: SiteWriter) throws(MachineFailure) -> [File] {
    let results = workers.map(files) { file -> Result<File, MachineFailure>? in
      if interruption.isRequested { return nil }
      do throws(MachineFailure) {
        let path = file.address.path
        let (size, digest) = try writer.write(pieces: file.pieces, to: path)
        return .success(File(path: path, size: size, digest: digest))
      } catch {
        return .failure(error)
      }
    }
    return try Self.gathered(results)
  }

  /// The first failure, else all that was made; less where the run was interrupted.
  static func gathered<Made>(_ results: [Result<Made, MachineFailure>?]) throws(MachineFailure) -> [Made] {
    var all: [Made] = []
    all.reserveCapacity(results.count)
    for case let result? in results { all.append(try result.get()) }
    return all
  }

  /// All files that are neither pages nor an author's: style sheets, feeds, calendars.
  func extras(_ context: PresentationContext) -> [(address: Address, bytes: [UInt8])] {
    var files = context.assets.files + [(SiteFile.robots, Sitemap(context).robots())]
    files += EventCalendars(context).files(of: plan.calendars)
    // What members read is neither fed nor told to search engines.
    if let address = site.configuration.baseURL, site.catalogue.edition == .open {
      let (atom, json) = (AtomFeed(context, of: address), JSONFeed(context, of: address))
      for feed in plan.feeds {
        if let bytes = atom.bytes(of: feed) { files.append((feed.atom, bytes)) }
        files.append((feed.json, json.bytes(of: feed)))
      }
      for picture in plan.pictures {
        if let bytes = ShareDrawing.bytes(of: picture, context) { files.append((plan.address(of: picture), bytes)) }
      }
    }
    return files
  }

  /// Those of them that grow with the network: made piece by piece.
  func longFiles(_ context: PresentationContext) -> [PiecedFile] {
    var files = MaterialTables(context).files
    if let address = site.configuration.baseURL, site.catalogue.edition == .open {
      files += Sitemap(context).files(of: address) + StaticRepository(context, of: address).files
    }
    return files
  }
}
