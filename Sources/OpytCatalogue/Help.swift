package import OpytModel
import OpytText
import Synchronization

/// Help that is asked and offered in the network (S4: «Какая помощь нам нужна – других ДОО, ММС, ИРО?»): what people
/// may see of development plans, beside what colleagues can do for them.
package struct Help: Sendable {
  /// What somebody asks for: an open item of a development plan, or the deficit that a community works on.
  package struct Need: Sendable {
    /// A person, or a community.
    package let asker: DocumentID
    /// Nil for a community.
    package let item: DevelopmentItem?
    /// What it is about: those that are published.
    package let deficits: [DocumentID]
    /// Where the asker works; empty where that is not known.
    package let municipalities: [String]
  }

  /// What somebody can do for others.
  package struct Offer: Sendable {
    package let person: DocumentID
    /// What they wrote, offers first, each once.
    package let words: [String]
    package let municipalities: [String]
  }

  /// Needs and offers about a direction, a deficit or a strategy.
  package struct Topic: Sendable {
    package let subject: DocumentID
    package let needs: [Need]
    package let offers: [Offer]
  }

  /// What people wrote in the same words, with them.
  package struct Word: Sendable {
    package let text: String
    package let people: [DocumentID]
  }

  package let needs: [Need]
  package let offers: [Offer]
  /// Directions, deficits and strategies in the orders of their lists; without those nobody asks or offers about.
  package let topics: [Topic]
  /// As Russian sorts them.
  package let words: [Word]

  private let subjects: Set<DocumentID>

  init(needs: [Need], offers: [Offer], topics: [Topic], words: [Word]) {
    self.needs = needs
    self.offers = offers
    self.topics = topics
    self.words = words
    subjects = Set(topics.map(\.subject))
  }

  package var isEmpty: Bool { needs.isEmpty && offers.isEmpty }

  package func hasTopic(_ subject: DocumentID) -> Bool { subjects.contains(subject) }

  /// Entries by municipality, as Russian sorts them; those of which it is not known stand last, under no name.
  package static func byMunicipality<Entry>(
    _ entries: [Entry], _ municipalities: (Entry) -> [String]
  ) -> [(municipality: String, entries: [Entry])] {
    var groups: [FoldedText: (name: String, entries: [Entry])] = [:]
    for entry in entries {
      let names = municipalities(entry)
      for name in names.isEmpty ? [""] : names { groups[FoldedText(name), default: (name, [])].entries.append(entry) }
    }
    return groups.map { (key: $0.key, order: RussianOrder($0.value.name), group: $0.value) }.sorted {
      ($0.key.isEmpty ? 1 : 0, $0.order, $0.key) < ($1.key.isEmpty ? 1 : 0, $1.order, $1.key)
    }.map { ($0.group.name, $0.group.entries) }
  }
}

extension Catalogue {
  /// Made once, of published documents alone: who has given no consent asks and offers nothing here.
  package var help: Help {
    helpOfNetwork.withLock { known in
      if let known { return known }
      let made = HelpMaker(self).help
      known = made
      return made
    }
  }
}

private struct HelpMaker {
  private let catalogue: Catalogue
  private let graph: SiteGraph

  init(_ catalogue: Catalogue) {
    self.catalogue = catalogue
    graph = catalogue.graph
  }

  var help: Help {
    let people = catalogue.ids(of: .person)
    let needs = people.flatMap(needs(of:)) + catalogue.ids(of: .community).flatMap(needs(ofCommunity:))
    let offers = people.compactMap(offer(of:))
    return Help(needs: needs, offers: offers, topics: topics(needs, offers), words: words(of: offers))
  }

  // MARK: Needs

  private func needs(of id: DocumentID) -> [Help.Need] {
    guard let person = graph[id].entity as? Person else { return [] }
    let items = person.development.filter { item in
      item.isPublic && !item.needsHelpFrom.isEmpty && item.done.map { $0.value > catalogue.today } ?? true
    }
    guard !items.isEmpty, let municipalities = municipalities(of: id) else { return [] }
    return items.map { item in
      Help.Need(
        asker: id, item: item, deficits: published(graph[id].targets(of: item.deficits)),
        municipalities: municipalities)
    }
  }

  private func needs(ofCommunity id: DocumentID) -> [Help.Need] {
    guard let community = graph[id].entity as? Community else { return [] }
    let places = graph[id].targets(of: community.kindergartens).filter(isMember)
    return published(graph[id].targets(of: community.deficits)).map { deficit in
      Help.Need(asker: id, item: nil, deficits: [deficit], municipalities: names(of: places))
    }
  }

  // MARK: Offers

  private func offer(of id: DocumentID) -> Help.Offer? {
    guard let person = graph[id].entity as? Person else { return nil }
    var seen: Set<FoldedText> = []
    let words = (person.offers + person.expertise).map(\.value).filter { word in
      let key = FoldedText(word)
      return !key.isEmpty && seen.insert(key).inserted
    }
    guard !words.isEmpty, let municipalities = municipalities(of: id) else { return nil }
    return Help.Offer(person: id, words: words, municipalities: municipalities)
  }

  private func words(of offers: [Help.Offer]) -> [Help.Word] {
    var found: [FoldedText: (text: String, people: [DocumentID])] = [:]
    for offer in offers {
      for word in offer.words { found[FoldedText(word), default: (word, [])].people.append(offer.person) }
    }
    return found.map { (key: $0.key, order: RussianOrder($0.value.text), entry: $0.value) }
      .sorted { ($0.order, $0.key) < ($1.order, $1.key) }
      .map { Help.Word(text: $0.entry.text, people: $0.entry.people) }
  }

  // MARK: Topics

  private func topics(_ needs: [Help.Need], _ offers: [Help.Offer]) -> [Help.Topic] {
    let kinds: [Kind] = [.direction, .deficit, .strategy]
    let subjects = kinds.flatMap(catalogue.ids)
    var byTitle: [FoldedText: [DocumentID]] = [:]
    for subject in subjects { byTitle[FoldedText(graph[subject].title), default: []].append(subject) }
    let experience = experience
    var offered: [DocumentID: [Help.Offer]] = [:]
    for offer in offers {
      let named = offer.words.flatMap { byTitle[FoldedText($0)] ?? [] }
      for subject in (experience[offer.person] ?? []).union(named) { offered[subject, default: []].append(offer) }
    }
    var needed: [DocumentID: [Help.Need]] = [:]
    for need in needs {
      let directions = need.deficits.flatMap { deficit in
        published(graph[deficit].targets(of: (graph[deficit].entity as? Deficit)?.directions ?? []))
      }
      for subject in Set(need.deficits + directions) { needed[subject, default: []].append(need) }
    }
    return subjects.compactMap { subject in
      let topic = Help.Topic(subject: subject, needs: needed[subject] ?? [], offers: offered[subject] ?? [])
      return topic.needs.isEmpty && topic.offers.isEmpty ? nil : topic
    }
  }

  /// By person: the directions, deficits and strategies of the materials they wrote or led.
  private var experience: [DocumentID: Set<DocumentID>] {
    let deeds: Set<ReferenceRole> = [.authors, .masters, .cycleConductedBy]
    let subjects: Set<ReferenceRole> = [.directions, .deficits, .strategy]
    var experience: [DocumentID: Set<DocumentID>] = [:]
    for material in catalogue.materials {
      var people: Set<DocumentID> = []
      var about: Set<DocumentID> = []
      for (index, reference) in graph[material].decoded.references.enumerated() {
        guard let target = graph[material].target(ofReference: index) else { continue }
        if deeds.contains(reference.role) { people.insert(target) }
        if subjects.contains(reference.role) { about.insert(target) }
      }
      for person in people { experience[person, default: []].formUnion(about) }
    }
    return experience
  }

  // MARK: Places

  /// Where somebody works today, each municipality once; nil for one who works in the network no more.
  private func municipalities(of person: DocumentID) -> [String]? {
    let posts = catalogue.posts(of: person)
    if posts.isEmpty, !graph[person].posts.isEmpty { return nil }
    let kindergartens = posts.compactMap(\.kindergarten)
    let members = kindergartens.filter(isMember)
    if members.isEmpty, !kindergartens.isEmpty, posts.allSatisfy({ $0.partner == nil }) { return nil }
    return names(of: members)
  }

  private func names(of kindergartens: [DocumentID]) -> [String] {
    var seen: Set<FoldedText> = []
    return kindergartens.compactMap { (graph[$0].entity as? Kindergarten)?.municipality.value }.filter {
      seen.insert(FoldedText($0)).inserted
    }
  }

  /// Whether a kindergarten belongs to the network today.
  private func isMember(_ id: DocumentID) -> Bool {
    (graph[id].entity as? Kindergarten)?.left.map { $0.value >= catalogue.today } ?? true
  }

  /// Each once.
  private func published(_ ids: [DocumentID]) -> [DocumentID] {
    var seen: Set<DocumentID> = []
    return ids.filter { catalogue.isPublished($0) && seen.insert($0).inserted }
  }
}
