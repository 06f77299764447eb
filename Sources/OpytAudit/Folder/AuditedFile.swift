import OpytDiagnostics
import OpytFiles
import OpytText

/// A file of the site that was read: what is wrong with it by itself, and where it leads.
struct AuditedFile: Sendable {
  let path: FilePath
  private(set) var diagnostics: [Diagnostic] = []
  /// Those whose end only the other files can tell.
  private(set) var links: [FileLinks.Link] = []
  /// Of a page, by what they hash to: a site has millions of them.
  private(set) var ids: Set<Fingerprint>?

  /// - Parameters:
  ///   - entry: what the manifest says of it; nil where that says nothing.
  ///   - known: all files of the site.
  ///   - isForMembers: whether no page may be found by search engines.
  init(
    _ file: FolderContents.File, in folder: String, _ entry: SiteManifest.Entry?, _ reader: LinkReader,
    known: Set<FilePath>, isForMembers: Bool
  ) throws(MachineFailure) {
    path = file.path
    let location = SourceLocation(file: path.text)
    guard file.status.type == .file else {
      diagnostics.append(.notAFile(isLink: file.status.type == .link, at: location))
      return
    }
    if let entry, entry.size != file.status.size {
      diagnostics.append(.changed(from: entry.size, to: file.status.size, at: location))
    }
    let language = Self.language(of: path)
    // What changed its size need not be read to be told; what is no text is not looked into.
    guard entry.map({ $0.size == file.status.size }) ?? false || language != nil else { return }
    let bytes: [UInt8]
    do throws(FileSystem.ReadingFailure) {
      bytes = try FileSystem.read(folder + "/" + path.text)
    } catch {
      let failure = MachineFailure("read", path.text, code: error.code)
      if failure.isOfMachine { throw failure }
      diagnostics.append(.unreadable(path.text, failure.explanation))
      return
    }
    if let entry, entry.size == file.status.size, Fingerprint(of: bytes) != entry.digest {
      diagnostics.append(.changed(at: location))
    }
    if let language { read(bytes, as: language, reader, known, isForMembers) }
  }

  private enum Language {
    case page, feed, style, calendar, text
  }

  private static func language(of path: FilePath) -> Language? {
    guard let dot = path.text.utf8.lastIndex(of: UInt8(ascii: ".")) else { return nil }
    switch path.text[dot...].lowercased() {
    case ".html", ".htm", ".xhtml": return .page
    case ".xml", ".atom", ".rss", ".svg": return .feed
    case ".css": return .style
    case ".ics": return .calendar
    case ".csv", ".txt", ".json", ".webmanifest", ".js": return .text
    default: return nil
    }
  }

  private mutating func read(
    _ written: [UInt8], as language: Language, _ reader: LinkReader, _ known: Set<FilePath>, _ isForMembers: Bool
  ) {
    let bytes = readable(written, language)
    let places = TextPlaces(file: path.text, bytes: bytes)
    var links = FileLinks(places, reader)
    switch language {
    case .page:
      let page = PageReading(places, reader, isForMembers: isForMembers)
      page.finish(at: MarkupReader.read(bytes, as: .html, page))
      diagnostics += page.findings.diagnostics
      ids = Set(page.ids.map { Self.key(of: $0) })
      links = page.links
    case .feed:
      let feed = FeedReading(places, reader)
      if let damage = feed.finish(at: MarkupReader.read(bytes, as: .xml, feed)) { diagnostics.append(damage) }
      links = feed.links
    case .style:
      for address in StyleAddresses(bytes).all {
        links.add(address.text, isRequested: true, at: .offsets(address.offsets))
      }
    case .calendar, .text:
      guard let start = reader.ownStart else { return }
      // Lines of a calendar are folded within addresses.
      let text = language == .calendar ? Self.unfolded(bytes) : bytes
      for address in TextAddresses(in: text, startingWith: start).all {
        links.add(
          address.text, isRequested: false, at: language == .calendar ? .written : .offsets(address.offsets))
      }
    }
    diagnostics += links.findings.diagnostics
    // What is known to lead somewhere is not kept: a site has a hundred links a page.
    self.links = links.links.filter { link in
      guard known.contains(link.target) else { return true }
      return link.id.map { link.target != path || !has($0) } ?? false
    }
  }

  /// The bytes as they can be read: UTF-8 without NUL. An author's text may be in whatever encoding.
  private mutating func readable(_ bytes: [UInt8], _ language: Language) -> [UInt8] {
    let isText = String(validating: bytes, as: UTF8.self) != nil
    let hasZero = bytes.contains(0)
    if language != .text, !isText || hasZero {
      diagnostics.append(.notUTF8(at: TextPlaces(file: path.text, bytes: bytes).whole))
    }
    if isText && !hasZero { return bytes }
    return Array(String(decoding: bytes.map { $0 == 0 ? 0x20 : $0 }, as: UTF8.self).utf8)
  }

  private static func unfolded(_ bytes: [UInt8]) -> [UInt8] {
    var text: [UInt8] = []
    text.reserveCapacity(bytes.count)
    for (index, byte) in bytes.enumerated() {
      if byte == UInt8(ascii: "\r") { continue }
      if byte == UInt8(ascii: "\n"), index + 1 < bytes.count, bytes[index + 1] == 0x20 || bytes[index + 1] == 0x09 {
        continue
      }
      if byte == 0x20 || byte == 0x09, index > 0, bytes[index - 1] == UInt8(ascii: "\n") { continue }
      text.append(byte)
    }
    return text
  }

  /// Whether a page has an id, as it stands there or with its escapes read.
  func has(_ id: String) -> Bool {
    guard let ids else { return true }
    if id.isEmpty || id.lowercased() == "top" || ids.contains(Self.key(of: id)) { return true }
    return LinkReader.decoded(Array(id.utf8)).map { ids.contains(Self.key(of: $0)) } ?? false
  }

  private static func key(of id: String) -> Fingerprint {
    var hasher = StableHasher()
    hasher.combine(id)
    return hasher.fingerprint
  }
}
