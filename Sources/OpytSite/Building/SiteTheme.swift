import OpytDiagnostics
import OpytMarkup
import OpytOutputs
import OpytPages

/// The layouts and words of a site, read and compiled.
struct SiteTheme: Sendable {
  let files: LayoutFiles
  /// Nil when they have errors.
  let layouts: LayoutSet?
  let strings: ThemeStrings
  let diagnostics: [Diagnostic]

  /// Every layout that the program asks for.
  static let layoutRoots = LayoutSet.pageRoots + [BulletinMailModel.root, Certificate.root]

  /// Every string of the theme that the program prints itself.
  static let programStrings = ThemeString.ofPages + ThemeString.ofOutputs

  init(_ files: LayoutFiles, language: Language) {
    let (table, stringDiagnostics) = StringsFile.read(files.strings, language: language)
    let (layouts, layoutDiagnostics) = LayoutSet.compile(
      files, strings: table, language: language, roots: Self.layoutRoots, declared: Self.programStrings)
    // A file that can't be read lacks every string: that is told once.
    let hasStrings = !stringDiagnostics.containsErrors
    self.files = files
    self.layouts = layouts
    strings = ThemeStrings(table, declared: Self.programStrings)
    diagnostics =
      files.unreadable + stringDiagnostics + layoutDiagnostics.filter { hasStrings || $0.code != .stringMissing }
  }
}

extension ThemeStrings {
  /// The words that texts need of their own.
  var bodyLabels: BodyLabels {
    BodyLabels(
      footnotes: text(.footnotes), backToText: text(.backToText), done: text(.taskDone), notDone: text(.taskNotDone))
  }
}
