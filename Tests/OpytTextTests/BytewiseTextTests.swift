import Foundation
import OpytText
import SampleTexts
import Testing

/// What is read by bytes is read as Unicode's own tables have it.
struct BytewiseTextTests {
  private static let pieces = [
    "а", "и", "И", "е", "Е", "\u{306}", "\u{308}", "\u{301}", "ё", "й", " ", "  ", "\t", "\n", "\r\n", "\u{85}",
    "\u{2028}",
    "\u{A0}", "«", "–", "a", "%", "%D0%B0", "%20", "%zz", "%D0", "%2", "é", "e", "№", "\u{2001}", "\u{212B}", "다", "😀",
    ".",
  ]

  /// From a seed: the same ones every time.
  private static let texts: [String] = {
    var random = SplitMix64(seed: 7)
    return (0..<4_000).map { _ in
      (0..<random.below(9)).map { _ in pieces[random.below(pieces.count)] }.joined()
    }
  }()

  @Test func isComposed() {
    var known = 0
    for text in Self.texts {
      guard let composed = RussianLetters.composedText(text) else { continue }
      known += 1
      #expect(composed.utf8.elementsEqual(text.precomposedStringWithCanonicalMapping.utf8), "\(text.debugDescription)")
    }
    #expect(known > 500)
    #expect(RussianLetters.composedText("и\u{306} Е\u{308}") == "й Ё")
  }

  @Test func isDecoded() {
    for text in Self.texts {
      #expect(text.percentDecoded == text.removingPercentEncoding, "\(text.debugDescription)")
    }
  }

  @Test func isPutIntoOneLine() {
    for text in Self.texts {
      let words = text.split { $0 == " " || $0 == "\t" || $0.isNewline }.joined(separator: " ")
      #expect(text.inOneLine.utf8.elementsEqual(words.utf8), "\(text.debugDescription)")
    }
  }
}
