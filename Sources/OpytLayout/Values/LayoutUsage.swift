public import OpytText

/// How much of a value a layout can reach. A value made for a usage holds that much and nothing else.
///
/// The usage of a record tells which of its fields are asked for, and how much of each. A list is as transparent as it
/// is for names: its usage is that of every item. Whatever is asked for at all can be asked whether it is there, so
/// that a list keeps its length, and a record its presence, where nothing below them is reached.
public struct LayoutUsage: Hashable, Sendable {
  @usableFromInline enum Extent: Hashable, Sendable {
    case nothing
    case everything
    /// The value itself, and these of its fields by index; those behind the last one are not asked for.
    case fields([LayoutUsage])
  }

  @usableFromInline private(set) var extent: Extent
  /// How the texts of the value are set.
  public let typography: Typography

  @usableFromInline init(_ extent: Extent, _ typography: Typography = .asWritten) {
    self.extent = extent
    self.typography = typography
  }

  /// As much of a value, its texts set in another way.
  public func with(_ typography: Typography) -> LayoutUsage { LayoutUsage(extent, typography) }

  /// Not asked for at all: such a field is never evaluated.
  public static let nothing = Self(.nothing)
  /// Asked for with all there is below it.
  public static let everything = Self(.everything)
  /// All of a text, number, address or flag; of a record or list nothing but whether and how often it is there.
  public static let presence = Self(.fields([]))

  /// A record, or records in a list.
  /// - Parameter fields: how much is asked of each field, by index; those left out are not asked for.
  public init(fields: [Int: LayoutUsage]) {
    self = .presence
    for (index, usage) in fields { setField(index, usage) }
  }

  @inlinable public var isNothing: Bool {
    if case .nothing = extent { true } else { false }
  }

  /// How much is asked of a field.
  /// - Parameter field: the field's index in the record's type.
  @inlinable public subscript(field: Int) -> LayoutUsage {
    switch extent {
    case .nothing, .everything: self
    case .fields(let fields):
      field < fields.count ? LayoutUsage(fields[field].extent, typography) : LayoutUsage(.nothing)
    }
  }

  /// Whether a field is not asked for; costs less than to look at how much of it is.
  @inlinable public func asksForNothing(of field: Int) -> Bool {
    switch extent {
    case .nothing: true
    case .everything: false
    case .fields(let fields): field >= fields.count || fields[field].isNothing
    }
  }

  /// What either asks for.
  public func union(_ other: LayoutUsage) -> LayoutUsage {
    switch (extent, other.extent) {
    case (.nothing, _), (_, .everything): return other
    case (_, .nothing), (.everything, _): return self
    case (.fields(let own), .fields(let others)):
      return Self(.fields((0..<max(own.count, others.count)).map { self[$0].union(other[$0]) }), typography)
    }
  }

  /// How much is asked of records of one type, wherever they stand in a record that is used like this.
  ///
  /// - Parameters:
  ///   - wanted: types with the same fields are the same type.
  ///   - type: what this is the usage of.
  public func usage(of wanted: RecordType, in type: RecordType) -> LayoutUsage {
    guard case .fields(let fields) = extent else { return isNothing || type.holds(wanted) ? self : .nothing }
    let found = zip(fields, type.fields).reduce(wanted == type ? self : .nothing) { found, field in
      guard !field.0.isNothing, let inner = field.1.type.innermostRecord else { return found }
      return found.union(field.0.usage(of: wanted, in: inner))
    }
    return found.with(typography)
  }

  /// Asks for what is found by going from field to field.
  mutating func insert(_ path: ArraySlice<UInt32>) {
    if isNothing { self = .presence }
    guard let first = path.first.map(Int.init) else { return }
    var field = self[first]
    field.insert(path.dropFirst())
    setField(first, field)
  }

  private mutating func setField(_ index: Int, _ usage: LayoutUsage) {
    guard case .fields(var fields) = extent else { return }
    extent = .nothing  // The array has one owner while it is changed.
    while fields.count <= index { fields.append(.nothing) }
    fields[index] = usage
    extent = .fields(fields)
  }
}

extension LayoutType {
  /// The type of the records in a list, in a list of lists, or of the record itself.
  fileprivate var innermostRecord: RecordType? {
    switch self {
    case .record(let type): type
    case .list(let item): item.innermostRecord
    case .text, .html, .url, .number, .flag: nil
    }
  }
}

extension RecordType {
  fileprivate func holds(_ wanted: RecordType) -> Bool {
    self == wanted || fields.contains { $0.type.innermostRecord?.holds(wanted) ?? false }
  }
}
