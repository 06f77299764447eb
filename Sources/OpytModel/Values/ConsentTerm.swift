import OpytDiagnostics

/// The consent to be shown, of a person and of all who are seen in a photo alike: how long it holds.
public struct ConsentTerm: Sendable {
  /// The last day it holds on.
  public let until: Located<CalendarDate>?
  /// The day from which it holds no more.
  public let withdrawn: Located<CalendarDate>?

  /// Why it holds no more, or soon will not: at the place where that was written.
  enum End {
    case expiry(Located<CalendarDate>)
    case withdrawal(Located<CalendarDate>)

    var range: SourceRange {
      switch self {
      case .expiry(let day), .withdrawal(let day): day.range
      }
    }

    /// The first day without it.
    var firstDay: CalendarDate {
      switch self {
      case .expiry(let day): day.value.adding(days: 1)
      case .withdrawal(let day): day.value
      }
    }
  }

  /// Whichever comes first; nil where neither was written.
  var end: End? {
    let ends = [withdrawn.map(End.withdrawal), until.map(End.expiry)].compactMap { $0 }
    return ends.min { $0.firstDay < $1.firstDay }
  }

  /// Whether it held once and does no more.
  public func hasEnded(on day: CalendarDate) -> Bool { end.map { $0.firstDay <= day } ?? false }

  /// How many days ahead its end is told.
  static let noticeDays = 30
}

/// What is shown with a consent: a person, a photo.
public protocol Consenting: Sendable {
  var until: Located<CalendarDate>? { get }
  var withdrawn: Located<CalendarDate>? { get }
}

extension Consenting {
  public var consentTerm: ConsentTerm { ConsentTerm(until: until, withdrawn: withdrawn) }
}
