import OpytDiagnostics

extension SpecCase {
  private static let deep: Sample = ["a": ["b": ["c": ["d": ["e": ["name": "Оля"]]]]]]

  static let interpolation: [SpecCase] = [
    SpecCase("interpolation: none", [:], "Это {Мустанг}!\n", gives: "Это {Мустанг}!\n"),
    SpecCase("interpolation: basic", ["who": "сад"], "Привет, {{who}}!\n", gives: "Привет, сад!\n"),
    SpecCase(
      "interpolation: no second reading", ["template": "{{who}}", "who": "Сад"], "{{template}}: {{who}}",
      gives: "{{who}}: Сад"),
    SpecCase(
      "interpolation: escaping", ["signs": "& \" < >"], "Знаки: {{signs}}\n", gives: "Знаки: &amp; &quot; &lt; &gt;\n"),
    SpecCase("interpolation: integer", ["age": 85], "\"{{age}} лет!\"", gives: "\"85 лет!\""),
    // There is no decimal type: a page model writes a decimal as the reader's language wants it.
    SpecCase("interpolation: decimal", ["power": "1.21"], "\"{{power}} ватта!\"", gives: "\"1.21 ватта!\""),
    SpecCase("interpolation: null", ["nothing": nil], "Тут ({{nothing}}) пусто!", gives: "Тут () пусто!"),
    SpecCase(
      "interpolation: dotted name", ["person": ["name": "Оля"]],
      "\"{{person.name}}\" == \"{{#person}}{{name}}{{/person}}\"", gives: "\"Оля\" == \"Оля\""),
    SpecCase("interpolation: dotted name of any depth", deep, "\"{{a.b.c.d.e.name}}\"", gives: "\"Оля\""),
    SpecCase(
      "interpolation: first part of a dotted name",
      [
        "a": ["b": ["c": ["d": ["e": ["name": "Оля"]]]]], "b": ["c": ["d": ["e": ["name": "Не та"]]]],
      ], "\"{{#a}}{{b.c.d.e.name}}{{/a}}\"", gives: "\"Оля\""),
    SpecCase("interpolation: a key with a dot masks nothing", ["a.b": "c", "a": ["b": "d"]], "{{a.b}}", gives: "d"),
    SpecCase("interpolation: blanks around", ["line": "---"], "| {{line}} |", gives: "| --- |"),
    SpecCase("interpolation: never standalone", ["line": "---"], "  {{line}}\n", gives: "  ---\n"),
    SpecCase("interpolation: padded", ["line": "---"], "|{{ line }}|", gives: "|---|"),
  ]
}

extension UnsupportedCase {
  static let interpolation: [UnsupportedCase] =
    [
      UnsupportedCase(
        "interpolation: broken chain", .unknownName, .layoutUnknownName, ["a": [:]], "\"{{a.b.c}}\" == \"\""),
      UnsupportedCase(
        "interpolation: broken chain, found elsewhere", .unknownName, .layoutUnknownName,
        ["a": ["b": [:]], "c": ["name": "Петя"]], "\"{{a.b.c.name}}\" == \"\""),
      UnsupportedCase(
        "interpolation: former resolution wins", .unknownName, .layoutUnknownName,
        ["a": ["b": [:]], "b": ["c": "ОШИБКА"]], "{{#a}}{{b.c}}{{/a}}"),
      UnsupportedCase(
        "interpolation: a key with a dot", .unknownName, .layoutUnknownName, ["a.b": "c"], "{{a.b}}"),
      UnsupportedCase("interpolation: miss", .unknownName, .layoutUnknownName, [:], "Тут ({{nothing}}) пусто!"),
      UnsupportedCase("interpolation: implicit iterator", .rootIsRecord, .layoutContext, "сад", "Привет, {{.}}!\n"),
      UnsupportedCase(
        "interpolation: implicit iterator, escaping", .rootIsRecord, .layoutContext, "& \" < >", "Знаки: {{.}}\n"),
      UnsupportedCase("interpolation: implicit iterator, integer", .rootIsRecord, .layoutContext, 85, "\"{{.}} лет\""),
    ]
    + [("triple", "{{{", "}}}"), ("ampersand", "{{&", "}}")].flatMap { name, open, close in
      [
        UnsupportedCase("interpolation: \(name)", .unescaped, .layoutSyntax, ["x": "& \" < >"], "\(open)x\(close)\n"),
        UnsupportedCase("interpolation: \(name), integer", .unescaped, .layoutSyntax, ["x": 85], "\(open)x\(close)"),
        UnsupportedCase(
          "interpolation: \(name), decimal", .unescaped, .layoutSyntax, ["x": "1.21"], "\(open)x\(close)"),
        UnsupportedCase("interpolation: \(name), null", .unescaped, .layoutSyntax, ["x": nil], "(\(open)x\(close))"),
        UnsupportedCase("interpolation: \(name), miss", .unescaped, .layoutSyntax, [:], "(\(open)x\(close))"),
        UnsupportedCase(
          "interpolation: \(name), dotted name", .unescaped, .layoutSyntax, ["person": ["name": "Оля"]],
          "\"\(open)person.name\(close)\" == \"{{#person}}\(open)name\(close){{/person}}\""),
        UnsupportedCase(
          "interpolation: \(name), implicit iterator", .unescaped, .layoutSyntax, "& \" < >", "\(open).\(close)\n"),
        UnsupportedCase(
          "interpolation: \(name), blanks around", .unescaped, .layoutSyntax, ["x": "---"], "| \(open)x\(close) |"),
        UnsupportedCase(
          "interpolation: \(name), never standalone", .unescaped, .layoutSyntax, ["x": "---"], "  \(open)x\(close)\n"),
        UnsupportedCase(
          "interpolation: \(name), padded", .unescaped, .layoutSyntax, ["x": "---"], "|\(open) x \(close)|"),
      ]
    }
}
