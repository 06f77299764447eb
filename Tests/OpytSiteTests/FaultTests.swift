import Foundation
import Testing

@testable import OpytSite

/// Whatever call to the system fails, and whenever the program is killed: the old site or the new one stands, whole;
/// the exit code and the words say what happened; and the next run puts all right.
///
/// `make faults` tries every call; a plain run of the tests, some of each kind.
@Suite struct FaultTests {
  private static let triesAll = ProcessInfo.processInfo.environment["OPYT_FAULTS"] == "all"
  private static let codes = [ENOSPC, EIO, EMFILE, EACCES]

  @Test(arguments: FaultyMachine.Kind.allCases.filter { $0 != .any })
  func oneCallFails(kind: FaultyMachine.Kind) throws {
    let trial = try Trial()
    // What is done otherwise then is renaming and removing.
    for isWithoutExchange in [.rename, .remove].contains(kind) ? [false, true] : [false] {
      let machine = FaultyMachine(site: trial.site, isWithoutExchange: isWithoutExchange)
      for number in try numbers(of: kind, on: machine, trial) {
        for code in Self.triesAll ? Self.codes : [Self.codes[number % Self.codes.count]] {
          try expectOldOrNew(.init(kind: kind, number: number, code: code), on: machine, trial)
        }
      }
    }
  }

  @Test(arguments: [false, true])
  func theProgramIsKilledBeforeACall(isWithoutExchange: Bool) throws {
    let trial = try Trial()
    let machine = FaultyMachine(site: trial.site, isWithoutExchange: isWithoutExchange)
    // Before each name that changes, in any case: only there a half may show.
    for kind in [FaultyMachine.Kind.rename, .any] {
      let numbers = try numbers(of: kind, on: machine, trial)
      for number in kind == .rename ? Array(1...(numbers.max() ?? 1)) : numbers {
        try expectOldOrNew(.init(kind: kind, number: number, code: 0), on: machine, trial)
      }
    }
  }

  @Test(arguments: [false, true])
  func theProgramIsKilledAtARandomMoment(isWithoutExchange: Bool) throws {
    let trial = try Trial()
    let machine = FaultyMachine(site: trial.site, isWithoutExchange: isWithoutExchange)
    try trial.restore()
    let calls = try #require(try machine.run(trial.build).counts?.calls[.any])
    var dice = RandomEdits(seed: isWithoutExchange ? 11 : 7)
    for _ in 0..<(Self.triesAll ? 500 : 2) {
      try expectOldOrNew(.init(kind: .any, number: 1 + dice.roll(calls), code: 0), on: machine, trial)
    }
  }

  /// Whether it is the content, the layouts or a folder in them: what can't be listed is not taken for empty.
  @Test(arguments: ["content", "content/cases", "layouts", "layouts/strings"])
  func aFolderThatMayNotBeListed(folder: String) throws {
    let site = try TemporarySite()
    try site.write("Заметки\n", to: "layouts/README.md")
    try site.write("{}\n", to: "layouts/strings/ru.json")
    _ = try site.build()
    let old = try site.tree()
    try #require(chmod(site.path(folder), 0) == 0)
    defer { chmod(site.path(folder), 0o700) }
    let result = try OpytCommand.run(["build", "--site", site.folder], shell: OpytCommand.asAnybody)
    #expect(result.exitCode == 3 && result.errors.contains("нет прав"), "\(result.told)")
    #expect(try site.tree() == old)
  }

  /// Which calls to let fail: all, or the first, the last and some between.
  private func numbers(
    of kind: FaultyMachine.Kind, on machine: FaultyMachine, _ trial: Trial
  ) throws -> [Int] {
    try trial.restore()
    let count = try #require(try machine.run(trial.build).counts?.calls[kind])
    try #require(count > 0, "\(kind)")
    // A file that can't be read is one of many kinds: documents, files beside them, layouts, what the last run kept.
    if Self.triesAll || count <= 2 || kind == .read { return Array(1...count) }
    return [1 + count * 2 / 5, count]
  }

  private func expectOldOrNew(_ fault: FaultyMachine.Fault, on machine: FaultyMachine, _ trial: Trial) throws {
    try trial.restore()
    let (result, counts) = try machine.run(trial.build, fault)
    let site = try trial.standing()
    let comment: Comment = "\(fault), \(machine.isWithoutExchange ? "without" : "with") exchange: \(result.told)"
    if counts == nil {
      #expect(result.exitCode == 128 + SIGKILL, comment)
      // Between two renames there is no site; whatever comes next puts it back.
      if machine.isWithoutExchange, site == nil {
        let check = try machine.run(["check", "--site", trial.site.folder]).result
        #expect(check.errors.contains("восстановлен прежний сайт"), comment)
        #expect(try trial.standing() == trial.old, comment)
      } else {
        #expect(site == trial.old || site == trial.new, comment)
      }
    } else {
      #expect(try machine.leftovers.isEmpty, comment)
      switch result.exitCode {
      // Nothing that was needed failed.
      case 0: #expect(site == trial.new, comment)
      case 1:
        #expect(counts?.hasFailed == true && fault.code == EACCES && result.told.contains("нет прав ["), comment)
        #expect(site == trial.old, comment)
      default:
        #expect(counts?.hasFailed == true && result.exitCode == 3, comment)
        #expect(result.errors.hasPrefix("Сбой: ") && result.errors.contains("Старый сайт остался на месте"), comment)
        #expect(site == trial.old, comment)
      }
    }
    let next = try machine.run(trial.build).result
    #expect(next.exitCode == 0, "\(comment) then \(next.told)")
    #expect(try trial.standing() == trial.new, comment)
    #expect(try machine.leftovers.isEmpty, comment)
  }
}

/// An old site, the new one that its sources should give, and a folder to try it in.
private struct Trial {
  let site: TemporarySite
  let old: [String: Data]
  let new: [String: Data]

  init() throws {
    site = try TemporarySite(basedOn: [:])
    try Self.restore(site)
    old = try site.tree()
    _ = try site.build()
    new = try site.tree()
    try #require(old != new)
  }

  /// Words of a command that builds the new site.
  var build: [String] { ["build", "--site", site.folder, "--jobs", "1"] }

  /// The old site with the sources of the new one.
  func restore() throws { try Self.restore(site) }

  private static func restore(_ site: TemporarySite) throws {
    for name in try FileManager.default.contentsOfDirectory(atPath: site.folder) {
      try FileManager.default.removeItem(atPath: site.path(name))
    }
    try site.write(TemporarySite.network)
    try site.write("%PDF-1.4\n", to: "content/projects/ogorod/plan.pdf")
    try site.write(
      TemporarySite.project(title: "Огород", fields: "attachments: [{file: plan.pdf, title: План}]"),
      to: "content/projects/ogorod/index.md")
    try site.write("Заметки\n", to: "layouts/README.md")
    _ = try site.build()
    let changed = TemporarySite.material(title: "Спор", body: "Другой текст.\n")
    try site.write(changed, to: "content/cases/ssora.md")
    try site.write(changed.replacing("Спор", with: "Игра"), to: "content/cases/igra.md")
  }

  /// What stands there; nil for no site at all.
  func standing() throws -> [String: Data]? { site.exists("public") ? try site.tree() : nil }
}
