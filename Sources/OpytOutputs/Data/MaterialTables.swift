import OpytCatalogue
import OpytDiagnostics
import OpytModel
import OpytNetwork
package import OpytPages
import OpytText

/// All materials of the network as JSON and as a table, each with a file that describes it: for programs, and for whoever
/// wants to count something that no page counts.
package struct MaterialTables: Sendable {
  private let context: PresentationContext
  private let presenter: PagePresenter

  package init(_ context: PresentationContext) {
    self.context = context
    presenter = PagePresenter(outside: context, of: .home)
  }

  /// None where the site has no such data: in the edition for members, and where there are no materials.
  package var files: [PiecedFile] {
    guard context.plan.hasOpenData else { return [] }
    return [
      PiecedFile(SiteFile.materialsJSON) { json }, PiecedFile(SiteFile.materialsCSV) { csv },
      PiecedFile(SiteFile.materialsSchema) { TableDescription(context).jsonSchema },
      PiecedFile(SiteFile.materialsTableSchema) { TableDescription(context).tableSchema },
    ]
  }

  /// So many materials make a piece.
  private static let pieceLength = 64

  /// What stands in lists of the table, between two items.
  static let separator = " | "

  /// - Parameters:
  ///   - first: what stands before all materials.
  ///   - piece: of some of them.
  ///   - last: what stands behind all.
  private func pieces<State>(
    _ state: State, first: @escaping (inout State) -> [UInt8],
    piece: @escaping (inout State, ArraySlice<DocumentID>) -> [UInt8], last: @escaping (inout State) -> [UInt8]
  ) -> AnyIterator<[UInt8]> {
    let materials = context.catalogue.materials
    var state = state
    var next: Int? = nil
    var isOver = false
    return AnyIterator {
      if isOver { return nil }
      guard let start = next else {
        next = 0
        return first(&state)
      }
      guard start < materials.count else {
        isOver = true
        return last(&state)
      }
      let end = min(start + Self.pieceLength, materials.count)
      next = end
      return piece(&state, materials[start..<end])
    }
  }

  // MARK: JSON

  private var json: AnyIterator<[UInt8]> {
    pieces(JSONWriter()) { writer in
      writer.beginObject()
      writer.text("$schema", SiteFile.materialsSchema.path.lastPart)
      writer.text("title", context.configuration.title)
      writer.text("language", context.configuration.language.rawValue)
      writer.text("url", context.configuration.baseURL?.url().text)
      writer.key("materials")
      writer.beginList()
      return writer.take()
    } piece: { writer, ids in
      for id in ids { write(id, to: &writer) }
      return writer.take()
    } last: { writer in
      writer.endList()
      writer.endObject()
      return writer.take() + [UInt8(ascii: "\n")]
    }
  }

  private func write(_ id: DocumentID, to writer: inout JSONWriter) {
    guard let material = context.catalogue.graph[id].material else { return }
    writer.object { object in
      for field in MaterialField.allCases {
        switch field.value(of: id, material, presenter) {
        case .text(let text): object.text(field.key, text)
        case .number(let number): object.number(field.key, number)
        case .list(let texts): object.texts(field.key, texts)
        }
      }
    }
  }

  // MARK: A table

  private var csv: AnyIterator<[UInt8]> {
    let headings = MaterialField.allCases.map { context.strings.text($0.title) }
    return pieces(CSVTable(headings)) { table in
      table.take()
    } piece: { table, ids in
      for id in ids {
        guard let material = context.catalogue.graph[id].material else { continue }
        table.append(MaterialField.allCases.map { cell($0.value(of: id, material, presenter)) })
      }
      return table.take()
    } last: { table in
      table.take()
    }
  }

  private func cell(_ value: MaterialField.Value) -> CSVTable.Cell {
    switch value {
    case .text(let text): .text(text)
    case .number(let number): .number(number)
    case .list(let texts): .text(texts.map(Self.withoutSeparator).joined(separator: Self.separator))
    }
  }

  /// What looks like a separator in an item is none.
  private static func withoutSeparator(_ text: String) -> String {
    text.utf8.contains(UInt8(ascii: "|")) ? text.replacing("|", with: "¦") : text
  }
}

extension String {
  /// What stands behind the last `/`.
  var lastPart: String { String(split(separator: "/").last ?? "") }
}
