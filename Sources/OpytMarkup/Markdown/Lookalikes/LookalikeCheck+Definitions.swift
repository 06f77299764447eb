import OpytDiagnostics
import OpytText

/// Lines that the parser takes out of the text: footnotes that nothing refers to, and addresses that no link names.
extension LookalikeCheck {
  /// Looks once more over the text when all of it has been rendered.
  mutating func finish() {
    guard firstLine <= text.lineCount else { return }
    knownLines.sort { $0.lowerBound < $1.lowerBound }
    var uses: [String: Int]?
    for number in firstLine...text.lineCount {
      let line = text.line(number)
      guard let open = line.firstIndex(where: { $0 != UInt8(ascii: " ") }), line[open] == UInt8(ascii: "["),
        open - line.startIndex < 4, !isKnown(number), let definition = Definition(line[open...])
      else { continue }
      if definition.isFootnote {
        report(.unusedFootnote(String(definition.name.dropFirst())), at: definition.place)
      } else if startsParagraph(number) {
        let known = uses ?? bracketed()
        uses = known
        if known[definition.name, default: 0] < 2 {
          report(.unusedDefinition(definition.written), at: definition.place)
        }
      }
    }
  }

  private func isKnown(_ line: Int) -> Bool {
    var low = 0
    var high = knownLines.count
    while low < high {
      let middle = (low + high) / 2
      if knownLines[middle].upperBound < line { low = middle + 1 } else { high = middle }
    }
    return low < knownLines.count && knownLines[low].contains(line)
  }

  /// A definition can't interrupt a paragraph.
  private func startsParagraph(_ number: Int) -> Bool {
    guard number > firstLine else { return true }
    let before = text.line(number - 1).drop { $0 <= 0x20 }
    return before.isEmpty || before.first == UInt8(ascii: "#") || Definition(before) != nil
  }

  /// How often each name stands in brackets in the whole text.
  private func bracketed() -> [String: Int] {
    var uses: [String: Int] = [:]
    var open: Int?
    let start = text.offset(ofLine: firstLine)
    for index in start..<text.bytes.count {
      switch text.bytes[index] {
      case UInt8(ascii: "["): open = index + 1
      case UInt8(ascii: "]"):
        if let first = open, index - first <= Definition.nameLimit {
          uses[Definition.folded(text.bytes[first..<index]), default: 0] += 1
        }
        open = nil
      default: continue
      }
    }
    return uses
  }
}

/// `[name]: address "title"` or `[^name]: words`.
private struct Definition {
  /// As names are compared.
  let name: String
  let written: String
  let place: Range<Int>
  var isFootnote: Bool { name.hasPrefix("^") }

  static let nameLimit = 1000

  init?(_ line: ArraySlice<UInt8>) {
    guard line.first == UInt8(ascii: "["),
      let close = line.prefix(Self.nameLimit).firstIndex(of: UInt8(ascii: "]")), close > line.startIndex + 1,
      close + 1 < line.endIndex, line[close + 1] == UInt8(ascii: ":")
    else { return nil }
    let name = line[line.startIndex + 1..<close]
    self.name = Self.folded(name)
    written = String(decoding: name, as: UTF8.self)
    place = line.startIndex..<close + 2
    guard !isFootnote else { return }
    // One word, and behind it nothing or a title.
    let words = line[(close + 2)...].trimmed
    let address = words.prefix { $0 > 0x20 }
    let rest = words[address.endIndex...].trimmed
    guard !address.isEmpty, rest.isEmpty || "\"'(".utf8.contains(rest[rest.startIndex]) else { return nil }
  }

  static func folded(_ name: ArraySlice<UInt8>) -> String {
    String(decoding: name, as: UTF8.self).inOneLine.lowercased()
  }
}
