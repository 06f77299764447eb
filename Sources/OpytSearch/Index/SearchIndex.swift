/// The index that the search page loads part by part: scripts that each call one function, so that it works from a disk
/// as it does from a server.
package struct SearchIndex: Sendable {
  package struct File: Sendable {
    /// Beside the search page.
    package let path: String
    package let bytes: [UInt8]
  }

  /// What the script asks for first.
  package static let entry = "ukazatel.js"
  private static let folder = "ukazatel/"

  package let files: [File]
  /// Three signs that change with what results tell of the documents.
  package let mark: [UInt8]

  /// - Parameter documents: in the order in which those that are found equally well are shown.
  package init(_ documents: [SearchDocument], _ facets: SearchFacets) {
    let vocabulary = Vocabulary(documents)
    let words = Shards.words(vocabulary)
    let postings = Shards.postings(documents, vocabulary)
    var files: [File] = []
    var marks: [String: [UInt8]] = [:]

    func add(_ name: String, _ number: Int, _ text: [UInt8], isJSON: Bool) {
      let mark = SearchCode.mark(of: text)
      marks[name, default: []] += mark
      // The signs of the code need no escapes, and letters have none.
      let json = isJSON ? text : [UInt8(ascii: "\"")] + text + [UInt8(ascii: "\"")]
      files.append(Self.part("\(name)\(number)", mark: mark, json: json))
    }
    for (number, shard) in words.enumerated() { add("w", number, shard.text, isJSON: false) }
    for (number, shard) in postings.enumerated() { add("p", number, shard.text, isJSON: false) }
    for (number, shard) in Shards.documents(documents).enumerated() { add("d", number, shard.text, isJSON: true) }
    add("f", 0, Shards.facets(documents, facets), isJSON: true)

    var bytes = Array("opytSearch(\"index\",\"\",{\"count\":\(documents.count),\"each\":\(Shards.documentCount)".utf8)
    func addField(_ name: String, _ append: (inout [UInt8]) -> Void) {
      bytes += Array(",\"\(name)\":".utf8)
      append(&bytes)
    }
    addField("words") { output in
      // The short stems come first, whatever they begin with.
      SearchCode.append(
        list: words.enumerated().map { $0 == 0 || $1.text.isEmpty ? [] : vocabulary.stems[$1.first] }, to: &output)
    }
    addField("firsts") { SearchCode.append(numbers: words.map(\.first), to: &$0) }
    addField("postings") { SearchCode.append(numbers: postings.map(\.first), to: &$0) }
    addField("endings") { SearchCode.append(list: vocabulary.endings, to: &$0) }
    for name in ["w", "p", "d", "f"] {
      addField(name) { SearchCode.append(literal: marks[name] ?? [], to: &$0) }
    }
    let mark = SearchCode.mark(of: marks["d"] ?? [])
    addField("docs") { SearchCode.append(literal: mark, to: &$0) }
    files.append(File(path: Self.entry, bytes: bytes + Array("})\n".utf8)))
    self.files = files
    self.mark = mark
  }

  /// A part that is loaded by itself.
  static func part(_ name: String, mark: [UInt8], json: [UInt8]) -> File {
    var bytes = Array("opytSearch(\"\(name)\",".utf8)
    SearchCode.append(literal: mark, to: &bytes)
    bytes.append(UInt8(ascii: ","))
    bytes += json
    bytes += Array(")\n".utf8)
    return File(path: "\(folder)\(name).js", bytes: bytes)
  }
}
