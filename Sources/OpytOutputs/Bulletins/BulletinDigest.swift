package import OpytPages
package import OpytText

/// An issue of the bulletin as a plain text for messengers: short enough to be sent in one piece.
package struct BulletinDigest: Sendable {
  struct Entry: Sendable {
    let title: String
    let kind: String
    /// Nil where the site's address is not known.
    let url: String?
  }

  struct Group: Sendable {
    let title: String
    let entries: [Entry]
  }

  /// The words that stand between what the issue tells.
  struct Words: Sendable {
    /// «и ещё 3»
    let more: @Sendable (Int) -> String
    /// «Весь выпуск: https://…»
    let whole: @Sendable (String) -> String
  }

  /// A text must stay under it, in UTF-16 units as programs count it and in Unicode scalars as servers do.
  static let limit = 4000

  private static let titleLength = 300
  private static let introductionLength = 400
  private static let groupLength = 200
  private static let kindLength = 100
  private static let moreLength = 100
  private static let wholeLength = 1200

  /// Nil where the issue has none besides its number.
  let title: String?
  /// «Бюллетень № 5, 1–31 марта 2026 г.»
  let issue: String
  /// The paragraphs of the editor's introduction.
  let introduction: [String]
  let groups: [Group]
  /// The issue's page.
  let url: String?
  let words: Words

  /// What does not fit is counted at the end: no word and no link is ever cut.
  package var text: String {
    var output = head
    let end = end
    let count = groups.reduce(0) { $0 + $1.entries.count }
    // The longest that «и ещё N» can get.
    let reserve = (1...max(count, 1)).map { more($0).unitCount }.max() ?? 0
    var omitted = 0
    for group in groups {
      var isOpen = false
      for entry in group.entries {
        guard let line = line(entry) else {
          omitted += 1
          continue
        }
        let piece = isOpen ? line : heading(group) + line
        if output.unitCount + piece.unitCount + reserve + end.unitCount < Self.limit {
          output += piece
          isOpen = true
        } else {
          omitted += 1
        }
      }
    }
    return output + (omitted > 0 ? more(omitted) : "") + end
  }

  private var head: String {
    let lines = [title, issue].compactMap { $0?.cut(to: Self.titleLength) }
    let opening = Self.sentences(introduction, within: Self.introductionLength)
    return lines.joined(separator: "\n") + "\n" + (opening.map { "\n\($0)\n" } ?? "")
  }

  private var end: String {
    guard let line = url.map(words.whole), line.unitCount <= Self.wholeLength else { return "" }
    return "\n\(line)\n"
  }

  private func more(_ count: Int) -> String { words.more(count).cut(to: Self.moreLength).map { "\n\($0)\n" } ?? "" }

  private func heading(_ group: Group) -> String {
    "\n" + (group.title.cut(to: Self.groupLength).map { "\($0)\n" } ?? "")
  }

  /// Nil where the title has no place to cut it at.
  private func line(_ entry: Entry) -> String? {
    guard let title = entry.title.cut(to: Self.titleLength) else { return nil }
    let kind = entry.kind.cut(to: Self.kindLength).map { " (\($0))" } ?? ""
    return "• \(title)\(kind)\n" + (entry.url.map { "  \($0)\n" } ?? "")
  }

  /// The first whole sentences; of a first one that is too long its beginning.
  static func sentences(_ paragraphs: [String], within limit: Int) -> String? {
    var output = ""
    for sentence in paragraphs.flatMap(\.sentences) {
      let longer = output.isEmpty ? sentence : output + " " + sentence
      guard longer.unitCount <= limit else { break }
      output = longer
    }
    return output.isEmpty ? paragraphs.first?.cut(to: limit) : output
  }
}

extension String {
  /// UTF-16 units: no text has more Unicode scalars than these.
  var unitCount: Int { utf16.count }

  /// The text, or as many of its first words as fit, with «…»; nil where not even one does.
  /// - Parameter limit: in UTF-16 units.
  func cut(to limit: Int) -> String? {
    if isEmpty { return nil }
    if unitCount <= limit { return self }
    var length = 0
    var wordsEnd: Index?
    for index in indices {
      // No-break spaces hold together what is one word to a reader: «№ 5».
      if self[index] == " " { wordsEnd = index }
      length += self[index].utf16.count
      // One unit for «…».
      if length + 1 > limit { break }
    }
    guard let wordsEnd else { return nil }
    let words = self[..<wordsEnd]
    let trailing = words.reversed().prefix { ",;:.–- ".contains($0) }.count
    let kept = words.dropLast(trailing)
    return kept.isEmpty ? nil : kept + "…"
  }

  /// Cut behind a full stop, an exclamation or question mark that a blank and a capital letter or a quotation follow.
  /// A single letter before it is an abbreviation: «2026 г. Сад», «М. С. Ильина».
  fileprivate var sentences: [String] {
    let words = split(separator: " ")
    var sentences: [String] = []
    var current: [Substring] = []
    for (index, word) in words.enumerated() {
      current.append(word)
      let next = words.indices.contains(index + 1) ? words[index + 1].first : nil
      if next == nil || (word.endsSentence && (next.map(\.beginsSentence) ?? true)) {
        sentences.append(current.joined(separator: " "))
        current = []
      }
    }
    return sentences
  }
}

extension Substring {
  fileprivate var endsSentence: Bool {
    let bare = String(reversed().drop { "»\")”".contains($0) }.reversed())
    guard let last = bare.last, ".!?…".contains(last) else { return false }
    // The last part of «т.\u{A0}е.» or «М.\u{A0}С.».
    let letters = bare.dropLast().reversed().prefix { $0.isLetter }.count
    return last != "." || letters != 1
  }
}

extension Character {
  fileprivate var beginsSentence: Bool { isUppercase || isNumber || "«\"„“–—(".contains(self) }
}

extension BulletinDigest {
  package init(_ issue: BulletinIssue, _ strings: ThemeStrings, _ typography: Typography) {
    // What belongs together may be cut apart as little as it may stand in two lines.
    let words = typography.words
    title = issue.hasOwnTitle ? words(issue.title) : nil
    self.issue = words(issue.name)
    introduction = issue.paragraphs.map(words)
    let told = issue.model.groups.map { group in
      Group(
        title: words(group.title),
        entries: group.entries.map { Entry(title: words($0.title), kind: words($0.kind), url: $0.url?.text) })
    }
    let left = [(ThemeString.leftKindergartens, issue.model.left), (.leftPeople, issue.model.leftPeople)].map {
      Group(
        title: strings.text($0),
        entries: $1.map {
          Entry(title: words($0.document.title), kind: words($0.date.text), url: $0.document.url?.text)
        })
    }
    groups = told + left
    url = issue.url?.text
    self.words = Words(
      more: { strings.text(.digestMore, ["count": .number($0)]) },
      whole: { strings.text(.digestWhole, ["url": .text($0)]) })
  }
}
