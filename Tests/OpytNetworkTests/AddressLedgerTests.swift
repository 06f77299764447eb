import OpytDiagnostics
import OpytModel
import OpytText
import Testing

@testable import OpytFiles
@testable import OpytNetwork

/// A ledger of addresses as people leave it: what can be read is read, what can't is told at its place.
@Suite struct AddressLedgerTests {
  private static let path = "content/addresses.txt"

  private static func read(_ text: String) -> LedgerFile { read(Array(text.utf8)) }

  private static func read(_ bytes: [UInt8]) -> LedgerFile {
    LedgerFile(path, bytes, FileStamp(size: bytes.count, modified: 0, changed: 0, inode: 0))
  }

  /// `keysy/ssora.html`, `- keysy/dar.html 2026-11-28`
  private static func lines(_ file: LedgerFile) -> [String] {
    file.ledger.entries.map { entry in entry.removed.map { "- \(entry.address) \($0.iso)" } ?? entry.address }
  }

  @Test(arguments: [
    ("", []), ("\n\n", []), ("# одни слова\n", []), ("\u{FEFF}keysy/ssora.html\n", ["keysy/ssora.html"]),
    ("keysy/ssora.html", ["keysy/ssora.html"]),
    ("# слова\r\nkeysy/ssora.html\r\n\r\no-seti.html\r\n", ["keysy/ssora.html", "o-seti.html"]),
    ("  /keysy/ssora.html\t\n", ["keysy/ssora.html"]),
    ("- keysy/dar.html 2026-11-28\n", ["- keysy/dar.html 2026-11-28"]),
    ("-keysy/dar.html  28.11.2026\n", ["- keysy/dar.html 2026-11-28"]),
    ("– keysy/dar.html 28 ноября 2026\n", ["- keysy/dar.html 2026-11-28"]),
    ("keysy/dar.html\n- keysy/dar.html 2026-11-28\n", ["keysy/dar.html", "- keysy/dar.html 2026-11-28"]),
  ])
  func whatPeopleWriteIsRead(text: String, expected: [String]) {
    let file = Self.read(text)
    #expect(Self.lines(file) == expected)
    #expect(file.diagnostics.isEmpty)
  }

  @Test(arguments: [
    ("keysy/ssora.html лишнее слово\n", "1:18"), ("keysy/ssora\n", "1:1"), ("../ssora.html\n", "1:1"),
    ("keysy//ssora.html\n", "1:1"), ("keysy/../ssora.html\n", "1:1"), ("a/b/c.html\n", "1:1"), ("con.html\n", "1:1"),
    ("Keysy/Ssora.html\n", "1:1"), ("кейсы/ссора.html\n", "1:1"), (".html\n", "1:1"), ("keysy/a\u{0}b.html\n", "1:1"),
    ("https://opyt.example/keysy/ssora.html\n", "1:1"), ("# слова\n-\n", "2:1"), ("- keysy/dar.html\n", "1:3"),
    ("- keysy/dar.html 2026-02-30\n", "1:18"), ("- keysy/dar.html вчера\n", "1:18"),
    ("\u{FEFF}o-seti.html\r\n<<<<<<< HEAD\r\n", "2:1"), ("=======\n", "1:1"), (">>>>>>> main\n", "1:1"),
  ])
  func whatSaysNothingIsToldAtItsPlace(text: String, place: String) throws {
    let file = Self.read(text + "keysy/spor.html\n")
    let told = try #require(file.diagnostics.first)
    let start = try #require(told.location.range?.start)
    #expect("\(start.line):\(start.column)" == place)
    #expect(told.code == .ledgerInvalid && told.severity == .error && told.advice != nil)
    #expect(file.diagnostics.count == 1)
    // The other lines count all the same.
    #expect(Self.lines(file).last == "keysy/spor.html")
  }

  @Test(
    arguments: [
      ([0xFF, 0xFE, 0x61, 0x00], "1:1"), (Array("o-seti.html\n№ ke".utf8) + [0xE4, 0x0A], "2:5"),
      (Array("o-seti.html\n".utf8) + [0xD1], "2:1"),
    ] as [([UInt8], String)])
  func anotherEncodingIsToldAtItsFirstByte(bytes: [UInt8], place: String) throws {
    let file = Self.read(bytes)
    #expect(file.diagnostics.map(\.code) == [.encodingInvalid])
    let start = try #require(file.diagnostics.first?.location.range?.start)
    #expect("\(start.line):\(start.column)" == place)
  }

  @Test func manyBrokenLinesAreToldAHundredTimes() throws {
    let file = Self.read(String(repeating: "не адрес\n", count: 5000))
    #expect(file.diagnostics.count == 100)
    #expect(file.diagnostics.last?.omitted == 4900)
  }

  @Test func whatIsWrittenIsReadAsTheSame() throws {
    let day = try CalendarDate(parsing: "2026-11-28")
    let ledger = AddressLedger(
      comments: ["# наши слова"],
      entries: [.init("o-seti.html"), .init("keysy/dar.html", removed: day), .init("keysy/b.html")])
    let text = ledger.text(in: .russian)
    #expect(text == "# наши слова\nkeysy/b.html\n- keysy/dar.html 2026-11-28\no-seti.html\n")
    let again = Self.read(text).ledger
    #expect(again.text(in: .russian) == text)
    // Without words of their own, a ledger says what it is, and says it once.
    let fresh = AddressLedger(entries: ledger.entries).text(in: .russian)
    #expect(fresh.hasPrefix("# Адреса страниц"))
    #expect(Self.read(fresh).ledger.text(in: .russian) == fresh && Self.read(fresh).diagnostics.isEmpty)
  }
}
