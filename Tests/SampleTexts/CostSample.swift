/// A document made of one thing, as long as one likes.
package struct CostSample: Sendable {
  package let name: String
  /// The document with about so many bytes.
  package let document: @Sendable (_ bytes: Int) -> String

  // MARK: Shapes

  /// A text of one unit, again and again.
  static func text(_ unit: String) -> CostSample {
    CostSample(name: "text \(unit.prefix(60).debugDescription)") { project(text: times(unit, $0)) }
  }

  /// A text of parts that differ.
  static func text(_ name: String, _ part: @escaping @Sendable (Int) -> String) -> CostSample {
    CostSample(name: "text: \(name)") { project(text: numbered($0, part)) }
  }

  /// Two runs, one behind the other.
  static func text(_ first: String, then second: String) -> CostSample {
    CostSample(name: "text \(first.debugDescription), then \(second.debugDescription)") {
      project(text: times(first, $0 / 2) + times(second, $0 / 2))
    }
  }

  /// A field of one unit, again and again, between quotes.
  static func field(_ key: String, _ unit: String) -> CostSample {
    CostSample(name: "\(key) of \(unit.debugDescription)") {
      project("\(key): '\(times(unit.replacing("'", with: "''"), $0))'\n", without: key)
    }
  }

  /// A field written in lines of its own.
  static func lines(_ key: String, _ name: String, _ line: @escaping @Sendable (Int) -> String) -> CostSample {
    CostSample(name: "\(key): \(name)") { project("\(key):\n" + numbered($0, line), without: key) }
  }

  /// Lines among the fields.
  static func fields(_ name: String, _ line: @escaping @Sendable (Int) -> String) -> CostSample {
    CostSample(name: "fields: \(name)") { project(numbered($0, line)) }
  }

  // MARK: Documents

  private static let known: KeyValuePairs = [
    "title": "Двор", "summary": "Кратко.", "why": "Зачем.", "authors": "[ilina]", "kindergartens": "[sad-5]",
    "directions": "[sreda]", "audience": "[children]", "published": "2026-03-12", "status": "piloting",
    "type": "research", "start": "2025-10-01", "end": "2026-03-01", "problem": "Беда.", "goal": "Цель.",
    "tasks": "[Завести дневник]", "stages": "[{title: Подготовка}]", "product": "[Дневник]",
  ]

  static func project(_ fields: String = "", without key: String = "", text: String = "Текст.\n") -> String {
    let given = known.filter { $0.key != key }.map { "\($0.key): \($0.value)\n" }.joined()
    return "---\n\(given)\(fields)---\n\n\(text)"
  }

  static func times(_ unit: String, _ bytes: Int) -> String {
    String(repeating: unit, count: max(1, bytes / unit.utf8.count))
  }

  static func numbered(_ bytes: Int, _ part: (Int) -> String) -> String {
    var text = ""
    var number = 0
    while text.utf8.count < bytes {
      text += part(number)
      number += 1
    }
    return text
  }

  /// A word for each number, none of which is near the others.
  static func word(_ number: Int) -> String {
    let syllables = ["кот", "дом", "лес", "рыб", "мир", "луг", "дуб", "шум"]
    var (rest, word) = (number, "")
    for _ in 0..<6 {
      word += syllables[rest % 8]
      rest /= 8
    }
    return word
  }
}
