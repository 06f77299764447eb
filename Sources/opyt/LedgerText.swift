import Foundation
import OpytDiagnostics
import OpytSite
import OpytText

/// How the addresses of a site differ from its ledger, for people: what is new, what was recorded, what to do next.
struct LedgerText {
  private let change: LedgerChange
  private let language: Language

  init(_ change: LedgerChange, in language: Language) {
    self.change = change
    self.language = language
  }

  var text: String {
    var parts = [
      section(
        change.isAccepted
          ? Phrase("Записаны новые адреса", en: "New addresses, recorded")
          : Phrase("Новые адреса: в списке их ещё нет", en: "New addresses that the list has not yet"), change.new),
      section(
        change.isAccepted
          ? Phrase("Снова на сайте: отметка о снятии убрана", en: "On the site again: no more marked as removed")
          : Phrase("Снова на сайте, а в списке отмечены как снятые", en: "On the site again, and marked as removed"),
        change.returned),
    ]
    // What vanished and was not accepted is told as errors, each at its line.
    if change.isAccepted {
      parts.append(
        section(
          Phrase("Отмечены как снятые с публикации", en: "Marked as removed"), change.vanished))
    }
    let told = parts.compactMap(\.self)
    return told.isEmpty ? "" : told.joined(separator: "\n") + "\n"
  }

  /// How many addresses are named; programs get all.
  private static let shownCount = 20

  private func section(_ title: Phrase, _ addresses: [String]) -> String? {
    guard !addresses.isEmpty else { return nil }
    var lines = addresses.prefix(Self.shownCount).map { "  \($0)" }
    let rest = addresses.count - Self.shownCount
    if rest > 0 { lines.append("  " + Phrase("и\u{A0}ещё \(rest)", en: "and \(rest) more")(in: language)) }
    return "\(title(in: language)) (\(addresses.count)):\n" + lines.joined(separator: "\n") + "\n"
  }

  /// The last line.
  static func closing(_ change: LedgerChange) -> Phrase {
    let count = Plural("адрес", "адреса", "адресов").counted(change.addressCount)
    let all = Phrase(
      change.removedCount == 0 ? count : "\(count), из них снято с публикации: \(change.removedCount)",
      en: "addresses: \(change.addressCount), removed: \(change.removedCount)")
    if change.isWritten {
      return Phrase(
        "Готово: в \(change.path) \(all.russian). Сохраните этот файл вместе с материалами.",
        en: "Done: \(change.path), \(all.english). Commit it with the content.")
    }
    if change.isAccepted {
      return Phrase(
        "Записывать нечего: в \(change.path) уже всё есть, \(all.russian).",
        en: "Nothing to record: \(change.path) has it all, \(all.english).")
    }
    if !change.isThere {
      return Phrase(
        "Списка опубликованных адресов у сети ещё нет, поэтому пропажу страниц никто не заметит. Завести его: "
          + "opyt ledger --accept",
        en:
          "The network keeps no list of its addresses, so nobody sees pages vanish. To begin one: opyt ledger --accept")
    }
    return change.isEmpty
      ? Phrase(
        "Всё на месте: в \(change.path) \(all.russian).", en: "All is there: \(change.path), \(all.english).")
      : Phrase(
        "Ничего не изменено. Записать в \(change.path): opyt ledger --accept",
        en: "Nothing was changed. To record it in \(change.path): opyt ledger --accept")
  }
}

/// The same for programs.
extension LedgerChange {
  private struct Object: Encodable {
    let file: String
    let written: Bool
    let new: [String]
    let vanished: [String]
    let returned: [String]
    let addresses: Int
    let removed: Int
  }

  /// One object under its name.
  var json: (name: String, json: String)? {
    let object = Object(
      file: path, written: isWritten, new: new, vanished: vanished, returned: returned, addresses: addressCount,
      removed: removedCount)
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    return (try? encoder.encode(object)).map { ("ledger", String(decoding: $0, as: UTF8.self)) }
  }
}
