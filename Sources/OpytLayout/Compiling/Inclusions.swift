import OpytDiagnostics

/// Partials, parents and blocks: other files in the place of a tag.
extension LayoutCompiler {
  mutating func visit(_ include: LayoutNode.Include, in layout: ParsedLayout) {
    let place = LayoutPlace(text: layout.text, range: include.span)
    guard let target = layouts[include.name] else {
      let names = layouts.keys.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
      return tell(
        .layoutMissing(include.name, nearest: Suggester.nearest(to: include.name, among: names), at: place.location),
        in: layout)
    }
    if let first = chain.firstIndex(where: { $0.name == include.name }) {
      return problems.append(
        .layoutRecursive(chain[first...].map(\.name) + [include.name], at: place.location))
    }
    guard chain.count < Self.maximumInclusions else {
      return exhaust(.inclusionsTooDeep(Self.maximumInclusions, at: place.location))
    }
    reach(target)

    let before = context.atEdge()
    let outer = (arguments: arguments, blocks: reachedBlocks, indentation: indentation)
    for block in include.arguments where arguments[block.name] == nil {
      arguments[block.name] = Argument(block: block, layout: layout)
    }
    context = before
    reachedBlocks = []
    indentation += layout.text.bytes[include.indentation]
    chain.append(Inclusion(name: target.name, place: place))
    visit(target.nodes, in: target)
    chain.removeLast()
    if !isExhausted { tellUnreached(include, in: layout) }
    arguments = outer.arguments
    reachedBlocks.formUnion(outer.blocks)
    indentation = outer.indentation
    rejoin(before, opening: layout.text.string(include.span), at: place, in: layout)
  }

  private mutating func tellUnreached(_ include: LayoutNode.Include, in layout: ParsedLayout) {
    for block in include.arguments where !reachedBlocks.contains(block.name) {
      let known = reachedBlocks.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
      tell(
        .blockUnknown(
          block.name, parent: include.name, nearest: Suggester.nearest(to: block.name, among: known),
          at: layout.text.location(block.span)),
        in: layout)
    }
  }

  mutating func visit(_ block: LayoutNode.Block, in layout: ParsedLayout) {
    reachedBlocks.insert(block.name)
    let before = context.atEdge()
    context = before
    if let argument = arguments[block.name] {
      // Inside an argument the same block stands for its default: an argument can't contain itself.
      arguments[block.name] = nil
      print(argument, inPlaceOf: block, in: layout)
      arguments[block.name] = argument
    } else {
      if let lead = block.lead {
        appendIndentation(in: layout)
        appendLiteral(layout.text.bytes[lead], in: layout)
      }
      visit(block.body, in: layout)
    }
    rejoin(
      before, opening: layout.text.string(block.span), at: LayoutPlace(text: layout.text, range: block.span),
      in: layout)
  }

  private mutating func print(_ argument: Argument, inPlaceOf block: LayoutNode.Block, in layout: ParsedLayout) {
    let outer = indentation
    if argument.block.isLineOpened {
      indentation += layout.text.bytes[block.indentation]
    } else {
      // The argument goes on in a line that the block has begun.
      if block.isLineOpened || block.lead != nil {
        appendIndentation(in: layout)
        appendLiteral(layout.text.bytes[block.isLineOpened ? block.indentation : block.lead ?? 0..<0], in: layout)
      }
      indentation += layout.text.bytes[block.indentation]
    }
    visit(argument.block.body, in: argument.layout)
    indentation = outer
  }

  private mutating func rejoin(
    _ before: HTMLContext, opening: String, at place: LayoutPlace, in layout: ParsedLayout
  ) {
    let end = context.atEdge()
    guard let joined = HTMLContext.joined(before, end) else {
      tell(.contextMoved(opening, from: before, to: end, at: place.location), in: layout)
      context = before
      return
    }
    context = joined
  }
}
