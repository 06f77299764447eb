import OpytCatalogue
import OpytLayout
import OpytModel
import OpytText

/// What layouts see of a document's fields: derived from the declarations in `OpytModel`, one name for one field.
///
/// A list or a text of several paragraphs is a record (`items` with their `count`, `paragraphs`) that is absent when it is empty, so that
/// a layout can print a heading once: `{{#tasks}}<h2>…</h2>{{#items}}…{{/items}}{{/tasks}}`.
enum FieldLayout {
  static func recordType(of type: any Entity.Type) -> RecordType {
    recordType(type.fieldDescriptions)
  }

  private static func recordType(_ fields: [FieldDescription]) -> RecordType {
    RecordType(fields.map { ($0.name, layoutType($0.type)) })
  }

  private static func layoutType(_ type: FieldType) -> LayoutType {
    switch type {
    case .text, .time, .academicYear, .plannedTerm, .decimal, .color, .address: .text
    case .prose: .record(proseType)
    case .date: .record(DateModel.schema.type)
    case .moment: .record(momentType)
    case .integer: .number
    case .flag: .flag
    case .url, .email: .record(LinkModel.schema.type)
    case .file: .record(FileModel.schema.type)
    case .term: .record(termType)
    case .reference, .namedOrWords: .record(LinkModel.schema.type)
    case .list(let item): .record(.list(of: layoutType(item)))
    case .record(let fields): .record(recordType(fields))
    }
  }

  private static let proseType = RecordType([("paragraphs", .list(.text))])
  /// `time` is empty where only the day is known.
  private static let momentType = RecordType([("date", .record(DateModel.schema.type)), ("time", .text)])
  private static let termType = RecordType([("key", .text), ("label", .text)])

  /// The values of a document's fields, in the order of its type, as far as a layout asks for them.
  static func value<Content: Entity>(
    of entity: Content, id: DocumentID, _ presenter: PagePresenter, for usage: LayoutUsage
  ) -> LayoutValue {
    let (contents, types) = (Content.schema.contents, Content.schema.types)
    var values: [LayoutValue] = []
    values.reserveCapacity(types.count)
    for index in types.indices {
      values.append(
        usage.asksForNothing(of: index)
          ? .absent : value(contents[index](entity), types[index], id, presenter, for: usage[index]))
    }
    return .record(values)
  }

  private static func value(
    _ content: FieldContent, _ type: FieldType, _ id: DocumentID, _ presenter: PagePresenter, for usage: LayoutUsage
  ) -> LayoutValue {
    switch (content, type) {
    case (.absent, _): return .absent
    case (.text(let text), .url):
      // An address is shown as it is.
      return LinkModel.schema.value(
        of: LinkModel(title: text, url: WebAddress(authored: text)), for: usage.with(.asWritten))
    case (.text(let text), .email):
      return LinkModel.schema.value(
        of: LinkModel(title: text, url: WebAddress(authored: "mailto:" + text)), for: usage.with(.asWritten))
    case (.text(let text), .text): return .words(text, for: usage)
    case (.text(let text), _): return .text(text)
    case (.prose(let paragraphs), _):
      return paragraphs.isEmpty ? .absent : .record([.list(paragraphs.map { .words($0, for: usage) })])
    case (.date(let date), _): return DateModel.schema.value(of: presenter.date(date), for: usage)
    case (.time(let time), _): return .text(time.text)
    case (.moment(let moment), _):
      return .record([
        DateModel.schema.value(of: presenter.date(moment.date), for: usage[0]), .text(moment.time?.text ?? ""),
      ])
    case (.academicYear(let year), _): return .text(year.text)
    case (.plannedTerm(let term), _): return .text(presenter.strings.term(term))
    case (.integer(let number), _): return .number(number)
    case (.decimal(let number), _): return .text(presenter.strings.decimal(number))
    case (.flag(let flag), _): return .flag(flag)
    case (.term(let vocabulary, let key), _):
      return .record([.text(key), .words(presenter.label(for: key, in: vocabulary), for: usage)])
    case (.reference(let index), _):
      guard let target = presenter.graph[id].target(ofReference: index), presenter.isPublished(target) else {
        return .absent
      }
      return LinkModel.schema.value(of: presenter.link(to: target), for: usage)
    case (.namedOrWords(let words, let index), _):
      return presenter.named(words, reference: index, in: id).map { LinkModel.schema.value(of: $0, for: usage) }
        ?? .absent
    case (.file(let index), _):
      return presenter.file(index, of: id).map { FileModel.schema.value(of: $0, for: usage) } ?? .absent
    case (.list(let items), .list(let itemType)):
      return .listed(items.map { value($0, itemType, id, presenter, for: usage[0]) }.filter { !$0.isAbsent })
    case (.record(let contents), .record(let fields)):
      // A photo that is not shown has no words either, and a membership without its person no role.
      if contents.indices.contains(where: {
        presenter.isHidden(contents[$0], isRequired: fields[$0].isRequired, in: id)
      }) {
        return .absent
      }
      return .record(
        contents.indices.map { index in
          usage.asksForNothing(of: index)
            ? .absent : value(contents[index], fields[index].type, id, presenter, for: usage[index])
        })
    case (.membersOnly(let content), _):
      return presenter.catalogue.edition == .members ? value(content, type, id, presenter, for: usage) : .absent
    case (.list, _), (.record, _): return .absent
    }
  }
}

extension PagePresenter {
  /// Words, which lead to what they name; nil where that is not published.
  func named(_ words: String, reference: Int, in id: DocumentID) -> LinkModel? {
    guard let target = graph[id].target(ofReference: reference) else { return LinkModel(title: words, url: nil) }
    return isPublished(target) ? link(to: target) : nil
  }

  /// Whether a record is about what is not shown: a file, or a document that it must name.
  fileprivate func isHidden(_ content: FieldContent, isRequired: Bool, in id: DocumentID) -> Bool {
    switch content {
    case .file(let index): graph[id].filePaths[index].map { !catalogue.isShown($0) } ?? false
    case .reference(let index) where isRequired:
      graph[id].target(ofReference: index).map { !isPublished($0) } ?? false
    default: false
    }
  }
}

extension LayoutValue {
  fileprivate var isAbsent: Bool {
    if case .absent = self { true } else { false }
  }
}

extension Entity {
  static var fieldDescriptions: [FieldDescription] { schema.descriptions }
}
