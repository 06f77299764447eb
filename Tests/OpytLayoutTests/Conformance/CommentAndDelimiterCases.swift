extension SpecCase {
  static let comments: [SpecCase] = [
    SpecCase("comments: inline", [:], "сад{{! заметка }}ик", gives: "садик"),
    SpecCase("comments: several lines", [:], "сад{{!\n  заметка\n  в две строки\n}}ик\n", gives: "садик\n"),
    SpecCase("comments: standalone", [:], "Раз.\n{{! заметка }}\nДва.\n", gives: "Раз.\nДва.\n"),
    SpecCase("comments: indented standalone", [:], "Раз.\n   {{! заметка }}\nДва.\n", gives: "Раз.\nДва.\n"),
    SpecCase("comments: standalone with CRLF", [:], "|\r\n{{! заметка }}\r\n|", gives: "|\r\n|"),
    SpecCase("comments: standalone on the first line", [:], "  {{! заметка }}\n!", gives: "!"),
    SpecCase("comments: standalone on the last line", [:], "!\n  {{! заметка }}", gives: "!\n"),
    SpecCase("comments: several lines, standalone", [:], "Раз.\n{{!\nзаметка\n}}\nДва.\n", gives: "Раз.\nДва.\n"),
    SpecCase(
      "comments: several lines, indented, standalone", [:], "Раз.\n  {{!\n    заметка\n  }}\nДва.\n",
      gives: "Раз.\nДва.\n"),
    SpecCase("comments: indented inline", [:], "  12 {{! 34 }}\n", gives: "  12 \n"),
    SpecCase("comments: blanks around", [:], "раз {{! заметка }} два", gives: "раз  два"),
    SpecCase(
      "comments: like a name", ["! note": 1, "! note ": 2, "!note": 3, "note": 4], "пусто: >{{! note }}<",
      gives: "пусто: ><"),
  ]

  static let delimiters: [SpecCase] = [
    SpecCase("delimiters: a pair", ["word": "Эй!"], "{{=<% %>=}}(<%word%>)", gives: "(Эй!)"),
    SpecCase("delimiters: signs special to patterns", ["word": "Да!"], "({{=[ ]=}}[word])", gives: "(Да!)"),
    SpecCase(
      "delimiters: sections", ["open": true, "data": "видно"],
      "[\n{{#open}}\n  {{data}}\n  |data|\n{{/open}}\n\n{{= | | =}}\n|#open|\n  {{data}}\n  |data|\n|/open|\n]\n",
      gives: "[\n  видно\n  |data|\n\n  {{data}}\n  видно\n]\n"),
    SpecCase(
      "delimiters: inverted sections", ["open": false, "data": "видно"],
      "[\n{{^open}}\n  {{data}}\n  |data|\n{{/open}}\n\n{{= | | =}}\n|^open|\n  {{data}}\n  |data|\n|/open|\n]\n",
      gives: "[\n  видно\n  |data|\n\n  {{data}}\n  видно\n]\n"),
    SpecCase(
      "delimiters: not handed down to a partial", ["value": "да"], "[ {{>part}} ]\n{{= | | =}}\n[ |>part| ]\n",
      ["part": ".{{value}}."], gives: "[ .да. ]\n[ .да. ]\n"),
    SpecCase(
      "delimiters: not handed up from a partial", ["value": "да"], "[ {{>part}} ]\n[ .{{value}}.  .|value|. ]\n",
      ["part": ".{{value}}. {{= | | =}} .|value|."], gives: "[ .да.  .да. ]\n[ .да.  .|value|. ]\n"),
    SpecCase("delimiters: blanks around", [:], "| {{=@ @=}} |", gives: "|  |"),
    SpecCase("delimiters: blanks at the end", [:], " | {{=@ @=}}\n", gives: " | \n"),
    SpecCase("delimiters: standalone", [:], "Раз.\n{{=@ @=}}\nДва.\n", gives: "Раз.\nДва.\n"),
    SpecCase("delimiters: indented standalone", [:], "Раз.\n  {{=@ @=}}\nДва.\n", gives: "Раз.\nДва.\n"),
    SpecCase("delimiters: standalone with CRLF", [:], "|\r\n{{= @ @ =}}\r\n|", gives: "|\r\n|"),
    SpecCase("delimiters: standalone on the first line", [:], "  {{=@ @=}}\n=", gives: "="),
    SpecCase("delimiters: standalone on the last line", [:], "=\n  {{=@ @=}}", gives: "=\n"),
    SpecCase("delimiters: padded", [:], "|{{= @   @ =}}|", gives: "||"),
  ]
}
