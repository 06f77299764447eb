import Foundation
import OpytText

/// A JPEG file by its segments (ITU T.81, annex B).
struct JPEGFile {
  let width: Int
  let height: Int
  let orientation: Orientation
  /// The file with nothing in it but what is seen. It may not stand upright.
  let clean: [UInt8]

  private static let sof: Set<UInt8> = [0xC0, 0xC1, 0xC2, 0xC3, 0xC5, 0xC6, 0xC7, 0xC9, 0xCA, 0xCB, 0xCD, 0xCE, 0xCF]

  /// - Parameter profile: the colours' meaning, in place of the file's own.
  init(_ bytes: [UInt8], profile: [UInt8]? = nil) throws(MediaFault) {
    guard bytes.starts(with: [0xFF, 0xD8]) else { throw .damaged }
    var size: (width: Int, height: Int)?
    var orientation: Orientation?
    var jfif: [UInt8] = []
    var adobe: [UInt8] = []
    var profiles = ICCProfile.Parts()
    var kept: [UInt8] = []
    kept.reserveCapacity(bytes.count)
    var hasScan = false
    var offset = 2
    reading: while true {
      guard let marker = Self.marker(bytes, at: &offset) else { throw .damaged }
      // Standing alone: nothing of these belongs between segments, but the end.
      if marker == 0xD9 { break reading }
      if marker == 0x01 || (0xD0...0xD8).contains(marker) { continue }
      guard offset + 2 <= bytes.count else { throw .damaged }
      let length = Int(bytes[offset]) << 8 | Int(bytes[offset + 1])
      let end = offset + length
      guard length >= 2, end <= bytes.count else { throw .damaged }
      let payload = bytes[offset + 2..<end]
      let start = offset
      offset = end
      switch marker {
      case 0xE0:
        if payload.starts(with: "JFIF\0".utf8), payload.count >= 12 { jfif = Array(payload.prefix(12)) + [0, 0] }
      case 0xE1:
        if orientation == nil, payload.starts(with: "Exif\0\0".utf8) {
          orientation = Orientation(exif: payload.dropFirst(6))
        }
      case 0xE2: profiles.add(payload)
      case 0xEE: if payload.starts(with: "Adobe".utf8), payload.count >= 12 { adobe = Array(payload.prefix(12)) }
      case 0xE3...0xEF, 0xF0...0xFE: break
      default:
        if Self.sof.contains(marker), payload.count >= 6 {
          let fields = Array(payload.prefix(6))
          size = (Int(fields[3]) << 8 | Int(fields[4]), Int(fields[1]) << 8 | Int(fields[2]))
        }
        kept.append(0xFF)
        kept.append(marker)
        kept.append(contentsOf: bytes[start..<end])
        guard marker == 0xDA else { continue }
        hasScan = true
        guard let scanEnd = Self.endOfScan(bytes, from: end) else { throw .damaged }
        kept.append(contentsOf: bytes[end..<scanEnd])
        offset = scanEnd
      }
    }
    guard hasScan, let size else { throw .damaged }
    (width, height) = size
    self.orientation = orientation ?? .upright
    var clean: [UInt8] = [0xFF, 0xD8]
    clean.reserveCapacity(kept.count + 4096)
    if !jfif.isEmpty { clean += Self.segment(0xE0, jfif) }
    if !adobe.isEmpty { clean += Self.segment(0xEE, adobe) }
    self.profile = profile ?? profiles.profile
    for part in ICCProfile.parts(of: self.profile) { clean += Self.segment(0xE2, part) }
    clean += kept
    clean += [0xFF, 0xD9]
    self.clean = clean
  }

  private let profile: [UInt8]

  /// What is published of it: decoded once, so that nothing broken is, and upright.
  func published() throws(MediaFault) -> [UInt8] {
    // To turn a file its numbers are moved and not looked at: what comes of a broken one may be broken otherwise.
    let upright = orientation == .upright ? self : try JPEGFile(try TurboJPEG.turned(self), profile: profile)
    try TurboJPEG.check(upright.clean, width: upright.width, height: upright.height)
    return upright.clean
  }

  private static func segment(_ marker: UInt8, _ payload: [UInt8]) -> [UInt8] {
    [0xFF, marker, UInt8((payload.count + 2) >> 8), UInt8((payload.count + 2) & 0xFF)] + payload
  }

  /// The next marker, with whatever stands before it skipped as decoders do; `offset` is behind it.
  private static func marker(_ bytes: [UInt8], at offset: inout Int) -> UInt8? {
    while offset + 1 < bytes.count {
      if bytes[offset] == 0xFF, bytes[offset + 1] != 0xFF, bytes[offset + 1] != 0 {
        offset += 2
        return bytes[offset - 1]
      }
      offset += 1
    }
    return nil
  }

  /// Where the marker behind a scan's data stands; nil where the file ends before.
  private static func endOfScan(_ bytes: [UInt8], from start: Int) -> Int? {
    bytes.withUnsafeBytes { buffer in
      guard let base = buffer.baseAddress else { return nil }
      var offset = start
      while offset + 1 < buffer.count, let found = memchr(base + offset, 0xFF, buffer.count - 1 - offset) {
        offset = UnsafeRawPointer(found) - base
        let next = buffer[offset + 1]
        // A stuffed byte, a restart, a fill byte.
        guard next == 0 || (0xD0...0xD7).contains(next) || next == 0xFF else { return offset }
        offset += next == 0xFF ? 1 : 2
      }
      return nil
    }
  }
}

/// What a picture's numbers mean as colours (ICC.1, annex B.4).
enum ICCProfile {
  private static let mark = Array("ICC_PROFILE\0".utf8)
  private static let partLength = 65_519

  /// The profile as JPEG splits it.
  struct Parts {
    private var parts: [UInt8: ArraySlice<UInt8>] = [:]
    private var count: UInt8 = 0

    mutating func add(_ payload: ArraySlice<UInt8>) {
      guard payload.starts(with: ICCProfile.mark), payload.count > 14 else { return }
      let start = payload.startIndex + 12
      parts[payload[start]] = payload[(start + 2)...]
      count = payload[start + 1]
    }

    /// Empty where there is none, or not all of it.
    var profile: [UInt8] {
      guard count > 0, parts.count == Int(count) else { return [] }
      var all: [UInt8] = []
      for number in 1...count {
        guard let part = parts[number] else { return [] }
        all += part
      }
      return ICCProfile.checked(all)
    }
  }

  /// As long as it says it is, with nothing behind; empty for what is none.
  static func checked(_ bytes: [UInt8]) -> [UInt8] {
    guard bytes.count >= 132, bytes[36..<40].elementsEqual("acsp".utf8) else { return [] }
    let length = bytes[..<4].reduce(0) { $0 << 8 | Int($1) }
    return (132...bytes.count).contains(length) ? Array(bytes[..<length]) : []
  }

  static func parts(of profile: [UInt8]) -> [[UInt8]] {
    let count = (profile.count + partLength - 1) / partLength
    guard (1...255).contains(count) else { return [] }
    return (0..<count).map { index in
      mark + [UInt8(index + 1), UInt8(count)]
        + profile[index * partLength..<min(profile.count, (index + 1) * partLength)]
    }
  }
}
