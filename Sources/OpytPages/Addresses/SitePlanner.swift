import Foundation
package import OpytCatalogue
package import OpytDiagnostics
import OpytModel
package import OpytNetwork
import OpytText

/// Gives every document, page and file its address, and tells where two want the same one.
package struct SitePlanner {
  private let catalogue: Catalogue
  private let hasReport: Bool
  private let ledger: AddressLedger?
  private var pages: [any SitePage] = []
  private var files: [SitePlan.PublishedFile] = []
  private var calendars: [SitePlan.Calendar] = []
  private var feeds: [SitePlan.Feed] = []
  private var pictures: [(picture: SharePicture, address: Address)] = []
  private var documentAddresses: [Address?]
  private var fileAddresses: [SitePlan.FileKey: Address] = [:]
  private var owners: [String: Claimant] = [:]
  private var diagnostics: [Diagnostic] = []

  /// - Parameters:
  ///   - hasReport: whether the site has the coordinator's page «Отчёт сети».
  ///   - ledger: of the pages that the site had before.
  package init(_ catalogue: Catalogue, hasReport: Bool = false, ledger: AddressLedger? = nil) {
    self.catalogue = catalogue
    self.hasReport = hasReport
    self.ledger = ledger
    documentAddresses = Array(repeating: nil, count: catalogue.graph.documents.count)
  }

  /// What it all comes to; what no address could be given to is told, and left out.
  package consuming func plan() -> (plan: SitePlan, diagnostics: [Diagnostic]) {
    for address in [SiteFile.sitemap, SiteFile.robots] { claim(address, .siteFile(address)) }
    assignDocumentAddresses()
    let outline = SiteOutline(
      catalogue: catalogue, hasReport: hasReport, documentAddresses: documentAddresses,
      removals: ledger?.entries.filter { $0.removed != nil && !LedgerComparison.isOfPerson($0.address) } ?? [])
    for type in PageTypes.all { addPages(of: type, outline) }
    addFeeds()
    addPictures()
    addData()
    addCalendars()
    addFiles()
    checkFolders()
    let plan = SitePlan(
      pages: pages, files: files, calendars: calendars, feeds: feeds, pictures: pictures,
      hasOpenData: OpenDataPage.exists(in: catalogue),
      documentAddresses: documentAddresses, fileAddresses: fileAddresses)
    return (plan, diagnostics)
  }

  private mutating func assignDocumentAddresses() {
    var known: Set<String> = []
    var kind: Kind?
    let namesakes = catalogue.graph.doubts.namesakes
    for id in catalogue.graph.ids where catalogue.isPublished(id) && !namesakes.contains(id) {
      let document = catalogue.graph[id]
      // Kinds stand together. Documents of one id want one address: that they have one id was told.
      if kind != document.kind { known.removeAll(keepingCapacity: true) }
      kind = document.kind
      guard known.insert(ReferenceKey.normalized(document.decoded.id)).inserted else { continue }
      let slug = document.addressName
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
      documentAddresses[id.index] = .page(of: document.kind, named: slug)
    }
  }

  private mutating func addPages<Page: SitePage>(of type: Page.Type, _ outline: SiteOutline) {
    for page in type.pages(of: outline) {
      if type.givesWay, owners[page.address.comparisonKey] != nil { continue }
      if claim(page.address, page.claimant) { pages.append(page) }
    }
  }

  /// No file system holds a longer name, and the system no longer path: half of it is left to the folder of the site.
  private mutating func isShort(_ address: Address, _ owner: Claimant) -> Bool {
    let isNameLong = address.path.utf8.split(separator: UInt8(ascii: "/")).contains { $0.count > 255 }
    guard isNameLong || address.path.utf8.count > Self.longestAddress else { return true }
    // An author's file is called as it will be published: that name may be the longer one.
    let (what, englishWhat) = owner.source.map { ("файла «\($0.fileName)» ", "of “\($0.fileName)” ") } ?? ("", "")
    diagnostics.append(
      Diagnostic(
        .addressTooLong,
        isNameLong
          ? Phrase("часть адреса \(what)длиннее 255 байт", en: "a part of the address \(englishWhat)is over 255 bytes")
          : Phrase(
            "адрес \(what)длиннее \(Self.longestAddress) байт",
            en: "the address \(englishWhat)is over \(Self.longestAddress) bytes"),
        at: owner.location ?? SourceLocation(file: SiteConfiguration.fileName),
        advice: owner.source == nil ? nil : Phrase("дайте файлу имя покороче", en: "give the file a shorter name")))
    return false
  }

  private static let longestAddress = 2000

  /// One of the network, of each kind of material and of bulletins, and of each direction, kindergarten and community that
  /// has materials.
  private mutating func addFeeds() {
    addFeed(.network, page: .home, SiteFile.feed)
    for kind in Kind.materials + [.bulletin] where !catalogue.ids(of: kind).isEmpty {
      addFeed(.kind(kind), page: .list(of: kind), SiteFile.feed(of: kind))
    }
    for id in [Kind.direction, .kindergarten, .community].flatMap(catalogue.ids) {
      guard let page = documentAddresses[id.index],
        !catalogue.materials(naming: id, as: .directions, .kindergartens, .community).isEmpty
      else { continue }
      addFeed(.document(id), page: page, page.withEnding("xml"))
    }
  }

  private mutating func addFeed(_ subject: SitePlan.Feed.Subject, page: Address, _ atom: Address) {
    let feed = SitePlan.Feed(subject: subject, page: page, atom: atom, json: Address(atom.path.dropLast(3) + "json"))
    feeds.append(feed)
    for address in [feed.atom, feed.json] { claim(address, .siteFile(address)) }
  }

  private mutating func addData() {
    guard OpenDataPage.exists(in: catalogue) else { return }
    for address in SiteFile.data(materials: catalogue.materials.count) { claim(address, .siteFile(address)) }
  }

  private mutating func addPictures() {
    for picture in SharePicture.all(catalogue) {
      let address = picture.address(picture.direction.flatMap { documentAddresses[$0.index] })
      // Whoever else has the address keeps it: then the network's picture is shown.
      if claim(address, .siteFile(address)) { pictures.append((picture, address)) }
    }
  }

  /// One of the network, one of each direction, kindergarten, community and plan that has something in it, one of each
  /// event.
  private mutating func addCalendars() {
    guard catalogue.hasList(of: .event) else { return }
    addCalendar(SiteFile.networkCalendar, nil, catalogue.occasions)
    for kind in [Kind.direction, .kindergarten, .community, .methodPlan] {
      for id in catalogue.ids(of: kind) { addCalendar(of: id, catalogue.occasions(of: id)) }
    }
    for occasion in catalogue.occasions where occasion.session == nil && occasion.action == nil {
      addCalendar(of: occasion.document, [occasion])
    }
  }

  private mutating func addCalendar(of id: DocumentID, _ occasions: [Occasion]) {
    guard let page = documentAddresses[id.index], !occasions.isEmpty else { return }
    addCalendar(page.withEnding("ics"), id, occasions)
  }

  private mutating func addCalendar(_ address: Address, _ document: DocumentID?, _ occasions: [Occasion]) {
    calendars.append(.init(address: address, document: document, occasions: occasions))
    let name = Phrase("календарь \(address.path)", en: "the calendar \(address.path)")
    claim(address, Claimant(name, at: document.map { catalogue.graph.location($0) }))
  }

  /// Each document's files stand in a folder of its name: `proekty/ogorod-na-okne/plan.pdf`.
  private mutating func addFiles() {
    let graph = catalogue.graph
    for id in graph.ids {
      guard let address = documentAddresses[id.index] else { continue }
      let document = graph[id]
      var sources = document.filePaths.compactMap { $0 }
      for case .file(let path) in document.linkTargets { sources.append(path) }
      for source in sources where catalogue.isShown(source) {
        let key = SitePlan.FileKey(document: id, source: source)
        guard fileAddresses[key] == nil else { continue }
        let file = Address(address.folder + Self.publishedName(source.fileName))
        fileAddresses[key] = file
        files.append(.init(source: source, address: file))
        let name = Phrase("файл \(source)", en: "the file \(source)")
        claim(file, Claimant(name, at: SourceLocation(file: document.decoded.path), source: source))
      }
    }
  }

  /// `План работы.DOCX` → `plan-raboty.docx`
  private static func publishedName(_ name: String) -> String {
    // A Mac writes one letter as two scalars: the file is the same.
    let name = name.precomposedStringWithCanonicalMapping
    guard let dot = name.utf8.lastIndex(of: UInt8(ascii: ".")) else { return Transliteration.slug(name) }
    let stem = Transliteration.slug(String(name[..<dot]))
    return (stem.isEmpty ? "fayl" : stem) + name[dot...].lowercased()
  }

  /// No file may have the name of a folder that other files stand in.
  private mutating func checkFolders() {
    for (key, owner) in owners.sorted(by: { $0.key < $1.key }) {
      var folder = key.folderPath
      while !folder.isEmpty {
        if let other = owners[folder] {
          diagnostics.append(
            Diagnostic(
              .addressDuplicate,
              Phrase(
                "адрес «\(folder)» нужен и как папка, и как файл: \(owner.name.russian) и \(other.name.russian)",
                en: """
                  the address “\(folder)” is wanted as a folder and as a file: \(owner.name.english) \
                  and \(other.name.english)
                  """),
              at: owner.location ?? other.location ?? SourceLocation(file: SiteConfiguration.fileName),
              advice: Phrase("измените один из адресов", en: "change one of them")))
        }
        folder = folder.folderPath
      }
    }
  }

  @discardableResult
  private mutating func claim(_ address: Address, _ owner: Claimant) -> Bool {
    guard isShort(address, owner) else { return false }
    guard let other = owners.updateValue(owner, forKey: address.comparisonKey) else { return true }
    owners[address.comparisonKey] = other
    if let source = owner.source, source == other.source { return false }
    let notes = other.location.map { [Diagnostic.Note(Phrase("занят здесь", en: "taken here"), at: $0)] } ?? []
    diagnostics.append(
      Diagnostic(
        .addressDuplicate,
        Phrase(
          "адрес «\(address.path)» нужен двоим: \(other.name.russian) и \(owner.name.russian)",
          en: "two want the address “\(address.path)”: \(other.name.english) and \(owner.name.english)"),
        at: owner.location ?? other.location ?? SourceLocation(file: SiteConfiguration.fileName),
        advice: Phrase("переименуйте файл или задайте поле slug", en: "rename the file or set slug"), notes: notes))
    return false
  }
}

extension Claimant {
  fileprivate static func siteFile(_ address: Address) -> Claimant {
    Claimant(Phrase("файл сайта \(address.path)", en: "the site's file \(address.path)"))
  }
}
