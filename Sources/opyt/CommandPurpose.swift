import OpytDiagnostics

/// What a command is there to make: its last words depend on it.
enum CommandPurpose {
  case site, verdict, bulletin, certificate, tables, audit, revocation, ledger

  /// What keeps it from being made.
  enum Fault {
    case content, configuration
    /// The number of the consent that was typed.
    case consent

    fileprivate var remedy: Phrase {
      switch self {
      case .content: Phrase("сначала исправьте ошибки", en: "mend the errors first")
      case .consent: Phrase("проверьте номер согласия", en: "see how the consent's number is spelt")
      case .configuration: Phrase("сначала исправьте настройки", en: "mend the configuration first")
      }
    }
  }

  /// What is said where it was not made, without a full stop.
  private var unmade: Phrase {
    switch self {
    case .site: Phrase("Сайт не собран", en: "The site was not built")
    case .verdict: Phrase("Проверка не закончена", en: "The check was not finished")
    case .bulletin: Phrase("Выпуск не напечатан", en: "The issue was not printed")
    case .certificate: Phrase("Справка не напечатана", en: "The certificate was not printed")
    case .revocation: Phrase("Список не составлен", en: "The list was not made")
    case .ledger: Phrase("Адреса не сверены", en: "The addresses were not compared")
    case .audit: Phrase("Сайт не проверен", en: "The site was not audited")
    case .tables: Phrase("Таблицы не записаны", en: "The tables were not written")
    }
  }

  /// What became of it when the run was cut off.
  func remains(hasOldSite: Bool) -> Phrase {
    if self == .site, hasOldSite { return Phrase("Старый сайт остался на месте.", en: "The old site stands.") }
    return Phrase("\(unmade.russian).", en: "\(unmade.english).")
  }

  /// What is said at the end of a run that found errors.
  func refusal(of fault: Fault, hasOldSite: Bool) -> Phrase {
    if self == .verdict, fault == .content {
      return Phrase("Есть ошибки: с ними сайт не соберётся.", en: "There are errors: the site cannot be built yet.")
    }
    let old = self == .site && hasOldSite ? remains(hasOldSite: true) : nil
    let (russian, english) = (old.map { " \($0.russian)" } ?? "", old.map { " \($0.english)" } ?? "")
    if self == .verdict {
      return Phrase(
        "С такими настройками сайт не соберётся: исправьте их.",
        en: "With this configuration the site cannot be built: mend it.")
    }
    return Phrase(
      "\(unmade.russian): \(fault.remedy.russian).\(russian)",
      en: "\(unmade.english): \(fault.remedy.english).\(english)")
  }

  /// Whether it tells the warnings one by one: that is what checking is for, and a site is not published unread.
  var tellsWarnings: Bool { [.site, .verdict, .audit, .revocation].contains(self) }

  /// Whether its report is what was asked for, and so goes to standard output.
  var isReport: Bool { self == .verdict || self == .audit || self == .revocation || self == .ledger }
}
