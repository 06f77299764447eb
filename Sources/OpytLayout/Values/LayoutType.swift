/// What a name in a layout stands for. What may be done with it, and where it may stand, follows from its type.
public indirect enum LayoutType: Hashable, Sendable {
  /// Words of an author: always escaped.
  case text
  /// Markup made by Opyt itself: printed as it is, in element content only.
  case html
  /// An address whose scheme was checked: the only thing that may fill `href` and `src`.
  case url
  case number
  /// Yes or no: opens a section, is never printed.
  case flag
  case list(LayoutType)
  case record(RecordType)
}
