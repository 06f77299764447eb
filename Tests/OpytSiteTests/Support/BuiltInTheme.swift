import OpytDiagnostics
import OpytLayout

@testable import OpytFiles
@testable import OpytNetwork
@testable import OpytOutputs
@testable import OpytPages
@testable import OpytSite

/// What stands in `layouts/`, without a site's own files over it.
enum BuiltInTheme {
  static func files() throws -> LayoutFiles {
    try LayoutFiles.read(siteFolder: "/nonexistent", layoutsFolder: "layouts")
  }

  static func strings(_ language: Language = .russian) throws -> ThemeStrings {
    ThemeStrings(
      StringsFile.read(try files().strings, language: language).table, declared: SiteTheme.programStrings)
  }
}
