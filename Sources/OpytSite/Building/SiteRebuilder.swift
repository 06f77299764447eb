package import OpytFiles
import OpytMedia
import OpytModel
import OpytNetwork
import OpytOutputs
import OpytPages
import OpytSearch

/// Builds one site again and again in one process, and each time does only what has changed since: reads the files that
/// moved, and prints the pages whose models or layouts are others than before.
///
/// The first build, and the one behind a failure of the machine, makes a whole new site and exchanges it with the old
/// one. The others change single files of it, each in one step: what is cut off in between leaves some of them new and
/// some old, until the next build.
package final class SiteRebuilder {
  private var builder: SiteBuilder
  /// The last site that could be read, sound or not.
  private var latest: CheckedSite?
  /// What stands in the published folder.
  private var standing: StandingSite?

  /// - Parameter options: ``SiteBuilder/Options/isClean`` plays no part.
  package init(_ options: SiteBuilder.Options, interruption: Interruption = Interruption()) {
    builder = SiteBuilder(options, interruption: interruption)
  }

  /// Brings the published site up to date. Where the content has errors, the site stays as it is.
  /// - Parameter today: nil for the day of the build before.
  package func build(on today: BuildDay? = nil) throws(SiteBuilder.Failure) -> SiteBuilder.Outcome {
    if let today {
      var options = builder.options
      options.today = today
      builder = SiteBuilder(options, interruption: builder.interruption)
    }
    let read = try builder.readConfiguration()
    try builder.checkPlaceOfMembers(read.configuration)
    if let problem = builder.outputProblem(read.configuration) { throw .configuration([problem]) }
    let folder = try builder.outputFolder(read.configuration)
    let site = try builder.checkedSite(read, after: latest)
    latest = site
    guard let layouts = site.soundLayouts else { return SiteBuilder.Outcome(site, nil) }
    guard let standing, standing.folder == folder.path else { return try publish(site, layouts, folder) }
    return try patch(standing, site, layouts, folder)
  }

  private func publish(
    _ site: CheckedSite, _ layouts: LayoutSet, _ folder: OutputFolder
  ) throws(SiteBuilder.Failure) -> SiteBuilder.Outcome {
    standing = nil
    let (outcome, written) = try builder.publish(site, layouts, folder, tellsModels: true)
    guard outcome.published != nil else { return outcome }
    var standing = StandingSite(site, folder.path)
    standing.facts = written.facts
    for (document, words) in written.words {
      if let address = site.plan.address(of: document) { standing.words[address.path] = words }
    }
    for file in written.files {
      standing.files[file.path] = (file.size, file.digest)
      if let model = file.model { standing.pages[file.path] = model } else { standing.extras[file.path] = file.digest }
    }
    for file in site.plan.files {
      standing.extras[file.address.path] = nil
      standing.copies[file] = stamp(of: file)
    }
    self.standing = standing
    return outcome
  }

  // MARK: Changing what stands

  private func patch(
    _ old: StandingSite, _ site: CheckedSite, _ layouts: LayoutSet, _ folder: OutputFolder
  ) throws(SiteBuilder.Failure) -> SiteBuilder.Outcome {
    var site = site
    let rendered = RenderedSite(
      site: site, layouts: layouts, siteFolder: builder.siteFolder, workers: builder.workers,
      interruption: builder.interruption)
    var patch = SitePatch(from: old, to: StandingSite(site, folder.path))
    let faults = try SiteBuilder.Failure.machine { () throws(MachineFailure) in try collect(&patch, rendered) }
    try builder.checkInterruption()
    site.stopwatch.lap(.rendering)
    guard faults.isEmpty else { return SiteBuilder.Outcome(site.adding(faults), nil) }
    if !patch.isEmpty {
      // From here to the end nobody may take the folder for a whole site of anything.
      builder.forget()
      standing = nil
      let manifest = SiteManifest(
        patch.new.files.map { SiteManifest.Entry(path: $0.key, size: $0.value.size, digest: $0.value.digest) },
        isForMembers: builder.options.edition == .members)
      let writes = patch.writes + [(SiteManifest.fileName, manifest.bytes)]
      try SiteBuilder.Failure.machine { () throws(MachineFailure) in
        try folder.patch(writes, removing: patch.removed)
      }
    }
    standing = patch.new
    site.stopwatch.lap(.publishing)
    return SiteBuilder.Outcome(
      site,
      .site(
        SiteBuilder.Published(
          pageCount: site.plan.pages.count, fileCount: patch.new.files.count, folder: folder.path,
          renderedCount: patch.renderedCount, isUnchanged: patch.isEmpty, edition: builder.options.edition)))
  }

  /// Makes what may have changed anew, and keeps what did.
  /// - Returns: what is wrong with the authors' files; then the patch is of no use.
  private func collect(
    _ patch: inout SitePatch, _ rendered: RenderedSite
  ) throws(MachineFailure) -> [String: MediaFault] {
    var faults: [String: MediaFault] = [:]
    let site = rendered.site
    switch patch.change {
    case .nothing: patch.keepAll()
    case .texts(let paths):
      patch.keepAll()
      let pages = site.plan.pages.filter { page in
        page.textSource.map { paths.contains(site.network.graph[$0].decoded.path) } ?? false
      }
      let context = rendered.context(patch.new.facts)
      patch.add(try rendered.changed(pages, since: patch.old.pages, context))
      addSearchIndex(to: &patch, rendered, context)
    case .more:
      for file in rendered.copies {
        let stamp = stamp(of: file)
        if patch.keep(file, stamp) { continue }
        switch try rendered.published(file) {
        case .success(let copy): patch.add(file, stamp, copy)
        case .failure(let fault): faults[file.source] = fault
        }
      }
      if !faults.isEmpty { return faults }
      let context = rendered.context(patch.new.facts)
      patch.add(try rendered.changed(site.plan.pages, since: patch.old.pages, context))
      for extra in rendered.extras(context) { patch.add(extra.bytes, at: extra.address.path) }
      for file in rendered.longFiles(context) { patch.add(file.bytes, at: file.address.path) }
      addSearchIndex(to: &patch, rendered, context)
    }
    return faults
  }

  /// Of the pages that the site has now, whether or not they were printed anew.
  private func addSearchIndex(to patch: inout SitePatch, _ rendered: RenderedSite, _ context: PresentationContext) {
    if rendered.interruption.isRequested { return }
    var words: [DocumentID: DocumentWords] = [:]
    for page in rendered.site.plan.pages {
      if let document = page.textSource, let found = patch.new.words[page.address.path] { words[document] = found }
    }
    patch.replaceSearchIndex(with: rendered.searchIndex(words, context))
  }

  private func stamp(of file: SitePlan.PublishedFile) -> FileStamp? {
    FileSystem.status(builder.siteFolder + "/" + file.source, followingLinks: true)?.stamp
  }
}
