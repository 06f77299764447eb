import Foundation
import OpytText

/// The names of files that stand somewhere in documents which could not be read, or not for sure.
///
/// A document can only use files beside it and below. Which of them it means is not known of such a document, but a file
/// whose name does not stand in it is not meant by it.
struct NamesInDoubt {
  /// The paths of the documents, by their folders.
  private let documents: [String: [String]]
  private let contents: (String) -> [UInt8]?
  /// What was read, by folders: nil where any file may be meant.
  private var words: [String: Set<String>?] = [:]

  /// - Parameters:
  ///   - documents: their paths.
  ///   - contents: the bytes of one of them; nil where there are none to be had.
  init(_ documents: [String], contents: @escaping (String) -> [UInt8]?) {
    self.documents = Dictionary(grouping: documents, by: \.folderPath)
    self.contents = contents
  }

  /// Whether one of the documents may name a file.
  mutating func mayInclude(_ path: String) -> Bool {
    if documents.isEmpty { return false }
    let word = Self.lastWord(of: path.fileName)
    var folder = path.folderPath
    while true {
      if documents[folder] != nil, words(of: folder)?.contains(word) != false { return true }
      if folder.isEmpty || folder == "." { return false }
      let above = folder.folderPath
      if above == folder { return false }
      folder = above
    }
  }

  private mutating func words(of folder: String) -> Set<String>? {
    if let known = words[folder] { return known }
    var found: Set<String>? = []
    for path in documents[folder] ?? [] {
      guard let bytes = contents(path), let text = String(validating: bytes, as: UTF8.self) else {
        found = nil
        break
      }
      for word in Self.words(of: text) { found?.insert(word) }
    }
    words[folder] = .some(found)
    return found
  }

  /// All words that may be the end of a file's name, in one spelling.
  private static func words(of text: String) -> [String] {
    // The full stop of a sentence begins no ending.
    text.unicodeScalars.split(whereSeparator: isSeparator).filter { $0.dropLast().contains(".") }.map { word in
      let text = String(String.UnicodeScalarView(word))
      // In a link, a blank is `%20`.
      return lastWord(of: text.contains("%") ? text.percentDecoded ?? text : text)
    }
  }

  /// Names may have blanks and brackets in them: then what stands behind the last of these is looked for.
  private static func lastWord(of name: String) -> String {
    let composed = RussianLetters.composedText(name) ?? name.precomposedStringWithCanonicalMapping
    let scalars = composed.lowercased().unicodeScalars
    let word = scalars.split(whereSeparator: isSeparator).last { $0.contains(".") }
    return word.map { trimmed(String(String.UnicodeScalarView($0))) } ?? name
  }

  /// Without the full stop of a sentence.
  private static func trimmed(_ word: String) -> String {
    var word = word
    while word.count > 1, word.last == "." { word.removeLast() }
    return word
  }

  private static func isSeparator(_ scalar: Unicode.Scalar) -> Bool {
    scalar.properties.isWhitespace || "/\\()[]{}<>\"'«»“”„,:;|#?".unicodeScalars.contains(scalar)
  }
}
