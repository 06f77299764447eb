import OpytDiagnostics
import OpytMarkup
import OpytModel

/// What `strict` says: `true` for all warnings, or a list of their codes.
struct StrictSetting: FieldValue {
  /// The codes of all problems, of which those that are errors anyway are not worth naming.
  enum Codes: TermSet {
    static let vocabulary = Vocabulary("strict", DiagnosticCode.allCases.map { .init($0.rawValue) })
  }

  let strictness: Strictness

  static let type = FieldType.list(.term(Codes.vocabulary))
  static let blank = StrictSetting(strictness: .none)

  static func decode(_ node: FrontMatterNode, _ context: inout DecodingContext) -> StrictSetting? {
    if case .scalar(let scalar) = node, scalar.isPlain {
      return Located<Bool>.decode(node, &context).map { StrictSetting(strictness: $0.value ? .all : .none) }
    }
    return [Located<Term<Codes>>].decode(node, &context).map { codes in
      let named = Set(codes.compactMap { DiagnosticCode(rawValue: $0.value.key) })
      return StrictSetting(strictness: named.isEmpty ? .none : .some(named))
    }
  }

  var isAbsent: Bool { strictness == .none }
  var content: FieldContent { .absent }
}
