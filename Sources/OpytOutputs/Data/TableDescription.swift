import OpytDiagnostics
import OpytModel
import OpytNetwork
import OpytPages
import OpytText

/// What the columns of ``MaterialTables`` mean, for programs: a JSON Schema (2020-12) of the one, and metadata of the other
/// as “CSV on the Web” has them (W3C, 2015).
struct TableDescription {
  private let context: PresentationContext

  init(_ context: PresentationContext) { self.context = context }

  var jsonSchema: [UInt8] {
    var writer = JSONWriter()
    writer.object { schema in
      schema.text("$schema", "https://json-schema.org/draft/2020-12/schema")
      schema.text("$id", context.configuration.baseURL?.url(SiteFile.materialsSchema.path).text)
      schema.text("title", name)
      schema.text("type", "object")
      schema.texts("required", ["title", "language", "materials"])
      schema.object("properties") { properties in
        for name in ["$schema", "title", "language"] as [StaticString] {
          properties.object(name) { $0.text("type", "string") }
        }
        properties.object("url") { url in
          url.text("type", "string")
          url.text("format", "uri")
        }
        properties.object("materials") { materials in
          materials.text("type", "array")
          materials.object("items") { $0.text("$ref", "#/$defs/material") }
        }
      }
      schema.object("$defs") { definitions in definitions.object("material", writeMaterial) }
    }
    return writer.take() + [UInt8(ascii: "\n")]
  }

  private func writeMaterial(_ material: inout JSONWriter) {
    material.text("type", "object")
    material.flag("additionalProperties", false)
    material.texts("required", MaterialField.allCases.filter(\.isAlwaysThere).map(\.name))
    material.object("properties") { properties in
      for field in MaterialField.allCases {
        properties.object(field.key) { property in
          property.text("title", context.strings.text(field.title))
          property.text("description", context.strings.text(field.meaning))
          property.text("type", field.form.jsonType)
          property.text("format", field.form.jsonFormat)
          if field == .kind { property.texts("enum", Kind.materials.map(\.description.name)) }
          if field.form == .list { property.object("items") { $0.text("type", "string") } }
        }
      }
    }
  }

  var tableSchema: [UInt8] {
    var writer = JSONWriter()
    writer.object { metadata in
      metadata.list("@context") { contexts in
        contexts.text("http://www.w3.org/ns/csvw")
        contexts.object { $0.text("@language", context.configuration.language.rawValue) }
      }
      metadata.text("url", SiteFile.materialsCSV.path.lastPart)
      metadata.text("dc:title", name)
      metadata.object("dialect") { dialect in
        dialect.text("encoding", "utf-8")
        dialect.text("delimiter", ";")
        dialect.texts("lineTerminators", ["\r\n"])
        dialect.flag("header", true)
      }
      metadata.object("tableSchema") { table in
        table.list("columns", of: MaterialField.allCases) { field, columns in columns.object { write(field, to: &$0) } }
        table.text("primaryKey", MaterialField.path.name)
      }
    }
    return writer.take() + [UInt8(ascii: "\n")]
  }

  private func write(_ field: MaterialField, to column: inout JSONWriter) {
    column.text("name", field.name)
    column.text("titles", context.strings.text(field.title))
    column.text("dc:description", context.strings.text(field.meaning))
    column.text("datatype", field.form.tableType)
    if field.form == .list { column.text("separator", MaterialTables.separator) }
    if field.isAlwaysThere { column.flag("required", true) }
  }

  private var name: String { "\(context.strings.text(.allMaterials)). \(context.configuration.title)" }
}

extension MaterialField.Form {
  fileprivate var jsonType: String {
    switch self {
    case .text, .date, .address: "string"
    case .number: "integer"
    case .list: "array"
    }
  }

  fileprivate var jsonFormat: String? {
    switch self {
    case .date: "date"
    case .address: "uri"
    case .text, .number, .list: nil
    }
  }

  fileprivate var tableType: String {
    switch self {
    case .text, .list: "string"
    case .date: "date"
    case .address: "anyURI"
    case .number: "integer"
    }
  }
}
