/// What is particular to the sample file of a kind; all else in it are the examples of its fields.
public struct KindSample: Sendable {
  /// The file's name without `.md`: the id under which the examples of other kinds know it.
  public let id: String
  /// Fields that are shown beside the required ones, and values that fit better than the example of a field that many
  /// kinds have. An empty value is the field's example.
  let values: [String: String]
  let text: String

  init(_ id: String, _ values: [String: String] = [:], text: String) {
    self.id = id
    self.values = values
    self.text = text
  }
}

extension Kind {
  /// What may stand in a file of this kind, in the order of the schema.
  public var fields: [FieldDescription] {
    func fields<E: Entity>(of _: E.Type) -> [FieldDescription] { E.schema.descriptions }
    return fields(of: entityType)
  }

  /// A short file of this kind as a methodologist writes it, complete and with Russian keys.
  public var sampleText: String {
    let values = description.sample.values
    let lines = sampleFields.flatMap { field in
      let value = values[field.name, default: ""]
      return SampleField(field, value.isEmpty ? field.sampleValue : value).lines
    }
    return (["---"] + lines + ["---", "", description.sample.text, ""]).joined(separator: "\n")
  }

  /// The fields of that file.
  public var sampleFields: [FieldDescription] {
    fields.filter { $0.isRequired || description.sample.values[$0.name] != nil }
  }

  /// `content/проекты/ogorod-na-okne.md`
  public var samplePath: String { "content/\(russianFolder)/\(description.sample.id).md" }
}
