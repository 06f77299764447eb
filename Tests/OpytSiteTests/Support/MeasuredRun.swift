import Foundation

/// A run of the program, and what it took.
struct MeasuredRun {
  let exitCode: Int32
  /// Of the processor, in all threads: it does not depend on what else the machine does.
  let seconds: Double
  /// The most memory that it had at one time, in bytes.
  let peakMemory: Int
  /// What it wrote, wherever it went.
  let told: String

  enum Failure: Error { case noStart(Int32) }

  /// - Parameter log: takes what the program writes.
  init(_ arguments: [String], log: String) throws {
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    posix_spawn_file_actions_addopen(&actions, 0, "/dev/null", O_RDONLY, 0)
    posix_spawn_file_actions_addopen(&actions, 1, log, O_WRONLY | O_CREAT | O_TRUNC, 0o600)
    posix_spawn_file_actions_adddup2(&actions, 1, 2)
    var words = ([OpytCommand.path] + arguments).map { strdup($0) } + [nil]
    defer { for word in words { free(word) } }
    var process: pid_t = 0
    let failure = posix_spawn(&process, OpytCommand.path, &actions, nil, &words, environ)
    guard failure == 0 else { throw Failure.noStart(failure) }
    var (status, usage, peak) = (Int32(0), rusage(), 0)
    // Looked at as long as it runs: what the system tells of it afterwards holds the memory of who started it as well.
    while wait4(process, &status, WNOHANG, &usage) == 0 {
      peak = max(peak, Self.peakMemory(of: process))
      usleep(1_000)
    }
    exitCode = status & 0x7F == 0 ? status >> 8 & 0xFF : 128 + status & 0x7F
    seconds = Self.seconds(usage.ru_utime) + Self.seconds(usage.ru_stime)
    peakMemory = peak
    told = String(decoding: try Data(contentsOf: URL(filePath: log)), as: UTF8.self)
  }

  private static func peakMemory(of process: pid_t) -> Int {
    guard let status = try? String(contentsOfFile: "/proc/\(process)/status", encoding: .utf8),
      let line = status.split(separator: "\n").first(where: { $0.hasPrefix("VmHWM:") }),
      let kilobytes = Int(line.filter(\.isNumber))
    else { return 0 }
    return kilobytes << 10
  }

  private static func seconds(_ time: timeval) -> Double { Double(time.tv_sec) + Double(time.tv_usec) * 1e-6 }
}
