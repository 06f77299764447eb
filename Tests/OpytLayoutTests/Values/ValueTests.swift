import OpytLayout
import OpytText
import Testing

@Suite("Types and values")
struct ValueTests {
  struct Person: Sendable {
    var name: String
    var page: String?
    var tags: [String] = []
    var friends: [Person] = []
  }

  static let friend = LayoutSchema<Person>(.text("name") { $0.name })
  static let person = LayoutSchema<Person>(
    .text("name", \.name), .url("page") { $0.page.map(WebAddress.init(relative:)) }, .texts("tags") { $0.tags },
    .list("friends", of: friend) { $0.friends }, .record("best", friend) { $0.friends.first },
    .flag("isAlone") { $0.friends.isEmpty }, .number("count") { $0.friends.count })

  @Test
  func aSchemaGivesWhatItPromises() throws {
    let type = Self.person.type
    #expect(type.fields.map(\.name) == ["name", "page", "tags", "friends", "best", "isAlone", "count"])
    let page =
      "{{name}}{{#best}}, {{name}}{{/best}}{{#page}}, <a href=\"{{.}}\"></a>{{/page}}; {{count}}{{#tags}} {{.}}{{/tags}}"
    let layout = try #require(library(page).compile("page", for: type).layout)
    let olya = Person(name: "Оля", page: "olya.html", tags: ["а", "б"], friends: [Person(name: "Петя")])
    #expect(Self.person.value(of: olya).fits(.record(type)))
    #expect(layout.string(Self.person.value(of: olya)) == "Оля, Петя, <a href=\"olya.html\"></a>; 1 а б")
    #expect(layout.string(Self.person.value(of: Person(name: "Аня"))) == "Аня; 0")
  }

  @Test
  func equalFieldsMakeEqualTypes() {
    let type = RecordType([("a", .text), ("b", .list(.record(RecordType([("c", .flag)]))))])
    let same = RecordType([("a", .text), ("b", .list(.record(RecordType([("c", .flag)]))))])
    #expect(type == same)
    #expect(type.hashValue == same.hashValue)
    #expect(type != RecordType([("b", .list(.record(RecordType([("c", .flag)])))), ("a", .text)]))
    #expect(type.index(of: "b") == 1)
    #expect(type.index(of: "c") == nil)
  }

  @Test
  func fitting() {
    #expect(LayoutValue.absent.fits(.list(.text)))
    #expect(!LayoutValue.text("1").fits(.number))
    #expect(!LayoutValue.list([.number(1), .text("2")]).fits(.list(.number)))
    #expect(!LayoutValue.record([]).fits(.record(TestPage.author)))
    #expect(TestPage.sample.fits(.record(TestPage.type)))
  }
}
