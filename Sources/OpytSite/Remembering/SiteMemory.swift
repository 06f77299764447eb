import Foundation
import OpytDiagnostics
import OpytFiles
import OpytModel
import OpytText

/// What a published site was made from, so that the next build can tell whether it would be the same.
///
/// It lies in the site's own folder, not in the published one: it names all sources, and those are nobody's business.
struct SiteMemory: Sendable {
  static func fileName(of edition: Edition) -> String {
    edition == .open ? ".opyt-memory" : ".opyt-memory-members"
  }

  /// A file that was read.
  struct Input: Sendable {
    /// From the site's folder.
    let path: String
    let stamp: FileStamp
    /// Nil where only that the file is there plays a part: nothing names it.
    let digest: Fingerprint?
  }

  /// A file that was published.
  struct Output: Sendable {
    /// From the site's top.
    let path: String
    let size: Int
    let modified: Int
    let digest: Fingerprint
    /// Of an author's file: of what it was made from.
    let source: Fingerprint?
  }

  /// The program that made it.
  let program: Fingerprint
  /// The program, the options and the folder published into.
  let circumstances: Fingerprint
  /// When the first input was looked at.
  let moment: Int
  let pageCount: Int
  let fileCount: Int
  let diagnostics: [Diagnostic]
  let inputs: [Input]
  let outputs: [Output]
}

// MARK: - On the disk

/// Records of words parted by blanks, each ended by a NUL, which no path and no JSON can hold; the path comes last.
extension SiteMemory {
  private static let version = "opyt-memory 2"

  var bytes: [UInt8] {
    var bytes: [UInt8] = []
    bytes.reserveCapacity((inputs.count + outputs.count) * 160)
    func append(_ words: String...) {
      bytes.append(contentsOf: words.joined(separator: " ").utf8)
      bytes.append(0)
    }
    let told = (try? JSONEncoder().encode(diagnostics)).map { String(decoding: $0, as: UTF8.self) } ?? "[]"
    append(Self.version)
    append("made", program.text, circumstances.text, String(moment), String(pageCount), String(fileCount))
    append("told", told)
    for input in inputs {
      let stamp = input.stamp
      append(
        "in", String(stamp.size), String(stamp.modified), String(stamp.changed), String(stamp.inode),
        input.digest?.text ?? "-", input.path)
    }
    for output in outputs {
      append(
        "out", String(output.size), String(output.modified), output.digest.text, output.source?.text ?? "-", output.path
      )
    }
    append("end")
    return bytes
  }

  /// Nil for anything but a whole memory of this version.
  init?(_ bytes: [UInt8]) {
    let records = bytes.split(separator: 0)
    guard records.count >= 4, records[0].elementsEqual(Self.version.utf8),
      records.last?.elementsEqual("end".utf8) == true
    else { return nil }
    var made = Words(records[1])
    guard made.next() == "made", let program = made.fingerprint(), let circumstances = made.fingerprint(),
      let moment = made.number(),
      let pageCount = made.number(), let fileCount = made.number()
    else { return nil }
    var told = Words(records[2])
    guard told.next() == "told",
      let diagnostics = try? JSONDecoder().decode([Diagnostic].self, from: Data(told.rest.utf8))
    else { return nil }
    var inputs: [Input] = []
    var outputs: [Output] = []
    for record in records[3..<records.count - 1] {
      var words = Words(record)
      switch words.next() {
      case "in":
        guard let size = words.number(), let modified = words.number(), let changed = words.number(),
          let inode = words.next().flatMap({ UInt64($0) }), let digest = words.next()
        else { return nil }
        inputs.append(
          Input(
            path: words.rest, stamp: FileStamp(size: size, modified: modified, changed: changed, inode: inode),
            digest: Fingerprint(text: digest)))
      case "out":
        guard let size = words.number(), let modified = words.number(), let digest = words.fingerprint(),
          let source = words.next()
        else { return nil }
        outputs.append(
          Output(
            path: words.rest, size: size, modified: modified, digest: digest, source: Fingerprint(text: source)))
      default: return nil
      }
    }
    self.init(
      program: program, circumstances: circumstances, moment: moment, pageCount: pageCount, fileCount: fileCount,
      diagnostics: diagnostics, inputs: inputs, outputs: outputs)
  }

  /// The words of one record, one after the other.
  private struct Words {
    private var bytes: ArraySlice<UInt8>

    init(_ bytes: ArraySlice<UInt8>) { self.bytes = bytes }

    /// All that was not yet taken.
    var rest: String { String(decoding: bytes, as: UTF8.self) }

    mutating func next() -> String? {
      guard !bytes.isEmpty else { return nil }
      let word = bytes.prefix { $0 != UInt8(ascii: " ") }
      bytes = bytes[word.endIndex...].dropFirst()
      return String(decoding: word, as: UTF8.self)
    }

    mutating func number() -> Int? { next().flatMap { Int($0) } }
    mutating func fingerprint() -> Fingerprint? { next().flatMap { Fingerprint(text: $0) } }
  }
}
