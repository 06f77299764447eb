import OpytDiagnostics
import OpytText

/// `{{strings.key}}`: words of the theme, whose places are filled with the names in reach.
extension LayoutCompiler {
  func isString(_ name: LayoutNode.NameReference) -> Bool { name.parts.first == StringTable.name }

  mutating func printString(_ name: LayoutNode.NameReference, in layout: ParsedLayout) {
    let location = layout.text.location(name.span)
    let key = name.parts.dropFirst().joined(separator: ".")
    if case .notThere(let why) = PrintingPlace(of: .text, in: context) {
      tell(.notThere(why, name.written, .text, at: location), in: layout)
    }
    context.fillValue(.literal)
    guard let entry = strings[key] else {
      let nearest = Suggester.nearest(to: key, among: strings.keys)
      return tell(.stringUnknown(key, nearest: nearest, at: location), in: layout)
    }
    usedStrings.insert(key)
    append(entry.message.parts, of: key, at: name.span, in: layout)
  }

  private mutating func append(
    _ parts: [MessageFormat.Part], of key: String, at span: Range<Int>, in layout: ParsedLayout
  ) {
    for part in parts {
      switch part {
      case .text(let text):
        var escaped: [UInt8] = []
        HTMLEscaping.append(text, to: &escaped)
        program.appendLiteral(escaped[...])
      case .argument(let argument):
        guard let path = resolveArgument(argument, of: key, mustBeNumber: false, at: span, in: layout) else { continue }
        program.appendPrint(path)
      case .plural(let argument, let forms):
        guard let path = resolveArgument(argument, of: key, mustBeNumber: true, at: span, in: layout) else { continue }
        let given = PluralCategories(forms.map(\.category))
        let left = PluralCategories(PluralCategory.allCases).subtracting(given)
        let apart: PluralCategories = given.isSuperset(of: .init(.exactlyOne)) ? .oneIsApart : []
        for form in forms {
          let own = PluralCategories(form.category).union(apart)
          let start = program.begin(.ifCounted(path, form.category == .other ? own.union(left) : own))
          append(form.parts, of: key, at: span, in: layout)
          program.end(start)
        }
      }
    }
  }

  private mutating func resolveArgument(
    _ argument: String, of key: String, mustBeNumber: Bool, at span: Range<Int>, in layout: ParsedLayout
  ) -> ValuePath? {
    let location = layout.text.location(span)
    let parts = argument.split(separator: ".").map(String.init)
    switch stack.resolve(LayoutNode.NameReference(parts: parts, span: span)) {
    case .found(.number, let path): return path
    case .found(.text, let path) where !mustBeNumber: return path
    case .found(let type, _):
      tell(.stringArgumentType(argument, of: key, type, mustBeNumber: mustBeNumber, at: location), in: layout)
    case .unknown(let nearest):
      tell(.stringArgumentUnknown(argument, of: key, nearest: nearest, at: location), in: layout)
    case .noFields(_, let type):
      tell(.stringArgumentType(argument, of: key, type, mustBeNumber: mustBeNumber, at: location), in: layout)
    case .undecided: break
    }
    return nil
  }
}
