package import OpytDiagnostics
import OpytText

/// Why a file is not what its name promises.
package enum MediaFault: Error, Hashable, Sendable {
  case empty
  /// Nil for what is of no known kind.
  case otherKind(MediaKind?)
  /// Cut off, or changed in the middle.
  case damaged
  /// A picture of too many pixels: how many millions.
  case tooLarge(millions: Int)

  /// What is told where a file is named.
  /// - Parameter path: as it is written there.
  package func diagnostic(_ path: String, at location: SourceLocation) -> Diagnostic {
    let name = path.fileName
    switch self {
    case .empty:
      return Diagnostic(
        .fileDamaged, Phrase("файл «\(path)» пуст", en: "“\(path)” is empty"), at: location,
        advice: Phrase(
          "положите вместо него настоящий файл или уберите его отсюда",
          en: "put the real file in its place, or name it no more"))
    case .damaged:
      return Diagnostic(
        .fileDamaged,
        Phrase("файл «\(path)» повреждён или скопирован не до конца", en: "“\(path)” is damaged, or copied in part"),
        at: location,
        advice: Phrase(
          "скопируйте его ещё раз оттуда, где он открывается целиком",
          en: "copy it again from where it opens as a whole"))
    case .otherKind(let found):
      let expected = MediaKind(fileName: name)
      let (promised, englishPromised) = (expected?.title.russian ?? "файл", expected?.title.english ?? "a file")
      let message =
        found.map { found in
          Phrase(
            "внутри файла «\(path)» – \(found.title.russian), а имя обещает: \(promised)",
            en: "inside “\(path)” is \(found.title.english), and its name promises \(englishPromised)")
        }
        ?? Phrase(
          "внутри файла «\(path)» – не то, что обещает имя: \(promised)",
          en: "inside “\(path)” is not what its name promises: \(englishPromised)")
      return Diagnostic(.fileKindMismatch, message, at: location, advice: Self.advice(name, found))
    case .tooLarge(let millions):
      return Diagnostic(
        .fileTooLarge,
        Phrase(
          "в картинке «\(path)» \(millions) млн точек, а публикуются картинки до \(Picture.maximumMegapixels) млн",
          en: "“\(path)” has \(millions) megapixels, and \(Picture.maximumMegapixels) are the most"), at: location,
        advice: Phrase(
          "уменьшите её: для сайта хватит 2000 точек по длинной стороне",
          en: "make it smaller: 2000 pixels along the longer side are enough for a site"))
    }
  }

  private static func advice(_ name: String, _ found: MediaKind?) -> Phrase {
    let stem = name.lastIndex(of: ".").map { String(name[..<$0]) } ?? name
    if let ending = found?.publishedEnding {
      return Phrase(
        "переименуйте файл в «\(stem).\(ending)» и поправьте имя здесь",
        en: "rename the file to “\(stem).\(ending)” and name it so here")
    }
    let ending = name.lastIndex(of: ".").map { name[$0...].lowercased() } ?? ""
    return Phrase(
      "откройте его в программе, где он сделан, и сохраните как «\(stem)\(ending)»: одно имя вида не меняет",
      en: "open it where it was made and save it as “\(stem)\(ending)”: a name alone changes no kind")
  }
}
