/// «Ёлочки», and „лапки“ inside them.
extension TypesettingPass {
  /// A quote as it was written.
  enum Quote {
    /// `"`
    case straight
    /// `«`
    case opening
    /// `»`
    case closing
    /// `„`
    case innerOpening
    /// `“`, which opens in English.
    case innerClosing
    /// `”`
    case english
  }

  private enum Role {
    case opens, closes
    /// It has no pair, or is a sign of inches.
    case stays
  }

  mutating func setQuote(_ quote: Quote, length: Int) {
    let place = place(behind: neighbour(before: output), next: position + length)
    switch Self.role(of: quote, at: place, quotes, loose: loose) {
    case .stays: copy(length)
    case .opens:
      hasChanged = true
      open(quote, length)
    case .closes:
      hasChanged = true
      guard quotes.depth > 0 else {
        loose = max(loose - 1, 0)
        write("»")
        position += length
        return
      }
      write(quotes.innermostIsInner ? "“" : "»")
      quotes.close()
      position += length
    }
  }

  private mutating func open(_ quote: Quote, _ length: Int) {
    if quotes.depth == 0 || quote == .innerOpening {
      let isInner = quote == .innerOpening
      quotes.open(inner: isInner)
      write(isInner ? "„" : "«")
    } else if pairedNow() {
      quotes.open(inner: true)
      write("„")
    } else {
      // «Детский сад «Ромашка»: one quote closes both, as in official names.
      loose += 1
      write("«")
    }
    position += length
  }

  // MARK: What a quote does

  /// What stands around a quote.
  private struct Place {
    enum Neighbour {
      /// A blank, or where a line begins.
      case blank
      /// A bracket, a dash: what a quotation may follow without a blank.
      case opening
      case openingQuote
      case word
      case other
    }

    let behind: Neighbour
    /// Whether a blank or a sign follows, not a word or three dots.
    let isBeforeBlank: Bool
    /// Whether a mark combines with the quote.
    let isMarked: Bool
  }

  private func place(behind: Place.Neighbour, next index: Int) -> Place {
    let isBeforeBlank =
      switch byte(at: index) {
      case 0...UInt8(ascii: " "), 0xC2, UInt8(ascii: ","), UInt8(ascii: ":"), UInt8(ascii: ";"), UInt8(ascii: "!"),
        UInt8(ascii: "?"), UInt8(ascii: ")"):
        true
      case UInt8(ascii: "."): byte(at: index + 1) != UInt8(ascii: ".")
      default: false
      }
    return Place(behind: behind, isBeforeBlank: isBeforeBlank, isMarked: byte(at: index) & ~1 == 0xCC)
  }

  private static func role(of quote: Quote, at place: Place, _ quotes: QuoteStack, loose: Int) -> Role {
    if place.isMarked { return .stays }
    let isOpen = quotes.depth > 0 || loose > 0
    switch quote {
    case .opening, .innerOpening: return .opens
    case .closing: return isOpen ? .closes : .stays
    case .english: return isOpen ? .closes : .stays
    case .innerClosing: if quotes.innermostIsInner { return .closes }
    case .straight: break
    }
    switch place.behind {
    case .openingQuote: return place.isBeforeBlank ? .closes : .opens
    case .blank, .opening:
      if !place.isBeforeBlank { return .opens }
      return isOpen ? .closes : .stays
    case .word: return isOpen ? .closes : .stays
    case .other:
      if isOpen { return .closes }
      return place.isBeforeBlank ? .stays : .opens
    }
  }

  /// What stands before a byte of what was written, or of what is read.
  private func neighbour(before end: UnsafePointer<UInt8>) -> Place.Neighbour {
    let last = end[-1]
    switch last {
    case 0...UInt8(ascii: " "): return .blank
    case UInt8(ascii: "("), UInt8(ascii: "["), UInt8(ascii: "{"), UInt8(ascii: "/"), UInt8(ascii: "-"),
      UInt8(ascii: "="), UInt8(ascii: "|"), UInt8(ascii: "+"), UInt8(ascii: "<"), UInt8(ascii: ">"):
      return .opening
    case let byte where byte.isASCIILetterOrDigit: return .word
    case 0...0x7F: return .other
    default: break
    }
    if end[-2] == 0xC2 {
      switch last {
      case 0xA0: return .blank
      case 0xAB: return .openingQuote
      default: return .other
      }
    }
    guard end[-3] == 0xE2 else { return .word }
    guard end[-2] == 0x80 else { return .other }
    switch last {
    case 0x93, 0x94: return .opening
    case 0x9E: return .openingQuote
    default: return .other
    }
  }

  // MARK: Pairs

  private mutating func pairedNow() -> Bool {
    if let isPaired { return isPaired }
    let answer = findPairs()
    isPaired = answer
    return answer
  }

  /// Whether no quote that this piece opens inside another stays open at its end: counts from the quote that is to be
  /// read next, once for a piece.
  private func findPairs() -> Bool {
    var depth = quotes
    // A quotation that an earlier piece opened may end in a later one.
    let allowed = openedBefore
    var index = position
    var behind: Place.Neighbour?
    while index < text.count {
      guard let (quote, length) = quote(at: index) else {
        index += 1
        behind = nil
        continue
      }
      let before = behind ?? (index == position ? neighbour(before: output) : neighbourInText(before: index))
      let role = Self.role(of: quote, at: place(behind: before, next: index + length), depth, loose: 0)
      switch role {
      case .opens: depth.open(inner: depth.depth > 0 || quote == .innerOpening)
      case .closes: depth.close()
      case .stays: break
      }
      behind = role == .opens ? .openingQuote : .other
      index += length
    }
    return depth.depth <= allowed
  }

  private func neighbourInText(before index: Int) -> Place.Neighbour {
    guard let base = text.baseAddress, index >= 3 else { return .other }
    return neighbour(before: base + index)
  }

  private func quote(at index: Int) -> (Quote, length: Int)? {
    switch text[index] {
    case UInt8(ascii: "\""): return (.straight, 1)
    case 0xC2:
      switch byte(at: index + 1) {
      case 0xAB: return (.opening, 2)
      case 0xBB: return (.closing, 2)
      default: return nil
      }
    case 0xE2 where byte(at: index + 1) == 0x80:
      switch byte(at: index + 2) {
      case 0x9C: return (.innerClosing, 3)
      case 0x9D: return (.english, 3)
      case 0x9E: return (.innerOpening, 3)
      default: return nil
      }
    default: return nil
    }
  }
}
