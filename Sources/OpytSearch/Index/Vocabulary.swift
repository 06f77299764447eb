import Foundation

/// All words of an index: its stems under numbers in their order, and the endings that each was met with. It depends on
/// the documents alone, and not on which thread read which of them.
struct Vocabulary {
  /// In order: those of less than ``shortest`` letters first.
  private(set) var stems: [[UInt8]] = []
  /// What any form has behind its stem, the most common first.
  private(set) var endings: [[UInt8]] = []
  /// By stem: places in ``endings``, in order.
  private(set) var endingsOfStem: [[Int]] = []
  /// The numbers of each collector's stems; `.max` for those that no document has.
  private var numbers: [ObjectIdentifier: [UInt32]] = [:]

  /// Stems with fewer letters stand apart: a form has its stem among those that begin with the same letters, or here.
  static let shortest = 3

  init(_ documents: [SearchDocument]) {
    var sources: [Source] = []
    var places: [ObjectIdentifier: Int] = [:]
    for document in documents {
      let collector = document.words.collector
      let id = ObjectIdentifier(collector)
      let place = places[id] ?? sources.count
      if place == sources.count {
        places[id] = place
        sources.append(Source(collector.contents))
      }
      sources[place].note(document.words)
    }
    number(&sources)
    for (id, place) in places { numbers[id] = sources[place].numbers }
    collectEndings(sources)
  }

  /// A collector's stem under its number here.
  func numbers(of words: DocumentWords) -> [UInt32] { numbers[ObjectIdentifier(words.collector)] ?? [] }

  /// One collector's words, and which of them are in the documents.
  private struct Source {
    let contents: Lexicon.Contents
    private(set) var hasStem: [Bool]
    private(set) var hasForm: [Bool]
    var numbers: [UInt32]

    init(_ contents: Lexicon.Contents) {
      self.contents = contents
      hasStem = Array(repeating: false, count: contents.stems.count)
      hasForm = Array(repeating: false, count: contents.forms.count)
      numbers = Array(repeating: .max, count: contents.stems.count)
    }

    private var hasAllForms = false

    mutating func note(_ words: DocumentWords) {
      words.stems.visit { stem, _ in hasStem[stem] = true }
      if let forms = words.forms {
        for form in forms { hasForm[Int(form)] = true }
      } else {
        hasAllForms = true
      }
    }

    func isThere(form: Int) -> Bool { hasAllForms || hasForm[form] }
  }

  private mutating func number(_ sources: inout [Source]) {
    struct Entry {
      let source: Int
      let stem: Int
      let bytes: [UInt8]
      let isLong: Bool
    }
    var entries: [Entry] = []
    for (place, source) in sources.enumerated() {
      for stem in 0..<source.contents.stems.count where source.hasStem[stem] {
        let bytes = Array(source.contents.stems[stem])
        let letters = bytes.count { $0 & 0xC0 != 0x80 }
        entries.append(Entry(source: place, stem: stem, bytes: bytes, isLong: letters >= Self.shortest))
      }
    }
    entries.sort { left, right in
      if left.isLong != right.isLong { return right.isLong }
      return left.bytes.lexicographicallyPrecedes(right.bytes)
    }
    for entry in entries {
      if stems.last != entry.bytes { stems.append(entry.bytes) }
      sources[entry.source].numbers[entry.stem] = UInt32(stems.count - 1)
    }
  }

  private mutating func collectEndings(_ sources: [Source]) {
    var table = WordTable()
    // `stem << 32 | ending`
    var pairs: [UInt64] = []
    for source in sources {
      let contents = source.contents
      for form in 0..<contents.forms.count where source.isThere(form: form) {
        let stem = Int(contents.stemOfForm[form])
        guard source.hasStem[stem] else { continue }
        let ending = table.number(of: contents.forms[form].dropFirst(contents.stems.length(of: stem))).number
        pairs.append(UInt64(source.numbers[stem]) << 32 | UInt64(ending))
      }
    }
    pairs.sort()
    var counts = [Int](repeating: 0, count: table.count)
    var last: UInt64?
    var distinct: [UInt64] = []
    distinct.reserveCapacity(pairs.count)
    for pair in pairs where pair != last {
      distinct.append(pair)
      counts[Int(pair & 0xFFFF_FFFF)] += 1
      last = pair
    }
    let bytes = (0..<table.count).map { Array(table[$0]) }
    let order = bytes.indices.sorted { left, right in
      counts[left] != counts[right] ? counts[left] > counts[right] : bytes[left].lexicographicallyPrecedes(bytes[right])
    }
    endings = order.map { bytes[$0] }
    var places = [Int](repeating: 0, count: table.count)
    for (place, ending) in order.enumerated() { places[ending] = place }
    endingsOfStem = Array(repeating: [], count: stems.count)
    for pair in distinct { endingsOfStem[Int(pair >> 32)].append(places[Int(pair & 0xFFFF_FFFF)]) }
    for stem in endingsOfStem.indices { endingsOfStem[stem].sort() }
  }
}
