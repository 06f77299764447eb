import CLibStemmer
import Foundation

/// Finds the stems of Russian words, as Snowball's stemmer does. It is no two threads' at once.
///
/// The only file that touches libstemmer.
struct Stemmer: ~Copyable {
  private let stemmer: OpaquePointer

  init() {
    guard let stemmer = sb_stemmer_new("russian", "UTF_8") else { preconditionFailure("no memory for a stemmer") }
    self.stemmer = stemmer
  }

  deinit { sb_stemmer_delete(stemmer) }

  /// How many bytes of a word are its stem: all that is done to Russian words is to cut endings off, which the browser
  /// relies on. A word of which something else were made is its own stem.
  /// - Parameter word: lower case, ё as е, UTF-8.
  func stemLength(of word: UnsafeBufferPointer<UInt8>) -> Int {
    guard let base = word.baseAddress, let stem = sb_stemmer_stem(stemmer, base, Int32(word.count)) else {
      return word.count
    }
    let length = Int(sb_stemmer_length(stemmer))
    guard length > 0, length <= word.count, memcmp(stem, base, length) == 0 else { return word.count }
    return length
  }
}
