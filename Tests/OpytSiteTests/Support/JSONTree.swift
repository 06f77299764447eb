import Foundation

/// JSON as it was read.
enum JSONTree: Decodable, Equatable {
  case object([String: JSONTree])
  case list([JSONTree])
  case text(String)
  case number(Double)
  case flag(Bool)
  case null

  init(from decoder: any Decoder) throws {
    let value = try decoder.singleValueContainer()
    if let object = try? value.decode([String: JSONTree].self) {
      self = .object(object)
    } else if let list = try? value.decode([JSONTree].self) {
      self = .list(list)
    } else if let text = try? value.decode(String.self) {
      self = .text(text)
    } else if let flag = try? value.decode(Bool.self) {
      self = .flag(flag)
    } else if let number = try? value.decode(Double.self) {
      self = .number(number)
    } else {
      self = .null
    }
  }

  init(_ bytes: some Sequence<UInt8>) throws { self = try JSONDecoder().decode(JSONTree.self, from: Data(bytes)) }

  subscript(name: String) -> JSONTree? { if case .object(let members) = self { members[name] } else { nil } }

  var text: String? { if case .text(let text) = self { text } else { nil } }
  var items: [JSONTree] { if case .list(let items) = self { items } else { [] } }
  var texts: [String] { items.compactMap(\.text) }
  var names: [String] { if case .object(let members) = self { members.keys.sorted() } else { [] } }
}

extension JSONTree {
  /// The objects of JSON-LD in a page.
  static func linkedData(in html: String) throws -> [JSONTree] {
    try html.components(separatedBy: "<script type=\"application/ld+json\">").dropFirst().map { script in
      try JSONTree((script.components(separatedBy: "</script>").first ?? "").utf8)
    }
  }

  /// Whether it is a thing of a type of schema.org, or of the AMB profile.
  func isOf(_ type: String) -> Bool { self["@type"]?.text == type || self["type"]?.texts.first == type }
}

extension TemporarySite {
  /// The objects of JSON-LD in a page that are of one type.
  func linkedData(_ page: String, _ type: String) throws -> [JSONTree] {
    try JSONTree.linkedData(in: read("public/" + page)).filter { $0.isOf(type) }
  }
}
