/// Which values of a facet each material has, as one number: materials with the same values have the same.
struct FacetColumn {
  /// By number: the values, in their order.
  let sets: [[Int]]
  /// By material.
  let numbers: [Int]

  /// - Parameters:
  ///   - lists: for each value, the materials that have it, in order.
  ///   - count: of all materials.
  init(_ lists: [[Int]], count: Int) {
    // A set grows by one value after the other; sets that begin alike share their beginning.
    var beginnings: [(rest: Int, value: Int)] = [(0, 0)]
    var longer: [Int: Int] = [:]
    var ends = [Int](repeating: 0, count: count)
    for (value, materials) in lists.enumerated() {
      for material in materials {
        let key = ends[material] * lists.count + value
        if let known = longer[key] {
          ends[material] = known
        } else {
          beginnings.append((ends[material], value))
          longer[key] = beginnings.count - 1
          ends[material] = beginnings.count - 1
        }
      }
    }
    var sets: [[Int]] = []
    var numberOfEnd = [Int?](repeating: nil, count: beginnings.count)
    numbers = ends.map { end in
      if let known = numberOfEnd[end] { return known }
      var set: [Int] = []
      var rest = end
      while rest > 0 {
        set.append(beginnings[rest].value)
        rest = beginnings[rest].rest
      }
      sets.append(set.reversed())
      numberOfEnd[end] = sets.count - 1
      return sets.count - 1
    }
    self.sets = sets
  }
}

/// Columns that are written side by side: of each material one number of a fixed width, which holds one of each column.
struct FacetPack {
  let columns: [Int]
  /// How many signs a material takes.
  let width: Int

  /// The script counts without a fault as far as that, with something to spare.
  private static let limit = 1 << 52

  /// As few packs as the numbers leave room for.
  /// - Parameter sizes: how many numbers each column has.
  static func packs(_ sizes: [Int]) -> [FacetPack] {
    var packs: [FacetPack] = []
    var columns: [Int] = []
    var product = 1
    func close() {
      if !columns.isEmpty { packs.append(FacetPack(columns: columns, width: SearchCode.width(of: product))) }
    }
    for (column, size) in sizes.enumerated() {
      let size = max(size, 1)
      if product > limit / size {
        close()
        (columns, product) = ([], 1)
      }
      columns.append(column)
      product *= size
    }
    close()
    return packs
  }
}
