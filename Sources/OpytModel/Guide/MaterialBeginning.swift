import OpytText

/// The file in which somebody who tried a material tells of it (S0: внедрение опыта): the front matter of one of the same
/// kind. What stays as it was is filled in, above what does not stands what it is, from the schema.
///
/// All but a few values is the same for all materials of a kind, and made once.
public struct MaterialBeginning: Sendable {
  private enum Part: Sendable {
    case words([UInt8])
    case title
    /// The material as others name it.
    case original
    case directions
    /// A field that stays as it was; as the words say where the original has none.
    case kept(index: Int, key: String, isList: Bool, blank: String)
  }

  /// What does not change when somebody else does the same.
  private static let keptFields: Set<String> = ["audience", "ages", "areas", "type"]

  private let parts: [Part]

  public init(_ kind: Kind) {
    let fields = kind.fields
    var parts: [Part] = []
    var words = """
      ---
      # Впишите своё в пустые поля: над каждым сказано, что в нём пишут.
      # Готовый файл положите в папку content/\(kind.russianFolder) своей сети.

      """
    func add(_ part: Part) {
      parts.append(.words(Array(words.utf8)))
      parts.append(part)
      words = ""
    }
    for (index, field) in fields.enumerated() {
      switch field.name {
      case "title":
        words += "\(field.russianName): "
        add(.title)
        words += "\n"
        if let borrowing = fields.first(where: { $0.name == "based_on" }), case .list(.record(let own)) = borrowing.type
        {
          words += "\(borrowing.russianName):\n"
          for (place, inner) in own.enumerated() {
            if place == 0 {
              words += "  - \(inner.russianName): "
              add(.original)
              words += "\n"
            } else {
              words += "    # \(inner.meaning)\n    \(inner.russianName):\n"
            }
          }
        }
      case "directions":
        words += "\(field.russianName): "
        add(.directions)
        words += "\n"
      case let name where Self.keptFields.contains(name):
        add(
          .kept(
            index: index, key: "\(field.russianName): ", isList: field.type.isListOrLists,
            blank: field.isRequired ? Self.blank(field) : ""))
      // Without its results no material is adopted (6).
      case let name where field.isRequired || name == "results": words += Self.blank(field)
      default: break
      }
    }
    words += "---\n"
    parts.append(.words(Array(words.utf8)))
    self.parts = parts
  }

  // MARK: What is to be filled in

  private static func blank(_ field: FieldDescription) -> String {
    if case .list(.record(let fields)) = field.type {
      // All of a small record; what a large one may have besides is told by `opyt fields`.
      let shown = fields.count > 5 ? fields.filter { $0.isRequired || $0.name == "form" } : fields
      let lines = shown.enumerated().map { index, inner in
        "\(index == 0 ? "  " : "    ")# \(inner.hint)\n\(index == 0 ? "  - " : "    ")\(inner.russianName):\n"
      }
      return "# \(field.meaning)\n\(field.russianName):\n\(lines.joined())"
    }
    return "# \(field.hint)\n\(field.russianName):\n"
  }

  // MARK: Of one material

  /// The file's bytes.
  /// - Parameter directions: those of the material's that its reader knows, by their ids.
  public func text(of document: DecodedDocument, directions: [String]) -> [UInt8] {
    var output: [UInt8] = []
    output.reserveCapacity(4096)
    for part in parts {
      switch part {
      case .words(let bytes): output += bytes
      case .title: Self.append("\(document.title): как получилось у нас", to: &output)
      case .original: Self.append("\(document.kind.folder)/\(document.id)", to: &output)
      case .directions: Self.append(directions, to: &output)
      case .kept(let index, let key, let isList, let blank):
        let values = Self.terms(document.entity.content(at: index))
        if values.isEmpty {
          output += blank.utf8
        } else {
          output += key.utf8
          if isList { Self.append(values, to: &output) } else { Self.append(values[0], to: &output) }
          output.append(UInt8(ascii: "\n"))
        }
      }
    }
    return output
  }

  /// The values of a vocabulary as authors write them: years of age, all else by its name.
  private static func terms(_ content: FieldContent) -> [String] {
    switch content {
    case .term(let vocabulary, let key):
      [
        key.utf8.first.map { $0 >= UInt8(ascii: "0") && $0 <= UInt8(ascii: "9") } ?? false
          ? key : vocabulary.label(for: key)
      ]
    case .list(let items): items.flatMap(terms)
    default: []
    }
  }

  private static func append(_ values: [String], to output: inout [UInt8]) {
    output.append(UInt8(ascii: "["))
    for (index, value) in values.enumerated() {
      if index > 0 { output += ", ".utf8 }
      append(value, to: &output)
    }
    output.append(UInt8(ascii: "]"))
  }

  /// A value as YAML reads it back, whatever stands in it.
  private static func append(_ value: String, to output: inout [UInt8]) {
    if WrittenValue.isPlain(value),
      value.unicodeScalars.allSatisfy({ $0.properties.isAlphabetic || $0.value < 0x7F && $0.value >= 0x20 })
    {
      output += value.utf8
      return
    }
    output.append(UInt8(ascii: "\""))
    for scalar in value.unicodeScalars {
      switch scalar {
      case "\"", "\\":
        output.append(UInt8(ascii: "\\"))
        output.append(UInt8(scalar.value))
      // Breaks of a line, also those that only some know, and what is not seen.
      case "\0"..<" ", "\u{7F}"..."\u{9F}", "\u{200B}"..."\u{200F}", "\u{2028}"..."\u{202E}", "\u{2066}"..."\u{2069}",
        "\u{FEFF}":
        let digits = String(scalar.value, radix: 16)
        output += "\\u".utf8
        for _ in digits.utf8.count..<4 { output.append(UInt8(ascii: "0")) }
        output += digits.utf8
      default: output += UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter
      }
    }
    output.append(UInt8(ascii: "\""))
  }
}

extension FieldDescription {
  /// What is written in it, in one line. An example that names a document could name one of the network's own, with a
  /// person in it who is published no more.
  fileprivate var hint: String {
    switch type {
    case .text, .prose: meaning
    case .reference: "\(meaning) Имя файла без «.md» или точное название."
    case .list(.reference): "\(meaning) Имена файлов без «.md» или точные названия: [первое, второе]"
    default: example.isEmpty || example.utf8.count > 80 ? meaning : "\(meaning) Например: \(example)"
    }
  }
}
