import CLibYAML
import OpytDiagnostics

/// Reads one YAML document into nodes with ranges. The only file that touches libyaml.
///
/// It works on libyaml's events rather than on a composed tree: events carry both ends of every value, an alias
/// is refused before anything is expanded, and depth is known before it is used.
struct YAMLReader: ~Copyable {
  /// Containers inside containers (`quality.md`, Bad input).
  static let maximumDepth = 32

  private let parser: UnsafeMutablePointer<yaml_parser_t>
  private let bytes: UnsafeMutableBufferPointer<UInt8>
  private let lines: YAMLLines

  /// - Parameter firstLine: the number, in the file, of the line that `source` starts with.
  init(_ source: some Collection<UInt8>, firstLine: Int) {
    bytes = Self.withoutLineSeparators(source)
    lines = YAMLLines(UnsafeBufferPointer(bytes), firstLine: firstLine)
    parser = .allocate(capacity: 1)
    yaml_parser_initialize(parser)
    yaml_parser_set_encoding(parser, YAML_UTF8_ENCODING)
    yaml_parser_set_input_string(parser, bytes.baseAddress, bytes.count)
  }

  /// libyaml ends a line at U+2028 and U+2029, which no editor does: they are read as spaces, a scalar for a scalar.
  private static func withoutLineSeparators(_ source: some Collection<UInt8>) -> UnsafeMutableBufferPointer<UInt8> {
    let bytes = UnsafeMutableBufferPointer<UInt8>.allocate(capacity: source.count)
    var count = 0
    for byte in source {
      bytes.initializeElement(at: count, to: byte)
      count += 1
      guard byte == 0xA8 || byte == 0xA9, count > 2, bytes[count - 2] == 0x80, bytes[count - 3] == 0xE2 else {
        continue
      }
      count -= 2
      bytes[count - 1] = UInt8(ascii: " ")
    }
    return UnsafeMutableBufferPointer(rebasing: bytes[..<count])
  }

  deinit {
    yaml_parser_delete(parser)
    parser.deallocate()
    bytes.deallocate()
  }

  /// The document's value, or nil when there is none.
  mutating func read() throws(YAMLProblem) -> FrontMatterNode? {
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

  private func node(_ event: Event, depth: Int) throws(YAMLProblem) -> FrontMatterNode {
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

  private func next() throws(YAMLProblem) -> Event {
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
        case YAML_PLAIN_SCALAR_STYLE: .plain
        case YAML_LITERAL_SCALAR_STYLE: .literal
        case YAML_FOLDED_SCALAR_STYLE: .folded
        default: .quoted
        }
      if scalar.style == YAML_LITERAL_SCALAR_STYLE || scalar.style == YAML_FOLDED_SCALAR_STYLE {
        result.range.end = lines.endOfText(before: result.range.end)
      }
      if scalar.style == YAML_DOUBLE_QUOTED_SCALAR_STYLE { try checkEscapes(result) }
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

  private func check(
    anchor: UnsafeMutablePointer<UInt8>?, tag: UnsafeMutablePointer<UInt8>?, _ range: SourceRange
  ) throws(YAMLProblem) {
    if anchor != nil { throw .alias(range) }
    if tag != nil { throw .tag(range) }
  }

  /// `"\u202E"` writes what may not stand in a text.
  private func checkEscapes(_ event: Event) throws(YAMLProblem) {
    for scalar in event.text.unicodeScalars {
      if case .some = ForbiddenCharacter(scalar) { throw .forbiddenEscape(event.range) }
    }
  }

  // MARK: Places

  private func position(_ mark: yaml_mark_t) -> SourcePosition {
    lines.position(line: mark.line, column: mark.column)
  }

  private func range(_ start: yaml_mark_t, _ end: yaml_mark_t) -> SourceRange {
    SourceRange(start: position(start), end: position(end))
  }

  private func problem() -> YAMLProblem {
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
