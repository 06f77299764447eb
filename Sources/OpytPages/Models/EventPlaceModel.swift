import OpytLayout
import OpytModel
import OpytText

/// Where an event takes place, told once: authors often name the kindergarten in the place as well («Детский сад № 10, зал
/// второго этажа»), and then its link is there.
struct EventPlaceModel: Sendable {
  /// As it was written: it leads to the one kindergarten that it names.
  let place: LinkModel?
  /// The hosts that the place does not name.
  let hosts: [LinkModel]

  /// - Parameters:
  ///   - place: as it was written.
  ///   - hosts: the kindergartens, with what each may be called.
  init(_ place: String, _ hosts: [Host]) {
    let named = hosts.filter { $0.isNamed(in: place) }
    self.place = place.isEmpty ? nil : LinkModel(title: place, url: named.count == 1 ? named[0].link.url : nil)
    self.hosts = hosts.filter { !$0.isNamed(in: place) }.map(\.link)
  }

  struct Host: Sendable {
    let link: LinkModel
    let number: Int?
    let name: String?

    /// Whether a text names this kindergarten: by its title, by its name in quotes, or by «сад» and its number.
    func isNamed(in text: String) -> Bool {
      let words = Self.words(text)
      if Self.stand(Self.words(link.title), in: words) { return true }
      if let name, Self.stand(Self.words("«\(name)»"), in: words) { return true }
      return number.map { Self.names($0, words) } ?? false
    }

    /// «саду № 10», «сады № 2 и № 7»; never «школа № 10».
    private static func names(_ number: Int, _ words: [String]) -> Bool {
      var isOfKindergarten = false
      for word in words where !["№", "и", "and"].contains(word) {
        if Int(word) != nil {
          if isOfKindergarten, Int(word) == number { return true }
        } else {
          isOfKindergarten = kindergartenWords.contains { word.hasPrefix($0) } || word.hasSuffix("доу")
        }
      }
      return false
    }

    private static func stand(_ few: [String], in words: [String]) -> Bool {
      !few.isEmpty && few.count <= words.count
        && (0...words.count - few.count).contains { words[$0...].starts(with: few) }
    }

    /// As words are compared: without case, with ё as е; «№» and quotes, all alike, stand for themselves.
    private static func words(_ text: String) -> [String] {
      var words: [String] = [""]
      for letter in text.lowercased() {
        switch letter {
        case "ё": words[words.count - 1].append("е")
        case "№": words += ["№", ""]
        case "«", "»", "“", "”", "„", "\"": words += ["\"", ""]
        case _ where letter.isLetter || letter.isNumber: words[words.count - 1].append(letter)
        default: words.append("")
        }
      }
      return words.filter { !$0.isEmpty }
    }

    private static let kindergartenWords = ["сад", "детсад", "kindergarten", "nursery"]
  }
}

extension PagePresenter {
  func place(of event: Event, _ id: DocumentID) -> EventPlaceModel {
    let hosts = graph[id].targets(of: event.kindergartens).filter(isPublished).map { host in
      let kindergarten = graph[host].entity as? Kindergarten
      return EventPlaceModel.Host(
        link: link(to: host), number: kindergarten?.number?.value, name: kindergarten?.name?.value)
    }
    return EventPlaceModel(event.place?.value ?? "", hosts)
  }
}
