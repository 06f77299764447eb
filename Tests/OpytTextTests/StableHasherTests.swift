import OpytText
import Testing

struct StableHasherTests {
  private static func fingerprint(_ feed: (inout StableHasher) -> Void) -> Fingerprint {
    var hasher = StableHasher()
    feed(&hasher)
    return hasher.fingerprint
  }

  /// What one build wrote down, the next one reads: these numbers may change only with whoever compares them.
  @Test func itIsTheSameOnEveryRun() {
    #expect(Self.fingerprint { _ in } == Fingerprint(high: 8_446_368_322_765_320_707, low: 4_426_612_141_158_141_076))
    #expect(
      Self.fingerprint { $0.combine("Огород на окне") }
        == Fingerprint(high: 13_423_561_049_610_052_663, low: 13_504_334_451_685_753_137))
    #expect(
      Self.fingerprint {
        $0.combine(-1)
        $0.combine([1, 2, 3] as [UInt8])
      } == Fingerprint(high: 6_450_809_802_076_995_516, low: 1_804_151_574_745_900_229))
  }

  @Test func everyByteAndLengthMatters() {
    var seen: Set<Fingerprint> = []
    var expected = 0
    for count in Array(0...40) + Array(60...70) + [96, 130] {
      let zeros = [UInt8](repeating: 0, count: count)
      seen.insert(Self.fingerprint { $0.combine(zeros) })
      expected += 1
      for place in 0..<count {
        for bit in 0..<8 {
          var bytes = zeros
          bytes[place] = 1 << bit
          seen.insert(Self.fingerprint { $0.combine(bytes) })
          expected += 1
        }
      }
    }
    #expect(seen.count == expected)
    #expect(Set(seen.map(\.high)).count == expected)
    #expect(Set(seen.map(\.low)).count == expected)
  }

  @Test func whatIsFedBeforeAndWhereItEndsMatters() {
    let texts = [["ab", "c"], ["a", "bc"], ["abc"], ["abc", ""], ["", "abc"], ["c", "ab"], []]
    let seen = texts.map { texts in Self.fingerprint { hasher in for text in texts { hasher.combine(text) } } }
    #expect(Set(seen).count == texts.count)
    #expect(
      Self.fingerprint { $0.combine("сад") } == Self.fingerprint { $0.combine(Array("сад".utf8)) },
      "a text is its bytes")
  }

  @Test func halfOfAllBitsChange() {
    var changed = 0
    for number in 0..<1000 {
      let one = Self.fingerprint { $0.combine(number) }
      let other = Self.fingerprint { $0.combine(number ^ (1 << (number % 40))) }
      changed += (one.high ^ other.high).nonzeroBitCount + (one.low ^ other.low).nonzeroBitCount
    }
    #expect((60_000...68_000).contains(changed), "\(changed) of 128 000")
  }
}
