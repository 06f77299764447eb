import OpytDiagnostics
import OpytText

/// Links and images: only harmless addresses are printed, those inside the site are left open.
extension BodyRenderer {
  mutating func openLink(_ node: CMarkTree.Node) {
    if let words = bareAddress(node), let end = AddressEnd.cut(words) { return appendCutLink(node, words, at: end) }
    isInLink = true
    append("<a")
    appendAddress(node.address, isImage: false)
    appendTitle(node)
    append(">")
  }

  mutating func closeLink() {
    if isLinkCut {
      isLinkCut = false
      return
    }
    isInLink = false
    append("</a>")
  }

  /// The words of a link that is nothing but its address, which the parser found in the text.
  private func bareAddress(_ node: CMarkTree.Node) -> UnsafeBufferPointer<UInt8>? {
    guard let child = node.firstChild, child.next == nil, child.kind == .text else { return nil }
    let words = child.literalBytes
    return node.addressBytes.suffix(words.count).elementsEqual(words) ? words : nil
  }

  /// Prints a link up to where its address ends, and the rest as words.
  private mutating func appendCutLink(_ node: CMarkTree.Node, _ words: UnsafeBufferPointer<UInt8>, at end: Int) {
    isLinkCut = true
    append("<a")
    appendAddress(String(decoding: node.addressBytes.dropLast(words.count - end), as: UTF8.self), isImage: false)
    append(">")
    HTMLEscaping.append(UnsafeBufferPointer(rebasing: words[..<end]), to: &html.bytes)
    append("</a>")
    HTMLEscaping.append(UnsafeBufferPointer(rebasing: words[end...]), to: &html.bytes)
    typography?.passObject()
    plain.append(words)
  }

  mutating func openImage(_ node: CMarkTree.Node) {
    imageDepth += 1
    guard imageDepth == 1 else { return }
    if style == .page { append("<img") }
    let range = appendAddress(node.address, isImage: true)
    if style == .page { append(" alt=\"") }
    image = (plain.startCatching(), range)
  }

  mutating func closeImage(_ node: CMarkTree.Node) {
    imageDepth -= 1
    guard imageDepth == 0 else { return }
    let alt = plain.endCatching(image.caught)
    appendWordsToHTML(String(decoding: alt, as: UTF8.self))
    typography?.passObject()
    if style == .page {
      append("\" loading=\"lazy\"")
      appendTitle(node)
      append(">")
    }
    guard alt.allSatisfy({ $0 <= 0x20 }) else { return }
    let (path, range) = (path, image.range)
    found.add(
      .imageAltMissing, .warning,
      Diagnostic(
        .imageAltMissing, .warning,
        Phrase("у картинки нет описания для тех, кто её не видит", en: "the image has no description"),
        at: SourceLocation(file: path, range: range),
        advice: Phrase("напишите его в квадратных скобках: ![описание](файл.png)", en: "write it in the brackets")))
  }

  mutating func enterInsideImage(_ node: CMarkTree.Node, _ kind: CMarkTree.Node.Kind) {
    switch kind {
    case .text, .code: plain.append(node.literalBytes)
    case .softBreak, .lineBreak: plain.append(" ")
    case .image: imageDepth += 1
    default: break
    }
  }

  /// - Returns: where the address was written, as far as it was looked for.
  @discardableResult
  private mutating func appendAddress(_ destination: String, isImage: Bool) -> SourceRange? {
    switch (WebAddress.scheme(of: destination), isImage) {
    case (.relative, _):
      let place = places.address(destination)
      if style == .page || !isImage { html.holes.append(.init(offset: html.bytes.count, link: links.count)) }
      links.append(.init(destination: destination, isImage: isImage, place: place))
      return place?.range
    case (.scheme(let scheme), false) where WebAddress.permittedSchemes.contains(scheme):
      guard let address = WebAddress(authored: destination) else { return nil }
      append(" href=\"")
      HTMLEscaping.append(address.text, to: &html.bytes)
      append("\"")
      return nil
    default:
      let range = places.address(destination)?.range
      forbidAddress(destination, range, isImage: isImage)
      return range
    }
  }

  private mutating func forbidAddress(_ destination: String, _ range: SourceRange?, isImage: Bool) {
    let path = path
    if let computer = ComputerPath(destination) {
      return found.add(
        .linkForbidden, .error,
        .onComputer(computer, written: destination, at: SourceLocation(file: path, range: range)))
    }
    if found.onlyCounts(.linkForbidden) { return }
    let message =
      isImage
      ? Phrase("картинка с чужого сайта: «\(destination)»", en: "an image from outside: “\(destination)”")
      : Phrase("такая ссылка запрещена: «\(destination)»", en: "a forbidden link: “\(destination)”")
    let advice =
      isImage
      ? Phrase("положите файл картинки рядом с текстом", en: "put the image beside the text")
      : Phrase(
        "ссылка начинается с https://, http://, mailto: или tel: либо ведёт на файл этой сети",
        en: "links begin with https://, http://, mailto: or tel:, or lead to a file of this network")
    found.add(
      .linkForbidden, .error,
      Diagnostic(.linkForbidden, message, at: SourceLocation(file: path, range: range), advice: advice))
  }

  private mutating func appendTitle(_ node: CMarkTree.Node) {
    let title = node.title
    guard !title.isEmpty else { return }
    append(" title=\"")
    appendWordsToHTML(title)
    append("\"")
  }
}

// MARK: - Raw HTML

extension BodyRenderer {
  /// - Parameter line: where the block starts in the file.
  mutating func dropHTMLBlock(_ node: CMarkTree.Node, line: Int?) {
    let literal = Array(node.literalBytes)
    if RawHTML.isOnlyComments(literal) { return }
    warnRawHTML { places in line.map { places.range(ofLine: $0) } }
    let words = RawHTML.text(of: literal)
    guard !words.isEmpty else { return }
    append("<p>")
    appendWordsToHTML(words)
    append("</p>\n")
    plain.append(words)
    plain.append("\n")
  }

  mutating func dropInlineHTML(_ node: CMarkTree.Node) {
    let literal = Array(node.literalBytes)
    if RawHTML.isOnlyComments(literal) { return }
    if RawHTML.isLineBreak(literal) {
      append(" ")
      _ = typography?.passBlank(before: node.following)
      plain.append(" ")
    }
    warnRawHTML { places in places.tag(literal) ?? places.blockRange }
  }

  /// A text pasted from a web page is told of once, with the first of its places.
  private mutating func warnRawHTML(at place: (inout SourcePlaces) -> SourceRange?) {
    rawHTMLCount += 1
    guard rawHTMLCount <= 20 else { return }
    let (path, range) = (path, place(&places))
    found.add(
      .rawHTML, .warning,
      Diagnostic(
        .rawHTML, .warning,
        Phrase("разметка HTML в тексте отброшена", en: "raw HTML in the text was dropped"),
        at: SourceLocation(file: path, range: range),
        advice: Phrase("пользуйтесь разметкой Markdown", en: "use Markdown"), cause: path))
  }
}
