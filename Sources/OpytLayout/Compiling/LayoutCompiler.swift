import OpytDiagnostics

/// Walks a layout with all it includes, once for each place it is included in: checks names against the types in
/// reach and places against the HTML around them, and writes the program.
struct LayoutCompiler {
  /// Layouts inside layouts, and everything inside everything: the compiler calls itself once for each.
  static let maximumInclusions = 50
  static let maximumDepth = 250
  /// More than this is a mistake: layouts that include each other over and over grow like a chess-board's grains.
  static let maximumSteps = 100_000

  let layouts: [String: ParsedLayout]
  let strings: StringTable
  var usedStrings: Set<String> = []
  var problems = ProblemList()
  var stack: TypeStack
  var program = ProgramBuilder()
  var context = HTMLContext()
  /// Every inclusion on the way from the root to here.
  var chain: [Inclusion] = []
  /// What enclosing parents were given, by block name. The outermost gift wins (Mustache spec, inheritance).
  var arguments: [String: Argument] = [:]
  var reachedBlocks: Set<String> = []
  /// The layouts that were met: the root and all it includes.
  private(set) var reachedNames: Set<String> = []
  /// What every line begins with because of standalone inclusions.
  var indentation: [UInt8] = []
  /// Enclosing loops: each has its item in a slot of its own.
  private var loopCount = 0
  private var depth = 0
  private var steps = 0
  private(set) var isExhausted = false
  /// Where the tag, comment or value that `context` is inside of was opened.
  private var markupStart: LayoutPlace?
  private var lastAddress: (name: String, place: LayoutPlace)?

  struct Inclusion {
    let name: String
    let place: LayoutPlace
  }

  struct Argument {
    let block: LayoutNode.Block
    let layout: ParsedLayout
  }

  init(_ layouts: [String: ParsedLayout], _ strings: StringTable, for type: RecordType) {
    self.layouts = layouts
    self.strings = strings
    program.rule = strings.rule
    stack = TypeStack(type)
  }

  mutating func compile(_ root: ParsedLayout) {
    chain.append(
      Inclusion(name: root.name, place: LayoutPlace(text: root.text, range: root.text.start..<root.text.start)))
    reach(root)
    visit(root.nodes, in: root)
    if context.state != .content, context.state != .tagOpen, let markupStart {
      problems.append(.markupUnfinished(context, at: markupStart.location))
    }
  }

  mutating func reach(_ layout: ParsedLayout) {
    guard reachedNames.insert(layout.name).inserted else { return }
    for diagnostic in layout.diagnostics { problems.append(diagnostic) }
  }

  /// Adds a problem found in `layout`, with the place it is included from unless it is the root.
  mutating func tell(_ diagnostic: Diagnostic, in layout: ParsedLayout) {
    let isIncluded = chain.count > 1 && chain.last?.name == layout.name
    problems.append(diagnostic.included(from: isIncluded ? chain.last?.place.location : nil))
  }

  private var rootName: String { chain.first?.name ?? "" }
  private var chainEnd: SourceLocation { chain.last?.place.location ?? SourceLocation(file: "") }

  mutating func exhaust(_ diagnostic: Diagnostic) {
    isExhausted = true
    problems.append(diagnostic)
  }

  // MARK: Nodes

  mutating func visit(_ nodes: [LayoutNode], in layout: ParsedLayout) {
    depth += 1
    defer { depth -= 1 }
    guard depth <= Self.maximumDepth else { return exhaust(.nestedTooDeep(Self.maximumDepth, at: chainEnd)) }
    var previous: Branch?
    for node in nodes {
      if isExhausted { return }
      steps += 1
      if steps > Self.maximumSteps || program.isTooLarge { return exhaust(.layoutTooLarge(rootName, at: chainEnd)) }
      switch node {
      case .text(let piece):
        append(piece, in: layout)
        if !piece.range.isEmpty { previous = nil }
      case .variable(let name):
        print(name, in: layout)
        previous = nil
      case .section(let section):
        previous = visit(section, after: previous, in: layout)
      case .include(let include):
        visit(include, in: layout)
        previous = nil
      case .block(let block):
        visit(block, in: layout)
        previous = nil
      }
    }
  }

  private mutating func append(_ piece: LayoutNode.Text, in layout: ParsedLayout) {
    let bytes = layout.text.bytes[piece.range]
    let isBlankLine = bytes.first == UInt8(ascii: "\n") || bytes.first == UInt8(ascii: "\r")
    if piece.startsLine, !isBlankLine { appendIndentation(in: layout) }
    appendLiteral(bytes, in: layout)
  }

  /// Blanks are harmless between tags and inside them; in a value or in raw text they would be part of it.
  mutating func appendIndentation(in layout: ParsedLayout) {
    guard !indentation.isEmpty else { return }
    switch context.state {
    case .content, .tagName, .betweenAttributes, .behindSection, .attributeName, .afterAttributeName, .afterValue:
      for byte in indentation { _ = context.advance(over: byte) }
      program.appendLiteral(indentation[...])
    default: break
    }
  }

  /// - Parameter bytes: a slice of the layout's text.
  mutating func appendLiteral(_ bytes: ArraySlice<UInt8>, in layout: ParsedLayout) {
    for index in bytes.indices {
      if context.state == .content, bytes[index] == UInt8(ascii: "<") {
        markupStart = LayoutPlace(text: layout.text, range: index..<index + 1)
      }
      switch context.advance(over: bytes[index]) {
      case nil: break
      case .nameInPieces: tell(.nameInPieces(at: layout.text.location(index..<index + 1)), in: layout)
      case .besideAddress:
        if let lastAddress {
          let place = PrintingPlace.NotThere.addressNotAlone(context.attributeName)
          problems.append(.notThere(place, lastAddress.name, .url, at: lastAddress.place.location))
        }
      }
    }
    program.appendLiteral(bytes)
  }

  private mutating func resolve(
    _ name: LayoutNode.NameReference, in layout: ParsedLayout
  ) -> (type: LayoutType, path: ValuePath)? {
    var location: SourceLocation { layout.text.location(name.span) }
    switch stack.resolve(name) {
    case .found(let type, let path): return (type, path)
    case .undecided: break
    case .unknown(let nearest):
      tell(.nameUnknown(name.written, nearest: nearest, at: location), in: layout)
    case .noFields(let known, let type): tell(.noFields(known, type, at: location), in: layout)
    }
    return nil
  }

  private mutating func print(_ name: LayoutNode.NameReference, in layout: ParsedLayout) {
    if isString(name) { return printString(name, in: layout) }
    let place = LayoutPlace(text: layout.text, range: name.span)
    guard let (type, path) = resolve(name, in: layout) else {
      if case .notThere(let why) = PrintingPlace(of: .text, in: context), why.isForAnyType {
        tell(.notThere(why, name.written, .text, at: place.location), in: layout)
      }
      return
    }
    switch type {
    case .list, .record, .flag: return tell(.notPrintable(name.written, type, at: place.location), in: layout)
    case .text, .html, .url, .number: break
    }
    if case .notThere(let why) = PrintingPlace(of: type, in: context) {
      tell(.notThere(why, name.written, type, at: place.location), in: layout)
    }
    context.fillValue(type == .url ? .address : .literal)
    if type == .url { lastAddress = (name.written, place) }
    program.appendPrint(path)
  }

  // MARK: Sections

  /// A section just passed. The opposite section of the same name right behind it is its “otherwise”: of the two
  /// exactly one is printed.
  private struct Branch {
    let path: ValuePath
    let isInverted: Bool
    let before: HTMLContext
    let end: HTMLContext
  }

  private mutating func visit(
    _ section: LayoutNode.Section, after previous: Branch?, in layout: ParsedLayout
  ) -> Branch? {
    let found = resolve(section.name, in: layout)
    var before = context.atEdge()
    var alternative: HTMLContext?
    if let previous, let found, previous.path == found.path, previous.isInverted != section.isInverted {
      before = previous.before
      alternative = previous.end
    }
    context = before
    if let (type, path) = found {
      visitBody(of: section, type, path, in: layout)
    } else {
      // Names inside may well be right: only those that no enclosing context could know are silent.
      if !section.isInverted { stack.push(nil, at: ValuePath(slot: 0)) }
      visit(section.body, in: layout)
      if !section.isInverted { stack.pop() }
    }
    let end = context.atEdge()
    guard let afterSection = HTMLContext.joined(before, end) else {
      let location = layout.text.location(section.name.span)
      tell(.contextMoved(layout.text.string(section.name.span), from: before, to: end, at: location), in: layout)
      context = before
      return nil
    }
    if let alternative {
      context = HTMLContext.joined(alternative, end) ?? afterSection
      // A third section of that name is no alternative to the first any more.
      return nil
    }
    context = afterSection
    return found.map { Branch(path: $0.path, isInverted: section.isInverted, before: before, end: end) }
  }

  private mutating func visitBody(
    of section: LayoutNode.Section, _ type: LayoutType, _ path: ValuePath, in layout: ParsedLayout
  ) {
    if section.isInverted {
      let start = program.begin(.unlessTruthy(path))
      visit(section.body, in: layout)
      return program.end(start)
    }
    if case .list(let item) = type {
      loopCount += 1
      // From the second round on there is something before an address.
      context.fillValue(.literal)
      let start = program.begin(.forEach(path, slot: loopCount))
      stack.push(item, at: ValuePath(slot: loopCount))
      visit(section.body, in: layout)
      stack.pop()
      program.end(start)
      loopCount -= 1
    } else {
      let start = program.begin(.ifTruthy(path))
      stack.push(type, at: path)
      visit(section.body, in: layout)
      stack.pop()
      program.end(start)
    }
  }
}
