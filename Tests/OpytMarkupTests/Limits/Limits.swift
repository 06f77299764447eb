/// What reading any file may take (`quality.md`, Bad input), and how large the texts are that try it.
enum Limits {
  #if DEBUG
    static let time: Duration = .seconds(3)
    static let size = 400_000
  #else
    static let time: Duration = .seconds(1)
    static let size = (1 << 20) - 100
  #endif
}
