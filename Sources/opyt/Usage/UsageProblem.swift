import OpytDiagnostics

/// What can be wrong with a call of the program.
enum UsageProblem {
  typealias Argument = CommandDeclaration.Argument

  case commandUnknown(String, nearest: String?, CommandDeclaration)
  case optionUnknown(String, nearest: String?, CommandDeclaration)
  /// Only other commands have it.
  case optionOfOther(String, [CommandDeclaration], CommandDeclaration)
  case optionBeforeCommand(String)
  case valueMissing(Argument)
  case valueExtra(Argument)
  case valueUnknown(String, Argument, [String])
  case numberInvalid(String, Argument)
  case wordExtra(String, CommandDeclaration, Place?)
  /// A date or a name of several words: only the first of them was taken for it.
  case valueUnquoted(String, Argument)
  case wordMissing(Argument, CommandDeclaration)

  /// What a word too many may be: a command reads the whole of a site.
  enum Place {
    /// The folder with the configuration.
    case site(String)
    /// A file or a folder of a site, by the path of the site's folder: nil where it is the one that is taken anyway.
    case inside(String?)
    /// Another folder or file.
    case elsewhere
  }

  /// What is wrong, and what to type.
  var message: Phrase {
    switch self {
    case .commandUnknown(let word, let nearest?, _):
      return Phrase(
        "нет команды «\(word)»; возможно, «opyt \(nearest)»",
        en: "no command “\(word)”; did you mean “opyt \(nearest)”?")
    case .commandUnknown(let word, nil, let root):
      let names = root.commands.map(\.commandName).joined(separator: ", ")
      return Phrase("нет команды «\(word)»; есть: \(names)", en: "no command “\(word)”; there are: \(names)")
    case .optionUnknown(let word, let nearest?, _):
      return Phrase(
        "нет ключа «\(word)»; возможно, «\(nearest)»", en: "no option “\(word)”; did you mean “\(nearest)”?")
    case .optionUnknown(let word, nil, let command):
      let names = command.options.map(\.typedName).joined(separator: ", ")
      return Phrase("нет ключа «\(word)»; есть: \(names)", en: "no option “\(word)”; there are: \(names)")
    case .optionOfOther(let word, let others, let command):
      let names = others.map { "opyt \($0.commandName)" }.joined(separator: ", ")
      return Phrase(
        "у команды \(command.commandName) нет ключа \(word): он есть только у \(names)",
        en: "\(command.commandName) has no option \(word): only \(names) has")
    case .optionBeforeCommand(let word):
      return Phrase(
        "ключ \(word) пишут после команды: opyt check \(word) …",
        en: "the option \(word) goes behind the command: opyt check \(word) …")
    case .valueMissing(let option):
      return Phrase(
        "после \(option.typedName) чего-то не хватает: \(option.usage)",
        en: "\(option.typedName) lacks its value: \(option.usage)")
    case .valueExtra(let option):
      return Phrase("ключ \(option.typedName) пишут без значения", en: "\(option.typedName) takes no value")
    case .valueUnknown(let value, let option, let values):
      let near = Suggester.nearest(to: value, among: values)
      let list = values.joined(separator: ", ")
      return Phrase(
        "\(option.typedName) не бывает «\(value)»; \(near.map { "возможно, «\($0)»" } ?? "можно: \(list)")",
        en: "\(option.typedName) can't be “\(value)”; \(near.map { "did you mean “\($0)”?" } ?? "one of: \(list)")")
    case .numberInvalid(let value, let argument):
      let name = argument.kind == .positional ? argument.usage : argument.typedName
      return Phrase(
        "\(name) – целое число, например 3, а не «\(value)»",
        en: "\(name) is a whole number such as 3, not “\(value)”")
    case .wordExtra(let word, let command, let place):
      let hint = place.map { $0.hint(command.commandName) }
      return Phrase(
        "лишнее слово после команды \(command.commandName): «\(word)»\(hint.map { "; \($0.russian)" } ?? "")",
        en: "a word too many behind \(command.commandName): “\(word)”\(hint.map { "; \($0.english)" } ?? "")")
    case .valueUnquoted(let value, let option):
      return Phrase(
        "несколько слов с пробелами берут в кавычки: \(option.typedName) \"\(value)\"",
        en: "several words are put into quotes: \(option.typedName) \"\(value)\"")
    case .wordMissing(let argument, let command):
      return Phrase(
        "не хватает \(argument.usage): opyt \(command.commandName) \(argument.usage)",
        en: "\(argument.usage) is missing: opyt \(command.commandName) \(argument.usage)")
    }
  }

  /// Where nothing is known but that the words can't be understood.
  static let unknown = Phrase("вызов непонятен", en: "the call can't be understood")
}

extension UsageProblem.Place {
  /// What to type instead.
  fileprivate func hint(_ command: String) -> Phrase {
    switch self {
    case .site(let folder):
      Phrase("папку сайта указывают так: --site \(folder)", en: "a site's folder is given so: --site \(folder)")
    case .inside(let site):
      Phrase(
        """
        команда читает сайт целиком, отдельную папку или файл указывать не нужно: \
        opyt \(command)\(site.map { " --site \($0)" } ?? "")
        """,
        en: """
          the command reads the whole site, not a folder or file of it: \
          opyt \(command)\(site.map { " --site \($0)" } ?? "")
          """)
    case .elsewhere:
      Phrase(
        "папку сайта (в ней лежит site-config.json) указывают так: --site папка",
        en: "a site's folder, which has site-config.json in it, is given so: --site FOLDER")
    }
  }
}
