import OpytDiagnostics
import Testing

@testable import OpytModel

/// People and kindergartens as people name them: the one that fits is suggested, and never one with another number.
@Suite("Names that are no ids")
struct NamedAsPeopleNameTests {
  private static let base = TestNetwork.base
    .replacing("municipality: Зареченск", with: "municipality: Зареченск\nnumber: 5\nname: Солнышко", in: Base.sad5)
    .adding(
      "content/people/ivanova.md",
      "---\ntitle: Иванова Мария Петровна\nposition: воспитатель\nconsent: С-7\n---\n"
    ).adding(
      "content/people/ivanova-anna.md",
      "---\ntitle: Иванова Анна-Мария Ильинична\nposition: воспитатель\nconsent: С-8\n---\n"
    ).adding(
      "content/people/gasanov.md", "---\ntitle: Гасанов Али Гасан оглы\nposition: тьютор\nconsent: С-9\n---\n"
    ).adding(
      "content/people/eremeev.md", "---\ntitle: Ерёмеев Игорь Львович\nposition: тьютор\nconsent: С-10\n---\n")

  private func suggestion(_ old: String, _ name: String, in path: String = Base.project) -> Suggestion? {
    let quoted = name.contains("\"") ? "'\(name)'" : "\"\(name)\""
    let network = Self.base.replacing(old, with: "\n  - \(quoted)", in: path)
    return network.check().report.entries.map(\.diagnostic).first { $0.code == .referenceUnresolved }?.suggestion
  }

  @Test(
    "of people",
    arguments: [
      ("Ивановой Марии", "ivanova"), ("Иванова М. П.", "ivanova"), ("М.П. Иванова", "ivanova"),
      ("Мария Иванова", "ivanova"), ("Мария Петровна Иванова", "ivanova"), ("Мария Петровна", "ivanova"),
      ("Иванова Мария Петровна, воспитатель", "ivanova"), ("Иванова Мария (воспитатель)", "ivanova"),
      ("Ивановой М.П.", "ivanova"), ("Иванову Марию Петровну", "ivanova"), ("Иванова\u{A0}М.\u{A0}П.", "ivanova"),
      ("Иванова А.-М. И.", "ivanova-anna"), ("Анна-Мария Иванова", "ivanova-anna"),
      ("Гасанов А. Г. оглы", "gasanov"), ("Гасанов А. Г.", "gasanov"), ("Гасанову Али", "gasanov"),
      ("Еремеев И. Л.", "eremeev"), ("Игорем Еремеевым", "eremeev"), ("Гусева А. П.", "gusev"), ("Гусеву", "gusev"),
      ("Ильиной Марине Сергеевне", "ilina"),
      // Two fit, or nobody does.
      ("Иванова", nil), ("Иванова Ольга", nil), ("Сидоров Пётр", nil), ("Иванова К. П.", nil),
    ] as [(String, String?)])
  func people(_ name: String, _ id: String?) {
    #expect(suggestion("[ilina, gusev]", name)?.value == id)
  }

  @Test(
    "of kindergartens",
    arguments: [
      ("№5", "sad-5"), ("№ 2", "sad-2"), ("Солнышко", "sad-5"), ("«Ёлочка»", "sad-2"), ("МБДОУ № 5", "sad-5"),
      ("детский сад 2", "sad-2"), ("Солнышка", "sad-5"), ("ДОУ №5 «Солнышко»", "sad-5"), ("д/с № 2", "sad-2"),
      ("5", "sad-5"), ("сад-05", "sad-5"), ("детский сад «Елочка»", "sad-2"),
      // Another number, another name with the number, no name at all.
      ("№ 3", nil), ("sad-8", nil), ("sad-55", nil), ("МБДОУ № 25", nil), ("№ 5 «Ёлочка»", nil), ("детский сад", nil),
      ("sad", nil), ("Детский сад № 8 «Солнышко»", nil),
    ] as [(String, String?)])
  func kindergartens(_ name: String, _ id: String?) {
    #expect(suggestion("[sad-5]", name)?.value == id)
  }

  @Test(
    "no suggestion crosses a number",
    arguments: [
      ("plans", "metod-2024"), ("bulletins", "vypusk-2"), ("bulletins", "Бюллетень № 2"), ("plans", "metod-2026"),
    ])
  func numbers(_ folder: String, _ id: String) {
    let network = Self.base.addingText("\n[а](\(folder)/\(id))\n", to: Base.page)
    let wrong = network.check().diagnostics.first { $0.code == .linkUnresolved }
    #expect(wrong != nil || id.contains(" "))
    #expect(wrong?.suggestion == nil)
  }

  @Test("nor of keys, values, files and headings")
  func otherNumbers() {
    #expect(Suggester.nearest(to: "okno2.jpg", among: ["okno.jpg", "okno1.jpg"]) == nil)
    #expect(Suggester.nearest(to: "shag-2", among: ["shag-1", "shag-3"]) == nil)
    #expect(Suggester.nearest(to: "vypusk-ii", among: ["vypusk-i", "vypusk-iii"]) == nil)
    #expect(Suggester.nearest(to: "7-8", among: ["1-2", "6-7"]) == nil)
    #expect(Suggester.nearest(to: "vypusk", among: ["vypusk-1", "vypusk-2"]) == nil)
    #expect(Suggester.nearest(to: "ogorodd-2", among: ["ogorod-2", "ogorod-3"]) == "ogorod-2")
  }

  @Test("of a title in another case", arguments: ["Среды – третьего учителя", "Среде – третьему учителю"])
  func cases(_ title: String) { #expect(suggestion("[sreda]", title)?.value == "sreda") }

  @Test("of the wrong kind, or far from any, say where to look")
  func whereToLook() throws {
    for name in ["sreda", "Сидоров Пётр"] {
      let network = Self.base.replacing("[ilina, gusev]", with: "[ilina, \(name)]", in: Base.project)
      let told = try #require(network.told.first { $0.contains("нет педагога") })
      #expect(told.contains("из папки content/people: eremeev, gasanov"), "\(told)")
      #expect(told.contains("«sreda» – это направление, а здесь ожидается педагог") == (name == "sreda"))
    }
    let none = Self.base.addingFields("community: никакое", to: Base.project).removing(Base.community)
    let told = try #require(none.told.first { $0.contains("нет сообщества") })
    #expect(told.contains("положите файл в папку «сообщества» (communities)"))
    let material = Self.base.addingFields("based_on: [абракадабра]", to: Base.masterClass)
    #expect(material.told.first { $0.contains("нет материала") }?.contains("например projects/ogorod") == true)
  }

  @Test("of members only are not told to others")
  func membersOnly() {
    let network = Self.base.addingFields("visibility: members", to: Base.methodicalCase)
      .addingFields("based_on: [абракадабра]", to: Base.masterClass)
    #expect(network.told.allSatisfy { !$0.contains("krug") })
  }
}
