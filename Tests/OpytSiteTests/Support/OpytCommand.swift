import Foundation

@testable import OpytSite

/// Runs the program itself, as a methodologist does.
struct OpytCommand {
  struct Result {
    let exitCode: Int32
    let output: String
    let errors: String

    /// All that was said, wherever it went.
    var told: String { output + errors }
  }

  /// The program stands beside the tests.
  static let path: String = {
    // `make faults` runs the fast one.
    if let given = ProcessInfo.processInfo.environment["OPYT_PROGRAM"] { return given }
    let tests = CommandLine.arguments[0] as NSString
    return tests.deletingLastPathComponent + "/opyt"
  }()

  /// The day of ``TemporarySite/today``, where a test sets no other.
  static let now = "1780306200"

  /// Shell words that take away from root what nobody else may: to read and write everything.
  static var asAnybody: String? {
    getuid() == 0
      ? "exec() { command exec setpriv --bounding-set -dac_override,-dac_read_search \"$@\"; };" : nil
  }

  let process = Process()
  private let output = Pipe()
  private let errors = Pipe()

  /// - Parameter prefix: shell words before the program's name, such as `ulimit -n 20;`.
  init(_ arguments: [String], shell prefix: String? = nil, environment: [String: String] = [:]) {
    if let prefix {
      process.executableURL = URL(filePath: "/bin/bash")
      process.arguments = ["-c", "\(prefix) exec \"$0\" \"$@\"", Self.path] + arguments
    } else {
      process.executableURL = URL(filePath: Self.path)
      process.arguments = arguments
    }
    process.environment = ProcessInfo.processInfo.environment.merging([BuildDay.variable: Self.now]) { $1 }
      .merging(environment) { $1 }
    process.standardOutput = output
    process.standardError = errors
    process.standardInput = FileHandle.nullDevice
  }

  static func run(
    _ arguments: String..., shell: String? = nil, environment: [String: String] = [:]
  ) throws -> Result {
    try run(arguments, shell: shell, environment: environment)
  }

  static func run(
    _ arguments: [String], shell: String? = nil, environment: [String: String] = [:]
  ) throws -> Result {
    let command = OpytCommand(arguments, shell: shell, environment: environment)
    try command.process.run()
    return command.wait()
  }

  func wait() -> Result {
    let written = output.fileHandleForReading.readDataToEndOfFile()
    let told = errors.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    return Result(
      exitCode: process.terminationReason == .exit ? process.terminationStatus : 128 + process.terminationStatus,
      output: String(decoding: written, as: UTF8.self), errors: String(decoding: told, as: UTF8.self))
  }
}
