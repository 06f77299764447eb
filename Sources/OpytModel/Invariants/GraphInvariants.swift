public import OpytDiagnostics

/// The rules that need more than one document or the whole of one.
///
/// All rules of the model have numbers, which tests and comments use. Errors:
///
///  1. Ids are unique within a kind, and addresses and output paths in the site, compared without case and in NFC.
///  2. A reference leads to one document of the right kind.
///  3. Starts come before ends, a project's stages lie inside it and in order, an event's days inside it and each once,
///     a community's rounds and their stages in order, updates follow the publication.
///  4. Sessions of one programme never overlap for one presenter or one room; side by side elsewhere they may.
///     Breaks and the registration are no sessions in this sense, nor in that of 17.
///  5. A community has an idea, a coordinator who is a member, and two members.
///  6. Adopted and archived materials have results, events that were held have outcomes.
///  7. A kindergarten joins before it leaves, and the kindergartens that a material names had joined when it was published.
///  8. Numbers of bulletins are unique, their days do not overlap and follow the numbers, named items fall into them.
///  9. An academic year is two consecutive years, and a programme's sessions fall into its own, as does the
///     beginning of a stage of a community's round.
/// 10. No material is based on itself, by however many steps.
/// 11. Attachments and photos exist, stay beside their document, and have a permitted type and size; a photo has words
///     for those who can't see it.
/// 12. Values of vocabularies are known.
/// 13. A public document never refers to a members-only one.
/// 14. Every internal link in a text leads somewhere, and so does its `#anchor`.
/// 24. A kindergarten that a material or an event names had not left by then. What it was joined to is known with the day
///     it left.
/// 25. What is told as done is not after today. A material or a bulletin of a later day waits for that day, which is a
///     warning.
/// 26. A plan has one owner, and its actions and events lie in its academic year.
/// 27. Nobody leads sessions of two programmes at one time; that somebody has called an event at that time is a warning.
/// 28. What answers a deficit is not older than it, and it was not closed before it was seen.
/// 29. A membership of a community begins before it ends, and so does a post; two posts of one person in one kindergarten
///     don't overlap.
/// 37. Two kindergartens of one municipality and one type have different numbers; a warning where only one tells its type.
/// 40. An author had a post in one of the material's kindergartens when it was published, as far as posts are known.
/// 41. A community tells its stage or its rounds, not both.
///
/// Warnings:
///
/// 15. A direction has no materials.
/// 16. Nothing answers a deficit that is not closed: no topic of a plan, event, strategy or material.
/// 17. One presenter leads more than half of a programme's sessions.
/// 18. A text cites a source by its number, and the list of sources is empty.
/// 19. Not all who planned a turn of an exchange of practice observe it.
/// 20. A person has no material and no event.
/// 21. A photo has no consent (an error where the site says so).
/// 22. A text has what looks like personal data: for a person to judge.
/// 23. A text has raw HTML, which is dropped.
/// 30. A consent holds no more, or ends within a month. (That its number is none, is an error told while decoding.)
/// 31. An event whose day is over is still planned.
/// 32. The strategy of a material, an event, a topic or a community answers none of its deficits.
/// 33. A step with a partner is left out, told twice, or was begun before the one ahead of it.
/// 34. A topic of a plan has no action.
/// 35. A review at the regional level or above names no document.
/// 36. A list names the same document twice.
/// 38. Two people have one consent.
/// 39. A person’s name has initials.
///
/// Of these 1 (ids), 2, 11 and 14 are checked while resolving, 12 while decoding, 18 and 22 on the text alone, 23 while
/// reading Markdown; the rest is here. Some numbers stand for rules of documents that there are not yet.
public final class GraphInvariants {
  /// What a site may decide about the rules.
  public struct Policy: Sendable {
    /// Whether a photo without consent keeps the site from being published.
    public var photoConsentRequired = false

    public init() {}
  }

  let graph: SiteGraph
  /// The day that the site is built on.
  let today: CalendarDate
  let policy: Policy
  /// When kindergartens joined and left, of those that say so.
  let memberships: [DocumentID: (joined: Located<CalendarDate>?, left: Located<CalendarDate>?)]
  /// The posts of those who tell their days.
  let histories: [DocumentID: PostHistory]
  /// When deficits were seen, of those that say so.
  let deficitYears: [DocumentID: Located<AcademicYear>]
  /// Whether any document is hidden from some readers: else no reference can lead to one.
  private let hasHidden: Bool

  public init(_ graph: SiteGraph, today: CalendarDate, policy: Policy = Policy()) {
    self.graph = graph
    self.today = today
    self.policy = policy
    var memberships: [DocumentID: (joined: Located<CalendarDate>?, left: Located<CalendarDate>?)] = [:]
    for id in graph.ids(of: .kindergarten) {
      guard let kindergarten = graph[id].entity as? Kindergarten, kindergarten.joined != nil || kindergarten.left != nil
      else {
        continue
      }
      // Dates that are not in order have a message of their own.
      let isOrdered =
        kindergarten.joined.flatMap { joined in kindergarten.left.map { joined.value <= $0.value } } ?? true
      memberships[id] = (kindergarten.joined, isOrdered ? kindergarten.left : nil)
    }
    self.memberships = memberships
    histories = Self.histories(in: graph)
    var deficitYears: [DocumentID: Located<AcademicYear>] = [:]
    for id in graph.ids(of: .deficit) { deficitYears[id] = (graph[id].entity as? Deficit)?.period }
    self.deficitYears = deficitYears
    hasHidden = graph.ids.contains { id in
      graph.isMembersOnly(id) || graph.isDraft(id) || graph.waits(id, on: today)
    }
  }

  /// All violations, in document order.
  public func check() -> [Diagnostic] {
    var diagnostics: [Diagnostic] = []
    for id in graph.ids {
      var found = graph[id].entity.violations(at: id, of: self)
      if let material = graph[id].material { found += check(material, id) }
      found += checkWaiting(id) + checkRepetitions(id)
      if hasHidden { found += checkVisibility(id) }
      diagnostics += found.bounded()
    }
    return diagnostics + checkUnused() + checkBasedOnCycles() + checkBulletins() + checkPresenters()
      + checkKindergartenNumbers() + checkConsents() + checkSuccessions()
  }

  /// Whether readers can see a document.
  func isPublished(_ id: DocumentID) -> Bool { graph.isPublished(id, includingDrafts: false, on: today) }

  /// Whether those who see one document see another one: what is for members only is answered by what they see.
  func isPublished(_ id: DocumentID, toReadersOf other: DocumentID) -> Bool {
    graph.isPublished(id, includingDrafts: false, on: today, in: graph.isMembersOnly(other) ? .members : .open)
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
    _ first: Located<CalendarDate>?, _ second: Located<CalendarDate>?, _ id: DocumentID, _ message: Phrase,
    advice: Phrase? = nil
  ) -> [Diagnostic] {
    guard let first, let second, !first.isAbsent, !second.isAbsent, first.value > second.value else { return [] }
    let note = Diagnostic.Note(
      Phrase("другая дата: \(first.value.inWords)", en: "the other date: \(first.value.iso)"),
      at: graph.location(id, first.range))
    return [
      diagnostic(
        .datesOutOfOrder, id, second.range, message,
        advice: advice ?? Self.advice(first.value, second.value), notes: [note])
    ]
  }

  /// Which of two dates is probably wrong: a year that was not changed, or the two in each other's place.
  static func advice(_ first: CalendarDate, _ second: CalendarDate) -> Phrase {
    if first.year == second.year {
      return Phrase(
        "возможно, даты поменялись местами: тогда первая – \(second.inWords), вторая – \(first.inWords); если нет, исправьте одну из них",
        en: "they may stand in each other’s place: \(second.iso), then \(first.iso); else correct one of them")
    }
    let later = second.adding(months: 12 * (first.year - second.year))
    let next = later < first ? second.adding(months: 12 * (first.year - second.year + 1)) : later
    let earlier = first.adding(months: -12 * (next.year - second.year))
    return Phrase(
      "проверьте год: должно быть \(next.inWords) здесь или \(earlier.inWords) там?",
      en: "look at the years: \(next.iso) here, or \(earlier.iso) there?")
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
