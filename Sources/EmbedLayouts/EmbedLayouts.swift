import Foundation

/// `EmbedLayouts FOLDER OUTPUT`: writes every file below FOLDER into a Swift source, each as one string literal.
///
/// Literals lie in the program's read-only data as they are: the compiler passes over them, and nothing is decoded.
@main
enum EmbedLayouts {
  static func main() throws {
    let arguments = CommandLine.arguments
    guard arguments.count == 3 else { throw CocoaError(.fileNoSuchFile) }
    let folder = URL(filePath: arguments[1], directoryHint: .isDirectory)
    let names = try FileManager.default.subpathsOfDirectory(atPath: arguments[1]).sorted()
    var source = "extension ThemeFile {\n  static let texts: [(path: StaticString, text: StaticString)] = [\n"
    for name in names where !name.split(separator: "/").contains(where: { $0.hasPrefix(".") }) {
      let file = folder.appending(path: name)
      guard try file.resourceValues(forKeys: [.isRegularFileKey]).isRegularFile == true else { continue }
      guard let text = String(validating: try Data(contentsOf: file), as: UTF8.self) else {
        throw CocoaError(.fileReadInapplicableStringEncoding, userInfo: [NSFilePathErrorKey: name])
      }
      source += "    (\n\(literal(name)), \(literal(text))),\n"
    }
    source += "  ]\n}\n"
    try Data(source.utf8).write(to: URL(filePath: arguments[2]))
  }

  /// A raw literal of several lines that stands for exactly this text.
  private static func literal(_ text: String) -> String {
    // With one # more than stand in a row anywhere in the text, neither `"""` nor `\` means anything in it.
    let signs = String(repeating: "#", count: longestRun(of: UInt8(ascii: "#"), in: text) + 1)
    var body = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      // The compiler takes a carriage return for the end of a line, and other control characters not at all.
      case "\u{0}"..."\u{8}", "\u{B}"..."\u{1F}", "\u{7F}", "\u{FEFF}":
        body += "\\\(signs)u{\(String(scalar.value, radix: 16))}"
      default: body.unicodeScalars.append(scalar)
      }
    }
    return "\(signs)\"\"\"\n\(body)\n\"\"\"\(signs)"
  }

  private static func longestRun(of byte: UInt8, in text: String) -> Int {
    var longest = 0
    var current = 0
    for other in text.utf8 {
      current = other == byte ? current + 1 : 0
      longest = max(longest, current)
    }
    return longest
  }
}
