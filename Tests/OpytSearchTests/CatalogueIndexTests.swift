import SampleTexts
import Testing

@testable import OpytSearch

/// The catalogue's files say of every material exactly the values that it has, in few bytes.
@Suite struct CatalogueIndexTests {
  private static func facet(
    _ name: String, _ lists: [[Int]], isFirst: Bool = true
  ) -> CatalogueIndex.Facet {
    CatalogueIndex.Facet(
      name: name,
      values: lists.enumerated().map { place, list in
        .init(key: "\(name)-\(place)", label: "Значение «\(place)»", materials: list)
      }, isFirst: isFirst)
  }

  private static func read(_ index: CatalogueIndex) throws -> ReadCatalogue {
    #expect(Set(index.files.map(\.path)).count == index.files.count)
    return try ReadCatalogue(Dictionary(uniqueKeysWithValues: index.files.map { ($0.path, $0.bytes) }))
  }

  private static func index(
    _ facets: [CatalogueIndex.Facet], count: Int, documents: [Int]? = nil, closed: [Int] = []
  ) -> CatalogueIndex {
    CatalogueIndex(
      documents: documents ?? Array(0..<count), titles: Array((0..<count).reversed()), closed: closed,
      facets: facets,
      mark: Array("abc".utf8))
  }

  @Test(arguments: [(1, 0), (2, 1), (91, 1), (92, 2), (8281, 2), (8282, 3), (1 << 52, 8)])
  func aNumberTakesAsManySignsAsTheLargestNeeds(count: Int, width: Int) throws {
    #expect(SearchCode.width(of: count) == width)
    var bytes: [UInt8] = []
    for number in [0, count / 2, count - 1] { SearchCode.append(number, width: width, to: &bytes) }
    #expect(bytes.count == 3 * width)
    var reader = CodeReader(String(decoding: bytes, as: UTF8.self))
    for number in [0, count / 2, count - 1] { #expect(try reader.fixed(width) == number) }
  }

  @Test func everyMaterialHasItsValuesAndNoOthers() throws {
    // One value, several, none.
    let lists = [[0, 1, 4], [1], [], [1, 4, 5]]
    let read = try Self.read(
      Self.index([Self.facet("age", lists), Self.facet("kind", [[0, 2], [1, 3, 4, 5]], isFirst: false)], count: 6))
    for (place, list) in lists.enumerated() { #expect(read.materials["age"]?["age-\(place)"] == Set(list)) }
    #expect(read.materials["kind"]?["kind-0"] == [0, 2] && read.materials["kind"]?["kind-1"] == [1, 3, 4, 5])
    #expect(read.first == ["age"])
    #expect(read.labels["age"]?[3] == "Значение «3»" && read.docs == "abc")
    #expect(read.titles == [5, 4, 3, 2, 1, 0])
  }

  /// More than one number can hold is written in several.
  @Test(arguments: [1, 2, 3]) func manyColumnsComeBack(seed: UInt64) throws {
    var random = SplitMix64(seed: seed)
    let count = 300
    let facets = (0..<14).map { number in
      let lists = (0..<40).map { _ in (0..<count).filter { _ in random.next() % 30 == 0 } }
      return Self.facet("f\(number)", lists, isFirst: number < 12)
    }
    let index = Self.index(facets, count: count)
    let read = try Self.read(index)
    for facet in facets {
      for value in facet.values { #expect(read.materials[facet.name]?[value.key] == Set(value.materials)) }
    }
    #expect(FacetPack.packs(facets.map { FacetColumn($0.values.map(\.materials), count: count).sets.count }).count > 1)
    #expect(index.files.map(\.bytes) == Self.index(facets, count: count).files.map(\.bytes))
  }

  @Test(arguments: [[], [0], [3], [0, 1, 2], [1, 2, 7, 9, 10], [0, 500, 501, 90_000]])
  func theirPlacesAmongAllDocumentsComeBack(documents: [Int]) throws {
    let index = Self.index(
      [Self.facet("kind", [Array(documents.indices)])], count: documents.count, documents: documents)
    #expect(try Self.read(index).documents == documents)
  }

  @Test(arguments: [[], [0], [2, 3, 5]]) func whatIsClosedSaysSo(closed: [Int]) throws {
    let index = Self.index([Self.facet("kind", [[0, 1, 2, 3, 4, 5]])], count: 6, closed: closed)
    #expect(try Self.read(index).closed == closed)
  }

  /// Seven facets of a network of 10 000 materials take four signs of each.
  @Test func columnsAreSmall() throws {
    var random = SplitMix64(seed: 7)
    let count = 10_000
    let facets = [6, 7, 5, 3, 3, 7].enumerated().map { number, values in
      // One value of each, sometimes a second.
      var lists = [[Int]](repeating: [], count: values)
      for material in 0..<count {
        let own = Set([random.next() % UInt64(values), random.next() % 4 == 0 ? random.next() % UInt64(values) : 0])
        for value in own { lists[Int(value)].append(material) }
      }
      return Self.facet("f\(number)", lists)
    }
    let entry = try #require(Self.index(facets, count: count).files.first { $0.path.hasSuffix("/m.js") })
    #expect(entry.bytes.count < count * 4 + 4_000)
  }

  /// What authors write is text in the script, whatever it looks like.
  @Test func wordsOfAuthorsAreInert() throws {
    let label = "</script><b>\"\\\u{2028}"
    let facet = CatalogueIndex.Facet(
      name: "municipality", values: [.init(key: "a", label: label, materials: [0])], isFirst: true)
    let index = Self.index([facet], count: 1)
    #expect(try Self.read(index).labels["municipality"] == [label])
    #expect(index.files.allSatisfy { !$0.bytes.contains(UInt8(ascii: "<")) })
  }
}
