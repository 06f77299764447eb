import OpytDiagnostics
public import OpytMarkup

/// Groups of children by their age. A span is all groups in it: «2–4 года» is two.
public struct AgeGroups: FieldValue, RandomAccessCollection {
  private var groups: [Located<Term<Ages>>] = []

  private init(_ groups: [Located<Term<Ages>>]) { self.groups = groups }

  public static var type: FieldType { .list(.term(Ages.vocabulary)) }
  public static var blank: AgeGroups { AgeGroups([]) }
  public var isAbsent: Bool { groups.isEmpty }
  public var content: FieldContent { .list(groups.map(\.content)) }

  public var startIndex: Int { groups.startIndex }
  public var endIndex: Int { groups.endIndex }
  public subscript(position: Int) -> Located<Term<Ages>> { groups[position] }

  public static func decode(_ node: FrontMatterNode, _ context: inout DecodingContext) -> AgeGroups? {
    let spread = context.isJSON ? node : spread(node)
    guard let groups = [Located<Term<Ages>>].decode(spread, &context) else { return nil }
    guard groups.count > 1 else { return AgeGroups(groups) }
    var seen: Set<String> = []
    return AgeGroups(groups.filter { seen.insert($0.value.key).inserted })
  }

  /// The same with each span in place of itself as the groups it means.
  private static func spread(_ node: FrontMatterNode) -> FrontMatterNode {
    switch node {
    case .scalar(let scalar):
      guard let groups = groups(of: scalar) else { return node }
      return .list(groups, scalar.range)
    case .list(let items, let range):
      guard items.contains(where: { groups(of: $0) != nil }) else { return node }
      return .list(items.flatMap { groups(of: $0) ?? [$0] }, range)
    default: return node
    }
  }

  private static func groups(of node: FrontMatterNode) -> [FrontMatterNode]? {
    if case .scalar(let scalar) = node { groups(of: scalar) } else { nil }
  }

  private static func groups(of scalar: FrontMatterNode.Scalar) -> [FrontMatterNode]? {
    // Most are one group, which has years beside each other.
    guard Ages.vocabulary.entry(for: scalar.text) == nil, let span = AgeSpan(scalar.text.everyday) else { return nil }
    return span.groups.map { key in
      .scalar(FrontMatterNode.Scalar(text: key, range: scalar.range, style: scalar.style))
    }
  }
}

/// «от 2 до 4 лет», «3–7 лет», `2-4`: whole years and no more words.
private struct AgeSpan {
  let groups: [String]

  init?(_ text: String) {
    guard text.utf8.count <= 60 else { return nil }
    let words = text.lowercased().replacing("–", with: "-").replacing("—", with: "-").split(separator: " ")
    let known: Set<Substring> = ["от", "до", "с", "по", "лет", "года", "год", "г.", "л.", "-"]
    let years = words.filter { !known.contains($0) }.flatMap {
      $0.split(separator: "-", omittingEmptySubsequences: false)
    }
    guard years.count == 2, let first = Int(years[0]), let last = Int(years[1]), first > 0, last <= 7, first + 1 < last
    else { return nil }
    groups = (first..<last).map { "\($0)-\($0 + 1)" }
  }
}
