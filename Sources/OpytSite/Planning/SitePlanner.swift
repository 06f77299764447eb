import OpytDiagnostics
import OpytModel
import OpytText

/// Gives every document, list and file its address, and tells where two want the same one (`domain.md` §6, 1).
struct SitePlanner {
  private let catalogue: Catalogue
  private var pages: [SitePlan.Page] = []
  private var files: [SitePlan.PublishedFile] = []
  private var calendars: [SitePlan.Calendar] = []
  private let hasReport: Bool
  private var documentAddresses: [Address?]
  private var fileAddresses: [SitePlan.FileKey: Address] = [:]
  private var owners: [String: Owner] = [:]
  private var diagnostics: [Diagnostic] = []

  private struct Owner {
    let name: String
    let location: SourceLocation?
    /// The same file under the same address twice is one file.
    let source: String?
  }

  /// - Parameter hasReport: whether the site has the coordinator's page «Отчёт сети».
  init(_ catalogue: Catalogue, hasReport: Bool = false) {
    self.catalogue = catalogue
    self.hasReport = hasReport
    documentAddresses = Array(repeating: nil, count: catalogue.graph.documents.count)
  }

  consuming func plan() -> (plan: SitePlan, diagnostics: [Diagnostic]) {
    reserveFixedAddresses()
    assignDocumentAddresses()
    addLists()
    addEventLists()
    addOverviews()
    addDocumentPages()
    addCalendars()
    addFiles()
    addAliases()
    checkFolders()
    let plan = SitePlan(
      pages: pages, files: files, calendars: calendars, documentAddresses: documentAddresses,
      fileAddresses: fileAddresses)
    return (plan, diagnostics)
  }

  private mutating func reserveFixedAddresses() {
    add(SitePlan.Page(address: SitePlan.home, content: .home), owner: "главная страница")
    add(SitePlan.Page(address: SitePlan.notFound, content: .notFound), owner: "страница 404")
    for address in [SitePlan.feed, SitePlan.sitemap, SitePlan.robots] {
      claim(address, Owner(name: "файл сайта \(address.path)", location: nil, source: nil))
    }
  }

  private mutating func assignDocumentAddresses() {
    for id in catalogue.graph.ids where catalogue.isPublished(id) {
      let document = catalogue.graph[id]
      let slug = document.entity.slug?.value.text ?? Transliteration.slug(document.decoded.id)
      guard !slug.isEmpty, !WindowsName.isReserved(slug) else {
        diagnostics.append(
          Diagnostic(
            .nameInvalid,
            Phrase(
              "из имени «\(document.decoded.id)» не получается адрес страницы",
              en: "the id “\(document.decoded.id)” gives no address"),
            at: SourceLocation(file: document.decoded.path),
            advice: Phrase("назовите файл иначе или задайте поле slug", en: "rename the file or set slug")))
        continue
      }
      let folder = document.kind.address
      documentAddresses[id.index] = Address(folder.isEmpty ? "\(slug).html" : "\(folder)/\(slug).html")
    }
  }

  private mutating func addLists() {
    for kind in Kind.listed where kind != .event && catalogue.hasList(of: kind) {
      addList(of: kind, catalogue.ids(of: kind))
    }
    if catalogue.hasList(of: .bulletin) {
      claim(SitePlan.bulletinFeed, Owner(name: "лента бюллетеней", location: nil, source: nil))
    }
  }

  private mutating func addEventLists() {
    guard catalogue.hasList(of: .event) else { return }
    add(.init(address: SitePlan.listAddress(of: .event), content: .upcomingEvents), owner: "список событий")
    for year in catalogue.pastEventYears {
      add(.init(address: SitePlan.pastEvents(year), content: .pastEvents(year)), owner: "события года \(year.text)")
    }
  }

  private mutating func addOverviews() {
    if catalogue.hasCorrespondence {
      add(.init(address: SitePlan.correspondence, content: .correspondence), owner: "таблица соответствия")
    }
    if !catalogue.materials.isEmpty {
      for year in [nil] + catalogue.materialYears.map(Optional.some) {
        add(.init(address: SitePlan.coverage(year), content: .coverage(year)), owner: "охват")
      }
    }
    if catalogue.hasReuse {
      add(.init(address: SitePlan.reuse, content: .reuse), owner: "страница «Кто у кого взял»")
    }
    if hasReport { add(.init(address: SitePlan.report, content: .report), owner: "отчёт сети") }
  }

  private mutating func addList(of kind: Kind, _ items: [DocumentID]) {
    for part in parts(items, first: SitePlan.listAddress(of: kind), others: "\(kind.address)/") {
      let address = part.address(ofPart: part.number)
      add(.init(address: address, content: .list(kind, part)), owner: "список «\(kind.listTitle)»")
    }
  }

  private mutating func addDocumentPages() {
    let graph = catalogue.graph
    for id in graph.ids {
      guard let address = documentAddresses[id.index] else { continue }
      let owner = Owner(
        name: "документ \(graph[id].decoded.path)", location: SourceLocation(file: graph[id].decoded.path), source: nil)
      switch graph[id].kind {
      case .direction:
        addParts(catalogue.materials(naming: id, as: .directions), address, owner) { .direction(id, $0) }
      case .kindergarten:
        addParts(catalogue.materials(naming: id, as: .kindergartens, .host), address, owner) { .kindergarten(id, $0) }
      default: add(.init(address: address, content: .document(id)), owner: owner)
      }
    }
  }

  private mutating func addParts(
    _ items: [DocumentID], _ address: Address, _ owner: Owner, content: (SitePlan.ListPart) -> SitePlan.Content
  ) {
    let others = String(address.path.dropLast(".html".count)) + "/"
    for part in parts(items, first: address, others: others) {
      add(.init(address: part.address(ofPart: part.number), content: content(part)), owner: owner)
    }
  }

  private func parts(_ items: [DocumentID], first: Address, others: String) -> [SitePlan.ListPart] {
    let count = max(1, (items.count + SitePlan.listLength - 1) / SitePlan.listLength)
    return (1...count).map { number in
      let start = (number - 1) * SitePlan.listLength
      let end = min(items.count, start + SitePlan.listLength)
      return SitePlan.ListPart(
        items: Array(items[start..<end]), number: number, partCount: count, first: first, others: others)
    }
  }

  /// One of the network, one of each direction, kindergarten and community that has events, one of each event.
  private mutating func addCalendars() {
    guard catalogue.hasList(of: .event) else { return }
    addCalendar(SitePlan.networkCalendar, nil, catalogue.events)
    for kind in [Kind.direction, .kindergarten, .community, .event] {
      for id in catalogue.ids(of: kind) {
        guard let page = documentAddresses[id.index] else { continue }
        let events = kind == .event ? [id] : catalogue.events(of: id)
        guard !events.isEmpty else { continue }
        addCalendar(Address(page.path.dropLast("html".count) + "ics"), id, events)
      }
    }
  }

  private mutating func addCalendar(_ address: Address, _ document: DocumentID?, _ events: [DocumentID]) {
    calendars.append(.init(address: address, document: document, events: events))
    let location = document.map { catalogue.graph.location($0) }
    claim(address, Owner(name: "календарь \(address.path)", location: location, source: nil))
  }

  /// Each document's files stand in a folder of its name: `proekty/ogorod-na-okne/plan.pdf`.
  private mutating func addFiles() {
    let graph = catalogue.graph
    for id in graph.ids {
      guard let address = documentAddresses[id.index] else { continue }
      let document = graph[id]
      let folder = String(address.path.dropLast(".html".count))
      var sources = document.filePaths.compactMap { $0 }
      for case .file(let path) in document.linkTargets { sources.append(path) }
      for source in sources {
        let key = SitePlan.FileKey(document: id, source: source)
        guard fileAddresses[key] == nil else { continue }
        let file = Address("\(folder)/\(Self.publishedName(source.fileName))")
        fileAddresses[key] = file
        files.append(.init(source: source, address: file))
        claim(
          file, Owner(name: "файл \(source)", location: SourceLocation(file: document.decoded.path), source: source))
      }
    }
  }

  /// `План работы.DOCX` → `plan-raboty.docx`
  private static func publishedName(_ name: String) -> String {
    guard let dot = name.utf8.lastIndex(of: UInt8(ascii: ".")) else { return Transliteration.slug(name) }
    let stem = Transliteration.slug(String(name[..<dot]))
    return (stem.isEmpty ? "fayl" : stem) + name[dot...].lowercased()
  }

  /// A page stands at each address that a document had before, and leads on to it.
  private mutating func addAliases() {
    for id in catalogue.graph.ids {
      guard let target = documentAddresses[id.index], let material = catalogue.graph[id].material else { continue }
      for alias in material.aliases {
        var path = alias.value.text
        if path.hasPrefix("/") { path.removeFirst() }
        if path.hasSuffix("/") { path += "index.html" }
        let location = catalogue.graph.location(id, alias.range)
        if path.split(separator: "/").contains(where: { $0.utf8.count > 255 }) {
          diagnostics.append(
            Diagnostic(
              .addressTooLong, Phrase("часть адреса длиннее 255 байт", en: "a part of the address is over 255 bytes"),
              at: location))
          continue
        }
        let owner = Owner(name: "старый адрес в \(catalogue.graph[id].decoded.path)", location: location, source: nil)
        add(.init(address: Address(path), content: .redirect(to: target)), owner: owner)
      }
    }
  }

  /// No file may have the name of a folder that other files stand in.
  private mutating func checkFolders() {
    for (key, owner) in owners.sorted(by: { $0.key < $1.key }) {
      var folder = key.folderPath
      while !folder.isEmpty {
        if let other = owners[folder] {
          let location = owner.location ?? other.location ?? SourceLocation(file: SiteConfiguration.fileName)
          diagnostics.append(
            Diagnostic(
              .addressDuplicate,
              Phrase(
                "адрес «\(folder)» нужен и как папка, и как файл: \(owner.name) и \(other.name)",
                en: "the address “\(folder)” is wanted as a folder and as a file: \(owner.name) and \(other.name)"),
              at: location, advice: Phrase("измените один из адресов", en: "change one of them")))
        }
        folder = folder.folderPath
      }
    }
  }

  private mutating func add(_ page: SitePlan.Page, owner: String) {
    add(page, owner: Owner(name: owner, location: nil, source: nil))
  }

  private mutating func add(_ page: SitePlan.Page, owner: Owner) {
    if claim(page.address, owner) { pages.append(page) }
  }

  @discardableResult
  private mutating func claim(_ address: Address, _ owner: Owner) -> Bool {
    guard let other = owners.updateValue(owner, forKey: address.comparisonKey) else { return true }
    owners[address.comparisonKey] = other
    if let source = owner.source, source == other.source { return false }
    let location = owner.location ?? other.location ?? SourceLocation(file: SiteConfiguration.fileName)
    let notes = other.location.map { [Diagnostic.Note(Phrase("занят здесь", en: "taken here"), at: $0)] } ?? []
    diagnostics.append(
      Diagnostic(
        .addressDuplicate,
        Phrase(
          "адрес «\(address.path)» нужен двоим: \(other.name) и \(owner.name)",
          en: "two want the address “\(address.path)”: \(other.name) and \(owner.name)"),
        at: location,
        advice: Phrase("переименуйте файл или задайте поле slug", en: "rename the file or set slug"), notes: notes))
    return false
  }
}
