import LibXML2

/// A tag that begins an element.
struct MarkupTag {
  /// In small letters in HTML; with its prefix in XML.
  let name: String
  /// Without `class` and the lines of drawings, which nothing here depends on.
  let attributes: [(name: String, value: String)]
  /// Where in the text reading was when it was met: behind its attributes.
  let end: Int

  subscript(_ name: String) -> String? { attributes.first { $0.name == name }?.value }
}

/// What is made of a text while it is read.
protocol MarkupHandler: AnyObject {
  func begin(_ tag: MarkupTag)
  func end(_ name: String)
  /// Whether texts are asked for at this place.
  var wantsText: Bool { get }
  func text(_ text: String)
  /// A tag that there is one of, at its own place, was met once more. Browsers take over what stands in it.
  func misplaced(_ name: String, at end: Int)
}

/// Reads HTML and XML, a tag after the other, without a tree. The only file here that touches libxml2: its pointers are
/// gone when a call returns.
enum MarkupReader {
  enum Language {
    case html, xml
  }

  /// Where reading stopped, and whether the text is one of its language.
  struct End {
    let offset: Int
    let isSound: Bool
  }

  /// Once, before two threads need it.
  private static let initialized: Void = xmlInitParser()

  /// - Parameter bytes: UTF-8 without NUL.
  static func read(_ bytes: [UInt8], as language: Language, _ handler: any MarkupHandler) -> End {
    _ = initialized
    // The system's numbers are of 32 bits.
    guard !bytes.isEmpty, bytes.count < Int(Int32.max) else { return End(offset: 0, isSound: false) }
    return bytes.withUnsafeBytes { bytes in
      let start = bytes.bindMemory(to: CChar.self).baseAddress
      let context =
        language == .html
        ? htmlCreateMemoryParserCtxt(start, Int32(bytes.count)) : xmlCreateMemoryParserCtxt(start, Int32(bytes.count))
      guard let context else { return End(offset: 0, isSound: false) }
      defer { language == .html ? htmlFreeParserCtxt(context) : xmlFreeParserCtxt(context) }
      let reading = Reading(handler, context)
      return withExtendedLifetime(reading) {
        context.pointee.sax.pointee = Reading.callbacks(for: language)
        context.pointee.userData = Unmanaged.passUnretained(reading).toOpaque()
        switch language {
        case .html:
          htmlCtxtUseOptions(
            context,
            Int32(HTML_PARSE_NOERROR.rawValue | HTML_PARSE_NOWARNING.rawValue | HTML_PARSE_NONET.rawValue)
              | Int32(HTML_PARSE_IGNORE_ENC.rawValue))
          // It takes a text for Latin until its `meta` says something else.
          context.pointee.charset = Int32(XML_CHAR_ENCODING_UTF8.rawValue)
        case .xml: xmlCtxtUseOptions(context, Int32(XML_PARSE_NONET.rawValue))
        }
        // What is longer than 10 MB would be cut off without a word.
        context.pointee.options |= Int32(XML_PARSE_HUGE.rawValue)
        let code = language == .html ? htmlParseDocument(context) : xmlParseDocument(context)
        let offset = reading.offset
        return End(
          offset: offset,
          isSound: language == .html ? offset >= bytes.count : code == 0 && context.pointee.wellFormed == 1)
      }
    }
  }

  /// What libxml2 hands back to its callbacks.
  private final class Reading {
    private let handler: any MarkupHandler
    private let context: xmlParserCtxtPtr

    init(_ handler: any MarkupHandler, _ context: xmlParserCtxtPtr) {
      self.handler = handler
      self.context = context
    }

    var offset: Int { Int(xmlByteConsumed(context)) }

    static func callbacks(for language: Language) -> xmlSAXHandler {
      var callbacks = xmlSAXHandler()
      if language == .html {
        // Else errors are not told; XML would be read with other callbacks.
        callbacks.initialized = UInt32(XML_SAX2_MAGIC)
        callbacks.serror = { reading, error in
          guard let reading = Reading.at(reading), let error = error?.pointee, let name = error.str1,
            error.code == XML_HTML_STRUCURE_ERROR.rawValue, let message = error.message,
            String(cString: message).contains("misplaced")
          else { return }
          reading.handler.misplaced(String(cString: name), at: reading.offset)
        }
      }
      callbacks.startElement = { reading, name, attributes in
        guard let reading = Reading.at(reading), let name else { return }
        reading.handler.begin(
          MarkupTag(
            name: String(cString: name), attributes: attributes.map(Reading.pairs) ?? [], end: reading.offset))
      }
      callbacks.endElement = { reading, name in
        guard let reading = Reading.at(reading), let name else { return }
        reading.handler.end(String(cString: name))
      }
      callbacks.characters = { Reading.tell($0, $1, $2) }
      callbacks.cdataBlock = { Reading.tell($0, $1, $2) }
      callbacks.ignorableWhitespace = { Reading.tell($0, $1, $2) }
      return callbacks
    }

    private static func at(_ pointer: UnsafeMutableRawPointer?) -> Reading? {
      pointer.map { Unmanaged<Reading>.fromOpaque($0).takeUnretainedValue() }
    }

    private static func tell(_ reading: UnsafeMutableRawPointer?, _ text: UnsafePointer<xmlChar>?, _ count: Int32) {
      guard let reading = at(reading), let text, reading.handler.wantsText else { return }
      reading.handler.text(String(decoding: UnsafeBufferPointer(start: text, count: Int(count)), as: UTF8.self))
    }

    /// Names and values in turn, ended by nothing; an attribute without a value has none.
    private static func pairs(
      _ attributes: UnsafeMutablePointer<UnsafePointer<xmlChar>?>
    ) -> [(name: String, value: String)] {
      var pairs: [(name: String, value: String)] = []
      var next = attributes
      while let name = next.pointee {
        let name = String(cString: name)
        if name != "class", name != "d" { pairs.append((name, next[1].map { String(cString: $0) } ?? "")) }
        next += 2
      }
      return pairs
    }
  }
}
