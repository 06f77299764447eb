package import OpytModel
import OpytText

/// A line of a plan, and where it stands.
///
/// A class, though it never changes: it stands in many lists of occasions.
package final class PlanAction: Sendable {
  package let plan: DocumentID
  package let topic: Topic
  package let action: PlannedAction
  /// Tells it from the others of its plan, in addresses and calendars: its title, behind which a repeated one has its
  /// term, then a number.
  package let key: String

  private init(plan: DocumentID, topic: Topic, action: PlannedAction, key: String) {
    self.plan = plan
    self.topic = topic
    self.action = action
    self.key = key
  }

  /// All actions of a plan, topic by topic, as they are written.
  static func all(of plan: DocumentID, _ topics: [Topic]) -> [[PlanAction]] {
    var taken: Set<String> = []
    return topics.map { topic in
      topic.actions.map { action in
        let title = Transliteration.slug(action.title.value)
        let term = [title, Transliteration.slug(action.term.value.text)].filter { !$0.isEmpty }.joined(separator: "-")
        var key = [title, term].first { !$0.isEmpty && !taken.contains($0) } ?? "\(term)-2"
        var number = 2
        while !taken.insert(key).inserted {
          number += 1
          key = "\(term)-\(number)"
        }
        return PlanAction(plan: plan, topic: topic, action: action, key: key)
      }
    }
  }

  /// The day that calendars have it on: where its term is a day, and no event tells of it.
  var calendarDay: CalendarDate? { action.event == nil && !action.term.isAbsent ? action.term.value.day : nil }
}

/// The actions of one month of a plan.
package struct PlanMonth: Sendable {
  package let month: CalendarMonth
  package let actions: [PlanAction]
}

/// The actions of a plan that are done in one form; of nil, those that name none.
package struct PlanForm: Sendable {
  package let form: Term<Forms>?
  package let actions: [PlanAction]
}

extension Catalogue {
  /// All actions of a plan, topic by topic, as they are written.
  package func actions(of plan: DocumentID) -> [[PlanAction]] { PlanAction.all(of: plan, topics(of: plan)) }

  /// The same by the months in which they begin, each once; of a month, the first to end first.
  package func months(of plan: DocumentID) -> [PlanMonth] {
    let months = Dictionary(grouping: actionsInOrder(of: plan)) { $0.action.term.value.month }
    return months.sorted { $0.key < $1.key }.map { PlanMonth(month: $0.key, actions: $0.value) }
  }

  /// The same by form, in the order in which the forms come up in the year: theory first, then practice (S4). Those
  /// without a form stand behind all.
  package func forms(of plan: DocumentID) -> [PlanForm] {
    var order: [Term<Forms>?] = []
    let forms = Dictionary(grouping: actionsInOrder(of: plan)) { action in
      let form = action.action.form?.value
      if !order.contains(form) { order.append(form) }
      return form
    }
    return (order.filter { $0 != nil } + order.filter { $0 == nil }).map {
      PlanForm(form: $0, actions: forms[$0] ?? [])
    }
  }

  /// The first to end first.
  private func actionsInOrder(of plan: DocumentID) -> [PlanAction] {
    let actions = actions(of: plan).flatMap { $0 }
    let order = actions.indices.sorted { left, right in
      let (first, second) = (actions[left].action.term.value, actions[right].action.term.value)
      return (first.lastDay, first.firstDay, left) < (second.lastDay, second.firstDay, right)
    }
    return order.map { actions[$0] }
  }

  /// The academic years that plans are made for.
  package var planYears: [AcademicYear] {
    Set(ids(of: .methodPlan).compactMap { (graph[$0].entity as? MethodPlan)?.academicYear.value }).sorted()
  }

  /// Whose plan it is: a kindergarten or a community; nil for the network's.
  package func owner(ofPlan id: DocumentID) -> DocumentID? {
    guard let plan = graph[id].entity as? MethodPlan else { return nil }
    return plan.kindergarten.flatMap { graph[id].target(of: $0) } ?? plan.community.flatMap { graph[id].target(of: $0) }
  }

  /// The events of a topic and of its actions that are published, each once.
  package func events(of topic: Topic, in plan: DocumentID) -> [DocumentID] {
    published(graph[plan].targets(of: topic.allEvents))
  }
}
