import Foundation
import OpytCatalogue
import OpytDiagnostics
import OpytFiles
import OpytModel
import OpytNetwork
import OpytPages
import OpytText
import OpytTheme

/// A build that would give the site that stands there already ends before it begins.
extension SiteBuilder {
  /// The outcome of the last build, where a new one would be the same: nothing that it was made from has changed, and
  /// nothing that it made. Nil where that can't be told, for whatever reason: then the site is built.
  func unchanged(_ read: ReadConfiguration, in folder: OutputFolder) throws(Failure) -> Outcome? {
    let configuration = read.configuration
    guard !options.isClean, let bytes = try? FileSystem.read(memoryPath), let memory = SiteMemory(bytes),
      memory.circumstances == circumstances(folder, read.today)
    else { return nil }
    var stopwatch = Stopwatch()
    let moment = FileStamp.now
    guard let present = try presentInputs(configuration) else { return nil }
    let known = Dictionary(memory.inputs.map { ($0.path, $0) }, uniquingKeysWith: { first, _ in first })
    guard present.count == known.count else { return nil }
    var inputs: [SiteMemory.Input] = []
    var hasMoved = false
    for (path, stamp) in present {
      guard let input = known[path] else { return nil }
      if input.stamp == stamp, !stamp.isTooYoung(for: memory.moment) {
        inputs.append(input)
        continue
      }
      // Its time or its size moved, or moves too slowly to tell: the content decides.
      if let digest = input.digest {
        guard input.stamp.size == stamp.size, digestOf(siteFolder + "/" + path) == digest else { return nil }
      }
      inputs.append(.init(path: path, stamp: stamp, digest: input.digest))
      hasMoved = true
    }
    guard memory.outputs.allSatisfy({ isThere($0, in: folder.path) }), isOf(memory, folder) else { return nil }
    if hasMoved {
      remember(
        SiteMemory(
          program: memory.program, circumstances: memory.circumstances, moment: moment, pageCount: memory.pageCount,
          fileCount: memory.fileCount, diagnostics: memory.diagnostics, inputs: inputs, outputs: memory.outputs))
    }
    stopwatch.lap(.checking)
    let published = Published(
      pageCount: memory.pageCount, fileCount: memory.outputs.count, folder: folder.path, renderedCount: 0,
      isUnchanged: true, edition: options.edition)
    return Outcome(
      report: DiagnosticReport(memory.diagnostics, fileCount: memory.fileCount), language: configuration.language,
      product: .site(published), stopwatch: stopwatch)
  }

  /// Remembers a site that was just published.
  func remember(_ site: CheckedSite, _ files: [RenderedSite.File], in folder: OutputFolder) {
    // What was read before the content is remembered with the stamp it has now: where it changed since, that stamp is
    // younger than the moment of reading, and the content will be compared.
    let own = site.files.own.map {
      (path: "\(site.configuration.layouts)/\($0.path)", digest: Fingerprint(of: $0.bytes))
    }
    let others = own + [(path: SiteConfiguration.fileName, digest: site.configurationDigest)]
    let written = Dictionary(files.map { ($0.path, $0.source) }, uniquingKeysWith: { first, _ in first })
    let copied = Dictionary(
      site.plan.files.map { ($0.source, written[$0.address.path] ?? nil) }, uniquingKeysWith: { first, _ in first })
    var inputs = site.reading.inputs.map { input in
      let copy = copied[input.path] ?? nil
      return SiteMemory.Input(path: input.path, stamp: input.stamp, digest: input.digest ?? copy)
    }
    for other in others {
      guard let stamp = FileSystem.status(siteFolder + "/" + other.path, followingLinks: true)?.stamp else { return }
      inputs.append(.init(path: other.path, stamp: stamp, digest: other.digest))
    }
    let outputs = files.compactMap { file in
      FileSystem.status(folder.path + "/" + file.path).map {
        SiteMemory.Output(
          path: file.path, size: file.size, modified: $0.stamp.modified, digest: file.digest, source: file.source)
      }
    }
    guard outputs.count == files.count else { return }
    remember(
      SiteMemory(
        program: program, circumstances: circumstances(folder, site.catalogue.today), moment: site.moment,
        pageCount: site.plan.pages.count,
        fileCount: site.network.fileCount, diagnostics: site.diagnostics, inputs: inputs, outputs: outputs))
  }

  /// To be called before the site is touched: a memory must never be of another site than the one that stands there.
  func forget() { unlink(memoryPath) }

  /// A site that can't be remembered, in a folder that can't be written to, is built anew next time.
  private func remember(_ memory: SiteMemory) {
    guard let staged = try? StagedFile(memory.bytes, for: memoryPath) else { return }
    do throws(MachineFailure) {
      try staged.commit()
    } catch {
      staged.discard()
    }
  }

  /// Each edition has one of its own: else the one would forget the other with every build.
  private var memoryPath: String { siteFolder + "/" + SiteMemory.fileName(of: options.edition) }

  /// All files that a build would read, with their stamps; nil where it would tell something of them.
  private func presentInputs(
    _ configuration: SiteConfiguration
  ) throws(Failure) -> [(path: String, stamp: FileStamp)]? {
    try Failure.machine { () throws(MachineFailure) in
      guard var inputs = try NetworkReading.stamps(in: siteFolder, configuration) else { return nil }
      let own = try LayoutFiles.paths(siteFolder: siteFolder, layoutsFolder: configuration.layouts)
      for path in own.map({ "\(configuration.layouts)/\($0)" }) + [SiteConfiguration.fileName] {
        guard let status = FileSystem.status(siteFolder + "/" + path, followingLinks: true) else { return nil }
        inputs.append((path, status.stamp))
      }
      return inputs
    }
  }

  /// What was made of authors' files by this program, and stands there still; nil where nothing is known of it.
  func standingCopies(in folder: String) -> StandingCopies? {
    guard !options.isClean, let bytes = try? FileSystem.read(memoryPath), let memory = SiteMemory(bytes),
      memory.program == program
    else { return nil }
    return StandingCopies(memory, in: folder)
  }

  private var program: Fingerprint {
    var hasher = StableHasher()
    let program = FileSystem.status("/proc/self/exe", followingLinks: true)?.stamp
    for number in [program?.size, program?.modified, program?.changed, program.map { Int(bitPattern: UInt($0.inode)) }]
    {
      hasher.combine(number ?? 0)
    }
    return hasher.fingerprint
  }

  /// What decides over a site besides its files.
  private func circumstances(_ folder: OutputFolder, _ today: CalendarDate) -> Fingerprint {
    var hasher = StableHasher()
    hasher.combine(program.text)
    hasher.combine(folder.path)
    hasher.combine(options.baseURL ?? "")
    hasher.combine(options.edition.rawValue)
    hasher.combine(options.includesDrafts ? 1 : 0)
    hasher.combine(options.isStrict ? 1 : 0)
    hasher.combine(today.iso)
    return hasher.fingerprint
  }

  private func isThere(_ output: SiteMemory.Output, in folder: String) -> Bool {
    let path = folder + "/" + output.path
    guard let status = FileSystem.status(path), status.type == .file, status.size == output.size else { return false }
    return status.stamp.modified == output.modified || digestOf(path) == output.digest
  }

  /// Whether a memory is of the very site that stands there, and not of one that had less in it: where a memory could be
  /// neither removed nor replaced, it is older than the site.
  private func isOf(_ memory: SiteMemory, _ folder: OutputFolder) -> Bool {
    // All that is remembered is there: so as many files are the same files.
    let manifest = try? FileSystem.read(folder.path + "/" + SiteManifest.fileName)
    return manifest.map(SiteManifest.entryCount(in:)) == memory.outputs.count
  }

  private func digestOf(_ path: String) -> Fingerprint? { (try? FileSystem.read(path)).map { Fingerprint(of: $0) } }
}
