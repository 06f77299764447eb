import OpytDiagnostics
import OpytMarkup

/// What can be told from a file's words alone (`domain.md` §6, 18 and 22).
enum TextInvariants {
  static func check(_ parsed: ParsedDocument, entity: any Entity) -> [Diagnostic] {
    var diagnostics: [Diagnostic] = []
    let hasSources = (entity as? any Material).map { !$0.material.sources.isEmpty } ?? true
    for number in 1...max(1, parsed.lines.count) {
      let line = parsed.lines[number]
      var scanner = PersonalDataScanner(line)
      for finding in scanner.findings() {
        diagnostics.append(personalData(finding, parsed))
      }
      if !hasSources, number >= parsed.lines.bodyStart, let citation = Citation.first(in: line) {
        diagnostics.append(
          Diagnostic(
            .citationWithoutSources, .warning,
            Phrase("ссылка на источник, а поле «sources» пусто", en: "a citation, but “sources” is empty"),
            at: SourceLocation(file: parsed.path, range: parsed.lines.range(citation)),
            advice: Phrase("перечислите источники в поле «sources»", en: "list the sources in “sources”"),
            cause: parsed.path))
      }
    }
    return diagnostics
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
      }
    return Diagnostic(
      .personalData, .warning, message,
      at: SourceLocation(file: parsed.path, range: parsed.lines.range(offsets)),
      advice: Phrase(
        "если это персональные данные, уберите их; ребёнка называйте только по имени",
        en: "if it is personal data, take it out; call a child by the first name only"))
  }
}

/// A reference to a list of sources, such as `[2: с. 122]`, `[3]` or `[1, 4]`.
enum Citation {
  static func first(in line: ArraySlice<UInt8>) -> Range<Int>? {
    var start = line.startIndex
    while let open = line[start...].firstIndex(of: UInt8(ascii: "[")) {
      start = open + 1
      guard let close = line[start...].firstIndex(of: UInt8(ascii: "]")), close - open <= 24 else { continue }
      let inside = line[start..<close]
      // `[1](…)`, `[1][…]` and `[1]:` are Markdown.
      let next = close + 1 < line.endIndex ? line[close + 1] : 0
      guard let first = inside.first, first.isDigit, !"([:".utf8.contains(next) else { continue }
      let number = inside.prefix { $0.isDigit }
      let rest = inside.dropFirst(number.count)
      guard number.count <= 3, rest.isEmpty || ":,; ".utf8.contains(rest[rest.startIndex]) else { continue }
      return open..<close + 1
    }
    return nil
  }
}

extension UInt8 {
  var isDigit: Bool { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(self) }
}
