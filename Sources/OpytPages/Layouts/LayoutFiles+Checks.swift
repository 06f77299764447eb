import OpytDiagnostics
import OpytTheme

/// What is wrong with a site's own files, apart from the syntax of layouts and strings.
extension LayoutFiles {
  /// - Parameter usedLayouts: the names of the layouts that pages are printed with; nil when they aren't known for all.
  func check(usedLayouts: Set<String>?) -> [Diagnostic] {
    own.compactMap { unused($0.path, usedLayouts: usedLayouts) } + longNames() + styleFaults() + unknownProperties()
  }

  /// Names that no file system holds with the mark of their content in them.
  private func longNames() -> [Diagnostic] {
    assets.filter { Assets.fingerprintedName($0).utf8.count > 255 }.map { asset in
      Diagnostic(
        .addressTooLong,
        Phrase(
          "имя файла слишком длинное: при публикации к нему добавится 17 знаков",
          en: "the file's name is too long: publishing adds 17 characters to it"),
        at: SourceLocation(file: folder + "/" + asset.path), advice: Phrase("сократите его", en: "shorten it"))
    }
  }

  // MARK: Files that nothing reads

  private func unused(_ path: String, usedLayouts: Set<String>?) -> Diagnostic? {
    let location = SourceLocation(file: folder + "/" + path)
    let builtIn = ThemeFile.builtIn.map(\.path)
    if path.hasSuffix(Self.layoutEnding) {
      guard let usedLayouts, !usedLayouts.contains(String(path.dropLast(Self.layoutEnding.count))) else { return nil }
      return .layoutUnused(nearest: nearest(to: path, builtIn.filter { $0.hasSuffix(Self.layoutEnding) }), at: location)
    }
    if StyleSheet.isPart(path) {
      if own.contains(where: { $0.path == StyleSheet.wholePath }) { return .stylePartReplaced(at: location) }
      if builtIn.contains(path) { return nil }
      let parts = builtIn.filter { StyleSheet.isPart($0) }
      return .stylePartUnknown(
        nearest: nearest(to: path, parts), extra: folder + "/" + StyleSheet.extraPath, at: location)
    }
    if path.hasPrefix(Self.assetsFolder) {
      let known =
        [StyleSheet.wholePath, StyleSheet.extraPath]
        + builtIn.filter { $0.hasPrefix(Self.assetsFolder) && !StyleSheet.isPart($0) }
      if known.contains(path) { return nil }
      // Other files are published as they are; only a slip in a known name is worth a word.
      return nearest(to: path, known).map { .fileUnread(nearest: $0, at: location) }
    }
    let isNote = path.split(separator: "/").last?.hasPrefix("README") == true
    if builtIn.contains(path) || isNote { return nil }
    return .fileUnread(nearest: nearest(to: path, builtIn), at: location)
  }

  /// The path that was meant: a name like it in the same folder, or the same name in another one. Never one that the
  /// site has beside it.
  private func nearest(to path: String, _ known: [String]) -> String? {
    let meant = PathParts(path)
    let parts = known.map { PathParts($0) }
    let siblings = parts.filter { $0.folder == meant.folder && $0.ending == meant.ending }
    let stem = Suggester.nearest(to: meant.stem, among: siblings.map(\.stem))
    let nearest =
      siblings.first { $0.stem == stem } ?? parts.first { $0.stem == meant.stem && $0.ending == meant.ending }
    guard let nearest, !own.contains(where: { $0.path == nearest.path }) else { return nil }
    return folder + "/" + nearest.path
  }

  /// `partials/card.mustache`: folders and endings are as alike as can be, so that only the stem tells a slip.
  private struct PathParts {
    let path: String
    let folder: Substring
    let stem: String
    let ending: Substring

    init(_ path: String) {
      self.path = path
      let nameStart = path.lastIndex(of: "/").map(path.index(after:)) ?? path.startIndex
      let name = path[nameStart...]
      let dot = name.lastIndex(of: ".") ?? name.endIndex
      folder = path[..<nameStart]
      stem = String(name[..<dot])
      ending = name[dot...]
    }
  }

  // MARK: The style sheet

  /// One open bracket or comment in a part would void the parts behind it.
  private func styleFaults() -> [Diagnostic] {
    ownParts.compactMap { part in
      let text = part.text
      return StyleSheetSyntax(text).fault.map { .styleInvalid($0.kind, at: location(part, $0.range, in: text)) }
    }
  }

  /// Properties that are asked for and not set: a slip, or a part was replaced that used to set them.
  private func unknownProperties() -> [Diagnostic] {
    let ownPaths = Set(ownParts.map(\.path))
    if ownPaths.isEmpty { return [] }
    let sheet = (styleSheet.parts + (styleSheet.extra.map { [$0] } ?? [])).map {
      (file: $0, css: StyleSheetSyntax($0.text))
    }
    // Behind a fault anything might be set.
    guard sheet.allSatisfy({ $0.css.fault == nil }) else { return [] }
    let ownSheet = sheet.filter { ownPaths.contains($0.file.path) }
    let used = Set(sheet.flatMap { $0.css.uses.map(\.name) })
    let declared = Set(sheet.flatMap(\.css.declared))
    let declaredHere = Set(ownSheet.flatMap(\.css.declared))

    var missing: [String: [String]] = [:]
    for (name, path) in Self.firstDeclarations where ownPaths.contains(path) {
      if used.contains(name), !declaredHere.contains(name) { missing[path, default: []].append(name) }
    }
    let told = Set(missing.values.joined())
    let unknown = ownSheet.flatMap { file, css in
      css.uses.filter { !declared.contains($0.name) && !told.contains($0.name) }.map { use in
        Diagnostic.propertyUnknown(
          use.name, nearest: Suggester.nearest(to: use.name, among: declared.sorted()),
          at: location(file, use.range, in: file.text))
      }
    }
    return unknown
      + missing.map { path, names in
        .propertiesMissing(names.sorted(), at: SourceLocation(file: folder + "/" + path))
      }
  }

  /// Each property of the built-in style sheet, and the part that sets it first; later ones only set it anew.
  private static var firstDeclarations: [String: String] {
    StyleSheet(ThemeFile.builtIn).parts.reduce(into: [:]) { first, part in
      for name in StyleSheetSyntax(part.text).declared where first[name] == nil { first[name] = part.path }
    }
  }

  /// Those of the style sheet's files that are the site's.
  private var ownParts: [ThemeFile] {
    let inUse = Set(styleSheet.parts.map(\.path) + [StyleSheet.extraPath])
    return own.filter { inUse.contains($0.path) }
  }

  private func location(_ file: ThemeFile, _ range: Range<Int>, in text: [UInt8]) -> SourceLocation {
    SourceLocation(file: folder + "/" + file.path, range: SourceRange(range, in: text))
  }
}

extension Diagnostic {
  fileprivate static func layoutUnused(nearest: String?, at location: SourceLocation) -> Diagnostic {
    Diagnostic(
      .layoutUnused, .warning,
      Phrase(
        "этот макет ничто не печатает: его не вставляет ни один другой, и страницы с таким именем нет",
        en: "nothing prints this layout: no other one includes it, and there is no page of its name"),
      at: location, suggestion: nearest.map { Suggestion($0) })
  }

  fileprivate static func stylePartUnknown(nearest: String?, extra: String, at location: SourceLocation) -> Diagnostic {
    Diagnostic(
      .layoutUnused, .warning,
      Phrase(
        "у стилей нет части с таким именем: она ничего не заменяет",
        en: "the style sheet has no part of this name: it replaces nothing"),
      at: location, suggestion: nearest.map { Suggestion($0) },
      advice: Phrase("свои правила пишите в \(extra)", en: "write rules of your own into \(extra)"))
  }

  fileprivate static func stylePartReplaced(at location: SourceLocation) -> Diagnostic {
    Diagnostic(
      .layoutUnused, .warning,
      Phrase(
        "эту часть стилей ничто не читает: \(StyleSheet.wholePath) стоит вместо всех частей",
        en: "nothing reads this part of the style sheet: \(StyleSheet.wholePath) stands for all of them"),
      at: location)
  }

  fileprivate static func fileUnread(nearest: String?, at location: SourceLocation) -> Diagnostic {
    Diagnostic(
      .layoutUnused, .warning, Phrase("этот файл ничто не читает", en: "nothing reads this file"), at: location,
      suggestion: nearest.map { Suggestion($0) })
  }

  fileprivate static func styleInvalid(_ fault: StyleSheetSyntax.Fault, at location: SourceLocation) -> Diagnostic {
    let message: Phrase =
      switch fault {
      case .commentUnclosed:
        Phrase("комментарий не закрыт: нет «*/»", en: "the comment is not closed: there is no “*/”")
      case .stringUnclosed:
        Phrase("кавычка не закрыта до конца строки", en: "the quote is not closed before the line ends")
      case .bracketUnclosed(let bracket):
        Phrase("скобка \(bracket) не закрыта", en: "a bracket \(bracket) is not closed")
      case .bracketUnopened(let bracket): Phrase("лишняя скобка \(bracket)", en: "a bracket \(bracket) too many")
      }
    return Diagnostic(.styleInvalid, message, at: location)
  }

  fileprivate static func propertyUnknown(_ name: String, nearest: String?, at location: SourceLocation) -> Diagnostic {
    Diagnostic(
      .stylePropertyUnknown, .warning,
      Phrase("свойство «\(name)» нигде не задано", en: "the property “\(name)” is set nowhere"), at: location,
      suggestion: nearest.map { Suggestion($0) })
  }

  fileprivate static func propertiesMissing(_ names: [String], at location: SourceLocation) -> Diagnostic {
    let list = names.joined(separator: ", ")
    return Diagnostic(
      .stylePropertyUnknown, .warning,
      Phrase(
        "другим частям стилей нужны свойства, которых здесь нет: \(list)",
        en: "other parts of the style sheet need properties that are not set here: \(list)"),
      at: location)
  }
}
