import OpytCatalogue
import OpytDiagnostics
import OpytLayout
import OpytModel
import OpytNetwork
import OpytText

/// The table of correspondence drawn, and how much of it is.
struct ThreadsModel: Sendable {
  let drawing: HTMLFragment
  let shown: Int
  let whole: Int

  static let schema = LayoutSchema<ThreadsModel>(
    .html("drawing", \.drawing),
    .number("shown", \.shown),
    .number("whole", \.whole),
    .flag("partial") { $0.shown < $0.whole })
}

extension PagePresenter {
  /// The network's threads, what nothing answers first; nil where there is nothing to draw.
  func threads(of table: CorrespondenceModel) -> ThreadsModel? {
    let rows = table.groups.flatMap(\.rows)
    let lanes = rows.prefix(Threads.laneCount).map { row in
      Threads.Lane(
        deficit: typeset(row.deficit), isClosed: row.closed != nil, topics: row.topics.map(typeset),
        materials: row.materials.map(typeset))
    }
    let free = table.freeTopics.prefix(Threads.freeCount).map {
      Threads.Lane(deficit: nil, isClosed: false, topics: [typeset($0)], materials: [])
    }
    let strings = strings
    let words = Threads.Words(
      name: strings.text(.threadsName), deficits: strings.text(.list(.deficit)), topics: strings.text(.topicsOfWork),
      materials: strings.text(.sectionMaterials), noDeficit: strings.text(.threadsNoDeficit),
      noTopic: strings.text(.threadsNoTopic), noMaterial: strings.text(.threadsNoMaterial),
      closed: strings.text(.deficitStateOfOne(.closed)), membersOnly: strings.text(.forMembers),
      more: { strings.text(.more, ["count": .number($0)]) })
    return Threads.drawing(lanes + free, words).map {
      ThreadsModel(drawing: $0.fragment, shown: lanes.count + free.count, whole: rows.count + table.freeTopics.count)
    }
  }

  /// As layouts would set its title: words of a drawing pass no layout, and their lines are parted at blanks.
  private func typeset(_ link: LinkModel) -> LinkModel {
    LinkModel(
      title: context.configuration.language.typography.words(link.title), url: link.url,
      isMembersOnly: link.isMembersOnly)
  }
}
