import OpytDiagnostics

extension SpecCase {
  static let partials: [SpecCase] = [
    SpecCase("partials: basic", [:], "\"{{>part}}\"", ["part": "из части"], gives: "\"из части\""),
    SpecCase("partials: context", ["text": "слово"], "\"{{>part}}\"", ["part": "*{{text}}*"], gives: "\"*слово*\""),
    SpecCase(
      "partials: nested", ["a": "раз", "b": "два"], "{{>outer}}", ["outer": "*{{a}} {{>inner}}*", "inner": "{{b}}!"],
      gives: "*раз два!*"),
    SpecCase("partials: blanks around", [:], "| {{>part}} |", ["part": "\t|\t"], gives: "| \t|\t |"),
    SpecCase("partials: inline", ["bar": "|"], "  {{bar}}  {{> part}}\n", ["part": ">\n>"], gives: "  |  >\n>\n"),
    SpecCase("partials: standalone with CRLF", [:], "|\r\n{{>part}}\r\n|", ["part": ">"], gives: "|\r\n>|"),
    SpecCase("partials: standalone on the first line", [:], "  {{>part}}\n>", ["part": ">\n>"], gives: "  >\n  >>"),
    SpecCase("partials: standalone on the last line", [:], ">\n  {{>part}}", ["part": ">\n>"], gives: ">\n  >\n  >"),
    // The spec's case prints unescaped; what it shows, that values are not indented, is shown with words.
    SpecCase(
      "partials: standalone indentation", ["content": "раз\nдва"], "\\\n {{>part}}\n/\n",
      ["part": "|\n{{content}}\n|\n"], gives: "\\\n |\n раз\nдва\n |\n/\n"),
    SpecCase("partials: padded", [:], "|{{> part }}|", ["part": "[]"], gives: "|[]|"),
  ]
}

extension UnsupportedCase {
  static let partials: [UnsupportedCase] = [
    UnsupportedCase("partials: failed look-up", .unknownLayout, .layoutMissing, [:], "\"{{>part}}\""),
    UnsupportedCase(
      "partials: recursion", .recursive, .layoutRecursive,
      ["content": "X", "nodes": [["content": "Y", "nodes": []]]], "{{>node}}",
      ["node": "{{content}}({{#nodes}}{{>node}}{{/nodes}})"]),
    UnsupportedCase(
      "partials: standalone indentation, as the spec has it", .unescaped, .layoutSyntax, ["content": "<\n->"],
      "\\\n {{>part}}\n/\n", ["part": "|\n{{{content}}}\n|\n"]),
    UnsupportedCase("dynamic names: partial", .dynamic, .layoutSyntax, ["part": "card"], "{{>*part}}", ["card": "x"]),
    UnsupportedCase(
      "dynamic names: parent", .dynamic, .layoutSyntax, ["part": "card"], "{{<*part}}{{/*part}}", ["card": "x"]),
  ]
}
