import OpytCatalogue
import OpytDiagnostics
import OpytFiles
import OpytLayout
import OpytMedia
import OpytModel
import OpytNetwork
import OpytOutputs
import OpytPages
import OpytText

extension SiteBuilder {
  /// Tells what becomes of the site when a consent is withdrawn, and changes nothing: prints the site as it is and the
  /// site as it would be, both into nothing, and compares them.
  /// - Parameter number: as it was typed.
  package func revoke(_ number: String) throws(Failure) -> Outcome {
    let read = try readConfiguration()
    return try revoke(number, read)
  }

  /// - Parameter previous: what is known of the site already.
  func revoke(
    _ number: String, _ read: ReadConfiguration, after previous: CheckedSite? = nil
  ) throws(Failure) -> Outcome {
    var site = try checkedSite(read, after: previous)
    let documents = site.network.graph.documents.map(\.decoded)
    let uses = documents.flatMap { document in document.consentUses.map { (document: document, use: $0) } }
    guard let consent = ConsentNumber.meant(by: number, among: uses.map(\.use.number.value)) else {
      let problem = Diagnostic.consentUnknown(
        number, among: uses.map(\.use.number.value), at: read.configuration.content)
      return Outcome(
        report: DiagnosticReport([problem], fileCount: site.network.fileCount),
        language: read.configuration.language, product: nil, stopwatch: site.stopwatch)
    }
    let named = uses.filter { $0.use.number.value.isSame(as: consent) }
    guard let layouts = site.soundLayouts else { return Outcome(site, nil) }
    let after = try checked(
      site.reading.withdrawing(consent, from: read.today), read, site.theme, site.stopwatch)
    let (made, faults) = try made(of: rendered(site, layouts))
    guard faults.isEmpty else { return Outcome(site.adding(faults), nil) }
    let trace = trace(of: named.map(\.document), site)
    let old = try outputs(rendered(site, layouts), made, nil)
    let new = try outputs(rendered(after, layouts), made, trace)
    site.stopwatch.lap(.rendering)
    let difference = SiteDifference(from: old, to: new, base: read.configuration.baseURL)
    let words = new.named.isEmpty ? [] : try self.words(trace, after, on: new.named)
    let revocation = Revocation(
      number: named.first?.use.number.value.text ?? number, day: read.today, edition: options.edition,
      hasClosed: documents.contains(where: \.isMembersOnly),
      uses: named.map { Revocation.Use($0.use, in: $0.document, read.today) }, vanishing: difference.vanishing,
      changing: difference.changing, copies: difference.copies, words: words,
      wordPages: difference.outputs(Array(new.named)), samePictures: difference.samePictures)
    // What the withdrawal itself makes wrong will have to be mended: it is no error yet.
    let known = Set(site.diagnostics.map { "\($0.code) \($0.location)" })
    let caused = after.diagnostics.filter { $0.severity == .error && !known.contains("\($0.code) \($0.location)") }
      .map { problem in
        var problem = problem
        problem.severity = .warning
        return problem
      }
    return Outcome(
      report: DiagnosticReport(caused, fileCount: site.network.fileCount), language: read.configuration.language,
      product: .revocation(revocation), stopwatch: site.stopwatch)
  }

  private func rendered(_ site: CheckedSite, _ layouts: LayoutSet) -> RenderedSite {
    RenderedSite(
      site: site, layouts: layouts, siteFolder: siteFolder, workers: workers, interruption: interruption,
      // Where the members' edition stands is not known here.
      standing: options.edition == .open ? standingCopies(in: outputPath(site.configuration)) : nil)
  }

  /// The authors' files, made once for both sites.
  private func made(
    of rendered: RenderedSite
  ) throws(Failure) -> (copies: SiteOutputs.Copies, faults: [String: MediaFault]) {
    let results = rendered.workers.map(rendered.copies) { file in
      rendered.interruption.isRequested
        ? nil : Result { () throws(MachineFailure) in (file.source, try rendered.published(file)) }
    }
    let all = try Failure.machine { () throws(MachineFailure) in try RenderedSite.gathered(results) }
    try checkInterruption()
    var copies = SiteOutputs.Copies()
    var faults: [String: MediaFault] = [:]
    for (source, copy) in all {
      switch copy {
      case .success(let made):
        copies.facts[source] = made.facts
        copies.sources[source] = made.source
      case .failure(let fault): faults[source] = fault
      }
    }
    return (copies, faults)
  }

  private func outputs(
    _ rendered: RenderedSite, _ made: SiteOutputs.Copies, _ trace: NameTrace?
  ) throws(Failure) -> SiteOutputs {
    var outputs = try Failure.machine { () throws(MachineFailure) in
      try rendered.outputs(made, lookingFor: trace)
    }
    // Letters and tables are of the open edition.
    guard options.edition == .open else { return outputs }
    let context = rendered.context(made.facts)
    for id in rendered.site.catalogue.ids(of: .bulletin) {
      guard let bulletin = rendered.site.network.graph[id].entity as? Bulletin else { continue }
      let number = bulletin.number.value
      let issue = try issue(number, of: rendered.site, context)
      var hasher = StableHasher()
      for format in BulletinFormat.allCases {
        hasher.combine(bytes(of: issue, as: format, rendered.site, rendered.layouts))
      }
      outputs.issues[number] = hasher.fingerprint
    }
    try checkInterruption()
    return outputs
  }

  /// What finds the person of a consent in words; nil where it is nobody's or several people's.
  private func trace(of documents: [DecodedDocument], _ site: CheckedSite) -> NameTrace? {
    let people = documents.filter { $0.kind == .person }
    guard let person = people.first, people.count == 1 else { return nil }
    let others = site.network.graph.documents.map(\.decoded).filter { $0.kind == .person && $0.path != person.path }
    return NameTrace(person.title, others: others.map(\.title))
  }

  /// The lines that name somebody in words, in the documents whose own pages do.
  /// - Parameter pages: the paths of those that have the name on them.
  private func words(
    _ trace: NameTrace?, _ site: CheckedSite, on pages: Set<String>
  ) throws(Failure) -> [SourceLocation] {
    guard let trace else { return [] }
    let graph = site.network.graph
    let paths = graph.ids.filter { id in site.plan.address(of: id).map { pages.contains($0.path) } ?? false }
      .map { graph[$0].decoded.path }
    let found = workers.map(paths) { path in
      Result { () throws(MachineFailure) in (path, trace.lines(in: try site.reading.folder.contents(of: path))) }
    }
    var places: [SourceLocation] = []
    for result in found {
      let (path, lines) = try Failure.machine { () throws(MachineFailure) in try result.get() }
      places += lines.map { line in
        let start = SourcePosition(line: line, column: 1)
        return SourceLocation(file: path, range: SourceRange(start: start, end: start))
      }
    }
    return places.sorted()
  }
}

extension Revocation.Use {
  fileprivate init(_ use: ConsentUse, in document: DecodedDocument, _ today: CalendarDate) {
    let field = document.keyLanguage == .russian ? "отозвано" : "withdrawn"
    let location = SourceLocation(file: document.path, range: use.number.range)
    let mend = "\(field): \(today.iso)"
    switch use.shown {
    case .person:
      self.init(
        title: document.title, photo: nil, location: location, hasEnded: use.hasEnded(on: today), mend: mend)
    case .photo(let photo):
      self.init(
        title: photo.alt.value, photo: photo.file.text, location: location, hasEnded: use.hasEnded(on: today),
        mend: mend)
    }
  }
}

extension Diagnostic {
  /// How many numbers a message names.
  private static let shownNumbers = 8

  fileprivate static func consentUnknown(
    _ typed: String, among numbers: [ConsentNumber], at content: String
  ) -> Diagnostic {
    var known: [ConsentNumber] = []
    for number in numbers where !known.contains(where: number.isSame) { known.append(number) }
    let near = ConsentNumber.near(typed, among: known)
    let shown = ConsentNumber.ordered(near.isEmpty ? known : near, by: typed).prefix(shownNumbers).map(\.text)
    let rest = near.isEmpty ? known.count - shown.count : 0
    let list = shown.map { "«\($0)»" }.joined(separator: ", ")
    let advice: Phrase =
      if known.isEmpty {
        Phrase("ни в одном документе нет согласия («согласие», consent)", en: "no document names a consent")
      } else if near.isEmpty {
        Phrase(
          "записаны: \(list)\(rest > 0 ? " и\u{A0}ещё \(rest)" : "")",
          en: "there are: \(list)\(rest > 0 ? " and \(rest) more" : "")")
      } else {
        Phrase("возможно, \(list)", en: "did you mean \(list)?")
      }
    return Diagnostic(
      .consentUnknown,
      Phrase("согласия «\(typed)» нет ни в одном документе", en: "no document names the consent “\(typed)”"),
      at: SourceLocation(file: content), advice: advice)
  }
}
