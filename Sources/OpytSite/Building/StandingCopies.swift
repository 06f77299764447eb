import OpytFiles
import OpytText

/// The authors' files as they stand in the published folder: what was made of the same bytes by the same program need not
/// be made again.
struct StandingCopies: Sendable {
  private let folder: String
  /// By path.
  private let outputs: [String: SiteMemory.Output]

  init(_ memory: SiteMemory, in folder: String) {
    self.folder = folder
    outputs = Dictionary(
      memory.outputs.lazy.filter { $0.source != nil }.map { ($0.path, $0) }, uniquingKeysWith: { first, _ in first })
  }

  /// Nil where there is none, or not as it was made.
  /// - Parameter source: of the bytes that it is made from.
  func copy(of source: Fingerprint, at path: String) -> [UInt8]? {
    guard let output = outputs[path], output.source == source,
      let bytes = try? FileSystem.read(folder + "/" + path, limit: output.size),
      Fingerprint(of: bytes) == output.digest
    else { return nil }
    return bytes
  }
}
