import OpytModel
import OpytText

/// Deficits, the topics of plans that take them up and the materials that answer them, joined by threads; a link of the
/// chain that is missing is drawn as missing (S4: «Выявленное соответствие»).
///
/// Each deficit has a lane of its own: what stands in it is a row of the table of correspondence, so that no thread says
/// more than the table does.
struct Threads: Sendable {
  struct Lane: Sendable {
    /// Nil for a topic that answers no deficit.
    let deficit: LinkModel?
    let isClosed: Bool
    let topics: [LinkModel]
    let materials: [LinkModel]
  }

  /// The words of the picture.
  struct Words: Sendable {
    let name: String
    let deficits: String
    let topics: String
    let materials: String
    let noDeficit: String
    let noTopic: String
    let noMaterial: String
    let closed: String
    let membersOnly: String
    /// «ещё 5»
    let more: @Sendable (Int) -> String
  }

  /// A larger network is drawn in part, and the page says so.
  static let laneCount = 24
  static let freeCount = 8
  private static let topicCount = 3
  private static let materialCount = 4

  private static let width = 1000.0
  private static let columns = (deficits: 0.0, topics: 355.0, materials: 710.0)
  private static let columnWidth = 288.0
  private static let knot = 678.0
  /// Of the widest letters that a reader's own fonts may have.
  private static let lineLength = 30
  private static let gapBetween = 6.0
  private static let gapBelow = 24.0
  private static let top = 34.0

  /// Nil where there is nothing to draw.
  /// - Parameter lanes: those to draw; the caller bounds them.
  static func drawing(_ lanes: [Lane], _ words: Words) -> Drawing? {
    guard !lanes.isEmpty else { return nil }
    var marks: [Drawing.Mark] = [
      .words(.caption, Drawing.Place(columns.deficits, 16), words.deficits),
      .words(.caption, Drawing.Place(columns.topics, 16), words.topics),
      .words(.caption, Drawing.Place(columns.materials, 16), words.materials),
    ]
    var y = top
    for lane in lanes { y = draw(lane, at: y, words, &marks) + gapBelow }
    return Drawing(
      name: words.name, size: .fixed(width: Int(width), height: Int((y - gapBelow + 4).rounded(.up))), marks: marks)
  }

  /// A block of words in a column: a document, or that there is none.
  private struct Block {
    let lines: [String]
    /// Nil for what is missing.
    let link: LinkModel?
    let name: String

    var height: Double { Double(lines.count) * Drawing.lineHeight + 11 }

    init(_ link: LinkModel, adding: String = "", _ words: Words) {
      self.link = link
      lines = LabelLines.lines(link.title, length: lineLength, count: 3) + (adding.isEmpty ? [] : [adding])
      name =
        link.title + (adding.isEmpty ? "" : ", \(adding)") + (link.isMembersOnly ? " (\(words.membersOnly))" : "")
    }

    init(missing words: String) {
      link = nil
      lines = [words]
      name = words
    }
  }

  /// - Returns: where the lane ends.
  private static func draw(
    _ lane: Lane, at top: Double, _ words: Words, _ marks: inout [Drawing.Mark]
  ) -> Double {
    let deficit =
      lane.deficit.map { Block($0, adding: lane.isClosed ? words.closed : "", words) }
      ?? Block(missing: words.noDeficit)
    // What is closed lacks nothing, and a topic without a deficit is not followed any further.
    let topics = blocks(
      lane.topics, atMost: topicCount, leadingTo: lane.deficit, orElse: lane.isClosed ? nil : words.noTopic, words)
    let right = blocks(
      lane.materials, atMost: materialCount, leadingTo: lane.deficit,
      orElse: lane.isClosed || lane.deficit == nil ? nil : words.noMaterial, words)
    let height = max(deficit.height, max(Self.height(of: topics), Self.height(of: right)))
    let middle = top + height / 2
    let topicMiddles = middles(of: topics, around: middle)
    let rightMiddles = middles(of: right, around: middle)
    let edge = columns.deficits + columnWidth

    // Threads lie below the blocks.
    let isBroken = (topics: lane.topics.isEmpty || lane.deficit == nil, materials: lane.materials.isEmpty)
    for y in topicMiddles {
      marks.append(
        .curve(
          isBroken.topics ? .broken : .thread, from: Drawing.Place(edge, middle), to: Drawing.Place(columns.topics, y)))
      guard !right.isEmpty else { continue }
      marks.append(
        .curve(
          isBroken.topics ? .broken : .thread, from: Drawing.Place(columns.topics + columnWidth, y),
          to: Drawing.Place(knot, middle)))
    }
    if topics.isEmpty, !right.isEmpty {
      marks.append(.curve(.thread, from: Drawing.Place(edge, middle), to: Drawing.Place(knot, middle)))
    }
    for y in rightMiddles {
      marks.append(
        .curve(
          isBroken.materials ? .broken : .thread, from: Drawing.Place(knot, middle),
          to: Drawing.Place(columns.materials, y)))
    }
    if right.count + topics.count > 2, !right.isEmpty {
      marks.append(.dot(.solid, Drawing.Place(knot, middle), radius: 4))
    }
    draw([deficit], at: columns.deficits, [middle], as: (.lane, .lacking), &marks)
    draw(topics, at: columns.topics, topicMiddles, &marks)
    draw(right, at: columns.materials, rightMiddles, &marks)
    return top + height
  }

  /// - Parameter missing: what is said where there are none; nil for nothing.
  private static func blocks(
    _ links: [LinkModel], atMost count: Int, leadingTo deficit: LinkModel?, orElse missing: String?, _ words: Words
  ) -> [Block] {
    guard !links.isEmpty else { return missing.map { [Block(missing: $0)] } ?? [] }
    // One more is shown rather than counted.
    let shown = links.count <= count + 1 ? links.count : count
    var blocks = links.prefix(shown).map { Block($0, words) }
    if shown < links.count {
      blocks.append(
        Block(
          LinkModel(
            title: words.more(links.count - shown), url: deficit?.url, isMembersOnly: deficit?.isMembersOnly ?? false),
          words))
    }
    return blocks
  }

  private static func height(of blocks: [Block]) -> Double {
    blocks.reduce(0) { $0 + $1.height } + gapBetween * Double(max(blocks.count - 1, 0))
  }

  private static func middles(of blocks: [Block], around middle: Double) -> [Double] {
    var y = middle - height(of: blocks) / 2
    return blocks.map { block in
      defer { y += block.height + gapBetween }
      return y + block.height / 2
    }
  }

  private static func draw(
    _ blocks: [Block], at x: Double, _ middles: [Double],
    as styles: (there: Drawing.Style, missing: Drawing.Style) = (.box, .gap), _ marks: inout [Drawing.Mark]
  ) {
    for (block, middle) in zip(blocks, middles) {
      let top = middle - block.height / 2
      let box = Drawing.Mark.box(
        block.link == nil ? styles.missing : styles.there, Drawing.Place(x, top), width: .units(columnWidth),
        height: .units(block.height))
      let own = [box] + Drawing.Mark.lines(.start, x + 9, top + 17, block.lines)
      if let link = block.link {
        marks.append(.link(link.url, name: block.name, own))
      } else {
        marks += own
      }
    }
  }
}
