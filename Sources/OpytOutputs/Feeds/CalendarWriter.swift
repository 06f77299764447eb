import OpytModel

/// Writes an iCalendar file (RFC 5545): CRLF, lines folded at 75 octets without cutting a letter, texts escaped.
struct CalendarWriter {
  struct Entry: Sendable {
    /// The same in every build and every calendar that has the event.
    var uid: String
    /// The day it was last known to be so; the clock must not enter.
    var stamp: CalendarDate
    var time: Time
    var summary: String
    var description = ""
    var location = ""
    var url = ""
    var status = Status.confirmed
    /// Whose names calendars group events by.
    var categories: [String] = []
  }

  enum Time: Sendable {
    /// From the first to the last day.
    case days(CalendarDate, CalendarDate)
    /// From one moment to another; without the second where nobody knows it.
    case moments(Moment, Moment?)
  }

  struct Moment: Sendable {
    let date: CalendarDate
    /// From midnight UTC of `date`; may lie before or behind that day.
    let minute: Int
  }

  enum Status: String, Sendable {
    case tentative = "TENTATIVE"
    case confirmed = "CONFIRMED"
    case cancelled = "CANCELLED"
  }

  private(set) var bytes: [UInt8] = []

  /// - Parameters:
  ///   - name: what calendar programs call the calendar (RFC 7986, and what came before it).
  ///   - timeZone: an identifier of the time zone database; for display only, times are written in UTC.
  init(name: String, timeZone: String) {
    line("BEGIN:VCALENDAR")
    line("VERSION:2.0")
    line("PRODID:-//Opyt//Opyt//RU")
    line("CALSCALE:GREGORIAN")
    line("METHOD:PUBLISH")
    text("NAME", name)
    text("X-WR-CALNAME", name)
    line("X-WR-TIMEZONE:\(timeZone)")
  }

  /// - Parameter lines: of entries.
  mutating func append(_ lines: [UInt8]) { bytes += lines }

  /// The lines of one entry.
  static func lines(of entry: Entry) -> [UInt8] {
    var writer = CalendarWriter()
    writer.append(entry)
    return writer.bytes
  }

  private init() {}

  mutating func append(_ entry: Entry) {
    line("BEGIN:VEVENT")
    text("UID", entry.uid)
    line("DTSTAMP:\(Self.text(Moment(date: entry.stamp, minute: 0)))")
    switch entry.time {
    case .moments(let start, let end):
      line("DTSTART:\(Self.text(start))")
      if let end { line("DTEND:\(Self.text(end))") }
    case .days(let first, let last):
      line("DTSTART;VALUE=DATE:\(Self.day(first))")
      // The end of whole days is the day behind the last one (RFC 5545, 3.6.1).
      line("DTEND;VALUE=DATE:\(Self.day(last.adding(days: 1)))")
    }
    text("SUMMARY", entry.summary)
    if !entry.description.isEmpty { text("DESCRIPTION", entry.description) }
    if !entry.location.isEmpty { text("LOCATION", entry.location) }
    if !entry.categories.isEmpty { line("CATEGORIES:" + entry.categories.map(Self.escaped).joined(separator: ",")) }
    if !entry.url.isEmpty { line("URL:\(entry.url)") }
    line("STATUS:\(entry.status.rawValue)")
    line("END:VEVENT")
  }

  /// The whole file.
  consuming func finish() -> [UInt8] {
    line("END:VCALENDAR")
    return bytes
  }

  private mutating func text(_ name: String, _ value: String) { line("\(name):\(Self.escaped(value))") }

  /// RFC 5545, 3.3.11; other control characters can't stand in a text.
  private static func escaped(_ text: String) -> String {
    guard text.utf8.contains(where: isSpecial) else { return text }
    var output: [UInt8] = []
    var previous: UInt8 = 0
    for byte in text.utf8 {
      switch byte {
      case UInt8(ascii: "\\"), UInt8(ascii: ";"), UInt8(ascii: ","): output += [UInt8(ascii: "\\"), byte]
      case UInt8(ascii: "\n") where previous == UInt8(ascii: "\r"): break
      case UInt8(ascii: "\n"), UInt8(ascii: "\r"): output += Array("\\n".utf8)
      case 0..<0x20 where byte != UInt8(ascii: "\t"), 0x7F: break
      default: output.append(byte)
      }
      previous = byte
    }
    return String(decoding: output, as: UTF8.self)
  }

  private static func isSpecial(_ byte: UInt8) -> Bool {
    byte < 0x20 || byte == 0x7F || byte == UInt8(ascii: "\\") || byte == UInt8(ascii: ";") || byte == UInt8(ascii: ",")
  }

  /// RFC 5545, 3.1: at most 75 octets in a line, its end not counted; what goes on begins with a blank. A network's
  /// calendars have each session three times: a letter is never looked at alone.
  private mutating func line(_ text: String) {
    var text = text
    text.withUTF8 { text in
      var start = 0
      var room = 75
      while text.count - start > room {
        var end = start + room
        while text[end] & 0xC0 == 0x80 { end -= 1 }
        bytes.append(contentsOf: text[start..<end])
        bytes.append(contentsOf: "\r\n ".utf8)
        start = end
        room = 74
      }
      bytes.append(contentsOf: text[start...])
    }
    bytes.append(contentsOf: "\r\n".utf8)
  }

  private static func day(_ date: CalendarDate) -> String {
    String(decoding: date.iso.utf8.filter { $0 != UInt8(ascii: "-") }, as: UTF8.self)
  }

  private static func text(_ moment: Moment) -> String {
    let days = moment.minute >= 0 ? moment.minute / 1440 : -((1439 - moment.minute) / 1440)
    let rest = moment.minute - days * 1440
    func two(_ number: Int) -> String { number < 10 ? "0\(number)" : String(number) }
    return "\(day(moment.date.adding(days: days)))T\(two(rest / 60))\(two(rest % 60))00Z"
  }
}
