import OpytDiagnostics
import OpytMarkup
import OpytText

/// What can be told from a file's words alone (18 and 22).
enum TextInvariants {
  /// - Parameters:
  ///   - wantsSources: whether a citation has no list of sources to point to.
  ///   - emails: where addresses stand that are there to be published.
  ///   - told: the lines whose numbers are there to be published, or have a message of their own.
  static func check(
    _ parsed: ParsedDocument, wantsSources: Bool, emails: [SourceRange] = [], told: Set<Int> = []
  ) -> [Diagnostic] {
    var collector = DiagnosticCollector()
    checkWords(parsed, emails: emails, &collector)
    let lines = parsed.lines
    var position = 0
    // Most lines of a text have no digit, and then nothing to find.
    while let digit = firstDigit(in: lines.bytes, from: position) {
      let number = lines.number(at: digit)
      let line = lines[number]
      for finding in PersonalDataScanner.findings(in: line) where !told.contains(number) {
        collector.add(.personalData, .warning, personalData(finding, parsed))
      }
      if wantsSources, number >= lines.bodyStart, let citation = Citation.first(in: line) {
        collector.add(
          .citationWithoutSources, .warning,
          Diagnostic(
            .citationWithoutSources, .warning,
            Phrase("ссылка на источник, а поле «источники» (sources) пусто", en: "a citation, but “sources” is empty"),
            at: SourceLocation(file: parsed.path, range: lines.range(citation)),
            advice: Phrase("перечислите источники в поле «источники» (sources)", en: "list the sources in “sources”"),
            cause: parsed.path))
      }
      position = line.endIndex
    }
    return collector.diagnostics
  }

  /// Private mailboxes, and children's names beside an illness or the language of the home.
  private static func checkWords(
    _ parsed: ParsedDocument, emails: [SourceRange], _ collector: inout DiagnosticCollector
  ) {
    let lines = parsed.lines
    var position = 0
    var areNamesChanged: Bool?
    while let sign = PersonalDataScanner.nextSign(in: lines.bytes, from: position) {
      position = sign + 1
      let number = lines.number(at: sign)
      guard let finding = PersonalDataScanner.finding(at: sign, in: lines[number]) else { continue }
      switch finding {
      case .email where emails.contains(where: { Int($0.start.line) == number }): continue
      case .childWithCircumstance:
        // What was changed is nobody's.
        let isChanged = areNamesChanged ?? PersonalDataScanner.saysNamesAreChanged(lines.bytes)
        areNamesChanged = isChanged
        if isChanged { continue }
        // One child may have several circumstances.
        position = lines[number].endIndex
      default: break
      }
      collector.add(.personalData, .warning, personalData(finding, parsed))
    }
  }

  /// Where the next digit stands. All texts of a network go through here, so many bytes are looked at at a time.
  private static func firstDigit(in bytes: [UInt8], from position: Int) -> Int? {
    bytes.withUnsafeBytes { buffer in
      var offset = position
      // A digit is less than ten when the bits of `0` are taken from it, and then the subtraction of ten borrows from its
      // top bit, which was not set.
      func hits(_ offset: Int) -> UInt64 {
        let word = buffer.loadUnaligned(fromByteOffset: offset, as: UInt64.self) ^ 0x3030_3030_3030_3030
        return (word &- 0x0A0A_0A0A_0A0A_0A0A) & ~word
      }
      while offset + 32 <= buffer.count {
        let found = hits(offset) | hits(offset + 8) | hits(offset + 16) | hits(offset + 24)
        if found & 0x8080_8080_8080_8080 != 0 { break }
        offset += 32
      }
      return buffer[offset...].firstIndex(where: \.isASCIIDigit)
    }
  }

  private static func personalData(_ finding: PersonalDataScanner.Finding, _ parsed: ParsedDocument) -> Diagnostic {
    let (message, offsets) =
      switch finding {
      case .phone(let offsets): (Phrase("похоже на номер телефона", en: "looks like a phone number"), offsets)
      case .childWithAge(let offsets):
        (
          Phrase("похоже на имя и фамилию ребёнка рядом с возрастом", en: "looks like a child's full name and age"),
          offsets
        )
      case .childWithCircumstance(let offsets):
        (
          Phrase(
            "похоже на имя ребёнка рядом со здоровьем или домашним языком",
            en: "looks like a child’s name beside health or the language of the home"), offsets
        )
      case .email(let offsets): (Phrase("похоже на личную почту", en: "looks like a private e-mail"), offsets)
      case .address(let offsets):
        (Phrase("похоже на домашний адрес", en: "looks like somebody’s home address"), offsets)
      case .insuranceNumber(let offsets):
        (Phrase("похоже на номер СНИЛС", en: "looks like an insurance number"), offsets)
      }
    return Diagnostic(
      .personalData, .warning, message,
      at: SourceLocation(file: parsed.path, range: parsed.lines.range(offsets)),
      advice: advice(on: finding), cause: cause(of: finding, parsed.lines.bytes[offsets], parsed.path))
  }

  /// One number or address that is written twice is one thing to judge.
  private static func cause(
    of finding: PersonalDataScanner.Finding, _ written: ArraySlice<UInt8>, _ path: String
  ) -> String? {
    switch finding {
    case .phone: "phone \(String(decoding: written.filter(\.isASCIIDigit).suffix(10), as: UTF8.self)) \(path)"
    case .email: "mail \(String(decoding: written, as: UTF8.self)) \(path)"
    default: nil
    }
  }

  private static func advice(on finding: PersonalDataScanner.Finding) -> Phrase {
    switch finding {
    case .childWithCircumstance:
      Phrase(
        "измените имя и напишите в тексте: «Имена детей изменены»",
        en: "change the name, and say in the text that names are changed")
    case .email:
      Phrase("укажите рабочую почту сада или уберите её", en: "give the kindergarten’s own address, or take it out")
    case .phone:
      Phrase(
        "если это чей-то личный номер, уберите его; номер детского сада можно оставить",
        en: "if it is somebody’s own, take it out; a kindergarten’s may stay")
    case .address:
      Phrase(
        "если здесь кто-то живёт, уберите адрес; адрес детского сада можно оставить",
        en: "if somebody lives there, take it out; a kindergarten’s may stay")
    case .insuranceNumber:
      Phrase("уберите его: такие номера на сайте не публикуются", en: "take it out: it is nothing to publish")
    default:
      Phrase(
        "если это персональные данные, уберите их; ребёнка называйте только по имени",
        en: "if it is personal data, take it out; call a child by the first name only")
    }
  }
}

/// A reference to a list of sources, such as `[2: с. 122]`, `[3]` or `[1, 4]`.
enum Citation {
  static func first(in line: ArraySlice<UInt8>) -> Range<Int>? {
    var start = line.startIndex
    while let open = line[start...].firstIndex(of: UInt8(ascii: "[")) {
      start = open + 1
      guard let close = line[start...].prefix(24).firstIndex(of: UInt8(ascii: "]")) else { continue }
      let inside = line[start..<close]
      // `[1](…)`, `[1][…]` and `[1]:` are Markdown.
      let next = close + 1 < line.endIndex ? line[close + 1] : 0
      guard let first = inside.first, first.isASCIIDigit, !"([:".utf8.contains(next) else { continue }
      let number = inside.prefix { $0.isASCIIDigit }
      let rest = inside.dropFirst(number.count)
      guard number.count <= 3, rest.isEmpty || ":,; ".utf8.contains(rest[rest.startIndex]) else { continue }
      return open..<close + 1
    }
    return nil
  }
}
