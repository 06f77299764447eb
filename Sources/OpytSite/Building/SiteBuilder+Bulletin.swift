import OpytCatalogue
import OpytDiagnostics
import OpytFiles
import OpytLayout
import OpytModel
import OpytNetwork
import OpytOutputs
import OpytPages
import OpytText

/// What an issue of the bulletin is printed as.
package enum BulletinFormat: String, CaseIterable, Sendable {
  /// One file for e-mail.
  case html
  /// A digest for messengers.
  case text
}

extension SiteBuilder {
  /// Reads and checks everything, and prints one issue of the bulletin where there is no error.
  /// - Parameters:
  ///   - number: as it was typed.
  ///   - output: the file to write; nil to hand back the bytes.
  package func bulletin(_ number: String, as format: BulletinFormat, output: String?) throws(Failure) -> Outcome {
    let number = try Self.bulletinNumber(parsing: number)
    let read = try readConfiguration()
    let configuration = read.configuration
    let path = try output.map { path throws(Failure) in try filePath(path, configuration) }
    var site = try checkedSite(read)
    guard let layouts = site.soundLayouts else { return Outcome(site, nil) }
    let issue = try issue(number, of: site, site.presentationContext(layouts))
    let bytes = bytes(of: issue, as: format, site, layouts)
    site.stopwatch.lap(.rendering)
    try checkInterruption()
    guard let path else { return Outcome(site, .bulletin(number: number, bytes: bytes)) }
    try write(bytes, to: path)
    site.stopwatch.lap(.publishing)
    return Outcome(site, .bulletinFile(number: number, path: path))
  }

  func bytes(
    of issue: BulletinIssue, as format: BulletinFormat, _ site: CheckedSite, _ layouts: LayoutSet
  ) -> [UInt8] {
    switch format {
    case .html:
      var buffer = OutputBuffer(capacity: 1 << 15)
      let model = BulletinMailModel(issue, of: site.configuration)
      layouts.render(BulletinMailModel.root.name, BulletinMailModel.schema, model, into: &buffer)
      return buffer.bytes
    case .text: return Array(BulletinDigest(issue, site.strings, site.configuration.language.typography).text.utf8)
    }
  }

  private static func bulletinNumber(parsing text: String) throws(Failure) -> Int {
    if text.utf8.allSatisfy({ (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }), let number = Int(text) {
      return number
    }
    throw .usage(
      Phrase(
        "номер выпуска – целое число, например 3, а не «\(text)»",
        en: "an issue's number is a whole number such as 3, not “\(text)”"))
  }

  /// Writes a file of its own, whole or not at all.
  func write(_ bytes: [UInt8], to path: String) throws(Failure) {
    try Failure.machine { () throws(MachineFailure) in
      try FileSystem.makeFolders(path.folderPath)
      try StagedFile(bytes, for: path).commitOrDiscard()
    }
  }

  /// The file to write, absolute and without links.
  func filePath(_ output: String, _ configuration: SiteConfiguration) throws(Failure) -> String {
    let absolute = Self.absolute(output)
    let path = FileSystem.realPath(absolute) ?? absolute
    if let status = FileSystem.status(path, followingLinks: true), status.type != .file {
      throw .usage(
        Phrase("\(path) – не файл: укажите другое имя (--output)", en: "\(path) is no file: give another (--output)"))
    }
    guard OutputFolder.isHarmless(path, sources: sources(configuration)) else {
      throw .usage(
        Phrase(
          "\(path) лежит среди исходных файлов сайта: укажите другое место (--output)",
          en: "\(path) is among the site's sources: give another place (--output)"))
    }
    return path
  }

  func issue(
    _ number: Int, of site: CheckedSite, _ context: PresentationContext
  ) throws(Failure) -> BulletinIssue {
    let issues = site.catalogue.ids(of: .bulletin).compactMap { id in
      (site.network.graph[id].entity as? Bulletin).map { (id: id, bulletin: $0) }
    }
    guard let (id, bulletin) = issues.first(where: { $0.bulletin.number.value == number }) else {
      throw Failure.noIssue(number, among: issues.map(\.bulletin.number.value))
    }
    let text = try Failure.machine { () throws(MachineFailure) in
      try loader(site.configuration, site.theme).letter(of: site.network.graph[id].decoded, in: site.reading)
    }
    return BulletinIssue(id, bulletin, text, context)
  }
}

extension SiteBuilder.Failure {
  /// How many numbers a message names.
  private static let shownNumbers = 8

  static func noIssue(_ number: Int, among numbers: [Int]) -> Self {
    guard !numbers.isEmpty else {
      return .usage(
        Phrase(
          "выпуска № \(number) нет: в сети пока нет ни одного бюллетеня",
          en: "no issue \(number): the network has no bulletins yet"))
    }
    // Near numbers may lie far apart: the difference must not overflow.
    let nearest = numbers.sorted { ($0 - number).magnitude < ($1 - number).magnitude }.prefix(shownNumbers).sorted()
    let list = nearest.map { "№ \($0)" }.joined(separator: ", ")
    let englishList = nearest.map(String.init).joined(separator: ", ")
    if numbers.count <= shownNumbers {
      return .usage(
        Phrase("выпуска № \(number) нет: есть \(list)", en: "no issue \(number): there are \(englishList)"))
    }
    return .usage(
      Phrase(
        "выпуска № \(number) нет: ближайшие – \(list)", en: "no issue \(number): the nearest are \(englishList)"))
  }
}

extension StagedFile {
  /// Puts the file in its place, or leaves nothing behind.
  fileprivate func commitOrDiscard() throws(MachineFailure) {
    do throws(MachineFailure) {
      try commit()
    } catch {
      discard()
      throw error
    }
  }
}
