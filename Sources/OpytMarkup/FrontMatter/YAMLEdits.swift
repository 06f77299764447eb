/// Changes to the lines of a YAML text, and the way back from the changed text to the columns of the file.
struct YAMLEdits {
  /// Other scalars in place of some of a line.
  struct Edit {
    /// From 0, as columns are.
    let line: Int
    let columns: Range<Int>
    let text: [Unicode.Scalar]
  }

  /// Where the columns of a changed text stand in the file.
  struct ColumnMap {
    private struct Stretch {
      let new: Range<Int>
      let old: Range<Int>
    }

    private var stretches: [Int: [Stretch]] = [:]

    fileprivate mutating func add(_ new: Range<Int>, was old: Range<Int>, inLine line: Int) {
      stretches[line, default: []].append(Stretch(new: new, old: old))
    }

    func original(line: Int, column: Int) -> Int {
      guard let known = stretches[line] else { return column }
      var (low, high) = (0, known.count)
      while low < high {
        let middle = (low + high) / 2
        if known[middle].new.lowerBound <= column { low = middle + 1 } else { high = middle }
      }
      guard low > 0 else { return column }
      let stretch = known[low - 1]
      if column >= stretch.new.upperBound { return stretch.old.upperBound + column - stretch.new.upperBound }
      return min(stretch.old.lowerBound + column - stretch.new.lowerBound, stretch.old.upperBound)
    }
  }

  private var edits: [Edit] = []

  var isEmpty: Bool { edits.isEmpty }

  mutating func add(_ more: [Edit]) { edits += more }

  /// The text with the changes; of two that overlap, the first one counts.
  func applied(to lines: [[Unicode.Scalar]]) -> (bytes: [UInt8], columns: ColumnMap) {
    var columns = ColumnMap()
    var bytes: [UInt8] = []
    let sorted = edits.sorted { ($0.line, $0.columns.lowerBound) < ($1.line, $1.columns.lowerBound) }
    var next = 0
    for (number, line) in lines.enumerated() {
      if number > 0 { bytes.append(UInt8(ascii: "\n")) }
      guard next < sorted.count, sorted[next].line == number else {
        Self.append(line, to: &bytes)
        continue
      }
      var (output, done) = ([Unicode.Scalar](), 0)
      while next < sorted.count, sorted[next].line == number {
        let edit = sorted[next]
        next += 1
        guard edit.columns.lowerBound >= done else { continue }
        output += line[done..<edit.columns.lowerBound]
        columns.add(output.count..<output.count + edit.text.count, was: edit.columns, inLine: number)
        output += edit.text
        done = edit.columns.upperBound
      }
      output += line[done...]
      Self.append(output, to: &bytes)
    }
    return (bytes, columns)
  }

  private static func append(_ line: [Unicode.Scalar], to bytes: inout [UInt8]) {
    for scalar in line {
      if scalar.isASCII {
        bytes.append(UInt8(scalar.value))
      } else {
        bytes.append(contentsOf: UTF8.encode(scalar) ?? .init())
      }
    }
  }
}
