public import OpytDiagnostics
public import OpytText

/// A Markdown text, read: its HTML with holes where addresses go, its headings, links and plain text.
public struct MarkdownBody: Sendable {
  public let html: BodyHTML
  public let outline: [Heading]
  public let links: [Link]
  /// The text without markup, UTF-8: as much as the parser was asked for. The whole has its blocks separated by line ends.
  public let plainText: [UInt8]
  public let wordCount: Int
  /// For a letter, the paragraphs of the text itself, without those of lists, tables, quotations and footnotes: each in
  /// one line and without markup, pictures and footnote marks. Empty in the style of a page.
  public let paragraphs: [String]

  public struct Heading: Sendable {
    /// From 2: the page's title is level 1. No level is skipped.
    public let level: Int
    public let title: String
    /// Unique in the page.
    public let id: String
  }

  /// A link or an image whose address is inside the site.
  public struct Link: Sendable {
    /// As it was written: `../projects/ogorod.md#etapy`, `projects/ogorod`, `plan.pdf`, `#etapy`.
    public let destination: String
    public let isImage: Bool
    public let place: LinkPlace?

    public var range: SourceRange? { place?.range }
  }
}

/// Where the address of a link or an image was written.
public enum LinkPlace: Hashable, Sendable {
  /// The address itself, as it stands in the file.
  /// - Parameter fragment: its anchor with the `#`, where it has one.
  case exact(SourceRange, fragment: SourceRange?)
  /// The first line of the text it is in: the address is written so that its place is not known.
  case block(SourceRange)

  public var range: SourceRange {
    switch self {
    case .exact(let range, _), .block(let range): range
    }
  }

  /// The anchor with its `#`, where its place is known: all that changes when only the anchor is wrong.
  public var fragment: SourceRange? {
    guard case .exact(_, let fragment) = self else { return nil }
    return fragment
  }
}

/// HTML in which the addresses of internal links are still open.
public struct BodyHTML: Sendable {
  /// A place where the attributes of a link go.
  public struct Hole: Sendable {
    public let offset: Int
    /// Index into ``MarkdownBody/links``.
    public let link: Int
  }

  public var bytes: [UInt8] = []
  public var holes: [Hole] = []

  public init() {}

  public init(bytes: [UInt8], holes: [Hole]) {
    self.bytes = bytes
    self.holes = holes
  }

  /// Fills each hole with the attributes of its link, such as ` href="a.html"`.
  ///
  /// What leads nowhere is no link: its words stay, without a mark that there was one; a picture goes with its words.
  /// - Parameter attributes: appends them, and says whether there are any.
  public func filled(_ attributes: (_ link: Int, inout [UInt8]) -> Bool) -> HTMLFragment {
    guard !holes.isEmpty else { return HTMLFragment(trusted: bytes) }
    var output: [UInt8] = []
    output.reserveCapacity(bytes.count + holes.count * 64)
    var start = 0
    // Of a link that is none, where its end tag stands.
    var droppedEnd: Int?
    func copy(to end: Int) {
      if let dropped = droppedEnd, dropped < end {
        output.append(contentsOf: bytes[start..<dropped])
        start = dropped + Self.endOfLink.count
        droppedEnd = nil
      }
      output.append(contentsOf: bytes[start..<end])
      start = end
    }
    for hole in holes {
      copy(to: hole.offset)
      if attributes(hole.link, &output) { continue }
      let isImage = output.hasSuffix(Self.startOfImage)
      output.removeLast(isImage ? Self.startOfImage.count : Self.startOfLink.count)
      // Signs of markup in words and attributes are escaped.
      start = (bytes[hole.offset...].firstIndex(of: UInt8(ascii: ">")) ?? bytes.count - 1) + 1
      if isImage {
        dropEmptyParagraph(&output, &start)
      } else {
        droppedEnd = bytes.firstIndex(of: Self.endOfLink, from: start)
      }
    }
    copy(to: bytes.count)
    return HTMLFragment(trusted: output)
  }

  private static let startOfLink = Array("<a".utf8)
  private static let startOfImage = Array("<img".utf8)
  private static let endOfLink = Array("</a>".utf8)
  private static let startOfParagraph = Array("<p>".utf8)
  private static let endOfParagraph = Array("</p>\n".utf8)

  /// A paragraph that was nothing but a picture.
  private func dropEmptyParagraph(_ output: inout [UInt8], _ start: inout Int) {
    guard output.hasSuffix(Self.startOfParagraph), bytes[start...].starts(with: Self.endOfParagraph) else { return }
    output.removeLast(Self.startOfParagraph.count)
    start += Self.endOfParagraph.count
  }
}

/// Where a text's HTML will stand.
public enum BodyStyle: Sendable {
  /// On a page of the site.
  case page
  /// In a letter: nothing is fetched and nothing waits to be clicked, so that pictures are told in words, and boxes to
  /// tick are signs.
  case letter
}

/// The few words that a body's HTML needs of its own.
public struct BodyLabels: Hashable, Sendable {
  public let footnotes: String
  public let backToText: String
  public let done: String
  public let notDone: String

  public static let russian = BodyLabels(
    footnotes: "Сноски", backToText: "Вернуться к тексту", done: "сделано", notDone: "не сделано")

  public init(footnotes: String, backToText: String, done: String, notDone: String) {
    self.footnotes = footnotes
    self.backToText = backToText
    self.done = done
    self.notDone = notDone
  }
}

extension [UInt8] {
  fileprivate func hasSuffix(_ suffix: [UInt8]) -> Bool { self.suffix(suffix.count).elementsEqual(suffix) }

  fileprivate func firstIndex(of part: [UInt8], from start: Int) -> Int? {
    var index = start
    while index + part.count <= count {
      if self[index] == part[0], self[index..<index + part.count].elementsEqual(part) { return index }
      index += 1
    }
    return nil
  }
}
