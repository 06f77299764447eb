import Foundation
import OpytDiagnostics
import OpytModel
import OpytSite

/// The same for programs.
extension Revocation {
  private struct Object: Encodable {
    struct Place: Encodable {
      let file: String
      let line: Int?
    }

    struct Use: Encodable {
      let kind: String
      let title: String
      let photo: String?
      let place: Place
      let ended: Bool
      let mend: String
    }

    struct Output: Encodable {
      let path: String
      let url: String?
    }

    struct Table: Encodable {
      let year: String
      let file: String
    }

    let number: String
    let day: String
    let uses: [Use]
    let vanishing: [Output]
    let changing: [Output]
    let issues: [Int]
    let tables: [Table]
    let words: [Place]
    let wordPages: [Output]
    let samePictures: [Output]
  }

  /// One object under its name.
  var json: (name: String, json: String)? {
    var (issues, tables): ([Int], [Object.Table]) = ([], [])
    for copy in copies {
      switch copy {
      case .issue(let number): issues.append(number)
      case .table(let year, let file): tables.append(Object.Table(year: year.text, file: file))
      }
    }
    func objects(_ outputs: [Output]) -> [Object.Output] { outputs.map { Object.Output(path: $0.path, url: $0.url) } }
    func object(_ place: SourceLocation) -> Object.Place {
      Object.Place(file: place.file, line: place.range.map { Int($0.start.line) })
    }
    let object = Object(
      number: number, day: day.iso,
      uses: uses.map { use in
        Object.Use(
          kind: use.photo == nil ? "person" : "photo", title: use.title, photo: use.photo, place: object(use.location),
          ended: use.hasEnded, mend: use.mend)
      },
      vanishing: objects(vanishing), changing: objects(changing), issues: issues, tables: tables,
      words: words.map(object), wordPages: objects(wordPages), samePictures: objects(samePictures))
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    guard let bytes = try? encoder.encode(object) else { return nil }
    return ("revocation", String(decoding: bytes, as: UTF8.self))
  }
}
