import Foundation
import OpytCatalogue
import OpytDiagnostics
import OpytFiles
import OpytModel
import OpytText
import OpytTheme
import Synchronization

@testable import OpytNetwork
@testable import OpytPages
@testable import OpytSite

/// Themes that were read and compiled, for all tests that need the same: that is nine tenths of the time of a small site.
///
/// A site is checked and built by the steps of ``SiteBuilder``, after one without documents that has the same theme, as
/// ``SiteRebuilder`` does. `SharedThemeTests` compares the outcome with that of the builder alone.
enum SharedTheme {
  /// By their language, their folder, and the site's own files in it.
  private static let known = Mutex<[Fingerprint: SiteTheme]>([:])
  private static let maximumCount = 24

  private static func theme(_ configuration: SiteConfiguration, _ siteFolder: String) -> SiteTheme? {
    let (folder, language) = (configuration.layouts, configuration.language)
    guard let files = try? LayoutFiles.read(siteFolder: siteFolder, layoutsFolder: folder, language: language),
      files.unreadable.isEmpty
    else { return nil }
    var hasher = StableHasher()
    hasher.combine("\(language) \(folder)")
    for file in files.own {
      hasher.combine(file.path)
      hasher.combine(Fingerprint(of: file.bytes).text)
    }
    let key = hasher.fingerprint
    if let theme = known.withLock({ $0[key] }) { return theme }
    let theme = SiteTheme(files, language: language)
    known.withLock {
      if $0.count >= maximumCount { $0.removeAll() }
      $0[key] = theme
    }
    return theme
  }

  /// A site of this configuration with its theme, and no documents.
  fileprivate static func site(_ read: ReadConfiguration, _ builder: SiteBuilder) -> CheckedSite? {
    guard let theme = theme(read.configuration, builder.siteFolder),
      let store = try? BodyStore(siteFolder: builder.siteFolder)
    else { return nil }
    let findings = ContentDiscovery.Findings(
      folder: ContentFolder(read.configuration.content, in: builder.siteFolder))
    let reading = NetworkReading(findings, [], store, verdicts: FileVerdicts(), moment: 0)
    guard let network = try? builder.loader(read.configuration, theme).resolve(reading, on: read.today).network
    else { return nil }
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
    return try check(read, after: SharedTheme.site(read, self))
  }

  func checkSharingTheme(_ read: ReadConfiguration) throws(Failure) -> CheckedSite {
    try checkedSite(read, after: SharedTheme.site(read, self))
  }

  /// ``build()``, with the shared theme.
  func buildSharingTheme() throws(Failure) -> Outcome {
    let read = try readConfiguration()
    return try build(read, after: SharedTheme.site(read, self))
  }

  /// ``revoke(_:)``, with the shared theme.
  func revokeSharingTheme(_ number: String) throws(Failure) -> Outcome {
    let read = try readConfiguration()
    return try revoke(number, read, after: SharedTheme.site(read, self))
  }
}
