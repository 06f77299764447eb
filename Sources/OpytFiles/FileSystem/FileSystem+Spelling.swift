import OpytText

extension FileSystem {
  /// A path as the disk spells it. A Mac writes й as two scalars, a keyboard as one, and Linux takes these for two names:
  /// where nothing has the name that was typed, the one that looks the same is meant.
  package static func spelled(_ path: String) -> String {
    guard !path.utf8.allSatisfy({ $0 < 0x80 }), status(path) == nil else { return path }
    let (folder, name) = (spelled(path.folderPath), path.fileName)
    // What can't be listed has no other spelling; whoever reads it will be told.
    let entries = (try? entries(of: folder.isEmpty ? (path.hasPrefix("/") ? "/" : ".") : folder)) ?? []
    // Strings are equal in any Unicode form.
    let found = entries.lazy.compactMap(\.name).first { $0 == name } ?? name
    return folder.isEmpty && !path.hasPrefix("/") ? found : folder + "/" + found
  }
}
