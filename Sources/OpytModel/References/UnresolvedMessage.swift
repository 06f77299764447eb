import OpytDiagnostics
import OpytText

/// What is told of a reference that leads nowhere: what was meant, or where to look.
struct UnresolvedMessage {
  private let reference: UnresolvedReference
  private let document: DecodedDocument
  private let index: ReferenceIndex

  init(_ reference: UnresolvedReference, in document: DecodedDocument, _ index: ReferenceIndex) {
    self.reference = reference
    self.document = document
    self.index = index
  }

  /// What is the same for all who name something by this name.
  var cause: String { "\(genitive.english) \(ReferenceKey.normalized(reference.text))" }

  /// The message, with the paths of the documents that were most likely meant.
  var told: (diagnostic: Diagnostic, meant: [String]) {
    if let several { return several }
    let text = reference.text
    let correction = index.correction(of: text, among: reference.kinds, in: document)
    let fix = correction?.certain.flatMap { Replacement.value(text, at: reference.range, with: $0) }
    let other = index.documentOfOtherKind(text)
    let notes = other.map { other in
      [
        Diagnostic.Note(
          Phrase(
            "«\(text)» – это \(other.kind.singular), а здесь ожидается \(wanted.russian)",
            en: "“\(text)” is of another kind: \(other.kind.description.singular.english)"),
          at: SourceLocation(file: other.path))
      ]
    }
    return (
      diagnostic(correction?.suggestion, correction == nil ? whereToLook : nil, notes ?? [], fix.map { [$0] } ?? []),
      [correction?.document?.path].compactMap(\.self)
    )
  }

  private func diagnostic(
    _ suggestion: Suggestion?, _ advice: Phrase?, _ notes: [Diagnostic.Note], _ fixes: [Replacement]
  ) -> Diagnostic {
    let what = genitive
    return Diagnostic(
      .referenceUnresolved,
      Phrase("нет \(what.russian) «\(reference.text)»", en: "no \(what.english) “\(reference.text)”"),
      at: SourceLocation(file: document.path, range: reference.range), suggestion: suggestion, advice: advice,
      notes: notes, fixes: fixes, cause: cause)
  }

  // MARK: Several in one

  /// `orlova, belov` where each of them is somebody.
  private var several: (diagnostic: Diagnostic, meant: [String])? {
    guard let parts = SeveralValues.names(in: reference.text), parts.count <= 40 else { return nil }
    var written: [String] = []
    var meant: [String] = []
    var known = 0
    var areCertain = true
    for part in parts {
      switch index.match(part, among: reference.kinds) {
      case .document(let number):
        written.append(part)
        meant.append(index.path(of: number))
        known += 1
      case .unreadable, .ambiguous:
        written.append(part)
        known += 1
      case .none:
        areCertain = false
        let near = index.correction(of: part, among: reference.kinds, in: document)
        written.append(near?.suggestion.value ?? part)
        if let path = near?.document?.path { meant.append(path) }
        if near != nil { known += 1 }
      }
    }
    // A title may have a comma, and a post stands behind one.
    let others = parts.filter { part in
      if case .none = index.match(part, among: reference.kinds) {
        return index.correction(of: part, among: reference.kinds, in: document) == nil
      }
      return false
    }
    let areNames = known == 1 && reference.kinds == KindSet(.person) && others.allSatisfy(NameMatch.isLikelyPerson)
    guard
      known > 1 || areNames
        || (known == 0 && index.correction(of: reference.text, among: reference.kinds, in: document) == nil)
    else { return nil }
    let fields = fieldPath
    if reference.place == .single { return (diagnostic(nil, adviceForOne(fields, written), [], []), meant) }
    // A bare name stands for a record: then the list is that of the field around it.
    let field = fields.last { if case .list = $0.type { true } else { false } }
    let key = field.map { document.keyLanguage.name(of: $0) }
    let fix =
      areCertain
      ? DecodingContext.severalFix(written, reference.text, at: reference.range, reference.place) : nil
    return (
      diagnostic(
        nil, DecodingContext.severalAdvice(written, reference.place, key: key), [], fix.map { [$0] } ?? []),
      meant
    )
  }

  /// The field with those around it, from the document's own inwards.
  private var fieldPath: [FieldDescription] {
    var fields = type(of: document.entity).fieldDescriptions
    var path: [FieldDescription] = []
    for part in reference.role.rawValue.split(separator: ".") {
      guard let field = fields.first(where: { $0.name == part }) else { break }
      path.append(field)
      switch field.type {
      case .record(let nested), .list(.record(let nested)): fields = nested
      default: fields = []
      }
    }
    return path
  }

  /// Several where one belongs: in a list of records each has its own.
  private func adviceForOne(_ fields: [FieldDescription], _ parts: [String]) -> Phrase {
    guard fields.count > 1, let field = fields.last, case .list = fields[fields.count - 2].type else {
      return Phrase("здесь может быть только одно значение", en: "only one value may be here")
    }
    let key = document.keyLanguage.name(of: field)
    let records = SeveralValues.shown(parts).map { "«- \(key): \($0)»" }.joined(separator: ", ")
    return Phrase(
      "у каждого своя запись, с новой строки: \(records)", en: "each has a record on a line of its own: “\(records)”")
  }

  // MARK: Words

  /// What is looked for, in the nominative.
  private var wanted: Phrase {
    if let kind = reference.kinds.kinds.first, reference.kinds == KindSet(kind) { return kind.description.singular }
    return reference.kinds.isSubset(of: .materials)
      ? Phrase("материал", en: "material") : Phrase("документ", en: "document")
  }

  /// The same in the genitive.
  private var genitive: Phrase {
    if let kind = reference.kinds.kinds.first, reference.kinds == KindSet(kind) {
      return Phrase(kind.genitive, en: kind.description.singular.english)
    }
    return reference.kinds.isSubset(of: .materials)
      ? Phrase("материала", en: "material") : Phrase("документа", en: "document")
  }

  /// The folder of what is looked for, and how to name what is in it.
  private var whereToLook: Phrase {
    let shelves = reference.kinds.kinds.compactMap { kind in
      index.shelf(of: kind, for: document).map { (kind: kind, shelf: $0) }
    }
    guard let first = shelves.first(where: { !$0.shelf.ids.isEmpty }) else {
      guard let kind = reference.kinds.kinds.first else { return Phrase("", en: "") }
      return Phrase(
        "в сети пока нет ни одного \(genitive.russian): положите файл в папку «\(kind.russianFolder)» (\(kind.folder))",
        en: "the network has none yet: put a file into “\(kind.folder)”")
    }
    if shelves.count == 1 {
      let names = first.shelf.ids.joined(separator: ", ") + (first.shelf.count > first.shelf.ids.count ? ", …" : "")
      return Phrase(
        "укажите имя файла без .md из папки \(first.shelf.folder): \(names)",
        en: "give the name of a file in “\(first.shelf.folder)”, without .md: “\(names)”")
    }
    let folders = shelves.map(\.shelf.folder).joined(separator: ", ")
    let example = "\(first.kind.folder)/\(first.shelf.ids[0])"
    return Phrase(
      "укажите папку и имя файла без .md, например \(example); папки: \(folders)",
      en: "give folder and name of a file, without .md, such as “\(example)”; folders: “\(folders)”")
  }
}

extension Entity {
  static var fieldDescriptions: [FieldDescription] { schema.descriptions }
}
