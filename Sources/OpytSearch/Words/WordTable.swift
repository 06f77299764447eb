import Foundation

/// Different words under numbers, in the order they came: a hash table whose words lie one behind the other.
struct WordTable: Sendable {
  /// A word's number + 1; 0 where nothing is.
  private var slots = [UInt32](repeating: 0, count: 1 << 10)
  private var hashes: [UInt32] = []
  /// Where each word ends in `bytes`.
  private var ends: [UInt32] = []
  private var bytes: [UInt8] = []

  var count: Int { ends.count }

  /// Where a word stands in ``withBytes(_:)``.
  func range(of word: Int) -> Range<Int> { (word == 0 ? 0 : Int(ends[word - 1]))..<Int(ends[word]) }

  func length(of word: Int) -> Int { range(of: word).count }

  subscript(word: Int) -> ArraySlice<UInt8> { bytes[range(of: word)] }

  func withBytes<Result>(_ body: (UnsafeBufferPointer<UInt8>) -> Result) -> Result {
    bytes.withUnsafeBufferPointer(body)
  }

  /// The number of a word, which it gets now where it has none.
  mutating func number(of word: UnsafeBufferPointer<UInt8>) -> (number: Int, isNew: Bool) {
    let hash = Self.hash(word)
    var slot = Int(hash) & (slots.count - 1)
    while slots[slot] != 0 {
      let number = Int(slots[slot]) - 1
      if hashes[number] == hash, isSame(number, word) { return (number, false) }
      slot = (slot + 1) & (slots.count - 1)
    }
    let number = ends.count
    slots[slot] = UInt32(number + 1)
    hashes.append(hash)
    bytes.append(contentsOf: word)
    ends.append(UInt32(bytes.count))
    if ends.count * 2 > slots.count { grow() }
    return (number, true)
  }

  mutating func number(of word: ArraySlice<UInt8>) -> (number: Int, isNew: Bool) {
    word.withUnsafeBufferPointer { number(of: $0) }
  }

  private func isSame(_ number: Int, _ word: UnsafeBufferPointer<UInt8>) -> Bool {
    let range = range(of: number)
    guard range.count == word.count else { return false }
    return bytes.withUnsafeBufferPointer { bytes in
      guard let known = bytes.baseAddress, let base = word.baseAddress else { return true }
      return memcmp(known + range.lowerBound, base, word.count) == 0
    }
  }

  private mutating func grow() {
    var larger = [UInt32](repeating: 0, count: slots.count * 2)
    for number in ends.indices {
      var slot = Int(hashes[number]) & (larger.count - 1)
      while larger[slot] != 0 { slot = (slot + 1) & (larger.count - 1) }
      larger[slot] = UInt32(number + 1)
    }
    slots = larger
  }

  /// Eight bytes a step, the last ones overlapping those before them. Nothing of it is written anywhere.
  private static func hash(_ word: UnsafeBufferPointer<UInt8>) -> UInt32 {
    let raw = UnsafeRawBufferPointer(word)
    var state = 0x9E37_79B9_7F4A_7C15 ^ UInt64(truncatingIfNeeded: raw.count)
    func mix(_ piece: UInt64) {
      let product = (state ^ piece).multipliedFullWidth(by: 0xD6E8_FEB8_6659_FD93)
      state = product.high ^ product.low
    }
    if raw.count >= 8 {
      var offset = 0
      while offset + 8 < raw.count {
        mix(raw.loadUnaligned(fromByteOffset: offset, as: UInt64.self))
        offset += 8
      }
      mix(raw.loadUnaligned(fromByteOffset: raw.count - 8, as: UInt64.self))
    } else {
      mix(raw.reduce(0) { $0 << 8 | UInt64($1) })
    }
    return UInt32(truncatingIfNeeded: state ^ state >> 32)
  }
}
