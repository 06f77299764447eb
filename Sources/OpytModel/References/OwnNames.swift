import OpytDiagnostics
import OpytText

/// Puts the network's own documents into the lines to paste: a block with somebody else's names would be the next error.
struct OwnNames {
  private let documents: [DecodedDocument]
  private let index: ReferenceIndex

  init(_ documents: [DecodedDocument], _ index: ReferenceIndex) {
    self.documents = documents
    self.index = index
  }

  /// The same diagnostics, with names of this network where they show how to write what is missing.
  func completing(_ diagnostics: [Diagnostic]) -> [Diagnostic] {
    let incomplete = documents.indices.filter { !documents[$0].missing.isEmpty }
    guard !incomplete.isEmpty else { return diagnostics }
    let numbers = Dictionary(incomplete.map { (documents[$0].path, $0) }, uniquingKeysWith: { first, _ in first })
    return diagnostics.map { diagnostic in
      guard diagnostic.code == .valueMissing, let number = numbers[diagnostic.location.file],
        var missing = documents[number].missing.first(where: { $0.range == diagnostic.location.range })
      else { return diagnostic }
      var wanted: KindSet = []
      missing.fields = missing.fields.map { completed($0, in: documents[number], &wanted) }
      var result = diagnostic
      result.advice = missing.advice
      result.snippet = missing.snippet
      result.notes += wanted.kinds.map { note(on: $0, in: documents[number]) }
      return result
    }
  }

  private func completed(
    _ field: FieldDescription, in document: DecodedDocument, _ wanted: inout KindSet
  ) -> FieldDescription {
    switch field.type {
    case .list(.record(let fields)):
      let second = field.secondExample == nil ? nil : self.second(fields, in: document)
      return field.with(
        .list(.record(fields.map { completed($0, in: document, &wanted) })), example: second.map { "[{…}, \($0)]" })
    case .record(let fields): return field.with(.record(fields.map { completed($0, in: document, &wanted) }))
    case .reference(let kinds):
      return name(of: KindSet(kinds), in: document, &wanted).map { field.with(example: $0) } ?? field
    case .list(.reference(let kinds)):
      return name(of: KindSet(kinds), in: document, &wanted).map { field.with(example: "[\($0)]") } ?? field
    default: return field
    }
  }

  /// Another document than the first one of such a list.
  private func second(_ fields: [FieldDescription], in document: DecodedDocument) -> String? {
    for case .reference(let kinds) in fields.filter(\.isRequired).map(\.type) {
      let kinds = KindSet(kinds)
      let first = fitting(kinds, for: document)
      let other = documents.indices.first {
        $0 != first && kinds.contains(documents[$0].kind) && isOpen($0, for: document)
      }
      return other.map { SeveralValues.inBrackets([documents[$0].id]) }
    }
    return nil
  }

  /// A document as it may be named in another one.
  private func name(of kinds: KindSet, in document: DecodedDocument, _ wanted: inout KindSet) -> String? {
    guard let number = fitting(kinds, for: document) else {
      if let kind = kinds.kinds.first, kinds == KindSet(kind) { wanted.insert(KindSet(kind)) }
      return nil
    }
    let target = documents[number]
    let name = kinds == KindSet(target.kind) ? target.id : "\(target.kind.folder)/\(target.id)"
    return SeveralValues.inBrackets([name])
  }

  // MARK: Which one

  private func fitting(_ kinds: KindSet, for document: DecodedDocument) -> Int? {
    switch kinds {
    case KindSet(.kindergarten):
      kindergarten(of: document)
        // That of whom the same block names.
        ?? first(KindSet(.person), for: document).flatMap { workplace(of: documents[$0]) }
        ?? first(kinds, for: document)
    case KindSet(.person):
      named(kinds, in: document) ?? colleague(of: document) ?? first(kinds, for: document)
    default: named(kinds, in: document) ?? first(kinds, for: document)
    }
  }

  /// The first that it names itself.
  private func named(_ kinds: KindSet, in document: DecodedDocument) -> Int? {
    for reference in document.references where reference.kinds == kinds {
      if case .document(let number) = index.match(reference.text, among: kinds) { return number }
    }
    return nil
  }

  /// The document's own, or that of somebody it names.
  private func kindergarten(of document: DecodedDocument) -> Int? {
    if let number = named(KindSet(.kindergarten), in: document) { return number }
    guard let person = named(KindSet(.person), in: document) else { return nil }
    return workplace(of: documents[person])
  }

  /// Where somebody works now: not the first place of their history.
  private func workplace(of person: DecodedDocument) -> Int? {
    let own = person.entity as? Person
    let present = own?.kindergarten ?? own?.posts.last { $0.to == nil && $0.kindergarten != nil }?.kindergarten
    guard let present, person.references.indices.contains(present.index),
      case .document(let number) = index.match(person.references[present.index].text, among: KindSet(.kindergarten))
    else { return named(KindSet(.kindergarten), in: person) }
    return number
  }

  private func colleague(of document: DecodedDocument) -> Int? {
    guard let kindergarten = named(KindSet(.kindergarten), in: document) else { return nil }
    return documents.indices.first { number in
      isOpen(number, for: document) && documents[number].kind == .person
        && workplace(of: documents[number]) == kindergarten
    }
  }

  private func first(_ kinds: KindSet, for document: DecodedDocument) -> Int? {
    documents.indices.first { kinds.contains(documents[$0].kind) && isOpen($0, for: document) }
  }

  /// Members-only documents are named by members-only documents only; an empty file is no example.
  private func isOpen(_ number: Int, for document: DecodedDocument) -> Bool {
    let other = documents[number]
    return other.path != document.path && (document.isMembersOnly || !other.isMembersOnly)
  }

  // MARK: Where there is none

  private func note(on kind: Kind, in document: DecodedDocument) -> Diagnostic.Note {
    let parts = document.path.split(separator: "/")
    // A site names its folders in one language.
    let isRussian = parts.count > 1 && parts[1].unicodeScalars.contains { $0.value >= 0x400 }
    let folder = (parts.first.map { $0 + "/" } ?? "") + (isRussian ? kind.russianFolder : kind.folder)
    return Diagnostic.Note(
      Phrase(
        "в сети ещё нет ни одного \(kind.genitive): создайте файл в папке \(folder); его имя без .md и пишется в поле",
        en:
          "there is no \(kind.description.singular.english) yet: put a file into \(folder), and write its name without .md"
      ))
  }
}
