import OpytDiagnostics
import OpytText

/// What a document shows with a consent: the person that it is about, or one of its photos.
public struct ConsentUse: Sendable {
  public enum Shown: Sendable {
    case person
    case photo(Photo)
  }

  public let number: RegistryNumber
  public let shown: Shown
  private let term: ConsentTerm

  fileprivate init(_ number: RegistryNumber, _ shown: Shown, _ term: ConsentTerm) {
    self.number = number
    self.shown = shown
    self.term = term
  }

  /// Whether the consent has ended by a day: then nothing is shown with it any more.
  public func hasEnded(on day: CalendarDate) -> Bool { term.hasEnded(on: day) }
}

extension DecodedDocument {
  /// The photos of a material or an event; none for other kinds.
  public var photos: [Photo] { material?.photos ?? (entity as? Event)?.photos ?? [] }

  /// What the document shows with a consent, in the order of its fields.
  public var consentUses: [ConsentUse] {
    if let person = entity as? Person {
      return person.consent.map { [ConsentUse($0, .person, person.consentTerm)] } ?? []
    }
    return photos.flatMap { photo in
      photo.consents.map { ConsentUse($0, .photo(photo), photo.consentTerm) }
    }
  }

  /// The same document, as if its author had written that a consent was withdrawn; nil where it names no such consent.
  public func withdrawing(_ consent: ConsentNumber, from day: CalendarDate) -> DecodedDocument? {
    guard consentUses.contains(where: { $0.number.value.isSame(as: consent) }) else { return nil }
    if var person = entity as? Person, let number = person.consent {
      person.withdrawn = Self.earlier(person.withdrawn, Located(day, at: number.range))
      return DecodedDocument(self, with: person)
    }
    if var event = entity as? Event {
      Self.withdraw(consent, from: day, in: &event.photos)
      return DecodedDocument(self, with: event)
    }
    return (entity as? any Material).map { withdrawing(consent, from: day, of: $0) }
  }

  private func withdrawing<Kind: Material>(
    _ consent: ConsentNumber, from day: CalendarDate, of material: Kind
  ) -> DecodedDocument {
    var material = material
    Self.withdraw(consent, from: day, in: &material.material.values.photos)
    return DecodedDocument(self, with: material)
  }

  private static func withdraw(_ consent: ConsentNumber, from day: CalendarDate, in photos: inout [Photo]) {
    for index in photos.indices {
      guard let number = photos[index].consents.first(where: { $0.value.isSame(as: consent) }) else { continue }
      photos[index].withdrawn = earlier(photos[index].withdrawn, Located(day, at: number.range))
    }
  }

  private static func earlier(
    _ written: Located<CalendarDate>?, _ day: Located<CalendarDate>
  ) -> Located<CalendarDate> {
    written.map { $0.value < day.value ? $0 : day } ?? day
  }
}
