import Foundation

/// A search index read back from its files, as the script of the search page reads it, with constants of its own.
package struct ReadIndex {
  package struct Stem: Sendable {
    package let number: Int
    package let endings: [String]
  }

  package enum Damage: Error {
    case file(String)
    case number
    case stem(String)
  }

  package private(set) var stems: [String: Stem] = [:]
  /// By stem: documents with strengths.
  package private(set) var postings: [[(document: Int, strength: Int)]] = []
  /// Title, address, summary, details.
  package private(set) var documents: [[String]] = []
  package private(set) var endings: [String] = []
  /// `kind`, `direction`, `kindergarten`, `year`: the names of all values.
  package private(set) var facets: [String: [String]] = [:]
  /// By document, as written.
  package private(set) var facetCode = ""
  /// By runs of documents, as written.
  package private(set) var yearCode = ""

  private static let strengthCount = 6

  /// - Parameter files: by path.
  package init(_ files: [String: [UInt8]]) throws {
    var parts: [String: Any] = [:]
    for (path, bytes) in files {
      guard let text = String(validating: bytes, as: UTF8.self), text.hasPrefix("opytSearch("), text.hasSuffix(")\n"),
        // The arguments of the call are an array of JSON.
        let arguments = try JSONSerialization.jsonObject(with: Data("[\(text.dropFirst(11).dropLast(2))]".utf8))
          as? [Any],
        arguments.count == 3, let name = arguments[0] as? String, parts[name] == nil,
        path.hasSuffix(name == "index" ? "ukazatel.js" : "ukazatel/\(name).js")
      else { throw Damage.file(path) }
      parts[name] = arguments[2]
    }
    guard let entry = parts["index"] as? [String: Any], let endings = entry["endings"] as? [String],
      let firsts = entry["firsts"] as? [Int], let beginnings = entry["words"] as? [String],
      let postings = entry["postings"] as? [Int], firsts.count == beginnings.count
    else { throw Damage.file("ukazatel.js") }
    self.endings = endings
    for (number, first) in firsts.enumerated() {
      guard let text = parts["w\(number)"] as? String else { throw Damage.file("w\(number)") }
      try read(words: text, from: first, isShort: number == 0, beginning: beginnings[number])
    }
    for number in postings.indices {
      guard let text = parts["p\(number)"] as? String, self.postings.count == postings[number] else {
        throw Damage.file("p\(number)")
      }
      try read(postings: text)
    }
    for number in 0... {
      guard let part = parts["d\(number)"] as? [[String]] else { break }
      documents += part
    }
    guard let facets = parts["f0"] as? [String: Any], entry["count"] as? Int == documents.count else {
      throw Damage.file("f0")
    }
    self.facets = facets.compactMapValues { $0 as? [String] }
    facetCode = facets["of"] as? String ?? ""
    yearCode = facets["years"] as? String ?? ""
  }

  private mutating func read(words text: String, from first: Int, isShort: Bool, beginning: String) throws {
    var stem = ""
    for (offset, record) in text.split(separator: "|").enumerated() {
      var reader = CodeReader(record)
      stem = String(stem.prefix(try reader.number()))
      let rest = reader.rest
      guard let blank = rest.firstIndex(of: " ") else { throw Damage.stem(stem) }
      stem += rest[..<blank]
      if (stem.count < 3) != isShort || offset == 0 && !isShort && stem != beginning { throw Damage.stem(stem) }
      var code = CodeReader(rest[rest.index(after: blank)...])
      var found: [String] = []
      while !code.isOver { found.append(endings[try code.number()]) }
      guard stems.updateValue(Stem(number: first + offset, endings: found), forKey: stem) == nil else {
        throw Damage.stem(stem)
      }
    }
  }

  private mutating func read(postings text: String) throws {
    for record in text.split(separator: "|", omittingEmptySubsequences: false).dropLast() {
      var reader = CodeReader(record)
      var list: [(Int, Int)] = []
      var document = -1
      while !reader.isOver {
        let value = try reader.number()
        document += 1 + value / Self.strengthCount
        list.append((document, value % Self.strengthCount))
      }
      postings.append(list)
    }
  }

  /// The stems that the browser takes a form for.
  package func stems(of form: String) -> [String] {
    let found = form.indices.map { String(form[...$0]) }.filter { stems[$0] != nil }
    let ending = { (stem: String) in String(form.dropFirst(stem.count)) }
    if let known = found.first(where: { stems[$0]?.endings.contains(ending($0)) == true }) { return [known] }
    return found.filter { endings.contains(ending($0)) }
  }

  /// The titles of the documents that have a form's stem.
  package func titles(having form: String) -> Set<String> {
    Set(stems(of: form).flatMap { postings[stems[$0]?.number ?? 0] }.map { documents[$0.document][0] })
  }
}

/// Reads numbers of the index one after the other.
package struct CodeReader {
  package private(set) var rest: Substring

  /// Printable ASCII but for those that the index keeps for itself.
  private static let signs = Array((0x21...0x7E).map { UInt8($0) }.filter { !Array("\"\\|".utf8).contains($0) })

  package init(_ text: some StringProtocol) { rest = Substring(text) }

  package var isOver: Bool { rest.isEmpty }

  package mutating func number() throws -> Int {
    var (sum, unit) = (0, 1)
    while let sign = rest.utf8.first, let value = Self.signs.firstIndex(of: sign) {
      rest = rest[rest.utf8.index(after: rest.startIndex)...]
      sum += value * unit
      if value < 60 { return sum }
      unit *= 31
    }
    throw ReadIndex.Damage.number
  }

  /// A number of so many signs, the lowest first.
  package mutating func fixed(_ width: Int) throws -> Int {
    var (sum, unit) = (0, 1)
    for _ in 0..<width {
      guard let sign = rest.utf8.first, let value = Self.signs.firstIndex(of: sign) else {
        throw ReadIndex.Damage.number
      }
      rest = rest[rest.utf8.index(after: rest.startIndex)...]
      sum += value * unit
      unit *= 91
    }
    return sum
  }
}
