package import OpytDiagnostics
package import OpytModel

/// What becomes of a site when a consent is withdrawn: the difference between the site as it is and the site as it would
/// be, byte for byte, and what of it only people can see to.
package struct Revocation: Sendable {
  /// What is shown with the consent.
  package struct Use: Sendable {
    /// The person's name, or the photo's words.
    package let title: String
    /// The photo's file as it is named; nil for a person.
    package let photo: String?
    /// Where the number stands.
    package let location: SourceLocation
    /// Whether that holds no more already.
    package let hasEnded: Bool
    /// The line that says that it is withdrawn.
    package let mend: String
  }

  /// A file of the site.
  package struct Output: Sendable {
    /// From the site's top.
    package let path: String
    /// Nil where the site's address is not known.
    package let url: String?
    /// Whether it is a part of what search loads, and no reader opens it by itself.
    package let isSearchIndex: Bool
  }

  /// What is sent around or written on demand, and would be another one.
  package enum Copy: Sendable {
    /// An issue of the bulletin, as a letter or for messengers.
    case issue(Int)
    /// A table of an academic year.
    case table(AcademicYear, file: String)
  }

  /// The number as it stands in the documents.
  package let number: String
  /// The day it would be withdrawn on.
  package let day: CalendarDate
  /// The edition that was looked at.
  package let edition: Edition
  /// Whether there is anything that only the members' edition has.
  package let hasClosed: Bool
  package let uses: [Use]
  package let vanishing: [Output]
  package let changing: [Output]
  package let copies: [Copy]
  /// Where the texts name the person in words, which stay.
  package let words: [SourceLocation]
  /// The pages that show such words.
  package let wordPages: [Output]
  /// Pictures that are byte for byte one that vanishes, and stay under another name.
  package let samePictures: [Output]
}
