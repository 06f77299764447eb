import Foundation
import OpytDiagnostics
import Synchronization
import Testing

@testable import OpytFiles
@testable import OpytNetwork
@testable import OpytOutputs
@testable import OpytPages
@testable import OpytSite

@Suite struct FileSystemTests {
  @Test func aFileThatChangesWhileItIsReadIsTold() throws {
    let site = try TemporarySite(["a.md": String(repeating: "слово ", count: 100_000)])
    let path = site.path("a.md")
    let isOver = Atomic(false)
    let changedOnce = Mutex(false)
    DispatchQueue.concurrentPerform(iterations: 2) { worker in
      if worker == 0 {
        let descriptor = open(path, O_WRONLY | O_APPEND)
        while !isOver.load(ordering: .relaxed) { _ = write(descriptor, "x", 1) }
        close(descriptor)
      } else {
        for _ in 0..<2000 {
          do throws(FileSystem.ReadingFailure) {
            _ = try FileSystem.read(path)
          } catch {
            guard case .changed = error else { continue }
            changedOnce.withLock { $0 = true }
            break
          }
        }
        isOver.store(true, ordering: .relaxed)
      }
    }
    #expect(changedOnce.withLock { $0 })
  }

  @Test func aFileThatVanishedIsTold() throws {
    let site = try TemporarySite()
    #expect(throws: FileSystem.ReadingFailure.self) { try FileSystem.read(site.path("content/cases/net.md")) }
    #expect(MachineFailure("read", "a.md", code: ENOENT).explanation.russian == "нет такого файла или папки")
  }
}
