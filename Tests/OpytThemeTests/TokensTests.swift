import Foundation
import OpytTheme
import Testing

/// What a site may set in the style sheet is in one place, and told in the README.
@Suite struct TokensTests {
  private static let tokens = "assets/site/10-tokens.css"
  private static let parts = StyleSheet(ThemeFile.builtIn).parts

  @Test func thePartsAreSound() {
    #expect(Self.parts.count > 10)
    for part in Self.parts { #expect(StyleSheetSyntax(part.text).fault == nil, "\(part.path)") }
  }

  @Test func everyPropertyThatIsAskedForIsSet() {
    let syntax = Self.parts.map { StyleSheetSyntax($0.text) }
    let declared = Set(syntax.flatMap(\.declared))
    for (part, syntax) in zip(Self.parts, syntax) {
      for use in syntax.uses { #expect(declared.contains(use.name), "\(part.path): \(use.name)") }
    }
  }

  @Test func everyTokenIsAskedFor() throws {
    let tokens = try #require(Self.parts.first { $0.path == Self.tokens })
    let used = Set(Self.parts.flatMap { StyleSheetSyntax($0.text).uses.map(\.name) })
    #expect(StyleSheetSyntax(tokens.text).declared.subtracting(used) == [])
  }

  @Test func theReadmeNamesEveryToken() throws {
    let tokens = try #require(Self.parts.first { $0.path == Self.tokens })
    let readme = try String(
      contentsOf: URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().appending(path: "README.md"), encoding: .utf8)
    let section = try #require(readme.firstMatch(of: #/\n## Layouts\n(?s:.*?)\n## /#))
    var documented: [String] = []
    for match in section.0.matches(of: /`(--[a-z0-9-]+)`(?:…`(--[a-z0-9-]+)`)?/) {
      let first = String(match.1)
      guard let last = match.2.map(String.init) else {
        documented.append(first)
        continue
      }
      documented += try Self.range(from: first, to: last)
    }
    #expect(documented.sorted() == StyleSheetSyntax(tokens.text).declared.sorted())
  }

  /// `--gap-1`…`--gap-8`: names that end in numbers from one to the other.
  private static func range(from first: String, to last: String) throws -> [String] {
    let ends = try #require(last.wholeMatch(of: /(--[a-z-]+-)(\d+)/))
    let prefix = String(ends.1)
    let start = try #require(Int(first.dropFirst(prefix.count)))
    let end = try #require(Int(ends.2))
    return (start...end).map { "\(prefix)\($0)" }
  }

  @Test func everyTokenIsExplained() throws {
    let tokens = try #require(Self.parts.first { $0.path == Self.tokens })
    let root = try #require(String(decoding: tokens.text, as: UTF8.self).firstMatch(of: /:root \{(?s:.*?)\n\}/))
    var isExplained = false
    for line in root.0.split(separator: "\n", omittingEmptySubsequences: false) {
      let text = line.trimmingPrefix(/\s+/)
      if text.hasPrefix("/*") { isExplained = true }
      // A row of properties shares the comment above it; a gap ends it.
      if text.isEmpty { isExplained = false }
      if text.hasPrefix("--") { #expect(isExplained, "\(text)") }
    }
  }
}
