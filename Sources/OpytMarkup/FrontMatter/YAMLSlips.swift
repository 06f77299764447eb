import OpytDiagnostics

/// Something that people write and YAML does not read, in one line.
struct YAMLSlip {
  let edits: [YAMLEdits.Edit]
  let message: Phrase
  let advice: Phrase
  /// The sign itself.
  let sign: Range<Int>
  let line: Int
  /// The lines as they should be.
  var snippet: Phrase?
  /// Whether `edits` are what the author should write; else they only let the rest be read.
  var isMend = true
}

/// Looks through the lines of a front matter that could not be read for what people write and YAML does not.
struct YAMLSlips {
  let lines: [[Unicode.Scalar]]
  /// Whether a line belongs to a text behind `|` or `>`: there is no slip in a text.
  let isText: [Bool]

  init(_ lines: [[Unicode.Scalar]]) {
    self.lines = lines
    var isText: [Bool] = []
    var block: Int?
    for line in lines {
      let indentation = line.prefix(while: InvisibleCharacter.isBlank).count
      if let parent = block, indentation == line.count || indentation > parent {
        isText.append(true)
        continue
      }
      isText.append(false)
      block = Self.opensText(line) ? Self.contentStart(of: line) : nil
    }
    self.isText = isText
  }

  static func opensText(_ line: [Unicode.Scalar]) -> Bool {
    let end = line.reversed().drop(while: InvisibleCharacter.isBlank).drop { "+-123456789".unicodeScalars.contains($0) }
    guard let sign = end.first, sign == "|" || sign == ">", let before = end.dropFirst().first else { return false }
    return InvisibleCharacter.isBlank(before)
  }

  /// Where a line's key or value begins: behind its indentation and the signs of its items.
  static func contentStart(of line: [Unicode.Scalar]) -> Int {
    var start = 0
    while start < line.count {
      if InvisibleCharacter.isBlank(line[start]) || InvisibleCharacter.isZeroWidth(line[start]) {
        start += 1
      } else if line[start] == "-", start + 1 < line.count, InvisibleCharacter.isBlank(line[start + 1]) {
        start += 2
      } else {
        break
      }
    }
    return start
  }

  // MARK: What can be read as it was meant

  /// Odd spaces and invisible characters before a key or behind it.
  func invisibleEdits() -> [YAMLEdits.Edit] {
    lines.indices.filter { !isText[$0] }.flatMap { number in
      let line = lines[number]
      let start = Self.contentStart(of: line)
      var edits = [Self.plainSpaces(0..<start, in: line, number)]
      if let colon = keyEnd(in: line, from: start) {
        let end = line[(colon + 1)...].firstIndex {
          !InvisibleCharacter.isBlank($0) && !InvisibleCharacter.isZeroWidth($0)
        }
        edits.append(Self.plainSpaces(colon + 1..<(end ?? line.count), in: line, number))
      }
      return edits.compactMap(\.self)
    }
  }

  private static func plainSpaces(_ columns: Range<Int>, in line: [Unicode.Scalar], _ number: Int) -> YAMLEdits.Edit? {
    let old = line[columns]
    guard old.contains(where: { InvisibleCharacter.isOddSpace($0) || InvisibleCharacter.isZeroWidth($0) }) else {
      return nil
    }
    let new = old.filter { !InvisibleCharacter.isZeroWidth($0) }.map { InvisibleCharacter.isOddSpace($0) ? " " : $0 }
    // Behind a colon something must part it from the value.
    let isGlued = new.isEmpty && columns.lowerBound > 0 && columns.upperBound < line.count
    return YAMLEdits.Edit(line: number, columns: columns, text: isGlued ? [" "] : new)
  }

  /// A dash or a bullet before an item among items with a hyphen, of the same indentation.
  func itemEdits() -> [YAMLEdits.Edit] {
    var edits: [YAMLEdits.Edit] = []
    var lists: [Int] = []
    for number in lines.indices where !isText[number] {
      let line = lines[number]
      guard let start = line.firstIndex(where: { !InvisibleCharacter.isBlank($0) }) else { continue }
      while let last = lists.last, last > start { lists.removeLast() }
      if line[start] == "-", start + 1 >= line.count || InvisibleCharacter.isBlank(line[start + 1]) {
        if lists.last != start { lists.append(start) }
      } else if lists.last == start, line[start] != "*", ListSign.isBullet(line[start]),
        start + 1 < line.count, InvisibleCharacter.isBlank(line[start + 1])
      {
        edits.append(YAMLEdits.Edit(line: number, columns: start..<start + 2, text: ["-", " "]))
      } else if lists.last == start {
        lists.removeLast()
      }
    }
    return edits
  }

  // MARK: What is told

  /// The slips in some lines, one for a line at most.
  func slips(in range: Range<Int>) -> [YAMLSlip] {
    range.clamped(to: lines.indices).compactMap { number in
      guard !isText[number] else { return nil }
      let line = lines[number]
      let start = Self.contentStart(of: line)
      guard start < line.count else { return nil }
      if let slip = tabs(from: number) ?? listSigns(from: number) ?? untiedLines(below: number) { return slip }
      return starredKey(line, start, number) ?? starredItem(line, start, number) ?? gluedValue(line, start, number)
        ?? quotes(line, start, number)
    }
  }

  /// `цель:Текст`
  private func gluedValue(_ line: [Unicode.Scalar], _ start: Int, _ number: Int) -> YAMLSlip? {
    guard let colon = keyEnd(in: line, from: start), colon + 1 < line.count,
      !InvisibleCharacter.isBlank(line[colon + 1]),
      line[colon + 1] != ":", line[colon + 1] != "/"
    else { return nil }
    let key = Self.text(line[start..<colon])
    let value = Self.shortened(line[(colon + 1)...])
    return YAMLSlip(
      edits: [YAMLEdits.Edit(line: number, columns: colon + 1..<colon + 1, text: [" "])],
      message: Phrase("после двоеточия нет пробела", en: "no space behind the colon"),
      advice: Phrase("поставьте пробел: «\(key): \(value)»", en: "put a space: “\(key): \(value)”"),
      sign: colon..<colon + 1, line: number)
  }

  /// `**название:** Огород`, `` `название`: Огород ``
  private func starredKey(_ line: [Unicode.Scalar], _ start: Int, _ number: Int) -> YAMLSlip? {
    let isStar: (Unicode.Scalar) -> Bool = { $0 == "*" || $0 == "_" || $0 == "`" }
    let opening = line[start...].prefix(while: isStar)
    guard !opening.isEmpty, let colon = line[opening.endIndex...].firstIndex(of: ":") else { return nil }
    let inside = line[opening.endIndex..<colon]
    let name = inside.prefix { !isStar($0) }
    guard Self.isKey(name) else { return nil }
    let before = inside[name.endIndex...]
    let behind = line[(colon + 1)...].prefix(while: isStar)
    guard before.allSatisfy(isStar), !before.isEmpty || !behind.isEmpty else { return nil }
    let key = Self.text(name)
    let needsSpace = behind.endIndex < line.count && !InvisibleCharacter.isBlank(line[behind.endIndex])
    return YAMLSlip(
      edits: [
        YAMLEdits.Edit(line: number, columns: start..<name.startIndex, text: []),
        YAMLEdits.Edit(line: number, columns: name.endIndex..<colon, text: []),
        YAMLEdits.Edit(line: number, columns: colon + 1..<behind.endIndex, text: needsSpace ? [" "] : []),
      ].filter { !$0.columns.isEmpty || !$0.text.isEmpty },
      message: Phrase(
        "знаки «\(Self.text(opening))» вокруг названия поля", en: "“\(Self.text(opening))” around a key"),
      advice: Phrase("пишите без них: «\(key): …»", en: "write it without: “\(key): …”"),
      sign: start..<opening.endIndex, line: number)
  }

  /// `* Земля`: in YAML a star is something else.
  private func starredItem(_ line: [Unicode.Scalar], _ start: Int, _ number: Int) -> YAMLSlip? {
    guard line[start] == "*", start + 1 < line.count, InvisibleCharacter.isBlank(line[start + 1]),
      line[..<start].allSatisfy({ $0 == " " })
    else { return nil }
    let value = Self.shortened(line[(start + 2)...])
    return YAMLSlip(
      edits: [YAMLEdits.Edit(line: number, columns: start..<start + 2, text: ["-", " "])],
      message: Phrase("знак «*» перед пунктом списка", en: "“*” before an item of a list"),
      advice: Phrase("поставьте дефис и пробел: «- \(value)»", en: "put a hyphen and a space: “- \(value)”"),
      sign: start..<start + 1, line: number)
  }

  /// `“Огород: лук”` and `"Огород" на окне`: quotes that hold together less than was meant.
  private func quotes(_ line: [Unicode.Scalar], _ start: Int, _ number: Int) -> YAMLSlip? {
    var first = start
    if let colon = keyEnd(in: line, from: start) {
      guard let value = line[(colon + 1)...].firstIndex(where: { $0 != " " }) else { return nil }
      first = value
    }
    guard let last = line.lastIndex(where: { !InvisibleCharacter.isBlank($0) }), last > first else { return nil }
    let value = line[first...last]
    switch line[first] {
    case "“", "”", "„", "‟", "″", "‘", "‚", "’":
      guard "“”„‟″‘‚’\"'".unicodeScalars.contains(line[last]),
        !value.dropFirst().dropLast().contains(where: { $0 == "\"" || $0 == "\\" })
      else { return nil }
      let inside = Self.shortened(value.dropFirst().dropLast())
      let pair = "\(Character(line[first])) \(Character(line[last]))"
      return YAMLSlip(
        edits: [
          YAMLEdits.Edit(line: number, columns: first..<first + 1, text: ["\""]),
          YAMLEdits.Edit(line: number, columns: last..<last + 1, text: ["\""]),
        ],
        message: Phrase(
          "кавычки «\(pair)» не держат значение вместе", en: "the quotes “\(pair)” don't hold a value together"),
        advice: Phrase(
          "поставьте прямые кавычки: \"\(inside)\"", en: "put straight quotes: \"\(inside)\""),
        sign: first..<first + 1, line: number)
    case "\"", "'":
      return begunWithQuote(line, value, number)
    default: return nil
    }
  }

  private func begunWithQuote(
    _ line: [Unicode.Scalar], _ value: ArraySlice<Unicode.Scalar>, _ number: Int
  ) -> YAMLSlip? {
    let quote = line[value.startIndex]
    guard let close = value.dropFirst().firstIndex(of: quote), close + 1 < value.endIndex,
      line[close + 1] != ":", !value.contains("\\"), !value.contains(quote == "\"" ? "'" : "\""),
      value.count(where: { $0 == quote }) % 2 == 0,
      !value[(close + 1)...].drop(while: InvisibleCharacter.isBlank).starts(with: ["#"])
    else { return nil }
    let other: Unicode.Scalar = quote == "\"" ? "'" : "\""
    let name = Self.shortened(value[(value.startIndex + 1)..<close])
    let rest = Self.shortened(value[(close + 1)...])
    return YAMLSlip(
      edits: [
        YAMLEdits.Edit(line: number, columns: value.startIndex..<value.startIndex, text: [other]),
        YAMLEdits.Edit(line: number, columns: value.endIndex..<value.endIndex, text: [other]),
      ],
      message: Phrase(
        "значение начинается с кавычки, а она закрывается раньше, чем оно кончается",
        en: "the value begins with a quote that closes before its end"),
      advice: Phrase(
        "пишите «ёлочками»: «\(name)»\(rest)", en: "use other quotes for a part of a value: “\(name)”\(rest)"),
      sign: value.startIndex..<value.startIndex + 1, line: number)
  }

  // MARK: Words

  /// The colon behind a word that may be a key.
  func keyEnd(in line: [Unicode.Scalar], from start: Int) -> Int? {
    guard let colon = line[start...].prefix(61).firstIndex(of: ":"), Self.isKey(line[start..<colon]) else { return nil }
    return colon
  }

  private static func isKey(_ name: ArraySlice<Unicode.Scalar>) -> Bool {
    guard (1...60).contains(name.count), name.contains(where: \.properties.isAlphabetic) else { return false }
    return name.allSatisfy {
      $0.properties.isAlphabetic || ("0"..."9").contains($0) || $0 == "_" || $0 == "-"
        || InvisibleCharacter.isBlank($0) || InvisibleCharacter.isZeroWidth($0) || $0.properties.isDiacritic
    } && !["http", "https", "mailto", "tel"].contains(text(name))
  }

  static func text(_ scalars: ArraySlice<Unicode.Scalar>) -> String {
    String(String.UnicodeScalarView(scalars))
  }

  static func shortened(_ scalars: ArraySlice<Unicode.Scalar>) -> String {
    scalars.count > 60 ? text(scalars.prefix(60)) + "…" : text(scalars)
  }
}
