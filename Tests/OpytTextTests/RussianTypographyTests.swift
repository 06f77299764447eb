import OpytText
import Testing

@Suite struct RussianTypographyTests {
  /// `~` stands for a no-break space.
  @Test(arguments: [
    // № and §.
    ("Сады № 5 и № 10", "Сады №~5 и~№~10"), ("Сад", "Сад"), ("", ""), ("№ ", "№ "), ("№", "№"), ("№~5", "№~5"),
    ("№5 Ж 5", "№5 Ж 5"), ("№  5", "№~5"), ("§ 3", "§~3"),
    // Short words lead to the next.
    ("в саду и с мамой", "в~саду и~с~мамой"), ("(В саду)", "(В~саду)"), ("«О воде»", "«О~воде»"),
    ("на окне, из песка, но не до дна", "на~окне, из~песка, но~не~до~дна"), ("я сам", "я~сам"),
    ("группа Ж", "группа Ж"), ("кто-то в лесу", "кто-то в~лесу"), ("из-за дождя", "из-за дождя"),
    ("витамин C и", "витамин C и"), ("Ева на даче", "Ева на~даче"), ("вода до", "вода до"),
    ("во, со", "во, со"), ("со льдом, то есть", "со~льдом, то есть"), ("ко дну, во рву", "ко~дну, во~рву"),
    ("тыквы в", "тыквы в"),
    // Particles stay with the word before.
    ("так же", "так~же"), ("знают ли они", "знают~ли они"), ("если бы", "если~бы"),
    ("железо лист был", "железо лист был"),
    ("всё ж таки", "всё~ж таки"), (", же", ", же"),
    // Numbers and what they count.
    ("5 лет", "5~лет"), ("30 мин", "30~мин"), ("12 марта 2026 г. в саду", "12~марта 2026~г. в~саду"), ("10 %", "10~%"),
    ("3 кг и 15 °C", "3~кг и~15~°C"), ("5 и 6", "5 и~6"), ("5 на 6", "5 на~6"), ("124 КБ", "124~КБ"),
    ("10 000 рублей", "10~000~рублей"), ("1 234 567", "1~234~567"), ("2025 100", "2025 100"), ("12 34", "12 34"),
    ("№ 3 Огород", "№~3 Огород"), ("2 л. воды", "2~л. воды"),
    // Abbreviations before numbers and names.
    ("стр. 5, с. 122, п. 3, гл. 2", "стр.~5, с.~122, п.~3, гл.~2"), ("рис. 1 и т. 2", "рис.~1 и~т.~2"),
    ("и т. д.", "и~т.~д."), ("ул. Мира, г. Тула", "ул.~Мира, г.~Тула"), ("2026 г. Сад", "2026~г. Сад"),
    ("за садом. 5 раз", "за~садом. 5~раз"), ("им. Ушинского", "им.~Ушинского"), ("в селе. Но", "в~селе. Но"),
    // Initials.
    ("А. П. Иванова", "А.~П.~Иванова"), ("А.П. Иванова", "А.П.~Иванова"), ("Иванова А. П.", "Иванова~А.~П."),
    ("пишет А. Иванова", "пишет А.~Иванова"), ("Это сад. Он", "Это сад. Он"), ("Л.С. Выготский", "Л.С.~Выготский"),
  ])
  func wordsStayTogether(text: String, expected: String) {
    expect(text, expected)
  }

  @Test(arguments: [
    ("Огород - наш", "Огород~— наш"), ("Огород – наш", "Огород~— наш"), ("Огород — наш", "Огород~— наш"),
    ("Огород~– наш", "Огород~— наш"), ("Огород~— наш", "Огород~— наш"), ("Огород -- наш", "Огород~— наш"),
    ("«Лук» - это", "«Лук»~— это"), ("да, - сказал", "да,~— сказал"), ("Итог - 15", "Итог~— 15"),
    ("9:00 - сбор", "9:00~— сбор"), ("2026 г. – 31 марта", "2026~г.~— 31~марта"),
    // A dialogue.
    ("– Кто там?", "—~Кто там?"), ("— Кто там?", "—~Кто там?"), ("– Кто?\n– Мы!", "—~Кто?\n—~Мы!"),
    // None: ranges, minus signs, bullets, words with a hyphen, empty cells.
    ("2–4", "2–4"), ("5 – 10", "5 – 10"), ("10 - 3 = 7", "10 - 3 = 7"), ("2 − 1", "2 − 1"), ("- земля", "- земля"),
    ("кто-то", "кто-то"), ("2026-03-12", "2026-03-12"), ("9:00–10:30", "9:00–10:30"), ("–", "–"), ("-", "-"),
    ("10 % - 20 %", "10~% - 20~%"), ("сад -", "сад -"), ("весна-лето", "весна-лето"),
    ("15 °C – 20 °C", "15~°C – 20~°C"),
    ("бело- и красноствольный", "бело- и~красноствольный"),
  ])
  func aSpacedHyphenIsADash(text: String, expected: String) {
    expect(text, expected)
  }

  @Test(arguments: [
    ("\"Огород\"", "«Огород»"), ("Проект \"Огород\", (\"Лук\")", "Проект «Огород», («Лук»)"),
    ("\"Сад \"Ёлка\"\"", "«Сад „Ёлка“»"), ("«Сад «Ёлка»»", "«Сад „Ёлка“»"), ("«Сад \"Ёлка\"»", "«Сад „Ёлка“»"),
    ("«Сад „Ёлка“»", "«Сад „Ёлка“»"), ("\"Сад «Ёлка»\"", "«Сад „Ёлка“»"), ("“Огород”", "«Огород»"),
    ("«Сад “Ёлка”»", "«Сад „Ёлка“»"), ("\"Ёлка\" и \"Сосна\"", "«Ёлка» и~«Сосна»"), ("„Ёлка“", "„Ёлка“"),
    ("\"Кто?\" - спросил", "«Кто?»~— спросил"), ("мини-\"театр\"", "мини-«театр»"), ("сказал:\"Да\"", "сказал:«Да»"),
    ("\"\"Ёлка\" и дети\"", "«„Ёлка“ и~дети»"),
    ("\"...и вот\"", "«…и~вот»"), ("Он: \"Сад...\"", "Он: «Сад…»"), ("\"Ёлка\".", "«Ёлка»."),
    // One quote closes both, as in official names.
    ("МБДОУ «Детский сад «Ромашка» города", "МБДОУ «Детский сад «Ромашка» города"),
    ("МБДОУ \"Детский сад \"Ромашка\" города", "МБДОУ «Детский сад «Ромашка» города"),
    // Not quotes.
    ("экран 15\"", "экран 15\""), ("О'Коннор об'явил", "О'Коннор об'явил"), ("a \" b", "a \" b"),
  ])
  func quotesAreRussian(text: String, expected: String) {
    expect(text, expected)
  }

  @Test(arguments: [
    ("И вот...", "И~вот…"), ("Как?..", "Как?.."), ("Стой!...", "Стой!…"), ("а....б", "а....б"), ("...и вот", "…и~вот"),
    ("../..", "../.."), ("a...b", "a...b"), (".../план", ".../план"), ("да... Нет", "да… Нет"),
  ])
  func threeDotsAreOneSign(text: String, expected: String) {
    expect(text, expected)
  }

  private func expect(_ text: String, _ expected: String) {
    let (text, expected) = (text.replacing("~", with: "\u{A0}"), expected.replacing("~", with: "\u{A0}"))
    let once = RussianTypography.set(text)
    #expect(Array(once.utf8) == Array(expected.utf8), "\(once)")
    #expect(Array(RussianTypography.set(once).utf8) == Array(once.utf8))
  }

  // MARK: In pieces

  /// `|` stands where markup does.
  @Test(arguments: [
    ("в |саду", "в~|саду"), ("в| саду", "в|~саду"), ("сад|у мамы", "сад|у мамы"), ("\"|Ёлка|\"", "«|Ёлка|»"),
    ("«Сад |«Ёлка»|»", "«Сад |„Ёлка“|»"), ("5 |лет", "5~|лет"), ("|Цель| - расти", "|Цель|~— расти"),
    ("так |же|, как", "так~|же|, как"), ("Цель |- расти", "Цель~|— расти"), ("Цель |– расти", "Цель~|— расти"),
    ("А. |П. |Иванова", "А.~|П.~|Иванова"), ("сад| – это", "сад|~— это"), ("\"а |\"б\"| в\"", "«а~|„б“| в»"),
  ])
  func markupMakesNoDifference(text: String, expected: String) {
    let pieces = text.split(separator: "|", omittingEmptySubsequences: false).map { Array($0.utf8) }
    var typography = RussianTypography()
    var output: [[UInt8]] = []
    for (index, piece) in pieces.enumerated() {
      let next = index + 1 < pieces.count ? pieces[index + 1] : []
      piece.withUnsafeBufferPointer { piece in
        next.withUnsafeBufferPointer { next in
          var set: [UInt8] = []
          typography.append(piece, before: next, escapedTo: &set)
          output.append(set)
        }
      }
    }
    let joined = output.map { String(decoding: $0, as: UTF8.self) }.joined(separator: "|")
    #expect(joined == expected.replacing("~", with: "\u{A0}"))
  }
}

/// Whatever the text: nothing but blanks, quotes, dashes and dots changes, and a second time changes nothing.
@Suite struct RussianTypographyPropertyTests {
  private static let pieces = [
    " ", " ", " ", "  ", "\u{A0}", "\n", "-", "–", "—", "--", "−", "\"", "\"", "«", "»", "„", "“", "”", ".", "...", "…",
    ",", "(",
    ")", "в", "и", "на", "же", "бы", "Сад", "саду", "А.", "П.", "Иванова", "№", "5", "12", "000", "100", "%", "лет",
    "г.",
    "стр.", "т.", "д.", "°C", "a", "Z", "&", "<", "'", "/", "е\u{308}", "й", "и\u{306}", "\u{AD}", "😀", "₽", "x",
  ]

  private static func randomTexts(_ count: Int, seed: UInt64) -> [String] {
    var state = seed
    func next(_ bound: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int(state >> 33) % bound
    }
    return (0..<count).map { _ in (0...next(24)).map { _ in pieces[next(pieces.count)] }.joined() }
  }

  /// The text without what may change.
  private static func kept(_ text: String) -> String {
    let scalars = text.replacing("…", with: "...").unicodeScalars.filter {
      !" \u{A0}\"«»„“”-–—".unicodeScalars.contains($0)
    }
    return String(String.UnicodeScalarView(scalars))
  }

  @Test(arguments: [1, 2, 3, 4])
  func onlyBlanksQuotesDashesAndDotsChange(seed: UInt64) {
    for text in Self.randomTexts(4000, seed: seed) {
      let set = RussianTypography.set(text)
      #expect(Self.kept(set).utf8.elementsEqual(Self.kept(text).utf8), "\(text.debugDescription)")
      #expect(!set.contains("\u{FFFD}"))
    }
  }

  @Test(arguments: [5, 6, 7, 8])
  func aSecondTimeChangesNothing(seed: UInt64) {
    for text in Self.randomTexts(4000, seed: seed) {
      let once = RussianTypography.set(text)
      let twice = RussianTypography.set(once)
      #expect(
        once.utf8.elementsEqual(twice.utf8),
        "\(text.debugDescription) \(once.debugDescription) \(twice.debugDescription)")
    }
  }

  /// One space or several: as many words as before.
  @Test(arguments: [9, 10])
  func wordsStayApart(seed: UInt64) {
    func words(_ text: String) -> [Substring] {
      Self.kept(text.replacing("\u{A0}", with: " ").replacing("\n", with: " ")).split(separator: " ")
    }
    for text in Self.randomTexts(4000, seed: seed) {
      #expect(words(RussianTypography.set(text)).map { Array($0.utf8) } == words(text).map { Array($0.utf8) })
    }
  }

  /// The pieces of a text make the text, wherever it is cut at a blank or behind one.
  @Test(arguments: [11, 12])
  func cutsMakeNoDifference(seed: UInt64) {
    for text in Self.randomTexts(2000, seed: seed) where !text.contains(where: { "&<\"'".contains($0) }) {
      // More than one piece ahead nobody looks, and quotes are paired within one.
      guard !text.contains(where: { "«»„“”".contains($0) }), !text.contains("  ") else { continue }
      // No piece begins with a dash and ends right behind it.
      guard !text.hasPrefix("– "), !text.hasPrefix("— ") else { continue }
      let bytes = Array(text.utf8)
      guard let blank = bytes.dropFirst().firstIndex(of: UInt8(ascii: " ")), blank + 1 < bytes.count else { continue }
      for cut in [blank, blank + 1] {
        var typography = RussianTypography()
        var output: [UInt8] = []
        bytes[..<cut].withUnsafeBufferPointer { head in
          bytes[cut...].withUnsafeBufferPointer { tail in
            typography.append(head, before: tail, escapedTo: &output)
            typography.append(tail, before: UnsafeBufferPointer(start: nil, count: 0), escapedTo: &output)
          }
        }
        #expect(
          String(decoding: output, as: UTF8.self) == RussianTypography.set(text), "\(text.debugDescription) \(cut)")
      }
    }
  }

  /// Quotes that never close, and blanks without end, cost no more than their length.
  @Test(arguments: ["«", "\"а ", " ", "А. ", "а", "« «а» ", "-- "])
  func longTextsAreLinear(unit: String) {
    let text = String(repeating: unit, count: 100_000)
    #expect(Self.kept(RussianTypography.set(text)).utf8.elementsEqual(Self.kept(text).utf8))
  }
}
