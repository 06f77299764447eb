/// What a word weighs for the document it stands in, by where it stands. The raw value is part of the index: the script
/// of the search page knows it.
package enum WordStrength: UInt8, CaseIterable, Sendable {
  case text
  /// In the text, again and again.
  case textOften
  /// In one of the small fields: who, where, for whom.
  case field
  case heading
  /// In the summary or among the keywords.
  case summary
  case title

  static let count = allCases.count
}
