import OpytDiagnostics
import OpytText

/// The numbers that an author gave the items of a list. A parser keeps the first one only and counts on.
struct ListNumbers {
  /// For each item the number to print; nil where counting on gives it.
  let printed: [Int?]
  /// The first number that is not greater than the one before it, and its item.
  let slip: (item: Int, number: Int, previous: Int)?

  /// `1.` before every item lets the program count, as Markdown's own description has it.
  init(_ written: [Int?]) {
    let known = written.compactMap { $0 }
    guard let first = known.first, known.count == written.count,
      !(first <= 1 && known.count > 1 && known.allSatisfy { $0 == first })
    else {
      printed = written.map { _ in nil }
      slip = nil
      return
    }
    var printed: [Int?] = [nil]
    var slip: (item: Int, number: Int, previous: Int)?
    for index in known.indices.dropFirst() {
      printed.append(known[index] == known[index - 1] + 1 ? nil : known[index])
      if slip == nil, known[index] <= known[index - 1] { slip = (index, known[index], known[index - 1]) }
    }
    self.printed = printed
    self.slip = slip
  }
}

extension LookalikeCheck {
  /// - Parameter items: where each begins: a line of the file, and a column in bytes from 1.
  mutating func enterOrderedList(_ items: [(line: Int, column: Int)]) -> ListNumbers {
    let marks = items.map { numberMark(line: $0.line, column: $0.column) }
    let numbers = ListNumbers(marks.map { $0.flatMap { Int(string($0)) } })
    if let slip = numbers.slip, let place = marks[slip.item] {
      report(.numbersOutOfOrder(slip.number, after: slip.previous), at: place)
    }
    return numbers
  }

  private func numberMark(line: Int, column: Int) -> Range<Int>? {
    let digits = text.line(line).dropFirst(max(0, column - 1)).prefix { $0.isASCIIDigit }
    return digits.isEmpty ? nil : digits.indices
  }

  /// Items with too small an indent below an item with a number: `1. Земля` and `  - чернозём`.
  /// - Parameters:
  ///   - item: where the first of them begins.
  ///   - number: where the last item of the list above begins.
  mutating func enterList(_ item: (line: Int, column: Int), below number: (line: Int, column: Int)) {
    guard item.column > number.column, let mark = numberMark(line: number.line, column: number.column) else { return }
    let line = text.line(item.line)
    let start = line.startIndex + item.column - 1
    guard start < line.endIndex else { return }
    let needed = mark.count + 2
    report(
      .shallowItem(item.column - number.column, needed: needed), at: start..<start + 1,
      fixes: [
        replacement(start..<start, String(repeating: " ", count: max(0, number.column + needed - item.column)))
      ])
  }
}
