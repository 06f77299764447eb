package import OpytDiagnostics
package import OpytLayout
import OpytMarkup
import OpytNetwork
import OpytText

/// One file of strings: `strings/ru.json`.
package struct StringsSource: Sendable {
  /// From the folder of layouts.
  let name: String
  /// What diagnostics call it.
  let file: String
  let bytes: [UInt8]
  /// Whether it is the site's, not the built-in one.
  let isOwn: Bool
}

/// Reads the strings of a theme and checks them like its layouts: none may be missing and none unused.
package enum StringsFile {
  /// The strings of one language: the site's own over the built-in ones.
  package static func read(_ sources: [StringsSource], language: Language) -> (
    table: StringTable, diagnostics: [Diagnostic]
  ) {
    var entries: [String: StringTable.Entry] = [:]
    var diagnostics: [Diagnostic] = []
    let rule: PluralRule = language == .russian ? .russian : .english
    for source in sources where source.name == name(of: language) {
      let (read, problems) = read(source, rule)
      entries.merge(read) { $1 }
      diagnostics += problems
    }
    return (StringTable(entries, rule: rule, typography: language.typography), diagnostics)
  }

  private static func name(of language: Language) -> String { "strings/\(language.rawValue).json" }

  private static func read(
    _ source: StringsSource, _ rule: PluralRule
  ) -> (entries: [String: StringTable.Entry], diagnostics: [Diagnostic]) {
    let (node, problems) = JSONReader.read(source.bytes, file: source.file)
    guard let node else { return ([:], problems) }
    guard case .mapping(let mapping, _) = node else {
      return ([:], problems + [.stringsNotMapping(at: SourceLocation(file: source.file, range: node.range))])
    }
    var entries: [String: StringTable.Entry] = [:]
    var diagnostics = problems
    for entry in mapping {
      let location = SourceLocation(file: source.file, range: entry.keyRange)
      if let first = entries[entry.key] {
        diagnostics.append(.stringTwice(entry.key, at: location, first: first.location))
        continue
      }
      guard case .scalar(let scalar) = entry.value, !scalar.isPlain else {
        diagnostics.append(.stringNotText(entry.key, at: SourceLocation(file: source.file, range: entry.value.range)))
        continue
      }
      let value = SourceLocation(file: source.file, range: scalar.range)
      do throws(MessageFormat.Fault) {
        let message = try MessageFormat(parsing: scalar.text)
        if let category = message.missingCategories(rule).first {
          diagnostics.append(.pluralIncomplete(entry.key, category, at: value))
        }
        entries[entry.key] = StringTable.Entry(message, at: location)
      } catch {
        diagnostics.append(.messageInvalid(error, at: value))
      }
    }
    return (entries, diagnostics)
  }

  /// What the program prints must be there with the values it is given; what nothing prints must go.
  /// - Parameters:
  ///   - declared: the strings that the program prints.
  ///   - usedByLayouts: the keys of the strings that layouts print.
  static func check(
    _ table: StringTable, _ sources: [StringsSource], language: Language, declared: [ThemeString],
    usedByLayouts: Set<String>
  ) -> [Diagnostic] {
    var diagnostics: [Diagnostic] = []
    let files = sources.filter { $0.name == name(of: language) }
    let file = files.last?.file ?? name(of: language)
    for string in declared {
      guard let entry = table[string.key] else {
        diagnostics.append(.stringMissing(string.key, at: SourceLocation(file: file)))
        continue
      }
      for (argument, mustBeNumber) in entry.message.arguments.sorted(by: { $0.key < $1.key }) {
        guard let isNumber = string.arguments[argument] else {
          diagnostics.append(
            .argumentUnknown(argument, of: string.key, known: string.arguments.keys.sorted(), at: entry.location))
          continue
        }
        if mustBeNumber, !isNumber {
          diagnostics.append(.argumentNotNumber(argument, of: string.key, at: entry.location))
        }
      }
    }
    // A built-in string that a site's own layouts don't need any more is nobody's mistake.
    let own = Set(files.filter(\.isOwn).map(\.file))
    let used = usedByLayouts.union(declared.map(\.key))
    for key in table.keys where !used.contains(key) {
      if let location = table[key]?.location, own.contains(location.file) {
        diagnostics.append(.stringUnused(key, at: location))
      }
    }
    return diagnostics
  }
}
