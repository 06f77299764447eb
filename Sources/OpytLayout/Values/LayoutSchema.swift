public import OpytText

/// A record type together with the way its values are taken from a Swift value: each field is declared once, so
/// that what a layout is promised and what it gets can't drift apart.
///
/// ```swift
/// let card = LayoutSchema<Card>(.text("title") { $0.title }, .url("address") { $0.address })
/// let page = LayoutSchema<Page>(.text("title") { $0.title }, .list("cards", of: card) { $0.cards })
/// ```
///
/// All that runs for each page is inlinable: compiled for the model in the module that declares it, it costs a third of
/// what code for any model costs.
public struct LayoutSchema<Model>: Sendable {
  /// One name, its type and where its value comes from. A value that is nil is `LayoutValue.absent`.
  public struct Field: Sendable {
    @usableFromInline let name: String
    @usableFromInline let type: LayoutType
    @usableFromInline let value: @Sendable (Model, LayoutUsage) -> LayoutValue

    /// A field whose value is one piece, or has been made before.
    /// - Parameter value: must give what fits `type`; checked in debug builds.
    @inlinable public init(_ name: String, _ type: LayoutType, _ value: @escaping @Sendable (Model) -> LayoutValue) {
      self.init(name, type) { model, _ in value(model) }
    }

    /// A record or list that is made only as far as it is asked for.
    ///
    /// ```swift
    /// .init("author", .record(person.type)) { book, usage in person.value(of: book.author, for: usage) }
    /// ```
    /// - Parameter value: gets how much is asked of this field: never nothing. Must give what fits `type`; checked in
    ///   debug builds.
    @inlinable public init(
      _ name: String, _ type: LayoutType, _ value: @escaping @Sendable (Model, LayoutUsage) -> LayoutValue
    ) {
      self.name = name
      self.type = type
      self.value = value
    }

    /// A text that people read: see ``LayoutValue/words(_:for:)``.
    @inlinable public static func text(_ name: String, _ value: @escaping @Sendable (Model) -> String?) -> Self {
      Self(name, .text) { model, usage in value(model).map { .words($0, for: usage) } ?? .absent }
    }

    /// A text that people read in a narrow column: a title, a cell of a table. Its long words may be parted.
    @inlinable public static func narrowText(_ name: String, _ value: @escaping @Sendable (Model) -> String?) -> Self {
      Self(name, .text) { model, usage in value(model).map { .text(usage.typography.narrowWords($0)) } ?? .absent }
    }

    /// A text that programs read, such as a key, an id or a file's name: it stays as it is.
    @inlinable public static func code(_ name: String, _ value: @escaping @Sendable (Model) -> String?) -> Self {
      Self(name, .text) { model, _ in value(model).map(LayoutValue.text) ?? .absent }
    }

    @inlinable public static func html(_ name: String, _ value: @escaping @Sendable (Model) -> HTMLFragment?) -> Self {
      Self(name, .html) { model, _ in value(model).map(LayoutValue.html) ?? .absent }
    }

    @inlinable public static func url(_ name: String, _ value: @escaping @Sendable (Model) -> WebAddress?) -> Self {
      Self(name, .url) { model, _ in value(model).map(LayoutValue.url) ?? .absent }
    }

    @inlinable public static func number(_ name: String, _ value: @escaping @Sendable (Model) -> Int?) -> Self {
      Self(name, .number) { model, _ in value(model).map(LayoutValue.number) ?? .absent }
    }

    @inlinable public static func flag(_ name: String, _ value: @escaping @Sendable (Model) -> Bool) -> Self {
      Self(name, .flag) { model, _ in .flag(value(model)) }
    }

    /// Texts that people read: see ``LayoutValue/words(_:for:)``.
    @inlinable public static func texts(_ name: String, _ value: @escaping @Sendable (Model) -> [String]) -> Self {
      Self(name, .list(.text)) { model, usage in .list(value(model).map { .words($0, for: usage) }) }
    }

    @inlinable public static func record<Part>(
      _ name: String, _ schema: LayoutSchema<Part>, _ value: @escaping @Sendable (Model) -> Part?
    ) -> Self {
      Self(name, .record(schema.type)) { model, usage in
        value(model).map { schema.value(of: $0, for: usage) } ?? .absent
      }
    }

    @inlinable public static func list<Item>(
      _ name: String, of schema: LayoutSchema<Item>, _ value: @escaping @Sendable (Model) -> [Item]
    ) -> Self {
      Self(name, .list(.record(schema.type))) { model, usage in
        .list(value(model).map { schema.value(of: $0, for: usage) })
      }
    }
  }

  /// What layouts are compiled for.
  public let type: RecordType
  /// Where the value of each field of `type` comes from.
  @usableFromInline let values: [@Sendable (Model, LayoutUsage) -> LayoutValue]

  /// - Precondition: no two fields have the same name.
  @inlinable public init(_ fields: [Field]) {
    type = RecordType(fields.map { ($0.name, $0.type) })
    values = fields.map(\.value)
  }

  /// - Precondition: no two fields have the same name.
  @inlinable public init(_ fields: Field...) {
    self.init(fields)
  }

  /// The same fields, taken from a part of a larger model; all absent where the model has no such part.
  @inlinable public func fields<Whole>(
    of part: @escaping @Sendable (Whole) -> Model?
  ) -> [LayoutSchema<Whole>.Field] {
    zip(type.fields, values).map { field, value in
      .init(field.name, field.type) { whole, usage in part(whole).map { value($0, usage) } ?? .absent }
    }
  }

  /// All the values of one page, in the order of `type`.
  @inlinable public func value(of model: Model) -> LayoutValue { value(of: model, for: .everything) }

  /// The values of one page as far as its layout reaches; all others are absent and never evaluated.
  /// - Parameter usage: what is asked of a record of this type: ``CompiledLayout/usage`` for a whole page.
  @inlinable public func value(of model: Model, for usage: LayoutUsage) -> LayoutValue {
    var record: [LayoutValue] = []
    record.reserveCapacity(values.count)
    for index in values.indices {
      record.append(usage.asksForNothing(of: index) ? .absent : values[index](model, usage[index]))
      assert(record[index].fits(type.fields[index].type), "“\(type.fields[index].name)” is \(type.fields[index].type)")
    }
    return .record(record)
  }
}
