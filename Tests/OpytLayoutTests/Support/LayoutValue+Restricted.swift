import OpytLayout

extension LayoutValue {
  /// The same value with everything left out that is not asked for.
  func restricted(to usage: LayoutUsage) -> LayoutValue {
    if usage.isNothing { return .absent }
    switch self {
    case .list(let items): return .list(items.map { $0.restricted(to: usage) })
    case .record(let values):
      return .record(values.indices.map { values[$0].restricted(to: usage[$0]) })
    case .absent, .text, .html, .url, .number, .flag: return self
    }
  }
}
