import OpytText

/// Runs a program over the values of one page, straight into the memory of an output buffer.
///
/// This is the innermost loop of a build, and the one place of the layout language where memory is held by address.
/// What the addresses point into is owned by the program and by the page's value, which `print` keeps alive, and which
/// nothing changes meanwhile; none of them leaves this file. Copies of the values in the place of addresses would cost
/// more than everything else here: each takes part in the counting of references, once for every step of every path.
struct PagePrinter {
  private let operations: UnsafeBufferPointer<LayoutProgram.Operation>
  private let literals: UnsafeBufferPointer<UInt8>
  private let fields: UnsafeBufferPointer<UInt32>
  private let rule: PluralRule
  /// The page, and the items that the loops stand at; behind each the end of its list.
  private let slots: UnsafeMutableBufferPointer<Slot>
  /// The operation that comes next.
  private var position = 0
  /// Where the next byte goes, and where there is no room for one any more.
  private var output: UnsafeMutablePointer<UInt8>
  private var end: UnsafeMutablePointer<UInt8>

  private struct Slot {
    var item: UnsafePointer<LayoutValue>
    var end: UnsafePointer<LayoutValue>
  }

  static func print(_ page: LayoutValue, with program: LayoutProgram, into buffer: inout OutputBuffer) {
    withUnsafePointer(to: page) { page in
      program.operations.withUnsafeBufferPointer { operations in
        program.literals.withUnsafeBufferPointer { literals in
          program.fields.withUnsafeBufferPointer { fields in
            withUnsafeTemporaryAllocation(of: Slot.self, capacity: program.slotCount) { slots in
              slots.initialize(repeating: Slot(item: page, end: page + 1))
              var position = 0
              var missing: Int? = 1 << 12
              while let room = missing {
                buffer.fill(atLeast: room) { memory in
                  guard let start = memory.baseAddress else { return 0 }
                  var printer = PagePrinter(
                    operations: operations, literals: literals, fields: fields, rule: program.rule, slots: slots,
                    position: position, output: start, end: start + memory.count)
                  missing = printer.run()
                  position = printer.position
                  return printer.output - start
                }
              }
            }
          }
        }
      }
    }
  }

  /// Runs to the end, or until there is no room for what comes next.
  /// - Returns: how much room that takes, to go on with the same operation; nil at the end.
  private mutating func run() -> Int? {
    while position < operations.count {
      switch operations[position] {
      case .literal(let start, let count):
        let bytes = UnsafeBufferPointer(rebasing: literals[Int(start)..<Int(start) + Int(count)])
        guard copy(bytes) else { return bytes.count }
      case .print(let path):
        if let value = value(at: path), let missing = print(value) { return missing }
      case .skipUnless(let path, let target):
        if !isTruthy(path) {
          position = Int(target)
          continue
        }
      case .skipIf(let path, let target):
        if isTruthy(path) {
          position = Int(target)
          continue
        }
      case .skipUnlessCounted(let path, let categories, let target):
        guard let value = value(at: path), case .number(let number) = value.pointee,
          categories.contains(number, rule)
        else {
          position = Int(target)
          continue
        }
      case .loop(let path, let slot, let end):
        guard let value = value(at: path), let items = value.items else {
          position = Int(end)
          continue
        }
        slots[Int(slot)] = Slot(item: items.first, end: items.first + items.count)
      case .next(let slot, let start):
        slots[Int(slot)].item += 1
        if slots[Int(slot)].item < slots[Int(slot)].end {
          position = Int(start)
          continue
        }
      }
      position += 1
    }
    return nil
  }

  private func value(at path: LayoutProgram.Path) -> UnsafePointer<LayoutValue>? {
    var value = slots[Int(path.slot)].item
    for index in Int(path.start)..<Int(path.start) + Int(path.depth) {
      guard let field = value.field(Int(fields[index])) else { return nil }
      value = field
    }
    return value
  }

  private func isTruthy(_ path: LayoutProgram.Path) -> Bool { value(at: path)?.pointee.isTruthy ?? false }

  // MARK: Writing

  /// - Returns: how much room it takes, if there is not enough.
  private mutating func print(_ value: UnsafePointer<LayoutValue>) -> Int? {
    if let text = value.storedText { return escape(text) }
    if let html = value.storedHTML { return copy(html) ? nil : html.count }
    switch value.pointee {
    case .text(let text): return escape(text)
    case .url(let address): return escape(address.text)
    case .number(let number): return write(number)
    case .absent, .flag, .html, .list, .record: return nil
    }
  }

  private mutating func escape(_ text: String) -> Int? {
    var text = text
    return text.withUTF8 { escape($0) }
  }

  private mutating func escape(_ text: UnsafeBufferPointer<UInt8>) -> Int? {
    let room = UnsafeMutableBufferPointer(start: output, count: end - output)
    guard let count = HTMLEscaping.escape(text, into: room) else { return HTMLEscaping.escapedCount(of: text) }
    output += count
    return nil
  }

  private mutating func copy(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    guard let start = bytes.baseAddress else { return true }
    guard bytes.count <= end - output else { return false }
    output.update(from: start, count: bytes.count)
    output += bytes.count
    return true
  }

  private mutating func write(_ number: Int) -> Int? {
    // 20 signs hold every number of 64 bits.
    guard end - output >= 20 else { return 20 }
    var rest = number.magnitude
    var digits = 1
    while rest >= 10 {
      rest /= 10
      digits += 1
    }
    if number < 0 {
      output.pointee = UInt8(ascii: "-")
      output += 1
    }
    rest = number.magnitude
    for place in (0..<digits).reversed() {
      output[place] = UInt8(ascii: "0") + UInt8(truncatingIfNeeded: rest % 10)
      rest /= 10
    }
    output += digits
    return nil
  }
}

extension UnsafePointer<LayoutValue> {
  /// The field of a record, as long as the record lives; nil in what is no record.
  fileprivate func field(_ index: Int) -> Self? {
    guard case .record(let values) = pointee, index < values.count else { return nil }
    return values.withUnsafeBufferPointer { $0.baseAddress.map { $0 + index } }
  }

  /// The bytes of a text or an address, as long as it lives; nil for a short one, which has its bytes in itself, and for
  /// everything else.
  fileprivate var storedText: UnsafeBufferPointer<UInt8>? {
    switch pointee {
    case .text(let text): text.storedBytes
    case .url(let address): address.text.storedBytes
    case .absent, .html, .number, .flag, .list, .record: nil
    }
  }

  /// The bytes of a piece of markup, as long as it lives.
  fileprivate var storedHTML: UnsafeBufferPointer<UInt8>? {
    guard case .html(let fragment) = pointee else { return nil }
    return fragment.bytes.withUnsafeBufferPointer { $0 }
  }

  /// The items of a list, as long as the list lives; nil where there are none.
  fileprivate var items: (first: Self, count: Int)? {
    guard case .list(let items) = pointee, !items.isEmpty else { return nil }
    return items.withUnsafeBufferPointer { buffer in buffer.baseAddress.map { ($0, buffer.count) } }
  }
}

extension String {
  /// More bytes than this have a storage of their own.
  private static let longestInline = 15

  fileprivate var storedBytes: UnsafeBufferPointer<UInt8>? {
    guard utf8.count > Self.longestInline else { return nil }
    return utf8.withContiguousStorageIfAvailable { $0 }
  }
}
