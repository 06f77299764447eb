/// Which files may be published, and as what (11).
public enum FileTypes {
  /// What a reader is told of a file before opening it.
  public enum Group: String, CaseIterable, Hashable, Sendable {
    case pdf, word, document, excel, table, slides, text, archive, sound, video, image
  }

  /// By the name's ending, in any case. SVG is left out: it can carry scripts.
  public static func group(of fileName: String) -> Group? {
    guard let dot = fileName.utf8.lastIndex(of: UInt8(ascii: ".")), dot != fileName.startIndex else { return nil }
    return groups[fileName[fileName.index(after: dot)...].lowercased()]
  }

  public static var endings: [String] { groups.keys.sorted() }

  private static let groups: [String: Group] = {
    let endings: [(Group, [String])] = [
      (.pdf, ["pdf"]), (.word, ["doc", "docx"]), (.document, ["odt", "rtf"]), (.excel, ["xls", "xlsx"]),
      (.table, ["ods", "csv"]), (.slides, ["ppt", "pptx", "odp"]), (.text, ["txt"]), (.archive, ["zip"]),
      (.sound, ["mp3", "ogg", "m4a"]), (.video, ["mp4", "webm"]), (.image, ["jpg", "jpeg", "png", "webp", "gif"]),
    ]
    return Dictionary(uniqueKeysWithValues: endings.flatMap { group, endings in endings.map { ($0, group) } })
  }()
}
