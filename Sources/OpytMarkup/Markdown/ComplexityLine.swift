extension ComplexityCheck {
  /// How often a line, or a paragraph, has the marks that cost time.
  struct Tally {
    var angles = 0
    var images = 0
    var mail = 0
    var colons = 0
    /// `_www.`: what looks like an address of a site, behind a mark that may stand inside of one.
    var sites = 0
    var parentheses = 0
    var bars = 0
    var closingBrackets = 0
    var definitions = 0
    /// `[ ] * _ ~ &`, the backtick and the backslash.
    var others = 0

    mutating func add(_ other: Tally) {
      angles += other.angles
      images += other.images
      mail += other.mail
      colons += other.colons
      sites += other.sites
      parentheses += other.parentheses
      bars += other.bars
      closingBrackets += other.closingBrackets
      definitions += other.definitions
      others += other.others
    }

    /// The mark that costs most.
    var most: (mark: String, count: Int) {
      let counts = [
        ("<", angles), ("![", images), ("@", mail), (":", colons), ("_www.", sites), (")", parentheses), ("|", bars),
      ]
      let heavy = counts.max { $0.1 < $1.1 } ?? ("<", 0)
      return heavy.1 * 8 >= others ? heavy : ("[ ] * _ ~ `", others)
    }
  }

  /// One line of a text, without its line end.
  struct Line {
    private let bytes: UnsafeBufferPointer<UInt8>

    init(_ bytes: UnsafeBufferPointer<UInt8>) {
      self.bytes = bytes
    }

    var count: Int { bytes.count }

    func tally() -> Tally {
      var tally = Tally()
      let isMark = Self.isMark
      for index in bytes.indices {
        let byte = bytes[index]
        // Letters, digits and all that is not ASCII are done with here.
        guard isMark[Int(byte)] else { continue }
        switch byte {
        case UInt8(ascii: "<"): tally.angles += 1
        case UInt8(ascii: "!"):
          if index + 1 < bytes.count, bytes[index + 1] == UInt8(ascii: "[") { tally.images += 1 }
        case UInt8(ascii: "@"): tally.mail += 1
        case UInt8(ascii: "_"):
          tally.others += 1
          if bytes[(index + 1)...].starts(with: "www.".utf8) { tally.sites += 1 }
        case UInt8(ascii: ":"): tally.colons += 1
        case UInt8(ascii: ")"): tally.parentheses += 1
        case UInt8(ascii: "|"): tally.bars += 1
        case UInt8(ascii: "]"):
          tally.others += 1
          tally.closingBrackets += 1
          if index + 1 < bytes.count, bytes[index + 1] == UInt8(ascii: ":") { tally.definitions += 1 }
        default: tally.others += 1
        }
      }
      return tally
    }

    private static let isMark: [Bool] = {
      var table = [Bool](repeating: false, count: 256)
      for mark in "<!@)|[]*_~:&`\\".utf8 { table[Int(mark)] = true }
      return table
    }()

    /// Whether no paragraph can go on over this line: it is blank, in quotes or not, or starts an item of a list.
    var endsParagraph: Bool {
      var spaces = 0
      var isQuoted = false
      for index in bytes.indices {
        switch bytes[index] {
        case UInt8(ascii: " "): spaces += 1
        // Deeper than three spaces a mark is the text of a paragraph that goes on.
        case UInt8(ascii: ">") where spaces <= 3:
          isQuoted = true
          spaces = 0
        case UInt8(ascii: "-"), UInt8(ascii: "+"), UInt8(ascii: "*"):
          return spaces <= 3 && !isQuoted && hasTextBehindSpace(from: index + 1)
        case UInt8(ascii: "\t") where !isQuoted || spaces == 0: return isBlank(from: index)
        default: return false
        }
      }
      return true
    }

    private func isBlank(from start: Int) -> Bool {
      bytes[start...].allSatisfy { $0 == UInt8(ascii: " ") || $0 == UInt8(ascii: "\t") }
    }

    /// An item without text can't interrupt a paragraph.
    private func hasTextBehindSpace(from start: Int) -> Bool {
      guard start < bytes.count, bytes[start] == UInt8(ascii: " ") else { return false }
      return !isBlank(from: start)
    }

    /// How many quotes and lists the line can have open at its end. Indentation nests only where a mark follows it; a
    /// nested item stands at least two columns further in.
    var depth: Int {
      var marks = 0
      var indent = 0
      var index = 0
      while index < bytes.count {
        switch bytes[index] {
        case UInt8(ascii: " "): indent += 1
        case UInt8(ascii: "\t"): indent += 4
        case UInt8(ascii: ">"): marks += 1
        case UInt8(ascii: "-"), UInt8(ascii: "+"), UInt8(ascii: "*"):
          guard isSpace(index + 1) else { return marks == 0 ? 0 : max(marks, indent / 2) }
          marks += 1
        case UInt8(ascii: "0")...UInt8(ascii: "9"):
          var end = index
          while end < bytes.count, (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(bytes[end]) { end += 1 }
          guard end < bytes.count, bytes[end] == UInt8(ascii: ".") || bytes[end] == UInt8(ascii: ")"), isSpace(end + 1)
          else { return marks == 0 ? 0 : max(marks, indent / 2) }
          marks += 1
          index = end
        // A footnote's definition holds what is indented behind it.
        case UInt8(ascii: "["):
          guard let end = footnoteEnd(from: index) else { return marks == 0 ? 0 : max(marks, indent / 2) }
          marks += 1
          index = end
        default: return marks == 0 ? 0 : max(marks, indent / 2)
        }
        index += 1
      }
      return marks == 0 ? 0 : max(marks, indent / 2)
    }

    /// Where `[^name]:` ends, at its colon.
    private func footnoteEnd(from start: Int) -> Int? {
      guard start + 1 < bytes.count, bytes[start + 1] == UInt8(ascii: "^") else { return nil }
      guard let close = bytes[start...].firstIndex(of: UInt8(ascii: "]")), close + 1 < bytes.count,
        bytes[close + 1] == UInt8(ascii: ":")
      else { return nil }
      return close + 1
    }

    private func isSpace(_ index: Int) -> Bool {
      index >= bytes.count || bytes[index] == UInt8(ascii: " ") || bytes[index] == UInt8(ascii: "\t")
    }

    /// The columns of a line that may be a table's delimiter row, `|:--|--:|`, in quotes or not.
    var delimiterColumns: Int? {
      var columns = 0
      var isInDashes = false
      for index in bytes.indices {
        switch bytes[index] {
        case UInt8(ascii: "-"):
          if !isInDashes { columns += 1 }
          isInDashes = true
        case UInt8(ascii: "|"), UInt8(ascii: ":"), UInt8(ascii: " "), UInt8(ascii: "\t"): isInDashes = false
        case UInt8(ascii: ">") where columns == 0: continue
        default: return nil
        }
      }
      return columns == 0 ? nil : columns
    }
  }
}
