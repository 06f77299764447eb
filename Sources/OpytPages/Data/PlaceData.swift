import OpytCatalogue
import OpytModel
import OpytText

/// Kindergartens and people in the words of schema.org: what their pages show, and nothing else.
enum PlaceData {
  static func writeAddress(of kindergarten: Kindergarten, to thing: inout JSONWriter) {
    thing.object("address") { address in
      address.text("@type", "PostalAddress")
      address.text("addressLocality", kindergarten.municipality.value)
      address.text("streetAddress", kindergarten.address?.value)
      address.text("addressCountry", "RU")
    }
  }
}

extension KindergartenPage {
  func describe(_ presenter: PagePresenter, in data: inout PageData) {
    guard part.isFirst, let kindergarten = presenter.graph[id].entity as? Kindergarten else { return }
    data.add("Preschool", at: presenter.wholeURL(of: id)) { thing in
      thing.text("name", kindergarten.title.value)
      thing.text("legalName", kindergarten.legalName?.value)
      thing.texts("alternateName", kindergarten.formerTitles)
      thing.text("description", kindergarten.summary?.value.paragraphs.joined(separator: "\n"))
      PlaceData.writeAddress(of: kindergarten, to: &thing)
      thing.text("telephone", kindergarten.phone?.value.text)
      thing.text("email", kindergarten.email?.value.text)
      thing.text("sameAs", kindergarten.website.flatMap { WebAddress(authored: $0.value.text)?.text })
      presenter.write("employee", presenter.catalogue.staff(of: id), as: "Person", to: &thing)
    }
  }
}

extension PersonPage {
  func describe(_ presenter: PagePresenter, in data: inout PageData) {
    guard let person = presenter.graph[id].entity as? Person else { return }
    let posts = presenter.catalogue.posts(of: id)
    data.form = .profile
    data.add("Person", at: presenter.wholeURL(of: id)) { thing in
      thing.text("name", presenter.graph[id].title)
      thing.text("jobTitle", presenter.positions(of: posts))
      thing.list("worksFor", of: posts.compactMap(\.place).filter(presenter.isPublished).once) { place, items in
        let isKindergarten = presenter.graph[place].kind == .kindergarten
        items.object { presenter.write(place, as: isKindergarten ? "Preschool" : "Organization", to: &$0) }
      }
      thing.texts("knowsAbout", person.expertise.map(\.value))
      thing.text("email", person.email?.value.text)
    }
  }
}

extension DirectionPage {
  func describe(_ presenter: PagePresenter, in data: inout PageData) { data.picture.direction = id }
}

extension Sequence where Element: Hashable {
  /// Each once, where it comes first.
  fileprivate var once: [Element] {
    var seen: Set<Element> = []
    return filter { seen.insert($0).inserted }
  }
}
