import Synchronization

/// Reads documents, one after the other, and gives the words of each. Every thread has one of its own, so that nobody
/// waits for its lock.
package final class WordCollector: Sendable {
  /// What a document is read with.
  package struct Reader: ~Copyable {
    fileprivate var scanner = WordScanner()
    fileprivate var lexicon: Lexicon

    fileprivate init(keepsForms: Bool) { lexicon = Lexicon(keepsForms: keepsForms) }

    /// Reads words of a document without markup.
    package mutating func read(_ text: String, as strength: WordStrength) {
      var text = text
      text.withUTF8 { Self.scan($0, strength, &scanner, &lexicon) }
    }

    /// Reads a text's markup: its headings weigh more than the rest.
    package mutating func read(markup: [UInt8]) {
      markup.withUnsafeBufferPointer { Self.scan(markup: $0, &scanner, &lexicon) }
    }

    private static func scan(
      _ text: UnsafeBufferPointer<UInt8>, _ strength: WordStrength, _ scanner: inout WordScanner,
      _ lexicon: inout Lexicon
    ) {
      scanner.scan(text) { lexicon.note($0, strength) }
    }

    private static func scan(
      markup: UnsafeBufferPointer<UInt8>, _ scanner: inout WordScanner, _ lexicon: inout Lexicon
    ) {
      scanner.scan(markup: markup) { word, isHeading in lexicon.note(word, isHeading ? .heading : .text) }
    }
  }

  private let reader: Mutex<Reader>

  /// - Parameter keepsForms: whether an index is made again and again while documents come and go: then words that no
  ///   document has any more must not stay in it.
  package init(keepsForms: Bool = false) { reader = Mutex(Reader(keepsForms: keepsForms)) }

  /// Reads one document.
  package func words(_ read: (inout Reader) -> Void) -> DocumentWords {
    reader.withLock { reader in
      read(&reader)
      let (stems, forms) = reader.lexicon.finish()
      return DocumentWords(collector: self, stems: stems, forms: forms)
    }
  }

  var contents: Lexicon.Contents { reader.withLock { $0.lexicon.contents } }
}

/// Stems of a document with their strengths, each once. A network of ten thousand documents has ten million: what is met
/// often has small numbers, and takes two bytes.
struct PackedStems: Sendable {
  private var bytes: [UInt8] = []

  init(capacity: Int) { bytes.reserveCapacity(capacity) }

  mutating func append(_ stem: Int, _ strength: UInt8) {
    var rest = stem << 3 | Int(strength)
    while rest >= 0x80 {
      bytes.append(UInt8(truncatingIfNeeded: rest) | 0x80)
      rest >>= 7
    }
    bytes.append(UInt8(rest))
  }

  @inline(__always)
  func visit(_ body: (_ stem: Int, _ strength: Int) -> Void) {
    bytes.withUnsafeBufferPointer { bytes in
      var index = 0
      while index < bytes.count {
        var value = 0
        var shift = 0
        while bytes[index] >= 0x80 {
          value |= Int(bytes[index] & 0x7F) << shift
          shift += 7
          index += 1
        }
        value |= Int(bytes[index]) << shift
        index += 1
        body(value >> 3, value & 7)
      }
    }
  }
}

/// The words of one document, by the numbers that its collector gave them.
package struct DocumentWords: Sendable {
  let collector: WordCollector
  let stems: PackedStems
  /// Nil where all that the collector met belongs to documents of the index.
  let forms: [UInt32]?
}
