import Dispatch
import OpytDiagnostics

/// A sign of life on a terminal when a run takes longer than a second.
struct Progress {
  private let timer: any DispatchSourceTimer

  init(language: Language) {
    timer = DispatchSource.makeTimerSource(queue: .global())
    timer.schedule(deadline: .now() + 1, repeating: 1)
    let start = ContinuousClock.now
    timer.setEventHandler {
      let seconds = (ContinuousClock.now - start).components.seconds
      _ = Terminal.writeError("\r\(Phrase("Работаю… \(seconds) с", en: "Working… \(seconds) s")(in: language)) ")
    }
    timer.resume()
  }

  func finish() {
    timer.cancel()
    _ = Terminal.writeError("\r\u{1B}[K")
  }
}
