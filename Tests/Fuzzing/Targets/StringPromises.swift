import OpytDiagnostics
import OpytLayout
import OpytMarkup
import OpytNetwork
import OpytText

/// A file of strings is read, or told to be wrong at places that it has; what it says is printed as words.
enum StringPromises {
  static func check(_ bytes: [UInt8]) {
    let (node, diagnostics) = JSONReader.read(bytes, file: "strings/ru.json")
    let places = TextPlaces(bytes)
    places.check(diagnostics)
    promise(node != nil || diagnostics.containsErrors, "no strings, and no error says why")
    guard let node else { return }
    places.check(node)
    guard case .mapping(let entries, _) = node else { return }
    for entry in entries {
      guard case .scalar(let scalar) = entry.value else { continue }
      check(scalar.text)
    }
  }

  private static let values: [String: MessageFormat.Argument] = ["count": .number(22), "title": .text("<b>{#}</b>")]

  private static func check(_ text: String) {
    guard let message = try? MessageFormat(parsing: text) else { return }
    for rule in [PluralRule.russian, .english] {
      for count in [0, 1, 2, 5, 11, 21, -1, .max, .min] {
        var numbers = message.arguments.mapValues { $0 ? MessageFormat.Argument.number(count) : .text("x") }
        numbers.merge(values) { given, _ in given }
        _ = message.formatted(numbers, rule)
      }
      if message.missingCategories(rule).isEmpty { promise(hasForms(message.parts, rule), "a form is missing") }
    }
    let written = written(message.parts, number: nil)
    promise((try? MessageFormat(parsing: written)) == message, "written again, read otherwise: \(written)")
    checkLayout(message)
  }

  private static func hasForms(_ parts: [MessageFormat.Part], _ rule: PluralRule) -> Bool {
    parts.allSatisfy { part in
      guard case .plural(_, let forms) = part else { return true }
      let given = Set(forms.map(\.category))
      return (given.contains(.other) || rule.categories.allSatisfy(given.contains))
        && forms.allSatisfy { hasForms($0.parts, rule) }
    }
  }

  /// In one spelling.
  private static func written(_ parts: [MessageFormat.Part], number: String?) -> String {
    parts.map { part in
      switch part {
      case .text(let text): text
      case .argument(let name): name == number ? "#" : "{\(name)}"
      case .plural(let name, let forms):
        "{\(name), plural, "
          + forms.map { "\($0.category.rawValue) {\(written($0.parts, number: name))}" }.joined(separator: " ") + "}"
      }
    }.joined()
  }

  private static let page = RecordType([("title", .text), ("count", .number)])

  /// In element content and in an attribute.
  private static func checkLayout(_ message: MessageFormat) {
    let table = StringTable(["key": .init(message, at: SourceLocation(file: "strings/ru.json"))])
    let layout = LayoutSource(
      name: "page", file: "page.mustache", text: "<p title=\"{{strings.key}}\">{{strings.key}}</p>")
    let library = LayoutLibrary(sources: [layout], strings: table)
    guard let compiled = library.compile("page", for: page).layout else { return }
    var buffer = OutputBuffer()
    compiled.render(.record([.text("<b onclick='x'>\"&"), .number(3)]), into: &buffer)
    promise(BrowserTokens.shape(of: buffer.bytes) == ["<p title>", "</p>"], "a string adds to the page's markup")
  }
}
