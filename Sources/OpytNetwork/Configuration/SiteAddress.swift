import Foundation
import OpytText

/// Where a site is reached: `https://opyt.example/set/`. What machines read as a whole address – canonical links,
/// feeds, the sitemap, calendars, tables – is made of it here and nowhere else.
public struct SiteAddress: Hashable, Sendable {
  /// With a `/` at its end.
  private let text: String

  /// An address as it was typed; nil where it can't be a site's.
  public init?(parsing address: String) {
    guard BaseURLForm.fault(in: address) == nil else { return nil }
    text = address.hasSuffix("/") ? address : address + "/"
  }

  /// The whole address of something in the site.
  /// - Parameter path: from the site's top; empty for the top itself.
  package func url(_ path: String = "") -> WebAddress { WebAddress(relative: text + path) }

  /// `opyt.example`
  package var host: String { String(afterScheme.prefix { $0 != "/" && $0 != ":" }) }

  /// The path on its server: `/set/`.
  package var rootPath: String { afterScheme.firstIndex(of: "/").map { String(afterScheme[$0...]) } ?? "/" }

  private var afterScheme: Substring { text.range(of: "://").map { text[$0.upperBound...] } ?? "" }
}
