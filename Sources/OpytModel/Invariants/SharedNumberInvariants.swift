import OpytDiagnostics
import OpytText

/// Numbers that belong to one alone: a kindergarten's in its municipality (37), a consent's (38).
extension GraphInvariants {
  /// Two kindergartens of one number in one municipality, unless their types tell them apart or one had left before the
  /// other joined.
  func checkKindergartenNumbers() -> [Diagnostic] {
    var known: [String: [(id: DocumentID, kindergarten: Kindergarten)]] = [:]
    var diagnostics: [Diagnostic] = []
    for id in graph.ids(of: .kindergarten) {
      guard let kindergarten = graph[id].entity as? Kindergarten, let number = kindergarten.number,
        !kindergarten.municipality.isAbsent
      else { continue }
      let key = "\(number.value) \(ReferenceKey.normalized(kindergarten.municipality.value))"
      if let other = known[key]?.first(where: { !$0.kindergarten.isApart(from: kindergarten) }) {
        let isSame = (other.kindergarten.type == nil) == (kindergarten.type == nil)
        diagnostics.append(
          diagnostic(
            .kindergartenNumberShared, isSame ? .error : .warning, id, number.range,
            Phrase(
              "номер \(number.value) в этом муниципалитете уже есть у другого сада: \(graph[other.id].title)",
              en: "another kindergarten of this municipality has the number \(number.value): \(graph[other.id].title)"),
            advice: Phrase(
              "исправьте номер; если это разные учреждения с одним номером, укажите у обоих «тип» (type)",
              en: "correct the number; if both are right, give both a “type”"),
            notes: [
              .init(Phrase("вот он", en: "this one"), at: graph.location(other.id, other.kindergarten.number?.range))
            ]))
      }
      known[key, default: []].append((id, kindergarten))
    }
    return diagnostics
  }

  /// A consent is one person's.
  func checkConsents() -> [Diagnostic] {
    var known: [String: (id: DocumentID, consent: RegistryNumber)] = [:]
    var diagnostics: [Diagnostic] = []
    for id in graph.ids(of: .person) {
      guard let consent = (graph[id].entity as? Person)?.consent else { continue }
      let key = consent.value.key
      guard let other = known[key] else {
        known[key] = (id, consent)
        continue
      }
      // A copied file has a message of its own.
      if graph[id].title == graph[other.id].title { continue }
      diagnostics.append(
        diagnostic(
          .consentShared, .warning, id, consent.range,
          Phrase(
            "номер согласия «\(consent.value.text)» уже указан у другого человека: \(graph[other.id].title)",
            en: "the consent “\(consent.value.text)” is that of somebody else: \(graph[other.id].title)"),
          advice: Phrase(
            "у каждого согласия свой номер: сверьте по журналу согласий", en: "every consent has a number of its own"),
          notes: [.init(Phrase("вот он", en: "this one"), at: graph.location(other.id, other.consent.range))]))
    }
    return diagnostics
  }

  /// «Иванова М. П.»: a page about a person has the whole name (39).
  func checkName(_ person: Person, _ id: DocumentID) -> [Diagnostic] {
    guard !person.title.isAbsent else { return [] }
    let hasInitials = person.title.value.everyday.split(separator: " ").contains { word in
      word.hasSuffix(".") && word.count <= 6 || word.count == 1 && word.first?.isLetter == true
    }
    guard hasInitials else { return [] }
    return [
      diagnostic(
        .personNameShort, .warning, id, person.title.range,
        Phrase(
          "вместо имени и отчества – инициалы: «\(person.title.value)»",
          en: "initials for names: “\(person.title.value)”"),
        advice: Phrase(
          "впишите фамилию, имя и отчество полностью: так человека назовут на его странице и в материалах",
          en: "write the whole name: a person’s page and materials are signed with it"))
    ]
  }
}

extension Kindergarten {
  /// Whether the two may well have one number.
  fileprivate func isApart(from other: Kindergarten) -> Bool {
    if let type, let otherType = other.type,
      ReferenceKey.normalized(type.value) != ReferenceKey.normalized(otherType.value)
    {
      return true
    }
    func isBefore(_ one: Kindergarten, _ next: Kindergarten) -> Bool {
      guard let left = one.left, let joined = next.joined else { return false }
      return left.value <= joined.value
    }
    return isBefore(self, other) || isBefore(other, self)
  }
}
