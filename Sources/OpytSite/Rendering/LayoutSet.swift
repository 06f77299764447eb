import Foundation
import OpytDiagnostics
import OpytLayout
import OpytModel

/// The layouts of a site, compiled against the models of the pages they print.
struct LayoutSet: Sendable {
  /// A layout that the program asks for by name.
  enum Root: Hashable {
    case home, materials, directory, events, pastEvents, correspondence, coverage, reuse, report, notFound, redirect,
      bulletinMail
    case document(Kind)

    var name: String {
      switch self {
      case .home: "home"
      case .materials: "materials"
      case .directory: "directory"
      case .events: "events"
      case .pastEvents: "past-events"
      case .correspondence: "correspondence"
      case .coverage: "coverage"
      case .reuse: "reuse"
      case .report: "report"
      case .notFound: "404"
      case .redirect: "redirect"
      case .bulletinMail: "bulletin-mail"
      case .document(let kind): kind.layoutName
      }
    }
  }

  private let layouts: [String: CompiledLayout]

  /// What each document's page is made from.
  private static let documentSchemas: [Kind: LayoutSchema<DocumentModel>] = Dictionary(
    uniqueKeysWithValues: Kind.allCases.map { ($0, DocumentModel.schema(for: $0.entityType)) })

  /// Every layout that a site must have, and the model it is given.
  static let roots: [(name: String, type: RecordType)] =
    [
      (Root.home.name, HomeModel.schema.type), (Root.materials.name, MaterialListModel.schema.type),
      (Root.directory.name, DirectoryModel.schema.type), (Root.events.name, UpcomingEventsModel.schema.type),
      (Root.pastEvents.name, PastEventsModel.schema.type),
      (Root.correspondence.name, CorrespondencePageModel.schema.type),
      (Root.coverage.name, CoveragePageModel.schema.type),
      (Root.reuse.name, ReusePageModel.schema.type), (Root.report.name, ReportPageModel.schema.type),
      (Root.notFound.name, NotFoundModel.schema.type),
      (Root.redirect.name, RedirectModel.schema.type), (Root.bulletinMail.name, BulletinMailModel.schema.type),
    ]
    + documentSchemas.sorted { $0.key < $1.key }.map { (Root.document($0.key).name, $0.value.type) }

  /// - Parameters:
  ///   - files: the site's own layouts over the built-in ones.
  ///   - strings: the words they print, in the site's language.
  static func compile(
    _ files: LayoutFiles, strings: StringTable, language: Language
  ) -> (layouts: LayoutSet?, diagnostics: [Diagnostic]) {
    let compilation = LayoutLibrary(sources: files.layouts, strings: strings).compile(roots)
    var diagnostics = compilation.diagnostics
    diagnostics += files.check(usedLayouts: diagnostics.containsErrors ? nil : compilation.usedLayouts)
    diagnostics += StringsFile.check(
      strings, files.strings, language: language, usedByLayouts: compilation.usedStrings)
    guard !diagnostics.containsErrors, compilation.layouts.count == roots.count else { return (nil, diagnostics) }
    return (LayoutSet(layouts: compilation.layouts), diagnostics)
  }

  func render(_ root: Root, _ value: LayoutValue, into buffer: inout OutputBuffer) {
    // Compiled above for every root: a missing one is a mistake in this file.
    guard let layout = layouts[root.name] else { preconditionFailure("no layout “\(root.name)”") }
    layout.render(value, into: &buffer)
  }

  func render(_ root: Root, _ model: DocumentModel, into buffer: inout OutputBuffer) {
    guard case .document(let kind) = root, let schema = Self.documentSchemas[kind] else {
      preconditionFailure("no document")
    }
    render(root, schema.value(of: model), into: &buffer)
  }
}

extension Kind {
  /// The name of the layout of this kind's pages.
  fileprivate var layoutName: String {
    switch self {
    case .project: "project"
    case .masterClass: "master-class"
    case .methodicalCase: "case"
    case .seminarProgram: "seminar"
    case .direction: "direction"
    case .kindergarten: "kindergarten"
    case .person: "person"
    case .community: "community"
    case .event: "event"
    case .deficit: "deficit"
    case .strategy: "strategy"
    case .methodPlan: "plan"
    case .partner: "partner"
    case .bulletin: "bulletin"
    case .page: "page"
    }
  }
}
