import OpytDiagnostics
import Testing

struct SuggesterTests {
  private static let words = ["проект", "мастер-класс", "кейс", "семинар", "название", "аннотация", "сад"]
  private static let ids = ["sreda-tretiy-uchitel", "novye-tehnologii", "ogorod-na-okne", "sad-5"]

  @Test(arguments: [
    ("прект", "проект"), ("проектт", "проект"), ("порект", "проект"), ("прокт", "проект"), ("семенар", "семинар"),
    ("Названия", "название"), ("анотация", "аннотация"), ("кес", "кейс"), ("мастеркласс", "мастер-класс"),
    ("мастер класс", "мастер-класс"), ("мастер_класс", "мастер-класс"),
  ])
  func slips(_ typed: String, meant: String) {
    #expect(Suggester.nearest(to: typed, among: Self.words) == meant)
  }

  @Test(arguments: [
    // The wrong keyboard layout, both ways, with and without Shift.
    ("ghjtrn", "проект"), ("GHJTRN", "проект"), ("vfcnth-rkfcc", "мастер-класс"), ("yfpdfybt", "название"),
    ("cflt", "сад"),
    // Latin letters that look Cyrillic.
    ("npoект", "проект"), ("кeйc", "кейс"), ("ceминap", "семинар"), ("CAД", "сад"),
  ])
  func keysAndLookalikes(_ typed: String, meant: String) {
    #expect(Suggester.nearest(to: typed, among: Self.words) == meant)
  }

  @Test(arguments: [
    ("щпщкщв-тф-щлту", "ogorod-na-okne"), ("ыфв-5", "sad-5"), ("оgorod-nа-оknе", "ogorod-na-okne"),
    ("ogorod_na_okne", "ogorod-na-okne"), ("novye-tekhnologii", "novye-tehnologii"), ("sad-05", "sad-5"),
  ])
  func latinNames(_ typed: String, meant: String) {
    #expect(Suggester.nearest(to: typed, among: Self.ids) == meant)
  }

  /// Whole words made of look-alikes are further from the name than any slip.
  @Test func everyLetterALookalike() {
    #expect(Suggester.nearest(to: "сору", among: ["copy"]) == "copy")
    #expect(Suggester.nearest(to: "copy", among: ["сору"]) == "сору")
  }

  @Test(arguments: [
    ("елка", "ёлка"), ("ёлка", "елка"), ("Ёлка", "ЕЛКА"), ("е\u{308}лка", "ёлка"), ("и\u{306}огурт", "йогурт"),
    (":tkfybt", "желание"), ("~krf", "ёлка"), ("{jl", "ход"),
  ])
  func letters(_ typed: String, meant: String) {
    #expect(Suggester.nearest(to: typed, among: ["совсем другое", meant]) == meant)
  }

  @Test(arguments: [
    ("sreda-uchitel", "sreda-tretiy-uchitel"), ("sreda", "sreda-tretiy-uchitel"), ("ogorod", "ogorod-na-okne"),
    ("Среда учитель", "Среда – третий учитель"), ("chtlf", "Среда – третий учитель"),
  ])
  func wordsLeftOut(_ typed: String, meant: String) {
    #expect(Suggester.nearest(to: typed, among: Self.ids + ["Среда – третий учитель"]) == meant)
  }

  @Test(arguments: [
    "", " ", "xyz", "q", "концерт на траве", "na", "uchitel-sreda", "sredа-quantum", "5", "sad-6", "sad-55", "ыфв-6",
  ])
  func nothingNear(_ typed: String) {
    #expect(Suggester.nearest(to: typed, among: Self.ids + Self.words) == nil)
  }

  /// ё for е is no slip at all: it counts where a word is too short for one, and it beats a slip.
  @Test func yoIsNoSlip() {
    #expect(Suggester.nearest(to: "еж", among: ["уж", "ёж"]) == "ёж")
    #expect(Suggester.nearest(to: "елка", among: ["полка", "ёлка"]) == "ёлка")
  }

  @Test func tiesGoToTheFirstAndNearnessWins() {
    #expect(Suggester.nearest(to: "сат", among: ["сад", "сам"]) == "сад")
    #expect(Suggester.nearest(to: "сам", among: ["сад", "сам"]) == "сам")
    // A slip is nearer than words left out, whatever stands first.
    #expect(Suggester.nearest(to: "ogorod", among: ["ogorod-na-okne", "ogorody"]) == "ogorody")
    // The shortest of the names that have all the words.
    #expect(Suggester.nearest(to: "sreda", among: ["sreda-tretiy-uchitel", "sreda-zhizni"]) == "sreda-zhizni")
    #expect(Suggester.nearest(to: "проект", among: [String]()) == nil)
  }

  /// A line pasted where a name belongs must not take time.
  @Test(.timeLimit(.minutes(1)))
  func longTexts() {
    let candidates = (0..<2_000).map { "kandidat-\($0)-" + String(repeating: "a", count: 60) }
    #expect(Suggester.nearest(to: String(repeating: "щ", count: 100_000), among: candidates) == nil)
    #expect(Suggester.nearest(to: String(repeating: "щ", count: 200), among: candidates) == nil)
  }

  /// What may be written without asking.
  @Test(arguments: [
    ("ogorod-na-okna", "ogorod-na-okne", true), ("щпщкщв-тф-щлту", "ogorod-na-okne", true), ("прект", "проект", true),
    // Words left out; another number; nothing near.
    ("ogorod", "ogorod-na-okne", false), ("sad-6", "sad-5", false), ("sad-55", "sad-5", false),
    ("sadd", "sad-5", false),
    ("xyz", "sad-5", false),
  ])
  func certain(_ typed: String, _ candidate: String, _ isCertain: Bool) {
    let others = (Self.words + Self.ids).filter { $0 != candidate }
    #expect(Suggester.isCertain(candidate, for: typed, among: others) == isCertain)
  }

  @Test func nothingIsCertainBetweenTwo() {
    #expect(Suggester.isCertain("ilina", for: "ilinna", among: ["gusev"]))
    #expect(!Suggester.isCertain("ilina", for: "ilinna", among: ["gusev", "ilyina"]))
  }
}
