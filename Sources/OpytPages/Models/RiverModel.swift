import OpytCatalogue
import OpytLayout
import OpytModel
import OpytText

/// The reuse of experience drawn, and how much of it is.
struct RiverModel: Sendable {
  let drawing: HTMLFragment
  let shown: Int
  let whole: Int

  static let schema = LayoutSchema<RiverModel>(
    .html("drawing", \.drawing),
    .number("shown", \.shown),
    .number("whole", \.whole),
    .flag("partial") { $0.shown < $0.whole })
}

extension PagePresenter {
  /// - Parameters:
  ///   - materials: in the order of the list below the picture, which numbers them from 1.
  ///   - origins: of what a material was made.
  /// - Returns: nil where there is nothing to draw.
  func river(of materials: [DocumentID], origins: (DocumentID) -> [DocumentID]) -> RiverModel? {
    var numbers: [DocumentID: Int] = [:]
    var banks: [DocumentID] = []
    var years: Set<AcademicYear> = []
    var drawn: [(number: Int, id: DocumentID, bank: DocumentID, year: AcademicYear)] = []
    for (index, id) in materials.enumerated() where drawn.count < River.markCount {
      guard let material = graph[id].material,
        let bank = graph[id].targets(of: material.kindergartens).first(where: isPublished)
      else { continue }
      if !banks.contains(bank) {
        guard banks.count < River.bankCount else { continue }
        banks.append(bank)
      }
      let year = AcademicYear(containing: material.published.value)
      years.insert(year)
      numbers[id] = index + 1
      drawn.append((index + 1, id, bank, year))
    }
    let order = banks.sorted { catalogue.position(of: $0) < catalogue.position(of: $1) }
    let columns = years.sorted()
    let marks = drawn.compactMap { mark -> River.Mark? in
      guard let bank = order.firstIndex(of: mark.bank), let year = columns.firstIndex(of: mark.year) else { return nil }
      return River.Mark(
        number: mark.number, link: link(to: mark.id), about: about(mark.id), bank: bank, year: year,
        day: graph[mark.id].material?.published.value ?? .blank, origins: origins(mark.id).compactMap { numbers[$0] })
    }
    return River.drawing(
      marks, banks: order.map(link), years: columns.map(\.text), name: strings.text(.riverName),
      membersOnly: strings.text(.forMembers)
    ).map { RiverModel(drawing: $0.fragment, shown: marks.count, whole: materials.count) }
  }

  /// «проект, Детский сад № 5, 12 марта 2026 г.»
  private func about(_ id: DocumentID) -> String {
    guard let material = graph[id].material else { return "" }
    let places = graph[id].targets(of: material.kindergartens).filter(isPublished).map(title)
    return ([strings.text(.kind(graph[id].kind))] + places + [strings.date(material.published.value)])
      .joined(separator: ", ")
  }
}
