/// A part of the index that is loaded by itself.
struct Shard {
  /// The first stem or document that it is about.
  let first: Int
  let text: [UInt8]
}

/// Cuts the parts of the index so that a question loads little of it.
enum Shards {
  /// A part ends where it can as soon as it is so large, in bytes, and anywhere when it is twice as large.
  private static let size = 16_384
  /// Of lists, which a word needs one of.
  private static let listSize = 12_288

  // MARK: Words

  /// The stems with their endings: `L suffix blank endings |`, where L is how much is shared with the stem before.
  ///
  /// The first part has the short stems; all others are cut where the first letters change.
  static func words(_ vocabulary: Vocabulary) -> [Shard] {
    var shards: [Shard] = []
    var text: [UInt8] = []
    var first = 0
    let shortCount = vocabulary.stems.firstIndex { !isShort($0) } ?? vocabulary.stems.count
    for (number, stem) in vocabulary.stems.enumerated() {
      let before = number > 0 ? vocabulary.stems[number - 1] : []
      let isCut =
        number == shortCount
        || number > shortCount && (text.count >= 2 * size || text.count >= size && !sharesBeginning(before, stem))
      if isCut {
        shards.append(Shard(first: first, text: text))
        (first, text) = (number, [])
      }
      let shared = text.isEmpty ? (bytes: 0, units: 0) : sharedBeginning(before, stem)
      SearchCode.append(shared.units, to: &text)
      text += stem[shared.bytes...]
      text.append(UInt8(ascii: " "))
      for ending in vocabulary.endingsOfStem[number] { SearchCode.append(ending, to: &text) }
      text.append(SearchCode.end)
    }
    shards.append(Shard(first: first, text: text))
    // The first part is there even where no stem is short.
    return shortCount == vocabulary.stems.count ? shards + [Shard(first: shortCount, text: [])] : shards
  }

  private static func isShort(_ stem: [UInt8]) -> Bool { stem.count { $0 & 0xC0 != 0x80 } < Vocabulary.shortest }

  private static func sharesBeginning(_ left: [UInt8], _ right: [UInt8]) -> Bool {
    sharedBeginning(left, right).units >= Vocabulary.shortest
  }

  /// In bytes and in characters, of which JavaScript counts each as one.
  private static func sharedBeginning(_ left: [UInt8], _ right: [UInt8]) -> (bytes: Int, units: Int) {
    var (bytes, units, index) = (0, 0, 0)
    while index < left.count, index < right.count, left[index] == right[index] {
      index += 1
      if index == right.count || right[index] & 0xC0 != 0x80, index == left.count || left[index] & 0xC0 != 0x80 {
        units += 1
        bytes = index
      }
    }
    return (bytes, units)
  }

  // MARK: Where they stand

  /// For each stem the documents that have it: how far each is from the one before, and how strong the stem is in it.
  static func postings(_ documents: [SearchDocument], _ vocabulary: Vocabulary) -> [Shard] {
    // What each list will take is counted first, so that all of them lie in one piece of memory.
    var ends = [Int](repeating: 0, count: vocabulary.stems.count)
    enumerate(documents, vocabulary) { stem, value in ends[stem] += SearchCode.length(of: value) }
    var sum = 0
    for stem in ends.indices {
      sum += ends[stem]
      ends[stem] = sum - ends[stem]
    }
    // Each end moves from the beginning of its list behind it.
    var lists = [UInt8](repeating: 0, count: sum)
    lists.withUnsafeMutableBufferPointer { lists in
      enumerate(documents, vocabulary) { stem, value in SearchCode.write(value, to: lists, at: &ends[stem]) }
    }
    var shards: [Shard] = []
    var text: [UInt8] = []
    var (first, start) = (0, 0)
    for stem in ends.indices {
      if !text.isEmpty, text.count + ends[stem] - start > listSize {
        shards.append(Shard(first: first, text: text))
        (first, text) = (stem, [])
      }
      text += lists[start..<ends[stem]]
      text.append(SearchCode.end)
      start = ends[stem]
    }
    shards.append(Shard(first: first, text: text))
    return shards
  }

  /// Goes through all stems of all documents, in the order of the documents.
  /// - Parameter body: gets the stem's number and what stands in its list.
  @inline(__always)
  private static func enumerate(
    _ documents: [SearchDocument], _ vocabulary: Vocabulary, _ body: (_ stem: Int, _ value: Int) -> Void
  ) {
    var befores = [Int32](repeating: -1, count: vocabulary.stems.count)
    for (place, document) in documents.enumerated() {
      let numbers = vocabulary.numbers(of: document.words)
      document.words.stems.visit { stem, strength in
        let number = Int(numbers[stem])
        let distance = place - Int(befores[number]) - 1
        befores[number] = Int32(place)
        body(number, distance * WordStrength.count + strength)
      }
    }
  }

  // MARK: What they are

  /// So many documents stand in one part: results are all over the network.
  static let documentCount = 4

  /// What results show, as JSON: title, address, summary, details.
  static func documents(_ documents: [SearchDocument]) -> [Shard] {
    stride(from: 0, to: documents.count, by: documentCount).map { first in
      var text: [UInt8] = [UInt8(ascii: "[")]
      for (place, document) in documents[first..<min(first + documentCount, documents.count)].enumerated() {
        if place > 0 { text.append(UInt8(ascii: ",")) }
        SearchCode.append(
          list: [document.title.utf8, document.address.utf8, document.summary.utf8, document.details.utf8], to: &text)
      }
      text.append(UInt8(ascii: "]"))
      return Shard(first: first, text: text)
    }
  }

  /// What documents may be chosen by, as JSON: the names of the values, `of`, which values each document has, and
  /// `years`, how many documents in a row are of which year: the newest stand first.
  ///
  /// Of a document: its kind; how many directions and kindergartens it has, as one number; these. A year is counted from
  /// 1, and 0 is none.
  static func facets(_ documents: [SearchDocument], _ facets: SearchFacets) -> [UInt8] {
    var text = Array("{".utf8)
    let names = [
      ("kind", facets.kinds), ("direction", facets.directions), ("kindergarten", facets.kindergartens),
      ("year", facets.years),
    ]
    for (name, values) in names {
      text += Array("\"\(name)\":".utf8)
      SearchCode.append(list: values.map(\.utf8), to: &text)
      text.append(UInt8(ascii: ","))
    }
    text += Array("\"of\":\"".utf8)
    for document in documents {
      let facets = document.facets
      SearchCode.append(facets.kind, to: &text)
      // Nearly always in one sign.
      let (directions, kindergartens) = (facets.directions.count, facets.kindergartens.count)
      SearchCode.append(min(directions, 7) + 8 * min(kindergartens, 6), to: &text)
      if directions >= 7 { SearchCode.append(directions - 7, to: &text) }
      if kindergartens >= 6 { SearchCode.append(kindergartens - 6, to: &text) }
      for value in facets.directions + facets.kindergartens { SearchCode.append(value, to: &text) }
    }
    text += Array("\",\"years\":\"".utf8)
    var index = 0
    while index < documents.count {
      let year = documents[index].facets.year
      let end = documents[index...].firstIndex { $0.facets.year != year } ?? documents.count
      SearchCode.append(year.map { $0 + 1 } ?? 0, to: &text)
      SearchCode.append(end - index, to: &text)
      index = end
    }
    return text + Array("\"}".utf8)
  }
}
