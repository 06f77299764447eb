import OpytDiagnostics

/// What a layout can name at one place: the Mustache context stack, with types for values.
struct TypeStack {
  struct Entry {
    /// Nil after a name that is not known: nothing below it is told to be wrong on its account.
    let type: LayoutType?
    let path: ValuePath
  }

  enum Resolution {
    case found(LayoutType, ValuePath)
    /// An enclosing section has an unknown name, which has been told already.
    case undecided
    case unknown(nearest: String?)
    /// A part of a dotted name stands for something that has no fields.
    case noFields(name: String, type: LayoutType)
  }

  private(set) var entries: [Entry]

  init(_ root: RecordType) {
    entries = [Entry(type: .record(root), path: ValuePath(slot: 0))]
  }

  mutating func push(_ type: LayoutType?, at path: ValuePath) {
    entries.append(Entry(type: type, path: path))
  }

  mutating func pop() {
    entries.removeLast()
  }

  /// Finds the first part from the innermost context outwards, the others only in what was found before
  /// (Mustache spec, interpolation).
  func resolve(_ name: LayoutNode.NameReference) -> Resolution {
    guard let first = name.parts.first else {
      guard let entry = entries.last, let type = entry.type else { return .undecided }
      return .found(type, entry.path)
    }
    for entry in entries.reversed() {
      guard let type = entry.type else { return .undecided }
      guard case .record(let record) = type, let index = record.index(of: first) else { continue }
      var path = entry.path
      path.indices.append(index)
      return resolve(name.parts, record.fields[index].type, path)
    }
    return .unknown(nearest: nearest(to: first, then: name.parts.dropFirst()))
  }

  private func resolve(
    _ parts: [String], _ firstType: LayoutType, _ firstPath: ValuePath
  ) -> Resolution {
    var (type, path) = (firstType, firstPath)
    for index in parts.indices.dropFirst() {
      let known = parts[..<index].joined(separator: ".")
      guard case .record(let record) = type else { return .noFields(name: known, type: type) }
      guard let field = record.index(of: parts[index]) else {
        let nearest = Suggester.nearest(to: parts[index], among: record.fields.map(\.name))
        return .unknown(nearest: nearest.map { ([known, $0] + parts[(index + 1)...]).joined(separator: ".") })
      }
      type = record.fields[field].type
      path.indices.append(field)
    }
    return .found(type, path)
  }

  private func nearest(to name: String, then rest: ArraySlice<String>) -> String? {
    Suggester.nearest(to: name, among: visibleNames).map { ([$0] + rest).joined(separator: ".") }
  }

  /// Innermost names first: of two that are equally near, the nearer context wins.
  private var visibleNames: [String] {
    var seen: Set<String> = []
    return entries.reversed().flatMap { entry -> [String] in
      guard case .record(let record)? = entry.type else { return [] }
      return record.fields.map(\.name).filter { seen.insert($0).inserted }
    }
  }
}
