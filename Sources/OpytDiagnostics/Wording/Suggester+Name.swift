import OpytText

extension Suggester {
  /// A name that may have been meant, as it is compared: who asks for many is not to take each of them apart again.
  public struct Name: Sendable {
    public let text: String
    let scalars: [Unicode.Scalar]
    let numbers: [[Unicode.Scalar]]
    let letters: Letters

    /// In Unicode scalars, as they are compared.
    public var length: Int { scalars.count }

    public init(_ text: String) {
      self.text = text
      scalars = Suggester.folded(text)
      numbers = Suggester.numbers(in: scalars)
      letters = Letters(scalars)
    }
  }

  /// Which letters a text has, as bits: most names are told apart from a text by one look.
  struct Letters {
    private var bits: UInt64 = 0

    init(_ scalars: [Unicode.Scalar]) {
      // What parts words may be left out with them.
      for scalar in scalars where scalar != "_" { bits |= 1 << UInt64(scalar.value & 63) }
    }

    /// Whether so many slips may make one text of the other: each takes one letter away, and brings another one.
    func mayDiffer(from other: Letters, by slips: Int) -> Bool { (bits ^ other.bits).nonzeroBitCount <= 2 * slips }

    /// Whether all of these may be among those of another text.
    func mayStand(in other: Letters) -> Bool { bits & ~other.bits == 0 }
  }

  /// What was typed, in one of the ways that it may have been meant.
  struct Reading {
    let scalars: [Unicode.Scalar]
    let letters: Letters

    init(_ scalars: [Unicode.Scalar]) {
      self.scalars = scalars
      letters = Letters(scalars)
    }
  }
}
