/// A vocabulary whose values are the numbered steps of a process: `1`, `2`, … with their names.
public protocol ProcessSteps: TermSet {}

extension Term where Terms: ProcessSteps {
  /// From 1; 0 for the value of a field that was not read.
  public var number: Int { Int(key) ?? 0 }
}

extension ProcessSteps {
  fileprivate static func steps(_ name: String, _ labels: [String]) -> Vocabulary {
    Vocabulary(name, labels.enumerated().map { .init("\($0.offset + 1)", $0.element) })
  }
}

/// The stages of a community (S2). Action Research is a cycle: after 4 comes 1.
public enum CommunityStages: ProcessSteps {
  public static let vocabulary = steps(
    "community-stage",
    [
      "выявление проблем и затруднений", "совместное планирование работы", "совместная работа и взаимообучение",
      "оценка эффективности",
    ])
}

/// The joint activity with a partner (S3).
public enum PartnerSteps: ProcessSteps {
  public static let vocabulary = steps(
    "partner-step",
    [
      "договор", "встреча по проблемам", "план работы", "информирование на сайте", "совместные мероприятия",
      "мониторинг качества",
    ])
}

/// The steps to improvement (S4): what a deficit's page tells of each.
public enum ImprovementSteps: ProcessSteps {
  public static let vocabulary = steps(
    "improvement-step",
    [
      "анализ результатов детей и собственных дефицитов", "единая линия изменений", "педагогическая стратегия",
      "практика и профессиональная коммуникация в ПОС",
    ])
}
