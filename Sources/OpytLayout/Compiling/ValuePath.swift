/// Where the compiler finds a value: the item of an enclosing loop (0: the page itself), then indices into records.
struct ValuePath: Hashable {
  var slot: Int
  var indices: [Int] = []
}
