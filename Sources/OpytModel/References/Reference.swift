public import OpytDiagnostics
import OpytMarkup
import OpytText

/// Which kinds a reference may point to.
public protocol ReferenceTarget: Sendable {
  static var targetKinds: KindSet { get }
}

/// A material of any kind.
public enum AnyMaterial: ReferenceTarget {
  public static let targetKinds = KindSet.materials
}

/// A document of any kind.
public enum AnyDocument: ReferenceTarget {
  public static let targetKinds = KindSet(Kind.allCases)
}

/// A place in a document that points to another one. What was written stands in the document's
/// ``DecodedDocument/references``, what it means in the graph: both at `index`.
public struct Reference<Target: ReferenceTarget>: Hashable, Sendable {
  public let index: Int
}

/// What an author wrote to point to another document: an id, `folder/id`, or the exact title, compared without case, ё=е,
/// quotes and repeated spaces.
public struct UnresolvedReference: Sendable {
  public let text: String
  public let range: SourceRange
  public let kinds: KindSet
  /// The field it stands in, with the fields around it.
  public let role: ReferenceRole
  /// How it is written.
  let place: ListPlace
  /// The list it stands in, by its number in the document; nil where it stands alone.
  public let list: Int?
  /// Whether it may as well be words that name nothing.
  var mayBeWords = false
  /// Whether it stands in an item for members only of a development plan: where it leads is known to
  /// the document itself, and to nobody else.
  public internal(set) var isMembersOnly = false
}

/// Who may be asked for help by name: a kindergarten of the network, or a partner (S4: другие ДОО, ММС, ИРО).
public enum Helper: ReferenceTarget {
  public static let targetKinds = KindSet([.kindergarten, .partner])
}

/// Words that lead to a document where they name one, and are words where they don't.
public struct NamedOrWords<Target: ReferenceTarget>: Hashable, Sendable {
  public let words: String
  public let reference: Reference<Target>
}

/// How ids and titles are compared: without case, ё=е, quotes and repeated spaces, in NFC.
public enum ReferenceKey {
  public static func normalized(_ text: String) -> String {
    // Most ids are already.
    if text.utf8.allSatisfy({ $0.isASCIIDigit || (0x61...0x7A).contains($0) || $0 == UInt8(ascii: "-") }) {
      return text
    }
    var output = String.UnicodeScalarView()
    var pendingSpace = false
    for scalar in text.composed.lowercased().unicodeScalars {
      switch scalar {
      case "«", "»", "\"", "'", "“", "”", "„", "’", "‘": continue
      case "\n", "\r": pendingSpace = true
      case _ where InvisibleCharacter.isBlank(scalar): pendingSpace = true
      case _ where InvisibleCharacter.isZeroWidth(scalar): continue
      default:
        if pendingSpace, !output.isEmpty, !endsWithInitial(output) { output.append(" ") }
        pendingSpace = false
        output.append(scalar == "ё" ? "е" : scalar)
      }
    }
    return String(output)
  }

  /// «Иванова М. П.» is «Иванова М.П.»
  private static func endsWithInitial(_ output: String.UnicodeScalarView) -> Bool {
    // Backwards from its end: `dropLast` would count the scalars of all of it, again for each word.
    var letters = output.reversed().makeIterator()
    guard letters.next() == ".", letters.next()?.properties.isAlphabetic == true else { return false }
    return letters.next().map { $0 == " " || $0 == "." } ?? false
  }
}
