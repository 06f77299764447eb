import Foundation
import OpytFiles

/// Whether the system gives a run the open files that it can't do without: the parts of the system that wait for signals
/// end the program where they get none.
enum OpenFileLimit {
  /// For signals and the clock; files are opened one by one.
  private static let needed = 8

  /// Why the run can't begin; nil where it can.
  static var failure: MachineFailure? {
    var opened: [Int32] = []
    defer { for descriptor in opened { close(descriptor) } }
    for _ in 0..<needed {
      let descriptor = open("/dev/null", O_RDONLY | O_CLOEXEC)
      guard descriptor >= 0 else { return MachineFailure("open", "opyt", code: errno) }
      opened.append(descriptor)
    }
    return nil
  }
}
