import OpytDiagnostics
import OpytText

/// One page: what is wrong in it by itself, its ids, and where it leads.
final class PageReading: MarkupHandler {
  private(set) var findings = DiagnosticCollector()
  private(set) var links: FileLinks
  private(set) var ids: Set<String> = []
  private let places: TextPlaces

  private var lastLevel = 0
  private var firstHeadingCount = 0
  private var language = ""
  private var title = ""
  private var hasTitle = false
  private var hasCharset = false
  private var policyCount = 0
  private var isPolicyStrict = true
  /// Whether something was asked for before the policy was told, which that does not hold for.
  private var asksBeforePolicy = false
  private var drawingDepth = 0
  private let isForMembers: Bool
  private var isHidden = false
  private var textOf: String?
  private var style = ""
  /// Of a script that holds data.
  private var data = ""
  private let ownStart: String?

  /// - Parameter isForMembers: whether the page must keep search engines away.
  init(_ places: TextPlaces, _ reader: LinkReader, isForMembers: Bool = false) {
    self.places = places
    self.isForMembers = isForMembers
    ownStart = reader.ownStart
    links = FileLinks(places, reader)
  }

  func begin(_ tag: MarkupTag) {
    checkAttributes(tag)
    checkScript(tag)
    switch tag.name {
    case "html": language = tag["lang"] ?? language
    case "title" where drawingDepth == 0 && !hasTitle:
      hasTitle = true
      textOf = tag.name
    case "style": textOf = tag.name
    case "svg": drawingDepth += 1
    case "meta": readMeta(tag)
    case "base":
      findings.tell(
        .requestOutside,
        .baseElement(at: places.location(ofTag: tag.name, endingAt: tag.end)))
    case "img", "area":
      if tag["alt"] == nil { tellMissingAlt(tag) }
    case "input":
      if tag["type"]?.lowercased() == "image", tag["alt"] == nil { tellMissingAlt(tag) }
    case "h1", "h2", "h3", "h4", "h5", "h6": checkHeading(tag)
    default: break
    }
    let addresses = RequestedAddresses(tag)
    if policyCount == 0, !addresses.requested.isEmpty { asksBeforePolicy = true }
    for address in addresses.requested { links.add(address, isRequested: true, in: tag) }
    for address in addresses.followed { links.add(address, isRequested: false, in: tag) }
    if let style = tag["style"] { links.addStyle(style, in: tag) }
  }

  func end(_ name: String) {
    if name == "svg" { drawingDepth = max(0, drawingDepth - 1) }
    guard name == textOf else { return }
    textOf = nil
    if name == "style" {
      links.addStyle(style, in: nil)
      style = ""
    } else if name == "script", let ownStart {
      for address in TextAddresses(in: Array(data.utf8), startingWith: ownStart).all {
        links.add(address.text, isRequested: false, at: .written)
      }
      data = ""
    }
  }

  var wantsText: Bool { textOf != nil }

  func text(_ text: String) {
    switch textOf {
    case "style": style += text
    case "script": data += text
    default: title += text
    }
  }

  /// What is told when all of the page was read.
  func finish(at end: MarkupReader.End) {
    if !end.isSound {
      findings.tell(.fileDamaged, .pageCutOff(at: places.location(end.offset..<end.offset)))
    }
    if !Self.isHTML5(places.bytes) { tellMissing(.documentType) }
    if language.allSatisfy(\.isWhitespace) { tellMissing(.language) }
    if title.allSatisfy(\.isWhitespace) { tellMissing(.title) }
    if !hasCharset { tellMissing(.charset) }
    if policyCount == 0 {
      tellMissing(.policy)
    } else if !isPolicyStrict {
      tellMissing(.strictPolicy)
    } else if asksBeforePolicy {
      tellMissing(.earlyPolicy)
    }
    if isForMembers, !isHidden { tellMissing(.noIndex) }
    if firstHeadingCount == 0 { findings.tell(.headingsOutOfOrder, .noFirstHeading(at: places.whole)) }
  }

  func misplaced(_ name: String, at end: Int) {
    findings.tell(.fileDamaged, .tagMisplaced(at: places.location(ofTag: "", endingAt: end)))
  }

  // MARK: What is checked

  private func checkAttributes(_ tag: MarkupTag) {
    for (name, value) in tag.attributes {
      if name == "id" {
        if !ids.insert(value).inserted {
          findings.tell(
            .pageIDRepeated, .idRepeated(value, at: places.location(ofValue: value, in: tag.name, endingAt: tag.end)))
        }
      } else if name.utf8.starts(with: "on".utf8) {
        findings.tell(
          .scriptInline, .eventHandler(name, at: places.location(ofValue: name, in: tag.name, endingAt: tag.end)))
      } else if name == "srcdoc" {
        findings.tell(
          .scriptInline, .innerPage(at: places.location(ofValue: name, in: tag.name, endingAt: tag.end)))
      }
    }
  }

  private func checkScript(_ tag: MarkupTag) {
    guard tag.name == "script", tag["src"] == nil else { return }
    // Data for machines are no script.
    if let type = tag["type"]?.lowercased(), type == "application/ld+json" {
      textOf = tag.name
      return
    }
    findings.tell(.scriptInline, .inlineScript(at: places.location(ofTag: tag.name, endingAt: tag.end)))
  }

  private func checkHeading(_ tag: MarkupTag) {
    guard let level = tag.name.utf8.last.map({ Int($0) - 0x30 }) else { return }
    if level == 1 {
      firstHeadingCount += 1
      if firstHeadingCount == 2 {
        findings.tell(
          .headingsOutOfOrder, .secondFirstHeading(at: places.location(ofTag: tag.name, endingAt: tag.end)))
      }
    }
    if level > lastLevel + 1 {
      let last = lastLevel
      findings.tell(
        .headingsOutOfOrder,
        .headingSkipped(level, behind: last, at: places.location(ofTag: tag.name, endingAt: tag.end)))
    }
    lastLevel = level
  }

  private func readMeta(_ tag: MarkupTag) {
    if let charset = tag["charset"], charset.lowercased() == "utf-8", tag.end <= Self.charsetReach { hasCharset = true }
    if tag["name"]?.lowercased() == "robots", tag["content"]?.lowercased().contains("noindex") == true {
      isHidden = true
    }
    guard tag["http-equiv"]?.lowercased() == "content-security-policy" else { return }
    policyCount += 1
    // Of several each holds: one that is strict is enough.
    let isStrict = PagePolicy(tag["content"] ?? "").isStrict
    isPolicyStrict = policyCount == 1 ? isStrict : isPolicyStrict || isStrict
  }

  /// Browsers look for the encoding that far.
  private static let charsetReach = 1024

  private static func isHTML5(_ bytes: [UInt8]) -> Bool {
    let start = bytes.drop { $0 <= 0x20 || [0xEF, 0xBB, 0xBF].contains($0) }
    return start.prefix(15).elementsEqual("<!doctype html>".utf8) { $0 == $1 || $0 | 0x20 == $1 }
  }

  private func tellMissing(_ part: Diagnostic.PagePart) {
    findings.tell(.pageIncomplete, .incomplete(part, at: places.whole))
  }

  private func tellMissingAlt(_ tag: MarkupTag) {
    findings.tell(.imageAltMissing, .altMissing(at: places.location(ofTag: tag.name, endingAt: tag.end)))
  }
}
