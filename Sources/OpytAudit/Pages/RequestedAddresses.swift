/// The addresses in a tag: those that a browser asks for at once, and those that a reader may follow.
struct RequestedAddresses {
  /// What is shown, run or applied: none of it may come from elsewhere.
  private(set) var requested: [String] = []
  /// What is followed on demand.
  private(set) var followed: [String] = []

  init(_ tag: MarkupTag) {
    // It asks for nothing itself, and is told as such.
    if tag.name == "base" { return }
    for (name, value) in tag.attributes {
      switch name {
      case "src", "poster", "data", "background", "lowsrc", "dynsrc", "classid", "codebase", "archive", "code",
        "manifest", "ping", "profile":
        requested.append(value)
      case "srcset", "imagesrcset": requested += Self.candidates(in: value)
      case "href", "xlink:href":
        if Self.followsOnDemand(tag) { followed.append(value) } else { requested.append(value) }
      case "action", "formaction": followed.append(value)
      case "content" where tag.name == "meta" && tag["http-equiv"]?.lowercased() == "refresh":
        if let address = Self.refreshed(value) { requested.append(address) }
      case "content" where tag.name == "meta" && Self.sharedAddresses.contains(tag["property"]?.lowercased() ?? ""):
        followed.append(value)
      default: break
      }
    }
  }

  /// What others fetch to show a link to the page (Open Graph).
  private static let sharedAddresses: Set<String> = ["og:url", "og:image", "og:image:url", "og:image:secure_url"]

  /// Whether a link is for its reader alone. What a browser makes of a `link` says its `rel`.
  private static func followsOnDemand(_ tag: MarkupTag) -> Bool {
    switch tag.name {
    case "a", "area": return true
    case "link":
      let relations = (tag["rel"] ?? "").lowercased().split(whereSeparator: \.isWhitespace)
      return !relations.isEmpty && relations.allSatisfy(harmlessRelations.contains) && !relations.contains("stylesheet")
    default: return false
    }
  }

  private static let harmlessRelations: Set<Substring> = [
    "alternate", "author", "bookmark", "canonical", "help", "license", "me", "next", "nofollow", "noopener",
    "noreferrer", "prev", "search", "tag", "up",
  ]

  /// `a.jpg 400w, b.jpg 2x`: an address may have a comma in it, but none at its ends.
  private static func candidates(in value: String) -> [String] {
    var addresses: [String] = []
    var rest = Array(value.utf8)[...]
    while true {
      rest = rest.drop { $0 <= 0x20 || $0 == UInt8(ascii: ",") }
      if rest.isEmpty { return addresses }
      var address = rest.prefix { $0 > 0x20 }
      rest = rest.dropFirst(address.count)
      if address.last == UInt8(ascii: ",") {
        while address.last == UInt8(ascii: ",") { address.removeLast() }
      } else {
        rest = rest.drop { $0 != UInt8(ascii: ",") }
      }
      addresses.append(String(decoding: address, as: UTF8.self))
    }
  }

  /// `0; url=../a.html`
  private static func refreshed(_ value: String) -> String? {
    let bytes = Array(value.utf8)
    guard let mark = bytes.firstIndex(where: { $0 == UInt8(ascii: ";") || $0 == UInt8(ascii: ",") }) else { return nil }
    var rest = bytes[(mark + 1)...].drop { $0 <= 0x20 }
    if rest.prefix(3).elementsEqual("url".utf8, by: { $0 | 0x20 == $1 }) {
      let behind = rest.dropFirst(3).drop { $0 <= 0x20 }
      if behind.first == UInt8(ascii: "=") { rest = behind.dropFirst().drop { $0 <= 0x20 } }
    }
    if let quote = rest.first, quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'") {
      rest = rest.dropFirst().prefix { $0 != quote }
    }
    return String(decoding: rest, as: UTF8.self)
  }
}
