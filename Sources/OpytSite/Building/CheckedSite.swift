import OpytCatalogue
import OpytDiagnostics
import OpytMedia
import OpytModel
import OpytNetwork
import OpytPages
import OpytText

/// A configuration as it was read, with the options over it.
struct ReadConfiguration: Sendable {
  let configuration: SiteConfiguration
  /// Of the file's bytes.
  let digest: Fingerprint
  /// The day of the build, in the time zone of the configuration.
  let today: CalendarDate
}

/// A site that was read, checked and planned, before anything is made of it.
struct CheckedSite: Sendable {
  let configuration: SiteConfiguration
  let configurationDigest: Fingerprint
  let theme: SiteTheme
  let reading: NetworkReading
  let network: Network
  let catalogue: Catalogue
  let plan: SitePlan
  let diagnostics: [Diagnostic]
  let report: DiagnosticReport
  let includesDrafts: Bool
  var stopwatch: Stopwatch

  init(
    configuration: SiteConfiguration, configurationDigest: Fingerprint, theme: SiteTheme, reading: NetworkReading,
    network: Network, catalogue: Catalogue, plan: SitePlan, diagnostics: [Diagnostic], includesDrafts: Bool,
    stopwatch: Stopwatch
  ) {
    self.configuration = configuration
    self.configurationDigest = configurationDigest
    self.theme = theme
    self.reading = reading
    self.network = network
    self.catalogue = catalogue
    self.plan = plan
    self.diagnostics = diagnostics
    report = DiagnosticReport(diagnostics, fileCount: network.fileCount)
    self.includesDrafts = includesDrafts
    self.stopwatch = stopwatch
  }

  var files: LayoutFiles { theme.files }
  var strings: ThemeStrings { theme.strings }
  var moment: Int { reading.moment }

  /// The same, with what was found wrong with the authors' files, told wherever each is named.
  func adding(_ faults: [String: MediaFault]) -> CheckedSite {
    CheckedSite(
      configuration: configuration, configurationDigest: configurationDigest, theme: theme, reading: reading,
      network: network, catalogue: catalogue, plan: plan,
      diagnostics: diagnostics + NamedFiles(network.graph).diagnostics(faults), includesDrafts: includesDrafts,
      stopwatch: stopwatch)
  }

  /// The layouts of a site that nothing is wrong with; nil where there is any error.
  var soundLayouts: LayoutSet? { report.errorCount == 0 ? theme.layouts : nil }

  /// What page models are made from.
  /// - Parameter files: what pages tell of published files; none for texts that stand outside of the site.
  func presentationContext(
    _ layouts: LayoutSet, files: [String: PublishedFileFacts] = [:]
  ) -> PresentationContext {
    PresentationContext(
      configuration, catalogue, plan, strings, theme: theme.files, layouts, files: files,
      includesDrafts: includesDrafts)
  }
}

extension SiteBuilder.Outcome {
  init(_ site: CheckedSite, _ product: SiteBuilder.Product?) {
    self.init(
      report: site.report, language: site.configuration.language, product: product, stopwatch: site.stopwatch)
  }

  /// Nothing was made of a site that nothing is wrong with by itself.
  init(_ site: CheckedSite, refusedFor problem: Diagnostic) {
    self.init(
      report: DiagnosticReport(site.diagnostics + [problem], fileCount: site.network.fileCount),
      language: site.configuration.language, product: nil, stopwatch: site.stopwatch)
  }
}
