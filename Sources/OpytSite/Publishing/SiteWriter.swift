import Foundation

/// Writes the files of the new site into the staging folder. A file that is the same in the old site is not written
/// again but linked, so that its date stays and tools that copy only what changed have little to do.
struct SiteWriter: Sendable {
  private let staging: String
  private let old: String?

  init(_ folder: OutputFolder) {
    staging = folder.staging
    old = FileSystem.status(folder.path)?.type == .folder ? folder.path : nil
  }

  func makeFolders(for addresses: some Sequence<Address>) throws(MachineFailure) {
    var made: Set<String> = []
    for address in addresses {
      let folder = address.path.folderPath
      if !folder.isEmpty, made.insert(folder).inserted { try FileSystem.makeFolders(staging + "/" + folder) }
    }
  }

  func write(_ bytes: [UInt8], to address: Address) throws(MachineFailure) {
    let target = staging + "/" + address.path
    if let old, isSame(bytes, old + "/" + address.path), link(old + "/" + address.path, target) == 0 { return }
    try FileSystem.write(bytes, to: target)
  }

  private func isSame(_ bytes: [UInt8], _ path: String) -> Bool {
    guard let status = FileSystem.status(path), status.type == .file, status.size == bytes.count,
      let present = try? FileSystem.read(path)
    else { return false }
    return present == bytes
  }
}
