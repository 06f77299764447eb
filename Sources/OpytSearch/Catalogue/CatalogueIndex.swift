/// What the catalogue of materials is chosen from in the browser: which values of its facets each material has, in files
/// beside the search index, whose parts tell of the materials that are shown.
package struct CatalogueIndex: Sendable {
  /// What materials are chosen by.
  package struct Facet: Sendable {
    package struct Value: Sendable {
      /// What stands for it in an address.
      package let key: String
      package let label: String
      /// The places of those that have it, in order.
      package let materials: [Int]

      package init(key: String, label: String, materials: [Int]) {
        self.key = key
        self.label = label
        self.materials = materials
      }
    }

    package let name: String
    /// In the order in which they are shown.
    package let values: [Value]
    /// Whether it is loaded at once. Of others it is known only that they are there.
    package let isFirst: Bool

    package init(name: String, values: [Value], isFirst: Bool) {
      self.name = name
      self.values = values
      self.isFirst = isFirst
    }
  }

  /// In the folder of the search index.
  package let files: [SearchIndex.File]

  /// What the script asks for first, and the parts that it names.
  private static let entry = "m"
  private static let titles = "t"

  /// - Parameters:
  ///   - documents: for each material its place in the search index, in order.
  ///   - titles: the places of all materials, by title.
  ///   - closed: the places of those that say they are for members only, in order.
  ///   - mark: of the index whose documents these are.
  package init(documents: [Int], titles: [Int], closed: [Int], facets: [Facet], mark: [UInt8]) {
    var files: [SearchIndex.File] = []
    func add(_ name: String, _ json: [UInt8]) -> [UInt8] {
      let mark = SearchCode.mark(of: json)
      files.append(SearchIndex.part(name, mark: mark, json: json))
      return mark
    }
    var text = Array("{\"count\":\(documents.count),\"documents\":\"".utf8)
    Self.append(runs: documents, to: &text)
    text += Array("\",".utf8)
    if !closed.isEmpty {
      text += Array("\"closed\":\"".utf8)
      Self.append(runs: closed, to: &text)
      text += Array("\",".utf8)
    }
    text += Array("\"docs\":".utf8)
    SearchCode.append(literal: mark, to: &text)
    text += Array(",\"packs\":".utf8)
    Self.append(packs: facets.filter(\.isFirst), count: documents.count, to: &text)
    text += Array(",\"more\":{".utf8)
    for (number, facet) in facets.filter({ !$0.isFirst }).enumerated() {
      var part: [UInt8] = []
      Self.append(packs: [facet], count: documents.count, to: &part)
      let name = "\(Self.entry)\(number)"
      if number > 0 { text.append(UInt8(ascii: ",")) }
      SearchCode.append(literal: facet.name.utf8, to: &text)
      text.append(UInt8(ascii: ":"))
      SearchCode.append(list: [Array(name.utf8), add(name, part)], to: &text)
    }
    text += Array("},\"titles\":".utf8)
    var order: [UInt8] = [UInt8(ascii: "\"")]
    let width = SearchCode.width(of: titles.count)
    for place in titles { SearchCode.append(place, width: width, to: &order) }
    order.append(UInt8(ascii: "\""))
    let name = "\(Self.titles)0"
    SearchCode.append(list: [Array(name.utf8), add(name, order)], to: &text)
    text.append(UInt8(ascii: "}"))
    files.append(SearchIndex.part(Self.entry, mark: [], json: text))
    self.files = files
  }

  /// How many follow one another, how many are left out behind them, and so on.
  private static func append(runs places: [Int], to output: inout [UInt8]) {
    var (next, length) = (0, 0)
    for place in places {
      if place != next {
        SearchCode.append(length, to: &output)
        SearchCode.append(place - next, to: &output)
        length = 0
      }
      length += 1
      next = place + 1
    }
    SearchCode.append(length, to: &output)
  }

  /// Of each pack: its columns with their values (key, label) and sets of these, the width, and the numbers. Of each set:
  /// how many values it has, and which.
  private static func append(packs facets: [Facet], count: Int, to output: inout [UInt8]) {
    let columns = facets.map { FacetColumn($0.values.map(\.materials), count: count) }
    output.append(UInt8(ascii: "["))
    for (number, pack) in FacetPack.packs(columns.map(\.sets.count)).enumerated() {
      output += Array((number > 0 ? ",{\"columns\":[" : "{\"columns\":[").utf8)
      for (place, column) in pack.columns.enumerated() {
        output += Array((place > 0 ? ",{\"name\":" : "{\"name\":").utf8)
        SearchCode.append(literal: facets[column].name.utf8, to: &output)
        output += Array(",\"keys\":".utf8)
        SearchCode.append(list: facets[column].values.map(\.key.utf8), to: &output)
        output += Array(",\"labels\":".utf8)
        SearchCode.append(list: facets[column].values.map(\.label.utf8), to: &output)
        output += Array(",\"sets\":\"".utf8)
        for set in columns[column].sets {
          SearchCode.append(set.count, to: &output)
          for value in set { SearchCode.append(value, to: &output) }
        }
        output += Array("\"}".utf8)
      }
      output += Array("],\"width\":\(pack.width),\"of\":\"".utf8)
      output.reserveCapacity(output.count + count * pack.width)
      for material in 0..<count {
        var sum = 0
        for column in pack.columns.reversed() {
          sum = sum * columns[column].sets.count + columns[column].numbers[material]
        }
        SearchCode.append(sum, width: pack.width, to: &output)
      }
      output += Array("\"}".utf8)
    }
    output.append(UInt8(ascii: "]"))
  }
}
