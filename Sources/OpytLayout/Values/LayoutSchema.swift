import OpytText

/// A record type together with the way its values are taken from a Swift value: each field is declared once, so
/// that what a layout is promised and what it gets can't drift apart.
///
/// ```swift
/// let card = LayoutSchema<Card>(.text("title") { $0.title }, .url("address") { $0.address })
/// let page = LayoutSchema<Page>(.text("title") { $0.title }, .list("cards", of: card) { $0.cards })
/// ```
public struct LayoutSchema<Model>: Sendable {
  /// One name, its type and where its value comes from. A value that is nil is `LayoutValue.absent`.
  public struct Field: Sendable {
    fileprivate let name: String
    fileprivate let type: LayoutType
    fileprivate let value: @Sendable (Model) -> LayoutValue

    /// A field of any type.
    /// - Parameter value: must give what fits `type`; checked in debug builds.
    public init(_ name: String, _ type: LayoutType, _ value: @escaping @Sendable (Model) -> LayoutValue) {
      self.name = name
      self.type = type
      self.value = value
    }

    public static func text(_ name: String, _ value: @escaping @Sendable (Model) -> String?) -> Self {
      Self(name, .text) { value($0).map(LayoutValue.text) ?? .absent }
    }

    public static func html(_ name: String, _ value: @escaping @Sendable (Model) -> HTMLFragment?) -> Self {
      Self(name, .html) { value($0).map(LayoutValue.html) ?? .absent }
    }

    public static func url(_ name: String, _ value: @escaping @Sendable (Model) -> WebAddress?) -> Self {
      Self(name, .url) { value($0).map(LayoutValue.url) ?? .absent }
    }

    public static func number(_ name: String, _ value: @escaping @Sendable (Model) -> Int?) -> Self {
      Self(name, .number) { value($0).map(LayoutValue.number) ?? .absent }
    }

    public static func flag(_ name: String, _ value: @escaping @Sendable (Model) -> Bool) -> Self {
      Self(name, .flag) { .flag(value($0)) }
    }

    public static func texts(_ name: String, _ value: @escaping @Sendable (Model) -> [String]) -> Self {
      Self(name, .list(.text)) { .list(value($0).map(LayoutValue.text)) }
    }

    public static func record<Part>(
      _ name: String, _ schema: LayoutSchema<Part>, _ value: @escaping @Sendable (Model) -> Part?
    ) -> Self {
      Self(name, .record(schema.type)) { value($0).map(schema.value(of:)) ?? .absent }
    }

    public static func list<Item>(
      _ name: String, of schema: LayoutSchema<Item>, _ value: @escaping @Sendable (Model) -> [Item]
    ) -> Self {
      Self(name, .list(.record(schema.type))) { .list(value($0).map(schema.value(of:))) }
    }
  }

  /// What layouts are compiled for.
  public let type: RecordType
  private let fields: [Field]

  /// - Precondition: no two fields have the same name.
  public init(_ fields: [Field]) {
    type = RecordType(fields.map { ($0.name, $0.type) })
    self.fields = fields
  }

  /// - Precondition: no two fields have the same name.
  public init(_ fields: Field...) {
    self.init(fields)
  }

  /// The same fields, taken from a part of a larger model; all absent where the model has no such part.
  public func fields<Whole>(
    of part: @escaping @Sendable (Whole) -> Model?
  ) -> [LayoutSchema<Whole>.Field] {
    fields.map { field in
      .init(field.name, field.type) { whole in part(whole).map(field.value) ?? .absent }
    }
  }

  /// The values of one page, in the order of `type`.
  public func value(of model: Model) -> LayoutValue {
    .record(
      fields.map { field in
        let value = field.value(model)
        assert(value.fits(field.type), "“\(field.name)” was promised as \(field.type)")
        return value
      })
  }
}
