import Foundation
package import OpytText

extension FileSystem {
  /// How long a regular file is and what its bytes are, without holding them: the system reads it as it is looked through.
  package static func digest(of path: String) throws(MachineFailure) -> (size: Int, digest: Fingerprint) {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NOFOLLOW)
    guard descriptor >= 0 else { throw MachineFailure("open", path, code: errno) }
    defer { close(descriptor) }
    var info = stat()
    guard fstat(descriptor, &info) == 0 else { throw MachineFailure("fstat", path, code: errno) }
    let size = Int(info.st_size)
    guard info.st_mode & S_IFMT == S_IFREG else { throw MachineFailure("open", path, code: EINVAL) }
    guard size > 0 else { return (0, Fingerprint(of: [])) }
    guard let start = mmap(nil, size, PROT_READ, MAP_PRIVATE, descriptor, 0), start != MAP_FAILED else {
      throw MachineFailure("mmap", path, code: errno)
    }
    defer { munmap(start, size) }
    var hasher = StableHasher()
    hasher.combine(UnsafeRawBufferPointer(start: start, count: size))
    return (size, hasher.fingerprint)
  }
}
