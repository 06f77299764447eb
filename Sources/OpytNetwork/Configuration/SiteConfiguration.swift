package import OpytDiagnostics
package import OpytMarkup
package import OpytModel
package import OpytText

/// What the operator of a site decides, from `site-config.json`.
package struct SiteConfiguration: Sendable {
  package static let fileName = "site-config.json"
  package static let defaultOutput = "public"

  /// An item of the menu as it was written: a link, or a group of links under a name.
  package struct MenuItem: Sendable {
    package let title: String
    /// One for a plain item, which has its title.
    package let links: [MenuLink]
    package let isPlain: Bool
  }

  /// Who signs certificates; what is not told is left empty, to be written by hand.
  package struct CertificateSigner: Sendable {
    package let signer: String
    package let position: String
    package let organization: String
  }

  /// A place where the members of the network talk.
  package struct Channel: Sendable {
    package let title: String
    package let url: WebAddress?
  }

  /// What leads somewhere in the menu.
  package struct MenuLink: Sendable {
    package let title: String
    package let link: String
    package let range: SourceRange
  }

  package var title: String
  package var description: String
  package var language: Language
  /// Nil where it is not known: then feeds, the sitemap and canonical addresses are left out.
  package var baseURL: SiteAddress?
  package var municipality: String?
  /// Folders, from the site's folder.
  package var content: String
  package var layouts: String
  package var output: String
  /// Where `output` was written; nil for the default.
  package var outputRange: SourceRange?
  package var menu: [MenuItem]
  package var channels: [Channel]
  /// Where those write who tried a material.
  package var email: String?
  package var vocabularies: Vocabularies
  package var readingLimits: ReadingLimits
  package var fileLimits: FileLimits
  package var policy: GraphInvariants.Policy
  /// Its name in the time zone database.
  package var timeZone: String
  /// Whether the site has the coordinator's page «Отчёт сети».
  package var hasReport: Bool
  /// Who signs certificates.
  package var certificate: CertificateSigner
  /// Which warnings keep the site from being published.
  package var strictness: Strictness

  /// Reads the configuration. Nil when it has errors; the diagnostics say which, at line and column.
  package static func read(_ bytes: [UInt8]) -> (configuration: SiteConfiguration?, diagnostics: [Diagnostic]) {
    let (node, syntaxDiagnostics) = JSONReader.read(bytes, file: fileName)
    guard let node else { return (nil, syntaxDiagnostics) }
    var (file, diagnostics) = RecordReader.read(ConfigurationFile.self, from: node, path: fileName, isJSON: true)
    diagnostics = syntaxDiagnostics + diagnostics
    for folder in [file.content, file.layouts].compactMap({ $0 }) where !isInside(folder.value) {
      diagnostics.append(
        Diagnostic(
          .pathOutside, Phrase("папка «\(folder.value)» вне папки сайта", en: "“\(folder.value)” is outside the site"),
          at: SourceLocation(file: fileName, range: folder.range)))
    }
    diagnostics += file.menu.compactMap(menuFault)
    if diagnostics.containsErrors { return (nil, diagnostics) }
    return (SiteConfiguration(file), diagnostics)
  }

  /// The language that the configuration asks for, also where it is wrong elsewhere; Russian where none can be made
  /// out.
  package static func language(in bytes: [UInt8]) -> Language {
    guard let node = JSONReader.read(bytes, file: fileName).value else { return .russian }
    return language(of: RecordReader.read(ConfigurationFile.self, from: node, path: fileName, isJSON: true).record)
  }

  private static func language(of file: ConfigurationFile) -> Language {
    file.language.flatMap { Language(rawValue: $0.value.key) } ?? .russian
  }

  private init(_ file: ConfigurationFile) {
    title = file.title.value
    description = file.description?.value ?? ""
    language = Self.language(of: file)
    // What is no address was told when the file was read.
    baseURL = file.baseURL.flatMap { try? SiteAddress(parsing: $0.value.text) }
    municipality = file.municipality?.value
    content = file.content?.value ?? "content"
    layouts = file.layouts?.value ?? "layouts"
    output = file.output?.value ?? Self.defaultOutput
    outputRange = file.output?.range
    menu = file.menu.map(MenuItem.init)
    channels = file.channels.map { channel in
      let text = channel.url.value.text
      return Channel(
        title: channel.title.value, url: WebAddress(authored: text.contains("://") ? text : "mailto:" + text))
    }
    email = file.email?.value.text
    vocabularies = Vocabularies()
    vocabularies.add(file.vocabularies.positions.map(\.value), to: Positions.vocabulary)
    vocabularies.add(file.vocabularies.forms.map(\.value), to: Forms.vocabulary)
    vocabularies.add(file.vocabularies.communityTypes.map(\.value), to: CommunityTypes.vocabulary)
    vocabularies.consentPattern = file.consentPattern.map { ConsentPattern($0.value.text) }
    readingLimits = ReadingLimits()
    if let kilobytes = file.limits.fileKilobytes?.value { readingLimits.fileBytes = kilobytes << 10 }
    fileLimits = FileLimits()
    if let megabytes = file.limits.attachmentMegabytes?.value { fileLimits.attachmentBytes = megabytes << 20 }
    if let megabytes = file.limits.photoMegabytes?.value { fileLimits.photoBytes = megabytes << 20 }
    timeZone = file.timeZone?.value.text ?? "Europe/Moscow"
    hasReport = file.report?.value ?? false
    certificate = CertificateSigner(
      signer: file.certificate.signer?.value ?? "", position: file.certificate.position?.value ?? "",
      organization: file.certificate.organization?.value ?? "")
    strictness = file.strict?.strictness ?? .none
    policy = GraphInvariants.Policy()
    policy.photoConsentRequired = file.photoConsentRequired?.value ?? false
  }

  /// An item leads somewhere itself or has items that do.
  private static func menuFault(_ entry: ConfigurationFile.MenuEntry) -> Diagnostic? {
    let isEmpty = entry.link == nil && entry.items.isEmpty
    guard isEmpty || (entry.link != nil && !entry.items.isEmpty), !entry.title.value.isEmpty else { return nil }
    let title = entry.title.value
    return Diagnostic(
      isEmpty ? .valueMissing : .valueInvalid,
      isEmpty
        ? Phrase("пункт меню «\(title)» никуда не ведёт", en: "the menu item “\(title)” leads nowhere")
        : Phrase(
          "у пункта меню «\(title)» и своя ссылка, и вложенные пункты",
          en: "the menu item “\(title)” has both a link and items"),
      at: SourceLocation(file: fileName, range: entry.title.range),
      advice: isEmpty
        ? Phrase(
          "добавьте ему link – ссылку – или items – вложенные пункты", en: "give it a link, or items of its own")
        : Phrase("оставьте одно: link или items", en: "keep one of them: link or items"))
  }

  private static func isInside(_ folder: String) -> Bool {
    let names = folder.pathNames
    return names.first?.isEmpty == false && !names.contains("..") && folder != "."
  }
}

extension SiteConfiguration.MenuItem {
  init(_ entry: ConfigurationFile.MenuEntry) {
    title = entry.title.value
    isPlain = entry.link != nil
    links =
      entry.link.map { [SiteConfiguration.MenuLink(title: entry.title.value, link: $0.value, range: $0.range)] }
      ?? entry.items.map {
        SiteConfiguration.MenuLink(title: $0.title.value, link: $0.link.value, range: $0.link.range)
      }
  }
}
