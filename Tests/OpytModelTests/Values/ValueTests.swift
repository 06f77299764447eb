import OpytDiagnostics
import Testing

@testable import OpytModel

@Suite("Values")
struct ValueTests {
  // MARK: Texts

  @Test(
    "a text is what was written",
    arguments: [
      ("no", "no"), ("08", "08"), ("12:30", "12:30"), ("1e3", "1e3"), ("true", "true"), ("null", "null"), ("~", "~"),
      ("2026-02-30", "2026-02-30"), ("0x1F", "0x1F"), (".5", ".5"), ("5 %", "5 %"), ("\"Да\"", "Да"),
      ("'«Кавычки»'", "«Кавычки»"), ("\"  Поля  \"", "Поля"), ("№\u{A0}5", "№\u{A0}5"), ("Ёлка", "Ёлка"),
      ("Е\u{308}лка", "Ёлка"), (">-\n  Первая\n  вторая", "Первая вторая"), ("|\n  Первая\n  вторая", "Первая вторая"),
      (">\n  Сад №\u{A0}5\n  вторая", "Сад №\u{A0}5 вторая"), ("Первая\n  вторая", "Первая вторая"),
    ])
  func text(_ written: String, _ expected: String) throws {
    let (document, problems) = try decode("title: \(written)")
    #expect(problems == [])
    #expect(Array(document.entity.title.value.unicodeScalars) == Array(expected.unicodeScalars))
  }

  @Test(
    "a text may have paragraphs where the field has",
    arguments: [
      ("Один", ["Один"]), ("|\n  Один\n  раз\n\n  Два", ["Один раз", "Два"]),
      ("Один\n  раз\n\n  Два", ["Один раз", "Два"]),
      ("Один\n\n\n\n  Два", ["Один", "Два"]), (">\n  Один\n  раз\n\n  Два", ["Один раз", "Два"]),
      ("\"Один\n  раз\n\n  Два\"", ["Один раз", "Два"]),
    ])
  func prose(_ written: String, _ expected: [String]) throws {
    let (value, problems) = try content(of: "why", "why: \(written)", as: .project)
    #expect(problems == [])
    #expect("\(value)" == "prose(\(expected))")
  }

  // MARK: Lists and scalars

  @Test("one value is a list of one", arguments: ["[Картон]", "Картон", "\n  - Картон", "[Картон, ]"])
  func listOfOne(_ written: String) throws {
    let (value, problems) = try content(of: "materials", "materials: \(written)", as: .masterClass)
    #expect(problems == [])
    #expect("\(value)" == #"list([OpytModel.FieldContent.text("Картон")])"#)
  }

  @Test("one record is a list of one")
  func recordOfOne() throws {
    let network = TestNetwork.base.replacing("[{title: Подготовка}]", with: "{title: Подготовка}", in: Base.project)
    #expect(network.problems == [])
    #expect(try network.check().entity(Base.project, as: Project.self).stages.map(\.title.value) == ["Подготовка"])
  }

  @Test(
    "a list for one value is an error, and the only one",
    arguments: [("title: О сети", "title: [О, сети]"), ("title: О сети", "title:\n  - О сети")])
  func listForScalar(_ old: String, _ new: String) {
    let network = TestNetwork.base.replacing(old, with: new, in: Base.page)
    #expect(network.problems.map { $0.split(separator: " ")[1] } == ["value-invalid"])
    #expect(network.messages == ["здесь нужно одно значение, а записан список"])
  }

  @Test("fields for one value are an error")
  func mappingForScalar() {
    let network = TestNetwork.base.replacing("title: О сети", with: "title: {О: сети}", in: Base.page)
    #expect(network.problems == ["content/pages/o-seti.md:2:8 value-invalid error"])
    #expect(network.messages == ["здесь нужно одно значение, а записаны поля"])
  }

  @Test("a text for fields is an error, with what is needed")
  func scalarForRecord() {
    let network = TestNetwork.base.replacing("[{title: Подготовка}]", with: "[Подготовка]", in: Base.project)
    #expect(network.problems == ["content/projects/ogorod.md:17:10 value-invalid error"])
    #expect(network.check().diagnostics.first?.snippet?.russian == "stages:\n  - title: Подготовка")
  }

  @Test("a list inside a list of texts is an error")
  func nestedList() {
    let network = TestNetwork.base.replacing("[Завести дневник]", with: "[[Завести дневник]]", in: Base.project)
    #expect(network.problems == ["content/projects/ogorod.md:16:9 value-invalid error"])
  }

  // MARK: Results

  @Test("results are one list", arguments: ["[Растёт]", "Растёт", "\n  - Растёт"])
  func flatResults(_ written: String) throws {
    let network = TestNetwork.base.replacing("[Дети измеряют рост]", with: written, in: Base.project)
    #expect(network.problems == [])
    let results = try network.check().entity(Base.project, as: Project.self).material.results
    #expect(results.general.map(\.value) == ["Растёт"])
    #expect(results.children.isEmpty && results.parents.isEmpty && results.teachers.isEmpty)
  }

  @Test("or a record of three lists, one or more of them")
  func resultsByAudience() throws {
    let network = TestNetwork.base.replacing(
      "[Дети измеряют рост]", with: "{детям: [Растут, Поют], teachers: Слушают}", in: Base.project)
    #expect(network.problems == [])
    let results = try network.check().entity(Base.project, as: Project.self).material.results
    #expect(results.children.map(\.value) == ["Растут", "Поют"])
    #expect(results.teachers.map(\.value) == ["Слушают"])
    #expect(results.general.isEmpty && results.parents.isEmpty)
  }

  @Test("and nothing else")
  func wrongResults() {
    let network = TestNetwork.base.replacing(
      "[Дети измеряют рост]", with: "{детяам: [Растут], parents: Да}", in: Base.project)
    #expect(network.problems == ["content/projects/ogorod.md:10:11 key-unknown error детям"])
  }

  // MARK: Numbers

  @Test(
    "a number may have a decimal comma",
    arguments: [
      ("42", 42.0), ("\"4,5\"", 4.5), ("4.5", 4.5), ("-3", -3), ("0", 0), ("\" 7 \"", 7), ("1 200", 1200),
      ("45,5 %", 45.5), ("5%", 5), ("−3", -3),
    ])
  func decimals(_ written: String, _ expected: Double) throws {
    let (document, problems) = try decode(
      "indicators: [{name: Вопросы, points: [{period: май, value: \(written)}]}]", as: .project)
    #expect(problems.allSatisfy { $0 == "2:1 value-missing error" })
    #expect((document.entity as? Project)?.material.indicators.first?.points.first?.value.value == expected)
  }

  @Test(
    "nothing else is a number",
    arguments: ["1e3", "много", "1 20", "\"1.234,5\"", "nan", "inf", "0x1F", "5 штук", "--5", "-"])
  func otherNumbers(_ written: String) {
    let network = TestNetwork.base.addingFields(
      "indicators: [{name: Вопросы, points: [{period: май, value: \(written)}]}]", to: Base.project)
    #expect(network.problems == ["content/projects/ogorod.md:2:60 value-invalid error"])
  }

  @Test(
    "a whole number has digits only", arguments: ["4,5", "4.5", "-1", "1e3", "пять", "0x1F", "99999999999999999999"])
  func wholeNumbers(_ written: String) {
    let network = TestNetwork.base.addingFields("order: \(written)", to: Base.page)
    #expect(network.problems == ["content/pages/o-seti.md:2:8 value-invalid error"])
    #expect(network.messages == ["нужно целое число, а не «\(written)»"])
  }

  @Test(
    "a truth is yes or no", arguments: [("да", true), ("Нет", false), ("yes", true), ("no", false), ("TRUE", true)])
  func flags(_ written: String, _ expected: Bool) throws {
    let (document, problems) = try decode("title: О сети\nmenu: \(written)")
    #expect(problems == [])
    #expect((document.entity as? Page)?.menu?.value == expected)
  }

  @Test("nothing else is a truth", arguments: ["on", "1", "угу"])
  func otherFlags(_ written: String) throws {
    #expect(try decode("title: О сети\nmenu: \(written)").problems == ["3:7 value-invalid error"])
  }

  // MARK: Limits

  @Test(
    "minutes are 5 to 480",
    arguments: [("4", false), ("5", true), ("480", true), ("481", false), ("0", false), ("9223372036854775807", false)])
  func minutes(_ written: String, _ isGood: Bool) {
    let network = TestNetwork.base.replacing("minutes: 45", with: "minutes: \(written)", in: Base.masterClass)
    #expect(network.problems == (isGood ? [] : ["content/master-classes/lepbuk.md:13:10 value-invalid error"]))
    #expect(network.messages == (isGood ? [] : ["число \(written) вне пределов от 5 до 480"]))
  }

  @Test("numbers that pass every bound break no sum")
  func hugeNumbers() {
    let step = "{title: Шаг, minutes: 9223372036854775807}"
    let network = TestNetwork.base.replacing("[{title: Знакомство}]", with: "[\(step), \(step)]", in: Base.masterClass)
    #expect(
      network.problems == [
        "content/master-classes/lepbuk.md:15:31 value-invalid error",
        "content/master-classes/lepbuk.md:15:75 value-invalid error",
      ])
  }

  @Test("a summary has at most 500 characters", arguments: [(500, true), (501, false)])
  func summary(_ count: Int, _ isGood: Bool) {
    let text = String(repeating: "й", count: count)
    let network = TestNetwork.base.replacing("Как вырастить лук зимой.", with: text, in: Base.project)
    #expect(network.problems == (isGood ? [] : ["content/projects/ogorod.md:3:10 value-too-long error"]))
    #expect(network.messages == (isGood ? [] : ["слишком длинно: знаков 501, а можно 500"]))
  }
}
