import OpytText

/// Escaped text holds no sign of markup, and a browser reads it as it was.
enum EscaperPromises {
  static func check(_ bytes: [UInt8]) {
    // Every alignment: the escaper looks at eight and sixteen bytes at a time.
    for skipped in 0..<min(9, bytes.count + 1) { checkAll(Array(bytes.dropFirst(skipped))) }
  }

  private static func checkAll(_ bytes: [UInt8]) {
    bytes.withUnsafeBufferPointer { text in
      var escaped: [UInt8] = []
      HTMLEscaping.append(text, to: &escaped)
      promise(HTMLEscaping.escapedCount(of: text) == escaped.count, "another length")
      for room in [escaped.count, escaped.count - 1, escaped.count + 7] where room >= 0 {
        let memory = UnsafeMutableBufferPointer<UInt8>.allocate(capacity: room)
        defer { memory.deallocate() }
        let written = HTMLEscaping.escape(text, into: memory)
        promise(
          written == (room < escaped.count ? nil : escaped.count),
          "\(room) bytes of room: \(String(describing: written))")
        if let written { promise(memory[..<written].elementsEqual(escaped), "escaped in two ways") }
      }
      promise(!escaped.contains { "<>\"'".utf8.contains($0) }, "a sign of markup")
      promise(unescaped(escaped) == bytes, "a browser reads something else")
    }
    let text = String(decoding: bytes, as: UTF8.self)
    var escaped: [UInt8] = []
    HTMLEscaping.append(text, to: &escaped)
    promise(unescaped(escaped) == Array(text.utf8), "a browser reads another string")
  }

  /// Nil for a reference that is none.
  private static func unescaped(_ bytes: [UInt8]) -> [UInt8]? {
    var output: [UInt8] = []
    var rest = bytes[...]
    while let byte = rest.first {
      guard byte == UInt8(ascii: "&") else {
        output.append(byte)
        rest = rest.dropFirst()
        continue
      }
      guard let end = rest.firstIndex(of: UInt8(ascii: ";")) else { return nil }
      switch String(decoding: rest[..<end], as: UTF8.self) {
      case "&amp": output.append(UInt8(ascii: "&"))
      case "&lt": output.append(UInt8(ascii: "<"))
      case "&gt": output.append(UInt8(ascii: ">"))
      case "&quot": output.append(UInt8(ascii: "\""))
      case "&#39": output.append(UInt8(ascii: "'"))
      default: return nil
      }
      rest = rest[(end + 1)...]
    }
    return output
  }
}
