/// Which files may be published, and as what (`domain.md` §6, 11).
public enum FileTypes {
  public struct FileType: Sendable {
    /// What a reader is told: «PDF», «документ Word».
    public let name: String
    public let isImage: Bool
  }

  /// By the name's ending, in lower case. SVG is left out: it can carry scripts.
  public static func type(of fileName: String) -> FileType? {
    guard let dot = fileName.utf8.lastIndex(of: UInt8(ascii: ".")), dot != fileName.startIndex else { return nil }
    return types[fileName[fileName.index(after: dot)...].lowercased()]
  }

  public static var endings: [String] { types.keys.sorted() }

  private static let types: [String: FileType] = {
    let groups: [(name: String, isImage: Bool, endings: [String])] = [
      ("PDF", false, ["pdf"]), ("документ Word", false, ["doc", "docx"]),
      ("текстовый документ", false, ["odt", "rtf"]),
      ("таблица Excel", false, ["xls", "xlsx"]), ("таблица", false, ["ods", "csv"]),
      ("презентация", false, ["ppt", "pptx", "odp"]), ("текст", false, ["txt"]), ("архив", false, ["zip"]),
      ("звук", false, ["mp3", "ogg", "m4a"]), ("видео", false, ["mp4", "webm"]),
      ("изображение", true, ["jpg", "jpeg", "png", "webp", "gif"]),
    ]
    var types: [String: FileType] = [:]
    for group in groups {
      for ending in group.endings { types[ending] = FileType(name: group.name, isImage: group.isImage) }
    }
    return types
  }()
}
