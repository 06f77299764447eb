import OpytDiagnostics

/// Finds the mend of a front matter's problem, and is certain of it: what is written stays, the text reads on behind it,
/// and nothing else in it changes.
struct YAMLMending {
  private let lines: [[Unicode.Scalar]]
  private let firstLine: Int

  /// - Parameter firstLine: the number, in the file, of the line that `bytes` starts with.
  init(_ bytes: UnsafeBufferPointer<UInt8>, firstLine: Int) {
    lines = Self.lines(of: bytes)
    self.firstLine = firstLine
  }

  /// The lines of a text without their ends.
  static func lines(of bytes: UnsafeBufferPointer<UInt8>) -> [[Unicode.Scalar]] {
    bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false).map { line in
      let text = line.last == UInt8(ascii: "\r") ? line.dropLast() : line
      return Array(String(decoding: text, as: UTF8.self).unicodeScalars)
    }
  }

  /// What mends a problem, or nothing where a person must decide.
  func fixes(for problem: YAMLProblem) -> [Replacement] {
    let fixes: [Replacement]? =
      switch problem.mend {
      case .quoteValue: quoteValue(from: problem.range.start)
      case .quoteValueAround: quoteValue(around: problem.range.start)
      case .spacesForTabs: spacesForTabs()
      case .align, nil: nil
      }
    guard let fixes, isMended(problem, by: fixes) else { return [] }
    return fixes
  }

  /// Whether the text can be read further than before.
  private func isMended(_ problem: YAMLProblem, by fixes: [Replacement]) -> Bool {
    var mended = lines
    for fix in fixes.reversed() {
      let line = Int(fix.range.start.line) - firstLine
      let columns = Int(fix.range.start.column) - 1..<Int(fix.range.end.column) - 1
      mended[line].replaceSubrange(columns, with: fix.text.unicodeScalars)
    }
    let text = mended.map { String(String.UnicodeScalarView($0)) }.joined(separator: "\n")
    return Array(text.utf8).withUnsafeBufferPointer { bytes in
      do throws(YAMLProblem) {
        _ = try YAMLReader.read(bytes, firstLine: firstLine)
        return true
      } catch {
        return error.range.start.line > problem.range.end.line
      }
    }
  }

  // MARK: Quotes

  /// A value in one line that is all the line has behind its key or its dash.
  private func quoteValue(from start: SourcePosition) -> [Replacement]? {
    let (number, column) = (Int(start.line) - firstLine, Int(start.column) - 1)
    guard lines.indices.contains(number), column <= lines[number].count else { return nil }
    let before = lines[number][..<column].drop { $0 == " " }
    let key = before.reversed().drop { $0 == " " }
    guard key.first == ":" || (key.first == "-" && key.count == 1), key.count < before.count else { return nil }
    return quoted(from: column, in: number)
  }

  /// A value that has the problem's colon in it: the key ends at an earlier one.
  private func quoteValue(around colon: SourcePosition) -> [Replacement]? {
    let (number, column) = (Int(colon.line) - firstLine, Int(colon.column) - 1)
    guard lines.indices.contains(number) else { return nil }
    let line = lines[number]
    guard let keyEnd = line.indices.first(where: { line[$0] == ":" && $0 + 1 < line.count && line[$0 + 1] == " " }),
      keyEnd < column, let start = line[(keyEnd + 1)...].firstIndex(where: { $0 != " " })
    else { return nil }
    return quoted(from: start, in: number)
  }

  private func quoted(from start: Int, in number: Int) -> [Replacement]? {
    let line = lines[number]
    let end = line.lastIndex { $0 != " " }.map { $0 + 1 } ?? start
    guard start < end else { return nil }
    let value = line[start..<end]
    // Quotes, brackets and comments of its own: what belongs to the value is not certain.
    guard let first = value.first, !"\"'[{|>#".unicodeScalars.contains(first), !hasOwnSyntax(value),
      !goesOn(behind: number)
    else { return nil }
    // In single quotes a backslash and double quotes are themselves.
    let isPlain = !value.contains("\"") && !value.contains("\\")
    let text = String(String.UnicodeScalarView(value))
    let written = isPlain ? "\"\(text)\"" : "'\(text.replacing("'", with: "''"))'"
    return [Replacement(range(start..<end, in: number), with: written)]
  }

  private func hasOwnSyntax(_ value: ArraySlice<Unicode.Scalar>) -> Bool {
    for index in value.indices.dropFirst() where value[index] == "#" && value[index - 1] == " " { return true }
    // A name or a tag in front of a list or a record.
    return value.contains("[") || value.contains("{")
  }

  /// Whether the next line belongs to the value of this one.
  private func goesOn(behind number: Int) -> Bool {
    guard let next = lines[(number + 1)...].first(where: { !$0.allSatisfy { $0 == " " } }) else { return false }
    return next.prefix { $0 == " " }.count > lines[number].prefix { $0 == " " }.count
  }

  // MARK: Tabs

  /// Two spaces for each tab, where all indentation is of tabs: then it means what it meant.
  private func spacesForTabs() -> [Replacement]? {
    var fixes: [Replacement] = []
    for (number, line) in lines.enumerated() {
      let indentation = line.prefix { $0 == " " || $0 == "\t" }
      guard indentation.count < line.count, !indentation.isEmpty else { continue }
      guard indentation.allSatisfy({ $0 == "\t" }) else { return nil }
      fixes.append(
        Replacement(range(0..<indentation.count, in: number), with: String(repeating: "  ", count: indentation.count)))
    }
    return fixes
  }

  private func range(_ columns: Range<Int>, in number: Int) -> SourceRange {
    SourceRange(
      start: SourcePosition(line: number + firstLine, column: columns.lowerBound + 1),
      end: SourcePosition(line: number + firstLine, column: columns.upperBound + 1))
  }
}
