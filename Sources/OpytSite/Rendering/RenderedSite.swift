import OpytLayout
import OpytModel

/// The fifth step of the way: planned pages → files in the staging folder. Memory holds one page per thread.
struct RenderedSite: Sendable {
  let configuration: SiteConfiguration
  let network: Network
  let catalogue: Catalogue
  let plan: SitePlan
  let layouts: LayoutSet
  let strings: ThemeStrings
  let accents: AccentPalette
  let assets: Assets
  let siteFolder: String
  let workers: Workers
  let interruption: Interruption
  let includesDrafts: Bool

  /// - Returns: how many files the site has.
  func write(to writer: SiteWriter) throws(MachineFailure) -> Int {
    let context = PresentationContext(
      configuration: configuration, catalogue: catalogue, plan: plan, strings: strings, accents: accents,
      assets: assets.frame, files: fileFacts, hasFeed: configuration.baseURL != nil,
      includesDrafts: includesDrafts)
    let extras = siteFiles(context)
    let files = Array(Set(plan.files))
    try writer.makeFolders(
      for: plan.pages.map(\.address) + files.map(\.address) + extras.map(\.address))
    for extra in extras { try writer.write(extra.bytes, to: extra.address) }
    try writePages(PageRenderer(context: context, layouts: layouts, network: network), writer)
    try copy(files, writer)
    return plan.pages.count + files.count + extras.count
  }

  private func writePages(_ renderer: PageRenderer, _ writer: SiteWriter) throws(MachineFailure) {
    let failures = workers.map(plan.pages, keeping: OutputBuffer(capacity: 1 << 16)) { page, buffer in
      if interruption.isRequested { return nil as MachineFailure? }
      buffer.reset()
      do throws(MachineFailure) {
        try renderer.render(page, into: &buffer)
        try writer.write(buffer.bytes, to: page.address)
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
      do {
        try writer.write(try FileSystem.read(path), to: file.address)
        return nil
      } catch let failure as MachineFailure {
        return failure
      } catch {
        return MachineFailure("read", path)
      }
    }
    if let failure = failures.lazy.compactMap({ $0 }).first { throw failure }
  }

  private func siteFiles(_ context: PresentationContext) -> [(address: Address, bytes: [UInt8])] {
    let sitemap = Sitemap(context)
    var files = assets.files + [(SitePlan.robots, sitemap.robots())]
    let calendars = EventCalendars(context)
    files += plan.calendars.map { ($0.address, calendars.bytes(of: $0)) }
    if let baseURL = configuration.baseURL {
      let feed = AtomFeed(context, baseURL: baseURL)
      if let bytes = feed.materials() { files.append((SitePlan.feed, bytes)) }
      if catalogue.hasList(of: .bulletin), let bytes = feed.bulletins() { files.append((SitePlan.bulletinFeed, bytes)) }
      if let map = sitemap.bytes(baseURL: baseURL) { files.append((SitePlan.sitemap, map)) }
    }
    return files
  }

  private var fileFacts: [String: FileFacts] {
    var facts: [String: FileFacts] = [:]
    for file in plan.files where facts[file.source] == nil {
      let path = siteFolder + "/" + file.source
      guard let size = FileSystem.status(path, followingLinks: true)?.size else { continue }
      let isImage = FileTypes.group(of: file.source.fileName) == .image
      let head = isImage ? try? FileSystem.read(path, limit: ImageSize.prefixLength) : nil
      facts[file.source] = FileFacts(bytes: size, image: head.flatMap(ImageSize.init))
    }
    return facts
  }
}
