import OpytFiles
import OpytLayout
import OpytModel
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

  private var plan: SitePlan { site.plan }

  /// - Returns: how many files the site has.
  func write(to writer: SiteWriter) throws(MachineFailure) -> Int {
    let context = site.presentationContext(layouts, files: PublishedFileFacts.read(plan, in: siteFolder))
    let extras = context.assets.files + siteFiles(context)
    let files = Array(Set(plan.files))
    let addresses = plan.pages.map { $0.address } + files.map(\.address) + extras.map(\.address)
    try writer.makeFolders(for: addresses.map(\.path))
    for extra in extras { try writer.write(extra.bytes, to: extra.address.path) }
    try writePages(context, writer)
    try copy(files, writer)
    return plan.pages.count + files.count + extras.count
  }

  private func writePages(_ context: PresentationContext, _ writer: SiteWriter) throws(MachineFailure) {
    let failures = workers.map(plan.pages, keeping: OutputBuffer(capacity: 1 << 16)) { page, buffer in
      if interruption.isRequested { return nil as MachineFailure? }
      buffer.reset()
      do throws(MachineFailure) {
        try page.render(context, site.network, into: &buffer)
        try writer.write(buffer.bytes, to: page.address.path)
        return nil
      } catch {
        return error
      }
    }
    if let failure = failures.lazy.compactMap({ $0 }).first { throw failure }
  }

  private func copy(_ files: [SitePlan.PublishedFile], _ writer: SiteWriter) throws(MachineFailure) {
    let failures = workers.map(files) { file -> MachineFailure? in
      if interruption.isRequested { return nil }
      let path = siteFolder + "/" + file.source
      let bytes: [UInt8]
      do throws(FileSystem.ReadingFailure) {
        bytes = try FileSystem.read(path)
      } catch {
        return MachineFailure("read", path, code: error.code)
      }
      do throws(MachineFailure) {
        try writer.write(bytes, to: file.address.path)
        return nil
      } catch {
        return error
      }
    }
    if let failure = failures.lazy.compactMap({ $0 }).first { throw failure }
  }

  private func siteFiles(_ context: PresentationContext) -> [(address: Address, bytes: [UInt8])] {
    let sitemap = Sitemap(context)
    var files = [(SiteFile.robots, sitemap.robots())]
    let calendars = EventCalendars(context)
    files += plan.calendars.map { ($0.address, calendars.bytes(of: $0)) }
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
