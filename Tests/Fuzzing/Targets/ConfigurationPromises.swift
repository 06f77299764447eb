import Foundation
import OpytDiagnostics
import OpytMarkup
import OpytNetwork

/// A configuration is read, or told to be wrong at places that it has.
enum ConfigurationPromises {
  static func check(_ bytes: [UInt8]) {
    let places = TextPlaces(bytes)
    let (configuration, diagnostics) = SiteConfiguration.read(bytes)
    places.check(diagnostics)
    promise((configuration == nil) == diagnostics.containsErrors, "a configuration or an error, not both")
    if let configuration {
      promise(configuration.language == SiteConfiguration.language(in: bytes), "two languages")
      for folder in [configuration.content, configuration.layouts] {
        let names = folder.utf8.split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false)
        promise(
          names.first?.isEmpty == false && !names.contains { $0.elementsEqual("..".utf8) }, "the folder \(folder)")
      }
      for item in configuration.menu {
        promise(!item.links.isEmpty, "an item of the menu leads nowhere")
        for link in item.links { places.check(link.range, "menu") }
      }
    }
    checkJSON(bytes)
  }

  /// What is read without complaint is JSON to others too.
  private static func checkJSON(_ bytes: [UInt8]) {
    let (node, diagnostics) = JSONReader.read(bytes, file: "site-config.json")
    guard let node, diagnostics.isEmpty else { return }
    let others = try? JSONSerialization.jsonObject(with: Data(bytes), options: .fragmentsAllowed)
    promise(others != nil, "no JSON to others, and nothing was told")
    if let others { promise(isSame(node, others), "read otherwise by others") }
  }

  private static func isSame(_ node: FrontMatterNode, _ others: Any) -> Bool {
    switch (node, others) {
    case (.mapping(let entries, _), let others as [String: Any]):
      // A key may be there twice; keys that differ in their bytes only are one to `String`.
      return entries.allSatisfy { others[$0.key] != nil }
    case (.list(let items, _), let others as [Any]):
      return items.count == others.count && zip(items, others).allSatisfy(isSame)
    case (.scalar(let scalar), let others as String):
      return scalar.isPlain || Array(scalar.text.utf8) == Array(others.utf8)
    case (.scalar(let scalar), _): return scalar.isPlain
    default: return false
    }
  }
}
