/// Whether a name may be printed where it stands, and if not, why.
enum PrintingPlace {
  case fine
  case notThere(NotThere)

  /// Places where nothing, or not this, may be printed.
  enum NotThere: Hashable {
    case tagName
    case insideTag
    case unquotedValue
    case comment
    case rawText(String)
    case markupOutsideContent
    case closedAttribute(String)
    case textInAddress(String)
    case addressNotAlone(String)

    /// Whether nothing at all may be printed there.
    var isForAnyType: Bool {
      switch self {
      case .tagName, .insideTag, .unquotedValue, .comment, .rawText, .closedAttribute: true
      case .markupOutsideContent, .textInAddress, .addressNotAlone: false
      }
    }
  }

  init(of type: LayoutType, in context: HTMLContext) {
    switch context.state {
    case .content: self = .fine
    case .tagOpen, .endTagOpen, .tagName: self = .notThere(.tagName)
    case .betweenAttributes, .behindSection, .attributeName, .afterAttributeName, .afterValue:
      self = .notThere(.insideTag)
    case .beforeValue, .unquotedValue: self = .notThere(.unquotedValue)
    case .declaration, .bogusComment, .comment: self = .notThere(.comment)
    case .rawText(let matched):
      if HTMLContext.rawTextElements.contains(context.elementName) {
        self = .notThere(.rawText(context.elementName))
      } else if type == .html {
        self = .notThere(.markupOutsideContent)
      } else {
        self = matched == 0 ? .fine : .notThere(.tagName)
      }
    case .quotedValue: self = Self.inValue(type, context)
    }
  }

  private static func inValue(_ type: LayoutType, _ context: HTMLContext) -> PrintingPlace {
    let rule = AttributeRule(context)
    if rule == .nothing { return .notThere(.closedAttribute(context.attributeName)) }
    if type == .html { return .notThere(.markupOutsideContent) }
    if rule == .text { return .fine }
    if type != .url { return .notThere(.textInAddress(context.attributeName)) }
    return context.value == .empty ? .fine : .notThere(.addressNotAlone(context.attributeName))
  }
}
