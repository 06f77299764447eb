import OpytDiagnostics
import OpytMarkup

extension FrontMatterNode {
  /// All that was read, and where, so that two readings can be compared.
  var outline: String {
    func place(_ range: SourceRange) -> String {
      "\(range.start.line):\(range.start.column)-\(range.end.line):\(range.end.column)"
    }
    switch self {
    case .scalar(let scalar): return "\(scalar.text)@\(place(scalar.range))\(scalar.isPlain ? "" : "!")"
    case .list(let items, let range): return "[\(items.map(\.outline).joined(separator: ","))]@\(place(range))"
    case .mapping(let entries, let range):
      return "{\(entries.map { "\($0.key)@\(place($0.keyRange)):\($0.value.outline)" }.joined(separator: ","))}"
        + "@\(place(range))"
    }
  }
}
