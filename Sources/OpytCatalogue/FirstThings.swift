package import OpytModel

/// What the network says first: the questions that it has answers to, and one story.
extension Catalogue {
  /// The deficits that are told as teachers complain of them and that materials answer, those with the most answers first.
  package var complaints: [DocumentID] {
    let answered = ids(of: .deficit).enumerated().compactMap { position, id in
      let answers = materials(naming: id, as: .deficits).count
      return answers > 0 && (graph[id].entity as? Deficit)?.complaint != nil ? (position, id, answers) : nil
    }
    return answered.sorted { ($1.2, $0.0) < ($0.2, $1.0) }.map(\.1)
  }

  /// The material to begin with: one that shows what it changed, in a picture and in a number if there is any such, and of
  /// those the best supported, and of those the newest. Nil where no material tells of a change.
  package var story: DocumentID? {
    var best: (id: DocumentID, hasPhoto: Bool, steps: Int)?
    for id in materials {
      guard let material = graph[id].material, material.status?.value != .archived,
        material.indicators.contains(where: { $0.change != nil })
      else {
        continue
      }
      let hasPhoto = material.photos.contains { photo in
        graph[id].filePaths[photo.file.index].map(isShown) ?? false
      }
      let steps = evidence(of: id).steps.count
      if let best, (hasPhoto ? 1 : 0, steps) <= (best.hasPhoto ? 1 : 0, best.steps) { continue }
      best = (id, hasPhoto, steps)
    }
    return best?.id
  }
}
