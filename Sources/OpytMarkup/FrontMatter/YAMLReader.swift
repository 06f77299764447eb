import CLibYAML
import OpytDiagnostics

/// Reads one YAML document into nodes with ranges. The only file that touches libyaml.
///
/// It works on libyaml's events rather than on a composed tree: events carry both ends of every value, an alias
/// is refused before anything is expanded, and depth is known before it is used.
struct YAMLReader: ~Copyable {
  /// Why reading stopped, in place of a tree.
  struct Failure: Error {
    let code: DiagnosticCode
    let message: Phrase
    let range: SourceRange
    var advice: Phrase?
  }

  /// Containers inside containers (`quality.md`, Bad input).
  static let maximumDepth = 32

  private let parser: UnsafeMutablePointer<yaml_parser_t>
  private let bytes: UnsafeMutableBufferPointer<UInt8>
  private let firstLine: Int

  /// - Parameter firstLine: the number, in the file, of the line that `source` starts with.
  init(_ source: some Collection<UInt8>, firstLine: Int) {
    bytes = .allocate(capacity: source.count)
    _ = bytes.initialize(from: source)
    parser = .allocate(capacity: 1)
    yaml_parser_initialize(parser)
    yaml_parser_set_encoding(parser, YAML_UTF8_ENCODING)
    yaml_parser_set_input_string(parser, bytes.baseAddress, bytes.count)
    self.firstLine = firstLine
  }

  deinit {
    yaml_parser_delete(parser)
    parser.deallocate()
    bytes.deallocate()
  }

  /// The document's value, or nil when there is none.
  mutating func read() throws(Failure) -> FrontMatterNode? {
    var root: FrontMatterNode?
    while true {
      let event = try next()
      switch event.kind {
      case YAML_STREAM_START_EVENT, YAML_DOCUMENT_END_EVENT: continue
      case YAML_STREAM_END_EVENT: return root
      case YAML_DOCUMENT_START_EVENT:
        guard root == nil else {
          throw Failure(
            code: .yamlInvalid, message: Phrase("второй документ YAML", en: "a second YAML document"), range: event.range)
        }
      default: root = try node(event, depth: 1)
      }
    }
  }

  private func node(_ event: Event, depth: Int) throws(Failure) -> FrontMatterNode {
    guard depth <= Self.maximumDepth else {
      throw Failure(
        code: .yamlTooDeep,
        message: Phrase(
          "вложенность больше \(Self.maximumDepth) уровней", en: "nested deeper than \(Self.maximumDepth) levels"),
        range: event.range)
    }
    switch event.kind {
    case YAML_SCALAR_EVENT:
      return .scalar(.init(text: event.text, range: event.range, isPlain: event.isPlain))
    case YAML_SEQUENCE_START_EVENT:
      var items: [FrontMatterNode] = []
      while true {
        let item = try next()
        if item.kind == YAML_SEQUENCE_END_EVENT {
          return .list(items, SourceRange(start: event.range.start, end: item.range.end))
        }
        items.append(try node(item, depth: depth + 1))
      }
    case YAML_MAPPING_START_EVENT:
      var entries: [FrontMatterNode.Entry] = []
      while true {
        let key = try next()
        if key.kind == YAML_MAPPING_END_EVENT {
          return .mapping(entries, SourceRange(start: event.range.start, end: key.range.end))
        }
        guard key.kind == YAML_SCALAR_EVENT else {
          throw Failure(
            code: .yamlInvalid, message: Phrase("ключ должен быть словом", en: "a key must be a word"), range: key.range)
        }
        entries.append(.init(key: key.text, keyRange: key.range, value: try node(try next(), depth: depth + 1)))
      }
    default:
      throw Failure(
        code: .yamlInvalid, message: Phrase("запись не разобрана", en: "unexpected content"), range: event.range)
    }
  }

  private struct Event {
    let kind: yaml_event_type_t
    let range: SourceRange
    var text = ""
    var isPlain = false
  }

  private func next() throws(Failure) -> Event {
    var event = yaml_event_t()
    guard yaml_parser_parse(parser, &event) == 1 else { throw failure() }
    defer { yaml_event_delete(&event) }
    let range = SourceRange(start: position(event.start_mark), end: position(event.end_mark))
    switch event.type {
    case YAML_ALIAS_EVENT: throw aliasFailure(range)
    case YAML_SCALAR_EVENT:
      if event.data.scalar.anchor != nil { throw aliasFailure(range) }
      let scalar = event.data.scalar
      let text = String(decoding: UnsafeBufferPointer(start: scalar.value, count: scalar.length), as: UTF8.self)
      return Event(kind: event.type, range: range, text: text, isPlain: scalar.style == YAML_PLAIN_SCALAR_STYLE)
    case YAML_SEQUENCE_START_EVENT:
      if event.data.sequence_start.anchor != nil { throw aliasFailure(range) }
    case YAML_MAPPING_START_EVENT:
      if event.data.mapping_start.anchor != nil { throw aliasFailure(range) }
    default: break
    }
    return Event(kind: event.type, range: range)
  }

  /// libyaml counts lines and columns from 0, columns in Unicode scalars.
  private func position(_ mark: yaml_mark_t) -> SourcePosition {
    SourcePosition(line: mark.line + firstLine, column: mark.column + 1)
  }

  private func aliasFailure(_ range: SourceRange) -> Failure {
    Failure(
      code: .yamlAlias,
      message: Phrase(
        "знак & или * в начале значения – это ссылка YAML, здесь она запрещена",
        en: "& or * at the start of a value is a YAML alias, which is forbidden here"),
      range: range, advice: Phrase("возьмите значение в кавычки", en: "put the value in quotes"))
  }

  private func failure() -> Failure {
    let problem = parser.pointee.problem.map { String(cString: $0) } ?? ""
    let context = parser.pointee.context.map { String(cString: $0) } ?? ""
    let start = position(parser.pointee.problem_mark)
    let end = SourcePosition(line: Int(start.line), column: Int(start.column) + 1)
    let range = SourceRange(start: start, end: end)
    let (message, advice) = Self.explanation(problem: problem, context: context, atTab: isTab(parser.pointee.problem_mark))
    return Failure(code: .yamlInvalid, message: message, range: range, advice: advice)
  }

  private func isTab(_ mark: yaml_mark_t) -> Bool {
    // `index` counts scalars, so look for the tab on the marked line instead.
    var line = 0
    var column = 0
    for byte in bytes {
      if line == mark.line {
        if column == mark.column { return byte == UInt8(ascii: "\t") }
        if !byte.isUTF8Continuation { column += 1 }
      }
      if byte == UInt8(ascii: "\n") { line += 1 }
      if line > mark.line { return false }
    }
    return false
  }

  /// What libyaml's words mean to an author.
  private static func explanation(problem: String, context: String, atTab: Bool) -> (Phrase, advice: Phrase?) {
    if atTab {
      return (
        Phrase("отступ сделан табуляцией", en: "the indentation is a tab"),
        Phrase("замените табуляцию пробелами", en: "use spaces")
      )
    }
    switch problem {
    case "mapping values are not allowed in this context":
      return (
        Phrase("двоеточие с пробелом внутри значения без кавычек", en: "a colon and a space in a value without quotes"),
        Phrase("возьмите значение в кавычки «\"…\"»", en: "put the value in quotes")
      )
    case "could not find expected ':'":
      return (
        Phrase("после ключа нет двоеточия", en: "no colon behind the key"),
        Phrase("запишите «ключ: значение»; длинный текст продолжайте с отступом", en: "write “key: value”")
      )
    case "did not find expected ',' or ']'", "did not find expected ',' or '}'":
      return (
        Phrase("не закрыта скобка списка или пропущена запятая", en: "a bracket is not closed or a comma is missing"), nil
      )
    case "found unexpected end of stream", "found unexpected document indicator":
      return (Phrase("не закрыта кавычка", en: "a quote is not closed"), nil)
    case "found character that cannot start any token":
      return (
        Phrase("значение не может начинаться с этого знака", en: "a value can't start with this character"),
        Phrase("возьмите значение в кавычки", en: "put the value in quotes")
      )
    case "did not find expected key", "did not find expected '-' indicator":
      return (
        Phrase("отступ не совпадает с отступом соседних строк, или лишняя кавычка", en: "the indentation differs from the lines around, or a stray quote"),
        Phrase("выровняйте строку по соседним", en: "align the line with its neighbours")
      )
    case "found unknown escape character":
      return (
        Phrase("обратная косая черта внутри двойных кавычек", en: "a backslash in double quotes"),
        Phrase("возьмите значение в одинарные кавычки", en: "use single quotes")
      )
    case "block sequence entries are not allowed in this context":
      return (
        Phrase("дефис списка стоит там, где ожидается значение", en: "a list dash where a value is expected"),
        Phrase("начните список с новой строки", en: "start the list on a new line")
      )
    default:
      let detail = context.isEmpty ? problem : "\(context), \(problem)"
      return (Phrase("запись YAML не разобрана (\(detail))", en: "YAML: \(detail)"), nil)
    }
  }
}
