import OpytDiagnostics

/// Reads a front matter that YAML refuses as it was meant, where that is certain, and tells the signs that are in the way
/// where they stand: what YAML says of them is told lines later, and of something else.
struct YAMLRescue {
  /// How often a text is read again: each time reads further.
  private static let maximumReadings = 8

  private let bytes: UnsafeBufferPointer<UInt8>
  private let firstLine: Int
  private let path: String

  /// - Parameters:
  ///   - bytes: must live as long as this value.
  ///   - firstLine: the number, in the file, of the line that `bytes` starts with.
  init(_ bytes: UnsafeBufferPointer<UInt8>, firstLine: Int, path: String) {
    self.bytes = bytes
    self.firstLine = firstLine
    self.path = path
  }

  private enum Outcome {
    case read(FrontMatterNode?)
    case failed(YAMLProblem)
  }

  func rescue(from problem: YAMLProblem) -> (node: FrontMatterNode?, diagnostics: [Diagnostic]) {
    guard problem.code == .yamlInvalid || problem.code == .yamlAlias else { return (nil, [diagnostic(problem)]) }
    let lines = YAMLMending.lines(of: bytes)
    let slips = YAMLSlips(lines)
    var edits = YAMLEdits()
    var problem = problem
    // First what nobody sees, then signs that can't be misread.
    for harmless in [slips.invisibleEdits, slips.itemEdits] {
      let more = harmless()
      guard !more.isEmpty else { continue }
      edits.add(more)
      switch read(lines, edits) {
      case .read(let node): return (node, [])
      case .failed(let other): problem = other
      }
    }
    var told: [Diagnostic] = []
    var looked = 0
    for _ in 0..<Self.maximumReadings {
      let end = Int(problem.range.end.line) - firstLine + 1
      var found = slips.slips(in: looked..<max(looked, end))
      if found.isEmpty, problem.mend == .align { found = slips.alignment(at: end - 1).map { [$0] } ?? [] }
      guard !found.isEmpty else { break }
      var tried = edits
      tried.add(found.flatMap(\.edits))
      switch read(lines, tried) {
      case .read(let node): return (node, told + found.map(diagnostic))
      case .failed(let other) where other.range.start.line > problem.range.end.line:
        told += found.map(diagnostic)
        (edits, problem, looked) = (tried, other, end)
      case .failed: return (nil, told + [diagnostic(problem)])
      }
    }
    return (nil, told + [diagnostic(problem)])
  }

  private func read(_ lines: [[Unicode.Scalar]], _ edits: YAMLEdits) -> Outcome {
    let (text, columns) = edits.applied(to: lines)
    return text.withUnsafeBufferPointer { text in
      do throws(YAMLProblem) {
        return .read(try YAMLReader.read(text, firstLine: firstLine, columns: columns))
      } catch {
        return .failed(error)
      }
    }
  }

  private func diagnostic(_ problem: YAMLProblem) -> Diagnostic {
    let location = SourceLocation(file: path, range: problem.range)
    let fixes = problem.mend == nil ? [] : YAMLMending(bytes, firstLine: firstLine).fixes(for: problem)
    return Diagnostic(problem.code, problem.message, at: location, advice: problem.advice, fixes: fixes)
  }

  private func diagnostic(_ slip: YAMLSlip) -> Diagnostic {
    let fixes = (slip.isMend ? slip.edits : []).map { edit in
      Replacement(range(edit.columns, edit.line), with: String(String.UnicodeScalarView(edit.text)))
    }
    return Diagnostic(
      .yamlInvalid, slip.message, at: SourceLocation(file: path, range: range(slip.sign, slip.line)),
      advice: slip.advice, fixes: fixes, snippet: slip.snippet)
  }

  private func range(_ columns: Range<Int>, _ line: Int) -> SourceRange {
    SourceRange(
      start: SourcePosition(line: line + firstLine, column: columns.lowerBound + 1),
      end: SourcePosition(line: line + firstLine, column: columns.upperBound + 1))
  }
}
