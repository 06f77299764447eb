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

/// The words of one document, by the numbers that its collector gave them.
package struct DocumentWords: Sendable {
  let collector: WordCollector
  /// `stem << 3 | strength`, each stem once.
  let stems: [UInt32]
  /// Nil where all that the collector met belongs to documents of the index.
  let forms: [UInt32]?
}
