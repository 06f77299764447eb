import Foundation

/// The catalogue's columns read back from their files, as its script reads them, with constants of its own.
package struct ReadCatalogue {
  package let count: Int
  /// Of each material its place in the search index.
  package private(set) var documents: [Int] = []
  /// The places of the materials, by title.
  package private(set) var titles: [Int] = []
  /// The materials that are for members only.
  package private(set) var closed: [Int] = []
  /// By facet and the key of a value: the materials that have it.
  package private(set) var materials: [String: [String: Set<Int>]] = [:]
  /// By facet: the names of its values.
  package private(set) var labels: [String: [String]] = [:]
  /// By facet: the keys of its values, in order.
  package private(set) var keys: [String: [String]] = [:]
  /// The facets that are loaded at once.
  package private(set) var first: Set<String> = []
  /// Of the search index that it belongs to.
  package let docs: String

  package enum Damage: Error {
    case file(String)
    case column(String)
  }

  /// - Parameter files: by path.
  package init(_ files: [String: [UInt8]]) throws {
    func part(_ name: String, mark: String) throws -> Any {
      guard let bytes = files.first(where: { $0.key.hasSuffix("/\(name).js") })?.value,
        let text = String(validating: bytes, as: UTF8.self), text.hasPrefix("opytSearch("), text.hasSuffix(")\n"),
        let arguments = try JSONSerialization.jsonObject(with: Data("[\(text.dropFirst(11).dropLast(2))]".utf8))
          as? [Any], arguments.count == 3, arguments[0] as? String == name, arguments[1] as? String == mark
      else { throw Damage.file(name) }
      return arguments[2]
    }
    guard let entry = try part("m", mark: "") as? [String: Any], let count = entry["count"] as? Int,
      let docs = entry["docs"] as? String, let runs = entry["documents"] as? String, let packs = entry["packs"],
      let more = entry["more"] as? [String: [String]], let titles = entry["titles"] as? [String], titles.count == 2
    else { throw Damage.file("m") }
    self.count = count
    self.docs = docs
    documents = try Self.places(runs)
    closed = try Self.places(entry["closed"] as? String ?? "")
    try read(packs)
    first = Set(materials.keys)
    for (name, file) in more {
      guard file.count == 2 else { throw Damage.file(name) }
      try read(part(file[0], mark: file[1]))
      guard materials[name] != nil else { throw Damage.column(name) }
    }
    guard let order = try part(titles[0], mark: titles[1]) as? String, count > 0 else { return }
    let width = order.utf8.count / count
    var places = CodeReader(order)
    while !places.isOver { self.titles.append(try places.fixed(width)) }
    if width == 0 { self.titles = Array(0..<count) }
  }

  private static func places(_ runs: String) throws -> [Int] {
    var places: [Int] = []
    var reader = CodeReader(runs)
    var next = 0
    while !reader.isOver {
      for _ in 0..<(try reader.number()) {
        places.append(next)
        next += 1
      }
      if !reader.isOver { next += try reader.number() }
    }
    return places
  }

  private mutating func read(_ packs: Any) throws {
    guard let packs = packs as? [[String: Any]] else { throw Damage.file("packs") }
    for pack in packs {
      guard let columns = pack["columns"] as? [[String: Any]], let width = pack["width"] as? Int,
        let of = pack["of"] as? String, of.utf8.count == width * count
      else { throw Damage.file("pack") }
      var sets: [[[Int]]] = []
      for column in columns {
        guard let name = column["name"] as? String, let keys = column["keys"] as? [String],
          let labels = column["labels"] as? [String], keys.count == labels.count, let text = column["sets"] as? String
        else { throw Damage.column("\(column)") }
        var own: [[Int]] = []
        var reader = CodeReader(text)
        while !reader.isOver { own.append(try (0..<(try reader.number())).map { _ in try reader.number() }) }
        sets.append(own)
        self.keys[name] = keys
        self.labels[name] = labels
        materials[name] = Dictionary(uniqueKeysWithValues: keys.map { ($0, []) })
      }
      var reader = CodeReader(of)
      for material in 0..<count {
        var rest = try reader.fixed(width)
        for (place, column) in columns.enumerated() {
          let name = column["name"] as? String ?? ""
          for value in sets[place][rest % sets[place].count] {
            materials[name]?[keys[name]?[value] ?? ""]?.insert(material)
          }
          rest /= sets[place].count
        }
        if rest > 0 { throw Damage.column("of") }
      }
    }
  }
}
