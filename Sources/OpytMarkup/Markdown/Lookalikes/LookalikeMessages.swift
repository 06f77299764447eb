import OpytDiagnostics

/// What looks like markup and is none. Each message says what was typed, what a reader would see, and what to type.
struct Lookalike {
  /// What is wrong; it names what was typed and what becomes of it.
  let message: Phrase
  /// What to type.
  let advice: Phrase
}

extension Lookalike {
  // MARK: Lists and headings

  static func bullet(_ sign: String) -> Lookalike {
    Lookalike(
      message: Phrase(
        "«\(sign)» не начинает пункт списка: строки останутся обычным абзацем",
        en: "“\(sign)” begins no item of a list: the lines stay a paragraph"),
      advice: Phrase(
        "начинайте каждую строку списка с дефиса и пробела: «- »", en: "begin each item with a hyphen and a space: “- ”"
      ))
  }

  static func letters(_ sign: String) -> Lookalike {
    Lookalike(
      message: Phrase(
        "«\(sign)» не начинает пункт списка: пункты бывают с дефисом или с цифрой, строки останутся обычным абзацем",
        en: "“\(sign)” begins no item of a list: the lines stay a paragraph"),
      advice: Phrase(
        "начинайте строки с «- » или с «1. », «2. »…", en: "begin the lines with “- ”, or with “1. ”, “2. ”…"))
  }

  static func numbersInParagraph(_ sign: String) -> Lookalike {
    Lookalike(
      message: Phrase(
        "«\(sign)» продолжает абзац, а не начинает список: перед списком нет пустой строки",
        en: "“\(sign)” goes on with the paragraph: there is no empty line before the list"),
      advice: Phrase("оставьте пустую строку перед первым пунктом", en: "leave an empty line before the first item"))
  }

  static func hidden(_ sign: String, isHeading: Bool) -> Lookalike {
    Lookalike(
      message: Phrase(
        "рядом с «\(sign)» стоит неразрывный пробел или невидимый знак: \(isHeading ? "заголовок" : "список") не получится",
        en:
          "beside “\(sign)” there is a no-break space or an invisible sign: it makes no \(isHeading ? "heading" : "list")"
      ),
      advice: Phrase(
        "сотрите его и поставьте обычный пробел после «\(sign)»", en: "delete it and put a plain space behind “\(sign)”"
      ))
  }

  static func glued(_ sign: String, _ word: String, isHeading: Bool) -> Lookalike {
    Lookalike(
      message: Phrase(
        "после «\(sign)» нет пробела: \(isHeading ? "заголовок" : "список") не получится, на странице будет «\(sign)\(word)…»",
        en: "no space behind “\(sign)”: it makes no \(isHeading ? "heading" : "list"), readers see “\(sign)\(word)…”"),
      advice: Phrase("напишите с пробелом: «\(sign) \(word)…»", en: "put a space: “\(sign) \(word)…”"))
  }

  static let deepHeading = Lookalike(
    message: Phrase(
      "у заголовка больше шести решёток: он останется обычной строкой", en: "more than six signs make no heading"),
    advice: Phrase("поставьте от одной до шести: «## Ход работы»", en: "put one to six: “## Title”"))

  static func box(_ typed: String, isTicked: Bool, isGlued: Bool) -> Lookalike {
    Lookalike(
      message: isGlued
        ? Phrase(
          "после «\(typed)» нет пробела: отметки не получится, скобки останутся на странице",
          en: "no space behind “\(typed)”: it makes no box to tick")
        : Phrase(
          "«\(typed)» не станет отметкой в списке: скобки останутся на странице", en: "“\(typed)” makes no box to tick"),
      advice: isTicked
        ? Phrase("напишите «[x] » с латинской буквой x", en: "write “[x] ” with a Latin x")
        : Phrase("напишите «[ ] » с пробелом внутри и после", en: "write “[ ] ” with a space inside and behind"))
  }

  static func shallowItem(_ spaces: Int, needed: Int) -> Lookalike {
    Lookalike(
      message: Phrase(
        "пункт отступлен на \(spaces) \(spaces == 1 ? "пробел" : "пробела"): он не войдёт в пункт над ним, а начнёт новый список",
        en: "an indent of \(spaces): the item is not inside the one above, it begins a new list"),
      advice: Phrase(
        "отступите на \(needed) \(needed < 5 ? "пробела" : "пробелов"), под первую букву пункта",
        en: "indent it by \(needed), below the first letter of that item"))
  }

  static func numbersOutOfOrder(_ number: Int, after previous: Int) -> Lookalike {
    Lookalike(
      message: Phrase(
        "после пункта \(previous) идёт пункт \(number): номера останутся такими, как написаны",
        en: "item \(number) follows item \(previous): the numbers stay as they are written"),
      advice: Phrase("проверьте номера списка", en: "check the numbers of the list"))
  }

  // MARK: Blocks

  static let indentedCode = Lookalike(
    message: Phrase(
      "строка отступлена на четыре пробела или знак табуляции: она будет показана как текст программы",
      en: "an indent of four spaces or a tab: the line is shown as program code"),
    advice: Phrase("уберите отступ; абзацы разделяет пустая строка", en: "remove it; paragraphs need no indent"))

  static let accidentalHeading = Lookalike(
    message: Phrase(
      "черта под абзацем сделает из него заголовок", en: "a line of dashes below a paragraph makes it a heading"),
    advice: Phrase("оставьте над чертой пустую строку", en: "leave an empty line above it"))

  static func table(columns: Int) -> Lookalike {
    let line = "|" + String(repeating: "---|", count: max(1, min(columns, 12)))
    return Lookalike(
      message: Phrase(
        "строки с «|» не станут таблицей: под первой из них нет строки из дефисов",
        en: "lines with “|” make no table: there is no line of hyphens below the first"),
      advice: Phrase("вставьте под первой строкой: \(line)", en: "put below the first line: \(line)"))
  }

  static func tableHead(columns: Int, dashes: Int) -> Lookalike {
    let line = "|" + String(repeating: "---|", count: max(1, min(columns, 12)))
    return Lookalike(
      message: Phrase(
        "таблицы не получится: в первой строке ячеек \(columns), а в строке из дефисов \(dashes)",
        en: "no table: \(columns) cells in its first line, \(dashes) in the line of hyphens"),
      advice: Phrase("напишите строку из дефисов так: \(line)", en: "write the line of hyphens so: \(line)"))
  }

  static func tableDashes(columns: Int) -> Lookalike {
    let line = "|" + String(repeating: "---|", count: max(1, min(columns, 12)))
    return Lookalike(
      message: Phrase(
        "таблицы не получится: под первой строкой длинные тире, а нужны дефисы",
        en: "no table: dashes stand where hyphens belong"),
      advice: Phrase("напишите так: \(line)", en: "write: \(line)"))
  }

  static func tabs(_ cells: [String]) -> Lookalike {
    noTable(
      cells,
      Phrase(
        "строки, разделённые знаками табуляции, не станут таблицей: слова сольются",
        en: "lines separated by tabs make no table: the words run together"))
  }

  static func semicolons(_ cells: [String]) -> Lookalike {
    noTable(
      cells,
      Phrase(
        "строки, разделённые точками с запятой, не станут таблицей: на странице они останутся абзацем",
        en: "lines separated by semicolons make no table: they stay a paragraph"))
  }

  private static func noTable(_ cells: [String], _ message: Phrase) -> Lookalike {
    Lookalike(
      message: message,
      advice: Phrase(
        "напишите таблицу чертами: | \(cells.joined(separator: " | ")) | и под первой строкой |\(String(repeating: "---|", count: cells.count))",
        en: "write it with bars: | \(cells.joined(separator: " | ")) |, and |---| below the first line"))
  }

  static func extraCells(_ words: String, cells: Int, columns: Int) -> Lookalike {
    Lookalike(
      message: Phrase(
        "ячеек в строке \(cells), а столбцов \(columns): для слов «\(words)» столбца нет, они встанут в последний",
        en: "\(cells) cells in \(columns) columns: “\(words)” has no column and goes into the last one"),
      advice: Phrase(
        "добавьте столбец в первую строку и в строку из дефисов или уберите лишнюю черту «|»; сама черта пишется «\\|»",
        en: "add a column to the first two lines, or remove a “|”; the sign itself is written “\\|”"))
  }

  // MARK: Words

  static func emphasis(_ sign: String, _ words: String, _ slip: EmphasisSlip) -> Lookalike {
    let advice =
      switch slip {
      case .gluedEnd:
        Phrase("поставьте пробел после закрывающих «\(sign)»", en: "put a space behind the closing “\(sign)”")
      case .gluedStart:
        Phrase("поставьте пробел перед открывающими «\(sign)»", en: "put a space before the opening “\(sign)”")
      case .blankInside: Phrase("уберите пробел внутри «\(sign)»", en: "remove the blank inside of “\(sign)”")
      case .unclosed:
        Phrase(
          "закройте выделение в том же абзаце: «\(sign)слово\(sign)», или уберите «\(sign)»",
          en: "close it in the same paragraph, “\(sign)word\(sign)”, or remove “\(sign)”")
      case .unknown: Phrase("для выделения пишите «**слово**» или «*слово*»", en: "write “**word**” or “*word*”")
      }
    return Lookalike(
      message: Phrase(
        "выделение не получится, знаки «\(sign)» останутся на странице: «\(words)»",
        en: "no emphasis, readers see the signs “\(sign)”: “\(words)”"),
      advice: advice)
  }

  static func linkWithBlank(_ address: String, isImage: Bool) -> Lookalike {
    Lookalike(
      message: Phrase(
        "\(isImage ? "картинки" : "ссылки") не получится: в адресе «\(address)» пробел",
        en: "no \(isImage ? "image" : "link"): there is a space in the address “\(address)”"),
      advice: Phrase(
        "возьмите адрес в угловые скобки: (<\(address)>), или назовите файл без пробелов",
        en: "put the address in angle brackets: (<\(address)>), or name the file without spaces"))
  }

  static func linkUnclosed(_ address: String, isImage: Bool) -> Lookalike {
    Lookalike(
      message: Phrase(
        "\(isImage ? "картинки" : "ссылки") не получится: за адресом «\(address)» нет закрывающей скобки",
        en: "no \(isImage ? "image" : "link"): nothing closes the parenthesis behind “\(address)”"),
      advice: Phrase(
        "поставьте «)» сразу за адресом: [слова](\(address))", en: "put “)” behind the address: [words](\(address))"))
  }

  static func linkApart(_ address: String) -> Lookalike {
    Lookalike(
      message: Phrase(
        "ссылки не получится: между «]» и «(\(address))» пробел", en: "no link: there is a space between “]” and “(”"),
      advice: Phrase("уберите пробел: [слова](\(address))", en: "remove it: [words](\(address))"))
  }

  static func bareAddress(_ address: String) -> Lookalike {
    Lookalike(
      message: Phrase("«\(address)» не станет ссылкой", en: "“\(address)” makes no link"),
      advice: Phrase("допишите начало адреса: https://\(address)", en: "write the whole address: https://\(address)"))
  }

  // MARK: Footnotes and names of addresses

  static func unknownFootnote(_ name: String) -> Lookalike {
    Lookalike(
      message: Phrase(
        "сноски [^\(name)] в тексте нет: на странице останутся скобки", en: "there is no footnote [^\(name)]"),
      advice: Phrase(
        "напишите её отдельной строкой: [^\(name)]: слова сноски", en: "write it in a line: [^\(name)]: its words"))
  }

  static func unusedFootnote(_ name: String) -> Lookalike {
    Lookalike(
      message: Phrase(
        "на сноску [^\(name)] никто не ссылается: её слов на странице не будет",
        en: "nothing refers to the footnote [^\(name)]: readers will not see it"),
      advice: Phrase("поставьте [^\(name)] там, где она нужна", en: "put [^\(name)] where it belongs"))
  }

  static func unusedDefinition(_ name: String) -> Lookalike {
    Lookalike(
      message: Phrase(
        "строка «[\(name)]: …» понята как адрес для ссылок, и её слов на странице не будет",
        en: "the line “[\(name)]: …” is the address of a link, and readers will not see it"),
      advice: Phrase(
        "если это не адрес, уберите квадратные скобки", en: "if it is none, remove the square brackets"))
  }
}

/// What keeps signs of emphasis from being such.
enum EmphasisSlip {
  case gluedEnd, gluedStart, blankInside, unclosed, unknown
}
