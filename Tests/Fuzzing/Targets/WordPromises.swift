import OpytDiagnostics
import OpytText

/// Typography sets an author's words and changes none; what looks through them stays inside of them.
enum WordPromises {
  static func check(_ bytes: [UInt8]) {
    let text = String(decoding: bytes, as: UTF8.self)
    checkHyphens(text)
    checkTypography(text)
    checkOrder(bytes)
    checkPersonalData(Array(text.utf8))
    let folded = FoldedText(text)
    promise(FoldedText(folded.text) == folded, "folded twice")
    let trimmed = Array(Array(text.utf8).trimmed)
    promise(Array(trimmed.trimmed) == trimmed, "trimmed twice")
    promise(!text.inOneLine.contains { $0.isNewline }, "more than one line")
  }

  private static func checkHyphens(_ text: String) {
    let hyphened = SoftHyphens.insert(into: text)
    let without = hyphened.unicodeScalars.filter { $0 != "\u{AD}" }
    promise(without.elementsEqual(text.unicodeScalars.filter { $0 != "\u{AD}" }), "soft hyphens change a word")
  }

  private static func checkTypography(_ text: String) {
    let set = RussianTypography.set(text)
    promise(letters(set).elementsEqual(letters(text)), "typography changes letters: \(set)")
    promise(
      RussianTypography.set(set).unicodeScalars.elementsEqual(set.unicodeScalars),
      "set twice, it reads otherwise: \(set) / \(RussianTypography.set(set))")
  }

  private static func letters(_ text: String) -> [Unicode.Scalar] {
    text.unicodeScalars.filter { $0.properties.isAlphabetic || $0.properties.numericType != nil }
  }

  private static func checkOrder(_ bytes: [UInt8]) {
    let titles = bytes.split(separator: UInt8(ascii: "\n"), maxSplits: 3).prefix(3).map {
      RussianOrder(String(decoding: $0, as: UTF8.self))
    }
    for first in titles {
      promise(!(first < first), "before itself")
      for second in titles {
        promise(!(first < second && second < first), "each before the other")
        for third in titles where first < second && second < third { promise(first < third, "an order that is none") }
      }
    }
  }

  private static func checkPersonalData(_ bytes: [UInt8]) {
    for line in bytes.split(separator: UInt8(ascii: "\n")) {
      for finding in PersonalDataScanner.findings(in: line) {
        let range = finding.range
        promise(
          range.lowerBound >= line.startIndex && range.upperBound <= line.endIndex && !range.isEmpty,
          "found outside of the line")
      }
    }
    var position = 0
    while let sign = PersonalDataScanner.nextSign(in: bytes, from: position) {
      promise(sign >= position && sign < bytes.count, "a sign outside of the text")
      position = sign + 1
    }
    _ = PersonalDataScanner.saysNamesAreChanged(bytes)
  }
}

extension PersonalDataScanner.Finding {
  fileprivate var range: Range<Int> {
    switch self {
    case .phone(let range), .childWithAge(let range), .childWithCircumstance(let range), .email(let range),
      .address(let range), .insuranceNumber(let range):
      range
    }
  }
}
