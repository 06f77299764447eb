import OpytDiagnostics

extension SpecCase {
  static let inheritance: [SpecCase] = [
    SpecCase("inheritance: default", [:], "{{$title}}Обычно{{/title}}\n", gives: "Обычно\n"),
    SpecCase(
      "inheritance: variable in a default", ["bar": "сад"], "{{$b}}обычно {{bar}} тут{{/b}}\n",
      gives: "обычно сад тут\n"),
    SpecCase(
      "inheritance: section in a default", ["bar": ["baz": "сад"]],
      "{{$b}}обычно {{#bar}}{{baz}}{{/bar}} тут{{/b}}\n", gives: "обычно сад тут\n"),
    SpecCase(
      "inheritance: no second reading of a default", ["bar": ["baz": "{{qux}}"]],
      "{{$b}}обычно {{#bar}}{{baz}}{{/bar}} тут{{/b}}\n", gives: "обычно {{qux}} тут\n"),
    SpecCase(
      "inheritance: default of a parent", [:], "{{<base}}{{/base}}\n", ["base": "{{$b}}обычно{{/b}}"], gives: "обычно"),
    SpecCase(
      "inheritance: overridden", [:], "{{<base}}{{$title}}своё{{/title}}{{/base}}",
      ["base": "...{{$title}}Обычно{{/title}}..."], gives: "...своё..."),
    SpecCase(
      "inheritance: data doesn't override an argument", ["var": "данные"], "{{<base}}{{$var}}своё{{/var}}{{/base}}",
      ["base": "{{$var}}обычно{{/var}}"], gives: "своё"),
    SpecCase(
      "inheritance: data doesn't override a default", ["var": "данные"], "{{<base}}{{/base}}",
      ["base": "{{$var}}обычно{{/var}}"], gives: "обычно"),
    SpecCase(
      "inheritance: overridden parent", [:], "проба {{<base}}{{$b}}своё{{/b}}{{/base}}", ["base": "{{$b}}...{{/b}}"],
      gives: "проба своё"),
    SpecCase(
      "inheritance: two parents", [:],
      "проба {{<base}}{{$b}}раз{{/b}}{{/base}} {{<base}}{{$b}}два{{/b}}{{/base}}\n",
      ["base": "|{{$b}}...{{/b}}{{$d}} обычно{{/d}}|"], gives: "проба |раз обычно| |два обычно|\n"),
    SpecCase(
      "inheritance: argument of several lines", [:], "{{<base}}{{$b}}\nраз\n\n:(\n{{/b}}{{/base}}",
      ["base": "{{$b}}обычно{{/b}}"], gives: "раз\n\n:(\n"),
    SpecCase(
      "inheritance: indentation of the parent stays", [:], "{{<base}}{{$b}}своё{{/b}}{{/base}}",
      ["base": "стой:\n  {{$b}}обычно{{/b}}\n"], gives: "стой:\n  своё\n"),
    SpecCase(
      "inheritance: only one override", [:], "{{<base}}{{$two}}своё{{/two}}{{/base}}",
      ["base": "{{$one}}обычно раз{{/one}}, {{$two}}обычно два{{/two}}"], gives: "обычно раз, своё"),
    SpecCase(
      "inheritance: a parent without arguments is a partial", [:], "{{>base}}|{{<base}}{{/base}}",
      ["base": "{{$b}}обычно{{/b}}"], gives: "обычно|обычно"),
    SpecCase(
      "inheritance: the outermost argument wins", [:], "{{<parent}}{{$a}}внук{{/a}}{{/parent}}",
      [
        "parent": "{{<older}}{{$a}}сын{{/a}}{{/older}}", "older": "{{<oldest}}{{$a}}отец{{/a}}{{/oldest}}",
        "oldest": "{{$a}}дед{{/a}}",
      ], gives: "внук"),
    SpecCase(
      "inheritance: the outermost argument there is wins", [:], "{{<parent}}{{/parent}}",
      [
        "parent": "{{<older}}{{$a}}сын{{/a}}{{/older}}", "older": "{{<oldest}}{{$a}}отец{{/a}}{{/oldest}}",
        "oldest": "{{$a}}дед{{/a}}",
      ], gives: "сын"),
    SpecCase(
      "inheritance: text inside a parent, and a block", [:], "{{<base}} слова {{$b}}своё{{/b}} ещё слова {{/base}}",
      ["base": "{{$b}}обычно{{/b}}"], gives: "своё"),
    SpecCase(
      "inheritance: text inside a parent", [:], "{{<base}} слова и слова {{/base}}", ["base": "{{$b}}обычно{{/b}}"],
      gives: "обычно"),
    SpecCase(
      "inheritance: scope of an argument", ["fruit": "яблоки", "nested": ["fruit": "груши"]],
      "{{<base}}{{$b}}Я люблю {{fruit}}.{{/b}}{{/base}}",
      ["base": "{{#nested}}{{$b}}Ты любишь {{fruit}}.{{/b}}{{/nested}}"], gives: "Я люблю груши."),
    SpecCase(
      "inheritance: standalone parent", [:], "Итак,\n  {{<base}}{{/base}}\n", ["base": "раз\nдва\n"],
      gives: "Итак,\n  раз\n  два\n"),
    SpecCase(
      "inheritance: standalone block", [:], "{{<base}}{{$b}}\nраз\nдва{{/b}}\n{{/base}}\n",
      ["base": "Итак,\n  {{$b}}{{/b}}\n"], gives: "Итак,\n  раз\n  два\n"),
    SpecCase(
      "inheritance: reindentation", [:], "{{<base}}{{$b}}\n    раз\n    два\n{{/b}}{{/base}}\n",
      ["base": "Итак,\n  {{$b}}\n  {{/b}}\n"], gives: "Итак,\n  раз\n  два\n"),
    SpecCase(
      "inheritance: intrinsic indentation", [:], "{{<base}}{{$b}}\nраз\nдва\n{{/b}}{{/base}}\n",
      ["base": "Итак,\n{{$b}}\n  обычно\n{{/b}}\n"], gives: "Итак,\n  раз\n  два\n"),
    SpecCase(
      "inheritance: nested reindentation", [:], "{{<parent}}{{$nested}}\nтри\n{{/nested}}{{/parent}}\n",
      [
        "parent": "{{<base}}{{$b}}\n  раз\n  {{$nested}}\n    два\n  {{/nested}}\n{{/b}}{{/base}}\n",
        "base": "{{$b}}обычно{{/b}}",
      ], gives: "раз\n  три\n"),
  ]
}

extension UnsupportedCase {
  static let inheritance: [UnsupportedCase] = [
    UnsupportedCase(
      "inheritance: triple in a default", .unescaped, .layoutSyntax, ["bar": "<сад>"],
      "{{$b}}обычно {{{bar}}} тут{{/b}}\n"),
    UnsupportedCase(
      "inheritance: inverted section of a miss", .unknownName, .layoutUnknownName, ["baz": "три"],
      "{{$b}}обычно {{^bar}}{{baz}}{{/bar}} тут{{/b}}\n"),
    UnsupportedCase(
      "inheritance: recursion", .recursive, .layoutRecursive, [:], "{{<parent}}{{$a}}своё{{/a}}{{/parent}}",
      [
        "parent": "{{$a}}обычно{{/a}} {{$b}}{{<other}}{{/other}}{{/b}}",
        "other": "{{$a}}другое{{/a}} {{<parent}}{{$b}}хватит{{/b}}{{/parent}}",
      ]),
  ]

  static let all = interpolation + sections + partials + inheritance
}
