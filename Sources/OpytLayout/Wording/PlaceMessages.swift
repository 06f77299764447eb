import OpytDiagnostics

/// What can be wrong with the place of something in the HTML around it.
extension Diagnostic {
  static func notThere(
    _ place: PrintingPlace.NotThere, _ name: String, _ type: LayoutType, at location: SourceLocation
  ) -> Diagnostic {
    let (message, advice) = wording(place, name, type)
    return Diagnostic(.layoutContext, message, at: location, advice: advice)
  }

  private static func wording(
    _ place: PrintingPlace.NotThere, _ name: String, _ type: LayoutType
  ) -> (Phrase, advice: Phrase?) {
    switch place {
    case .tagName:
      return (
        Phrase("«\(name)» стоит в имени тега или сразу за «<»", en: "“\(name)” stands in a tag name or just after “<”"),
        Phrase("знак «меньше» в тексте пишут &lt;", en: "write a less-than sign as &lt;")
      )
    case .insideTag:
      return (
        Phrase(
          "«\(name)» стоит внутри тега, где пишут только имена атрибутов",
          en: "“\(name)” stands inside a tag, among the attribute names"),
        Phrase(
          "печатать можно в кавычках: title=\"{{\(name)}}\"", en: "print inside quotes: title=\"{{\(name)}}\"")
      )
    case .unquotedValue:
      return (
        Phrase("значение атрибута с «\(name)» – без кавычек", en: "the attribute value with “\(name)” has no quotes"),
        Phrase("поставьте кавычки: =\"{{\(name)}}\"", en: "add quotes: =\"{{\(name)}}\"")
      )
    case .comment:
      return (
        Phrase("в комментарии HTML печатать нельзя", en: "nothing can be printed in an HTML comment"),
        Phrase(
          "заметки для себя пишут так: {{! … }}", en: "write notes to yourself as {{! … }}")
      )
    case .rawText(let element):
      return (
        Phrase("внутри <\(element)> печатать нельзя", en: "nothing can be printed inside <\(element)>"),
        Phrase(
          "положите значение в атрибут data-… и прочтите его оттуда",
          en: "put the value into a data-… attribute and read it from there")
      )
    case .markupOutsideContent:
      return (
        Phrase(
          "«\(name)» – разметка, ей место только между тегами", en: "“\(name)” is markup, it stands between tags only"),
        nil
      )
    case .closedAttribute(let attribute):
      return (
        Phrase("в атрибуте \(attribute) печатать нельзя", en: "nothing can be printed in the attribute \(attribute)"),
        attribute == "style"
          ? Phrase("выберите вид атрибутом class", en: "choose the look with the attribute class")
          : Phrase("положите значение в атрибут data-…", en: "put the value into a data-… attribute")
      )
    case .textInAddress(let attribute):
      return (
        Phrase(
          "в атрибут \(attribute) ставят только адрес, а «\(name)» – \(type.phrase.russian)",
          en: "only an address may stand in \(attribute), and “\(name)” is \(type.phrase.english)"),
        Phrase("возьмите имя типа «адрес» (url)", en: "use a name of type url")
      )
    case .addressNotAlone(let attribute): return addressNotAlone(name, attribute)
    }
  }

  private static func addressNotAlone(_ name: String, _ attribute: String) -> (Phrase, advice: Phrase?) {
    (
      Phrase(
        "адрес «\(name)» – не всё, что стоит в атрибуте \(attribute)",
        en: "the address “\(name)” is not all there is in \(attribute)"),
      Phrase(
        "в кавычках должен быть один адрес: \(attribute)=\"{{\(name)}}\"",
        en: "nothing but one address between the quotes: \(attribute)=\"{{\(name)}}\"")
    )
  }

  /// A section, partial or block that ends elsewhere in the markup than it began.
  static func contextMoved(
    _ opening: String, from before: HTMLContext, to after: HTMLContext, at location: SourceLocation
  ) -> Diagnostic {
    let (start, end) = (before.phrase, after.phrase)
    return Diagnostic(
      .layoutContext,
      Phrase(
        "«\(opening)» начинается \(start.russian), а кончается \(end.russian)",
        en: "“\(opening)” begins \(start.english) and ends \(end.english)"),
      at: location,
      advice: Phrase(
        "внутри должны быть целые теги или целые атрибуты", en: "there must be whole tags or whole attributes inside"))
  }

  static func nameInPieces(at location: SourceLocation) -> Diagnostic {
    Diagnostic(
      .layoutContext,
      Phrase(
        "имя атрибута или тега нельзя составлять из кусков: часть в секции, часть снаружи",
        en: "a name in a tag can't be put together of pieces, inside and outside a section"),
      at: location, advice: Phrase("поставьте между ними пробел", en: "put a space between them"))
  }

  static func markupUnfinished(_ context: HTMLContext, at location: SourceLocation) -> Diagnostic {
    Diagnostic(
      .layoutContext,
      Phrase(
        "макет кончился \(context.phrase.russian), начатого здесь",
        en: "the layout ended \(context.phrase.english), which begins here"),
      at: location)
  }
}

extension HTMLContext {
  /// «внутри тега <a>»: where this is, to be put after a verb.
  fileprivate var phrase: Phrase {
    switch state {
    case .content: Phrase("между тегами", en: "between tags")
    case .tagOpen, .endTagOpen, .tagName: Phrase("внутри имени тега", en: "inside a tag name")
    case .betweenAttributes, .behindSection, .attributeName, .afterAttributeName, .afterValue:
      Phrase("внутри тега <\(elementName)>", en: "inside the tag <\(elementName)>")
    case .beforeValue, .quotedValue, .unquotedValue:
      Phrase("внутри значения \(attributeName)", en: "inside the value of \(attributeName)")
    case .declaration, .bogusComment, .comment: Phrase("внутри комментария", en: "inside a comment")
    case .rawText: Phrase("внутри <\(elementName)>", en: "inside <\(elementName)>")
    }
  }
}
