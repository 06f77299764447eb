import ArgumentParser
import Foundation

/// What a command declares of itself, as ArgumentParser knows it: the one source of the help and of the words about a
/// wrong call. ArgumentParser's own are English.
struct CommandDeclaration: Decodable {
  let commandName: String
  let abstract: String?
  let discussion: String?
  let subcommands: [CommandDeclaration]?
  let arguments: [Argument]?

  struct Argument: Decodable {
    enum Kind: String, Decodable {
      case positional, option, flag
    }

    struct Name: Decodable {
      let kind: String
      let name: String

      /// As it is typed.
      var text: String { (kind == "long" ? "--" : "-") + name }
    }

    let kind: Kind
    let shouldDisplay: Bool
    let isOptional: Bool
    let names: [Name]?
    let valueName: String?
    let defaultValue: String?
    let allValues: [String]?
    let abstract: String?

    /// `--jobs <число>`, `<номер>`
    var usage: String {
      let value = "<\(valueName ?? "")>"
      switch kind {
      case .positional: return value
      case .option: return "\(typedName) \(value)"
      case .flag: return typedName
      }
    }

    /// The name that is shown: the long one where there is one.
    var typedName: String {
      let names = names ?? []
      return (names.first { $0.kind == "long" } ?? names.first)?.text ?? ""
    }

    func isCalled(_ name: String) -> Bool { names?.contains { $0.text == name } ?? false }
  }

  /// What the program itself declares.
  static func root() throws -> CommandDeclaration {
    struct Dump: Decodable { let command: CommandDeclaration }
    return try JSONDecoder().decode(Dump.self, from: Data(Opyt._dumpHelp().utf8)).command
  }

  /// The commands, without the one that ArgumentParser adds.
  var commands: [CommandDeclaration] { (subcommands ?? []).filter { $0.commandName != "help" } }

  var options: [Argument] { (arguments ?? []).filter { $0.kind != .positional && $0.shouldDisplay } }
  var positionals: [Argument] { (arguments ?? []).filter { $0.kind == .positional && $0.shouldDisplay } }

  func option(_ name: String) -> Argument? { options.first { $0.isCalled(name) } }
  func command(_ name: String) -> CommandDeclaration? { commands.first { $0.commandName == name } }
}
