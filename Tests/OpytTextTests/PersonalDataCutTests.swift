import OpytText
import Testing

/// A sentence is looked at so far as a reader sees it at once: where it is cut off, no letter is cut in two.
struct PersonalDataCutTests {
  @Test(arguments: 0..<12)
  func noLetterIsCutInTwo(_ shift: Int) {
    let text = String(repeating: " ", count: shift) + "с ОНР " + String(repeating: "Маша ", count: 60)
    let bytes = Array(text.utf8)
    let sign = PersonalDataScanner.nextSign(in: bytes, from: 0)
    let finding = sign.flatMap { PersonalDataScanner.finding(at: $0, in: bytes[...]) }
    guard case .childWithCircumstance = finding else {
      Issue.record("not found")
      return
    }
  }

  @Test func aLongWordAtTheCut() {
    for length in 180...220 {
      let bytes = Array(
        ("с ОНР" + String(repeating: ",", count: length % 7) + String(repeating: "ы", count: length)).utf8)
      guard let sign = PersonalDataScanner.nextSign(in: bytes, from: 0) else { continue }
      if PersonalDataScanner.finding(at: sign, in: bytes[...]) != nil { Issue.record("no name") }
    }
  }
}
