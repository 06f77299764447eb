import Foundation
import OpytDiagnostics
import Testing

/// Not Testing's.
typealias SourceLocation = OpytDiagnostics.SourceLocation

/// Compares a text with the one in `Golden/`, or records it there when `OPYT_RECORD=1`.
func expectGolden(_ text: String, _ name: String, at caller: Testing.SourceLocation = #_sourceLocation) throws {
  let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent().appendingPathComponent("Golden")
  let file = folder.appendingPathComponent(name)
  if ProcessInfo.processInfo.environment["OPYT_RECORD"] == "1" {
    try Data(text.utf8).write(to: file)
  }
  let golden = try String(contentsOf: file, encoding: .utf8)
  #expect(Array(text.utf8) == Array(golden.utf8), "\(name): got\n\(text)\nwanted\n\(golden)", sourceLocation: caller)
}
