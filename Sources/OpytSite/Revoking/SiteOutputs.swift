import OpytCatalogue
import OpytFiles
import OpytLayout
import OpytModel
import OpytOutputs
import OpytPages
import OpytSearch
import OpytText

/// All that a site gives to the world, by what it hashes to: two sites are compared by it without keeping either.
struct SiteOutputs: Sendable {
  /// Pages, feeds, calendars, style sheets, by path.
  var files: [String: Fingerprint] = [:]
  /// The authors' files, by path: what each is made from.
  var copies: [String: Fingerprint] = [:]
  /// Letters and digests, by the number of the issue.
  var issues: [Int: Fingerprint] = [:]
  /// By year and name.
  var tables: [AcademicYear: [String: Fingerprint]] = [:]
  /// The paths of files in which a name was found.
  var named: Set<String> = []

  /// The authors' files as they are published.
  struct Copies: Sendable {
    /// What pages tell of them, by source.
    var facts: [String: PublishedFileFacts] = [:]
    /// What they are made from, by source.
    var sources: [String: Fingerprint] = [:]
  }
}

extension RenderedSite {
  /// Prints everything, and keeps of it what it hashes to.
  /// - Parameter trace: the name to look for; nil to look for none.
  func outputs(_ made: SiteOutputs.Copies, lookingFor trace: NameTrace?) throws(MachineFailure) -> SiteOutputs {
    let context = context(made.facts)
    var outputs = SiteOutputs()
    for file in copies { outputs.copies[file.address.path] = made.sources[file.source] }
    for (address, bytes) in extras(context) + longFiles(context).map({ ($0.address, $0.bytes) }) {
      outputs.files[address.path] = Fingerprint(of: bytes)
      if trace?.isFound(in: bytes) == true { outputs.named.insert(address.path) }
    }
    let results = workers.map(site.plan.pages, keeping: PageTools(keepsForms: false)) { page, tools in
      if interruption.isRequested { return Result<(String, Fingerprint, Bool, FoundWords?), MachineFailure>?.none }
      do throws(MachineFailure) {
        let model = try page.modelled(context, site.network)
        tools.buffer.reset()
        model.render(into: &tools.buffer)
        let bytes = tools.buffer.bytes
        let isNamed = trace?.isFound(in: bytes) ?? false
        return .success((page.address.path, Fingerprint(of: bytes), isNamed, FoundWords(model, tools.collector)))
      } catch {
        return .failure(error)
      }
    }
    var words: [DocumentID: DocumentWords] = [:]
    for (path, digest, isNamed, found) in try Self.gathered(results) {
      outputs.files[path] = digest
      if isNamed { outputs.named.insert(path) }
      if let found { words[found.document] = found.words }
    }
    // It names nobody whom a page does not name.
    for file in searchIndex(words, context) { outputs.files[file.address.path] = Fingerprint(of: file.bytes) }
    guard site.catalogue.edition == .open else { return outputs }
    // People are in the tables of every year: those of the present one are made where no year is asked for.
    let catalogue = site.catalogue
    for year in Set(catalogue.networkYears + catalogue.planYears + [AcademicYear(containing: catalogue.today)]) {
      let files = YearReport(context, year: year).files
      outputs.tables[year] = Dictionary(
        files.map { ($0.name, Fingerprint(of: $0.bytes)) }, uniquingKeysWith: { first, _ in first })
    }
    return outputs
  }
}
