import Foundation
package import OpytDiagnostics
import OpytFiles
import OpytModel
import OpytNetwork
import OpytText

/// The folder of a site: where its configuration is.
package struct SiteFolder: Sendable {
  /// Absolute.
  package let path: String
  /// Whether it was not the folder that was asked for but one above it.
  package private(set) var isAbove = false

  init(path: String) { self.path = path }

  /// - Parameter folder: as it was given; nil to look for the configuration here and in the folders above, as git does.
  package init(given folder: String?) {
    if let folder {
      let path = SiteBuilder.absolute(folder)
      // The file itself may be given as well.
      self.path = path.fileName == SiteConfiguration.fileName && Self.isFile(path) ? path.folderPath : path
      return
    }
    let here = SiteBuilder.absolute(FileManager.default.currentDirectoryPath)
    let found = Self.above(here)
    path = found ?? here
    isAbove = found != nil && found != here
  }

  /// The site that a file or a folder belongs to, by its path; nil for one that is not there or belongs to none.
  package init?(around path: String) {
    let path = SiteBuilder.absolute(path)
    guard let status = FileSystem.status(path, followingLinks: true), let found = Self.above(path) else { return nil }
    self.path = found
    let isConfiguration = status.type == .file && path == found + "/" + SiteConfiguration.fileName
    isAbove = found != path && !isConfiguration
  }

  /// Whether there is a file or a folder at a path.
  package static func exists(_ path: String) -> Bool {
    FileSystem.status(SiteBuilder.absolute(path), followingLinks: true) != nil
  }

  /// The first folder from this one upwards that has a configuration.
  private static func above(_ folder: String) -> String? {
    var folder = folder
    while true {
      if mayBeFile(folder == "/" ? "/" + SiteConfiguration.fileName : folder + "/" + SiteConfiguration.fileName) {
        return folder
      }
      if folder.isEmpty || folder == "/" { return nil }
      folder = folder.folderPath.isEmpty ? "/" : folder.folderPath
    }
  }

  private static func isFile(_ path: String) -> Bool {
    FileSystem.status(path, followingLinks: true)?.type == .file
  }

  /// What the disk can't tell is not passed over for another site above: reading it will tell.
  private static func mayBeFile(_ path: String) -> Bool {
    do throws(MachineFailure) {
      return try FileSystem.checkedStatus(path, followingLinks: true)?.type == .file
    } catch {
      return error.isOfMachine
    }
  }

  /// The language of its configuration, which failures are told in too; Russian where it can't be made out.
  package var language: Language {
    // That the file can't be read is told when it is needed.
    SiteConfiguration.language(in: (try? FileSystem.read(path + "/" + SiteConfiguration.fileName)) ?? [])
  }

  // MARK: What is not there

  /// There is no configuration, and where one may be.
  var missingConfiguration: Phrase {
    let file = path + "/" + SiteConfiguration.fileName
    let missing = Phrase("нет файла \(file)", en: "no \(file)")
    let names = names()
    if FileSystem.status(path, followingLinks: true)?.type != .folder {
      return Phrase(
        "нет папки \(path): проверьте её имя (--site)", en: "no folder \(path): see how it is spelt (--site)")
    }
    if FileSystem.status(file)?.type == .folder {
      return Phrase("\(file) – папка, а не файл", en: "\(file) is a folder, not a file")
    }
    if let near = names.first(where: Self.isNearlyConfiguration) {
      return Phrase(
        "\(missing.russian), но есть «\(near)»: переименуйте его в \(SiteConfiguration.fileName)",
        en: "\(missing.english), but there is “\(near)”: rename it to \(SiteConfiguration.fileName)")
    }
    let below = names.lazy.map { path + "/" + $0 }.first { Self.isFile($0 + "/" + SiteConfiguration.fileName) }
    if let other = below ?? Self.above(path.folderPath) {
      return Phrase(
        "\(missing.russian), но он есть в папке \(other): укажите её (--site)",
        en: "\(missing.english), but there is one in \(other): give that folder (--site)")
    }
    return Phrase(
      "\(missing.russian), и в папках выше его тоже нет: укажите папку сайта (--site) или создайте его",
      en: "\(missing.english), nor in any folder above: give the site's folder (--site) or create the file")
  }

  /// There is no content folder, and which one may have been meant.
  func missingContent(_ content: String) -> Phrase {
    let (folder, missing) = (path + "/" + content, "нет папки с материалами \(path)/\(content)")
    if FileSystem.status(folder, followingLinks: true) != nil {
      return Phrase("\(folder) – не папка: материалы лежат в папке", en: "\(folder) is no folder: content lies in one")
    }
    let names = names()
    if let near = Suggester.nearest(to: content, among: names) ?? names.first(where: Self.meansContent) {
      return Phrase(
        "\(missing), но есть «\(near)»: переименуйте её в «\(content)» или запишите её имя в «content» в настройках",
        en:
          "no content folder \(folder), but there is “\(near)”: rename it to “\(content)”, or name it in “content” of the configuration"
      )
    }
    if let kind = names.first(where: { Kind(folder: $0.precomposedStringWithCanonicalMapping) != nil }) {
      return Phrase(
        "\(missing): создайте её и переложите в неё папку «\(kind)» и другие папки материалов",
        en: "no content folder \(folder): make it, and move “\(kind)” and the like into it")
    }
    return Phrase(
      """
      \(missing): создайте её, а в ней папки «сады», «направления», «педагоги», «кейсы» и другие, или поправьте «content» \
      в настройках
      """,
      en: """
        no content folder \(folder): make it, with the folders “kindergartens”, “directions”, “people”, “cases” and others \
        in it, or mend “content” in the configuration
        """)
  }

  private func names() -> [String] { ((try? FileSystem.entries(of: path)) ?? []).compactMap(\.name) }

  private static func isNearlyConfiguration(_ name: String) -> Bool {
    let plain = name.lowercased().filter { $0.isLetter }
    return name != SiteConfiguration.fileName
      && ["siteconfigjson", "siteconfigjsontxt", "siteconfigjsonc", "siteconfig", "siteconfigtxt"].contains(plain)
  }

  private static func meansContent(_ name: String) -> Bool {
    ["контент", "материалы", "содержание", "тексты", "contents"].contains(name.composedLowercase)
  }
}

extension String {
  fileprivate var composedLowercase: String { precomposedStringWithCanonicalMapping.lowercased() }
}
