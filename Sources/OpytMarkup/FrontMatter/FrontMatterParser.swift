public import OpytDiagnostics

/// Reads the values that documents begin with, written as YAML.
public enum FrontMatterParser {
  /// Reads one YAML value.
  public static func parse(_ bytes: [UInt8], path: String) -> (node: FrontMatterNode?, diagnostics: [Diagnostic]) {
    parse(bytes.span, path: path, firstLine: 1)
  }

  /// - Parameter firstLine: the number, in the file, of the line that `bytes` starts with.
  static func parse(
    _ bytes: Span<UInt8>, path: String, firstLine: Int
  ) -> (node: FrontMatterNode?, diagnostics: [Diagnostic]) {
    bytes.withUnsafeBufferPointer { bytes in
      do throws(YAMLProblem) {
        let node = try YAMLReader.read(bytes, firstLine: firstLine)
        // Words without a field: something keeps its key from being one.
        if case .scalar(let scalar) = node, scalar.isPlain {
          return YAMLRescue(bytes, firstLine: firstLine, path: path).rescue(from: .noFields(scalar.range))
        }
        return (node, [])
      } catch {
        return YAMLRescue(bytes, firstLine: firstLine, path: path).rescue(from: error)
      }
    }
  }
}
