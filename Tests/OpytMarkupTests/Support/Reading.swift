import OpytDiagnostics
import OpytMarkup
import OpytText
import Testing

/// A document, read, with shorthands for what tests look at.
struct Reading {
  private let bytes: [UInt8]
  let document: ParsedDocument?
  let diagnostics: [Diagnostic]

  init(
    _ source: String, limits: ReadingLimits = ReadingLimits(), labels: BodyLabels = .russian, style: BodyStyle = .page
  ) {
    self.init(bytes: Array(source.utf8), limits: limits, labels: labels, style: style)
  }

  init(
    bytes: [UInt8], limits: ReadingLimits = ReadingLimits(), labels: BodyLabels = .russian, style: BodyStyle = .page,
    typography: Typography = .asWritten
  ) {
    self.bytes = bytes
    let file = SourceFile(path: "content/a.md", bytes: bytes)
    let parser = DocumentParser(limits: limits, labels: labels, plainText: .whole, style: style, typography: typography)
    (document, diagnostics) = parser.parse(file)
  }

  /// A text behind an empty front matter: its first line is the file's third.
  init(
    body: String, limits: ReadingLimits = ReadingLimits(), labels: BodyLabels = .russian, style: BodyStyle = .page
  ) {
    self.init("---\n---\n" + body, limits: limits, labels: labels, style: style)
  }

  /// The same, set as Russian is.
  init(russianBody body: String, style: BodyStyle = .page) {
    self.init(bytes: Array("---\n---\n\(body)".utf8), style: style, typography: .russian)
  }

  /// Fields in front of an empty text: the first one is on line 2.
  init(fields: String) {
    self.init("---\n" + fields + "\n---\n")
  }

  /// The text's HTML; internal links have their destination as it was written, in braces.
  var html: String {
    guard let body = document?.body else { return "" }
    let filled = body.html.filled { link, output in
      let name = body.links[link].isImage ? "src" : "href"
      output.append(contentsOf: " \(name)=\"{\(body.links[link].destination)}\"".utf8)
      return true
    }
    return String(decoding: filled.bytes, as: UTF8.self)
  }

  var plainText: String { String(decoding: document?.body.plainText ?? [], as: UTF8.self) }

  /// The problems, one a line: `3:7–3:10 error raw-html`.
  var problems: [String] {
    diagnostics.map { diagnostic in
      let place = diagnostic.location.range.map(Self.description) ?? "–"
      return "\(place) \(diagnostic.severity) \(diagnostic.code.rawValue)"
    }
  }

  /// What stands in the file at a range.
  func text(at range: SourceRange?) -> String? {
    guard let range else { return nil }
    let start = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    let lines = bytes[start...].split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
      .map { Array(String(decoding: $0, as: UTF8.self).unicodeScalars) }
    var scalars = String.UnicodeScalarView()
    for line in range.start.line...range.end.line {
      guard lines.indices.contains(Int(line) - 1) else { return nil }
      let text = lines[Int(line) - 1]
      let first = line == range.start.line ? Int(range.start.column) - 1 : 0
      let last = line == range.end.line ? Int(range.end.column) - 1 : text.count
      guard first <= last, last <= text.count else { return nil }
      scalars.append(contentsOf: text[first..<last])
      if line != range.end.line { scalars.append("\n") }
    }
    return String(scalars)
  }

  static func description(of range: SourceRange) -> String {
    "\(range.start.line):\(range.start.column)–\(range.end.line):\(range.end.column)"
  }
}

extension FrontMatterNode {
  subscript(key: String) -> FrontMatterNode? {
    guard case .mapping(let entries, _) = self else { return nil }
    return entries.first { $0.key == key }?.value
  }

  var scalar: Scalar? {
    guard case .scalar(let scalar) = self else { return nil }
    return scalar
  }

  var items: [FrontMatterNode] {
    guard case .list(let items, _) = self else { return [] }
    return items
  }
}
