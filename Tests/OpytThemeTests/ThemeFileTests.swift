import Foundation
import OpytTheme
import Testing

/// The program holds the files of `layouts/` as they are.
@Suite struct ThemeFileTests {
  @Test func everyFileIsEmbeddedByteForByte() throws {
    let folder = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().appending(path: "layouts")
    var written: [String: [UInt8]] = [:]
    for path in try FileManager.default.subpathsOfDirectory(atPath: folder.path(percentEncoded: false)) {
      let file = folder.appending(path: path)
      guard !path.split(separator: "/").contains(where: { $0.hasPrefix(".") }),
        try file.resourceValues(forKeys: [.isRegularFileKey]).isRegularFile == true
      else { continue }
      written[path] = [UInt8](try Data(contentsOf: file))
    }
    let embedded = Dictionary(uniqueKeysWithValues: ThemeFile.builtIn.map { ($0.path, $0.bytes) })
    #expect(!embedded.isEmpty)
    #expect(embedded.keys.sorted() == written.keys.sorted())
    let differing = embedded.filter { $0.value != written[$0.key] }
    #expect(differing.keys.sorted() == [])
  }
}
