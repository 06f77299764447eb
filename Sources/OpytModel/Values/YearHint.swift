import OpytMarkup

/// The year that a day without one most likely has, by what else its document says.
struct YearHint: Sendable {
  private var academicYear: AcademicYear?
  private var earliest: CalendarDate?
  private var latest: CalendarDate?
  /// The field whose day it is.
  var field: String?

  init() {}

  /// The academic year that the document is of, where it says so.
  var schoolYear: AcademicYear? { academicYear }

  /// More fields than any document has.
  private static let maximumFields = 100

  /// - Parameter entries: a document's own fields.
  init(_ entries: [FrontMatterNode.Entry]) {
    for case .scalar(let scalar) in entries.prefix(Self.maximumFields).map(\.value) where scalar.text.utf8.count <= 60 {
      let text = scalar.text.everyday
      if academicYear == nil { academicYear = AcademicYear(parsing: text) ?? AcademicYear(everyday: text) }
      let date = (try? CalendarDate(parsing: text.withoutYearWord)) ?? (try? Moment(everyday: text))?.date
      guard let date else { continue }
      earliest = earliest.map { min($0, date) } ?? date
      latest = latest.map { max($0, date) } ?? date
    }
  }

  func year(ofMonth month: Int) -> Int {
    if let academicYear { return month >= 9 ? academicYear.start : academicYear.start + 1 }
    guard let earliest, let latest else { return 2026 }
    // What begins is before the day that is known, what ends is after it, and what is told of it after them all.
    switch field {
    case "start": return month > earliest.month ? earliest.year - 1 : earliest.year
    case "end": return month < earliest.month ? earliest.year + 1 : earliest.year
    case "published", "updated": return month < latest.month ? latest.year + 1 : latest.year
    default: return earliest.year
    }
  }
}
