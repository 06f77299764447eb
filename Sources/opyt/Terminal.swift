import Foundation

/// Standard output and standard error, written whole.
enum Terminal {
  /// - Returns: the error's number where not all could be written; nil also for a pipe that its reader closed.
  static func write(_ text: String) -> Int32? { write(Array(text.utf8)) }
  static func write(_ bytes: [UInt8]) -> Int32? { write(bytes, to: STDOUT_FILENO) }
  static func writeError(_ text: String) -> Int32? { write(Array(text.utf8), to: STDERR_FILENO) }

  static var outputIsTerminal: Bool { isatty(STDOUT_FILENO) == 1 }
  static var errorIsTerminal: Bool { isatty(STDERR_FILENO) == 1 }

  /// Gives the three standard descriptors to something where a caller closed them: else the next file that is opened
  /// would have one of them, and messages would be written into it. What is written to a closed output fails all the
  /// same.
  static func occupyClosed() {
    for descriptor in [STDIN_FILENO, STDOUT_FILENO, STDERR_FILENO] where fcntl(descriptor, F_GETFD) < 0 {
      let mode = descriptor == STDERR_FILENO ? O_WRONLY : O_RDONLY
      // The lowest free number is taken, and those below are not free any more.
      _ = open("/dev/null", mode)
    }
  }

  private static func write(_ bytes: [UInt8], to descriptor: Int32) -> Int32? {
    var bytes = bytes[...]
    while !bytes.isEmpty {
      let count = bytes.withUnsafeBytes { Foundation.write(descriptor, $0.baseAddress, $0.count) }
      if count < 0, errno == EINTR { continue }
      // A closed pipe ends the printing, not the work.
      guard count > 0 else { return count < 0 ? (errno == EPIPE ? nil : errno) : EIO }
      bytes = bytes.dropFirst(count)
    }
    return nil
  }
}
