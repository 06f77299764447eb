import OpytLayout

/// A layout that prints everything a page model has, written from the model's type: golden files made with it show
/// every field of every page, whatever the theme looks like.
enum DumpLayout {
  static func text(for type: RecordType) -> String {
    fields(of: type, indent: "")
  }

  private static func fields(of type: RecordType, indent: String) -> String {
    type.fields.map { field in
      switch field.type {
      case .text, .url, .number, .html: "{{#\(field.name)}}\n\(indent)\(field.name): {{.}}\n{{/\(field.name)}}\n"
      case .flag: "{{#\(field.name)}}\n\(indent)\(field.name): yes\n{{/\(field.name)}}\n"
      case .record(let type):
        "{{#\(field.name)}}\n\(indent)\(field.name):\n\(fields(of: type, indent: indent + "  ")){{/\(field.name)}}\n"
      case .list(.record(let type)):
        "{{#\(field.name)}}\n\(indent)\(field.name) –\n\(fields(of: type, indent: indent + "  ")){{/\(field.name)}}\n"
      case .list: "{{#\(field.name)}}\n\(indent)\(field.name) – {{.}}\n{{/\(field.name)}}\n"
      }
    }.joined()
  }
}
