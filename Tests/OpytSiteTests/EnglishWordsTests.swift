import Foundation
import Testing

@testable import OpytFiles
@testable import OpytSite

/// Where the configuration asks for English, all that a person is told is English; only what authors wrote is not.
@Suite struct EnglishWordsTests {
  private static let configuration = """
    {"title": "Net", "language": "en", "base_url": "https://opyt.example/",
     "menu": [{"title": "Nowhere", "link": "projekts"}]}
    """

  /// Mistakes of all sorts. Names are Latin, so that what is Russian in a message is either quoted or ours.
  private static let mistakes: [String: String] = [
    "site-config.json": configuration,
    "layouts/strings/en.json": #"{"home": "{count}", "unused": "x", "contents": 5, "page_of_list": "{titel}"}"#,
    "layouts/home.mustache": "{{titel}}{{#list}}<a href=\"{{title}}\">{{{x}}}{{>nowhere}}",
    "content/kindergartens/sad-5.md":
      "---\ntitle: Five\nnumber: пять\nmunicipality: Town\njoined: 2026-02-30\nсайт: opyt\nпочта: a@b\n---\n",
    "content/kindergartens/sad-6.md": "---\ntitle: Six\nnumber: 0\nsuccessor: sad-6\nphone: нет\n---\n",
    "content/directions/sreda.md": "---\ntitle: Space\nsummary: About.\ncolor: red\nslug: Среда\n---\n",
    "content/directions/empty.md": "---\ntitle: Empty\nsummary: About.\naliases: [../x]\n---\n",
    "content/people/ilina.md":
      "---\ntitle: Ilina\nposition: космонавт\nkindergarten: sad-55\nconsent: да\nphoto: nowhere.jpg\n---\n",
    "content/people/idle.md": "---\ntitle: Idle\nposition: teacher\nconsent: 1\nemail: нет\n"
      + "posts: [{kindergarten: sad-6, from: 2026-01-01}, {kindergarten: sad-6, position: тьютор}, {partner: x}]\n---\n",
    "content/cases/ssora.md": TemporarySite.material(title: "Quarrel").replacing("[sreda]", with: "[sredа, nichego]"),
    "content/cases/same.md": TemporarySite.material(title: "Same", fields: "slug: ssora"),
    "content/cases/no-front-matter.md": "Текст без полей.\n",
    "content/cases/unclosed.md": "---\ntitle: Открыто\n",
    "content/cases/alias.md": "---\ntitle: &a x\nsummary: *a\n---\n",
    "content/cases/tab.md": "---\ntitle: x\n\tsummary: y\n---\n",
    "content/cases/colon.md": "---\ntitle: Ссора: кто первый\n---\n",
    "content/cases/index.md": "---\ntitle: Index\n---\n",
    "content/cases/.md": "---\ntitle: Nameless\n---\n",
    "content/cases/con.md": "---\ntitle: Con\n---\n",
    "content/cases/empty.md": "---\ntitle:\nсводка: x\nsummary: y\ntitle: z\nstatus: готово\n---\n",
    "content/cases/body.md": TemporarySite.material(
      title: "Body", published: "12.13.2026", fields: "minutes: сто\naudience: [космонавты]\nvisibility: никому",
      body: """
        [a](nowhere.md) [b](#нет) [c](../cases/ssora.md#нет) [d](javascript:alert(1)) [e](//host/) ![](okno.png)

        <script>x</script> \u{202E} &#1; [^x] ![x](../../../etc/passwd)

        Телефон +7 912 345-67-89, Иванов Петя, 5 лет.
        """),
    "content/cases/deep.md": TemporarySite.material(title: "Deep", body: String(repeating: "> ", count: 150) + "x"),
    "content/cases/control.md": TemporarySite.material(title: "Control", body: "а\u{1}б"),
    "content/projects/ogorod.md":
      "---\ntitle: Garden\nstages: нет\nstart: 2026-05-01\nend: 2026-04-01\nstatus: завершён\n---\n",
    "content/seminars/den.md": """
    ---
    title: Day
    host: sad-5
    date: завтра
    sessions:
      - title: A
        start: "10:00"
        end: "9:00"
        presenters: [ilina]
      - {title: B, start: "25:00"}
      - нет
    ---
    """,
    "content/events/krug.md":
      "---\ntitle: Circle\nform: сход\nstart: 2026-03-15 25:30\ntask: x\nstate: held\ninitiators: [nobody]\n---\n",
    "content/communities/one.md": "---\ntitle: One\ntype: кружок\ncoordinator: idle\nmembers: [ilina]\n---\n",
    "content/deficits/voprosy.md":
      "---\ntitle: Questions\ndescription: x\nrevealed_by: y\nperiod: 2025/2027\n---\n",
    "content/deficits/closed.md":
      "---\ntitle: Closed\ndescription: x\nrevealed_by: y\nperiod: 2025/2026\nclosed: {date: 2025-01-01, how: x}\n---\n",
    "content/plans/plan.md": """
    ---
    title: Plan
    academic_year: 2025/2026
    kindergarten: sad-5
    community: one
    approved: педсовет
    topics:
      - title: A
        actions:
          - {title: A, term: скоро}
          - {title: B, term: до мая 2026}
          - {title: C, term: 2027-03}
          - {title: D, term: 2026-03 – 2026-02}
          - {title: E, term: 30 февраля 2026}
          - {title: F, term: сентябрь}
    ---
    """,
    "content/plans/bare.md": "---\ntitle: Bare\nacademic_year: 2025/2026\ntopics: [{title: A}, {title: B}]\n---\n",
    "content/bulletins/one.md": "---\nnumber: 1\nstart: 2026-03-31\nend: 2026-03-01\neditor: [nobody]\n---\n",
    "content/bulletins/two.md": "---\nnumber: 1\nstart: 2026-03-01\nend: 2026-03-31\neditor: [ilina]\n---\n",
    "content/projekts/x.md": "---\n---\n",
    "content/abrakadabra/x.md": "---\n---\n",
    "content/stray.md": "---\n---\n",
    "content/addresses.txt": "Адрес\n-\n- keysy/a.html\n- keysy/a.html 2026-02-30\n- keysy/a.html завтра\n"
      + "keysy/a.html x\n=======\nhttps://a.b/c.html\n",
    "content/projects/unused.pdf": "x",
    "content/projects/unused.exe": "x",
  ]

  /// What is left of a message when excerpts and quotations are taken away.
  private func ours(_ text: String) -> String {
    text.split(separator: "\n").filter { $0.firstMatch(of: /^ *\d+ │/) == nil }.joined(separator: "\n")
      .replacing(/“[^”]*”/, with: "“”")
      // A line to paste has the author's own words.
      .replacing("- title: нет", with: "")
  }

  private func run(_ arguments: [String]) throws -> OpytCommand.Result {
    let command = OpytCommand(arguments)
    try command.process.run()
    return command.wait()
  }

  private func expectEnglish(_ result: OpytCommand.Result, exitCode: Int32, _ words: String = ": ") {
    // An issue's words are its author's.
    let told = result.output.hasPrefix("<!") ? result.errors : result.told
    #expect(result.exitCode == exitCode, "\(told)")
    #expect(told.contains(words), "\(told)")
    #expect(!told.isEmpty)
    for line in ours(told).split(separator: "\n") {
      #expect(!line.unicodeScalars.contains { (0x400...0x4FF).contains($0.value) }, "\(line)")
    }
  }

  @Test(arguments: [["check"], ["build"], ["bulletin", "1"], ["report", "--year", "2025/2026"]])
  func mistakesInTheContent(command: [String]) throws {
    let site = try TemporarySite(basedOn: Self.mistakes)
    try site.write([0xD1, 0xE5], to: "content/cases/cp1251.md")
    let result = try run(command + ["--site", site.folder])
    expectEnglish(result, exitCode: 1, "errors and")
    #expect(result.told.components(separatedBy: ": error: ").count > 60)
  }

  /// What no test provokes.
  @Test func everyEnglishPhraseOfTheProgram() throws {
    let sources = SitePagesTests.repository + "/Sources"
    let files = try FileManager.default.subpathsOfDirectory(atPath: sources).filter { $0.hasSuffix(".swift") }
    #expect(files.count > 100)
    var count = 0
    for file in files {
      let text = try String(contentsOfFile: sources + "/" + file, encoding: .utf8)
      for match in text.matches(of: /\ben: *("""(?s:.*?)"""|"(?:[^"\\]|\\.)*")/) {
        count += 1
        #expect(!match.1.unicodeScalars.contains { (0x400...0x4FF).contains($0.value) }, "\(file): \(match.1)")
      }
    }
    #expect(count > 300)
  }

  @Test func whenAllIsWell() throws {
    let site = try IssueNetwork.site([
      "site-config.json": #"{"title": "Net", "language": "en"}"#,
      "content/people/bez-soglasiya.md": "---\ntitle: Nobody\nposition: воспитатель\n---\n",
    ])
    expectEnglish(try OpytCommand.run("check", "--site", site.folder), exitCode: 0, "Documents checked")
    expectEnglish(try OpytCommand.run("build", "--site", site.folder), exitCode: 0, "Done: pages")
    expectEnglish(try OpytCommand.run("bulletin", "1", "--site", site.folder), exitCode: 0, "Done: issue")
    expectEnglish(try OpytCommand.run("report", "--site", site.folder), exitCode: 0, "Done: tables")
  }

  @Test(arguments: [
    ["check", "--today", "вчера"], ["check", "--today", "2026-02-30"], ["build", "--base-url", "https://опыт рф"],
    ["build", "--jobs", "0"], ["build", "--output", "content"], ["build", "--output", "foreign"],
    ["bulletin", "первый"], ["bulletin", "7"], ["bulletin", "1", "--output", "content"],
    ["bulletin", "1", "--output", "content/x.html"], ["report", "--year", "2025"],
    ["report", "--year", "2025/2026", "--output", "foreign"],
    ["report", "--year", "2025/2026", "--output", "site-config.json"],
    ["report", "--year", "2025/2026", "--output", "content"],
  ])
  func wrongUsage(arguments: [String]) throws {
    let site = try IssueNetwork.site([
      "site-config.json": #"{"title": "Net", "language": "en"}"#, "foreign/x.txt": "x",
    ])
    let command = arguments.map { argument in
      ["content", "content/x.html", "foreign", "site-config.json"].contains(argument) ? site.path(argument) : argument
    }
    expectEnglish(try run(command + ["--site", site.folder]), exitCode: 2, "Error: ")
  }

  @Test(arguments: [
    #"{"title": 'Net', "language": "en", "titel": 5, "base_url": "https://опыт рф",}"#,
    #"{"language": "en", "time_zone": "Луна", "content": "..", "report": "yes", "menu": 5, "limits": {"photo_megabytes": 0}}"#,
    #"{"language": "en", "title": "Net", "content": "nowhere"}"#,
  ])
  func mistakesInTheConfiguration(configuration: String) throws {
    let site = try TemporarySite(["site-config.json": configuration])
    expectEnglish(try OpytCommand.run("check", "--site", site.folder), exitCode: 2)
  }

  @Test func failuresOfTheMachine() throws {
    let site = try TemporarySite(["site-config.json": #"{"title": "Net", "language": "en"}"#])
    let limited = OpytCommand(["build", "--site", site.folder], shell: "ulimit -f 2;")
    try limited.process.run()
    expectEnglish(limited.wait(), exitCode: 3, "The site was not built.")
    let held = try OutputFolder(path: site.path("public"), sources: [])
    expectEnglish(try OpytCommand.run("build", "--site", site.folder), exitCode: 2, "another process")
    withExtendedLifetime(held) {}
  }

  @Test func interruption() throws {
    var files = TemporarySite.network
    files["site-config.json"] = #"{"title": "Net", "language": "en"}"#
    let body = String(repeating: "Дети спорят о том, кто первый.\n\n", count: 200)
    for number in 1...200 {
      files["content/cases/spor-\(number).md"] = TemporarySite.material(title: "Спор \(number)", body: body)
    }
    let site = try TemporarySite(basedOn: files)
    // Whether it comes in time depends on the machine: what counts is what is said if it does.
    for delay in [50, 150, 400] as [UInt32] {
      let command = OpytCommand(["build", "--site", site.folder, "--jobs", "1"])
      try command.process.run()
      usleep(delay * 1000)
      kill(command.process.processIdentifier, SIGINT)
      let result = command.wait()
      if result.exitCode == 130 { expectEnglish(result, exitCode: 130, "Interrupted. ") }
    }
  }
}
