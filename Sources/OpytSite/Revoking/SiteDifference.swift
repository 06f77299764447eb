import OpytModel
import OpytNetwork
import OpytPages
import OpytText

/// In what two sites differ: every output whose bytes are others, or that only one of them has.
struct SiteDifference {
  private let old: SiteOutputs
  private let new: SiteOutputs
  private let base: SiteAddress?

  init(from old: SiteOutputs, to new: SiteOutputs, base: SiteAddress?) {
    self.old = old
    self.new = new
    self.base = base
  }

  var vanishing: [Revocation.Output] {
    outputs(old.files.keys.filter { new.files[$0] == nil } + old.copies.keys.filter { new.copies[$0] == nil })
  }

  /// Those that only the new site has are no less changed.
  var changing: [Revocation.Output] {
    outputs(
      new.files.filter { old.files[$0.key] != $0.value }.map(\.key)
        + new.copies.filter { old.copies[$0.key] != $0.value }.map(\.key))
  }

  var copies: [Revocation.Copy] {
    let issues = Set(old.issues.keys).union(new.issues.keys).sorted().filter { old.issues[$0] != new.issues[$0] }
    let years = Set(old.tables.keys).union(new.tables.keys).sorted()
    let tables = years.flatMap { year -> [Revocation.Copy] in
      let (then, now) = (old.tables[year] ?? [:], new.tables[year] ?? [:])
      let names = Set(then.keys).union(now.keys).sorted().filter { then[$0] != now[$0] }
      return names.map { .table(year, file: $0) }
    }
    return issues.map { .issue($0) } + tables
  }

  /// Files that stay and are byte for byte one that vanishes.
  var samePictures: [Revocation.Output] {
    let gone = Set(old.copies.filter { new.copies[$0.key] == nil }.map(\.value))
    return outputs(new.copies.filter { gone.contains($0.value) }.map(\.key))
  }

  func outputs(_ paths: [String]) -> [Revocation.Output] {
    paths.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }.map { path in
      Revocation.Output(
        path: path, url: base?.url(Address(path).canonicalPath).text,
        isSearchIndex: path.hasPrefix(SiteFile.searchFolder + "/") && path.hasSuffix(".js"))
    }
  }
}
