import OpytDiagnostics

extension SpecCase {
  private static let numbers: Sample = [
    "a": ["one": 1], "b": ["two": 2], "c": ["three": 3, "d": ["four": 4, "five": 5]],
  ]
  private static let tower: Sample = [
    "tops": [
      [
        "tname": ["upper": "A", "lower": "a"],
        "middles": [["mname": "1", "bottoms": [["bname": "x"], ["bname": "y"]]]],
      ]
    ]
  ]

  static let sections: [SpecCase] = [
    SpecCase("sections: yes", ["open": true], "\"{{#open}}видно{{/open}}\"", gives: "\"видно\""),
    SpecCase("sections: no", ["open": false], "\"{{#open}}не видно{{/open}}\"", gives: "\"\""),
    SpecCase("sections: null", ["null": nil], "\"{{#null}}не видно{{/null}}\"", gives: "\"\""),
    SpecCase(
      "sections: context", ["person": ["name": "Оля"]], "\"{{#person}}Это {{name}}.{{/person}}\"",
      gives: "\"Это Оля.\""),
    SpecCase(
      "sections: outer contexts", ["a": "раз", "b": "не то", "sec": ["b": "два"], "c": ["d": "три"]],
      "\"{{#sec}}{{a}}, {{b}}, {{c.d}}{{/sec}}\"", gives: "\"раз, два, три\""),
    SpecCase("sections: a text", ["x": "сад"], "\"{{#x}}{{.}} это {{x}}{{/x}}\"", gives: "\"сад это сад\""),
    SpecCase(
      "sections: contexts of lists", tower,
      "{{#tops}}{{#middles}}{{tname.lower}}{{mname}}.{{#bottoms}}{{tname.upper}}{{mname}}{{bname}}.{{/bottoms}}"
        + "{{/middles}}{{/tops}}", gives: "a1.A1x.A1y."),
    SpecCase(
      "sections: deeply nested contexts", numbers,
      """
      {{#a}}
      {{one}}
      {{#b}}
      {{one}}{{two}}{{one}}
      {{#c}}
      {{one}}{{two}}{{three}}{{two}}{{one}}
      {{#d}}
      {{one}}{{two}}{{three}}{{four}}{{three}}{{two}}{{one}}
      {{#five}}
      {{one}}{{two}}{{three}}{{four}}{{five}}{{four}}{{three}}{{two}}{{one}}
      {{one}}{{two}}{{three}}{{four}}{{.}}6{{.}}{{four}}{{three}}{{two}}{{one}}
      {{/five}}
      {{one}}{{two}}{{three}}{{four}}{{three}}{{two}}{{one}}
      {{/d}}
      {{/c}}
      {{one}}{{two}}{{one}}
      {{/b}}
      {{one}}
      {{/a}}

      """, gives: "1\n121\n12321\n1234321\n123454321\n12345654321\n1234321\n121\n1\n"),
    SpecCase(
      "sections: list", ["list": [["item": 1], ["item": 2], ["item": 3]]], "\"{{#list}}{{item}}{{/list}}\"",
      gives: "\"123\""),
    SpecCase("sections: empty list", ["list": []], "\"{{#list}}Есть!{{/list}}\"", gives: "\"\""),
    SpecCase(
      "sections: twice", ["yes": true, "two": "второй"],
      "{{#yes}}\n* первый\n{{/yes}}\n* {{two}}\n{{#yes}}\n* третий\n{{/yes}}\n",
      gives: "* первый\n* второй\n* третий\n"),
    SpecCase(
      "sections: nested, yes", ["yes": true], "| А {{#yes}}Б {{#yes}}В{{/yes}} Г{{/yes}} Д |", gives: "| А Б В Г Д |"),
    SpecCase(
      "sections: nested, no", ["yes": false], "| А {{#yes}}Б {{#yes}}В{{/yes}} Г{{/yes}} Д |", gives: "| А  Д |"),
    SpecCase(
      "sections: implicit iterator, texts", ["list": ["а", "б", "в"]], "\"{{#list}}({{.}}){{/list}}\"",
      gives: "\"(а)(б)(в)\""),
    SpecCase(
      "sections: implicit iterator, integers", ["list": [1, 2, 3]], "\"{{#list}}({{.}}){{/list}}\"",
      gives: "\"(1)(2)(3)\""),
    // There is no decimal type: see interpolation.
    SpecCase(
      "sections: implicit iterator, decimals", ["list": ["1.1", "2.2"]], "\"{{#list}}({{.}}){{/list}}\"",
      gives: "\"(1.1)(2.2)\""),
    SpecCase(
      "sections: implicit iterator, lists", ["list": [[1, 2, 3], ["а", "б", "в"]]],
      "\"{{#list}}({{#.}}{{.}}{{/.}}){{/list}}\"", gives: "\"(123)(абв)\""),
    SpecCase(
      "sections: implicit iterator, escaping", ["list": ["&", "\"", "<", ">"]], "\"{{#list}}({{.}}){{/list}}\"",
      gives: "\"(&amp;)(&quot;)(&lt;)(&gt;)\""),
    SpecCase(
      "sections: dotted name, yes", ["a": ["b": ["c": true]]], "\"{{#a.b.c}}Тут{{/a.b.c}}\"", gives: "\"Тут\""),
    SpecCase("sections: dotted name, no", ["a": ["b": ["c": false]]], "\"{{#a.b.c}}Тут{{/a.b.c}}\"", gives: "\"\""),
    SpecCase("sections: blanks around", ["yes": true], " | {{#yes}}\t|\t{{/yes}} | \n", gives: " | \t|\t | \n"),
    SpecCase(
      "sections: blanks inside", ["yes": true], " | {{#yes}} {{! важный пробел }}\n {{/yes}} | \n",
      gives: " |  \n  | \n"),
    SpecCase(
      "sections: in one line, indented", ["yes": true], " {{#yes}}ДА{{/yes}}\n {{#yes}}ХОРОШО{{/yes}}\n",
      gives: " ДА\n ХОРОШО\n"),
    SpecCase(
      "sections: standalone lines", ["yes": true], "| Это\n{{#yes}}\n|\n{{/yes}}\n| строка\n",
      gives: "| Это\n|\n| строка\n"),
    SpecCase(
      "sections: indented standalone lines", ["yes": true], "| Это\n  {{#yes}}\n|\n  {{/yes}}\n| строка\n",
      gives: "| Это\n|\n| строка\n"),
    SpecCase("sections: standalone with CRLF", ["yes": true], "|\r\n{{#yes}}\r\n{{/yes}}\r\n|", gives: "|\r\n|"),
    SpecCase("sections: standalone on the first line", ["yes": true], "  {{#yes}}\n#{{/yes}}\n/", gives: "#\n/"),
    SpecCase("sections: standalone on the last line", ["yes": true], "#{{#yes}}\n/\n  {{/yes}}", gives: "#\n/\n"),
    SpecCase("sections: padded", ["yes": true], "|{{# yes }}={{/ yes }}|", gives: "|=|"),
  ]

  static let inverted: [SpecCase] = [
    SpecCase("inverted: no", ["open": false], "\"{{^open}}видно{{/open}}\"", gives: "\"видно\""),
    SpecCase("inverted: yes", ["open": true], "\"{{^open}}не видно{{/open}}\"", gives: "\"\""),
    SpecCase("inverted: null", ["null": nil], "\"{{^null}}видно{{/null}}\"", gives: "\"видно\""),
    SpecCase(
      "inverted: context", ["person": ["name": "Оля"]], "\"{{^person}}Это {{person.name}}.{{/person}}\"", gives: "\"\""),
    SpecCase("inverted: list", ["list": [["n": 1], ["n": 2]]], "\"{{^list}}пусто{{/list}}\"", gives: "\"\""),
    SpecCase("inverted: empty list", ["list": []], "\"{{^list}}пусто{{/list}}\"", gives: "\"пусто\""),
    SpecCase(
      "inverted: twice", ["no": false, "two": "второй"],
      "{{^no}}\n* первый\n{{/no}}\n* {{two}}\n{{^no}}\n* третий\n{{/no}}\n", gives: "* первый\n* второй\n* третий\n"),
    SpecCase("inverted: nested, no", ["x": false], "| А {{^x}}Б {{^x}}В{{/x}} Г{{/x}} Д |", gives: "| А Б В Г Д |"),
    SpecCase("inverted: nested, yes", ["x": true], "| А {{^x}}Б {{^x}}В{{/x}} Г{{/x}} Д |", gives: "| А  Д |"),
    SpecCase("inverted: dotted name, yes", ["a": ["b": ["c": true]]], "\"{{^a.b.c}}Нет{{/a.b.c}}\"", gives: "\"\""),
    SpecCase(
      "inverted: dotted name, no", ["a": ["b": ["c": false]]], "\"{{^a.b.c}}Нет{{/a.b.c}}\"", gives: "\"Нет\""),
    SpecCase("inverted: blanks around", ["no": false], " | {{^no}}\t|\t{{/no}} | \n", gives: " | \t|\t | \n"),
    SpecCase(
      "inverted: blanks inside", ["no": false], " | {{^no}} {{! важный пробел }}\n {{/no}} | \n",
      gives: " |  \n  | \n"),
    SpecCase(
      "inverted: in one line, indented", ["no": false], " {{^no}}НЕТ{{/no}}\n {{^no}}НИКАК{{/no}}\n",
      gives: " НЕТ\n НИКАК\n"),
    SpecCase(
      "inverted: standalone lines", ["no": false], "| Это\n{{^no}}\n|\n{{/no}}\n| строка\n",
      gives: "| Это\n|\n| строка\n"),
    SpecCase(
      "inverted: indented standalone lines", ["no": false], "| Это\n  {{^no}}\n|\n  {{/no}}\n| строка\n",
      gives: "| Это\n|\n| строка\n"),
    SpecCase("inverted: standalone with CRLF", ["no": false], "|\r\n{{^no}}\r\n{{/no}}\r\n|", gives: "|\r\n|"),
    SpecCase("inverted: standalone on the first line", ["no": false], "  {{^no}}\n^{{/no}}\n/", gives: "^\n/"),
    SpecCase("inverted: standalone on the last line", ["no": false], "^{{^no}}\n/\n  {{/no}}", gives: "^\n/\n"),
    SpecCase("inverted: padded", ["no": false], "|{{^ no }}={{/ no }}|", gives: "|=|"),
  ]
}

extension UnsupportedCase {
  static let sections: [UnsupportedCase] = [
    UnsupportedCase("sections: miss", .unknownName, .layoutUnknownName, [:], "[{{#nothing}}есть{{/nothing}}]"),
    UnsupportedCase(
      "sections: broken chain", .unknownName, .layoutUnknownName, ["a": [:]], "\"{{#a.b.c}}Тут{{/a.b.c}}\""),
    UnsupportedCase(
      "sections: implicit iterator, triple", .unescaped, .layoutSyntax, ["list": ["&", "<"]],
      "\"{{#list}}({{{.}}}){{/list}}\""),
    UnsupportedCase(
      "sections: implicit iterator, ampersand", .unescaped, .layoutSyntax, ["list": ["&", "<"]],
      "\"{{#list}}({{&.}}){{/list}}\""),
    UnsupportedCase(
      "sections: implicit iterator, root", .rootIsRecord, .layoutUnknownName, [["value": "а"], ["value": "б"]],
      "\"{{#.}}({{value}}){{/.}}\""),
    UnsupportedCase(
      "inverted: context, as the spec has it", .unknownName, .layoutUnknownName, ["person": ["name": "Оля"]],
      "\"{{^person}}Это {{name}}.{{/person}}\""),
    UnsupportedCase(
      "inverted: list, as the spec has it", .unknownName, .layoutUnknownName, ["list": [["n": 1], ["n": 2]]],
      "\"{{^list}}{{n}}{{/list}}\""),
    UnsupportedCase("inverted: miss", .unknownName, .layoutUnknownName, [:], "[{{^nothing}}нет{{/nothing}}]"),
    UnsupportedCase(
      "inverted: broken chain", .unknownName, .layoutUnknownName, ["a": [:]], "\"{{^a.b.c}}Нет{{/a.b.c}}\""),
  ]
}
