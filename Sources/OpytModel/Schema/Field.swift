import OpytDiagnostics
import OpytMarkup

/// The one declaration of a field: how it is called in English and in Russian, where it is stored, what it means.
/// Its type follows from the property. Decoding, messages and page models are derived from it.
public struct Field<Root>: Sendable {
  public let description: FieldDescription
  /// Stores what was written, and says whether anything is there now.
  let decode: @Sendable (FrontMatterNode, inout Root, inout DecodingContext) -> Bool
  public let content: @Sendable (Root) -> FieldContent
  /// The same of the one value of an array: a large struct is not copied out of it then.
  let contentOfOnly: @Sendable ([Root]) -> FieldContent

  public typealias Limit = FieldLimit

  public init<Value: FieldValue>(
    _ name: String, _ russianName: String, _ property: any WritableKeyPath<Root, Value> & Sendable,
    required: Bool = false, limit: Limit = .none, _ meaning: String, example: String = "", synonyms: [String] = []
  ) {
    let description = FieldDescription(
      name: name, russianName: russianName, type: Value.type, limit: limit, isRequired: required, meaning: meaning,
      example: example, synonyms: synonyms)
    if case .none = limit {
      self.init(description, property, Value.decode)
    } else {
      self.init(description, property) { node, context in
        guard let value = Value.decode(node, &context), context.check(value.content, limit, at: node.range) else {
          return nil
        }
        return value
      }
    }
  }

  /// A field that points out of the document.
  /// - Parameter role: as what: the field's path from the document's own field inwards.
  public init<Value: PointingValue>(
    _ name: String, _ russianName: String, _ property: any WritableKeyPath<Root, Value> & Sendable,
    as role: Value.Role, required: Bool = false, _ meaning: String, example: String = "", synonyms: [String] = []
  ) {
    self.init(
      FieldDescription(
        name: name, russianName: russianName, type: Value.type, role: role as? ReferenceRole, isRequired: required,
        meaning: meaning, example: example, synonyms: synonyms),
      property
    ) { node, context in Value.decode(node, as: role, &context) }
  }

  private init<Value: SchemaValue>(
    _ description: FieldDescription, _ property: any WritableKeyPath<Root, Value> & Sendable,
    _ read: @escaping @Sendable (FrontMatterNode, inout DecodingContext) -> Value?
  ) {
    let stored = StoredProperty(property)
    self.init(
      description: description,
      decode: { node, root, context in
        guard let value = read(node, &context) else { return false }
        let isThere = !value.isAbsent
        stored.set(value, in: &root)
        return isThere
      },
      content: { stored.value(in: $0).content },
      contentOfOnly: { stored.value(inOnly: $0).content })
  }

  init(
    description: FieldDescription,
    decode: @escaping @Sendable (FrontMatterNode, inout Root, inout DecodingContext) -> Bool,
    content: @escaping @Sendable (Root) -> FieldContent,
    contentOfOnly: @escaping @Sendable ([Root]) -> FieldContent
  ) {
    self.description = description
    self.decode = decode
    self.content = content
    self.contentOfOnly = contentOfOnly
  }

  /// The same field in another record.
  /// - Parameter synonyms: without those that are names of that record's own fields.
  func with(isRequired: Bool, synonyms: [String]) -> Field {
    with(isRequired: isRequired, substitute: description.substitute, synonyms: synonyms)
  }

  /// The same field, which must not be left out but where another one is written.
  func unless(_ substitute: String) -> Field {
    with(isRequired: true, substitute: substitute, synonyms: description.synonyms)
  }

  private func with(isRequired: Bool, substitute: String?, synonyms: [String]) -> Field {
    Field(
      description: FieldDescription(
        name: description.name, russianName: description.russianName, type: description.type, limit: description.limit,
        role: description.role, isRequired: isRequired, substitute: substitute, meaning: description.meaning,
        example: description.example, synonyms: synonyms),
      decode: decode, content: content, contentOfOnly: contentOfOnly)
  }
}
