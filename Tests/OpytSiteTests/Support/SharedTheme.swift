import Foundation
import OpytCatalogue
import OpytDiagnostics
import OpytModel

@testable import OpytNetwork
@testable import OpytPages
@testable import OpytSite

/// The built-in theme, read and compiled once for all tests: that is nine tenths of the time of a small site.
///
/// A site is checked and built by the steps of ``SiteBuilder``, after one without documents that has the same theme, as
/// ``SiteRebuilder`` does. `SharedThemeTests` compares the outcome with that of the builder alone. Where a site has
/// layouts of its own, they are compiled.
enum SharedTheme {
  private static let russian = theme(.russian)
  private static let english = theme(.english)

  private static func theme(_ language: Language) -> SiteTheme? {
    let folder = NSTemporaryDirectory() + "opyt-test-no-layouts"
    return (try? LayoutFiles.read(siteFolder: folder, layoutsFolder: "layouts", language: language)).map {
      SiteTheme($0, language: language)
    }
  }

  /// A site of this configuration with the shared theme, and no documents.
  fileprivate static func site(_ read: ReadConfiguration, _ builder: SiteBuilder) -> CheckedSite? {
    guard read.configuration.layouts == "layouts",
      let theme = read.configuration.language == .russian ? russian : english,
      let store = try? BodyStore()
    else { return nil }
    let reading = NetworkReading(
      ContentDiscovery.Findings(), [], store, moment: 0)
    let network = builder.loader(read.configuration, theme).resolve(reading, on: read.today).network
    let catalogue = Catalogue(network.graph, includingDrafts: false, today: read.today)
    return CheckedSite(
      configuration: read.configuration, configurationDigest: read.digest, theme: theme, reading: reading,
      network: network, catalogue: catalogue, plan: SitePlanner(catalogue, hasReport: false).plan().plan,
      diagnostics: [], includesDrafts: false, stopwatch: Stopwatch())
  }
}

extension SiteBuilder {
  /// ``check()``, with the shared theme.
  func checkSharingTheme() throws(Failure) -> Outcome {
    let read = try readConfiguration()
    return Outcome(try checkSharingTheme(read, refusing: outputProblem(read.configuration)), nil)
  }

  func checkSharingTheme(
    _ read: ReadConfiguration, refusing problem: Diagnostic? = nil
  ) throws(Failure) -> CheckedSite {
    try checkedSite(read, after: SharedTheme.site(read, self), refusing: problem)
  }

  /// ``build()``, with the shared theme.
  func buildSharingTheme() throws(Failure) -> Outcome {
    let read = try readConfiguration()
    if let problem = outputProblem(read.configuration) {
      return Outcome(try checkSharingTheme(read, refusing: problem), nil)
    }
    let folder = try outputFolder(read.configuration)
    if let outcome = try unchanged(read, in: folder) { return outcome }
    let site = try checkSharingTheme(read)
    guard let layouts = site.soundLayouts else { return Outcome(site, nil) }
    return try publish(site, layouts, folder, tellsModels: false).outcome
  }
}
