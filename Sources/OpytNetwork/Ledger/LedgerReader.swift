import OpytDiagnostics
import OpytMarkup
import OpytModel
import OpytText

/// Reads a ledger line by line, tolerantly: a byte order mark, CRLF, blank lines and blanks around words are nothing, and
/// a line that says nothing is told at its place while the others count.
struct LedgerReader {
  private let path: String
  private(set) var comments: [String] = []
  private(set) var entries: [AddressLedger.Entry] = []
  private(set) var diagnostics: [Diagnostic] = []

  init(_ path: String) { self.path = path }

  mutating func read(_ bytes: [UInt8]) {
    guard !TextEncoding.looksLikeUTF16(bytes) else {
      diagnostics.append(TextEncoding.fault("UTF-16", at: SourceLocation(file: path, range: .fileStart)))
      return
    }
    let mark: [UInt8] = [0xEF, 0xBB, 0xBF]
    let text = bytes.starts(with: mark) ? bytes.dropFirst(mark.count) : bytes[...]
    for (index, line) in text.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false).enumerated() {
      guard let text = String(validating: line, as: UTF8.self) else {
        diagnostics.append(encodingFault(line, number: index + 1))
        return
      }
      read(text, number: index + 1)
    }
  }

  /// Told at the first byte that is no UTF-8.
  private func encodingFault(_ line: ArraySlice<UInt8>, number: Int) -> Diagnostic {
    let repaired = String(decoding: line, as: UTF8.self)
    let good = zip(repaired.utf8, line).prefix { $0 == $1 }.count
    let column = String(decoding: line.prefix(good), as: UTF8.self).unicodeScalars.count + 1
    let byte = line.dropFirst(good).first.map { String($0, radix: 16, uppercase: true) } ?? ""
    let range = SourceRange(
      start: SourcePosition(line: number, column: column), end: SourcePosition(line: number, column: column + 1))
    return TextEncoding.fault("0x\(byte)", at: SourceLocation(file: path, range: range))
  }

  /// A stretch of a line without blanks.
  private struct Word {
    let text: String
    let range: SourceRange
  }

  private mutating func read(_ line: String, number: Int) {
    var words = Self.words(of: line, number: number)
    guard let first = words.first else { return }
    if first.text.hasPrefix("#") {
      comments.append(String(Substring(line.utf8.trimmed)))
      return
    }
    guard !Self.isTraceOfMerge(first.text) else {
      report(
        Phrase("это след слияния двух правок в git", en: "a trace of a merge in git"), at: first.range,
        advice: Phrase(
          "оставьте адреса обеих сторон, а строки с «<<<<<<<», «=======» и «>>>>>>>» удалите",
          en: "keep the addresses of both sides, and delete the lines with <<<<<<<, ======= and >>>>>>>"))
      return
    }
    // «-keysy/ssora.html», and dashes that an editor made of the minus.
    let isRemoved = first.text.unicodeScalars.first.map { "-–—−".unicodeScalars.contains($0) } ?? false
    if isRemoved {
      words.removeFirst()
      let rest = String(String.UnicodeScalarView(first.text.unicodeScalars.dropFirst()))
      if !rest.isEmpty { words.insert(Word(text: rest, range: first.range), at: 0) }
    }
    guard let word = words.first else {
      report(Phrase("после минуса нет адреса", en: "no address behind the minus"), at: first.range, advice: Self.form)
      return
    }
    guard let address = address(word) else { return }
    let rest = words.dropFirst()
    let text = rest.map(\.text).joined(separator: " ")
    let place = rest.first.map { SourceRange(start: $0.range.start, end: rest.last?.range.end ?? $0.range.end) }
    guard isRemoved else {
      guard let place else {
        entries.append(.init(address, at: word.range))
        return
      }
      report(
        Phrase("лишние слова после адреса: «\(Self.shown(text))»", en: "more than an address: “\(Self.shown(text))”"),
        at: place, advice: Self.form)
      return
    }
    guard let place else {
      report(
        Phrase("не сказано, когда страницу сняли с публикации", en: "no day on which the page was removed"),
        at: word.range,
        advice: Phrase("допишите день: «- \(address) 2026-11-28»", en: "add the day: “- \(address) 2026-11-28”"))
      return
    }
    do throws(CalendarDate.ParsingFailure) {
      entries.append(.init(address, removed: try CalendarDate(parsing: text), at: word.range))
    } catch {
      let shown = Self.shown(text)
      report(
        error == .noSuchDay
          ? Phrase("такого дня нет: «\(shown)»", en: "no such day: “\(shown)”")
          : Phrase("это не день: «\(shown)»", en: "not a day: “\(shown)”"),
        at: place, advice: Phrase("день пишется так: 2026-11-28", en: "a day is written 2026-11-28"))
    }
  }

  /// An address in the form that the program gives to documents; nil where it was told that it has another one.
  private mutating func address(_ word: Word) -> String? {
    let text = word.text.hasPrefix("/") ? String(word.text.utf8.dropFirst()) ?? word.text : word.text
    let parts = text.utf8.split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false)
    let ending = ".html"
    if (1...2).contains(parts.count), text.utf8.count <= Self.longestAddress, text.hasSuffix(ending),
      let name = String(text.utf8.dropLast(ending.utf8.count)),
      name.split(separator: "/", omittingEmptySubsequences: false).allSatisfy({ part in
        !part.isEmpty && Transliteration.slug(String(part)) == String(part) && !WindowsName.isReserved(String(part))
      })
    {
      return text
    }
    let shown = Self.shown(word.text)
    report(
      Phrase("это не адрес страницы: «\(shown)»", en: "not a page's address: “\(shown)”"), at: word.range,
      advice: word.text.contains("://")
        ? Phrase(
          "адрес пишется без имени сайта, от его корня: keysy/ssora.html",
          en: "an address is written from the site's top: keysy/ssora.html") : Self.form)
    return nil
  }

  private mutating func report(_ message: Phrase, at range: SourceRange, advice: Phrase) {
    diagnostics.append(
      Diagnostic(.ledgerInvalid, message, at: SourceLocation(file: path, range: range), advice: advice))
  }

  private static let form = Phrase(
    """
    в строке стоит один адрес, «keysy/ssora.html», а у снятой страницы ещё минус и день, «- keysy/ssora.html \
    2026-11-28»; остальное пишите после «#»
    """,
    en: """
      a line has one address, “keysy/ssora.html”; that of a removed page a minus and a day, “- keysy/ssora.html \
      2026-11-28”; all else stands behind a “#”
      """)

  private static let longestAddress = 500

  /// As much of an author's words as a message holds.
  private static func shown(_ text: String) -> String { text.count <= 80 ? text : "\(text.prefix(80))…" }

  private static func isTraceOfMerge(_ word: String) -> Bool {
    ["<<<<<<<", "=======", ">>>>>>>", "|||||||"].contains { word.hasPrefix($0) }
  }

  private static func words(of line: String, number: Int) -> [Word] {
    var words: [Word] = []
    var current = String.UnicodeScalarView()
    var column = 1
    var start = 1
    func close() {
      guard !current.isEmpty else { return }
      let range = SourceRange(
        start: SourcePosition(line: number, column: start), end: SourcePosition(line: number, column: column))
      words.append(Word(text: String(current), range: range))
      current = String.UnicodeScalarView()
    }
    for scalar in line.unicodeScalars {
      if scalar.properties.isWhitespace {
        close()
      } else {
        if current.isEmpty { start = column }
        current.append(scalar)
      }
      column += 1
    }
    close()
    return words
  }
}
