import Testing

@testable import OpytModel

/// That the roles are the schema's fields, and nothing else.
@Suite("Roles of references")
struct ReferenceRoleTests {
  /// The paths of a record's fields that hold references, each with the role its field declares.
  private static func references(
    in fields: [FieldDescription], below outer: [String] = []
  ) -> [(path: String, role: ReferenceRole?)] {
    fields.flatMap { field -> [(path: String, role: ReferenceRole?)] in
      let path = outer + [field.name]
      return switch field.type {
      case .reference, .list(.reference), .list(.namedOrWords): [(path.joined(separator: "."), field.role)]
      case .record(let inner), .list(.record(let inner)): references(in: inner, below: path)
      default: []
      }
    }
  }

  @Test("of a kind are the paths of its fields", arguments: Kind.allCases)
  func paths(_ kind: Kind) {
    let type = kind.entityType
    for (path, role) in Self.references(in: type.descriptions) {
      #expect(role?.rawValue == path, "\(kind)")
    }
  }

  @Test("each belongs to a field of some kind")
  func noneIsLeftOver() {
    let paths = Kind.allCases.flatMap { kind in
      let type = kind.entityType
      return Self.references(in: type.descriptions).map(\.path)
    }
    #expect(Set(paths) == Set(ReferenceRole.allCases.map(\.rawValue)))
  }

  @Test("are told to the documents named, and are small")
  func backReferences() throws {
    let checked = TestNetwork.base.check()
    let person = try checked.id(Base.ilina)
    let roles = Set(checked.graph.references(to: person).map(\.role))
    #expect(roles.isSuperset(of: [.authors, .masters, .membersPerson]))
    #expect(MemoryLayout<ReferenceRole>.size == 1)
  }
}
