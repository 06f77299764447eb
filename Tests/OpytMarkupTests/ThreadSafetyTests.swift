import Foundation
import OpytMarkup
import Synchronization
import Testing

/// libcmark-gfm 0.29 changes tables of its own while it parses with extensions: without what `CMarkLibrary` does about it
/// some of these outputs come out wrong (seen: a `~~` or a `|` left as text) or the process dies. Half of the
/// texts have a `~` and wait for each other, the other half are parsed beside them.
struct ThreadSafetyTests {
  @Test func eightThreadsGiveWhatOneGives() {
    let texts = (0..<16).map { number in
      let strike = number.isMultiple(of: 2) ? "~~" : "*"
      return String(
        repeating:
          "~~нет \(number)~~ и www.example\(number).org\n\n| а | ~~б~~ |\n|:-:|---|\n| \(number) | a@b.ru |\n\n"
          + "- [x] ~~сделано~~[^1] https://example.org/\(number)\n\n", count: 6
      ).replacing("~~", with: strike) + "[^1]: \(strike)сноска\(strike) \(number)\n"
    }
    let wanted = texts.map { Reading(body: $0).html }
    #expect(Set(wanted).count == texts.count)

    let wrong = Mutex(0)
    DispatchQueue.concurrentPerform(iterations: 8) { thread in
      for round in 0..<60 {
        let number = (round * 7 + thread) % texts.count
        if Reading(body: texts[number]).html != wanted[number] { wrong.withLock { $0 += 1 } }
      }
    }
    #expect(wrong.withLock { $0 } == 0)
  }
}
