import OpytText
import SampleTexts
import Testing

@testable import OpytSearch

/// An index has every word of every document, in few and small files, whoever read which document.
@Suite struct SearchIndexTests {
  private static let noFacets = SearchFacets(kinds: ["Проект"], years: [], directions: [], kindergartens: [])

  private static func document(_ title: String, _ words: DocumentWords) -> SearchDocument {
    SearchDocument(
      title: title, address: "proekty/\(title).html", summary: "", details: "",
      facets: .init(kind: 0, year: nil, directions: [], kindergartens: []), words: words)
  }

  /// - Parameter threads: how many read the texts, in turn.
  private static func index(_ texts: [String], threads: Int = 1, keepsForms: Bool = false) -> SearchIndex {
    let collectors = (0..<threads).map { _ in WordCollector(keepsForms: keepsForms) }
    return SearchIndex(
      texts.enumerated().map { place, text in
        document(
          String(place), collectors[place % threads].words { $0.read(markup: Array(text.utf8)) })
      }, noFacets)
  }

  private static func read(_ index: SearchIndex) throws -> ReadIndex {
    #expect(Set(index.files.map(\.path)).count == index.files.count)
    return try ReadIndex(Dictionary(uniqueKeysWithValues: index.files.map { ($0.path, $0.bytes) }))
  }

  @Test(arguments: [
    0, 1, 59, 60, 61, 90, 91, 60 + 30, 60 + 31, 60 + 31 * 60, 60 + 31 * 60 - 1, 12_345, 1_000_000, Int(UInt32.max),
  ])
  func numbersComeBack(number: Int) throws {
    var bytes: [UInt8] = []
    SearchCode.append(number, to: &bytes)
    SearchCode.append(7, to: &bytes)
    var reader = CodeReader(String(decoding: bytes, as: UTF8.self))
    #expect(try reader.number() == number)
    #expect(try reader.number() == 7)
    #expect(reader.isOver)
  }

  @Test func signsNeedNoEscape() {
    #expect(Set(SearchCode.signs).count == 91)
    #expect(SearchCode.signs.allSatisfy { (0x21...0x7E).contains($0) && !Array("\"\\|".utf8).contains($0) })
  }

  @Test func aFormThatNobodyUsedHasItsStem() throws {
    let index = try Self.read(Self.index(["<p>Прогулка в саду. Играми.</p>", "<p>Прогулку любят</p>", "<p>Игра</p>"]))
    #expect(index.titles(having: "прогулка") == ["0", "1"])
    #expect(index.titles(having: "прогулками") == ["0", "1"])
    #expect(index.titles(having: "игра") == ["0", "2"])
    #expect(index.titles(having: "слон").isEmpty)
  }

  /// Every form of a word leads to the stem that libstemmer gives it, whether or not a text has the form.
  @Test func unknownFormsLeadWhereLibstemmerLeads() throws {
    let beginnings = [
      "прогул", "воспитател", "конструировани", "игр", "детск", "развити", "речев", "педагог", "среда", "стол",
      "лепбук",
      "наблюден", "исследова", "родител", "сказк", "математик", "театральн", "мотивирова", "сотруднича", "дошкольн",
    ]
    let endings = [
      "", "а", "у", "ы", "и", "е", "ой", "ом", "ами", "ах", "ого", "ому", "ий", "ая", "ое", "ие", "ия", "ию", "ием",
      "ения", "ть", "ла", "ли", "ют", "ет", "ся", "ный", "ная", "ность", "ости", "ям", "ями", "ях", "ов", "ей", "ь",
    ]
    let stemmer = Stemmer()
    func stem(_ word: String) -> String {
      let bytes = Array(word.utf8)
      return String(decoding: bytes[..<bytes.withUnsafeBufferPointer { stemmer.stemLength(of: $0) }], as: UTF8.self)
    }
    let forms = beginnings.flatMap { beginning in endings.map { beginning + $0 } }
    // Half of the forms are met, of each word others, and lead the other half.
    let met = forms.enumerated().filter { ($0.offset + $0.offset / endings.count) % 2 == 0 }.map(\.element)
    let index = try Self.read(Self.index([met.joined(separator: " ")]))
    var alone = 0
    for form in forms where index.stems[stem(form)] != nil {
      // An ending that no word of the site has is no sign of anything.
      guard index.endings.contains(String(form.dropFirst(stem(form).count))) else {
        alone += 1
        continue
      }
      #expect(index.stems(of: form).contains(stem(form)), "\(form) → \(stem(form))")
    }
    #expect(alone * 100 < forms.count)
    for form in met { #expect(index.stems(of: form) == [stem(form)]) }
  }

  @Test func whereAWordStandsIsHowMuchItWeighs() throws {
    let collector = WordCollector()
    let words = collector.words { reader in
      reader.read("Прогулка", as: .title)
      reader.read("зимняя прогулка", as: .summary)
      reader.read("Ильина", as: .field)
      reader.read(markup: Array("<h2>Ход</h2><p>снег снег снег ход лёд</p>".utf8))
    }
    let index = try Self.read(SearchIndex([Self.document("а", words)], Self.noFacets))
    let strength = { (form: String) in
      index.stems(of: form).first.flatMap { index.stems[$0] }.map { index.postings[$0.number][0].strength }
    }
    #expect(strength("прогулка") == Int(WordStrength.title.rawValue))
    #expect(strength("зимняя") == Int(WordStrength.summary.rawValue))
    #expect(strength("ильина") == Int(WordStrength.field.rawValue))
    #expect(strength("ход") == Int(WordStrength.heading.rawValue))
    #expect(strength("снег") == Int(WordStrength.textOften.rawValue))
    #expect(strength("лед") == Int(WordStrength.text.rawValue))
  }

  /// Of pseudorandom words, so that there are many parts.
  private static func texts(_ count: Int) -> [String] {
    var state: UInt64 = 1
    func random(_ bound: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int(state >> 33) % bound
    }
    let letters = Array("абвгдежзиклмнопрстуфхцчшя")
    return (0..<count).map { _ in
      (0..<120).map { _ in String((0...random(7)).map { _ in letters[random(letters.count)] }) }.joined(separator: " ")
    }
  }

  @Test func everyWordIsFoundWhereItStandsAndNowhereElse() throws {
    let texts = Self.texts(200)
    let made = Self.index(texts)
    let index = try Self.read(made)
    #expect(made.files.count > 40)
    let stemmer = Stemmer()
    var expected: [String: Set<String>] = [:]
    for (place, text) in texts.enumerated() {
      for word in text.split(separator: " ") {
        let bytes = Array(word.utf8)
        let length = bytes.withUnsafeBufferPointer { stemmer.stemLength(of: $0) }
        expected[String(decoding: bytes[..<length], as: UTF8.self), default: []].insert(String(place))
      }
    }
    #expect(index.stems.count == expected.count)
    for (stem, places) in expected {
      let found = try #require(index.stems[stem])
      #expect(Set(index.postings[found.number].map { index.documents[$0.document][0] }) == places)
    }
    // Parts are cut as they grow.
    #expect(made.files.filter { !$0.path.contains("/d") }.allSatisfy { $0.bytes.count < 40_000 })
  }

  @Test func whoReadWhatDoesNotMatter() {
    let texts = Self.texts(60)
    let files = Self.index(texts).files
    for threads in [2, 5] {
      let others = Self.index(texts, threads: threads).files
      #expect(others.map(\.path) == files.map(\.path))
      #expect(others.map(\.bytes) == files.map(\.bytes))
    }
  }

  /// A document that went takes the words with it that no other has.
  @Test func anIndexMadeAgainIsAsIfItWereTheFirst() {
    let texts = Self.texts(20)
    let collector = WordCollector(keepsForms: true)
    let all = texts.map { text in collector.words { $0.read(text, as: .field) } }
    let kept = all[..<7].enumerated().map { Self.document(String($0), $1) }
    let fresh = WordCollector()
    let expected = texts[..<7].enumerated().map { place, text in
      Self.document(String(place), fresh.words { $0.read(text, as: .field) })
    }
    let (one, other) = (SearchIndex(kept, Self.noFacets), SearchIndex(expected, Self.noFacets))
    #expect(one.files.map(\.bytes) == other.files.map(\.bytes))
  }

  @Test(arguments: [
    [], [""], ["", "", ""], [String(repeating: "слово ", count: 100_000)], [String(repeating: "я", count: 100_000)],
    ["\u{0}\u{0}а\u{0}"], ["🎈🎉 👩‍👩‍👧"], ["е\u{308}\u{301}\u{301}"], ["\" \\ | </script> \u{2028}"], ["<", "&", "</h2"],
  ])
  func whateverATextHoldsTheIndexCanBeRead(texts: [String]) throws {
    let index = try Self.read(Self.index(texts))
    #expect(index.documents.count == texts.count)
    #expect(index.postings.count == index.stems.count)
  }

  @Test func wordsOfAuthorsAreInertInScripts() throws {
    let collector = WordCollector()
    let title = "\"</script><b>\\\u{2028}\n\u{7F}"
    let document = SearchDocument(
      title: title, address: "a.html", summary: title, details: title,
      facets: .init(kind: 0, year: 0, directions: [0], kindergartens: [0, 1]),
      words: collector.words { $0.read(title, as: .title) })
    let facets = SearchFacets(kinds: [title], years: ["2025/2026"], directions: [title], kindergartens: [title, "б"])
    let index = SearchIndex([document], facets)
    let read = try Self.read(index)
    #expect(read.documents == [[title, "a.html", title, title]])
    #expect(read.facets["kindergarten"] == [title, "б"])
    #expect(try Self.numbers(read.facetCode) == [0, 1 + 8 * 2, 0, 0, 1])
    #expect(try Self.numbers(read.yearCode) == [1, 1])
    for file in index.files { #expect(!String(decoding: file.bytes, as: UTF8.self).contains("</")) }
  }

  private static func numbers(_ code: String) throws -> [Int] {
    var reader = CodeReader(code)
    var numbers: [Int] = []
    while !reader.isOver { numbers.append(try reader.number()) }
    return numbers
  }

  @Test func manyDirectionsAndRunsOfYearsAreWritten() throws {
    let collector = WordCollector()
    func document(_ year: Int?, _ directions: Int, _ kindergartens: Int) -> SearchDocument {
      SearchDocument(
        title: "", address: "", summary: "", details: "",
        facets: .init(
          kind: 2, year: year, directions: Array(0..<directions), kindergartens: Array(0..<kindergartens)),
        words: collector.words { _ in })
    }
    let documents = [document(0, 7, 1), document(0, 0, 6), document(nil, 9, 8), document(nil, 0, 0)]
    let read = try Self.read(SearchIndex(documents, Self.noFacets))
    var expected = [2, 7 + 8, 0] + Array(0..<7) + [0]
    expected += [2, 8 * 6, 0] + Array(0..<6)
    expected += [2, 7 + 8 * 6, 2, 2] + Array(0..<9) + Array(0..<8)
    expected += [2, 0]
    #expect(try Self.numbers(read.facetCode) == expected)
    #expect(try Self.numbers(read.yearCode) == [1, 2, 0, 2])
  }
}
