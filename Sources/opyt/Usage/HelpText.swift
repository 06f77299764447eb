/// The help of a command, in Russian.
struct HelpText {
  let text: String

  private static let width = 80
  /// Where what stands behind a name begins.
  private static let column = 24

  /// - Parameter parents: the names of the commands that it is called behind.
  init(_ command: CommandDeclaration, behind parents: [String] = []) {
    let name = (parents + [command.commandName]).joined(separator: " ")
    var parts = [Self.wrapped(command.abstract ?? "")]
    parts += Self.paragraphs(command.discussion ?? "").map { Self.wrapped($0) }
    parts.append(Self.wrapped("Как вызывать: " + Self.usage(of: command, name)))
    parts += [
      Self.section("Что указать", command.positionals.map { ($0.usage, $0.abstract ?? "") }),
      Self.section("Команды", command.commands.map { ($0.commandName, $0.abstract ?? "") }),
      Self.section("Ключи", command.options.map { (Self.names(of: $0), Self.words(for: $0)) }),
    ].compactMap { $0 }
    if !command.commands.isEmpty { parts.append("Подробно о команде: \(name) help <команда>") }
    text = parts.filter { !$0.isEmpty }.joined(separator: "\n\n") + "\n"
  }

  /// `opyt bulletin <номер> [ключи]`
  static func usage(of command: CommandDeclaration, _ name: String) -> String {
    let positionals = command.positionals.map { $0.isOptional ? "[\($0.usage)]" : $0.usage }
    let rest = (command.commands.isEmpty ? positionals : ["<команда>"]) + (command.options.isEmpty ? [] : ["[ключи]"])
    return ([name] + rest).joined(separator: " ")
  }

  private static func names(of option: CommandDeclaration.Argument) -> String {
    let names = (option.names ?? []).map(\.text).joined(separator: ", ")
    return option.kind == .option ? "\(names) <\(option.valueName ?? "")>" : names
  }

  /// What ArgumentParser declares of its own is described here.
  private static func words(for option: CommandDeclaration.Argument) -> String {
    switch option.typedName {
    case "--help": "Показать эту справку."
    case "--version": "Показать версию программы."
    default: (option.abstract ?? "") + (option.defaultValue.map { " По умолчанию \($0)." } ?? "")
    }
  }

  private static func section(_ title: String, _ rows: [(name: String, words: String)]) -> String? {
    guard !rows.isEmpty else { return nil }
    let lines = rows.map { row in
      let name = "  " + row.name
      let words = wrapped(row.words, indentedBy: column)
      guard name.count <= column - 2 else { return "\(name)\n\(words)" }
      return name + words.dropFirst(name.count)
    }
    return ([title + ":"] + lines).joined(separator: "\n")
  }

  private static func paragraphs(_ text: String) -> [String] {
    text.split(separator: "\n", omittingEmptySubsequences: false).split { $0.isEmpty }.map {
      $0.joined(separator: " ")
    }
  }

  /// Lines of no more than the width of a window.
  static func wrapped(_ text: String, indentedBy indent: Int = 0) -> String {
    let margin = String(repeating: " ", count: indent)
    var lines: [String] = []
    for word in text.split(whereSeparator: { $0 == " " || $0 == "\n" }) {
      if let last = lines.last, last.count + 1 + word.count <= width {
        lines[lines.count - 1] += " " + word
      } else {
        lines.append(margin + word)
      }
    }
    return lines.joined(separator: "\n")
  }
}
