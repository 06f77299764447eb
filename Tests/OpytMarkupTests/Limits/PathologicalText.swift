import SampleTexts

/// A text made to keep a Markdown parser busy: fragments of markup, repeated in one of a few shapes. The same seed gives
/// the same text.
struct PathologicalText: CustomStringConvertible {
  let seed: UInt64
  let text: [UInt8]
  /// How the text came to be, short enough for a message.
  let description: String

  private static let fragments = [
    "[", "![", "![[]()", "](", "]", "[]", "[a]", "[^a]", "[^", "[a](b)", "[a](b \"", "(<", ")", "*", "**", "_", "__",
    "*a ", "a* ", "~~", "~", "`", "``", "`a", "<", "<!A", "<!--", "<?", "<![CDATA[", "<a ", "<a b=\"", ">", "@", "a@b.",
    "a@b.c", "a.b", "|", "|-", "|-|", "-", "--", "|a", "\n|", "\n|-|", "\n", "\n\n", "\n- ", "\n  - ", "\n> ", "\n>",
    "\n1. ", "\n* ", "\n    ", "\n\t", "\n[a]: b", "\n[^a]: b", "[b]: <", "\"", "'", "www.", "www.a", "http:",
    "http://",
    "http://a", "mailto:", "xmpp:", "ftp://", ":", "/", "&", "&amp", "&#1;", "&#33;", "\\", "\\|", "!", " ", "  ", "a",
    "д", "#", "\n# ", "\n=", "\n---", "\n```", "\n~~~", "\n<div>", "\n<!--", "\n<script>", "</a>", "<b>", "=\"", "^",
    "]:", "[ ]", "\n- [ ] ", "$", ".", "-a", "_a", "{", "|-|-|\n", "\n:-", "\n\\", "    - ", "> - ", "\u{301}",
  ]

  /// What every line may begin with.
  private static let linePrefixes = ["> ", "- ", "  ", "| ", "1. ", "  | ", "> | ", "    ", "- | ", ">", "* a\n  "]

  init(seed: UInt64, size: Int) {
    self.seed = seed
    var random = SplitMix64(seed: seed)
    func unit() -> [UInt8] {
      var unit: [UInt8] = []
      for _ in 0...random.below(4) {
        let fragment = Self.fragments[random.below(Self.fragments.count)].utf8
        let times = random.below(6) > 0 ? 1 : 1 + random.below(20)
        for _ in 0..<times where unit.count < 200 { unit.append(contentsOf: fragment) }
      }
      return unit
    }

    let prefix = random.below(2) == 0 ? unit() : []
    let first = unit()
    let second = random.below(2) == 0 ? unit() : []
    let suffix = random.below(3) == 0 ? unit() : []
    let shape = random.below(6)
    var text = prefix
    switch shape {
    case 0:  // AAAA…BBBB…
      while text.count < size / 2 { text += first }
      while !second.isEmpty, text.count < size { text += second }
    case 1:  // AB AAB AAAB …
      var times = 1
      while text.count < size {
        for _ in 0..<times where text.count < size { text += first }
        text += second
        times += 1
      }
    case 2:  // A repeated inside lines that begin alike.
      let linePrefix = Self.linePrefixes[random.below(Self.linePrefixes.count)].utf8
      let length = 10 + random.below(2_000)
      while text.count < size {
        text.append(UInt8(ascii: "\n"))
        text.append(contentsOf: linePrefix)
        let end = text.count + length
        while text.count < end { text += first }
      }
    case 3:  // A line of A, then lines of B.
      while text.count < size / 3 { text += first }
      while text.count < size { text += [UInt8(ascii: "\n")] + (second.isEmpty ? first : second) }
    default:  // AAAA…
      while text.count < size { text += first + second }
    }
    text += suffix
    self.text = text
    let parts = [prefix, first, second, suffix].map { String(decoding: $0, as: UTF8.self).debugDescription }
    description = "seed \(seed), shape \(shape): " + parts.joined(separator: " ")
  }
}
