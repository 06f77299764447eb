import Foundation

/// `EmbedLayouts FOLDER OUTPUT`: writes every file below FOLDER into a Swift source, as base64.
@main
enum EmbedLayouts {
  static func main() throws {
    let arguments = CommandLine.arguments
    guard arguments.count == 3 else { throw CocoaError(.fileNoSuchFile) }
    let folder = URL(filePath: arguments[1], directoryHint: .isDirectory)
    let names = try FileManager.default.subpathsOfDirectory(atPath: arguments[1]).sorted()
    var source =
      "/// The files of `layouts/`, by their path, as base64.\nlet builtInLayoutFiles: [(path: String, base64: String)] = [\n"
    for name in names where !name.split(separator: "/").contains(where: { $0.hasPrefix(".") }) {
      let file = folder.appending(path: name)
      guard try file.resourceValues(forKeys: [.isRegularFileKey]).isRegularFile == true else { continue }
      source += "  (\"\(name)\", \"\(try Data(contentsOf: file).base64EncodedString())\"),\n"
    }
    source += "]\n"
    try Data(source.utf8).write(to: URL(filePath: arguments[2]))
  }
}
