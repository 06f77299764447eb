import Testing

@testable import OpytFiles
@testable import OpytNetwork
@testable import OpytOutputs
@testable import OpytPages
@testable import OpytSite

@Suite struct CSVTableTests {
  private func line(_ cell: CSVTable.Cell) -> String {
    var table = CSVTable(["Название", "Число"])
    table.append([cell, .number(-3)])
    return String(decoding: table.bytes.dropFirst(3), as: UTF8.self)
  }

  @Test func theTableIsAsExcelExpects() {
    #expect(CSVTable(["А", "Б"]).bytes == [0xEF, 0xBB, 0xBF] + Array("А;Б\r\n".utf8))
  }

  @Test(arguments: [
    ("Огород", "Огород"), ("а;б", "\"а;б\""), ("«а» \"б\"", "\"«а» \"\"б\"\"\""), ("а\nб", "\"а\nб\""), ("", ""),
    ("=1+1", "'=1+1"), ("+7", "'+7"), ("-а", "'-а"), ("@а", "'@а"), ("  =а", "'  =а"), ("\tа", "'\tа"),
    ("＝а", "'＝а"), ("=\"а\"", "\"'=\"\"а\"\"\""), ("а=б", "а=б"), ("– а", "– а"), ("\u{600}=а", "\u{600}=а"),
    ("=\u{301}а", "'=\u{301}а"),
  ])
  func cellsAreInertAndWhole(text: String, expected: String) {
    #expect(line(.text(text)) == "Название;Число\r\n\(expected);-3\r\n")
  }
}
