package import OpytDiagnostics
import Synchronization

/// Gives the lines that messages show.
package final class SourceLineReader: Sendable {
  private let siteFolder: String
  private let files = Mutex<[String: [ArraySlice<UInt8>]]>([:])

  package init(siteFolder: String) {
    self.siteFolder = siteFolder
  }

  /// The text of the line in which a location starts; nil where there is none to show.
  package func line(at location: SourceLocation) -> String? {
    guard let range = location.range else { return nil }
    return files.withLock { files in
      let lines = files[location.file] ?? read(location.file)
      files[location.file] = lines
      let index = Int(range.start.line) - 1
      guard lines.indices.contains(index) else { return nil }
      return String(decoding: lines[index].last == 0x0D ? lines[index].dropLast() : lines[index], as: UTF8.self)
    }
  }

  private func read(_ file: String) -> [ArraySlice<UInt8>] {
    // A line of a file that can't be read is not shown; the message stands without it.
    guard let bytes = try? FileSystem.read(siteFolder + "/" + file, limit: 4 << 20) else { return [] }
    let text = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? bytes.dropFirst(3) : bytes[...]
    return text.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
  }
}
