import OpytText
import Testing

@Suite struct RussianTypographyTests {
  @Test(arguments: [
    ("Сады № 5 и № 10", "Сады №\u{A0}5 и №\u{A0}10"), ("Сад", "Сад"), ("", ""), ("№ ", "№\u{A0}"), ("№", "№"),
    ("№\u{A0}5", "№\u{A0}5"), ("№5 Ж 5 і 5", "№5 Ж 5 і 5"), ("№  5", "№\u{A0} 5"), ("№№ №", "№№\u{A0}№"),
  ])
  func aNumberSignKeepsItsNumber(text: String, joined: String) {
    #expect(Array(RussianTypography.unbroken(text).utf8) == Array(joined.utf8))
  }
}
