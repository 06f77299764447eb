/// The ordered, uniquely named fields that a layout sees in one record. Copies share their storage.
public struct RecordType: Hashable, Sendable {
  /// One name a layout may write, and the type of what it stands for.
  public struct Field: Hashable, Sendable {
    public let name: String
    public let type: LayoutType
  }

  private final class Storage: Sendable {
    let fields: [Field]
    let indexByName: [String: Int]

    init(_ fields: [Field]) {
      self.fields = fields
      indexByName = Dictionary(uniqueKeysWithValues: zip(fields.map(\.name), fields.indices))
    }
  }

  private let storage: Storage

  /// - Precondition: no two fields have the same name, and no name is empty or has a dot in it.
  public init(_ fields: [(String, LayoutType)]) {
    var seen: Set<String> = []
    for (name, _) in fields {
      precondition(!name.isEmpty && !name.utf8.contains(UInt8(ascii: ".")), "not a field name: “\(name)”")
      precondition(seen.insert(name).inserted, "two fields named “\(name)”")
    }
    storage = Storage(fields.map { Field(name: $0.0, type: $0.1) })
  }

  public var fields: [Field] { storage.fields }

  /// Where the field's value stands in a record's values.
  public func index(of name: String) -> Int? { storage.indexByName[name] }

  public static func == (left: Self, right: Self) -> Bool {
    left.storage === right.storage || left.storage.fields == right.storage.fields
  }

  public func hash(into hasher: inout Hasher) {
    hasher.combine(storage.fields)
  }
}
