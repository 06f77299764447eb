import LibXML2

/// Writes one XML document through libxml2, which escapes and nests. The only file that touches libxml2's writer.
struct XMLWriter: ~Copyable {
  private let buffer: xmlBufferPtr
  private let writer: xmlTextWriterPtr

  private static let initialized: Void = xmlInitParser()

  /// Nil only when memory is exhausted.
  init?() {
    _ = Self.initialized
    guard let buffer = xmlBufferCreate() else { return nil }
    guard let writer = xmlNewTextWriterMemory(buffer, 0) else {
      xmlBufferFree(buffer)
      return nil
    }
    self.buffer = buffer
    self.writer = writer
    xmlTextWriterSetIndent(writer, 1)
    xmlTextWriterStartDocument(writer, nil, "UTF-8", nil)
  }

  deinit {
    xmlFreeTextWriter(writer)
    xmlBufferFree(buffer)
  }

  /// An element with children.
  func element(_ name: String, _ attributes: KeyValuePairs<String, String> = [:], _ content: () -> Void) {
    xmlTextWriterStartElement(writer, name)
    write(attributes)
    content()
    xmlTextWriterEndElement(writer)
  }

  /// An element with a text, or an empty one.
  func element(_ name: String, _ attributes: KeyValuePairs<String, String> = [:], text: String? = nil) {
    xmlTextWriterStartElement(writer, name)
    write(attributes)
    if let text { xmlTextWriterWriteString(writer, Self.permitted(text)) }
    xmlTextWriterEndElement(writer)
  }

  /// The document's bytes; nothing can be written behind them.
  consuming func finish() -> [UInt8] {
    xmlTextWriterEndDocument(writer)
    xmlTextWriterFlush(writer)
    guard let content = xmlBufferContent(buffer) else { return [] }
    return Array(UnsafeBufferPointer(start: content, count: Int(xmlBufferLength(buffer))))
  }

  private func write(_ attributes: KeyValuePairs<String, String>) {
    for (name, value) in attributes { xmlTextWriterWriteAttribute(writer, name, Self.permitted(value)) }
  }

  /// What XML 1.0 §2.2 can't hold is left out.
  private static func permitted(_ text: String) -> String {
    let isPermitted: (Unicode.Scalar) -> Bool = { scalar in
      scalar.value >= 0x20 ? scalar.value != 0xFFFE && scalar.value != 0xFFFF : "\t\n\r".unicodeScalars.contains(scalar)
    }
    if text.unicodeScalars.allSatisfy(isPermitted) { return text }
    return String(String.UnicodeScalarView(text.unicodeScalars.filter(isPermitted)))
  }
}
