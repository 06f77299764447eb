import OpytDiagnostics

extension GraphInvariants {
  /// A community's stage is told once (41); its rounds stand in the order of their years, their stages in that of their
  /// numbers and dates (3), and begin in the round's year (9); a round is not older than its deficit (28), and its
  /// strategy is for it (32).
  func checkRounds(of community: Community, _ id: DocumentID) -> [Diagnostic] {
    var diagnostics = checkStage(of: community, id)
    var previous: Located<AcademicYear>?
    for round in community.rounds {
      diagnostics += checkYears(previous, round.academicYear, id)
      if !round.academicYear.isAbsent { previous = round.academicYear }
      diagnostics += checkStages(of: round, id) + checkAnswers(of: round, in: community, id)
    }
    return diagnostics
  }

  private func checkStage(of community: Community, _ id: DocumentID) -> [Diagnostic] {
    guard let stage = community.stage, let round = community.rounds.first else { return [] }
    return [
      diagnostic(
        .stageToldTwice, id, stage.range,
        Phrase(
          "этап указан и сам по себе (stage), и в циклах (rounds): который из них верный, сайт не знает",
          en: "the stage is told by itself and by the rounds"),
        advice: Phrase(
          "удалите строку «этап» (stage): сайт возьмёт последний начатый этап последнего цикла",
          en: "delete “stage”: it follows from the rounds"),
        notes: round.academicYear.isAbsent
          ? []
          : [
            .init(
              Phrase("циклы начинаются здесь", en: "the rounds begin here"),
              at: graph.location(id, round.academicYear.range))
          ])
    ]
  }

  private func checkYears(
    _ previous: Located<AcademicYear>?, _ year: Located<AcademicYear>, _ id: DocumentID
  ) -> [Diagnostic] {
    guard let previous, !year.isAbsent, previous.value > year.value else { return [] }
    return [
      diagnostic(
        .datesOutOfOrder, id, year.range,
        Phrase("циклы стоят не по порядку: этот раньше предыдущего", en: "the round is before the one above it"),
        advice: Phrase(
          "переставьте циклы по годам, последний – внизу, или исправьте учебный год",
          en: "put the rounds in order, or correct the year"),
        notes: [
          .init(
            Phrase("учебный год предыдущего: \(previous.value.text)", en: "the year above: \(previous.value.text)"),
            at: graph.location(id, previous.range))
        ])
    ]
  }

  private func checkStages(of round: CommunityRound, _ id: DocumentID) -> [Diagnostic] {
    var diagnostics: [Diagnostic] = []
    var number: Located<Term<CommunityStages>>?
    var day: Located<CalendarDate>?
    for stage in round.stages {
      diagnostics += checkNumbers(number, stage.stage, id)
      if !stage.stage.isAbsent { number = stage.stage }
      diagnostics += checkOrder(
        stage.start, stage.end, id,
        Phrase("этап заканчивается раньше, чем начался", en: "the stage ends before its start"))
      let start = stage.start ?? stage.end
      diagnostics += checkOrder(
        day, start, id,
        Phrase("этапы стоят не по порядку: этот раньше предыдущего", en: "the stage is before the one above it"),
        advice: Phrase(
          "переставьте этапы по датам или исправьте дату", en: "put the stages in order, or correct the date"))
      if let start, !start.isAbsent { day = start }
      diagnostics += checkBeginning(of: stage, in: round, id)
    }
    return diagnostics
  }

  private func checkNumbers(
    _ previous: Located<Term<CommunityStages>>?, _ stage: Located<Term<CommunityStages>>, _ id: DocumentID
  ) -> [Diagnostic] {
    guard let previous, !stage.isAbsent, previous.value.number >= stage.value.number else { return [] }
    let (first, second) = (previous.value.number, stage.value.number)
    let notes = [
      Diagnostic.Note(
        Phrase("предыдущий этап: \(first)", en: "the stage above: \(first)"), at: graph.location(id, previous.range))
    ]
    guard first > second else {
      return [
        diagnostic(
          .stepRepeated, .warning, id, stage.range,
          Phrase("этап \(second) записан в цикле дважды", en: "stage \(second) is told twice in the round"),
          advice: Phrase(
            "оставьте одну запись или исправьте номер этапа", en: "leave one of them, or correct its number"),
          notes: notes)
      ]
    }
    return [
      diagnostic(
        .datesOutOfOrder, id, stage.range,
        Phrase(
          "этап \(second) стоит в цикле после этапа \(first)", en: "stage \(second) stands behind stage \(first)"),
        advice: Phrase(
          "поставьте этапы по порядку; если после четвёртого этапа начался новый круг, запишите его отдельным циклом",
          en: "put the stages in order; what comes behind the fourth is a round of its own"),
        notes: notes)
    ]
  }

  /// It may end when the year is over.
  private func checkBeginning(of stage: RoundStage, in round: CommunityRound, _ id: DocumentID) -> [Diagnostic] {
    let year = round.academicYear
    guard let start = stage.start, !start.isAbsent, !year.isAbsent, !year.value.contains(start.value) else { return [] }
    return [
      diagnostic(
        .academicYearMismatch, id, start.range,
        Phrase(
          "этап начинается не в учебном году цикла: \(year.value.text), с 1 сентября по 31 августа",
          en: "the stage does not begin in the round’s academic year \(year.value.text)"),
        advice: Phrase(
          "исправьте дату, или учебный год цикла, или запишите этап в цикл того года",
          en: "correct the date or the round’s year, or move the stage to the round of its year"))
    ]
  }

  private func checkAnswers(of round: CommunityRound, in community: Community, _ id: DocumentID) -> [Diagnostic] {
    var diagnostics = checkStrategy(
      round.strategy, of: round.deficit.map { [$0] } ?? community.deficits, id,
      round.deficit == nil
        ? Phrase("ни одного из дефицитов сообщества", en: "none of the community’s deficits")
        : Phrase("дефицита этого цикла", en: "the round’s deficit"),
      advice: round.deficit == nil
        ? Phrase(
          "впишите в цикл тот «дефицит» (deficit), который она восполняет, или назовите другую стратегию",
          en: "write the deficit that it answers into the round, or name another strategy")
        : Phrase(
          "назовите в поле «дефицит» (deficit) цикла тот, который она восполняет, или другую стратегию",
          en: "name the deficit that it answers in the round’s “deficit”, or another strategy"))
    guard let deficit = round.deficit, !round.academicYear.isAbsent else { return diagnostics }
    let year = round.academicYear.value
    diagnostics += checkAge(of: [deficit], in: year, id) { period in
      Phrase(
        "цикл старше дефицита: цикл – \(year.text) учебного года, а дефицит выявлен в \(period.text)",
        en: "the round of \(year.text) is older than the deficit, which was seen in \(period.text)")
    } advice: {
      Phrase(
        "исправьте «период» (period) дефицита или учебный год цикла",
        en: "correct the deficit’s period, or the round’s academic year")
    }
    return diagnostics
  }
}
