import Foundation
import OpytDiagnostics
import OpytFiles
import OpytLayout

/// The layouts, strings and assets of a site: its own files over the built-in ones of the same name.
package struct LayoutFiles: Sendable {
  /// `.mustache` files by their path without the ending.
  let layouts: [LayoutSource]
  /// The built-in files of strings, then the site's own: these replace single strings.
  package let strings: [StringsSource]
  /// Everything below `assets/`, by path.
  let assets: [(path: String, bytes: [UInt8])]

  /// - Parameters:
  ///   - siteFolder: an absolute path.
  ///   - layoutsFolder: from the site's folder; need not exist.
  ///   - language: what the built-in files are called in.
  package static func read(
    siteFolder: String, layoutsFolder: String, language: Language = .russian
  ) throws(MachineFailure) -> LayoutFiles {
    func builtIn(_ path: String) -> String { Phrase("(встроенный макет)", en: "(built in)")(in: language) + " " + path }

    var files: [String: (shown: String, bytes: [UInt8])] = [:]
    var strings: [StringsSource] = []
    for file in builtInLayoutFiles {
      let bytes = Data(base64Encoded: file.base64).map { [UInt8]($0) } ?? []
      if file.path.hasPrefix(stringsFolder) {
        strings.append(StringsSource(name: file.path, file: builtIn(file.path), bytes: bytes, isOwn: false))
        continue
      }
      files[file.path] = (builtIn(file.path), bytes)
    }
    let root = siteFolder + "/" + layoutsFolder
    if FileSystem.status(root, followingLinks: true)?.type == .folder {
      for path in try names(below: root, prefix: "") {
        do throws(FileSystem.ReadingFailure) {
          let bytes = try FileSystem.read(root + "/" + path)
          if path.hasPrefix(stringsFolder) {
            strings.append(StringsSource(name: path, file: layoutsFolder + "/" + path, bytes: bytes, isOwn: true))
          } else {
            files[path] = (layoutsFolder + "/" + path, bytes)
          }
        } catch {
          throw MachineFailure("read", root + "/" + path, code: error.code)
        }
      }
    }
    let sorted = files.sorted { $0.key.utf8.lexicographicallyPrecedes($1.key.utf8) }
    return LayoutFiles(
      layouts: sorted.filter { $0.key.hasSuffix(ending) }.map {
        LayoutSource(name: String($0.key.dropLast(ending.count)), file: $0.value.shown, bytes: $0.value.bytes)
      },
      strings: strings.sorted { ($0.isOwn ? 1 : 0, $0.name) < ($1.isOwn ? 1 : 0, $1.name) },
      assets: sorted.filter { $0.key.hasPrefix("assets/") }.map { ($0.key, $0.value.bytes) })
  }

  private static let ending = ".mustache"
  private static let stringsFolder = "strings/"

  private static func names(below folder: String, prefix: String) throws(MachineFailure) -> [String] {
    var names: [String] = []
    for entry in try FileSystem.entries(of: folder) {
      guard let name = entry.name, !name.hasPrefix("."), !name.hasSuffix("~") else { continue }
      let path = folder + "/" + name
      switch FileSystem.status(path, followingLinks: true)?.type {
      case .folder: names += try self.names(below: path, prefix: prefix + name + "/")
      case .file: names.append(prefix + name)
      default: throw MachineFailure("read", path, code: EINVAL)
      }
    }
    return names
  }
}
