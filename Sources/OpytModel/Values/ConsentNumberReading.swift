import OpytDiagnostics
import OpytText

/// What stands in the field of a consent's number: the number, or what else people write there.
struct ConsentNumberReading {
  enum Fault: Equatable {
    /// «не требуется»: nobody is seen.
    case notNeeded
    /// «отозвано 12.03.2025»
    case withdrawn
    /// «до 31.12.2020»
    case limited
    /// «нет», «есть», «-», «0»
    case noNumber
    /// A day where a number is wanted, or beside it.
    case date
    case word(String)
    /// «сог/15»: the letters of a code are capital.
    case smallLetters(String)
    case sign(Character)
    case long
    /// Not as this network writes its numbers.
    case pattern
  }

  let fault: Fault?
  /// What can be made out of a number and of a day in it.
  private let number: String?
  private let day: CalendarDate?

  /// Numbers of registries are short.
  private static let maximumLength = 40

  init(_ text: String, pattern: ConsentPattern?) {
    if pattern == nil, Self.isPlain(text) {
      (fault, number, day) = (nil, text, nil)
      return
    }
    // More than a line is read by nobody.
    let parts = text.prefix(200).split(whereSeparator: \.isWhitespace).map { Part(String($0)) }
    let days = Part.days(in: parts)
    day = days.first?.day
    let dated = Set(days.flatMap(\.parts))
    number = parts.indices.first { index in
      !dated.contains(index) && Self.plainFault([parts[index]], days: []) == nil
        && pattern?.matches(parts[index].text) ?? true
    }.map { parts[$0].text }
    let plain = Self.plainFault(parts, days: days, length: text.count)
    if let pattern {
      fault =
        text.utf8.count <= 400 && parts.contains(where: \.hasNumber) && pattern.matches(text) ? nil : plain ?? .pattern
    } else {
      fault = plain
    }
  }

  /// «С-2025-014»: a letter and figures, as most registers have it; no word and no day can be read in it.
  private static func isPlain(_ text: String) -> Bool {
    let bytes = text.utf8
    guard bytes.count <= maximumLength, bytes.first == 0xD0, let letter = bytes.dropFirst().first,
      (0x90...0xAF).contains(letter)
    else { return false }
    let rest = bytes.dropFirst(2)
    return rest.first == UInt8(ascii: "-") && rest.allSatisfy { $0 == UInt8(ascii: "-") || $0.isASCIIDigit }
      && rest.contains { $0.isASCIIDigit && $0 != UInt8(ascii: "0") }
  }

  private static func plainFault(_ parts: [Part], days: [Part.Day], length: Int = 0) -> Fault? {
    let words = parts.flatMap(\.words)
    func has(_ stems: [String]) -> Bool { words.contains { word in stems.contains { word.hasPrefix($0) } } }
    let all = parts.map(\.lowered).joined(separator: " ")
    if Words.notNeeded.contains(where: all.contains) { return .notNeeded }
    if has(Words.withdrawn) { return .withdrawn }
    if has(Words.limited) || parts.contains(where: { $0.lowered == "до" }) { return .limited }
    if parts.contains(where: { Words.none.contains($0.bare) }) || words.contains(where: Words.denials.contains) {
      return .noNumber
    }
    let dated = Set(days.flatMap(\.parts))
    let isNumbered = parts.indices.contains { !dated.contains($0) && parts[$0].hasNumber }
    if !isNumbered { return days.isEmpty ? .noNumber : .date }
    // «№ 15 от 12.03.2025» is how a paper is named.
    if days.contains(where: { day in day.parts.first.map { $0 == 0 || parts[$0 - 1].lowered != "от" } ?? false }) {
      return .date
    }
    if length > maximumLength { return .long }
    for (index, part) in parts.enumerated() where !dated.contains(index) {
      if let fault = part.fault { return fault }
    }
    return nil
  }

  private enum Words {
    static let notNeeded = [
      "не треб", "не нуж", "не над", "нет людей", "людей нет", "без людей", "not needed", "not required",
    ]
    static let withdrawn = ["отоз", "отзыв", "отзв", "отказ", "аннул", "запре", "withdr", "revok", "refus", "against"]
    static let limited = ["действ", "истек", "срок", "просроч", "until", "expir", "valid"]
    /// Whole parts: «б/н» is «без номера».
    static let none: Set<String> = [
      "да", "не", "ни", "ок", "ok", "yes", "none", "б/н", "н/д", "н/у", "бн", "n/a",
    ]
    static let denials: Set<String> = [
      "нет", "есть", "дано", "дан", "дала", "дал", "жду", "ждем", "ждут", "будет", "устно", "null", "none", "yes",
      "запрошено", "ожидается", "имеется", "получено", "без", "отз", "отк",
    ]
  }
}

extension ConsentNumberReading {
  /// What stands between two blanks.
  struct Part {
    let text: String
    /// With Russian letters for Latin ones of the same look where there are Russian ones, in lower case, without ё.
    let lowered: String

    init(_ text: String) {
      self.text = text
      let isLatin = text.unicodeScalars.allSatisfy { !$0.properties.isAlphabetic || $0.isASCII }
      lowered = (isLatin ? text : LetterShapes.russian(text)).lowercased().replacing("ё", with: "е")
    }

    /// Without brackets and stops around it.
    var bare: String {
      String(lowered.trimmingPrefix { "(«\"".contains($0) }.reversed().drop { ")»\".,;:".contains($0) }.reversed())
    }

    /// Its runs of letters.
    var words: [String] { lowered.split { !$0.isLetter }.map(String.init) }

    /// Whether a number stands in it: 0 alone is none, «С-0» is one.
    var hasNumber: Bool {
      text.unicodeScalars.contains { $0.isDigit && $0 != "0" }
        || text.unicodeScalars.contains(where: \.isDigit) && text.contains(where: \.isLetter)
    }

    /// What a number must not have.
    var fault: Fault? {
      for character in text where !Self.isAllowed(character) { return .sign(character) }
      let hasDigit = text.unicodeScalars.contains(where: \.isDigit)
      for run in text.split(whereSeparator: { !$0.isLetter }) where run.count > 2 {
        let isCode = hasDigit && run.count <= 5
        if isCode, run.allSatisfy(\.isUppercase) { continue }
        return isCode && run.allSatisfy(\.isLowercase) ? .smallLetters(text.uppercased()) : .word(String(run))
      }
      return nil
    }

    private static func isAllowed(_ character: Character) -> Bool {
      guard let scalar = character.unicodeScalars.first, character.unicodeScalars.count == 1 else { return false }
      switch scalar.value {
      case 0x410...0x44F, 0x401, 0x451, 0x2010...0x2015, 0x2116, 0x2212: return true
      case 0..<0x80: return character.isLetter || character.isNumber || "-/\\.#_():".contains(character)
      default: return false
      }
    }

    struct Day {
      let day: CalendarDate
      /// Which parts it is.
      let parts: Range<Int>
    }

    static func days(in parts: [Part]) -> [Day] {
      parts.indices.compactMap { index in
        if let day = parts[index].day { return Day(day: day, parts: index..<index + 1) }
        guard index + 2 < parts.count else { return nil }
        let three = parts[index...index + 2].map(\.bare).joined(separator: " ")
        return (try? CalendarDate(parsing: three)).map { Day(day: $0, parts: index..<index + 3) }
      }
    }

    /// `12.03.2025`, `2025-03-12`, `12/3/2025`, `12.03.25`
    private var day: CalendarDate? {
      let pieces = bare.split(omittingEmptySubsequences: false) { "./-".contains($0) }
      let numbers = pieces.compactMap { String($0).smallNumber }
      guard pieces.count == 3, numbers.count == 3 else { return nil }
      if pieces[0].count == 4, pieces[1].count == 2, pieces[2].count == 2 {
        return CalendarDate(year: numbers[0], month: numbers[1], day: numbers[2])
      }
      guard pieces[0].count <= 2, pieces[1].count <= 2, !bare.contains("-") else { return nil }
      if pieces[2].count == 4 { return CalendarDate(year: numbers[2], month: numbers[1], day: numbers[0]) }
      guard pieces.allSatisfy({ $0.count == 2 }) else { return nil }
      return CalendarDate(year: 2000 + numbers[2], month: numbers[1], day: numbers[0])
    }
  }
}

extension ConsentNumberReading {
  /// What to write in place of it, with the author's own number and day.
  /// - Parameter isOneOfMany: whether the field may have several numbers, as that of a photo.
  func advice(
    for fault: Fault, _ language: KeyLanguage, _ pattern: ConsentPattern?, isOneOfMany: Bool = false
  ) -> Phrase {
    let isRussian = language == .russian
    let example = pattern.map(\.text) ?? "С-2025-014"
    let key = isRussian ? "согласие" : "consent"
    let numberLine = "«\(key): \(number ?? example)»"
    let iso = day?.iso ?? "2026-03-12"
    let own = day == nil ? " (день – свой)" : ""
    switch fault {
    case .notNeeded:
      let line = isRussian ? "людей_нет: да" : "no_people: yes"
      return Phrase(
        "если на снимке нет людей, замените это поле строкой «\(line)»; человека без согласия сайт не показывает",
        en: "where a photo shows nobody write no_people: yes instead; people without a consent are not shown")
    case .withdrawn:
      return Phrase(
        """
        отзыв записывают отдельной строкой: \(numberLine) и под ней «\(isRussian ? "отозвано" : "withdrawn"): \(iso)»\(own); \
        если согласия не было, уберите поле
        """,
        en: "a withdrawal has a line of its own, withdrawn: \(iso); without a consent leave the field out")
    case .limited:
      return Phrase(
        "срок записывают отдельной строкой: \(numberLine) и под ней «\(isRussian ? "действует_до" : "until"): \(iso)»\(own)",
        en: "how long it holds is written in a line of its own, until: \(iso)")
    case .date:
      return Phrase(
        """
        здесь нужен только номер из журнала согласий: \(numberLine); если день – последний, когда оно действует, запишите \
        его под номером: «\(isRussian ? "действует_до" : "until"): \(iso)»
        """,
        en: "the registry number alone stands here; the last day it holds on is written below, until: \(iso)")
    case .noNumber:
      return Phrase(
        "впишите номер из журнала согласий, например \(example); если согласия нет, уберите поле",
        en: "write the consent's registry number, such as C-2025-014; without a consent leave the field out")
    case .word(let word):
      return Phrase(
        "уберите слово «\(word.prefix(40))»: в поле стоит только номер, как в журнале согласий, например \(example)",
        en: "without the word “\(word.prefix(40))”: write the number alone, such as C-2025-014")
    case .smallLetters(let code):
      return Phrase("буквы номера пишутся заглавными: \(code)", en: "the letters of a number are capital: \(code)")
    case .sign(let sign) where isOneOfMany && ",;".contains(sign):
      return Phrase(
        "несколько номеров запишите списком: «\(key): [\(example), \(pattern.map(\.text) ?? "С-2025-015")]»",
        en: "several numbers are a list: consent: [C-2025-014, C-2025-015]")
    case .sign(let sign):
      return Phrase(
        "уберите знак «\(sign)»: номер состоит из букв, цифр, точек, дефисов, дробей и знака №, например \(example)",
        en: "without the sign “\(sign)”: a number has letters, digits, stops, hyphens and slashes")
    case .long:
      return Phrase(
        "номер не бывает длиннее \(Self.maximumLength) знаков: впишите его, как в журнале, например \(example)",
        en: "a number is no longer than \(Self.maximumLength) characters")
    case .pattern:
      let several = example.contains("*") ? ", * – одна или несколько цифр" : ""
      return Phrase(
        "в этой сети номер согласия пишется по образцу «\(example)», где # – цифра\(several)",
        en: "this network writes its consents as “\(example)”: # is a digit, * one digit or more")
    }
  }
}
