import OpytDiagnostics

/// What is shown with a consent is shown as long as that holds (30).
extension GraphInvariants {
  /// That a consent holds no more, or will not in a month.
  /// - Parameter shown: what is shown with it.
  func checkEnd(of consent: ConsentTerm, _ id: DocumentID, _ shown: Phrase) -> [Diagnostic] {
    guard let end = consent.end else { return [] }
    let day = end.firstDay
    let advice = Phrase(
      "если получено новое согласие, впишите его номер и срок; если день записан неверно, исправьте его",
      en: "write the number of a new consent and how long it holds, or correct the day")
    let (russian, english): (String, String) =
      switch end {
      case .expiry(let last):
        ("согласие действует по \(last.value.inWords)", "the consent holds until \(last.value.iso)")
      case .withdrawal: ("согласие отозвано", "the consent is withdrawn")
      }
    if day <= today {
      return [
        diagnostic(
          .consentEnded, .warning, id, end.range,
          Phrase(
            "\(shown.russian) не публикуется с \(day.inWords): \(russian)",
            en: "\(shown.english) is not published since \(day.iso): \(english)"), advice: advice)
      ]
    }
    guard day.dayNumber - today.dayNumber <= ConsentTerm.noticeDays + 1 else { return [] }
    return [
      diagnostic(
        .consentEndsSoon, .warning, id, end.range,
        Phrase(
          "с \(day.inWords) \(shown.russian) не публикуется: \(russian)",
          en: "from \(day.iso) \(shown.english) is not published: \(english)"), advice: advice)
    ]
  }
}
