import OpytLayout

/// Fills a record by name.
struct RecordBuilder {
  private let type: RecordType
  fileprivate var values: [LayoutValue]

  fileprivate init(_ type: RecordType) {
    self.type = type
    values = Array(repeating: .absent, count: type.fields.count)
  }

  /// - Precondition: `type` has the name, and the value fits its type.
  subscript(name: String) -> LayoutValue {
    get { values[index(of: name)] }
    set {
      let index = index(of: name)
      precondition(newValue.fits(type.fields[index].type), "“\(name)” is \(type.fields[index].type)")
      values[index] = newValue
    }
  }

  private func index(of name: String) -> Int {
    guard let index = type.index(of: name) else { preconditionFailure("no field “\(name)”") }
    return index
  }
}

extension RecordType {
  /// A record of this type; fields that `fill` leaves out are absent.
  func value(_ fill: (inout RecordBuilder) -> Void) -> LayoutValue {
    var builder = RecordBuilder(self)
    fill(&builder)
    return .record(builder.values)
  }
}
