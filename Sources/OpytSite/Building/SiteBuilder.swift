import Foundation
import OpytCatalogue
package import OpytDiagnostics
package import OpytFiles
import OpytMarkup
package import OpytModel
import OpytNetwork
import OpytOutputs
import OpytPages
import OpytText

/// The whole way through the house: a site's folder → diagnostics, and where there is no error a published site.
package struct SiteBuilder: Sendable {
  /// What a run is asked for.
  package struct Options: Sendable {
    /// The folder with `site-config.json`.
    package var siteFolder = "."
    /// Where to publish; nil: as configured.
    package var output: String?
    package var baseURL: String?
    package var includesDrafts = false
    /// Whom the site is built for.
    package var edition = Edition.open
    /// The day that decides what is published and what is still to come.
    package var today: BuildDay
    /// How many threads; nil: as many as there are cores.
    package var jobs: Int?
    /// Whether the site is built even where nothing changed since it was last built.
    package var isClean = false
    /// Whether the warnings that the configuration chooses are errors; all where it chooses none.
    package var isStrict = false
    /// Whether the site may lose more than a fifth of its pages.
    package var mayShrink = false

    package init(today: BuildDay) { self.today = today }
  }

  /// What was found, and what was made.
  package struct Outcome: Sendable {
    package let report: DiagnosticReport
    package let language: Language
    /// Nil when nothing was made: the content has errors, or was only checked.
    package let product: Product?
    package let stopwatch: Stopwatch

    /// Nil when no site was published.
    package var published: Published? {
      if case .site(let published) = product { published } else { nil }
    }

    /// Whether all that is wrong is what the operator of the site decides, and nothing of its content.
    package var isConfigurationAtFault: Bool {
      if case .audit = product { return false }
      let errors = report.entries.filter { $0.diagnostic.severity == .error }
      return !errors.isEmpty && errors.allSatisfy { $0.diagnostic.location.file == SiteConfiguration.fileName }
    }
  }

  /// What a run made.
  package enum Product: Sendable {
    case site(Published)
    /// An issue of the bulletin, not yet written anywhere.
    case bulletin(number: Int, bytes: [UInt8])
    /// An issue of the bulletin in a file, whose path is absolute.
    case bulletinFile(number: Int, path: String)
    /// The page that proves a publication, not yet written anywhere.
    case certificate(number: String, bytes: [UInt8])
    /// The same in a file, whose path is absolute.
    case certificateFile(number: String, path: String)
    /// The tables of an academic year in a folder, whose path is absolute.
    case tables(year: AcademicYear, folder: String)
    /// What becomes of the site when a consent is withdrawn.
    case revocation(Revocation)
    /// A published site was looked through.
    case audit(Audited)
    /// How the published addresses differ from the ledger.
    case ledger(LedgerChange)
  }

  /// A published site that was looked through.
  package struct Audited: Sendable {
    package let pageCount: Int
    package let fileCount: Int
    /// The folder, absolute.
    package let folder: String
    /// Whom it is for.
    package let edition: Edition
  }

  /// A site that was published.
  package struct Published: Sendable {
    package let pageCount: Int
    package let fileCount: Int
    /// The folder, absolute.
    package let folder: String
    /// How many pages were printed for it.
    package let renderedCount: Int
    /// Whether the site stood there already, made from the same.
    package var isUnchanged = false
    /// Whom it is for.
    package var edition = Edition.open
    /// How it came into its place.
    package var replacement = OutputFolder.Replacement.inOneStep
  }

  /// Why there is no outcome.
  package enum Failure: Error, Sendable {
    /// `site-config.json` is missing, or wrong: exit code 2.
    case configuration([Diagnostic])
    case usage(Phrase)
    /// Exit code 3.
    case machine(MachineFailure)
    /// Exit code 130.
    case interrupted
  }

  let options: Options
  let siteFolder: String
  let interruption: Interruption

  package init(_ options: Options, interruption: Interruption = Interruption()) {
    self.options = options
    self.interruption = interruption
    siteFolder = Self.absolute(options.siteFolder)
  }

  /// Reads and checks everything, and writes nothing.
  package func check() throws(Failure) -> Outcome {
    let read = try readConfiguration()
    return try check(read)
  }

  /// - Parameter previous: what is known of the site already.
  func check(_ read: ReadConfiguration, after previous: CheckedSite? = nil) throws(Failure) -> Outcome {
    Outcome(try checkedSite(read, after: previous, refusing: outputProblem(read.configuration)), nil)
  }

  /// Reads and checks everything, and publishes where there is no error. Where the site that stands there is made from
  /// the same, nothing is done.
  package func build() throws(Failure) -> Outcome {
    let read = try readConfiguration()
    return try build(read)
  }

  /// - Parameter previous: what is known of the site already.
  func build(_ read: ReadConfiguration, after previous: CheckedSite? = nil) throws(Failure) -> Outcome {
    try checkPlaceOfMembers(read.configuration)
    if let problem = outputProblem(read.configuration) {
      return Outcome(try checkedSite(read, after: previous, refusing: problem), nil)
    }
    // The lock is taken first: a second run is told at once.
    let folder = try outputFolder(read.configuration)
    if let outcome = try unchanged(read, in: folder) { return outcome }
    let site = try checkedSite(read, after: previous)
    guard let layouts = site.soundLayouts else { return Outcome(site, nil) }
    if !options.mayShrink,
      let shrinkage = try Failure.machine({ () throws(MachineFailure) in
        try SiteShrinkage(of: folder.path, to: site.plan)
      })
    {
      return Outcome(site, refusedFor: shrinkage.diagnostic(at: read.configuration.content))
    }
    return try publish(site, layouts, folder, tellsModels: false).outcome
  }

  /// Makes a whole new site and exchanges it with the old one.
  func publish(
    _ site: CheckedSite, _ layouts: LayoutSet, _ folder: OutputFolder, tellsModels: Bool
  ) throws(Failure) -> (outcome: Outcome, written: RenderedSite.Written) {
    var site = site
    let rendered = RenderedSite(
      site: site, layouts: layouts, siteFolder: siteFolder, workers: workers, interruption: interruption,
      tellsModels: tellsModels, standing: standingCopies(in: folder.path))
    let written = try Failure.machine { () throws(MachineFailure) in try rendered.write(to: SiteWriter(folder)) }
    site.stopwatch.lap(.rendering)
    try checkInterruption()
    // What only decoding shows.
    guard written.faults.isEmpty else { return (Outcome(site.adding(written.faults), nil), written) }
    let files = written.files
    forget()
    let replacement = try Failure.machine { () throws(MachineFailure) in
      try folder.publish(
        manifest: SiteManifest(
          files.map { SiteManifest.Entry(path: $0.path, size: $0.size, digest: $0.digest) },
          isForMembers: options.edition == .members))
    }
    remember(site, files, in: folder)
    site.stopwatch.lap(.publishing)
    let pages = site.plan.pages.count
    let published = Published(
      pageCount: pages, fileCount: files.count, folder: folder.path, renderedCount: pages, edition: options.edition,
      replacement: replacement)
    return (Outcome(site, .site(published)), written)
  }

  func checkInterruption() throws(Failure) {
    if interruption.isRequested { throw .interrupted }
  }

  var workers: Workers { Workers(count: options.jobs ?? ProcessInfo.processInfo.activeProcessorCount) }

  /// Reads, checks and plans everything.
  /// - Parameters:
  ///   - previous: the same site as it was before: what has not changed since is taken from there.
  ///   - problem: why it can't be published where it should be.
  func checkedSite(
    _ read: ReadConfiguration, after previous: CheckedSite? = nil, refusing problem: Diagnostic? = nil
  ) throws(Failure) -> CheckedSite {
    var stopwatch = Stopwatch()
    let configuration = read.configuration
    let known = previous.flatMap { $0.configurationDigest == read.digest ? $0 : nil }
    let theme = try theme(configuration, after: known?.theme)
    let loader = loader(configuration, theme)
    // Texts are read with the theme's words among them.
    let readBefore = known.flatMap { $0.theme.strings.bodyLabels == theme.strings.bodyLabels ? $0.reading : nil }
    let reading = try Failure.machine { () throws(MachineFailure) in try loader.read(after: readBefore) }
    stopwatch.lap(.reading)
    let site = try checked(reading, read, theme, refusing: problem, stopwatch)
    try checkInterruption()
    return site
  }

  /// Checks and plans what was read.
  func checked(
    _ reading: NetworkReading, _ read: ReadConfiguration, _ theme: SiteTheme, refusing problem: Diagnostic? = nil,
    _ stopwatch: Stopwatch
  ) throws(Failure) -> CheckedSite {
    var stopwatch = stopwatch
    let configuration = read.configuration
    let loader = loader(configuration, theme)
    var (network, diagnostics) = try Failure.machine { () throws(MachineFailure) in
      try loader.resolve(reading, on: read.today)
    }
    stopwatch.lap(.checking)
    let catalogue = Catalogue(
      network.graph, includingDrafts: options.includesDrafts, edition: options.edition, today: read.today)
    // Who reads the members' edition was given its place by hand: only the open site's addresses are known outside.
    let ledger = options.edition == .open ? reading.ledger : nil
    let (plan, planning) = SitePlanner(catalogue, hasReport: configuration.hasReport, ledger: ledger?.ledger).plan()
    if let ledger {
      diagnostics += ledger.diagnostics
      // What a document that could not be read leaves open is told there.
      if reading.isSure, network.graph.doubts.namesakes.isEmpty, !planning.containsErrors {
        diagnostics += LedgerComparison(of: ledger.ledger, to: plan, catalogue).diagnostics(at: ledger.path)
      }
    }
    for found in [theme.diagnostics, planning, configuration.checkMenu(catalogue), missingBaseURL(configuration)] {
      diagnostics += found
    }
    if let problem { diagnostics.append(problem) }
    let strictness = options.isStrict ? configuration.strictness.enforced : configuration.strictness
    diagnostics = strictness.applied(to: diagnostics)
    stopwatch.lap(.planning)
    return CheckedSite(
      configuration: configuration, configurationDigest: read.digest, theme: theme, reading: reading,
      network: network, catalogue: catalogue, plan: plan, diagnostics: diagnostics,
      includesDrafts: options.includesDrafts, stopwatch: stopwatch)
  }

  func loader(_ configuration: SiteConfiguration, _ theme: SiteTheme) -> NetworkLoader {
    NetworkLoader(
      siteFolder: siteFolder, configuration: configuration, labels: theme.strings.bodyLabels, workers: workers)
  }

  private func theme(_ configuration: SiteConfiguration, after previous: SiteTheme?) throws(Failure) -> SiteTheme {
    let files = try Failure.machine { () throws(MachineFailure) in
      try LayoutFiles.read(
        siteFolder: siteFolder, layoutsFolder: configuration.layouts, language: configuration.language)
    }
    if let previous, previous.files.own == files.own { return previous }
    return SiteTheme(files, language: configuration.language)
  }

  /// The configuration of a site whose content is there.
  func readConfiguration() throws(Failure) -> ReadConfiguration {
    let path = siteFolder + "/" + SiteConfiguration.fileName
    let bytes: [UInt8]
    do throws(FileSystem.ReadingFailure) {
      bytes = try FileSystem.read(path)
    } catch {
      switch error {
      case .system(let code) where code != ENOENT && code != ENOTDIR:
        throw .machine(MachineFailure("read", path, code: code))
      case .changed: throw .machine(MachineFailure("read", path, code: error.code))
      case .system, .notAFile: throw .usage(SiteFolder(path: siteFolder).missingConfiguration)
      }
    }
    let (read, diagnostics) = SiteConfiguration.read(bytes)
    guard var configuration = read else { throw .configuration(diagnostics) }
    // What is configured is where everybody goes.
    if options.edition == .members { configuration.baseURL = nil }
    if let address = options.baseURL {
      configuration.baseURL = try Self.siteAddress(address)
    }
    // As the disk spells them.
    configuration.content = spelled(configuration.content)
    configuration.layouts = spelled(configuration.layouts)
    let content = siteFolder + "/" + configuration.content
    let status = try Failure.machine { () throws(MachineFailure) in
      try FileSystem.checkedStatus(content, followingLinks: true)
    }
    guard status?.type == .folder else {
      throw .usage(SiteFolder(path: siteFolder).missingContent(configuration.content))
    }
    return ReadConfiguration(
      configuration: configuration, digest: Fingerprint(of: bytes),
      today: options.today.date(in: configuration.timeZone))
  }

  /// The site's address as it was typed for a run.
  static func siteAddress(_ address: String) throws(Failure) -> SiteAddress {
    do throws(SiteAddress.Fault) {
      return try SiteAddress(parsing: address)
    } catch {
      throw .usage(
        Phrase(
          "не годится адрес сайта «\(address)» (--base-url): \(error.reason.russian)",
          en: "not a base URL: “\(address)” (--base-url): \(error.reason.english)"))
    }
  }

  private func missingBaseURL(_ configuration: SiteConfiguration) -> [Diagnostic] {
    guard configuration.baseURL == nil, options.edition == .open else { return [] }
    return [
      Diagnostic(
        .baseURLMissing, .warning,
        Phrase(
          "адрес сайта (base_url) не указан: лента, карта сайта, канонические адреса и картинки к ссылкам не созданы",
          en: "no base_url: the feed, the sitemap, canonical addresses and pictures for links are left out"),
        at: SourceLocation(file: SiteConfiguration.fileName))
    ]
  }
}

extension SiteBuilder.Failure {
  /// Does what only the machine can keep from being done.
  static func machine<Result>(_ work: () throws(MachineFailure) -> Result) throws(Self) -> Result {
    do throws(MachineFailure) {
      return try work()
    } catch {
      throw .machine(error)
    }
  }
}
