import Foundation
import Testing

/// A machine on which one call to the system fails, or on which the program dies right before it.
///
/// `Fixtures/faults/faults.c` stands between the program and the C library.
struct FaultyMachine {
  enum Kind: String, CaseIterable {
    case open, read, write, close, stat, list, link, rename, sync, lock, mkdir, remove, any
  }

  /// Which call fails, and how.
  struct Fault: CustomStringConvertible {
    let kind: Kind
    let number: Int
    /// What `errno` says; 0: the program is killed.
    let code: Int32

    var description: String { "\(kind.rawValue) \(number): \(code == 0 ? "killed" : String(cString: strerror(code)))" }
  }

  /// How many calls a run made, and whether one of them failed.
  struct Counts {
    let calls: [Kind: Int]
    let hasFailed: Bool
  }

  let site: TemporarySite
  /// Whether two folders can't be exchanged on its disk.
  var isWithoutExchange = false

  /// - Returns: nil counts where the program was killed.
  func run(_ arguments: [String], _ fault: Fault? = nil) throws -> (result: OpytCommand.Result, counts: Counts?) {
    let told = site.folder + ".counts"
    defer { try? FileManager.default.removeItem(atPath: told) }
    try FileManager.default.createDirectory(atPath: site.path("tmp"), withIntermediateDirectories: true)
    var environment = [
      "LD_PRELOAD": try Self.library.get(), "OPYT_FAULT_ROOT": site.folder + "/", "OPYT_FAULT_COUNTS": told,
      "TMPDIR": site.path("tmp"),
    ]
    if isWithoutExchange { environment["OPYT_FAULT_EXCHANGE"] = String(EINVAL) }
    if let fault {
      environment["OPYT_FAULT_KIND"] = fault.kind.rawValue
      environment["OPYT_FAULT_NUMBER"] = String(fault.number)
      environment["OPYT_FAULT_CODE"] = String(fault.code)
    }
    let result = try OpytCommand.run(arguments, environment: environment)
    let counts = (try? String(contentsOfFile: told, encoding: .utf8)).map(Counts.init)
    return (result, counts)
  }

  /// What stands beside the site when a run is over.
  var leftovers: [String] {
    get throws {
      try FileManager.default.contentsOfDirectory(atPath: site.folder).filter {
        $0.hasPrefix(".") && $0 != ".opyt-memory"
      } + FileManager.default.contentsOfDirectory(atPath: site.path("tmp"))
    }
  }

  /// Built once.
  private static let library = Result<String, any Error> {
    let source = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .appending(path: "Fixtures/faults/faults.c").path(percentEncoded: false)
    let path = (CommandLine.arguments[0] as NSString).deletingLastPathComponent + "/opyt-faults.so"
    let temporary = "\(path).\(getpid())"
    let compiler = Process()
    compiler.executableURL = URL(filePath: "/usr/bin/env")
    compiler.arguments = ["cc", "-shared", "-fPIC", "-O1", "-o", temporary, source, "-ldl"]
    try compiler.run()
    compiler.waitUntilExit()
    try #require(compiler.terminationStatus == 0)
    // Another run of the tests may be using the one that is there.
    try #require(rename(temporary, path) == 0)
    return path
  }
}

extension FaultyMachine.Counts {
  init(_ text: String) {
    let words = text.split(separator: "\n").map { $0.split(separator: " ") }.filter { $0.count == 2 }
    var calls: [FaultyMachine.Kind: Int] = [:]
    for word in words {
      if let kind = FaultyMachine.Kind(rawValue: String(word[0])) { calls[kind] = Int(word[1]) }
    }
    self.init(calls: calls, hasFailed: words.contains { $0[0] == "failed" && $0[1] == "1" })
  }
}
