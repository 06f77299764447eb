import OpytDiagnostics
public import OpytMarkup

/// A Swift type that a field can have: a ``FieldValue``, or a ``PointingValue``.
public protocol SchemaValue: Sendable {
  static var type: FieldType { get }
  /// What a property holds until it is read. Never seen in a published site where the field is required.
  static var blank: Self { get }
  /// The fields that every value of this type has; nil where words alone are a value.
  static var wantedFields: [FieldDescription]? { get }
  /// Whether a list of it names each document once (36).
  static var isNamedOnce: Bool { get }
  var isAbsent: Bool { get }
  var content: FieldContent { get }
}

extension SchemaValue {
  public static var wantedFields: [FieldDescription]? { nil }
  public static var isNamedOnce: Bool { false }
}

/// A value that stands for itself.
public protocol FieldValue: SchemaValue {
  /// Nil when the value is wrong; then the context has a diagnostic that says so.
  static func decode(_ node: FrontMatterNode, _ context: inout DecodingContext) -> Self?
}

/// A value that points out of its document, to another one or to a file. As what, it can't know itself: its field says.
public protocol PointingValue: SchemaValue {
  associatedtype Role: Sendable
  static func decode(_ node: FrontMatterNode, as role: Role, _ context: inout DecodingContext) -> Self?
}

extension Optional: SchemaValue where Wrapped: SchemaValue {
  public static var type: FieldType { Wrapped.type }
  public static var blank: Wrapped? { nil }
  public var isAbsent: Bool {
    switch self {
    case .none: true
    case .some: false
    }
  }
  public var content: FieldContent { self?.content ?? .absent }
}

extension Optional: FieldValue where Wrapped: FieldValue {
  public static func decode(_ node: FrontMatterNode, _ context: inout DecodingContext) -> Wrapped?? {
    Wrapped.decode(node, &context).map { .some($0) }
  }
}

extension Optional: PointingValue where Wrapped: PointingValue {
  public static func decode(
    _ node: FrontMatterNode, as role: Wrapped.Role, _ context: inout DecodingContext
  ) -> Wrapped?? {
    Wrapped.decode(node, as: role, &context).map { .some($0) }
  }
}

extension Array: SchemaValue where Element: SchemaValue {
  public static var type: FieldType { .list(Element.type) }
  public static var blank: [Element] { [] }
  public var isAbsent: Bool { isEmpty }
  public var content: FieldContent { .list(map(\.content)) }

  /// One value is accepted as a list of one; an item left empty is none.
  fileprivate static func items(
    of node: FrontMatterNode, _ context: inout DecodingContext,
    decode: (FrontMatterNode, inout DecodingContext) -> Element?
  ) -> [Element]? {
    let outer = context.listPlace
    defer { context.listPlace = outer }
    if context.careful != nil, let fields = Element.wantedFields,
      let count = context.reportWords(node, whereFieldsAre: fields)
    {
      // Gaps stay, so that what is counted is not found to be too few besides.
      return [Element](repeating: .blank, count: count)
    }
    guard case .list(let items, let range) = node else {
      if case .scalar(let scalar) = node, case .listed(let lines) = scalar.style {
        context.reportListSigns(lines, scalar)
        // Told once; what the items name is still looked at.
        return lines.flatMap { line in
          SeveralValues.items(of: line.text, behind: line.mark).compactMap { text in
            decode(.scalar(.init(text: text, range: line.sign, style: .quoted)), &context)
          }
        }
      }
      context.listPlace = .alone
      if case .scalar(let scalar) = node, case .apart(let lines) = scalar.style {
        context.warnApart(lines, scalar)
        context.listPlace = .single
      }
      return decode(node, &context).map { [$0] }
    }
    // A list in brackets ends behind its last item.
    context.listPlace = items.last.map { $0.range.end != range.end } ?? false ? .inBrackets : .behindHyphen
    if context.listPlace == .inBrackets { context.checkCommas(between: items) }
    var elements: [Element] = []
    elements.reserveCapacity(items.count)
    for item in items {
      if case .scalar(let scalar) = item, scalar.isEmpty { continue }
      if let element = decode(item, &context) { elements.append(element) }
    }
    return elements
  }
}

extension Array: FieldValue where Element: FieldValue {
  public static func decode(_ node: FrontMatterNode, _ context: inout DecodingContext) -> [Element]? {
    if Element.isNamedOnce { context.beginList() }
    defer { if Element.isNamedOnce { context.endList() } }
    return items(of: node, &context) { Element.decode($0, &$1) }
  }
}

extension Array: PointingValue where Element: PointingValue {
  public static func decode(
    _ node: FrontMatterNode, as role: Element.Role, _ context: inout DecodingContext
  ) -> [Element]? {
    context.beginList()
    defer { context.endList() }
    return items(of: node, &context) { Element.decode($0, as: role, &$1) }
  }
}

extension Reference: PointingValue {
  public static var type: FieldType { .reference(Target.targetKinds.kinds) }
  public static var blank: Self { Reference(index: -1) }
  public static func decode(
    _ node: FrontMatterNode, as role: ReferenceRole, _ context: inout DecodingContext
  ) -> Self? {
    guard let scalar = context.scalar(node) else { return nil }
    return Reference(index: context.addReference(scalar.text.brief, Target.targetKinds, as: role, at: scalar.range))
  }
  public var isAbsent: Bool { index < 0 }
  public var content: FieldContent { .reference(index) }
}

extension NamedOrWords: PointingValue {
  public static var type: FieldType { .namedOrWords(Target.targetKinds.kinds) }
  public static var blank: Self { NamedOrWords(words: "", reference: .blank) }
  public static func decode(
    _ node: FrontMatterNode, as role: ReferenceRole, _ context: inout DecodingContext
  ) -> Self? {
    guard let scalar = context.scalar(node), let words = String.read(scalar, &context) else { return nil }
    let index = context.addReference(
      words.brief, Target.targetKinds, as: role, at: scalar.range, mayBeWords: true)
    return NamedOrWords(words: words, reference: Reference(index: index))
  }
  public var isAbsent: Bool { reference.isAbsent }
  public var content: FieldContent { .namedOrWords(words, reference: reference.index) }
}

/// A struct inside another one: a stage, a session, a photo.
public protocol NestedRecord: Record, FieldValue {
  /// The name of the field that one value alone stands for: `ilina` for `{person: ilina}`. Nil: fields are wanted.
  static var shortForm: String? { get }
  /// Whether it is for members only: then it is absent for layouts of the open edition, and its references lead nowhere
  /// there.
  var isMembersOnly: Bool { get }
}

extension NestedRecord {
  public static var shortForm: String? { nil }
  public static var wantedFields: [FieldDescription]? { shortForm == nil ? schema.descriptions : nil }
  public var isMembersOnly: Bool { false }
  public static var type: FieldType { .record(schema.descriptions) }
  public static var blank: Self { Self() }
  public static func decode(_ node: FrontMatterNode, _ context: inout DecodingContext) -> Self? {
    let firstReference = context.references.count
    var record = Self()
    if let shortForm, case .scalar = node {
      schema.decode(node, asField: shortForm, into: &record, &context)
      return record
    }
    guard case .mapping(let entries, let range) = node else {
      if context.isJSON {
        let required = schema.descriptions.filter(\.isRequired)
        context.reportNoObject(required.isEmpty ? schema.descriptions : required, at: node.range)
        return record
      }
      context.reportNoRecord(node, schema.descriptions)
      // A gap stays, so that what is counted in a list is not found to be too few besides.
      return record
    }
    schema.decode(entries, into: &record, at: range, &context)
    if record.isMembersOnly { context.hideReferences(from: firstReference) }
    return record
  }
  public var isAbsent: Bool { false }
  public var content: FieldContent {
    let record = FieldContent.record(Self.schema.fields.map { $0.content(self) })
    return isMembersOnly ? .membersOnly(record) : record
  }
}
