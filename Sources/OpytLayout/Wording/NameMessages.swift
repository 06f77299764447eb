import OpytDiagnostics

/// What can be wrong with the names of values and of other layouts.
extension Diagnostic {
  static func nameUnknown(_ name: String, nearest: String?, at location: SourceLocation) -> Diagnostic {
    Diagnostic(
      .layoutUnknownName, Phrase("здесь нет имени «\(name)»", en: "there is no name “\(name)” here"),
      at: location,
      suggestion: nearest.map { Suggestion($0) })
  }

  static func noFields(_ name: String, _ type: LayoutType, at location: SourceLocation) -> Diagnostic {
    let advice: Phrase? =
      if case .list = type {
        Phrase("пройдите по нему: {{#\(name)}}…{{/\(name)}}", en: "go through it: {{#\(name)}}…{{/\(name)}}")
      } else {
        nil
      }
    return Diagnostic(
      .layoutUnknownName,
      Phrase(
        "«\(name)» – \(type.phrase.russian), внутри него нет имён",
        en: "“\(name)” is \(type.phrase.english), there are no names in it"),
      at: location, advice: advice)
  }

  static func notPrintable(_ name: String, _ type: LayoutType, at location: SourceLocation) -> Diagnostic {
    let advice: Phrase? =
      switch type {
      case .list:
        Phrase("пройдите по нему: {{#\(name)}}…{{/\(name)}}", en: "go through it: {{#\(name)}}…{{/\(name)}}")
      case .flag:
        Phrase("спросите о нём: {{#\(name)}}да{{/\(name)}}", en: "ask for it: {{#\(name)}}yes{{/\(name)}}")
      case .record(let record):
        record.fields.first.map { field in
          let inner = name == "." ? field.name : "\(name).\(field.name)"
          return Phrase("назовите, что именно: {{\(inner)}}", en: "say which part of it: {{\(inner)}}")
        }
      case .text, .html, .url, .number: nil
      }
    return Diagnostic(
      .layoutContext,
      Phrase(
        "«\(name)» – \(type.phrase.russian), это не печатается",
        en: "“\(name)” is \(type.phrase.english), which can't be printed"),
      at: location, advice: advice)
  }

  static func layoutMissing(_ name: String, nearest: String?, at location: SourceLocation) -> Diagnostic {
    Diagnostic(
      .layoutMissing, Phrase("нет макета «\(name)»", en: "there is no layout “\(name)”"), at: location,
      suggestion: nearest.map { Suggestion($0) })
  }

  static func blockUnknown(
    _ name: String, parent: String, nearest: String?, at location: SourceLocation
  ) -> Diagnostic {
    Diagnostic(
      .layoutUnknownName,
      Phrase("в макете «\(parent)» нет места для блока «\(name)»", en: "“\(parent)” has no place for block “\(name)”"),
      at: location, suggestion: nearest.map { Suggestion($0) })
  }

  /// - Parameter chain: the names in the order of inclusion; the last one is the first one again.
  static func layoutRecursive(_ chain: [String], at location: SourceLocation) -> Diagnostic {
    let names = chain.joined(separator: " → ")
    return Diagnostic(
      .layoutRecursive,
      Phrase("макет вставляет сам себя: \(names)", en: "the layout includes itself: \(names)"), at: location,
      // The same circle is met from each of its layouts: it is told once.
      cause: Set(chain).sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }.joined(separator: " "))
  }

  static func inclusionsTooDeep(_ limit: Int, at location: SourceLocation) -> Diagnostic {
    Diagnostic(
      .layoutRecursive,
      Phrase("макеты вложены друг в друга больше \(limit) раз", en: "layouts are nested deeper than \(limit)"),
      at: location)
  }

  static func layoutTooLarge(_ name: String, at location: SourceLocation) -> Diagnostic {
    Diagnostic(
      .layoutRecursive,
      Phrase(
        "макет «\(name)» слишком разросся: вставок в нём больше, чем можно собрать",
        en: "the layout “\(name)” has grown too large: it includes more than can be put together"),
      at: location)
  }

  /// The same problem, with the place that the layout is included from.
  func included(from location: SourceLocation?) -> Diagnostic {
    guard let location else { return self }
    var diagnostic = self
    diagnostic.notes.append(Note(Phrase("этот макет вставлен здесь", en: "this layout is included here"), at: location))
    return diagnostic
  }
}

extension LayoutType {
  var phrase: Phrase {
    switch self {
    case .text: Phrase("текст", en: "text")
    case .html: Phrase("разметка", en: "markup")
    case .url: Phrase("адрес", en: "an address")
    case .number: Phrase("число", en: "a number")
    case .flag: Phrase("признак «да» или «нет»", en: "a yes-or-no flag")
    case .list: Phrase("список", en: "a list")
    case .record: Phrase("запись из нескольких полей", en: "a record of several fields")
    }
  }
}
