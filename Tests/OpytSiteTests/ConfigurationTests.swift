import OpytDiagnostics
import OpytMarkup
import OpytModel
import OpytText
import Testing

@testable import OpytFiles
@testable import OpytNetwork
@testable import OpytOutputs
@testable import OpytPages
@testable import OpytSite

@Suite struct ConfigurationTests {
  private func problems(_ json: String) -> [String] {
    SiteConfiguration.read(Array(json.utf8)).diagnostics.map(\.line)
  }

  @Test(arguments: [
    (#"{"название": "А"}"#, "site-config.json:1:2 key-unknown error title"),
    (#"{"Название сети": "А"}"#, "site-config.json:1:2 key-unknown error title"),
    (#"{"title": "А", "адрес": "https://a.example/"}"#, "site-config.json:1:16 key-unknown error base_url"),
    (#"{"title": "А", "часовой пояс": "Europe/Moscow"}"#, "site-config.json:1:16 key-unknown error time_zone"),
    (
      #"{"title": "А", "menu": [{"название": "Б", "link": "projects"}]}"#,
      "site-config.json:1:26 key-unknown error title"
    ),
    (#"{"title": "А", "titel": "Б"}"#, "site-config.json:1:16 key-unknown error title"),
    (#"{"title": 5}"#, "site-config.json:1:11 value-invalid error"),
    (#"{"title": null}"#, "site-config.json:1:11 value-invalid error"),
    (#"{"title": ["А", "Б"]}"#, "site-config.json:1:11 value-invalid error"),
    (#"{"title": ""}"#, "site-config.json:1:11 value-missing error"),
    (#"{"description": "Б"}"#, "site-config.json:1:1 value-missing error"),
    (#"{"title": "А", "language": "de"}"#, "site-config.json:1:28 vocabulary-unknown error"),
    (#"{"title": "А", "base_url": "opyt.example"}"#, "site-config.json:1:28 value-invalid error"),
    (#"{"title": "А", "base_url": "https://opyt.example/?x"}"#, "site-config.json:1:28 value-invalid error"),
    (#"{"title": "А", "base_url": "https://opyt.example/'"}"#, "site-config.json:1:28 value-invalid error"),
    (#"{"title": "А", "base_url": "https://-a.рф"}"#, "site-config.json:1:28 value-invalid error"),
    (#"{"title": "А", "base_url": "https://"}"#, "site-config.json:1:28 value-invalid error"),
    (#"{"title": "А", "base_url": "https://a.рф:65536"}"#, "site-config.json:1:28 value-invalid error"),
    (#"{"title": "А", "menu": [{"title": "Б"}]}"#, "site-config.json:1:35 value-missing error"),
    (#"{"title": "А", "limits": {"file_kilobytes": "64"}}"#, "site-config.json:1:45 value-invalid error"),
    (#"{"title": "А", "limits": {"file_kilobytes": 0}}"#, "site-config.json:1:45 value-invalid error"),
    (#"{"title": "А", "limits": {"file_kilobyte": 1}}"#, "site-config.json:1:27 key-unknown error file_kilobytes"),
    (#"{"title": "А", "photo_consent_required": "true"}"#, "site-config.json:1:42 value-invalid error"),
    (#"{"title": "А", "consent_pattern": "С-2025"}"#, "site-config.json:1:35 value-invalid error"),
    (#"{"title": "А", "consent_pattern": "С-*#"}"#, "site-config.json:1:35 value-invalid error"),
    (#"{"title": "А", "vocabularies": {"area": ["Б"]}}"#, "site-config.json:1:33 key-unknown error"),
    (#"{"title": "А", "content": "../content"}"#, "site-config.json:1:27 path-outside error"),
    (#"{"title": "А", "content": "/etc"}"#, "site-config.json:1:27 path-outside error"),
    (#"{"title": "А", "content": "../\u0301a"}"#, "site-config.json:1:27 path-outside error"),
    (#"{"title": "А", "strict": ["personal-dat"]}"#, "site-config.json:1:27 vocabulary-unknown error personal-data"),
    (#"{"title": "А", "strict": ["deficit-unanswered", "зз"]}"#, "site-config.json:1:49 vocabulary-unknown error"),
    (#"{"title": "А", "strict": 5}"#, "site-config.json:1:26 value-invalid error"),
    (#"{"title": "А", "strict": {"code": 1}}"#, "site-config.json:1:26 value-invalid error"),
    (#"{"title": "А", "title": "Б"}"#, "site-config.json:1:16 key-duplicate error"),
    ("[]", "site-config.json:1:1 value-invalid error"),
  ])
  func tellsAMistakeAtItsPlace(json: String, expected: String) {
    #expect(problems(json) == [expected])
  }

  @Test(arguments: [
    "{", "", "title: А", #"{"title": 'А'}"#, #"{"title": "А"} лишнее"#, "{\"title\": \"А\u{0}\"}",
  ])
  func refusesWhatIsNotJSON(json: String) {
    #expect(problems(json).count == 1)
    #expect(problems(json).first?.contains("configuration-invalid error") == true)
  }

  @Test func saysWhyAnAddressIsWrong() throws {
    let json = #"{"title": "А", "base_url": "https://xn--zzzzzz99999.рф/"}"#
    let problem = try #require(SiteConfiguration.read(Array(json.utf8)).diagnostics.first)
    #expect(problem.advice?.russian.contains("xn--, ничего не значит") == true)
  }

  /// A mistake of the notation that has a certain mend does not hide what else is wrong.
  @Test func tellsAllMistakesOfAFile() {
    let json = "\u{FEFF}{\n  'title': «Сеть»,\n  \"titel\": \"А\"\n  \"report\": True,\n}\n"
    #expect(
      problems(json) == [
        "site-config.json:2:3 configuration-invalid error", "site-config.json:2:12 configuration-invalid error",
        "site-config.json:3:15 configuration-invalid error", "site-config.json:4:13 configuration-invalid error true",
        "site-config.json:4:17 configuration-invalid error", "site-config.json:3:3 key-unknown error title",
      ])
  }

  /// In the notation of JSON: keys in quotes, objects in braces, no names in Russian that there are not.
  @Test(arguments: [
    ("{}", "не хватает ключа «title»", "например: \"title\": \"Сеть детских садов\""),
    (#"{"title": "А", "menu": "да"}"#, "в фигурных скобках", #"например: {"title": …}"#),
    (#"{"title": "А", "авторы": 1}"#, "неизвестный ключ «авторы»", "здесь бывают: title, description, language"),
    (#"{"title": "А", "limits": {"мегабайты": 1}}"#, "неизвестный ключ «мегабайты»", "здесь бывают: file_kilobytes"),
    ("[]", "в фигурных скобках", #"например: {"title": …}"#), ("", "файл пуст", #"{"ключ": "значение"}"#),
    ("{\"title\": \"А\",\n \"language\": \"ru\"\n \"report\": true}", "нет запятой", "поставьте её здесь"),
    (#"{"title": “А”}"#, "типографские кавычки", "прямые двойные кавычки"),
    (#"{"title": "А",}"#, "лишняя запятая", "уберите её"),
    (#"{"title": "А" /* имя */}"#, "не бывает комментариев", "уберите"),
    (#"{"title": "Сеть, "language": "ru"}"#, "кавычка внутри текста", "закройте его кавычкой"),
  ])
  func speaksOfJSON(json: String, words: String, advice: String) throws {
    let problem = try #require(SiteConfiguration.read(Array(json.utf8)).diagnostics.first)
    #expect(problem.message.russian.contains(words))
    #expect(problem.advice?.russian.contains(advice) == true, "\(String(describing: problem.advice))")
  }

  @Test func tellsAnotherEncodingAtItsPlace() throws {
    // «Сеть» in Windows-1251, behind `{"title": "`.
    let bytes = Array(#"{"title": ""#.utf8) + [0xD1, 0xE5, 0xF2, 0xFC] + Array(#""}"#.utf8)
    let problem = try #require(SiteConfiguration.read(bytes).diagnostics.first)
    #expect(problem.line == "site-config.json:1:12 encoding-invalid error")
    #expect(problem.message.russian.contains("Windows-1251"))
  }

  @Test(arguments: [("{}", ["site-config.json:1:1 value-missing error"])])
  func needsATitle(json: String, expected: [String]) {
    #expect(problems(json) == expected)
  }

  @Test func readsEveryKey() throws {
    let json = """
      {"title": "Сеть", "description": "О чём", "language": "en", "base_url": "https://opyt.example/set",
       "municipality": "Город", "content": "тексты", "layouts": "макеты", "output": "сайт",
       "menu": [{"title": "Проекты", "link": "projects"}],
       "vocabularies": {"position": ["кастелянша"], "form": ["педсовет"]},
       "limits": {"file_kilobytes": 64, "attachment_megabytes": 3, "photo_megabytes": 2},
       "photo_consent_required": true}
      """
    let (read, diagnostics) = SiteConfiguration.read(Array(json.utf8))
    let configuration = try #require(read)
    #expect(diagnostics.isEmpty)
    #expect(configuration.title == "Сеть")
    #expect(configuration.description == "О чём")
    #expect(configuration.language == .english)
    #expect(configuration.baseURL?.url().text == "https://opyt.example/set/")
    #expect(configuration.municipality == "Город")
    #expect([configuration.content, configuration.layouts, configuration.output] == ["тексты", "макеты", "сайт"])
    #expect(configuration.menu.flatMap(\.links).map(\.link) == ["projects"])
    #expect(configuration.vocabularies[Positions.vocabulary].entry(for: "Кастелянша") != nil)
    #expect(configuration.vocabularies[Forms.vocabulary].entry(for: "педсовет") != nil)
    #expect(configuration.readingLimits.fileBytes == 64 << 10)
    #expect(configuration.fileLimits.attachmentBytes == 3 << 20)
    #expect(configuration.fileLimits.photoBytes == 2 << 20)
    #expect(configuration.policy.photoConsentRequired)
  }

  @Test(arguments: [
    ("projects", true), ("проекты", true), ("pages/o-seti", true), ("https://opyt.example/", true),
    ("people/ilina", true), ("projekty", false), ("pages/net", false), ("javascript:alert(1)", false),
    ("communities", false), ("cases/zakryt", false), ("cases/ssora", true),
  ])
  func checksWhereTheMenuLeads(link: String, isKnown: Bool) throws {
    let site = try TemporarySite([
      "site-config.json": """
      {"title": "Сеть", "base_url": "https://opyt.example/", "menu": [{"title": "Пункт", "link": "\(link)"}]}
      """,
      "content/pages/o-seti.md": "---\ntitle: О сети\n---\n",
      "content/cases/zakryt.md": TemporarySite.material(title: "Закрытый", fields: "visibility: members"),
    ])
    let expected = isKnown ? [] : ["site-config.json:1:92 configuration-invalid error"]
    #expect(try site.problems() == expected)
  }
}
