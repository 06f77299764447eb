package import OpytPages

/// The words that only bulletins on their own and tables need.
extension ThemeString {
  static let issueName = ThemeString("issue_name", ["number": true, "period": false])
  static let digestMore = ThemeString("digest_more", ["count": true])
  static let digestWhole = ThemeString("digest_whole", ["url": false])
  /// Layouts print these as well.
  static let leftKindergartens = ThemeString("left_kindergartens")
  static let leftPeople = ThemeString("left_people")
  static let yes = ThemeString("yes")
  static let no = ThemeString("no")

  /// The heading of a column in the tables of a year.
  static func column(_ column: YearReport.Column) -> ThemeString { ThemeString("column_\(column)") }

  /// What bulletins on their own and tables need of a strings file, besides what layouts print.
  package static let ofOutputs: [ThemeString] =
    [issueName, digestMore, digestWhole, leftKindergartens, leftPeople, yes, no]
    + YearReport.Column.allCases.map(column)
}
