import Dispatch
import Synchronization

/// Spreads independent work over a bounded number of threads. Results come back in the order of the inputs.
package struct Workers: Sendable {
  package let count: Int

  package init(count: Int) {
    self.count = max(1, count)
  }

  package func map<Input: Sendable, Output: Sendable>(
    _ inputs: [Input], _ transform: @escaping @Sendable (Input) -> Output
  ) -> [Output] {
    map(inputs, keeping: ()) { input, _ in transform(input) }
  }

  /// - Parameter makeState: what one thread keeps from one input to the next, such as a buffer.
  package func map<Input: Sendable, Output: Sendable, State>(
    _ inputs: [Input], keeping makeState: @autoclosure @escaping @Sendable () -> State,
    _ transform: @escaping @Sendable (Input, inout State) -> Output
  ) -> [Output] {
    // Batches are small enough to end together and large enough for the lock not to be felt.
    let size = max(1, min(32, inputs.count / (count * 8)))
    let batchCount = (inputs.count + size - 1) / size
    let next = Atomic(0)
    let finished = Mutex<[Int: [Output]]>([:])
    DispatchQueue.concurrentPerform(iterations: count) { _ in
      var state = makeState()
      while true {
        let batch = next.add(1, ordering: .relaxed).oldValue
        guard batch < batchCount else { return }
        let range = batch * size..<min(inputs.count, (batch + 1) * size)
        let outputs = inputs[range].map { transform($0, &state) }
        finished.withLock { $0[batch] = outputs }
      }
    }
    let batches = finished.withLock { $0 }
    return (0..<batchCount).flatMap { batches[$0] ?? [] }
  }
}
