import Foundation
import Testing

@testable import OpytSearch

/// An index read back from its files, as the script of the search page reads it.
struct ReadIndex {
  struct Stem {
    let number: Int
    let endings: [String]
  }

  private(set) var stems: [String: Stem] = [:]
  /// By stem: documents with strengths.
  private(set) var postings: [[(document: Int, strength: Int)]] = []
  private(set) var documents: [[String]] = []
  private(set) var endings: [String] = []
  private(set) var facets: [String: Any] = [:]
  /// By name, in bytes.
  private(set) var sizes: [String: Int] = [:]

  init(_ index: SearchIndex) throws {
    var parts: [String: Any] = [:]
    for file in index.files {
      let text = try #require(String(validating: file.bytes, as: UTF8.self))
      #expect(text.hasPrefix("opytSearch(") && text.hasSuffix(")\n"))
      // The arguments of the call are an array of JSON.
      let arguments = try #require(
        JSONSerialization.jsonObject(with: Data("[\(text.dropFirst(11).dropLast(2))]".utf8)) as? [Any])
      #expect(arguments.count == 3)
      parts[try #require(arguments[0] as? String)] = arguments[2]
      sizes[file.path] = file.bytes.count
    }
    #expect(parts.count == index.files.count)
    let entry = try #require(parts["index"] as? [String: Any])
    endings = try #require(entry["endings"] as? [String])
    let firsts = try #require(entry["firsts"] as? [Int])
    let beginnings = try #require(entry["words"] as? [String])
    #expect(firsts.count == beginnings.count)
    for (number, first) in firsts.enumerated() {
      let text = try #require(parts["w\(number)"] as? String)
      try read(words: text, from: first, isShort: number == 0, beginning: beginnings[number])
    }
    for number in 0..<(try #require(entry["postings"] as? [Int])).count {
      for record in try #require(parts["p\(number)"] as? String).split(separator: "|", omittingEmptySubsequences: false)
        .dropLast()
      {
        var reader = CodeReader(record)
        var list: [(Int, Int)] = []
        var document = -1
        while !reader.isOver {
          let value = try reader.number()
          document += 1 + value / Int(WordStrength.count)
          list.append((document, value % Int(WordStrength.count)))
        }
        postings.append(list)
      }
    }
    for number in 0... {
      guard let part = parts["d\(number)"] as? [[String]] else { break }
      documents += part
    }
    facets = try #require(parts["f0"] as? [String: Any])
    #expect(entry["count"] as? Int == documents.count)
  }

  private mutating func read(words text: String, from first: Int, isShort: Bool, beginning: String) throws {
    var stem = ""
    for (offset, record) in text.split(separator: "|").enumerated() {
      var reader = CodeReader(record)
      stem = String(stem.prefix(try reader.number()))
      let rest = reader.rest
      let blank = try #require(rest.firstIndex(of: " "))
      stem += rest[..<blank]
      #expect((stem.count < 3) == isShort)
      if offset == 0, !isShort { #expect(stem == beginning) }
      var code = CodeReader(rest[rest.index(after: blank)...])
      var found: [String] = []
      while !code.isOver { found.append(endings[try code.number()]) }
      #expect(stems.updateValue(Stem(number: first + offset, endings: found), forKey: stem) == nil)
    }
  }

  /// The stems that the browser takes a form for.
  func stems(of form: String) -> [String] {
    let found = form.indices.map { String(form[...$0]) }.filter { stems[$0] != nil }
    let ending = { (stem: String) in String(form.dropFirst(stem.count)) }
    if let known = found.first(where: { stems[$0]?.endings.contains(ending($0)) == true }) { return [known] }
    return found.filter { endings.contains(ending($0)) }
  }

  /// The titles of the documents that have a form's stem.
  func titles(having form: String) -> Set<String> {
    Set(stems(of: form).flatMap { postings[stems[$0]?.number ?? 0] }.map { documents[$0.document][0] })
  }
}

/// Numbers as `SearchCode` writes them.
struct CodeReader {
  private(set) var rest: Substring

  init(_ text: some StringProtocol) { rest = Substring(text) }

  var isOver: Bool { rest.isEmpty }

  mutating func number() throws -> Int {
    var (sum, unit) = (0, 1)
    while true {
      let sign = try #require(rest.utf8.first)
      rest = rest[rest.utf8.index(after: rest.startIndex)...]
      let value = try #require(SearchCode.signs.firstIndex(of: sign))
      sum += value * unit
      if value < 60 { return sum }
      unit *= 31
    }
  }
}
