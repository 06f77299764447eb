/// What a calendar program reads of an iCalendar file (RFC 5545): unfolded, unescaped, an entry each.
struct ICalendar {
  struct Failure: Error { let line: String }

  private(set) var events: [[String: String]] = []

  init(_ text: String) throws {
    guard text.hasSuffix("END:VCALENDAR\r\n") else { throw Failure(line: "the end") }
    var event: [String: String]?
    for line in text.replacing("\r\n ", with: "").split(separator: "\r\n").map(String.init) {
      guard let colon = line.firstIndex(of: ":") else { throw Failure(line: line) }
      let name = String(line[..<colon].prefix { $0 != ";" })
      let value = String(line[line.index(after: colon)...])
      switch (line, event) {
      case ("BEGIN:VEVENT", nil): event = [:]
      case ("END:VEVENT", let done?):
        events.append(done)
        event = nil
      case (_, nil): continue
      default:
        // Each of the properties stands once.
        guard event?.updateValue(Self.unescaped(value), forKey: name) == nil else { throw Failure(line: line) }
      }
    }
    guard event == nil, Set(events.compactMap { $0["UID"] }).count == events.count else { throw Failure(line: "UID") }
  }

  private static func unescaped(_ text: String) -> String {
    var output = ""
    var isEscaped = false
    for letter in text {
      if letter == "\\", !isEscaped {
        isEscaped = true
        continue
      }
      output.append(isEscaped && letter == "n" ? "\n" : letter)
      isEscaped = false
    }
    return output
  }
}
