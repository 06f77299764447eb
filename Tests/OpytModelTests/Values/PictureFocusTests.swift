import OpytDiagnostics
import Testing

@testable import OpytModel

/// Where a photo is cropped around.
@Suite struct PictureFocusTests {
  @Test(
    arguments: [
      ("слева", 0, 50), ("Справа", 100, 50), ("сверху", 50, 0), ("снизу", 50, 100), ("центр", 50, 50),
      ("в центре", 50, 50), ("справа сверху", 100, 0), ("сверху справа", 100, 0), ("слева, внизу", 0, 100),
      ("слева центр", 0, 50), ("left", 0, 50), ("right bottom", 100, 100), ("30% 20%", 30, 20), ("30 20", 30, 20),
      ("30%, 20%", 30, 20), ("0% 100%", 0, 100), ("слева\u{A0}сверху", 0, 0),
    ] as [(String, Int, Int)])
  func aPlaceIsRead(text: String, x: Int, y: Int) throws {
    let focus = try #require(PictureFocus(parsing: text))
    #expect([focus.x, focus.y] == [x, y])
  }

  @Test(
    arguments: [
      "", "лицо", "слева справа", "сверху снизу", "слева слева", "30%", "101% 20%", "30% сверху", "-5% 20%",
      "30,5% 20%",
      "слева сверху немного", "1e1 20", "٣٠ ٢٠", "{x: 1}", "слева;} body{display:none",
    ])
  func nothingElseIsGuessed(text: String) { #expect(PictureFocus(parsing: text) == nil) }
}

/// «19 из 24» in a result.
@Suite struct CountedShareTests {
  @Test(
    arguments: [
      ("19 из 24 детей задают вопросы", 19, 24), ("вопросы задают 19 из 24", 19, 24),
      ("вопросы задают 19 из\u{A0}24.", 19, 24), ("(19 из 24)", 19, 24),
      ("12 детей из 14, на первое июня — 13", 12, 14),
      ("58 родителей из 74 назвали дело", 58, 74), ("0 из 5", 0, 5), ("24 из 24", 24, 24),
      ("19 of 24 children", 19, 24),
      ("в опросе: 19 из 22 взрослых, трое скучают", 19, 22), ("«7 из 10»", 7, 10),
    ] as [(String, Int, Int)])
  func oneShareIsRead(text: String, part: Int, whole: Int) throws {
    let share = try #require(CountedShare(in: text))
    #expect([share.part, share.whole] == [part, whole])
  }

  @Test(
    arguments: [
      "", "из", "19 из", "из 24", "девятнадцать из 24", "24 из 19", "0 из 0", "2–3 из 10", "от 2 до 3 из 10",
      "5 из 20 тысяч", "5 из 20 %", "5 из 20%", "5 из 20–24", "1 200 из 3 000", "2 из 10 весной и 7 из 10 осенью",
      "в 5 группе из 12 детей", "1,5 из 3", "-1 из 3", "12345 из 20000", "сделано из 24 деталей", "2 из3", "٣ из ٥",
    ])
  func nothingElseIsGuessed(text: String) { #expect(CountedShare(in: text) == nil) }

  @Test(
    arguments: [
      ("детей из 26", ["5", "20"], 26), ("из 10", ["0", "10"], 10), ("of 10", ["3"], 10), ("детей", ["5"], nil),
      ("детей из 26", ["5", "27"], nil), ("детей из 26", ["2.5"], nil), ("детей из 26", ["-1"], nil),
      ("детей из группы", ["1"], nil), ("26", ["1"], nil),
    ] as [(String, [String], Int?)])
  func aUnitMayNameTheWhole(unit: String, values: [String], whole: Int?) {
    var indicator = Indicator()
    indicator.unit = Text(unit, at: .nowhere)
    indicator.points = values.map { value in
      var point = Indicator.Point()
      point.value = Located(Double(value) ?? 0, at: .nowhere)
      return point
    }
    #expect(indicator.whole == whole)
  }

  @Test(
    arguments: [
      ("13 ноября", true), ("13 ноября 2025 г.", true), ("13 ноября 2025", true), ("13.11.2025", true), ("13.11", true),
      ("2025-11-13", true), ("13\u{A0}Ноября", true), ("ноябрь 2025", false), ("13 ноября 2024", false), ("13", false),
      ("3 ноября", false), ("11.13", false), ("осень", false), ("13–14 ноября", false), ("", false),
    ])
  func aPeriodNamesADay(period: String, isThatDay: Bool) throws {
    var point = Indicator.Point()
    point.period = Text(period, at: .nowhere)
    #expect(point.isMeasured(on: try CalendarDate(parsing: "2025-11-13")) == isThatDay)
  }
}
