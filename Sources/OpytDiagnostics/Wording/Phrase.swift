public import OpytText

/// The languages Opyt speaks to its users in.
public enum Language: String, Sendable, CaseIterable {
  case russian = "ru"
  case english = "en"

  /// How texts of people are set in it.
  public var typography: Typography { self == .russian ? .russian : .asWritten }
}

/// One sentence for the user in each language Opyt speaks.
public struct Phrase: Hashable, Codable, Sendable {
  public let russian: String
  public let english: String

  public init(_ russian: String, en english: String) {
    self.russian = russian
    self.english = english
  }

  public func callAsFunction(in language: Language) -> String {
    switch language {
    case .russian: russian
    case .english: english
    }
  }
}
