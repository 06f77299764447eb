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
  /// What every material asks of its authors: where they work, and when that kindergarten joined.
  let homes: [DocumentID: DocumentID]
  let joiningDates: [DocumentID: Located<CalendarDate>]
  /// Whether any document is hidden from some readers: else no reference can lead to one.
  private let hasHidden: Bool

  public init(_ graph: SiteGraph, policy: Policy = Policy()) {
    self.graph = graph
    self.policy = policy
    var homes: [DocumentID: DocumentID] = [:]
    for id in graph.ids(of: .person) {
      homes[id] = (graph[id].entity as? Person)?.kindergarten.flatMap { graph[id].target(of: $0) }
    }
    self.homes = homes
    var joiningDates: [DocumentID: Located<CalendarDate>] = [:]
    for id in graph.ids(of: .kindergarten) { joiningDates[id] = (graph[id].entity as? Kindergarten)?.joined }
    self.joiningDates = joiningDates
    hasHidden = graph.documents.contains { $0.decoded.isMembersOnly || $0.decoded.isDraft }
  }

  /// All violations, in document order.
  public func check() -> [Diagnostic] {
    var diagnostics: [Diagnostic] = []
    for id in graph.ids {
      diagnostics += graph[id].entity.violations(at: id, of: self)
      if let material = graph[id].material { diagnostics += check(material, id) }
      if hasHidden { diagnostics += checkVisibility(id) }
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
    referenceRange(id, reference.index)
  }

  func referenceRange(_ id: DocumentID, _ index: Int) -> SourceRange? {
    let references = graph[id].decoded.references
    return references.indices.contains(index) ? references[index].range : nil
  }
}
