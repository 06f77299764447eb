import OpytDiagnostics
import OpytNetwork
import OpytPages

/// A site that was read, checked and planned, before anything is made of it.
struct CheckedSite: Sendable {
  let configuration: SiteConfiguration
  let files: LayoutFiles
  /// Nil when they have errors.
  let layouts: LayoutSet?
  let strings: ThemeStrings
  let network: Network
  let catalogue: Catalogue
  let plan: SitePlan
  let report: DiagnosticReport
  let includesDrafts: Bool
  var stopwatch: Stopwatch

  /// The layouts of a site that nothing is wrong with; nil where there is any error.
  var soundLayouts: LayoutSet? { report.errorCount == 0 ? layouts : nil }

  /// What page models are made from.
  /// - Parameter files: what pages tell of published files; none for texts that stand outside of the site.
  func presentationContext(
    _ layouts: LayoutSet, files: [String: PublishedFileFacts] = [:]
  ) -> PresentationContext {
    PresentationContext(
      configuration, catalogue, plan, strings, theme: self.files, layouts, files: files, includesDrafts: includesDrafts)
  }
}

extension SiteBuilder.Outcome {
  init(_ site: CheckedSite, _ product: SiteBuilder.Product?) {
    self.init(
      report: site.report, language: site.configuration.language, product: product, stopwatch: site.stopwatch)
  }
}
