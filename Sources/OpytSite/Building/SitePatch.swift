import OpytCatalogue
import OpytFiles
import OpytLayout
import OpytModel
import OpytNetwork
import OpytPages
import OpytSearch
import OpytText
import OpytTheme

/// A site as it stands in its folder.
struct StandingSite: Sendable {
  let folder: String
  let reading: NetworkReading
  /// What decides over pages besides the network.
  let configuration: Fingerprint
  let theme: [ThemeFile]
  let today: CalendarDate
  /// By path: what each page's model was, what the bytes of each other file.
  var pages: [String: Fingerprint] = [:]
  var extras: [String: Fingerprint] = [:]
  /// By the paths of pages: what search finds them by.
  var words: [String: DocumentWords] = [:]
  /// The authors' files, with the stamps of their sources.
  var copies: [SitePlan.PublishedFile: FileStamp] = [:]
  /// What pages tell of these, by the paths of their sources.
  var facts: [String: PublishedFileFacts] = [:]
  /// All of them, as the manifest has them.
  var files: [String: (size: Int, digest: Fingerprint)] = [:]

  init(_ site: CheckedSite, _ folder: String) {
    self.folder = folder
    reading = site.reading
    configuration = site.configurationDigest
    theme = site.files.own
    today = site.catalogue.today
  }
}

/// What makes a site that stands into what it should be.
struct SitePatch {
  let old: StandingSite
  private(set) var new: StandingSite
  private(set) var writes: [(path: String, bytes: [UInt8])] = []
  private(set) var renderedCount = 0

  init(from old: StandingSite, to new: StandingSite) {
    self.old = old
    self.new = new
  }

  /// How far the two differ in what they are made from.
  var change: NetworkReading.Change {
    let isSame = old.configuration == new.configuration && old.theme == new.theme && old.today == new.today
    return isSame ? new.reading.change(since: old.reading) : .more
  }

  /// The files that the site has no more.
  var removed: [String] { old.files.keys.filter { new.files[$0] == nil }.sorted() }

  var isEmpty: Bool { writes.isEmpty && removed.isEmpty }

  /// Takes over all that stands; what changed is added after.
  mutating func keepAll() {
    new.pages = old.pages
    new.extras = old.extras
    new.words = old.words
    new.copies = old.copies
    new.facts = old.facts
    new.files = old.files
  }

  mutating func add(_ pages: [RenderedSite.ChangedPage]) {
    for page in pages {
      new.pages[page.path] = page.model
      new.words[page.path] = page.words ?? old.words[page.path]
      if let bytes = page.bytes {
        write(bytes, to: page.path)
        renderedCount += 1
      } else {
        new.files[page.path] = old.files[page.path]
      }
    }
  }

  mutating func add(_ bytes: [UInt8], at path: String) {
    let digest = Fingerprint(of: bytes)
    new.extras[path] = digest
    if old.extras[path] == digest { new.files[path] = old.files[path] } else { write(bytes, to: path) }
  }

  /// Takes the files of a new search index in place of all that the old one had.
  mutating func replaceSearchIndex(with files: [(address: Address, bytes: [UInt8])]) {
    for path in old.extras.keys where path.hasPrefix(SiteFile.searchFolder + "/") {
      new.extras[path] = nil
      new.files[path] = nil
    }
    for file in files { add(file.bytes, at: file.address.path) }
  }

  /// Whether an author's file stands there already as it is.
  mutating func keep(_ file: SitePlan.PublishedFile, _ stamp: FileStamp?) -> Bool {
    guard let stamp, old.copies[file] == stamp, !stamp.isTooYoung(for: old.reading.moment) else { return false }
    new.copies[file] = stamp
    new.facts[file.source] = old.facts[file.source]
    new.files[file.address.path] = old.files[file.address.path]
    return true
  }

  mutating func add(_ file: SitePlan.PublishedFile, _ stamp: FileStamp?, _ copy: RenderedSite.Copy) {
    new.copies[file] = stamp
    new.facts[file.source] = copy.facts
    let path = file.address.path
    if let standing = old.files[path], standing.digest == Fingerprint(of: copy.bytes) {
      new.files[path] = standing
    } else {
      write(copy.bytes, to: path)
    }
  }

  private mutating func write(_ bytes: [UInt8], to path: String) {
    new.files[path] = (bytes.count, Fingerprint(of: bytes))
    writes.append((path, bytes))
  }
}

extension RenderedSite {
  /// A page that is part of a new site.
  struct ChangedPage: Sendable {
    let path: String
    let model: Fingerprint
    /// Nil where the page stands there already.
    let bytes: [UInt8]?
    /// What search finds it by; nil where that is nothing, or as it was.
    let words: DocumentWords?
  }

  /// Makes the models of pages, and prints those whose model is another than before.
  /// - Parameter models: by path.
  func changed(
    _ pages: [any SitePage], since models: [String: Fingerprint], _ context: PresentationContext
  ) throws(MachineFailure) -> [ChangedPage] {
    let results = workers.map(pages, keeping: PageTools(keepsForms: true)) { page, tools in
      if interruption.isRequested { return Result<ChangedPage, MachineFailure>?.none }
      do throws(MachineFailure) {
        let modelled = try page.modelled(context, site.network)
        let model = modelled.fingerprint
        let path = page.address.path
        if models[path] == model { return .success(ChangedPage(path: path, model: model, bytes: nil, words: nil)) }
        tools.buffer.reset()
        modelled.render(into: &tools.buffer)
        let found = FoundWords(modelled, tools.collector)
        return .success(ChangedPage(path: path, model: model, bytes: tools.buffer.bytes, words: found?.words))
      } catch {
        return .failure(error)
      }
    }
    return try Self.gathered(results)
  }
}
