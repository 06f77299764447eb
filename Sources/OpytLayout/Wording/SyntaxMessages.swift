import OpytDiagnostics

/// What can be wrong in one layout by itself.
extension Diagnostic {
  static func encodingInvalid(at location: SourceLocation) -> Diagnostic {
    Diagnostic(
      .encodingInvalid, Phrase("макет не в кодировке UTF-8", en: "the layout is not UTF-8"), at: location,
      advice: Phrase("сохраните файл в UTF-8", en: "save the file as UTF-8"))
  }

  static func controlCharacter(at location: SourceLocation) -> Diagnostic {
    Diagnostic(
      .controlCharacter, Phrase("в макете есть управляющий символ", en: "a control character in the layout"),
      at: location, advice: Phrase("сотрите его", en: "delete it"))
  }

  static func tagEmpty(at location: SourceLocation) -> Diagnostic {
    Diagnostic(
      .layoutSyntax, Phrase("между скобками нет имени", en: "there is no name between the braces"), at: location
    )
  }

  static func nameWithSpace(_ name: String, at location: SourceLocation) -> Diagnostic {
    Diagnostic(
      .layoutSyntax, Phrase("в имени «\(name)» есть пробел", en: "the name “\(name)” has a space in it"),
      at: location,
      advice: Phrase(
        "имя пишется одним словом, части соединяет точка: author.name",
        en: "a name is one word, its parts are joined with a dot: author.name"))
  }

  static func nameWithEmptyPart(_ name: String, at location: SourceLocation) -> Diagnostic {
    Diagnostic(
      .layoutSyntax,
      Phrase("в имени «\(name)» между точками ничего нет", en: "the name “\(name)” has an empty part"), at: location,
      advice: Phrase("точка ставится только между словами", en: "a dot only stands between words"))
  }

  static func dynamicName(at location: SourceLocation) -> Diagnostic {
    Diagnostic(
      .layoutSyntax,
      Phrase("имя вставляемого макета нельзя вычислять", en: "the name of an included layout can't be computed"),
      at: location, advice: Phrase("напишите само имя, без «*»", en: "write the name itself, without “*”"))
  }

  static func tagUnclosed(_ closing: String, at location: SourceLocation) -> Diagnostic {
    Diagnostic(
      .layoutUnclosed,
      Phrase("скобки открыты здесь и не закрыты", en: "the braces opened here are not closed"), at: location,
      advice: Phrase("допишите «\(closing)»", en: "add “\(closing)”"))
  }

  static func unescaped(_ name: String, at location: SourceLocation) -> Diagnostic {
    Diagnostic(
      .layoutSyntax,
      Phrase(
        "печатать без экранирования нельзя: слова автора стали бы разметкой",
        en: "nothing is printed unescaped: an author's words would become markup"),
      at: location, suggestion: Suggestion("{{\(name)}}"),
      advice: Phrase(
        "готовая разметка и так печатается как есть", en: "names of type html are printed as they are anyway"))
  }

  static func delimitersInvalid(at location: SourceLocation) -> Diagnostic {
    Diagnostic(
      .layoutSyntax, Phrase("скобки меняют не так", en: "this is not how delimiters are changed"), at: location,
      advice: Phrase(
        "между знаками «=» пишут две новые скобки через пробел: {{=<% %>=}}",
        en: "write the two new delimiters between equals signs: {{=<% %>=}}"))
  }

  static func closesNothing(_ name: String, at location: SourceLocation) -> Diagnostic {
    Diagnostic(
      .layoutSyntax,
      Phrase("закрывать нечего: «\(name)» не открыто", en: "nothing to close: “\(name)” is not open"),
      at: location)
  }

  static func closingMismatched(
    _ name: String, opening: String, at location: SourceLocation, openedAt: SourceLocation
  ) -> Diagnostic {
    Diagnostic(
      .layoutSyntax,
      Phrase("закрыто «\(name)», а открыто «\(opening)»", en: "“\(name)” is closed, but “\(opening)” is open"),
      at: location, suggestion: Suggestion("{{/\(opening)}}"),
      notes: [Diagnostic.Note(Phrase("открыто здесь", en: "opened here"), at: openedAt)])
  }

  /// - Parameter metAt: the closing of something around it, which shows that its own is missing.
  static func sectionUnclosed(
    _ name: String, opening: String, at location: SourceLocation, metAt: SourceLocation?
  ) -> Diagnostic {
    let note = Phrase("здесь кончается то, что снаружи", en: "what is around it ends here")
    return Diagnostic(
      .layoutUnclosed, Phrase("«\(opening)» не закрыто", en: "“\(opening)” is not closed"), at: location,
      advice: Phrase("добавьте {{/\(name)}}", en: "add {{/\(name)}}"),
      notes: metAt.map { [Diagnostic.Note(note, at: $0)] } ?? [])
  }

  static func nestedTooDeep(_ limit: Int, at location: SourceLocation) -> Diagnostic {
    Diagnostic(
      .layoutSyntax,
      Phrase(
        "вложенность больше \(limit): дальше файл не проверен",
        en: "nested deeper than \(limit): the rest of the file was not checked"),
      at: location)
  }

  static func blockTwice(_ name: String, at location: SourceLocation, first: SourceLocation) -> Diagnostic {
    Diagnostic(
      .layoutSyntax, Phrase("блок «\(name)» задан дважды", en: "the block “\(name)” is given twice"),
      at: location,
      notes: [Diagnostic.Note(Phrase("впервые здесь", en: "first here"), at: first)])
  }

  static func lostInParent(_ parent: String, at location: SourceLocation) -> Diagnostic {
    Diagnostic(
      .layoutSyntax, .warning,
      Phrase(
        "это не будет напечатано: внутри {{<\(parent)}} берутся только блоки",
        en: "this will not be printed: only blocks are taken from inside {{<\(parent)}}"),
      at: location, advice: Phrase("внесите в блок {{$…}}", en: "move it into a block {{$…}}"))
  }
}
