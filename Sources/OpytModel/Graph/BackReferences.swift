/// Who refers to each document: all entries in one array, each document's together.
struct BackReferences: Sendable {
  private let entries: [SiteGraph.BackReference]
  /// By document, where its entries begin; and the end of the last one's.
  private let starts: [Int]

  private struct Found {
    let entry: SiteGraph.BackReference
    let target: Int
    /// The one before it with the same target; -1 for none.
    let previous: Int
  }

  init(_ documents: [ResolvedDocument], for edition: Edition) {
    var found: [Found] = []
    found.reserveCapacity(documents.reduce(0) { $0 + $1.targets.count })
    var last = [Int](repeating: -1, count: documents.count)
    var starts = [Int](repeating: 0, count: documents.count + 1)
    for (number, document) in documents.enumerated() {
      let source = DocumentID(number)
      let references = document.decoded.references
      for index in references.indices {
        // In the open edition, what is for members only is not told to those it names.
        guard let target = document.targets[index]?.index, edition == .members || !references[index].isMembersOnly
        else { continue }
        let entry = SiteGraph.BackReference(source: source, role: references[index].role)
        // The same person may present several sessions; one entry tells it.
        var other = last[target]
        while other >= 0, found[other].entry.source == source, found[other].entry != entry {
          other = found[other].previous
        }
        if other >= 0, found[other].entry == entry { continue }
        found.append(Found(entry: entry, target: target, previous: last[target]))
        last[target] = found.count - 1
        starts[target + 1] += 1
      }
    }
    for target in documents.indices { starts[target + 1] += starts[target] }
    var next = starts
    var entries = found.map(\.entry)
    for one in found {
      entries[next[one.target]] = one.entry
      next[one.target] += 1
    }
    self.entries = entries
    self.starts = starts
  }

  subscript(id: DocumentID) -> ArraySlice<SiteGraph.BackReference> { entries[starts[id.index]..<starts[id.index + 1]] }
}
