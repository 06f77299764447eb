import Foundation
import OpytText

/// What the names of files say: which are documents, which only meant to be, and which nobody wrote.
enum FileName {
  static func isDocument(_ name: String) -> Bool { name.lowercased().hasSuffix(".md") }

  /// `.md`, `..md`: somebody forgot the name; a file that a program hid has one.
  static func isNamelessDocument(_ name: String) -> Bool {
    isDocument(name) && name.dropLast(3).allSatisfy { $0 == "." }
  }

  /// Hidden files, and what editors, file managers and archives leave behind.
  static func isLeftover(_ name: String) -> Bool {
    let name = name.lowercased()
    // By bytes: a combining mark behind a dot makes another character of it.
    return name.utf8.first == UInt8(ascii: ".") || name.hasPrefix("~$") || name.hasSuffix("~") || name.hasPrefix("~wrl")
      || (name.hasPrefix("#") && name.hasSuffix("#")) || leftovers.contains(name)
      || [".bak", ".tmp", ".temp", ".crdownload", ".part", ".lnk"].contains { name.hasSuffix($0) }
  }

  private static let leftovers: Set<String> = [
    "thumbs.db", "ehthumbs.db", "desktop.ini", "icon\r", "__macosx", "$recycle.bin", "system volume information",
    "lost+found",
  ]

  /// What a text is for that stands among documents and is none.
  enum Aside {
    /// `README.md`: words to those who keep the folder.
    case readme
    /// `_шаблон.md`: a form that is copied and filled in.
    case template
  }

  /// - Parameter stem: the name of a document without its ending.
  static func aside(_ stem: String) -> Aside? {
    let plain = stem.precomposedStringWithCanonicalMapping.lowercased().filter(\.isLetter)
    if ["readme", "прочти", "прочтименя", "прочитай", "прочитайменя", "license", "changelog"].contains(plain) {
      return .readme
    }
    return stem.hasPrefix("_") || ["шаблон", "образец", "template", "shablon", "obrazets"].contains(plain)
      ? .template : nil
  }

  /// A name that makes a good address: others become Latin, as the addresses of pages do.
  static func latin(_ stem: String) -> String {
    let isPlain = stem.utf8.allSatisfy { byte in
      byte.isASCIIDigit || (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte | 0x20) || "._-".utf8.contains(byte)
    }
    let slug = isPlain ? stem : Transliteration.slug(stem)
    return slug.isEmpty ? stem : slug
  }

  /// A file that was meant to be a document, by its name.
  struct NearDocument: Equatable {
    /// What it should be called.
    var name: String { FileName.latin(stem) + ".md" }
    /// What it is called, without its endings.
    let stem: String
    /// Whether another name is all it needs; else it is in a format of its own.
    let isText: Bool
  }

  /// `ogorod.md.txt`, `ogorod.markdown`, `ogorod.мд`; nil for any other name.
  /// - Parameter isMarked: whether the file begins as documents do.
  static func nearDocument(_ name: String, isMarked: Bool = false) -> NearDocument? {
    let lowered = name.lowercased()
    let trimmed = String(lowered.reversed().drop { $0.isWhitespace || $0 == "." || $0 == "_" }.reversed())
    func named(_ length: Int) -> String { String(name.prefix(length)) }
    for ending in [".md", ",md", ".markdown", ".mdown", ".mkd", ".mdx", ".мд"] where trimmed.hasSuffix(ending) {
      let length = trimmed.count - ending.count
      return length > 0 && !isDocument(name) ? NearDocument(stem: named(length), isText: true) : nil
    }
    for (ending, isText) in formats where lowered.hasSuffix(ending) {
      let stem = lowered.dropLast(ending.count)
      if stem.hasSuffix(".md"), stem.count > 3 { return NearDocument(stem: named(stem.count - 3), isText: isText) }
    }
    guard isMarked else { return nil }
    let dot = name.lastIndex(of: ".")
    return NearDocument(stem: dot.map { String(name[..<$0]) } ?? name, isText: true)
  }

  /// The endings of texts: whether these are plain ones.
  private static let formats = [
    (".txt", true), (".text", true), (".yaml", true), (".yml", true), (".docx", false), (".doc", false),
    (".odt", false),
    (".rtf", false), (".pages", false), (".html", false), (".htm", false), (".pdf", false),
  ]

  /// Whether a file of this name may be a text that somebody wrote.
  static func isText(_ name: String) -> Bool {
    let lowered = name.lowercased()
    return formats.contains { lowered.hasSuffix($0.0) }
  }

  /// Whether only its first bytes tell if a file of this name was meant to be a document.
  static func isDoubtful(_ name: String) -> Bool {
    let lowered = name.lowercased()
    return !name.contains(".") || formats.contains { $0.1 && lowered.hasSuffix($0.0) }
  }

  /// `---`, in UTF-8 or UTF-16, with or without a byte order mark and empty lines before.
  static func isMarked(_ bytes: [UInt8]) -> Bool {
    bytes.filter { $0 != 0 && $0 != 0xEF && $0 != 0xBB && $0 != 0xBF && $0 != 0xFE && $0 != 0xFF }
      .drop { $0 == 0x0A || $0 == 0x0D || $0 == 0x20 || $0 == 0x09 }.starts(with: "---".utf8)
  }
}
