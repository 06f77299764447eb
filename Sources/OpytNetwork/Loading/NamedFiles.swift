package import OpytDiagnostics
import OpytFiles
import OpytMarkup
package import OpytMedia
package import OpytModel
import OpytText
import Synchronization

/// The files that will be published with documents, and where each is named.
package struct NamedFiles {
  private var places: [String: [SourceLocation]] = [:]

  package init(_ graph: SiteGraph) {
    for document in graph.documents {
      let decoded = document.decoded
      for (use, path) in zip(decoded.files, document.filePaths) {
        if let path { add(path, SourceLocation(file: decoded.path, range: use.range)) }
      }
      for (link, target) in zip(decoded.links, document.linkTargets) {
        if case .file(let path) = target { add(path, SourceLocation(file: decoded.path, range: link.range)) }
      }
    }
  }

  private mutating func add(_ path: String, _ place: SourceLocation) { places[path, default: []].append(place) }

  var paths: [String] { places.keys.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) } }

  /// Tells each fault wherever its file is named.
  package func diagnostics(_ faults: [String: MediaFault]) -> [Diagnostic] {
    faults.flatMap { path, fault in (places[path] ?? []).map { fault.diagnostic(path.fileName, at: $0) } }
  }
}

/// What was found in files that were looked into, as long as they are not written again.
final class FileVerdicts: Sendable {
  private struct Verdict {
    let stamp: FileStamp
    let moment: Int
    let fault: MediaFault?
  }

  private let verdicts = Mutex<[String: Verdict]>([:])

  /// Nil where the file was not looked into, or may be another since.
  func known(_ path: String, _ stamp: FileStamp) -> MediaFault?? {
    verdicts.withLock { verdicts in
      guard let verdict = verdicts[path], verdict.stamp == stamp, !stamp.isTooYoung(for: verdict.moment) else {
        return nil
      }
      return .some(verdict.fault)
    }
  }

  func remember(_ path: String, _ stamp: FileStamp, _ moment: Int, _ fault: MediaFault?) {
    verdicts.withLock { $0[path] = Verdict(stamp: stamp, moment: moment, fault: fault) }
  }
}

extension NetworkReading {
  /// Looks into files, each once as long as it is the same.
  /// - Returns: what is wrong with them, by their paths, and what could not be read.
  func inspect(
    _ paths: [String], _ workers: Workers
  ) throws(MachineFailure) -> (faults: [String: MediaFault], unreadable: [Diagnostic]) {
    let stamps = Dictionary(findings.others.map { ($0.path, $0.stamp) }, uniquingKeysWith: { first, _ in first })
    enum Finding: Sendable {
      case sound
      case fault(MediaFault)
      case unreadable(Diagnostic)
      case failed(MachineFailure)
    }
    let found = workers.map(paths) { [self] path -> Finding in
      if let stamp = stamps[path], let known = verdicts.known(path, stamp) { return known.map { .fault($0) } ?? .sound }
      let moment = FileStamp.now
      do throws(FileSystem.ReadingFailure) {
        let (bytes, stamp) = try folder.readStamped(path, limit: AuthorFile.inspectedLength(path.fileName))
        var fault: MediaFault?
        do throws(MediaFault) {
          try AuthorFile.inspect(path.fileName, bytes)
        } catch {
          fault = error
        }
        verdicts.remember(path, stamp, moment, fault)
        return fault.map { .fault($0) } ?? .sound
      } catch {
        return error.ofMachine(path).map { .failed($0) } ?? .unreadable(.unreadable(path, error))
      }
    }
    var faults: [String: MediaFault] = [:]
    var unreadable: [Diagnostic] = []
    for (path, finding) in zip(paths, found) {
      switch finding {
      case .sound: break
      case .fault(let fault): faults[path] = fault
      case .unreadable(let told): unreadable.append(told)
      case .failed(let failure): throw failure
      }
    }
    // That nobody may read it was told when it was found.
    let told = Set(findings.diagnostics.map(\.location.file))
    return (faults, unreadable.filter { !told.contains($0.location.file) })
  }
}
