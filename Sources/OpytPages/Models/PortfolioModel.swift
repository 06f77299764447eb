import OpytCatalogue
import OpytLayout
import OpytModel
import OpytText

/// What somebody did in an academic year: for an attestation, as a table that prints.
struct PortfolioModel: Sendable {
  struct Entry: Sendable {
    let what: String
    /// The material, the session or the event.
    let link: LinkModel
    let date: DateModel

    static let schema = LayoutSchema<Entry>(
      .text("what", \.what),
      .record("link", LinkModel.narrowSchema, \.link),
      .record("date", DateModel.schema, \.date))
  }

  /// «2025/2026»
  let academicYear: String
  let entries: [Entry]

  static let schema = LayoutSchema<PortfolioModel>(
    .text("academic_year", \.academicYear),
    .list("entries", of: Entry.schema, \.entries))
}

extension PagePresenter {
  /// The last year first.
  func portfolio(of person: DocumentID) -> [PortfolioModel] {
    let years = Dictionary(grouping: catalogue.deeds(of: person)) { AcademicYear(containing: $0.date) }
    return years.sorted { $0.key > $1.key }.map { year, deeds in
      PortfolioModel(
        academicYear: year.text,
        entries: deeds.map { deed in
          PortfolioModel.Entry(
            what: deed.sort == .helped
              ? strings.text(.deed(.helped), ["role": .text(deed.words)]) : strings.text(.deed(deed.sort)),
            link: deed.session.map { link(titled: $0.session.title.value, to: url(of: $0), in: $0.programme) }
              ?? link(to: deed.document),
            date: date(deed.date))
        })
    }
  }
}
