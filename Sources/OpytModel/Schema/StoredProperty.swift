/// A property by its place in its struct: a network has a million fields, and going by a key path costs more than all
/// else that is done with most of them. The only file of the room that touches memory.
struct StoredProperty<Root, Value>: Sendable {
  private let path: any WritableKeyPath<Root, Value> & Sendable
  /// Bytes from the struct's beginning; nil for a property that is not simply stored in it, which goes by its path.
  private let offset: Int?

  init(_ path: any WritableKeyPath<Root, Value> & Sendable) {
    self.path = path
    // Reading and writing a stored property through its place is what the offset is given for.
    offset = MemoryLayout<Root>.offset(of: path)
  }

  @inline(__always)
  func value(in root: Root) -> Value {
    guard let offset else { return root[keyPath: path] }
    return withUnsafeBytes(of: root) { bytes in
      // Of the property's own type, and where the compiler put it.
      bytes.baseAddress.map { ($0 + offset).assumingMemoryBound(to: Value.self).pointee }
    } ?? root[keyPath: path]
  }

  /// - Parameter roots: an array of one.
  @inline(__always)
  func value(inOnly roots: [Root]) -> Value {
    guard let offset else { return roots[0][keyPath: path] }
    return roots.withUnsafeBytes { bytes in
      bytes.baseAddress.map { ($0 + offset).assumingMemoryBound(to: Value.self).pointee }
    } ?? roots[0][keyPath: path]
  }

  @inline(__always)
  func set(_ value: Value, in root: inout Root) {
    guard let offset else {
      root[keyPath: path] = value
      return
    }
    withUnsafeMutableBytes(of: &root) { bytes in
      bytes.baseAddress.map { ($0 + offset).assumingMemoryBound(to: Value.self).pointee = value }
    }
  }
}
