package import OpytModel

/// Directions × kindergartens, how many materials (S3: мониторинг): of one academic year, or of all together.
///
/// A material of two directions stands in two cells of its kindergarten's row and is one material of the row; one of
/// two kindergartens stands in two rows and is one material of the whole.
package struct Coverage: Sendable {
  package struct Cell: Sendable {
    package let direction: DocumentID
    /// Newest first.
    package let materials: [DocumentID]
    /// Whether nothing stands here though something could: the kindergarten took part.
    package let isEmpty: Bool
  }

  package struct Row: Sendable {
    package let kindergarten: DocumentID
    /// In the order of the directions.
    package let cells: [Cell]
    /// Each once, newest first.
    package let materials: [DocumentID]
    /// Whether the kindergarten belonged to the network for a day of this time at least.
    package let isMember: Bool

    package var emptyCells: Int { cells.count(where: \.isEmpty) }
    /// The cells that are bare since the kindergarten took no part.
    package var absentCells: Int { cells.count { $0.materials.isEmpty && !$0.isEmpty } }
  }

  package let rows: [Row]
  /// Each once, newest first.
  package let materials: [DocumentID]

  package var emptyCells: Int { rows.reduce(0) { $0 + $1.emptyCells } }
  package var absentCells: Int { rows.reduce(0) { $0 + $1.absentCells } }
  /// The cells that have a material or could have had one.
  package var cells: Int { rows.reduce(0) { $0 + $1.cells.count } - absentCells }
}

extension Catalogue {
  /// - Parameter year: nil for all years together.
  package func coverage(_ year: AcademicYear?) -> Coverage {
    Coverage(
      rows: kindergartens.map { coverage(of: $0, year) },
      materials: year.map(materials(publishedIn:)) ?? materials)
  }

  /// The row of one kindergarten.
  package func coverage(of kindergarten: DocumentID, _ year: AcademicYear?) -> Coverage.Row {
    let own = materials(of: kindergarten).filter { id in
      year.map { year in graph[id].material.map { year.contains($0.published.value) } ?? false } ?? true
    }
    var byDirection: [DocumentID: [DocumentID]] = [:]
    for id in own {
      for direction in Set(graph[id].targets(of: graph[id].material?.directions ?? [])) {
        byDirection[direction, default: []].append(id)
      }
    }
    let isMember = isMember(kindergarten, in: year)
    let cells = directions.map { direction in
      let materials = byDirection[direction] ?? []
      return Coverage.Cell(direction: direction, materials: materials, isEmpty: materials.isEmpty && isMember)
    }
    return Coverage.Row(kindergarten: kindergarten, cells: cells, materials: own, isMember: isMember)
  }

  /// The materials of a kindergarten are those that name it as theirs, newest first. A seminar that it only hosts is not
  /// its own: see ``seminars(hostedBy:)``.
  package func materials(of kindergarten: DocumentID) -> [DocumentID] {
    materials(naming: kindergarten, as: .kindergartens)
  }

  /// The seminars that other kindergartens hold at this one, newest first.
  package func seminars(hostedBy kindergarten: DocumentID) -> [DocumentID] {
    let own = Set(materials(of: kindergarten))
    return materials(naming: kindergarten, as: .host).filter { !own.contains($0) }
  }

  /// Whether a kindergarten belonged to the network on a day of the year; of all years, from the first one with
  /// materials to this one. The day it left is its last.
  private func isMember(_ id: DocumentID, in year: AcademicYear?) -> Bool {
    guard let kindergarten = graph[id].entity as? Kindergarten else { return false }
    let current = AcademicYear(containing: today)
    let first = year ?? materialYears.last ?? current
    let last = year ?? max(current, materialYears.first ?? current)
    let hasJoined = kindergarten.joined.map { AcademicYear(containing: $0.value) <= last } ?? true
    let hasLeft = kindergarten.left.map { AcademicYear(containing: $0.value) < first } ?? false
    return hasJoined && !hasLeft
  }
}
