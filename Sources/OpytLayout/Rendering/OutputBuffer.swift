/// The bytes of one page. Reuse one buffer for many pages: `reset` keeps its memory.
public struct OutputBuffer: Sendable {
  public private(set) var bytes: [UInt8] = []

  public init(capacity: Int = 0) {
    bytes.reserveCapacity(capacity)
  }

  public mutating func reset() {
    bytes.removeAll(keepingCapacity: true)
  }

  /// Gives the memory behind the bytes to be written to.
  ///
  /// - Parameters:
  ///   - count: how much there is at least.
  ///   - body: writes from the beginning and returns how much.
  mutating func fill(atLeast count: Int, _ body: (UnsafeMutableBufferPointer<UInt8>) -> Int) {
    bytes.append(addingCapacity: max(count, bytes.capacity - bytes.count)) { span in
      span.withUnsafeMutableBufferPointer { memory, written in written = body(memory) }
    }
  }
}
