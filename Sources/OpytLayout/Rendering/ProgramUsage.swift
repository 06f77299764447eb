extension LayoutProgram {
  /// How much of a page the program can read. It is found in the operations themselves, whichever tags they came from:
  /// what is not here, rendering has no way to reach.
  var usage: LayoutUsage {
    var usage = LayoutUsage.presence
    // Where the items of each loop come from. A loop stands before its body, and slots are shared by loops that stand
    // behind each other: the last one met is the one that an operation is in.
    var origins = [[UInt32]](repeating: [], count: slotCount)
    func absolute(_ path: Path) -> [UInt32] { origins[Int(path.slot)] + indices(path) }
    for operation in operations {
      switch operation {
      case .literal, .next: break
      case .print(let path), .skipUnless(let path, _), .skipIf(let path, _), .skipUnlessCounted(let path, _, _):
        usage.insert(absolute(path)[...])
      case .loop(let path, let slot, _):
        let origin = absolute(path)
        origins[Int(slot)] = origin
        usage.insert(origin[...])
      }
    }
    return usage
  }
}
