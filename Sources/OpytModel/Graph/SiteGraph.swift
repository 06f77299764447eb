public import OpytDiagnostics

/// A document's number in the graph.
public struct DocumentID: Hashable, Comparable, Sendable {
  public let index: Int

  init(_ index: Int) { self.index = index }

  public static func < (left: Self, right: Self) -> Bool { left.index < right.index }
}

/// A document whose references lead to documents.
///
/// A class, though it never changes: every page and every check asks many documents for a little, and handing out a
/// struct of forty fields each time costs more than the rest of the work.
public final class ResolvedDocument: Sendable {
  public let decoded: DecodedDocument
  /// For each reference the document it points to; nil where a diagnostic told why there is none.
  @usableFromInline let targets: [DocumentID?]
  /// For each link of the text where it leads.
  public let linkTargets: [LinkTarget]
  /// For each named file its path from the site's folder.
  public let filePaths: [String?]

  init(decoded: DecodedDocument, targets: [DocumentID?], linkTargets: [LinkTarget], filePaths: [String?]) {
    self.decoded = decoded
    self.targets = targets
    self.linkTargets = linkTargets
    self.filePaths = filePaths
  }

  /// Where a file that it names lies, from the site's folder.
  public func path(of file: FilePath) -> String? {
    filePaths.indices.contains(file.index) ? filePaths[file.index] : nil
  }

  public var kind: Kind { decoded.kind }
  public var title: String { decoded.title }
  /// What a material has as every material; nil for other kinds.
  public var material: MaterialFields? { decoded.material }
  public var entity: any Entity { decoded.entity }

  @inlinable public func target<Target>(of reference: Reference<Target>) -> DocumentID? {
    target(ofReference: reference.index)
  }

  @inlinable public func target(ofReference index: Int) -> DocumentID? {
    targets.indices.contains(index) ? targets[index] : nil
  }

  @inlinable public func targets<Target>(of references: [Reference<Target>]) -> [DocumentID] {
    references.compactMap { target(of: $0) }
  }
}

/// All documents of a network and how they refer to each other, in both directions.
public struct SiteGraph: Sendable {
  /// That a document refers to another one.
  public struct BackReference: Hashable, Sendable {
    public let source: DocumentID
    /// The field of the source.
    public let role: ReferenceRole
  }

  /// What is not known of the network, since something in it is wrong and was told.
  public struct Doubts: Sendable {
    /// The paths of documents that were most likely meant by a reference that leads nowhere.
    let meant: Set<String>
    /// Files that a document names and that were refused, by their paths from the site's folder.
    public let refusedFiles: Set<String>
    /// Of which kinds there are files that could not be read.
    let unreadableKinds: KindSet
    /// Documents whose name another one had before: that they want one address is not told besides.
    public let namesakes: Set<DocumentID>

    static let none = Doubts(meant: [], refusedFiles: [], unreadableKinds: [], namesakes: [])
  }

  /// Whom it is looked at for.
  public let edition: Edition
  public let documents: [ResolvedDocument]
  public let doubts: Doubts
  private let backReferences: BackReferences
  private let byKind: [Kind: [DocumentID]]

  init(_ documents: [ResolvedDocument], doubts: Doubts = .none, for edition: Edition = .open) {
    self.edition = edition
    self.documents = documents
    self.doubts = doubts
    backReferences = BackReferences(documents, for: edition)
    byKind = Dictionary(grouping: documents.indices.map(DocumentID.init)) { documents[$0.index].kind }
  }

  /// The same network as the readers of an edition see it.
  public func of(_ edition: Edition) -> SiteGraph {
    edition == self.edition ? self : SiteGraph(documents, doubts: doubts, for: edition)
  }

  @inlinable public subscript(id: DocumentID) -> ResolvedDocument { documents[id.index] }

  public func ids(of kind: Kind) -> [DocumentID] { byKind[kind] ?? [] }

  public var ids: [DocumentID] { documents.indices.map(DocumentID.init) }

  /// Who refers to a document, in document order. For the open edition, references in a person's items for
  /// members only are left out.
  public func references(to id: DocumentID) -> ArraySlice<BackReference> { backReferences[id] }

  /// Whether a document may be named by one of these kinds after all: by a reference with a mistake in it, or by a file
  /// that could not be read. Then that nothing names it is not told.
  func mayBeNamed(_ id: DocumentID, by kinds: KindSet) -> Bool {
    !doubts.unreadableKinds.isDisjoint(with: kinds) || doubts.meant.contains(self[id].decoded.path)
  }

  /// Whether one of a document's own fields was given and is wrong.
  func isWrong(_ field: String, in id: DocumentID) -> Bool { self[id].decoded.wrongFields.contains(field) }

  public func location(_ id: DocumentID, _ range: SourceRange? = nil) -> SourceLocation {
    SourceLocation(file: self[id].decoded.path, range: range)
  }

  /// See ``Entity/isMembersOnly``.
  public func isMembersOnly(_ id: DocumentID) -> Bool { self[id].decoded.isMembersOnly }

  public func isDraft(_ id: DocumentID) -> Bool { self[id].decoded.isDraft }

  /// Whether a document is to be published later than on a day.
  public func waits(_ id: DocumentID, on today: CalendarDate) -> Bool {
    self[id].decoded.publicationDay.map { $0 > today } ?? false
  }

  /// Files that show nothing any more, by their paths: photos whose consent has ended on a day, wherever it is said. Who
  /// names one of them elsewhere does not show it either.
  public func endedPhotos(on today: CalendarDate) -> Set<String> {
    var paths: Set<String> = []
    for document in documents {
      for photo in document.decoded.photos where photo.consentTerm.hasEnded(on: today) {
        if let path = document.path(of: photo.file) { paths.insert(path) }
      }
    }
    return paths
  }

  /// Whether a document has a page in the site as it is built on a day.
  /// - Parameter edition: nil for the graph's own.
  public func isPublished(
    _ id: DocumentID, includingDrafts: Bool, on today: CalendarDate, in edition: Edition? = nil
  ) -> Bool {
    ((edition ?? self.edition) == .members || !isMembersOnly(id)) && (includingDrafts || !isDraft(id))
      && !waits(id, on: today)
      && self[id].entity.mayBePublished(on: today)
  }
}
