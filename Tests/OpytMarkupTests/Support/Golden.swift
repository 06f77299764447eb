import Foundation
import OpytDiagnostics
import Testing

/// Not Testing's.
typealias SourceLocation = OpytDiagnostics.SourceLocation

/// A file of `Golden/`.
private func file(_ name: String) -> URL {
  URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .appendingPathComponent("Golden").appendingPathComponent(name)
}

func golden(_ name: String) throws -> String {
  try String(contentsOf: file(name), encoding: .utf8)
}

/// Compares a text with the one in `Golden/`, or records it there when `OPYT_RECORD=1`.
func expectGolden(_ text: String, _ name: String, at caller: Testing.SourceLocation = #_sourceLocation) throws {
  if ProcessInfo.processInfo.environment["OPYT_RECORD"] == "1" {
    try Data(text.utf8).write(to: file(name))
  }
  let golden = try golden(name)
  #expect(Array(text.utf8) == Array(golden.utf8), "\(name): got\n\(text)\nwanted\n\(golden)", sourceLocation: caller)
}
