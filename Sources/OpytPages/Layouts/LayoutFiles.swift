import Foundation
package import OpytDiagnostics
package import OpytFiles
import OpytLayout
import OpytText
package import OpytTheme

/// The layouts, strings and assets of a site: its own files over the built-in ones of the same name.
package struct LayoutFiles: Sendable {
  /// `.mustache` files by their path without the ending.
  let layouts: [LayoutSource]
  /// The built-in files of strings, then the site's own: these replace single strings.
  package let strings: [StringsSource]
  /// Everything below `assets/`, by path, but what goes into the style sheet.
  let assets: [ThemeFile]
  var styleSheet = StyleSheet()
  /// The folder of the site's own files, from the site's folder.
  var folder = "layouts"
  /// Every file in it, whether it is of any use or not.
  package var own: [ThemeFile] = []
  /// What is wrong with files in it that could not be read.
  package var unreadable: [Diagnostic] = []

  /// - Parameters:
  ///   - siteFolder: an absolute path.
  ///   - layoutsFolder: from the site's folder; need not exist.
  ///   - language: what the built-in files are called in.
  package static func read(
    siteFolder: String, layoutsFolder: String, language: Language = .russian
  ) throws(MachineFailure) -> LayoutFiles {
    let builtIn = Phrase("(встроенный макет)", en: "(built in)")(in: language)
    let (own, unreadable) = try ownFiles(siteFolder, layoutsFolder)
    var files: [String: (file: ThemeFile, shown: String)] = [:]
    var strings: [StringsSource] = []
    for (theme, isOwn) in [(ThemeFile.builtIn, false), (own, true)] {
      for file in theme {
        let shown = (isOwn ? layoutsFolder + "/" : builtIn + " ") + file.path
        if file.path.hasPrefix(stringsFolder) {
          strings.append(StringsSource(name: file.path, file: shown, bytes: file.bytes, isOwn: isOwn))
        } else {
          files[file.path] = (file, shown)
        }
      }
    }
    // A part of a name that the theme doesn't know is a slip: it is told, and goes nowhere.
    let parts = Set(ThemeFile.builtIn.map(\.path) + [StyleSheet.wholePath, StyleSheet.extraPath])
    let sorted = files.values.sorted { $0.file.path.utf8.lexicographicallyPrecedes($1.file.path.utf8) }
    return LayoutFiles(
      layouts: sorted.filter { $0.file.path.hasSuffix(layoutEnding) }.map { file, shown in
        LayoutSource(name: String(file.path.dropLast(layoutEnding.count)), file: shown, bytes: file.bytes)
      },
      strings: strings.sorted { ($0.isOwn ? 1 : 0, $0.name) < ($1.isOwn ? 1 : 0, $1.name) },
      assets: sorted.map(\.file).filter { $0.path.hasPrefix(assetsFolder) && !StyleSheet.takes($0.path) },
      styleSheet: StyleSheet(sorted.map(\.file).filter { parts.contains($0.path) }), folder: layoutsFolder, own: own,
      unreadable: unreadable)
  }

  static let layoutEnding = ".mustache"
  static let stringsFolder = "strings/"
  static let assetsFolder = "assets/"

  private static func ownFiles(
    _ siteFolder: String, _ layoutsFolder: String
  ) throws(MachineFailure) -> (files: [ThemeFile], unreadable: [Diagnostic]) {
    var files: [ThemeFile] = []
    var diagnostics: [Diagnostic] = []
    var folder = ContentFolder(layoutsFolder, in: siteFolder)
    for name in try paths(siteFolder: siteFolder, layoutsFolder: layoutsFolder) {
      if name.isEmpty {
        diagnostics.append(.layoutsAreNoFolder(layoutsFolder))
        continue
      }
      let path = layoutsFolder + "/" + name
      // A link is followed to another file of the layouts only: what is read here may be published as it is.
      if FileSystem.status(siteFolder + "/" + path)?.type == .link, let target = folder.target(ofLink: path),
        !target.dropFirst(layoutsFolder.count).contains("/."), target.fileName.hasSuffix(ending(of: name))
      {
        folder.links[path] = target
      }
      do throws(FileSystem.ReadingFailure) {
        files.append(ThemeFile(path: name, bytes: try folder.read(path)))
      } catch {
        if let failure = error.ofMachine(path) { throw failure }
        diagnostics.append(.unreadable(path, MachineFailure("read", path, code: error.code)))
      }
    }
    return (files, diagnostics)
  }

  /// With its dot; empty for a name that has none.
  private static func ending(of name: String) -> String {
    name.fileName.lastIndex(of: ".").map { String(name.fileName[$0...]) } ?? ""
  }

  /// The paths of a site's own files, from the folder of layouts, none of them read, and not all of them readable. An
  /// empty one stands for what is no folder.
  package static func paths(siteFolder: String, layoutsFolder: String) throws(MachineFailure) -> [String] {
    let folder = siteFolder + "/" + layoutsFolder
    guard let status = try FileSystem.checkedStatus(folder, followingLinks: true) else {
      // Nothing, or a link that leads nowhere.
      return try FileSystem.checkedStatus(folder) == nil ? [] : [""]
    }
    guard status.type == .folder else { return [""] }
    return try names(below: folder, prefix: "", depth: 1)
  }

  /// Folders inside folders deeper than this are a mistake.
  private static let maximumDepth = 16

  private static func names(below folder: String, prefix: String, depth: Int) throws(MachineFailure) -> [String] {
    let entries: [FileSystem.Entry]
    do throws(MachineFailure) {
      entries = try FileSystem.entries(of: folder)
    } catch {
      // What can't be listed must not be taken for empty. Nor may a folder that has just vanished: reading it will tell.
      guard error.code == ENOENT || error.code == ENOTDIR else { throw error }
      return [String(prefix.dropLast())]
    }
    var names: [String] = []
    for entry in entries {
      guard let name = entry.name, !name.hasPrefix("."), !name.hasSuffix("~") else { continue }
      let path = folder + "/" + name
      // A folder that has a file's name stands for it: reading it will tell.
      if depth < maximumDepth, !isFile(prefix + name), try FileSystem.checkedStatus(path)?.type == .folder {
        names += try self.names(below: path, prefix: prefix + name + "/", depth: depth + 1)
      } else {
        names.append(prefix + name)
      }
    }
    return names
  }
}

extension LayoutFiles {
  /// Whether a path can only be a file's.
  private static func isFile(_ path: String) -> Bool {
    path.hasSuffix(layoutEnding) || builtInPaths.contains(path)
  }

  private static let builtInPaths = Set(ThemeFile.builtIn.map(\.path) + [StyleSheet.wholePath, StyleSheet.extraPath])
}

extension Diagnostic {
  fileprivate static func layoutsAreNoFolder(_ path: String) -> Diagnostic {
    Diagnostic(
      .fileUnreadable, Phrase("это не папка с макетами", en: "this is no folder of layouts"),
      at: SourceLocation(file: path),
      advice: Phrase(
        "сделайте на этом месте папку или уберите отсюда этот файл", en: "put a folder in its place, or remove it"))
  }

  fileprivate static func unreadable(_ path: String, _ failure: MachineFailure) -> Diagnostic {
    Diagnostic(
      .fileUnreadable,
      Phrase(
        "файл макетов не читается: \(failure.explanation.russian)",
        en: "can't read this file of the layouts: \(failure.explanation.english)"),
      at: SourceLocation(file: path),
      advice: Phrase("замените его обычным файлом или удалите", en: "put a plain file in its place, or delete it"))
  }
}
