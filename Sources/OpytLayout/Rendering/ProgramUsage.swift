extension LayoutProgram {
  /// How much of a page the program can read. It is found in the operations themselves, whichever tags they came from:
  /// what is not here, rendering has no way to reach.
  var usage: LayoutUsage {
    var usage = LayoutUsage.presence
    // Where the items of each loop come from. A loop stands before its body, and slots are shared by loops that stand
    // behind each other: the last one met is the one that an operation is in.
    var origins = [[Int]](repeating: [], count: slotCount)
    func absolute(_ path: Path) -> [Int] { origins[path.slot] + path.indices }
    for operation in operations {
      switch operation {
      case .literal: break
      case .print(let path), .skipUnless(let path, _), .skipIf(let path, _), .skipUnlessCounted(let path, _, _):
        usage.insert(absolute(path)[...])
      case .loop(let path, let slot, _):
        origins[slot] = absolute(path)
        usage.insert(origins[slot][...])
      }
    }
    return usage
  }
}
