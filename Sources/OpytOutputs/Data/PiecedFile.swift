package import OpytPages

/// A long file of the site, made piece by piece when it is written: memory never holds the whole of it.
package struct PiecedFile: Sendable {
  package let address: Address
  private let make: @Sendable () -> AnyIterator<[UInt8]>

  /// - Parameter make: begins anew whenever it is called.
  init(_ address: Address, _ make: @escaping @Sendable () -> AnyIterator<[UInt8]>) {
    self.address = address
    self.make = make
  }

  /// A file of one piece, which is not made before it is asked for.
  init(_ address: Address, bytes: @escaping @Sendable () -> [UInt8]) {
    self.init(address) {
      var isMade = false
      return AnyIterator {
        defer { isMade = true }
        return isMade ? nil : bytes()
      }
    }
  }

  package var pieces: some Sequence<[UInt8]> { IteratorSequence(make()) }

  /// All of it.
  package var bytes: [UInt8] { pieces.reduce(into: []) { $0 += $1 } }
}
