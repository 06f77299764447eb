import OpytCatalogue
import OpytFiles
import OpytLayout
import OpytModel
import OpytNetwork
import OpytOutputs
import OpytPages
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

  /// A file of the site that was written.
  struct File: Sendable {
    let path: String
    let size: Int
    let digest: Fingerprint
    /// Of a page, where it was asked for.
    var model: Fingerprint?
  }

  private var plan: SitePlan { site.plan }

  /// Writes all files.
  func write(to writer: SiteWriter) throws(MachineFailure) -> [File] {
    let context = self.context
    let extras = extras(context)
    let copies = self.copies
    let addresses = plan.pages.map { $0.address } + copies.map(\.address) + extras.map(\.address)
    try writer.makeFolders(for: addresses.map(\.path))
    var files: [File] = []
    for extra in extras { files.append(try write(extra.bytes, to: extra.address, writer)) }
    files += try writePages(plan.pages, context, writer)
    files += try copy(copies, writer)
    return files
  }

  /// What page models are made from.
  var context: PresentationContext {
    site.presentationContext(layouts, files: PublishedFileFacts.read(plan, in: siteFolder))
  }

  /// The authors' files, each once.
  var copies: [SitePlan.PublishedFile] {
    Set(plan.files).sorted { $0.address.path.utf8.lexicographicallyPrecedes($1.address.path.utf8) }
  }

  private func writePages(
    _ pages: [any SitePage], _ context: PresentationContext, _ writer: SiteWriter
  ) throws(MachineFailure) -> [File] {
    let results = workers.map(pages, keeping: OutputBuffer(capacity: 1 << 16)) { page, buffer in
      if interruption.isRequested { return Result<File, MachineFailure>?.none }
      do throws(MachineFailure) {
        return .success(try write(page, context, writer, &buffer))
      } catch {
        return .failure(error)
      }
    }
    return try Self.gathered(results)
  }

  private func write(
    _ page: any SitePage, _ context: PresentationContext, _ writer: SiteWriter, _ buffer: inout OutputBuffer
  ) throws(MachineFailure) -> File {
    let model = try page.modelled(context, site.network)
    buffer.reset()
    model.render(into: &buffer)
    var file = try write(buffer.bytes, to: page.address, writer)
    if tellsModels { file.model = model.fingerprint }
    return file
  }

  private func copy(_ files: [SitePlan.PublishedFile], _ writer: SiteWriter) throws(MachineFailure) -> [File] {
    let results = workers.map(files) { file -> Result<File, MachineFailure>? in
      if interruption.isRequested { return nil }
      do throws(MachineFailure) {
        return .success(try write(try bytes(of: file), to: file.address, writer))
      } catch {
        return .failure(error)
      }
    }
    return try Self.gathered(results)
  }

  /// The bytes of an author's file.
  func bytes(of file: SitePlan.PublishedFile) throws(MachineFailure) -> [UInt8] {
    try site.reading.folder.contents(of: file.source)
  }

  private func write(_ bytes: [UInt8], to address: Address, _ writer: SiteWriter) throws(MachineFailure) -> File {
    try writer.write(bytes, to: address.path)
    return File(path: address.path, size: bytes.count, digest: Fingerprint(of: bytes))
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
    let sitemap = Sitemap(context)
    var files = context.assets.files + [(SiteFile.robots, sitemap.robots())]
    files += EventCalendars(context).files(of: plan.calendars)
    if let address = site.configuration.baseURL {
      let feed = AtomFeed(context, of: address)
      if let bytes = feed.materials() { files.append((SiteFile.feed, bytes)) }
      if site.catalogue.hasList(of: .bulletin), let bytes = feed.bulletins() {
        files.append((SiteFile.bulletinFeed, bytes))
      }
      if let map = sitemap.bytes(of: address) { files.append((SiteFile.sitemap, map)) }
    }
    return files
  }
}
