import OpytDiagnostics

/// The invariants that need more than one document or the whole of one (`domain.md` §6).
public struct GraphInvariants {
  /// What a site may decide about the rules.
  public struct Policy: Sendable {
    /// Whether a photo without consent keeps the site from being published.
    public var photoConsentRequired = false

    public init() {}
  }

  let graph: SiteGraph
  let policy: Policy

  public init(_ graph: SiteGraph, policy: Policy = Policy()) {
    self.graph = graph
    self.policy = policy
  }

  /// All violations, in document order.
  public func check() -> [Diagnostic] {
    var diagnostics: [Diagnostic] = []
    for id in graph.ids {
      switch graph[id].entity {
      case let project as Project: diagnostics += check(project, id)
      case let masterClass as MasterClass: diagnostics += check(masterClass, id)
      case let methodicalCase as MethodicalCase: diagnostics += check(methodicalCase, id)
      case let seminar as SeminarProgram: diagnostics += check(seminar, id)
      case let kindergarten as Kindergarten: diagnostics += check(kindergarten, id)
      case is Direction: diagnostics += checkDirection(id)
      case let person as Person: diagnostics += check(person, id)
      case let community as Community: diagnostics += check(community, id)
      case let event as Event: diagnostics += check(event, id)
      case is Deficit: diagnostics += checkDeficit(id)
      case let partner as Partner: diagnostics += check(partner, id)
      case let bulletin as Bulletin: diagnostics += check(bulletin, id)
      default: break
      }
      if let material = graph[id].material { diagnostics += check(material, id) }
      diagnostics += checkVisibility(id)
    }
    return diagnostics + checkBasedOnCycles() + checkBulletins()
  }

  func diagnostic(
    _ code: DiagnosticCode, _ severity: Severity, _ id: DocumentID, _ range: SourceRange?, _ message: Phrase,
    advice: Phrase? = nil, notes: [Diagnostic.Note] = []
  ) -> Diagnostic {
    Diagnostic(code, severity, message, at: graph.location(id, range), advice: advice, notes: notes)
  }

  func diagnostic(
    _ code: DiagnosticCode, _ id: DocumentID, _ range: SourceRange?, _ message: Phrase, advice: Phrase? = nil,
    notes: [Diagnostic.Note] = []
  ) -> Diagnostic {
    diagnostic(code, .error, id, range, message, advice: advice, notes: notes)
  }

  /// Nothing where one of the dates is missing; equal dates are in order.
  func checkOrder(
    _ first: Located<CalendarDate>?, _ second: Located<CalendarDate>?, _ id: DocumentID, _ message: Phrase
  ) -> [Diagnostic] {
    guard let first, let second, !first.isAbsent, !second.isAbsent, first.value > second.value else { return [] }
    let note = Diagnostic.Note(
      Phrase("другая дата: \(first.value.iso)", en: "the other date: \(first.value.iso)"),
      at: graph.location(id, first.range))
    return [
      diagnostic(
        .datesOutOfOrder, id, second.range, message,
        advice: Phrase("поправьте одну из двух дат", en: "correct one of the two dates"), notes: [note])
    ]
  }

  /// Where a rule about a whole document is told: at its title.
  func titleRange(_ id: DocumentID) -> SourceRange? {
    let title = graph[id].entity.title
    return title.isAbsent ? nil : title.range
  }

  func referenceRange<Target>(_ id: DocumentID, _ reference: Reference<Target>) -> SourceRange? {
    let references = graph[id].decoded.references
    return references.indices.contains(reference.index) ? references[reference.index].range : nil
  }
}
