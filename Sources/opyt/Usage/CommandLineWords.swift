import OpytDiagnostics
import OpytSite

/// The words that the program was called with, and what is wrong with them: told with what was meant, and in the
/// reader's language, neither of which ArgumentParser does.
struct CommandLineWords {
  private let words: [String]
  private let root: CommandDeclaration

  /// - Parameter words: without the program's name.
  init(_ words: [String], of root: CommandDeclaration) {
    self.words = words
    self.root = root
  }

  /// The command that the words name; nil for the program itself, or where they name none.
  var command: CommandDeclaration? {
    let names = words.filter { !$0.hasPrefix("-") }
    let name = names.first == "help" ? names.dropFirst().first : names.first
    return name.flatMap(root.command)
  }

  /// Whether the help is asked for.
  var asksForHelp: Bool { words.isEmpty || words.first == "help" || words.contains { $0 == "--help" || $0 == "-h" } }

  /// Whether the help of a command is asked for that there is not.
  var isHelpOfNothing: Bool {
    if case .commandUnknown = problem { true } else { false }
  }

  /// Whether messages are to be read by a program.
  var asksForJSON: Bool {
    value(of: "--format") == "json" && command?.option("--format")?.allValues?.contains("json") != false
  }

  /// The value of an option, as far as it can be made out.
  func value(of option: String) -> String? {
    for (index, word) in words.enumerated() {
      if word == option { return words.dropFirst(index + 1).first }
      if word.hasPrefix(option + "=") { return String(word.dropFirst(option.count + 1)) }
    }
    return nil
  }

  /// The first thing that is wrong.
  var problem: UsageProblem? {
    let isHelp = words.first == "help"
    let rest = isHelp ? words[1...] : words[...]
    guard let first = rest.first else { return nil }
    guard !first.hasPrefix("-"), !first.isDashed else { return problem(ofOption: first, of: nil) }
    guard let command = root.command(first) else {
      if isHelp, first == "help" { return nil }
      return .commandUnknown(first, nearest: Self.command(near: first, root.commands.map(\.commandName)), root)
    }
    if isHelp { return nil }
    return problem(of: Array(rest.dropFirst()), of: command)
  }

  private func problem(of words: [String], of command: CommandDeclaration) -> UsageProblem? {
    var positionals = command.positionals[...]
    var index = words.startIndex
    var last: (option: CommandDeclaration.Argument, value: String)?
    while index < words.endIndex {
      let word = words[index]
      index += 1
      guard word.hasPrefix("-") || word.isDashed, word != "-" else {
        if let last, let value = Self.unquoted(last.option, last.value, words[(index - 1)...]) {
          return .valueUnquoted(value, last.option)
        }
        if positionals.popFirst() == nil { return .wordExtra(word, command, Self.place(word)) }
        continue
      }
      if let positional = positionals.first, Int(word) != nil { return .numberInvalid(word, positional) }
      let parts = word.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
      guard let option = command.option(parts[0]) else { return problem(ofOption: parts[0], of: command) }
      if option.kind == .flag {
        if parts.count > 1 { return .valueExtra(option) }
        continue
      }
      guard let value = parts.dropFirst().first ?? words.dropFirst(index).first, !value.isEmpty,
        parts.count > 1 || !value.hasPrefix("-")
      else { return .valueMissing(option) }
      if parts.count == 1 { index += 1 }
      last = (option, value)
      if let values = option.allValues, !values.contains(value) { return .valueUnknown(value, option, values) }
      if option.valueName == "число", Int(value) == nil { return .numberInvalid(value, option) }
    }
    return positionals.first { !$0.isOptional }.map { .wordMissing($0, command) }
  }

  private func problem(ofOption word: String, of command: CommandDeclaration?) -> UsageProblem? {
    if (command ?? root).option(word) != nil { return nil }
    let others = root.commands.filter { $0.option(word) != nil }
    guard let command else {
      let near = Self.option(near: word, root.options.map(\.typedName))
      return others.isEmpty ? .optionUnknown(word, nearest: near, root) : .optionBeforeCommand(word)
    }
    let near = Self.option(near: word, command.options.map(\.typedName))
    return near == nil && !others.isEmpty
      ? .optionOfOther(word, others, command) : .optionUnknown(word, nearest: near, command)
  }

  // MARK: What was meant

  /// A value that a shell has cut at its blanks; nil where the words behind it are words of their own.
  private static func unquoted(
    _ option: CommandDeclaration.Argument, _ value: String, _ words: ArraySlice<String>
  ) -> String? {
    let rest = words.prefix { !$0.hasPrefix("-") && !$0.isDashed }
    switch option.valueName {
    case "дата":
      guard (1...2).contains(value.count), value.allSatisfy(\.isNumber) else { return nil }
      return ([value] + rest.prefix(2)).joined(separator: " ")
    case "папка", "файл":
      // As much of it as is there.
      return rest.indices.reversed().lazy.map { ([value] + rest[...$0]).joined(separator: " ") }
        .first { SiteFolder.exists($0) }
    default: return nil
    }
  }

  /// What a word too many says of the site that was meant.
  private static func place(_ word: String) -> UsageProblem.Place? {
    guard let site = SiteFolder(around: word) else { return word.contains("/") ? .elsewhere : nil }
    if !site.isAbove { return .site(word) }
    return .inside(site.path == SiteFolder(given: nil).path ? nil : site.path)
  }

  private static func command(near word: String, _ names: [String]) -> String? {
    if let near = Suggester.nearest(to: word, among: names) { return near }
    let russian = [
      "собрать": "build", "сборка": "build", "построить": "build", "проверить": "check", "проверка": "check",
      "бюллетень": "bulletin", "выпуск": "bulletin", "отчёт": "report", "таблицы": "report", "справка": "help",
      "sobrat": "build", "postroit": "build", "proverit": "check", "proverka": "check", "byulleten": "bulletin",
      "otchyot": "report", "otchet": "report", "test": "check", "validate": "check", "lint": "check", "make": "build",
      "generate": "build", "serve": "build", "поля": "fields", "поле": "fields", "образец": "fields",
      "пример": "fields",
      "шаблон": "fields", "template": "fields", "sample": "fields", "new": "fields",
      "аудит": "audit", "verify": "audit", "целостность": "audit", "отозвать": "revoke", "отзыв": "revoke",
      "согласие": "revoke", "consent": "revoke", "withdraw": "revoke", "otozvat": "revoke",
    ]
    return Suggester.nearest(to: word, among: russian.keys.sorted()).flatMap { russian[$0] }
  }

  private static func option(near word: String, _ names: [String]) -> String? {
    let bare = String(word.drop { $0.isDash })
    guard !bare.isEmpty else { return nil }
    let stems = names.map { String($0.drop { $0 == "-" }) }
    // A single letter stands for the option that begins with it, where only one does.
    let initials = stems.filter { $0.hasPrefix(bare) }
    let near = initials.count == 1 ? initials.first : Suggester.nearest(to: bare, among: stems)
    let russian = [
      "папка": "site", "сайт": "site", "адрес": "base-url", "черновики": "drafts", "тихо": "quiet", "вид": "format",
      "формат": "format", "год": "year", "сегодня": "today", "потоки": "jobs", "url": "base-url", "baseurl": "base-url",
      "out": "output", "draft": "drafts", "silent": "quiet", "threads": "jobs", "date": "today", "помощь": "help",
      "справка": "help", "версия": "version", "образец": "sample", "пример": "sample", "шаблон": "sample",
      "example": "sample",
    ]
    let meant = near ?? russian[bare.lowercased()].flatMap { stems.contains($0) ? $0 : nil }
    return meant.map { "--" + $0 }
  }
}

extension Character {
  /// Word processors make one long dash of two.
  fileprivate var isDash: Bool { "-–—−‑".contains(self) }
}

extension String {
  fileprivate var isDashed: Bool { first?.isDash == true && first != "-" }
}
