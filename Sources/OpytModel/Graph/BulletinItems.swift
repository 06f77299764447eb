extension SiteGraph {
  /// What a bulletin tells of, in the order its editor gave; where that is left out, all materials published and
  /// events held in its period, by date. Empty for documents of other kinds.
  public func items(ofBulletin id: DocumentID, includingDrafts: Bool, on today: CalendarDate) -> [DocumentID] {
    guard let bulletin = self[id].entity as? Bulletin else { return [] }
    if !bulletin.items.isEmpty {
      return self[id].targets(of: bulletin.items).filter {
        isPublished($0, includingDrafts: includingDrafts, on: today)
      }
    }
    guard let period = bulletin.period else { return [] }
    let candidates = (Kind.materials + [.event]).flatMap(ids(of:))
    let dated = candidates.compactMap { item -> (id: DocumentID, date: CalendarDate)? in
      if let event = self[item].entity as? Event, event.effectiveState != .held { return nil }
      guard let date = bulletinDate(of: item), period.contains(date) else { return nil }
      return isPublished(item, includingDrafts: includingDrafts, on: today) ? (item, date) : nil
    }
    return dated.sorted { ($0.date, $0.id) < ($1.date, $1.id) }.map(\.id)
  }

  /// The day that puts a document into a bulletin's period: a material's publication, an event's beginning.
  func bulletinDate(of id: DocumentID) -> CalendarDate? {
    if let published = self[id].material?.published { return published.isAbsent ? nil : published.value }
    guard let start = (self[id].entity as? Event)?.start, !start.isAbsent else { return nil }
    return start.value.date
  }
}

extension Bulletin {
  /// From the first day to the last; nil where they are missing or not in order.
  public var period: ClosedRange<CalendarDate>? {
    guard !start.isAbsent, !end.isAbsent, start.value <= end.value else { return nil }
    return start.value...end.value
  }
}
