import CLibYAML
import OpytDiagnostics
import OpytText

/// Reads one YAML document into nodes with ranges. The only file that touches libyaml.
///
/// It works on libyaml's events rather than on a composed tree: events carry both ends of every value, an alias
/// is refused before anything is expanded, and depth is known before it is used.
struct YAMLReader: ~Copyable {
  /// Containers inside containers.
  static let maximumDepth = 32

  private let parser: UnsafeMutablePointer<yaml_parser_t>
  private let bytes: UnsafeBufferPointer<UInt8>
  private let firstLine: Int
  /// The lines of the text, from when they are asked for.
  private var knownLines: YAMLLines?
  /// Whether a value in quotes may hold what does not stand in the file.
  private let hasEscapes: Bool
  /// Where comments begin behind a value, by the place where the blanks before them begin.
  private let comments: [SourcePosition: Int32]
  /// The way back to the columns of the file, where the text was changed to be read.
  private let columns: YAMLEdits.ColumnMap?

  /// The value that a text holds, or nil when it holds none.
  /// - Parameters:
  ///   - firstLine: the number, in the file, of the line that `source` starts with.
  ///   - columns: the way back to the columns of the file, where `source` is not what stands there.
  static func read(
    _ source: UnsafeBufferPointer<UInt8>, firstLine: Int, columns: YAMLEdits.ColumnMap? = nil
  ) throws(YAMLProblem) -> FrontMatterNode? {
    guard hasLineSeparators(source) else {
      var reader = YAMLReader(source, firstLine: firstLine, columns)
      return try reader.read()
    }
    let copy = withoutLineSeparators(source)
    defer { copy.deallocate() }
    var reader = YAMLReader(UnsafeBufferPointer(copy), firstLine: firstLine, columns)
    return try reader.read()
  }

  /// - Parameter bytes: must live as long as this value.
  private init(_ bytes: UnsafeBufferPointer<UInt8>, firstLine: Int, _ columns: YAMLEdits.ColumnMap?) {
    self.bytes = bytes
    self.firstLine = firstLine
    self.columns = columns
    comments = YAMLLines.comments(in: bytes)
    hasEscapes = bytes.firstIndex(of: UInt8(ascii: "\\"), from: 0) != nil
    parser = .allocate(capacity: 1)
    yaml_parser_initialize(parser)
    yaml_parser_set_encoding(parser, YAML_UTF8_ENCODING)
    yaml_parser_set_input_string(parser, bytes.baseAddress, bytes.count)
  }

  deinit {
    yaml_parser_delete(parser)
    parser.deallocate()
  }

  // MARK: Line separators

  private static func hasLineSeparators(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    var start = 0
    while let index = bytes.firstIndex(of: 0xE2, from: start) {
      if isLineSeparator(bytes, at: index) { return true }
      start = index + 1
    }
    return false
  }

  private static func isLineSeparator(_ bytes: UnsafeBufferPointer<UInt8>, at index: Int) -> Bool {
    index + 2 < bytes.count && bytes[index] == 0xE2 && bytes[index + 1] == 0x80
      && (bytes[index + 2] == 0xA8 || bytes[index + 2] == 0xA9)
  }

  /// libyaml ends a line at U+2028 and U+2029, which no editor does: they are read as spaces, a scalar for a scalar.
  private static func withoutLineSeparators(
    _ source: UnsafeBufferPointer<UInt8>
  ) -> UnsafeMutableBufferPointer<UInt8> {
    let bytes = UnsafeMutableBufferPointer<UInt8>.allocate(capacity: source.count)
    var (count, index) = (0, 0)
    while index < source.count {
      let isSeparator = isLineSeparator(source, at: index)
      bytes.initializeElement(at: count, to: isSeparator ? UInt8(ascii: " ") : source[index])
      count += 1
      index += isSeparator ? 3 : 1
    }
    return UnsafeMutableBufferPointer(rebasing: bytes[..<count])
  }

  // MARK: Nodes

  /// The document's value, or nil when there is none.
  private mutating func read() throws(YAMLProblem) -> FrontMatterNode? {
    var root: FrontMatterNode?
    while true {
      let event = try next()
      switch event.kind {
      case YAML_STREAM_START_EVENT, YAML_DOCUMENT_END_EVENT: continue
      case YAML_STREAM_END_EVENT: return root
      case YAML_DOCUMENT_START_EVENT:
        if root != nil { throw .secondDocument(event.range) }
      default: root = try node(event, depth: 1)
      }
    }
  }

  private mutating func node(_ event: Event, depth: Int) throws(YAMLProblem) -> FrontMatterNode {
    guard depth <= Self.maximumDepth else { throw .tooDeep(event.range, limit: Self.maximumDepth) }
    switch event.kind {
    case YAML_SCALAR_EVENT:
      return .scalar(.init(text: event.text, range: event.range, style: event.style))
    case YAML_SEQUENCE_START_EVENT:
      var items: [FrontMatterNode] = []
      while true {
        let item = try next()
        if item.kind == YAML_SEQUENCE_END_EVENT {
          return .list(items, range(from: event, to: item, last: items.last?.range))
        }
        items.append(try node(item, depth: depth + 1))
      }
    case YAML_MAPPING_START_EVENT:
      var entries: [FrontMatterNode.Entry] = []
      if depth == 1 { entries.reserveCapacity(24) }
      while true {
        let key = try next()
        if key.kind == YAML_MAPPING_END_EVENT {
          return .mapping(entries, range(from: event, to: key, last: entries.last?.value.range))
        }
        guard key.kind == YAML_SCALAR_EVENT else { throw .keyNotText(key.range) }
        entries.append(.init(key: key.text, keyRange: key.range, value: try node(try next(), depth: depth + 1)))
      }
    default: throw .unexpected(event.range)
    }
  }

  /// libyaml ends a container without brackets where the next thing starts: it ends with its last value.
  private func range(from start: Event, to end: Event, last: SourceRange?) -> SourceRange {
    SourceRange(start: start.range.start, end: start.isFlow ? end.range.end : last?.end ?? start.range.end)
  }

  // MARK: Events

  private struct Event {
    let kind: yaml_event_type_t
    var range: SourceRange
    var text = ""
    var style = FrontMatterNode.Scalar.Style.plain
    var isFlow = false
  }

  private mutating func next() throws(YAMLProblem) -> Event {
    var event = yaml_event_t()
    guard yaml_parser_parse(parser, &event) == 1 else { throw problem() }
    defer { yaml_event_delete(&event) }
    var result = Event(kind: event.type, range: range(event.start_mark, event.end_mark))
    switch event.type {
    case YAML_ALIAS_EVENT: throw .alias(result.range)
    case YAML_SCALAR_EVENT:
      let scalar = event.data.scalar
      try check(anchor: scalar.anchor, tag: scalar.tag, result.range)
      result.text = String(decoding: UnsafeBufferPointer(start: scalar.value, count: scalar.length), as: UTF8.self)
      result.style =
        switch scalar.style {
        case YAML_PLAIN_SCALAR_STYLE: try plainStyle(of: result.text, event.start_mark, event.end_mark)
        case YAML_LITERAL_SCALAR_STYLE: .literal
        case YAML_FOLDED_SCALAR_STYLE: .folded
        default: .quoted
        }
      if scalar.style == YAML_LITERAL_SCALAR_STYLE || scalar.style == YAML_FOLDED_SCALAR_STYLE {
        result.range.end = lines.endOfText(before: result.range.end)
      }
      if hasEscapes, scalar.style == YAML_DOUBLE_QUOTED_SCALAR_STYLE { try checkEscapes(result) }
    case YAML_SEQUENCE_START_EVENT:
      let sequence = event.data.sequence_start
      try check(anchor: sequence.anchor, tag: sequence.tag, result.range)
      result.isFlow = sequence.style == YAML_FLOW_SEQUENCE_STYLE
    case YAML_MAPPING_START_EVENT:
      let mapping = event.data.mapping_start
      try check(anchor: mapping.anchor, tag: mapping.tag, result.range)
      result.isFlow = mapping.style == YAML_FLOW_MAPPING_STYLE
    default: break
    }
    return result
  }

  private static func isHiddenItem(_ text: String) -> Bool {
    let rest = text.unicodeScalars.drop { InvisibleCharacter.isOddSpace($0) || InvisibleCharacter.isZeroWidth($0) }
    guard rest.first == "-", let blank = rest.dropFirst().first, InvisibleCharacter.isBlank(blank) else { return false }
    return rest.startIndex != text.startIndex || InvisibleCharacter.isOddSpace(blank)
  }

  private func check(
    anchor: UnsafeMutablePointer<UInt8>?, tag: UnsafeMutablePointer<UInt8>?, _ range: SourceRange
  ) throws(YAMLProblem) {
    if anchor != nil { throw .alias(range) }
    if tag != nil { throw .tag(range) }
  }

  /// `"\u202E"` writes what may not stand in a text. What stands in the file itself was told of already.
  private func checkEscapes(_ event: Event) throws(YAMLProblem) {
    for scalar in event.text.unicodeScalars {
      guard ForbiddenCharacter(scalar) != nil, !bytes.contains(scalar) else { continue }
      throw .forbiddenEscape(event.range)
    }
  }

  // MARK: Places

  /// The lines of the text, for places that libyaml does not tell.
  private var lines: YAMLLines {
    mutating get {
      if let knownLines { return knownLines }
      let lines = YAMLLines(bytes, firstLine: firstLine)
      knownLines = lines
      return lines
    }
  }

  /// libyaml counts lines and columns from 0, columns in Unicode scalars.
  private func position(_ mark: yaml_mark_t) -> SourcePosition {
    let column = columns?.original(line: mark.line, column: mark.column) ?? mark.column
    return SourcePosition(line: mark.line + firstLine, column: column + 1)
  }

  /// What a plain value lost to a comment, or was meant as.
  private mutating func plainStyle(
    of text: String, _ start: yaml_mark_t, _ end: yaml_mark_t
  ) throws(YAMLProblem) -> FrontMatterNode.Scalar.Style {
    if start.line != end.line, let line = lines.swallowedItem(from: start.line, column: start.column, to: end.line) {
      throw .swallowedItem(
        SourceRange(
          start: SourcePosition(line: line + firstLine, column: 1),
          end: SourcePosition(line: line + firstLine, column: 2)))
    }
    if !comments.isEmpty, let column = comments[SourcePosition(line: end.line, column: end.column)] {
      let original = columns?.original(line: end.line, column: Int(column)) ?? Int(column)
      return .cut(at: Int32(original) + 1)
    }
    // Most values begin with a letter of Russian or Latin.
    guard let first = text.utf8.first, !(0x41...0x7A).contains(first), first != 0xD0, first != 0xD1 else {
      return apart(start, end)
    }
    // The hyphen of an item with an odd space before or behind it: YAML took it for a word.
    if columns == nil, Self.isHiddenItem(text), lines.isFirst(column: start.column, inLine: start.line) {
      throw .hiddenItem(range(start, end))
    }
    guard ListSign.width(in: text.unicodeScalars) != nil else { return apart(start, end) }
    let items = lines.items(from: start.line, column: start.column, to: end.line, column: end.column) { [columns] in
      columns?.original(line: $0, column: $1) ?? $1
    }
    return .listed(items)
  }

  /// In a text that had to be mended, the lines were told already.
  private mutating func apart(_ start: yaml_mark_t, _ end: yaml_mark_t) -> FrontMatterNode.Scalar.Style {
    guard columns == nil, start.line != end.line,
      let parts = lines.meantApart(from: start.line, column: start.column, to: end.line, column: end.column)
    else { return .plain }
    return .apart(parts)
  }

  private func range(_ start: yaml_mark_t, _ end: yaml_mark_t) -> SourceRange {
    SourceRange(start: position(start), end: position(end))
  }

  private mutating func problem() -> YAMLProblem {
    let state = parser.pointee
    let problem = state.problem.map { String(cString: $0) } ?? ""
    if state.error == YAML_READER_ERROR {
      return .unreadable(problem, character: state.problem_value, at: lines.position(ofByte: state.problem_offset))
    }
    let context = state.context.map { String(cString: $0) } ?? ""
    return .syntax(
      problem: problem, context: context, at: position(state.problem_mark),
      contextStart: context.isEmpty ? nil : position(state.context_mark),
      character: lines.byte(at: position(state.problem_mark)))
  }
}

extension UnsafeBufferPointer<UInt8> {
  fileprivate func contains(_ scalar: Unicode.Scalar) -> Bool {
    let wanted = Array(String(scalar).utf8)
    var start = 0
    while let index = firstIndex(of: wanted[0], from: start) {
      if self[index...].starts(with: wanted) { return true }
      start = index + 1
    }
    return false
  }
}
