package import OpytDiagnostics
package import OpytFiles
import OpytText

/// Proves a published folder whole: against its manifest, every file there and as it was written and no other; and
/// against itself, every link and anchor leads somewhere, pages are as pages should be, nothing is asked for outside.
///
/// Files are read once, in parallel; of each is kept what others have to be compared with.
package struct SiteAudit: Sendable {
  /// What was found.
  package struct Result: Sendable {
    package let diagnostics: [Diagnostic]
    package let fileCount: Int
    package let pageCount: Int
    /// Whether it is the edition for members.
    package let isForMembers: Bool
  }

  /// Why a folder can't be audited.
  package enum Refusal: Error, Sendable {
    case missing
    case notAFolder
    /// No site of Opyt.
    case notASite
    case failure(MachineFailure)
    case interrupted
  }

  private let folder: String
  private let address: String?
  private let workers: Workers
  private let interruption: Interruption

  /// - Parameters:
  ///   - folder: absolute. It may be a link; nothing in it may.
  ///   - address: where the site is reached, `https://opyt.example/`; nil for what it tells itself.
  package init(of folder: String, address: String?, workers: Workers, interruption: Interruption) {
    self.folder = folder
    self.address = address
    self.workers = workers
    self.interruption = interruption
  }

  package func run() throws(Refusal) -> Result {
    let status = try machine { () throws(MachineFailure) in
      try FileSystem.checkedStatus(folder, followingLinks: true)
    }
    guard let status else { throw .missing }
    guard status.type == .folder else { throw .notAFolder }
    // Before all else: nobody wants a whole disk listed to be told that it is no site.
    let marks = try machine { () throws(MachineFailure) in
      var marks: [String] = []
      for name in [OutputFolder.marker, SiteManifest.fileName]
      where try FileSystem.checkedStatus(folder + "/" + name) != nil { marks.append(name) }
      return marks
    }
    guard !marks.isEmpty else { throw .notASite }
    let contents = try machine { () throws(MachineFailure) in try FolderContents(of: folder) }
    let own = Set([OutputFolder.marker, SiteManifest.fileName].map { FilePath($0) })
    var diagnostics = contents.diagnostics.diagnostics
    if !marks.contains(OutputFolder.marker) { diagnostics.append(.markerMissing) }
    let (manifest, isForMembers) = try manifest(isThere: marks.contains(SiteManifest.fileName), &diagnostics)
    let files = contents.files.filter { !own.contains($0.path) }
    let missing = missing(files, manifest)
    for path in missing { diagnostics.append(.missing(path)) }
    // That a file is not there which should be, is not told by each link to it besides.
    let known = Set(files.map(\.path)).union(missing.map { FilePath($0) })
    let audited = try audited(files, manifest, known, isForMembers, &diagnostics)
    diagnostics += SiteLinks(audited, folder: folder, known: known).diagnostics()
    return Result(
      diagnostics: diagnostics, fileCount: files.count, pageCount: audited.count { $0.ids != nil },
      isForMembers: isForMembers)
  }

  private func machine<Made>(_ work: () throws(MachineFailure) -> Made) throws(Refusal) -> Made {
    do throws(MachineFailure) {
      return try work()
    } catch {
      throw .failure(error)
    }
  }

  /// What the folder should hold, nil where that is not known, which is told; and whether it is for members.
  private func manifest(
    isThere: Bool, _ diagnostics: inout [Diagnostic]
  ) throws(Refusal) -> (entries: [FilePath: SiteManifest.Entry]?, isForMembers: Bool) {
    guard isThere else {
      diagnostics.append(.manifestMissing)
      return (nil, false)
    }
    var bytes: [UInt8] = []
    do throws(FileSystem.ReadingFailure) {
      bytes = try FileSystem.read(folder + "/" + SiteManifest.fileName)
    } catch {
      let failure = MachineFailure("read", SiteManifest.fileName, code: error.code)
      if failure.isOfMachine { throw .failure(failure) }
      diagnostics.append(.unreadable(SiteManifest.fileName, failure.explanation))
      return (nil, false)
    }
    let isForMembers = SiteManifest.isForMembers(bytes)
    guard let manifest = SiteManifest(bytes) else {
      diagnostics.append(.manifestDamaged)
      return (nil, isForMembers)
    }
    let entries = Dictionary(manifest.entries.map { (FilePath($0.path), $0) }, uniquingKeysWith: { first, _ in first })
    return (entries, isForMembers)
  }

  private func audited(
    _ files: [FolderContents.File], _ manifest: [FilePath: SiteManifest.Entry]?, _ paths: Set<FilePath>,
    _ isForMembers: Bool, _ diagnostics: inout [Diagnostic]
  ) throws(Refusal) -> [AuditedFile] {
    let reader = LinkReader(address: address ?? ownAddress)
    let known = files.filter { manifest == nil || manifest?[$0.path] != nil }
    if manifest != nil {
      for file in files where manifest?[file.path] == nil { diagnostics.append(.foreign(file.path.text)) }
    }
    let results = workers.map(known) { file -> Swift.Result<AuditedFile, MachineFailure>? in
      if interruption.isRequested { return nil }
      do throws(MachineFailure) {
        return .success(
          try AuditedFile(file, in: folder, manifest?[file.path], reader, known: paths, isForMembers: isForMembers))
      } catch {
        return .failure(error)
      }
    }
    if interruption.isRequested { throw .interrupted }
    var all: [AuditedFile] = []
    all.reserveCapacity(results.count)
    for case let result? in results {
      let file = try machine { () throws(MachineFailure) in try result.get() }
      diagnostics += file.diagnostics
      all.append(file)
    }
    return all
  }

  private func missing(_ files: [FolderContents.File], _ manifest: [FilePath: SiteManifest.Entry]?) -> [String] {
    guard let manifest else { return [] }
    let present = Set(files.map(\.path))
    return manifest.values.filter { !present.contains(FilePath($0.path)) }.map(\.path)
      .sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
  }

  /// Where the site says that it is reached: its `robots.txt` names its map with a whole address.
  private var ownAddress: String? {
    guard let bytes = try? FileSystem.read(folder + "/robots.txt", limit: 1 << 16) else { return nil }
    let (start, end) = ("sitemap:", "/sitemap.xml")
    for line in String(decoding: bytes, as: UTF8.self).split(whereSeparator: \.isNewline) {
      let value = line.dropFirst(start.count).trimmingPrefix { $0 == " " }
      if line.lowercased().hasPrefix(start), value.hasSuffix(end) { return String(value.dropLast(end.count)) + "/" }
    }
    return nil
  }
}
