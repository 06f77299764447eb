/// As what a document is named by another one: one case for each field of the schema that holds references.
///
/// The raw value is the field's path, from the document's own field inwards; kinds that have a field of one name share
/// its role. A field of references can't be declared without its role (see ``PointingValue``), and the tests compare
/// the paths of the schema with these, both ways.
public enum ReferenceRole: String, CaseIterable, Hashable, Sendable {
  // Of materials
  case authors
  case basedOn = "based_on.material"
  case reviewExperts = "review.experts"
  case rolesPerson = "roles.person"
  case masters
  case cycleConductedBy = "cycle.conducted_by"
  case cycleObservers = "cycle.observers"
  case cycleLesson = "cycle.lesson"
  case host
  case sessionsPresenters = "sessions.presenters"
  case sessionsModerator = "sessions.moderator"
  case sessionsKindergarten = "sessions.kindergarten"

  // Of materials and others
  case directions
  case kindergartens
  case deficits
  case community
  case strategy
  case partners

  // Of people and kindergartens
  case kindergarten
  case partner
  case postsKindergarten = "posts.kindergarten"
  case postsPartner = "posts.partner"
  case head
  case successor
  case developmentDeficits = "development.deficits"
  case developmentNeedsHelpFrom = "development.needs_help_from"
  case developmentPassesOnTo = "development.passes_on_to"

  // Of communities and events
  case coordinator
  case membersPerson = "members.person"
  case roundsDeficit = "rounds.deficit"
  case roundsStrategy = "rounds.strategy"
  case initiators
  case attendedKindergartens = "attended_kindergartens"
  case seminar
  case materials

  // Of plans and bulletins
  case topicsDeficits = "topics.deficits"
  case topicsStrategy = "topics.strategy"
  case topicsActionsResponsible = "topics.actions.responsible"
  case topicsActionsEvent = "topics.actions.event"
  case topicsEvents = "topics.events"
  case editor
  case rubricsAuthor = "rubrics.author"
  case rubricsItems = "rubrics.items"
  case items
}

extension ReferenceRole: CustomStringConvertible {
  /// The field's path, as authors know it.
  public var description: String { rawValue }
}
